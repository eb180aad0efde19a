// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/decisions.h"
#include "app/operations/duelinks.h"
#include "app/operations/stalelinks.h"
#include "app/store/careteamrepository.h"
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
constexpr TriageTeamId blue{7001};
constexpr TriageTeamId green{7002};
} // namespace

/// For how long a link holds, for which division, and what ends it.
class TestLinkTerms : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void anEndSaysWhatChanged_data();
    void anEndSaysWhatChanged();
    void matchingThatJudgesAnewSaysSo();
    void sameNameInOtherLettersIsNoChange();
    void decidingAnewForgetsTheChange();
    void plannedLinkBeginsOnItsDay();
    void linkEndsAfterItsLastDay();
    void datesThatCannotBe_data();
    void datesThatCannotBe();
    void divisionGoesItsOwnWay();
    void divisionOfAClosedTeamComesBack_data();
    void divisionOfAClosedTeamComesBack();
    void onlyRealDivisionsAreSplit_data();
    void onlyRealDivisionsAreSplit();

private:
    void fill();
    Result<DecisionOutcome> decide(Decision decision, qint64 version);
    Result<DecisionOutcome> link(TriageTeamId team, qint64 version, const QString &division = {});
    QString teams();
    Correlation now() { return *store::CorrelationRepository(connection()).current(m_id); }
    void run(const QString &sql) { VERIFY_OK(connection().script(sql)); }

    FixedClock m_clock{noon()};
    PrescriberId m_id;
};

/// Two renewals at the parent station, two at the division GA.
void TestLinkTerms::fill()
{
    store::CareTeamRepository teams(connection());
    VERIFY_OK(teams.upsert(sampleTeam(blue.value, u"Blue"_s)));
    VERIFY_OK(teams.upsert(sampleTeam(green.value, u"Green"_s)));
    const auto stored =
        store::PrescriberRepository(connection()).upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), u"t"_s);
    VERIFY_OK(stored);
    m_id = stored->id;
    int number = 0;
    for (const QString &station : {u"552"_s, u"552"_s, u"552GA"_s, u"552GA"_s}) {
        ++number;
        Renewal renewal = sampleRenewal(QString::number(number), number, station);
        renewal.prescriberId = m_id;
        VERIFY_OK(store::RenewalRepository(connection()).insert(renewal));
    }
}

Result<DecisionOutcome> TestLinkTerms::decide(Decision decision, qint64 version)
{
    decision.prescriberId = m_id;
    decision.version = version;
    return Decisions(connection(), m_clock).decide(decision, u"nurse"_s);
}

Result<DecisionOutcome> TestLinkTerms::link(TriageTeamId team, qint64 version, const QString &division)
{
    Decision decision;
    decision.careTeam = team;
    decision.division = division;
    return decide(decision, version);
}

/// Where the four renewals go: B, G, or - while they need routing.
QString TestLinkTerms::teams()
{
    QString letters;
    for (qint64 id = 1; id <= 4; ++id) {
        const auto renewal = store::RenewalRepository(connection()).find(RenewalId{id});
        if (!renewal)
            return renewal.error().text;
        const bool isReady = toString(renewal->state) == u"ready_to_route";
        letters += !isReady ? u'-' : renewal->careTeam == blue ? u'B' : u'G';
    }
    return letters;
}

void TestLinkTerms::anEndSaysWhatChanged_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<LinkChange>("change");
    QTest::newRow("renamed") << u"UPDATE care_team SET name = 'Red' WHERE triage_team_id = 7001"_s
                             << LinkChange{u"renamed"_s, u"Blue"_s, u"Red"_s};
    QTest::newRow("shown under another name")
        << u"UPDATE care_team SET suggested_name_display = 'Care team B' WHERE triage_team_id = 7001"_s
        << LinkChange{u"renamed"_s, u"Blue"_s, u"Care team B"_s};
    QTest::newRow("closed") << u"UPDATE care_team SET blocked = 1 WHERE triage_team_id = 7001"_s
                            << LinkChange{u"blocked"_s, u"Blue"_s, {}};
    QTest::newRow("cut-over") << u"UPDATE care_team SET migrating_to_oh = 1 WHERE triage_team_id = 7001"_s
                              << LinkChange{u"moving"_s, u"Blue"_s, {}};
    QTest::newRow("gone") << u"DELETE FROM care_team WHERE triage_team_id = 7001"_s
                          << LinkChange{u"unknown"_s, u"Blue"_s, {}};
    QTest::newRow("prescriber moved")
        << u"UPDATE prescriber SET station = '552GA'"_s << LinkChange{u"moved"_s, u"552"_s, u"552GA"_s};
    QTest::newRow("name shared, link of matching")
        << u"UPDATE prescriber SET homonyms = 2"_s << LinkChange{u"shared"_s, u"1"_s, u"2"_s};
}

