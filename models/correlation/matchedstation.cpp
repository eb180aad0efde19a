// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/matchedstation.h"

#include <algorithm>
#include <set>

namespace renewal::correlation {

namespace {
/// Prescribers about whom the two say different things.
std::set<quint32> differing(const QVector<StaffDecision> &before, const QVector<StaffDecision> &after)
{
    QVector<StaffDecision> changes;
    std::ranges::set_symmetric_difference(before, after, std::back_inserter(changes));
    std::set<quint32> prescribers;
    for (const StaffDecision &change : std::as_const(changes))
        prescribers.insert(change.prescriber);
    return prescribers;
}

/// Ids of those of whom one more pair, or one less, is refused.
QSet<qint64> refusedAnew(const QSet<std::pair<qint64, qint64>> &before,
                         const QSet<std::pair<qint64, qint64>> &after)
{
    QSet<qint64> prescribers;
    for (const auto &pair : (before - after) + (after - before))
        prescribers.insert(pair.first);
    return prescribers;
}
} // namespace

MatchedStation::MatchedStation(StationInput station, std::shared_ptr<const EvidenceEngine> engine)
    : m_station(std::move(station))
    , m_engine(std::move(engine))
    , m_evidence(m_station, m_engine->lexicon())
{
}

QVector<PrescriberId> MatchedStation::hear(const StaffWord &word)
{
    std::set<qsizetype> touched;
    const QSet<qint64> refused = refusedAnew(m_station.refused, word.refused);
    for (qsizetype row = 0; row < m_station.prescribers.size() && !refused.isEmpty(); ++row) {
        if (refused.contains(m_station.prescribers.at(row).id.value))
            touched.insert(row);
    }
    const std::set<quint32> decidedAnew = differing(m_station.decided, word.decided);
    m_station.refused = word.refused;
    m_station.decided = word.decided;
    for (const quint32 row : decidedAnew) {
        touched.insert(row);
        const auto others = m_evidence.decideAgain(m_station, m_engine->lexicon(), row);
        if (knowsPatients()) // names alone are compared without what staff said
            touched.insert(others.cbegin(), others.cend());
    }
    for (const StaffDecision &decision : std::as_const(m_station.decided))
        touched.erase(decision.prescriber);
    QVector<PrescriberId> prescribers;
    for (const qsizetype row : touched)
        prescribers.append(m_station.prescribers.at(row).id);
    return prescribers;
}

std::optional<CandidateSet> MatchedStation::setOf(PrescriberId prescriber) const
{
    const auto row = rowOf(prescriber);
    if (!row)
        return {};
    return knowsPatients() ? m_engine->setOf(m_station, m_evidence, *row)
                           : m_engine->match(m_station).at(*row);
}

QMap<qint64, QString> MatchedStation::whyNot(PrescriberId prescriber) const
{
    const auto row = rowOf(prescriber);
    return row ? m_engine->whyNot(m_station, m_evidence, *row) : QMap<qint64, QString>();
}

std::optional<qsizetype> MatchedStation::rowOf(PrescriberId prescriber) const
{
    const auto found = std::ranges::lower_bound(m_station.prescribers, prescriber, {}, &Prescriber::id);
    if (found == m_station.prescribers.cend() || found->id != prescriber)
        return {};
    return found - m_station.prescribers.cbegin();
}

} // namespace renewal::correlation
