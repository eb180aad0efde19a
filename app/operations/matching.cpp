// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/matching.h"

#include "app/operations/stalelinks.h"
#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationrepository.h"
#include "app/store/decisionlock.h"
#include "app/store/renewalrepository.h"
#include "app/store/stationrepository.h"
#include "app/store/transaction.h"
#include "models/rest/restcorrelations.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::Transaction;

namespace {
QString actor()
{
    return u"matching"_s;
}

QString say(const char *text)
{
    return QCoreApplication::translate("Matching", text);
}

bool isHuman(CorrelationStatus status)
{
    return status == CorrelationStatus::Manual || status == CorrelationStatus::Refused ||
           status == CorrelationStatus::External;
}

/// A person's link whose grounds are gone comes back to a person.
bool isEndedByPerson(const Correlation &correlation)
{
    return correlation.status == CorrelationStatus::Stale && correlation.decidedBy != actor();
}

/// Says the same: storing it again would only make noise in the history.
bool isSame(const Correlation &a, const Correlation &b)
{
    return a.status == b.status && a.careTeam == b.careTeam && a.probability == b.probability &&
           a.engineVersion == b.engineVersion;
}

void add(DecisionEffect &sum, const DecisionEffect &part)
{
    sum.becomeReady += part.becomeReady;
    sum.becomeNeedsTeam += part.becomeNeedsTeam;
    sum.becomeExternal += part.becomeExternal;
    sum.stayReady += part.stayReady;
    sum.stayNeedsTeam += part.stayNeedsTeam;
    sum.stayExternal += part.stayExternal;
    sum.unchanged += part.unchanged;
}

void add(MatchingReport &sum, const MatchingReport &part)
{
    sum.stations += part.stations;
    sum.prescribers += part.prescribers;
    sum.linked += part.linked;
    sum.suggested += part.suggested;
    sum.withoutCandidates += part.withoutCandidates;
    sum.becameStale += part.becameStale;
    add(sum.effect, part.effect);
}

QString countsState(const MatchingReport &report, const QString &engineVersion)
{
    const QJsonObject counts{
        {u"engineVersion"_s, engineVersion},
        {u"prescribers"_s, report.prescribers},
        {u"linked"_s, report.linked},
        {u"suggested"_s, report.suggested},
        {u"withoutCandidates"_s, report.withoutCandidates},
        {u"becameStale"_s, report.becameStale},
        {u"effect"_s, toJson(report.effect)},
    };
    return QString::fromUtf8(QJsonDocument(counts).toJson(QJsonDocument::Compact));
}
} // namespace

QString MatchingReport::text() const
{
    return say(QT_TRANSLATE_NOOP("Matching", "%1 prescribers looked at: %2 newly linked, %3 need a person, "
                                             "%4 have no candidate; %5 renewals "
                                             "became ready to route."))
        .arg(prescribers)
        .arg(linked)
        .arg(suggested)
        .arg(withoutCandidates)
        .arg(effect.becomeReady);
}

Result<MatchingReport> Matching::run(const QStringList &parentStations, const Progress &progress)
{
    QStringList stations = parentStations;
    if (stations.isEmpty()) {
        const auto all = store::StationRepository(m_connection).parentsWithPrescribers();
        if (!all)
            return failure(all.error());
        stations = *all;
    }
    MatchingReport report;
    for (qsizetype i = 0; i < stations.size(); ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(stations.size());
        const QString what = say(QT_TRANSLATE_NOOP("Matching", "Matching station %1.")).arg(stations[i]);
        if (progress && !progress(part, what)) {
            return failure(
                ErrorCode::Cancelled,
                say(QT_TRANSLATE_NOOP("Matching",
                                      "Matching was stopped after %1 of %2 stations; these are done."))
                    .arg(i)
                    .arg(stations.size()));
        }
        if (const Done done = matchStation(stations[i], report); !done)
            return failure(done.error());
    }
    return report;
}

Done Matching::matchStation(const QString &parentStation, MatchingReport &report)
{
    // Thinking takes its time; the write lock is taken only for its result. Who overtakes it meanwhile, with
    // a decision or an import, makes it think again, now under the lock.
    auto sight = look(parentStation);
    if (!sight)
        return failure(sight.error());
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return locked;
    const auto overtaken = isOvertaken(parentStation, sight->seen);
    if (!overtaken)
        return failure(overtaken.error());
    if (*overtaken)
        sight = look(parentStation);
    if (!sight)
        return failure(sight.error());
    if (const Done applied = applySets(parentStation, sight->sets, report); !applied)
        return applied;
    return transaction->commit();
}

