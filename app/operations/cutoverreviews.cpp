// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/cutoverreviews.h"

#include "app/operations/cutoverrecord.h"
#include "app/operations/cutovers.h"
#include "app/operations/matchingtables.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/transaction.h"
#include "models/correlation/crosswalk.h"
#include "models/correlation/poolproposals.h"

#include <QHash>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::CutOverRepository;
using store::Transaction;

namespace {
constexpr qsizetype shownPools = 5;
constexpr qsizetype shownNames = 3;
} // namespace

Result<CutOverReview> CutOverReviews::review(CutOverId id)
{
    auto transaction = Transaction::begin(m_connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    CutOverReview review;
    const auto cutOver = CutOvers(m_connection, m_clock).find(id);
    if (!cutOver)
        return failure(cutOver.error());
    review.cutOver = *cutOver;
    auto teams = this->teams(*cutOver);
    if (!teams)
        return failure(teams.error());
    review.teams = std::move(*teams);
    const Done proposed = propose(*cutOver, review);
    return proposed ? Result<CutOverReview>(review) : failure(proposed.error());
}

/// The old care teams with those who are to be carried over.
Result<QVector<CutOverTeam>> CutOverReviews::teams(const CutOver &cutOver)
{
    CutOverRepository cutOvers(m_connection);
    const auto members = cutOvers.members(cutOver);
    if (!members)
        return failure(members.error());
    const auto choices = cutOvers.choices(cutOver);
    if (!choices)
        return failure(choices.error());
    QHash<qint64, CutOverTeam> byId;
    for (const store::CutOverMember &member : *members) {
        CutOverTeam &team = byId[member.oldTeam.value];
        team.careTeam = member.oldTeam;
        ++team.prescribers;
        team.open += member.isOpen ? 1 : 0;
        team.waiting += member.waiting;
        if (team.someNames.size() < shownNames)
            team.someNames.append(member.name);
    }
    for (const PoolChoice &choice : *choices) {
        if (const auto team = byId.find(choice.oldTeam.value); team != byId.end())
            team->choice = choice;
    }
    QVector<CutOverTeam> teams = byId.values();
    std::ranges::sort(teams, [](const CutOverTeam &a, const CutOverTeam &b) {
        return a.prescribers != b.prescribers ? a.prescribers > b.prescribers : a.careTeam < b.careTeam;
    });
    return teams;
}

Done CutOverReviews::propose(const CutOver &cutOver, CutOverReview &review)
{
    const auto station = store::CorrelationRepository(m_connection).stationTeams(cutOver.parentStation);
    if (!station)
        return failure(station.error());
    const auto lexicon = loadLexicon();
    if (!lexicon)
        return failure(lexicon.error());
    const auto crosswalk = CutOverRepository(m_connection).crosswalk(cutOver);
    if (!crosswalk)
        return failure(crosswalk.error());
    review.pools = correlation::openPools(*station);
    std::ranges::stable_sort(review.pools, {}, &CareTeam::shownName);
    QVector<TriageTeamId> oldTeams;
    for (const CutOverTeam &team : std::as_const(review.teams))
        oldTeams.append(team.careTeam);
    const auto proposals = correlation::proposePools(*station, *lexicon, oldTeams, *crosswalk);
    for (qsizetype i = 0; i < review.teams.size(); ++i) {
        CutOverTeam &team = review.teams[i];
        team.proposal = proposals.at(i);
        team.proposal.pools.resize(std::min(team.proposal.pools.size(), shownPools));
        const auto known = std::ranges::find(station->careTeams, team.careTeam, &CareTeam::triageTeamId);
        team.name =
            known == station->careTeams.cend() ? QString::number(team.careTeam.value) : known->shownName();
    }
    return ok();
}

Result<CrosswalkReport> CutOverReviews::giveCrosswalk(CutOverId id, const QVector<CrosswalkRow> &rows,
                                                      const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    CutOverRepository cutOvers(m_connection);
    const auto cutOver = cutOvers.find(id);
    if (!cutOver)
        return failure(cutOver.error());
    const auto careTeams = store::CareTeamRepository(m_connection).ofStation(cutOver->parentStation);
    if (!careTeams)
        return failure(careTeams.error());
    const auto fitted = correlation::fitCrosswalk(rows, *careTeams);
    CrosswalkReport report{rows.size(), fitted.problems.isEmpty(), fitted.problems};
    if (!report.taken)
        return report;
    const auto touched = cutOvers.touch(*cutOver);
    if (!touched)
        return failure(touched.error());
    if (const Done done = cutOvers.setCrosswalk(*touched, fitted.pairs); !done)
        return failure(done.error());
    if (const Done done = recordCutOver(m_connection, {m_clock.now(), actor}, u"cut_over.crosswalk"_s,
                                        *touched, {{u"rows"_s, fitted.pairs.size()}}, {});
        !done)
        return failure(done.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return report;
}

} // namespace renewal::operations
