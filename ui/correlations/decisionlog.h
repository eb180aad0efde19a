// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QString>
#include <QVector>

namespace renewal::ui {

/// One decision that was taken here and can be taken back.
struct LoggedDecision
{
    PrescriberId prescriber;
    QString name;       ///< of the prescriber
    QString text;       ///< what was done and what it moved, one sentence
    qint64 version = 0; ///< that the decision made: taking it back must find it unchanged
};

/// What was decided at this desk since the window opened, newest last: Undo walks it back, wherever the
/// person has gone meanwhile.
class DecisionLog
{
public:
    void add(const LoggedDecision &decision) { m_decisions.append(decision); }
    bool isEmpty() const { return m_decisions.isEmpty(); }
    /// nullptr when empty.
    const LoggedDecision *last() const { return m_decisions.isEmpty() ? nullptr : &m_decisions.constLast(); }
    /// Forgets what was taken back, or can no more be taken back from here.
    void forget(PrescriberId prescriber)
    {
        m_decisions.removeIf([&](const LoggedDecision &one) { return one.prescriber == prescriber; });
    }
    /// One step: an earlier decision about the same prescriber can be taken back next, from `version` on.
    void stepBack(PrescriberId prescriber, qint64 version)
    {
        for (qsizetype i = m_decisions.size() - 1; i >= 0; --i) {
            if (m_decisions[i].prescriber != prescriber)
                continue;
            m_decisions.removeAt(i);
            break;
        }
        for (LoggedDecision &decision : m_decisions) {
            if (decision.prescriber == prescriber)
                decision.version = version;
        }
    }

private:
    QVector<LoggedDecision> m_decisions;
};

} // namespace renewal::ui
