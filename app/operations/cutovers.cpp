// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/cutovers.h"

#include "app/operations/cutoverdivisions.h"
#include "app/operations/cutoverrecord.h"
#include "app/operations/poolchoices.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/decisionlock.h"
#include "app/store/stationrepository.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::CutOverLink;
using store::CutOverRepository;
using store::Transaction;

namespace {
constexpr int mostDaysBack = 366;
constexpr int mostDaysAhead = 3 * 366;
constexpr qsizetype longestReason = 2000;

QString say(const char *text)
{
    return QCoreApplication::translate("CutOvers", text);
}

bool isStamped(const store::VistaLink &link, const QDateTime &endsAt)
{
    return !link.validTo.isValid() || link.validTo > endsAt;
}
} // namespace

Done countTeams(store::Connection &connection, CutOver &cutOver)
{
    CutOverRepository cutOvers(connection);
    const auto members = cutOvers.members(cutOver);
    if (!members)
        return failure(members.error());
    const auto choices = cutOvers.choices(cutOver);
    if (!choices)
        return failure(choices.error());
    QSet<qint64> all;
    QSet<qint64> open;
    for (const store::CutOverMember &member : *members) {
        all.insert(member.oldTeam.value);
        const auto choice = std::ranges::find(*choices, member.oldTeam, &PoolChoice::oldTeam);
        // None of the pools is right: that is decided, and its prescribers wait in the work list.
        if (member.isOpen && (choice == choices->cend() || choice->pool.isValid()))
            open.insert(member.oldTeam.value);
    }
    cutOver.oldTeams = all.size();
    cutOver.openTeams = open.size();
    return ok();
}

Result<QVector<CutOver>> CutOvers::list()
{
    auto all = CutOverRepository(m_connection).inForce();
    if (!all)
        return all;
    for (CutOver &one : *all) {
        if (const Done counted = countTeams(m_connection, one); !counted)
            return failure(counted.error());
    }
    return all;
}

Result<CutOver> CutOvers::find(CutOverId id)
{
    auto found = CutOverRepository(m_connection).find(id);
    if (!found)
        return found;
    const Done counted = countTeams(m_connection, *found);
    return counted ? found : failure(counted.error());
}

/// The day as an instant at the station, when it can be one.
Result<CutOver> CutOvers::checked(const CutOverEntry &entry)
{
    const auto stations = store::StationRepository(m_connection).list();
    if (!stations)
        return failure(stations.error());
    const auto found = std::ranges::find_if(
        *stations, [&](const Station &one) { return one.number.text() == entry.parentStation; });
    if (found == stations->cend()) {
        return failure(
            ErrorCode::InvalidInput,
            say(QT_TRANSLATE_NOOP("CutOvers", "There is no parent station %1. Choose one of the list."))
                .arg(entry.parentStation.left(8)));
    }
    const QDate today = m_clock.now().date();
    if (!entry.date.isValid() || entry.date < today.addDays(-mostDaysBack) ||
        entry.date > today.addDays(mostDaysAhead)) {
        return failure(ErrorCode::InvalidInput,
                       say(QT_TRANSLATE_NOOP("CutOvers", "The day of a cut-over lies at most a year back or "
                                                         "three years ahead. Check the year.")));
    }
    const QTimeZone named(found->timeZone.toUtf8());
    CutOver cutOver;
    cutOver.parentStation = entry.parentStation;
    cutOver.date = entry.date;
    cutOver.endsAt = entry.date.startOfDay(named.isValid() ? named : QTimeZone::utc()).toUTC();
    cutOver.note = entry.note;
    return cutOver;
}

