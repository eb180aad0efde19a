// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "ui/correlations/decisionlog.h"

#include <QObject>
#include <QStringList>

namespace renewal::ui {

/// Takes back many decisions, one after the other, and keeps the log of them in step. One that somebody
/// decided after stays, and is named; at any other error it stops, and the rest can be tried again.
class ManyUndo final : public QObject
{
    Q_OBJECT

public:
    /// Gateway and log must outlive it.
    ManyUndo(CorrelationsGateway *gateway, DecisionLog *log, QObject *parent = nullptr);

    void start(const QVector<DecisionPart> &parts);
    bool isBusy() const { return m_busy; }

signals:
    /// All were tried, or it stopped: what was taken back and what was not, in words.
    void finished(const QString &text, bool allTakenBack);

private:
    void next();
    void take(const DecisionPart &part, const Result<DecisionOutcome> &outcome);
    void finish();
    QString takenText() const;

    CorrelationsGateway *m_gateway;
    DecisionLog *m_log;
    QVector<DecisionPart> m_parts;
    qsizetype m_at = 0;
    int m_done = 0;
    DecisionEffect m_effect;
    QStringList m_left; ///< names
    QString m_why;      ///< of the first that stayed
    QString m_stopped;  ///< why the rest was not tried; empty when it was
    bool m_busy = false;
};

} // namespace renewal::ui