void TestLinkTerms::anEndSaysWhatChanged()
{
    QFETCH(QString, sql);
    QFETCH(LinkChange, change);
    fill();
    VERIFY_OK(link(blue, 0));
    QCOMPARE(now().grounds.careTeamName, u"Blue"_s);
    if (change.kind == u"shared"_s) // a person's link is for all of the name
        run(u"UPDATE correlation SET status = 'auto'"_s);
    QVERIFY(StaleLinks(connection(), noon(), u"import"_s).end()->isEmpty());
    run(sql);
    const auto ended = DueLinks(connection(), noon()).run();
    VERIFY_OK(ended);
    QCOMPARE(*ended, QStringList{u"552"_s});
    QCOMPARE(toString(now().status), u"stale"_s);
    QCOMPARE(now().change.kind, change.kind);
    QCOMPARE(now().change.before, change.before);
    QCOMPARE(now().change.after, change.after);
    QCOMPARE(teams(), u"----"_s);
    // Once is enough.
    QVERIFY(StaleLinks(connection(), noon(), u"import"_s).end()->isEmpty());
}

void TestLinkTerms::matchingThatJudgesAnewSaysSo()
{
    fill();
    store::CorrelationRepository correlations(connection());
    Correlation automatic = now();
    automatic.status = CorrelationStatus::Automatic;
    automatic.careTeam = blue;
    automatic.probability = 0.9934;
    automatic.decidedBy = u"matching"_s;
    const store::CorrelationStep step{noon(), u"matching"_s, u"correlation.matched"_s, {}};
    VERIFY_OK(correlations.storeAutomatic({automatic}, step));
    QCOMPARE(now().grounds.careTeamName, u"Blue"_s);
    CandidateSet set;
    set.prescriberId = m_id;
    set.candidates = {{green, u"Green"_s, 0.5, {}}, {blue, u"Blue"_s, 0.31, {}}};
    set.noneProbability = 0.19;
    VERIFY_OK(correlations.storeCandidates({set}));
    Correlation ended = now();
    ended.status = CorrelationStatus::Stale;
    VERIFY_OK(correlations.storeAutomatic({ended}, step));
    QVERIFY(now().change == LinkChange({u"evidence"_s, u"0.9934"_s, u"0.3100"_s}));
}

void TestLinkTerms::sameNameInOtherLettersIsNoChange()
{
    fill();
    VERIFY_OK(link(blue, 0));
    run(u"UPDATE care_team SET name = ' BLUE' WHERE triage_team_id = 7001"_s);
    QVERIFY(StaleLinks(connection(), noon(), u"import"_s).end()->isEmpty());
}

void TestLinkTerms::decidingAnewForgetsTheChange()
{
    fill();
    VERIFY_OK(link(blue, 0));
    run(u"UPDATE care_team SET name = 'Red' WHERE triage_team_id = 7001"_s);
    VERIFY_OK(DueLinks(connection(), noon()).run());
    VERIFY_OK(link(blue, 2));
    QCOMPARE(now().change.kind, QString());
    QCOMPARE(now().grounds.careTeamName, u"Red"_s);
    QVERIFY(StaleLinks(connection(), noon(), u"import"_s).end()->isEmpty());
    // Taken back it is as it was: stale, with what had changed.
    VERIFY_OK(Decisions(connection(), m_clock).undo(m_id, 3, u"nurse"_s));
    QCOMPARE(toString(now().status), u"stale"_s);
    QCOMPARE(now().change.after, u"Red"_s);
}