Result<CutOverEffect> CutOvers::preview(const CutOverEntry &entry)
{
    auto transaction = Transaction::begin(m_connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    const auto cutOver = checked(entry);
    if (!cutOver)
        return failure(cutOver.error());
    const auto links = CutOverRepository(m_connection).vistaLinks(entry.parentStation);
    if (!links)
        return failure(links.error());
    CutOverEffect effect;
    QSet<qint64> teams;
    for (const store::VistaLink &link : *links) {
        const bool stamped = isStamped(link, cutOver->endsAt);
        effect.links += stamped ? 1 : 0;
        effect.sooner += stamped ? 0 : 1;
        effect.waiting += stamped ? link.waiting : 0;
        teams.insert(link.careTeam.value);
    }
    effect.oldTeams = teams.size();
    const auto divisions = vistaDivisions(m_connection, entry.parentStation);
    if (!divisions)
        return failure(divisions.error());
    effect.divisions = *divisions;
    const auto careTeams = store::CareTeamRepository(m_connection).ofStation(entry.parentStation);
    if (!careTeams)
        return failure(careTeams.error());
    for (const CareTeam &team : *careTeams)
        effect.pools += team.ehr == EhrSystem::OracleHealth && !team.blocked ? 1 : 0;
    return effect;
}

Result<CutOver> CutOvers::enter(const CutOverEntry &entry, const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    auto wanted = checked(entry);
    if (!wanted)
        return wanted;
    const CutOverStep step{m_clock.now(), actor};
    wanted->enteredAt = step.at;
    wanted->enteredBy = actor;
    CutOverRepository cutOvers(m_connection);
    const auto cutOver = cutOvers.add(*wanted);
    if (!cutOver)
        return cutOver;
    const auto links = cutOvers.vistaLinks(entry.parentStation);
    if (!links)
        return failure(links.error());
    const QString text =
        say(QT_TRANSLATE_NOOP("CutOvers", "The station goes to Oracle Health on %1; the link "
                                          "to its old care team ends then."))
            .arg(cutOver->date.toString(Qt::ISODate));
    for (const store::VistaLink &link : *links) {
        const bool stamped = isStamped(link, cutOver->endsAt);
        if (const Done added = cutOvers.addLink(
                *cutOver, {link.prescriber, link.careTeam, stamped, link.validTo, std::nullopt});
            !added)
            return failure(added.error());
        if (!stamped)
            continue;
        const auto before = store::CorrelationRepository(m_connection).current(link.prescriber);
        if (!before)
            return failure(before.error());
        Correlation next = *before;
        next.validTo = cutOver->endsAt;
        if (const Done done = recordLink(m_connection, step, u"correlation.end_set"_s, *before, next, text);
            !done)
            return failure(done.error());
    }
    if (const Done done = recordCutOver(m_connection, step, u"cut_over.entered"_s, *cutOver,
                                        {{u"links"_s, links->size()}}, cutOver->note);
        !done)
        return failure(done.error());
    if (const Done settled = settleStation(m_connection, step, cutOver->parentStation); !settled)
        return failure(settled.error());
    const auto entered = find(cutOver->id);
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return entered;
}

Result<CutOverOutcome> CutOvers::withdraw(CutOverId id, qint64 version, const QString &reason,
                                          const QString &actor)
{
    if (reason.trimmed().isEmpty() || reason.size() > longestReason)
        return failure(ErrorCode::InvalidInput,
                       say(QT_TRANSLATE_NOOP("CutOvers", "Say why the cut-over is withdrawn, in up to 2,000 "
                                                         "characters.")));
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    CutOverRepository cutOvers(m_connection);
    auto seen = cutOvers.find(id);
    if (!seen)
        return failure(seen.error());
    seen->version = version;
    const auto cutOver = cutOvers.touch(*seen);
    if (!cutOver)
        return failure(cutOver.error());
    CutOverOutcome outcome{*cutOver, 0, 0, {}};
    const CutOverStep step{m_clock.now(), actor};
    if (const Done done = PoolChoices(m_connection, m_clock).undoAll(*cutOver, actor, outcome); !done)
        return failure(done.error());
    outcome.prescribers = 0; // those that were linked to a pool get their old link back, and count there
    if (const Done done = giveBackAll(*cutOver, actor, outcome); !done)
        return failure(done.error());
    if (const Done done = cutOvers.withdraw(*cutOver, step.at); !done)
        return failure(done.error());
    if (const auto divisions = giveBackDivisions(m_connection, *cutOver, step); !divisions)
        return failure(divisions.error());
    if (const Done done =
            recordCutOver(m_connection, step, u"cut_over.withdrawn"_s, *cutOver,
                          {{u"prescribers"_s, outcome.prescribers}, {u"left"_s, outcome.left}}, reason);
        !done)
        return failure(done.error());
    if (const Done settled = settleStation(m_connection, step, cutOver->parentStation); !settled)
        return failure(settled.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return outcome;
}

Done CutOvers::giveBackAll(const CutOver &cutOver, const QString &actor, CutOverOutcome &outcome)
{
    CutOverRepository cutOvers(m_connection);
    auto links = cutOvers.links(cutOver);
    if (!links)
        return failure(links.error());
    // Links that were made after the day was entered ended all the same.
    const auto ended = cutOvers.endedByDay(cutOver.parentStation);
    if (!ended)
        return failure(ended.error());
    for (const PrescriberId prescriber : *ended) {
        if (std::ranges::find(std::as_const(*links), prescriber, &CutOverLink::prescriber) == links->cend())
            links->append({prescriber, {}, false, {}, std::nullopt});
    }
    for (const CutOverLink &link : *links) {
        const auto given = giveBack(cutOver, link, actor);
        if (!given)
            return failure(given.error());
        outcome.prescribers += *given ? 1 : 0;
        outcome.left += !*given && link.stamped ? 1 : 0;
    }
    return ok();
}

/// False when somebody decided otherwise in the meantime: that stands.
Result<bool> CutOvers::giveBack(const CutOver &cutOver, const CutOverLink &link, const QString &actor)
{
    const auto present = store::CorrelationRepository(m_connection).current(link.prescriber);
    if (!present)
        return failure(present.error());
    if (link.careTeam.isValid() && present->careTeam != link.careTeam)
        return false;
    Correlation next = *present;
    if (isLinked(present->status)) {
        if (!link.stamped || present->validTo != cutOver.endsAt)
            return false;
    } else {
        if (present->status != CorrelationStatus::Stale || present->change.kind != u"cut_over")
            return false;
        const auto before =
            CutOverRepository(m_connection).beforeItEnded(link.prescriber, cutOver.parentStation);
        if (!before)
            return failure(before.error());
        if (!*before || (*before)->careTeam != present->careTeam)
            return false;
        next = **before;
        next.version = present->version;
    }
    if (link.stamped && next.validTo == cutOver.endsAt)
        next.validTo = link.formerValidTo;
    const QString text = say(QT_TRANSLATE_NOOP("CutOvers", "The cut-over of %1 was withdrawn; the link holds "
                                                           "as long as before."))
                             .arg(cutOver.date.toString(Qt::ISODate));
    const Done done =
        recordLink(m_connection, {m_clock.now(), actor}, u"correlation.end_restored"_s, *present, next, text);
    return done ? Result<bool>(true) : failure(done.error());
}

} // namespace renewal::operations