Result<Matching::Sight> Matching::look(const QString &parentStation)
{
    auto transaction = Transaction::begin(m_connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    const auto seen = store::ChangeRepository(m_connection).newest();
    if (!seen)
        return failure(seen.error());
    const auto input = store::CorrelationRepository(m_connection).stationInput(parentStation);
    if (!input)
        return failure(input.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return Sight{m_engine.match(*input), *seen};
}

/// True when somebody changed what matching saw of the station.
Result<bool> Matching::isOvertaken(const QString &parentStation, qint64 seen)
{
    constexpr int most = 200;
    const auto since = store::ChangeRepository(m_connection).after(seen, most);
    if (!since)
        return failure(since.error());
    if (since->changes.size() == most)
        return true;
    for (const Change &change : since->changes) {
        if (change.kind == "renewal"_L1 || change.kind == "rollout"_L1 || change.kind == "review"_L1)
            continue;
        if (change.kind != "prescriber"_L1 || change.subject == "*"_L1)
            return true;
        const auto here =
            m_connection.number(u"SELECT count(*) FROM prescriber WHERE id = ? AND parent_station = ?"_s,
                                {change.subject.section(u'/', 1).toLongLong(), parentStation});
        if (!here)
            return failure(here.error());
        if (*here > 0)
            return true;
    }
    return false;
}

Done Matching::applySets(const QString &parentStation, const QVector<CandidateSet> &sets,
                         MatchingReport &report)
{
    if (const auto ended = StaleLinks(m_connection, m_clock.now(), actor()).end(parentStation); !ended)
        return failure(ended.error());
    MatchingReport station;
    station.stations = 1;
    const auto changed = store(parentStation, sets, station);
    if (!changed)
        return failure(changed.error());
    const auto moved = store::RenewalRepository(m_connection).moveStation(parentStation);
    if (!moved)
        return failure(moved.error());
    station.effect = *moved;
    const QString startedNote =
        m_startedBy.isEmpty()
            ? QString()
            : say(QT_TRANSLATE_NOOP("Matching", "Matching was started by %1.")).arg(m_startedBy);
    if (const Done done = recordChanges(*changed, startedNote); !done)
        return done;
    if (const Done done = recordRun(parentStation, station); !done)
        return done;
    add(report, station);
    return ok();
}

Result<QVector<Correlation>> Matching::applyFew(const QString &parentStation,
                                                const QVector<CandidateSet> &sets, const QString &because)
{
    if (sets.isEmpty())
        return QVector<Correlation>();
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    MatchingReport counts;
    const auto changed = store(parentStation, sets, counts);
    if (!changed)
        return changed;
    store::RenewalRepository renewals(m_connection);
    for (const Correlation &correlation : *changed) {
        const auto moved = renewals.move(
            correlation,
            say(QT_TRANSLATE_NOOP("Matching", "Matching is no longer sure of the care team it had linked.")));
        if (!moved)
            return failure(moved.error());
    }
    if (const Done done = recordChanges(*changed, because); !done)
        return failure(done.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return changed;
}

/// Candidates and correlations, without the renewals.
Result<QVector<Correlation>> Matching::store(const QString &parentStation, const QVector<CandidateSet> &sets,
                                             MatchingReport &station)
{
    store::CorrelationRepository correlations(m_connection);
    station.prescribers = sets.size();
    if (const Done done = correlations.storeCandidates(sets); !done)
        return failure(done.error());
    auto changed = decided(sets, station);
    if (!changed)
        return changed;
    const store::CorrelationStep step{
        m_clock.now(), actor(), u"correlation.matched"_s,
        say(QT_TRANSLATE_NOOP("Matching", "Matching compared names and patients within the station."))};
    const auto stored = correlations.storeAutomatic(*changed, step);
    if (!stored)
        return failure(stored.error());
    if (*stored != changed->size()) {
        return failure(
            ErrorCode::Conflict,
            say(QT_TRANSLATE_NOOP("Matching",
                                  "Staff decided while station %1 was matched; start matching again."))
                .arg(parentStation));
    }
    return changed;
}

/// The correlations that matching changes, in the order of the sets.
Result<QVector<Correlation>> Matching::decided(const QVector<CandidateSet> &sets, MatchingReport &station)
{
    store::CorrelationRepository correlations(m_connection);
    QVector<Correlation> changed;
    for (const CandidateSet &set : sets) {
        const auto present = correlations.current(set.prescriberId);
        if (!present)
            return failure(present.error());
        if (set.candidates.isEmpty())
            ++station.withoutCandidates;
        if (isHuman(present->status) || isEndedByPerson(*present))
            continue;
        const Correlation wanted = next(*present, set);
        if (!set.candidates.isEmpty() && !isLinked(wanted.status))
            ++station.suggested;
        if (isSame(*present, wanted))
            continue;
        if (isLinked(wanted.status))
            ++station.linked;
        if (wanted.status == CorrelationStatus::Stale)
            ++station.becameStale;
        changed.append(wanted);
    }
    return changed;
}

/// The same team is still the best one; the threshold was raised, or matching became less certain.
bool Matching::isOnlyLessSure(const Correlation &present, const CandidateSet &set) const
{
    if (!m_policy || present.status != CorrelationStatus::Automatic || set.candidates.isEmpty() ||
        set.candidates.constFirst().careTeam != present.careTeam)
        return false;
    const double best = set.candidates.constFirst().probability;
    const double second = set.candidates.size() > 1 ? set.candidates.at(1).probability : 0;
    return best < m_policy->probability || best < second * std::exp2(m_policy->marginBits);
}

Correlation Matching::next(const Correlation &present, const CandidateSet &set) const
{
    Correlation next = present;
    const bool automatic = set.automatic && !set.candidates.isEmpty();
    if (!automatic && !isOnlyLessSure(present, set) &&
        (present.status == CorrelationStatus::Automatic || present.status == CorrelationStatus::Stale)) {
        next.status = CorrelationStatus::Stale;
        return next;
    }
    next.careTeam = automatic ? set.candidates.first().careTeam : TriageTeamId{};
    next.probability = automatic ? std::optional(set.candidates.first().probability) : std::nullopt;
    next.status = automatic                  ? CorrelationStatus::Automatic
                  : set.candidates.isEmpty() ? CorrelationStatus::None
                                             : CorrelationStatus::Suggested;
    next.engineVersion = next.status == CorrelationStatus::None ? QString() : set.engineVersion;
    if (!isSame(present, next)) {
        next.validFrom = m_clock.now();
        next.validTo = {};
        next.decidedBy = next.status == CorrelationStatus::Automatic ? actor() : QString();
        next.note = automatic ? set.explanation : QString();
    }
    return next;
}

Done Matching::recordChanges(const QVector<Correlation> &changed, const QString &note)
{
    QStringList subjects;
    for (const Correlation &correlation : changed)
        subjects.append(u"prescriber/"_s + QString::number(correlation.prescriberId.value));
    if (subjects.isEmpty())
        return ok();
    if (const Done done = store::ChangeRepository(m_connection).add(u"prescriber"_s, subjects); !done)
        return done;
    store::AuditRepository audit(m_connection);
    for (qsizetype i = 0; i < changed.size(); ++i) {
        const bool linked = isLinked(changed[i].status);
        if (!linked && changed[i].status != CorrelationStatus::Stale)
            continue; // a suggestion decides nothing
        const auto entry = audit.append({0,
                                         m_clock.now(),
                                         actor(),
                                         linked ? u"correlation.linked"_s : u"correlation.stale"_s,
                                         subjects[i],
                                         {},
                                         QString::fromUtf8(store::toDocument(changed[i])),
                                         note,
                                         {},
                                         {}});
        if (!entry)
            return failure(entry.error());
    }
    return ok();
}

Done Matching::recordRun(const QString &parentStation, const MatchingReport &station)
{
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    m_clock.now(),
                                    m_startedBy.isEmpty() ? actor() : m_startedBy,
                                    u"matching.finished"_s,
                                    u"station/"_s + parentStation,
                                    {},
                                    countsState(station, m_engine.version()),
                                    {},
                                    {},
                                    {}});
    return entry ? ok() : Done(failure(entry.error()));
}

} // namespace renewal::operations
