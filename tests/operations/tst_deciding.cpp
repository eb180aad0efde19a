// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/decisions.h"
#include "app/operations/once.h"
#include "app/operations/verify.h"
#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "models/rest/restcorrelations.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <QJsonDocument>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
constexpr TriageTeamId openTeam{7001};
constexpr TriageTeamId otherTeam{7002};
constexpr TriageTeamId blockedTeam{7003};
constexpr TriageTeamId foreignTeam{8001};
} // namespace

/// Decisions about one prescriber with renewals in every state: what moves, what is written, what is refused.
class TestDecisions : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void linkMovesExactlyWhatWaits();
    void previewTellsWhereEachOneEnds_data();
    void previewTellsWhereEachOneEnds();
    void externalAndBack();
    void refusalIsRememberedAndUndone();
    void undoGoesBackStepByStep();
    void undoToABlockedTeamIsStale();
    void refusesBadTeams_data();
    void refusesBadTeams();
    void sharedNameNeedsANote_data();
    void sharedNameNeedsANote();
    void staleVersionChangesNothing();
    void failingAuditChangesNothing();
    void repeatedWriteHasOneEffect();
    void everyDecisionIsAudited();

private:
    void fill();
    Decision decision(DecisionKind kind, qint64 version, TriageTeamId team = {}) const;
    Result<DecisionOutcome> decide(DecisionKind kind, qint64 version, TriageTeamId team = {});
    QString states();
    qint64 auditEntries();

    FixedClock m_clock{noon()};
    Prescriber m_prescriber;
};

void TestDecisions::fill()
{
    store::CareTeamRepository teams(connection());
    for (const auto &[id, station] : {std::pair(openTeam, u"552"_s), std::pair(otherTeam, u"552"_s),
                                      std::pair(blockedTeam, u"552"_s), std::pair(foreignTeam, u"589"_s)}) {
        CareTeam team = sampleTeam(id.value, u"Team %1"_s.arg(id.value), station);
        team.blocked = id == blockedTeam;
        VERIFY_OK(teams.upsert(team));
    }
    store::PrescriberRepository prescribers(connection());
    const auto stored = prescribers.upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), u"t"_s);
    VERIFY_OK(stored);
    m_prescriber = *stored;
    const auto neighbour = prescribers.upsert(samplePrescriber(u"LYDON"_s, u"JOHN"_s), u"t"_s);
    VERIFY_OK(neighbour);
    using enum RenewalState;
    int number = 0;
    for (const RenewalState state : {NeedsRouting, NeedsRouting, External, ReadyToRoute, InReview, Returned,
                                     NotRenewable, Routed, Closed}) {
        ++number;
        Renewal renewal = sampleRenewal(QString::number(number), number);
        renewal.prescriberId = m_prescriber.id;
        renewal.state = state;
        VERIFY_OK(store::RenewalRepository(connection()).insert(renewal));
    }
    Renewal foreign = sampleRenewal(u"100"_s, 1);
    foreign.prescriberId = neighbour->id;
    VERIFY_OK(store::RenewalRepository(connection()).insert(foreign));
}

Decision TestDecisions::decision(DecisionKind kind, qint64 version, TriageTeamId team) const
{
    Decision decision;
    decision.prescriberId = m_prescriber.id;
    decision.kind = kind;
    decision.careTeam = team;
    decision.note = u"by phone"_s;
    decision.version = version;
    return decision;
}

Result<DecisionOutcome> TestDecisions::decide(DecisionKind kind, qint64 version, TriageTeamId team)
{
    return Decisions(connection(), m_clock).decide(decision(kind, version, team), u"nurse"_s);
}

/// The states of all ten renewals by id, one letter each.
QString TestDecisions::states()
{
    QString letters;
    for (qint64 id = 1; id <= 10; ++id) {
        const auto renewal = store::RenewalRepository(connection()).find(RenewalId{id});
        if (!renewal)
            return renewal.error().text;
        const QString word = toString(renewal->state);
        letters += word == u"needs_routing"_s    ? u'w'
                   : word == u"ready_to_route"_s ? u'r'
                   : word == u"external"_s       ? u'e'
                                                 : u'.';
    }
    return letters;
}

qint64 TestDecisions::auditEntries()
{
    return store::AuditRepository(connection()).page({.limit = 1})->total;
}

