// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/systemgateway.h"
#include "models/items/roles.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace renewal::ui {

class JobWatcher;

/// Checks on demand that the record is whole: a button, how far it is, and the verdict.
class VerifyBar final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the bar; `interval` in milliseconds between two looks.
    explicit VerifyBar(SystemGateway *gateway, int interval = 300, QWidget *parent = nullptr);

    void start();

signals:
    /// One plain sentence; Bad when the record is broken.
    void verdictReached(const QString &text, renewal::items::Tone tone);

private:
    void showProgress(const Job &job);
    void showIdle();
    void take(const Job &job);

    SystemGateway *m_gateway;
    JobWatcher *m_watcher;
    QLabel *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_start;
};

} // namespace renewal::ui