void TestLinkTerms::plannedLinkBeginsOnItsDay()
{
    fill();
    Decision later;
    later.careTeam = blue;
    later.reason = u"took_over"_s;
    later.note = u"from Saturday"_s;
    later.validFrom = noon().addDays(5);
    later.validTo = noon().addDays(9);
    Decision looked = later;
    looked.prescriberId = m_id;
    const auto foretold = Decisions(connection(), m_clock).preview(looked);
    VERIFY_OK(foretold);
    QCOMPARE(foretold->later, 4);
    QCOMPARE(foretold->becomeReady, 0);
    VERIFY_OK(decide(later, 0));
    QCOMPARE(teams(), u"----"_s);
    QCOMPARE(toString(now().status), u"none"_s);
    QVERIFY(now().planned);
    QCOMPARE(now().planned->validTo, later.validTo);
    QVERIFY(DueLinks(connection(), noon().addDays(4)).run()->isEmpty());
    QCOMPARE(teams(), u"----"_s);
    QCOMPARE(*DueLinks(connection(), noon().addDays(5)).run(), QStringList{u"552"_s});
    QCOMPARE(teams(), u"BBBB"_s);
    QCOMPARE(toString(now().status), u"manual"_s);
    QCOMPARE(now().decidedBy, u"nurse"_s);
    QCOMPARE(now().reason, u"took_over"_s);
    QCOMPARE(now().validTo, later.validTo);
    QVERIFY(!now().planned);
    // Taking the plan back takes the link back.
    VERIFY_OK(Decisions(connection(), m_clock).undo(m_id, 2, u"nurse"_s));
    QCOMPARE(teams(), u"----"_s);
    QCOMPARE(toString(now().status), u"none"_s);
}

void TestLinkTerms::linkEndsAfterItsLastDay()
{
    fill();
    Decision bounded;
    bounded.careTeam = blue;
    bounded.validTo = noon().addDays(3);
    VERIFY_OK(decide(bounded, 0));
    QCOMPARE(teams(), u"BBBB"_s);
    QVERIFY(DueLinks(connection(), noon().addDays(2)).run()->isEmpty());
    QCOMPARE(*DueLinks(connection(), noon().addDays(3)).run(), QStringList{u"552"_s});
    QCOMPARE(teams(), u"----"_s);
    QCOMPARE(now().change.kind, u"over"_s);
    QVERIFY(now().change.before.startsWith(u"2026-03-05"));
}

void TestLinkTerms::datesThatCannotBe_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    QTest::addColumn<bool>("taken");
    QTest::newRow("no dates") << QDateTime() << QDateTime() << true;
    QTest::newRow("the day of the record, from its morning")
        << noon().addSecs(-11 * 3600) << QDateTime() << true;
    QTest::newRow("before the record") << noon().addDays(-2) << QDateTime() << false;
    QTest::newRow("ends before it begins") << noon().addDays(5) << noon().addDays(4) << false;
    QTest::newRow("ends as it begins") << noon().addDays(5) << noon().addDays(5) << false;
    QTest::newRow("is over already") << QDateTime() << noon().addSecs(-1) << false;
    QTest::newRow("one second") << QDateTime() << noon().addSecs(1) << true;
}

void TestLinkTerms::datesThatCannotBe()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    QFETCH(bool, taken);
    fill();
    Decision decision;
    decision.careTeam = blue;
    decision.validFrom = from;
    decision.validTo = to;
    const auto outcome = decide(decision, 0);
    QCOMPARE(outcome.has_value(), taken);
    if (!taken)
        VERIFY_ERROR(outcome, ErrorCode::InvalidInput);
}

void TestLinkTerms::divisionGoesItsOwnWay()
{
    fill();
    const auto divisions = store::PrescriberRepository(connection()).divisions(m_id);
    VERIFY_OK(divisions);
    QVERIFY(*divisions == QVector<DivisionWork>({{u"552"_s, 0, 2}, {u"552GA"_s, 0, 2}}));
    Decision looked;
    looked.prescriberId = m_id;
    looked.careTeam = green;
    looked.division = u"552GA"_s;
    QCOMPARE(Decisions(connection(), m_clock).preview(looked)->becomeReady, 2);
    const auto split = link(green, 0, u"552GA"_s);
    VERIFY_OK(split);
    QCOMPARE(split->effect.becomeReady, 2);
    QCOMPARE(teams(), u"--GG"_s); // the others stay
    QCOMPARE(toString(now().status), u"none"_s);
    const auto general = link(blue, 1);
    VERIFY_OK(general);
    QCOMPARE(general->effect.becomeReady, 2);
    QCOMPARE(teams(), u"BBGG"_s);
    // Also where a whole station is moved at once, and for those that come later.
    VERIFY_OK(store::RenewalRepository(connection()).moveStation(u"552"_s));
    QCOMPARE(teams(), u"BBGG"_s);
    run(u"UPDATE renewal SET state = 'needs_routing', care_team = NULL"_s);
    VERIFY_OK(store::RenewalRepository(connection()).moveStation(u"552"_s));
    QCOMPARE(teams(), u"BBGG"_s);
    Decision none;
    none.kind = DecisionKind::Refuse;
    none.division = u"552GA"_s;
    VERIFY_OK(decide(none, 2));
    QCOMPARE(teams(), u"BB--"_s);
    Decisions decisions(connection(), m_clock);
    VERIFY_OK(decisions.undo(m_id, 3, u"nurse"_s));
    QCOMPARE(teams(), u"BBGG"_s);
    VERIFY_OK(decisions.undo(m_id, 4, u"nurse"_s));
    QCOMPARE(teams(), u"--GG"_s);
    VERIFY_OK(decisions.undo(m_id, 5, u"nurse"_s));
    QCOMPARE(teams(), u"----"_s);
    QVERIFY(now().divisions.isEmpty());
}

