// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/base/ids.h"

#include <QString>
#include <QVector>

#include <algorithm>
#include <limits>

namespace renewal::ui {

/// Somebody decided after: what was seen here is no more what holds. Anything else may pass.
inline bool isStale(ErrorCode code)
{
    return code == ErrorCode::PreconditionFailed || code == ErrorCode::Conflict;
}

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
    QString name;                     ///< of the prescriber; empty for several
    QString text;                     ///< what was done and what it moved, one sentence
    qint64 version = 0;               ///< that the decision made: taking it back must find it unchanged
    QVector<DecisionPart> parts = {}; ///< of several; then there is no one prescriber

    /// It is, and made no later version than `upTo`.
    bool isAbout(PrescriberId id, qint64 upTo = std::numeric_limits<qint64>::max()) const
    {
        return parts.isEmpty() ? prescriber == id && version <= upTo
                               : std::ranges::any_of(parts, [id, upTo](const DecisionPart &part) {
                                     return part.prescriber == id && part.version <= upTo;
                                 });
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
    /// What can no more be taken back from here: all that made no later version than `version`.
    void forget(PrescriberId prescriber, qint64 version)
    {
        for (qsizetype i = m_decisions.size() - 1; i >= 0; --i)
            removeAt(i, prescriber, version);
    }
    /// One step: what made `version` is taken back, and an earlier decision about the same prescriber can be
    /// taken back next, from `now` on. What was decided since stays as it is.
    void stepBack(PrescriberId prescriber, qint64 version, qint64 now)
    {
        qsizetype i = m_decisions.size() - 1;
        while (i >= 0 && !m_decisions[i].isAbout(prescriber, version))
            --i;
        for (qsizetype earlier = 0; earlier < i; ++earlier)
            moveOn(m_decisions[earlier], prescriber, now);
        if (i >= 0)
            removeAt(i, prescriber, version);
    }

private:
    static void moveOn(LoggedDecision &decision, PrescriberId prescriber, qint64 now)
    {
        if (decision.prescriber == prescriber)
            decision.version = now;
        for (DecisionPart &part : decision.parts) {
            if (part.prescriber == prescriber)
                part.version = now;
        }
    }
    /// Of several taken together the others stay.
    void removeAt(qsizetype i, PrescriberId prescriber, qint64 upTo)
    {
        LoggedDecision &decision = m_decisions[i];
        if (!decision.isAbout(prescriber, upTo))
            return;
        decision.parts.removeIf(
            [&](const DecisionPart &part) { return part.prescriber == prescriber && part.version <= upTo; });
        if (decision.parts.isEmpty())
            m_decisions.removeAt(i);
    }

    QVector<LoggedDecision> m_decisions;
};

} // namespace renewal::ui