void TestDecisions::linkMovesExactlyWhatWaits()
{
    fill();
    QCOMPARE(states(), u"wwer.....w"_s);
    const auto outcome = decide(DecisionKind::Link, 0, openTeam);
    VERIFY_OK(outcome);
    QCOMPARE(states(), u"rrrr.....w"_s);
    QCOMPARE(toString(outcome->correlation.status), toString(CorrelationStatus::Manual));
    QCOMPARE(outcome->correlation.careTeam, openTeam);
    QCOMPARE(outcome->correlation.decidedBy, u"nurse"_s);
    QCOMPARE(outcome->correlation.validFrom, noon());
    QCOMPARE(outcome->correlation.version, 1);
    QCOMPARE(store::RenewalRepository(connection()).find(RenewalId{1})->careTeam, openTeam);
    QCOMPARE(toString(store::PrescriberRepository(connection()).summary(m_prescriber.id)->correlation.status),
             toString(CorrelationStatus::Manual));
}

/// What a person reads beforehand is what the service says afterwards, each renewal in its place.
void TestDecisions::previewTellsWhereEachOneEnds_data()
{
    QTest::addColumn<DecisionKind>("kind");
    QTest::addColumn<DecisionEffect>("effect");
    QTest::newRow("link") << DecisionKind::Link << DecisionEffect{.becomeReady = 4, .unchanged = 3};
    QTest::newRow("none is right") << DecisionKind::Refuse
                                   << DecisionEffect{
                                          .becomeNeedsTeam = 2, .unchanged = 5, .stayNeedsTeam = 2};
    QTest::newRow("community care") << DecisionKind::External
                                    << DecisionEffect{.becomeExternal = 3, .unchanged = 4, .stayExternal = 1};
}

void TestDecisions::previewTellsWhereEachOneEnds()
{
    QFETCH(DecisionKind, kind);
    QFETCH(DecisionEffect, effect);
    fill();
    const auto foretold = Decisions(connection(), m_clock).preview(decision(kind, 0, openTeam));
    VERIFY_OK(foretold);
    QVERIFY2(*foretold == effect, QJsonDocument(toJson(*foretold)).toJson());
    QCOMPARE(states(), u"wwer.....w"_s); // nothing has moved
    QCOMPARE(auditEntries(), 0);
    const auto outcome = decide(kind, 0, openTeam);
    VERIFY_OK(outcome);
    QVERIFY(outcome->effect == effect);
    const auto again = Decisions(connection(), m_clock).preview(decision(kind, 1, openTeam));
    VERIFY_OK(again);
    QCOMPARE(again->stayReady + again->stayExternal + again->stayNeedsTeam, 4);
    QCOMPARE(again->beyondDecisions(), 3);
}

void TestDecisions::externalAndBack()
{
    fill();
    VERIFY_OK(decide(DecisionKind::External, 0));
    QCOMPARE(states(), u"eeee.....w"_s);
    VERIFY_OK(decide(DecisionKind::Link, 1, openTeam));
    QCOMPARE(states(), u"rrrr.....w"_s);
    VERIFY_OK(decide(DecisionKind::Refuse, 2));
    QCOMPARE(states(), u"wwww.....w"_s);
    const auto renewal = store::RenewalRepository(connection()).find(RenewalId{1});
    QVERIFY(!renewal->careTeam.isValid());
    QVERIFY(!renewal->stateReason.isEmpty());
}

void TestDecisions::refusalIsRememberedAndUndone()
{
    fill();
    CandidateSet set;
    set.prescriberId = m_prescriber.id;
    set.candidates = {{openTeam, u"Team 7001"_s, 0.7, {}}, {otherTeam, u"Team 7002"_s, 0.2, {}}};
    set.noneProbability = 0.1;
    set.engineVersion = u"surname-1"_s;
    store::CorrelationRepository correlations(connection());
    VERIFY_OK(correlations.storeCandidates({set}));
    const auto linked = decide(DecisionKind::Link, 0, openTeam);
    VERIFY_OK(linked);
    QCOMPARE(linked->correlation.probability, std::optional(0.7));
    QCOMPARE(linked->correlation.engineVersion, u"surname-1"_s);
    VERIFY_OK(decide(DecisionKind::Refuse, 1));
    const auto refused = correlations.stationInput(u"552"_s);
    VERIFY_OK(refused);
    QCOMPARE(refused->refused.size(), 2);
    VERIFY_OK(Decisions(connection(), m_clock).undo(m_prescriber.id, 2, u"nurse"_s));
    QCOMPARE(correlations.stationInput(u"552"_s)->refused.size(), 0);
    QCOMPARE(states(), u"rrrr.....w"_s);
}

