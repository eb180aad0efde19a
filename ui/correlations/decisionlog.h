// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QString>
#include <QVector>

#include <algorithm>

namespace renewal::ui {

/// One of several decisions that were taken together.
struct DecisionPart
{
    PrescriberId prescriber;
    QString name;
    qint64 version = 0;
};

/// One decision, or several that were taken together, that was taken here and can be taken back.
struct LoggedDecision
{
    PrescriberId prescriber;
    QString name;                     ///< of the prescriber
    QString text;                     ///< what was done and what it moved, one sentence
    qint64 version = 0;               ///< that the decision made: taking it back must find it unchanged
    QVector<DecisionPart> parts = {}; ///< of several; then there is no one prescriber

    bool isAbout(PrescriberId id) const
    {
        return parts.isEmpty() ? prescriber == id
                               : std::ranges::any_of(
                                     parts, [id](const DecisionPart &part) { return part.prescriber == id; });
    }
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
        for (qsizetype i = m_decisions.size() - 1; i >= 0; --i)
            removeAt(i, prescriber);
    }
    /// All of the newest, one or several.
    void forgetLast() { m_decisions.removeLast(); }
    /// One step: an earlier decision about the same prescriber can be taken back next, from `version` on.
    void stepBack(PrescriberId prescriber, qint64 version)
    {
        for (qsizetype i = m_decisions.size() - 1; i >= 0; --i) {
            if (!m_decisions[i].isAbout(prescriber))
                continue;
            removeAt(i, prescriber);
            break;
        }
        for (LoggedDecision &decision : m_decisions) {
            if (decision.prescriber == prescriber)
                decision.version = version;
            for (DecisionPart &part : decision.parts) {
                if (part.prescriber == prescriber)
                    part.version = version;
            }
        }
    }

private:
    /// Of several taken together the others stay.
    void removeAt(qsizetype i, PrescriberId prescriber)
    {
        LoggedDecision &decision = m_decisions[i];
        if (!decision.isAbout(prescriber))
            return;
        decision.parts.removeIf([&](const DecisionPart &part) { return part.prescriber == prescriber; });
        if (decision.parts.isEmpty())
            m_decisions.removeAt(i);
    }

    QVector<LoggedDecision> m_decisions;
};

} // namespace renewal::ui
