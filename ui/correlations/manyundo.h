// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "ui/correlations/decisionlog.h"

#include <QObject>
#include <QStringList>

namespace renewal::ui {

/// Takes back many decisions, one after the other. One that somebody decided after stays, and is named.
class ManyUndo final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive it.
    explicit ManyUndo(CorrelationsGateway *gateway, QObject *parent = nullptr);

    void start(const QVector<DecisionPart> &parts);
    bool isBusy() const { return m_busy; }

signals:
    /// All were tried: what was taken back and what was not, in words.
    void finished(const QString &text, bool allTakenBack);

private:
    void next();

    CorrelationsGateway *m_gateway;
    QVector<DecisionPart> m_parts;
    qsizetype m_at = 0;
    int m_done = 0;
    DecisionEffect m_effect;
    QStringList m_left; ///< names
    QString m_why;      ///< of the first that stayed
    bool m_busy = false;
};

} // namespace renewal::ui
