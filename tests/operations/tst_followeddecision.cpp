// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/decisions.h"
#include "app/operations/followeddecision.h"
#include "app/operations/matchingrun.h"
#include "app/operations/matchingthreshold.h"
#include "app/operations/stationmemory.h"
#include "app/operations/verify.h"
#include "app/store/careteamrepository.h"
#include "app/store/changerepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <algorithm>
#include <functional>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
constexpr PrescriberId adam{1};
constexpr PrescriberId bella{2};
constexpr TriageTeamId named{7001}; ///< "PACT SMITH"
constexpr TriageTeamId blue{7002};
} // namespace

/// Two prescribers of one surname, a care team that bears it, and decisions about one of them: what they do
/// to the other one at once is what matching of the whole station would find.
class TestFollowedDecision : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void theOtherOfTheNameMoves_data();
    void theOtherOfTheNameMoves();
    void undoBringsBackWhatWas();
    void movedRenewalsAndTheRecord();
    void whereMatchingNeverRanNothingFollows();
    void changedRecordsAreReadAnew();
    void aMovedThresholdHoldsAtOnce();
    void anothersDecisionIsFollowedToo();

private:
    void fill();
    Done match();
    Result<DecisionOutcome> decide(PrescriberId who, DecisionKind kind, TriageTeamId team = {});
    Result<DecisionOutcome> undo(PrescriberId who);
    Result<DecisionOutcome> followed(PrescriberId who,
                                     const std::function<Result<DecisionOutcome>()> &decision);
    CandidateSet stored(PrescriberId who);
    Correlation current(PrescriberId who);

    FixedClock m_clock{noon()};
    StationMemory m_memory;
};

void TestFollowedDecision::fill()
{
    m_memory = StationMemory();
    for (const auto &[id, name] : {std::pair(7001, u"552 PACT SMITH"_s), std::pair(7002, u"552 PACT BLUE"_s),
                                   std::pair(7003, u"552 PACT JONES"_s), std::pair(7004, u"552 PACT RED"_s)})
        VERIFY_OK(store::CareTeamRepository(connection()).upsert(sampleTeam(id, name, u"552"_s)));
    int number = 0;
    for (const auto &[last, first] : {std::pair(u"SMITH"_s, u"ADAM"_s), std::pair(u"SMITH"_s, u"BELLA"_s),
                                      std::pair(u"JONES"_s, u"CORA"_s), std::pair(u"REED"_s, u"DAN"_s)}) {
        const auto prescriber =
            store::PrescriberRepository(connection()).upsert(samplePrescriber(last, first, u"552"_s), u"t"_s);
        VERIFY_OK(prescriber);
        ++number;
        Renewal renewal = sampleRenewal(QString::number(number), number, u"552"_s);
        renewal.prescriberId = prescriber->id;
        VERIFY_OK(store::RenewalRepository(connection()).insert(renewal));
    }
    // Of 160 patients each prescriber has 40; each is tied to the team of the prescriber's number, but of
    // Bella's every second one to the team that bears her name.
    for (int patient = 0; patient < 160; ++patient) {
        const int prescriber = patient % 4 + 1;
        const int team = prescriber == 2 && patient % 8 == 1 ? 7001 : 7000 + prescriber;
        const QString key = u"P%1"_s.arg(patient, 4, 10, QChar(u'0'));
        VERIFY_OK(connection().run(u"INSERT INTO prescribed (parent_station, station, patient_key, "
                                   u"prescriber_id) VALUES ('552', '552', ?, "
                                   "?)"_s,
                                   {key, prescriber}));
        VERIFY_OK(connection().run(
            u"INSERT INTO patient_team (parent_station, patient_key, triage_team_id) VALUES ('552', ?, ?)"_s,
            {key, team}));
    }
}

Done TestFollowedDecision::match()
{
    const auto run = runMatching(connection(), m_clock, {});
    return run ? ok() : Done(failure(run.error()));
}

Result<DecisionOutcome>
TestFollowedDecision::followed(PrescriberId who, const std::function<Result<DecisionOutcome>()> &decision)
{
    FollowedDecision following(connection(), m_clock, m_memory);
    if (const Done begun = following.begin(who); !begun)
        return failure(begun.error());
    auto outcome = decision();
    if (!outcome)
        return outcome;
    const auto moved = following.follow(who);
    if (!moved)
        return failure(moved.error());
    outcome->moved = *moved;
    return outcome;
}

Result<DecisionOutcome> TestFollowedDecision::decide(PrescriberId who, DecisionKind kind, TriageTeamId team)
{
    Decision decision;
    decision.prescriberId = who;
    decision.kind = kind;
    decision.careTeam = team;
    decision.note = u"Asked by telephone."_s;
    decision.version = current(who).version;
    return followed(who, [&] { return Decisions(connection(), m_clock).decide(decision, u"amara"_s); });
}

Result<DecisionOutcome> TestFollowedDecision::undo(PrescriberId who)
{
    const qint64 version = current(who).version;
    return followed(who, [&] { return Decisions(connection(), m_clock).undo(who, version, u"amara"_s); });
}

CandidateSet TestFollowedDecision::stored(PrescriberId who)
{
    return store::CorrelationRepository(connection()).candidates(who).value_or(CandidateSet());
}

Correlation TestFollowedDecision::current(PrescriberId who)
{
    return store::CorrelationRepository(connection()).current(who).value_or(Correlation());
}

void TestFollowedDecision::theOtherOfTheNameMoves_data()
{
    QTest::addColumn<TriageTeamId>("team");
    QTest::addColumn<bool>("rises");
    QTest::newRow("the name is Adam's") << named << false;
    QTest::newRow("Adam is elsewhere") << TriageTeamId{7004} << true;
}