void TestDecisions::undoGoesBackStepByStep()
{
    fill();
    VERIFY_OK(decide(DecisionKind::External, 0));
    VERIFY_OK(decide(DecisionKind::Link, 1, openTeam));
    Decisions decisions(connection(), m_clock);
    const auto first = decisions.undo(m_prescriber.id, 2, u"chief"_s);
    VERIFY_OK(first);
    QCOMPARE(toString(first->correlation.status), toString(CorrelationStatus::External));
    QCOMPARE(states(), u"eeee.....w"_s);
    const auto second = decisions.undo(m_prescriber.id, 3, u"chief"_s);
    VERIFY_OK(second);
    QCOMPARE(toString(second->correlation.status), toString(CorrelationStatus::None));
    QCOMPARE(states(), u"wwww.....w"_s);
    VERIFY_ERROR(decisions.undo(m_prescriber.id, 4, u"chief"_s), ErrorCode::Conflict);
    QCOMPARE(store::CorrelationRepository(connection()).history(m_prescriber.id)->size(), 4);
}

void TestDecisions::undoToABlockedTeamIsStale()
{
    fill();
    VERIFY_OK(decide(DecisionKind::Link, 0, openTeam));
    VERIFY_OK(decide(DecisionKind::External, 1));
    CareTeam team = sampleTeam(openTeam.value, u"Team 7001"_s);
    team.blocked = true;
    VERIFY_OK(store::CareTeamRepository(connection()).upsert(team));
    const auto undone = Decisions(connection(), m_clock).undo(m_prescriber.id, 2, u"nurse"_s);
    VERIFY_OK(undone);
    QCOMPARE(toString(undone->correlation.status), toString(CorrelationStatus::Stale));
    QCOMPARE(states(), u"wwww.....w"_s);
}

void TestDecisions::refusesBadTeams_data()
{
    QTest::addColumn<qint64>("team");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("blocked") << blockedTeam.value << ErrorCode::Conflict;
    QTest::newRow("of another station") << foreignTeam.value << ErrorCode::InvalidInput;
    QTest::newRow("unknown") << qint64(99) << ErrorCode::InvalidInput;
}

void TestDecisions::refusesBadTeams()
{
    QFETCH(qint64, team);
    QFETCH(ErrorCode, code);
    fill();
    VERIFY_ERROR(decide(DecisionKind::Link, 0, TriageTeamId{team}), code);
    VERIFY_ERROR(
        Decisions(connection(), m_clock).preview(decision(DecisionKind::Link, 0, TriageTeamId{team})), code);
    QCOMPARE(states(), u"wwer.....w"_s);
    QCOMPARE(auditEntries(), 0);
}

void TestDecisions::sharedNameNeedsANote_data()
{
    QTest::addColumn<int>("people");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("note");
    QTest::addColumn<bool>("refused");
    QTest::newRow("one person needs none") << 1 << u"link"_s << QString() << false;
    QTest::newRow("two people, no note") << 2 << u"link"_s << QString() << true;
    QTest::newRow("two people, a note of blanks") << 2 << u"link"_s << u" \n "_s << true;
    QTest::newRow("two people and a reason") << 2 << u"link"_s << u"both in this team"_s << false;
    QTest::newRow("saying no is always safe") << 2 << u"refuse"_s << QString() << false;
    QTest::newRow("community care sends nothing") << 2 << u"external"_s << QString() << false;
}

void TestDecisions::sharedNameNeedsANote()
{
    QFETCH(int, people);
    QFETCH(QString, kind);
    QFETCH(QString, note);
    QFETCH(bool, refused);
    fill();
    // Two ids of one extract on one name are two people.
    for (int i = 0; i < people; ++i) {
        Prescriber source = samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s);
        source.extractId = u"x%1"_s.arg(i);
        VERIFY_OK(store::PrescriberRepository(connection()).upsert(source, u"e"_s));
    }
    Decision wanted = decision(*decisionKindFromString(kind), 0);
    if (wanted.kind == DecisionKind::Link)
        wanted.careTeam = openTeam;
    wanted.note = note;
    VERIFY_OK(Decisions(connection(), m_clock).preview(wanted)); // looking is free
    const auto outcome = Decisions(connection(), m_clock).decide(wanted, u"nurse"_s);
    QCOMPARE(outcome.has_value(), !refused);
    QCOMPARE(auditEntries(), refused ? 0 : 1);
    if (!refused)
        return;
    VERIFY_ERROR(outcome, ErrorCode::InvalidInput);
    QVERIFY2(outcome.error().text.contains(u"2 people share the name Okafor, Chidi at station 552"),
             qPrintable(outcome.error().text));
    QCOMPARE(states(), u"wwer.....w"_s);
}

