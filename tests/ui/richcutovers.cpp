// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/richworld.h"

namespace renewal::test {

using namespace Qt::StringLiterals;

namespace {
CutOverTeam oldTeam(qint64 id, const QString &name, qint64 prescribers, ProposalStrength strength,
                    const QString &why)
{
    CutOverTeam team;
    team.careTeam = {id};
    team.name = name;
    team.prescribers = prescribers;
    team.open = prescribers;
    team.waiting = 3 * prescribers;
    team.someNames = {u"Okafor, Chidi"_s, u"Smith, Ann"_s};
    PoolProposal &proposal = team.proposal;
    proposal.oldTeam = team.careTeam;
    proposal.strength = strength;
    proposal.why = why;
    const bool sure = strength == ProposalStrength::Strong;
    proposal.pools = {{{9201},
                       u"VHA DAY Primary Care Green - Clinical"_s,
                       sure ? 0.98 : 0.45,
                       {{u"words"_s, sure ? 7.0 : 1.0, why}}},
                      {{9202}, u"VHA DAY Primary Care Blue - Clinical"_s, sure ? 0.01 : 0.44, {}}};
    proposal.noneProbability = sure ? 0.01 : 0.11;
    return team;
}
} // namespace

void RichWorld::fillCutOvers()
{
    CutOverReview review;
    review.cutOver.id = {1};
    review.cutOver.parentStation = u"552"_s;
    review.cutOver.date = clock.now().date().addDays(26);
    review.cutOver.enteredBy = u"R. Alvarez"_s;
    review.cutOver.note = u"Wave 3"_s;
    review.cutOver.links = 12;
    review.cutOver.oldTeams = 3;
    review.cutOver.openTeams = 3;
    review.teams = {
        oldTeam(9101, u"** DAYTON: Primary Care Green %"_s, 5, ProposalStrength::Strong,
                u"\"GREEN\" stands in both names; 1 of 3 pools have it."_s),
        oldTeam(9102, u"DAYTON PRIMARY CARE"_s, 4, ProposalStrength::Undecided,
                u"Two pools fit about as well."_s),
        oldTeam(9103, u"DAY CARDIO"_s, 3, ProposalStrength::Strong, u"The crosswalk names this pool."_s)};
    for (const auto &[id, name] : {std::pair(9203, u"VHA DAY Cardiology - Clinical"_s),
                                   std::pair(9202, u"VHA DAY Primary Care Blue - Clinical"_s),
                                   std::pair(9201, u"VHA DAY Primary Care Green - Clinical"_s)}) {
        CareTeam pool;
        pool.triageTeamId = {id};
        pool.name = name;
        pool.station = StationNumber(u"552"_s);
        pool.ehr = EhrSystem::OracleHealth;
        review.pools.append(pool);
    }
    cutOvers.reviews = {review};
    cutOvers.effect = {12, 1, 40, 3, 3};
    cutOvers.outcome.cutOver = review.cutOver;
    cutOvers.outcome.prescribers = 5;
}

} // namespace renewal::test