void TestFollowedDecision::theOtherOfTheNameMoves()
{
    QFETCH(TriageTeamId, team);
    QFETCH(bool, rises);
    fill();
    VERIFY_OK(match());
    const CandidateSet before = stored(bella);
    const auto outcome = decide(adam, DecisionKind::Link, team);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->moved.size(), 1);
    const MovedCase &moved = outcome->moved.constFirst();
    QCOMPARE(moved.prescriberId, bella);
    QCOMPARE(moved.prescriber, u"Smith, Bella"_s);
    const auto chance = [](const CandidateSet &set, TriageTeamId of) {
        const auto found = std::ranges::find(set.candidates, of, &Candidate::careTeam);
        return found == set.candidates.cend() ? 0 : found->probability;
    };
    QCOMPARE(chance(stored(bella), named) > chance(before, named), rises);
    // Nothing is left for matching to find.
    const CandidateSet followed = stored(bella);
    VERIFY_OK(match());
    QVERIFY(stored(bella) == followed);
}

void TestFollowedDecision::undoBringsBackWhatWas()
{
    fill();
    VERIFY_OK(match());
    const CandidateSet before = stored(bella);
    const Correlation link = current(bella);
    VERIFY_OK(decide(adam, DecisionKind::Link, TriageTeamId{7004}));
    QVERIFY(stored(bella) != before);
    const auto taken = undo(adam);
    VERIFY_OK(taken);
    QCOMPARE(taken->moved.size(), 1);
    QVERIFY(stored(bella) == before);
    QCOMPARE(toString(current(bella).status), toString(link.status));
    QCOMPARE(current(bella).careTeam, link.careTeam);
}

void TestFollowedDecision::movedRenewalsAndTheRecord()
{
    fill();
    VERIFY_OK(match());
    // Bella's renewal follows her link whichever way it goes, and the record stays whole.
    for (const TriageTeamId team : {named, TriageTeamId{7004}}) {
        VERIFY_OK(decide(adam, DecisionKind::Link, team));
        const Correlation link = current(bella);
        const auto ready = connection().number(
            u"SELECT count(*) FROM renewal WHERE prescriber_id = 2 AND state = 'ready_to_route'"_s, {});
        VERIFY_OK(ready);
        QCOMPARE(*ready, isLinked(link.status) ? 1 : 0);
    }
    const auto chain = verifyAudit(connection());
    VERIFY_OK(chain);
}

void TestFollowedDecision::whereMatchingNeverRanNothingFollows()
{
    fill();
    const auto outcome = decide(adam, DecisionKind::Link, named);
    VERIFY_OK(outcome);
    QVERIFY(outcome->moved.isEmpty());
    QCOMPARE(connection().number(u"SELECT count(*) FROM candidate_set"_s, {}).value_or(-1), 0);
}

void TestFollowedDecision::changedRecordsAreReadAnew()
{
    fill();
    VERIFY_OK(match());
    VERIFY_OK(decide(PrescriberId{4}, DecisionKind::Refuse)); // the station is kept now
    // The team drops the name: from now on Adam's decisions say nothing about Bella.
    VERIFY_OK(store::CareTeamRepository(connection()).upsert(sampleTeam(7001, u"552 PACT GOLD"_s)));
    VERIFY_OK(store::ChangeRepository(connection()).add(u"care_team"_s, u"*"_s));
    VERIFY_OK(match());
    const auto outcome = decide(adam, DecisionKind::Link, named);
    VERIFY_OK(outcome);
    QVERIFY(outcome->moved.isEmpty());
}

void TestFollowedDecision::aMovedThresholdHoldsAtOnce()
{
    fill();
    VERIFY_OK(match());
    VERIFY_OK(decide(PrescriberId{4}, DecisionKind::Refuse)); // the station is kept now
    const auto kept = m_memory.at(connection(), u"552"_s);
    VERIFY_OK(kept);
    QCOMPARE((*kept)->policy, correlation::Policy());
    MatchingThreshold wanted = MatchingThresholds(connection()).history()->constFirst();
    wanted.probability = 0.97;
    wanted.reason = u"Reviewed."_s;
    VERIFY_OK(MatchingThresholds(connection()).set(wanted, u"amara"_s, m_clock));
    const auto anew = m_memory.at(connection(), u"552"_s);
    VERIFY_OK(anew);
    QCOMPARE((*anew)->policy.probability, 0.97);
}

/// Another program decides; the next decision here makes up for what nobody followed, under another note, and
/// tells only of its own.
void TestFollowedDecision::anothersDecisionIsFollowedToo()
{
    fill();
    VERIFY_OK(match());
    VERIFY_OK(decide(PrescriberId{4}, DecisionKind::Refuse)); // the station is kept now
    const CandidateSet before = stored(bella);
    Decision decision;
    decision.prescriberId = adam;
    decision.careTeam = TriageTeamId{7004};
    decision.note = u"Asked by telephone."_s;
    decision.version = current(adam).version;
    VERIFY_OK(Decisions(connection(), m_clock).decide(decision, u"jordan"_s));
    const auto outcome = decide(PrescriberId{3}, DecisionKind::Refuse);
    VERIFY_OK(outcome);
    QVERIFY(outcome->moved.isEmpty());
    QVERIFY(stored(bella) != before);
    const auto told = connection().number(
        u"SELECT count(*) FROM audit WHERE subject = 'prescriber/2' AND note LIKE '%about Jones, Cora%'"_s,
        {});
    VERIFY_OK(told);
    QCOMPARE(*told, 0);
}

RENEWAL_STORE_TEST_MAIN(TestFollowedDecision)
#include "tst_followeddecision.moc"