void TestLinkTerms::divisionOfAClosedTeamComesBack_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("left");
    QTest::newRow("linked by hand") << u"manual"_s << u"BB--"_s;
    QTest::newRow("linked by matching") << u"auto"_s << u"BB--"_s;
    QTest::newRow("community care") << u"external"_s << u"----"_s;
    QTest::newRow("refused") << u"refused"_s << u"----"_s;
}

/// Only the division's: what holds for the others goes on.
void TestLinkTerms::divisionOfAClosedTeamComesBack()
{
    QFETCH(QString, status);
    QFETCH(QString, left);
    fill();
    VERIFY_OK(link(blue, 0));
    VERIFY_OK(link(green, 1, u"552GA"_s));
    QCOMPARE(teams(), u"BBGG"_s);
    run(u"UPDATE correlation SET status = '%1'"_s.arg(status));
    VERIFY_OK(store::RenewalRepository(connection()).moveStation(u"552"_s));
    run(u"UPDATE care_team SET blocked = 1 WHERE triage_team_id = 7002"_s);
    QCOMPARE(*DueLinks(connection(), noon()).run(), QStringList{u"552"_s});
    QCOMPARE(toString(now().status), status);
    QVERIFY(!now().validTo.isValid());
    QVERIFY(now().change == LinkChange({u"division"_s, u"552GA"_s, u"Green"_s}));
    QCOMPARE(teams(), left); // never to the general team without a word
    const auto renewal = store::RenewalRepository(connection()).find(RenewalId{3});
    QVERIFY(!renewal->stateReason.isEmpty());
    QVERIFY(DueLinks(connection(), noon()).run()->isEmpty());
    // Matching decides about the others; the mark stays until a person looks at the division.
    if (status == u"auto"_s) {
        Correlation surer = now();
        surer.probability = 0.97;
        surer.change = {};
        store::CorrelationRepository correlations(connection());
        VERIFY_OK(
            correlations.storeAutomatic({surer}, {noon(), u"matching"_s, u"correlation.matched"_s, {}}));
        QCOMPARE(now().probability, std::optional(0.97));
        QCOMPARE(now().change.kind, u"division"_s);
    }
    // Nobody waits in community care: there the decision is about all.
    const bool isSplit = status != u"external"_s;
    VERIFY_OK(link(blue, now().version, isSplit ? u"552GA"_s : QString()));
    QCOMPARE(now().change.kind, QString());
    QCOMPARE(toString(now().status), isSplit ? status : u"manual"_s);
}

void TestLinkTerms::onlyRealDivisionsAreSplit_data()
{
    QTest::addColumn<QString>("division");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("hasTwo");
    QTest::newRow("another station") << u"552GB"_s << u"link"_s << true;
    QTest::newRow("the only one") << u"552"_s << u"link"_s << false;
    QTest::newRow("community care") << u"552GA"_s << u"external"_s << true;
}

void TestLinkTerms::onlyRealDivisionsAreSplit()
{
    QFETCH(QString, division);
    QFETCH(QString, kind);
    QFETCH(bool, hasTwo);
    fill();
    if (!hasTwo)
        run(u"UPDATE renewal SET station = '552'"_s);
    Decision decision;
    decision.kind = *decisionKindFromString(kind);
    decision.careTeam = blue;
    decision.division = division;
    VERIFY_ERROR(decide(decision, 0), ErrorCode::InvalidInput);
    QCOMPARE(teams(), u"----"_s);
}

RENEWAL_STORE_TEST_MAIN(TestLinkTerms)
#include "tst_linkterms.moc"