void TestDecisions::staleVersionChangesNothing()
{
    fill();
    VERIFY_OK(decide(DecisionKind::Link, 0, openTeam));
    const auto late = decide(DecisionKind::External, 0);
    VERIFY_ERROR(late, ErrorCode::PreconditionFailed);
    Correlation present;
    VERIFY_OK(fromJson(QJsonDocument::fromJson(late.error().present).object(), present));
    QCOMPARE(present.careTeam, openTeam);
    QCOMPARE(present.version, 1);
    VERIFY_ERROR(Decisions(connection(), m_clock).undo(m_prescriber.id, 0, u"nurse"_s),
                 ErrorCode::PreconditionFailed);
    QCOMPARE(states(), u"rrrr.....w"_s);
    QCOMPARE(auditEntries(), 1);
}

void TestDecisions::failingAuditChangesNothing()
{
    fill();
    // The last step of the transaction fails: everything before it must go too.
    VERIFY_OK(
        connection().script(u"INSERT INTO audit (sequence, at, actor, action, subject, previous_hash, hash) "
                            "VALUES (1, 0, '', '', '', '', '')"_s));
    QVERIFY(!decide(DecisionKind::Link, 0, openTeam));
    QCOMPARE(states(), u"wwer.....w"_s);
    QCOMPARE(store::CorrelationRepository(connection()).current(m_prescriber.id)->version, 0);
    QCOMPARE(store::CorrelationRepository(connection()).history(m_prescriber.id)->size(), 0);
    QCOMPARE(*store::ChangeRepository(connection()).newest(), 0);
}

void TestDecisions::repeatedWriteHasOneEffect()
{
    fill();
    int calls = 0;
    const auto change = [&]() -> Result<GivenAnswer> {
        ++calls;
        const auto outcome = decide(DecisionKind::Link, 0, openTeam);
        return outcome ? Result<GivenAnswer>(GivenAnswer{200, "done"}) : failure(outcome.error());
    };
    const auto first = once(connection(), m_clock, {u"nurse/k"_s, u"hash"_s}, change);
    VERIFY_OK(first);
    const auto again = once(connection(), m_clock, {u"nurse/k"_s, u"hash"_s}, change);
    VERIFY_OK(again);
    QCOMPARE(again->body, "done");
    QCOMPARE(calls, 1);
    QCOMPARE(auditEntries(), 1);
    VERIFY_ERROR(once(connection(), m_clock, {u"nurse/k"_s, u"other"_s}, change), ErrorCode::InvalidInput);
    // What fails is not remembered: the same key may be tried again.
    VERIFY_ERROR(once(connection(), m_clock, {u"nurse/l"_s, u"hash"_s}, change),
                 ErrorCode::PreconditionFailed);
    VERIFY_ERROR(once(connection(), m_clock, {u"nurse/l"_s, u"hash"_s}, change),
                 ErrorCode::PreconditionFailed);
    QCOMPARE(calls, 3);
}

void TestDecisions::everyDecisionIsAudited()
{
    fill();
    VERIFY_OK(decide(DecisionKind::Link, 0, openTeam));
    VERIFY_OK(decide(DecisionKind::Refuse, 1));
    VERIFY_OK(decide(DecisionKind::External, 2));
    VERIFY_OK(Decisions(connection(), m_clock).undo(m_prescriber.id, 3, u"nurse"_s));
    const auto page = store::AuditRepository(connection()).page({.limit = 10});
    VERIFY_OK(page);
    QStringList actions;
    for (const AuditEvent &event : page->items) {
        actions << event.action;
        QCOMPARE(event.actor, u"nurse"_s);
        QCOMPARE(event.subject, u"prescriber/%1"_s.arg(m_prescriber.id.value));
        QVERIFY(QJsonDocument::fromJson(event.before.toUtf8()).isObject());
        QVERIFY(QJsonDocument::fromJson(event.after.toUtf8()).object().contains(u"effect"_s));
    }
    QCOMPARE(actions, QStringList({u"correlation.undone"_s, u"correlation.external"_s,
                                   u"correlation.refused"_s, u"correlation.linked"_s}));
    QCOMPARE(page->items.last().note, u"by phone"_s);
    const auto entries = verifyAudit(connection());
    VERIFY_OK(entries);
    QCOMPARE(*entries, 4);
    VERIFY_OK(store::ChangeRepository(connection()).after(0));
    QVERIFY(store::ChangeRepository(connection()).after(0)->changes.size() >= 4);
}

RENEWAL_STORE_TEST_MAIN(TestDecisions)
#include "tst_deciding.moc"
