// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/outboxgateway.h"

#include <QPointer>
#include <QWidget>

class QPushButton;

namespace renewal::ui {

class SendingDialog;

/// Below the views of the queue: whether routed renewals are sent, and how many need a person; opens the
/// dialog for them.
class SendingStrip final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the strip.
    SendingStrip(OutboxGateway *gateway, const Clock *clock, QWidget *parent = nullptr);

    /// Asks anew.
    void refresh();
    bool isSettled() const { return m_pending == 0; }
    /// The dialog; one at a time.
    void open();

signals:
    void settledChanged();
    /// Something was done about a message: lists and counts changed.
    void changed();
    void renewalWanted(renewal::RenewalId id);

private:
    void take(const Result<OutboxStatus> &status);

    OutboxGateway *m_gateway;
    const Clock *m_clock;
    QPushButton *m_button;
    QPointer<SendingDialog> m_dialog;
    int m_pending = 0;
};

} // namespace renewal::ui
