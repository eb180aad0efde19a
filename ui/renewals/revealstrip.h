// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/renewalsgateway.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace renewal::ui {

/// Shows who one patient is, for a minute, and then no more. The service writes the reason to the record.
class RevealStrip final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the strip.
    RevealStrip(RenewalsGateway *gateway, const Clock *clock, QWidget *parent = nullptr);

    /// Asks for the reason, then reveals.
    void ask(const Renewal &renewal, QWidget *place);
    /// Asks the service who the patient of this renewal is. Another patient is hidden at once.
    void reveal(const Renewal &renewal, const QString &reason);
    /// The renewal one now looks at: hides when it is another patient's.
    void follow(const Renewal &renewal);
    bool isRevealing() const { return isVisibleTo(parentWidget()); }
    void conceal();
    /// A minute unless told otherwise.
    void setLifetime(int seconds) { m_lifetime = seconds; }

signals:
    void failed(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(const RevealedPatient &patient);
    void countDown();

    RenewalsGateway *m_gateway;
    const Clock *m_clock;
    QLabel *m_name;
    QLabel *m_time;
    QPushButton *m_hide;
    QString m_patient; ///< group key of whom it shows, or asks for
    QDateTime m_until;
    int m_lifetime = 60;
    QTimer m_second;
    QTimer m_end; ///< hides also when the computer's clock is set back
    quint64 m_generation = 0;
};

} // namespace renewal::ui
