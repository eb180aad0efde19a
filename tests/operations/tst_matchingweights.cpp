// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/decisions.h"
#include "app/operations/matching.h"
#include "app/operations/matchingweights.h"
#include "app/operations/truthcheck.h"
#include "app/operations/verify.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/weightsrepository.h"
#include "tests/operations/importsupport.h"
#include "tests/operations/smallregion.h"
#include "tests/support/storetest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// Weights that are learnt from a database, with their versions; and matching judged by a truth file.
class TestMatchingWeights : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void initTestCase();
    void withoutLearningTheShippedOnesHold();
    void learningMakesAVersion();
    void theSameDataMakesNoSecondVersion();
    void tooLittleIsTold();
    void stoppedLearningStoresNothing();
    void decisionsOfStaffAreRead();
    void matchingIsJudgedByTruth();
    void unusableTruthIsTold_data();
    void unusableTruthIsTold();

private:
    void fill();
    Result<LearningReport> learn()
    {
        return MatchingWeights(connection(), {5, 2}).learn(u"amara"_s, m_clock);
    }

    SmallRegion m_region;
    FixedClock m_clock{importTime()};
};

void TestMatchingWeights::initTestCase()
{
    VERIFY_OK(m_region.make());
}

void TestMatchingWeights::fill()
{
    ImportFolder folder;
    for (const QString &name : {u"prescribers.ndjson"_s, u"triage_teams.json"_s, u"prescriptions.ndjson"_s,
                                u"patient_triage_teams.ndjson"_s})
        folder.writeBytes(name, m_region.bytes(name));
    const auto imported = folder.import(connection());
    VERIFY_OK(imported);
}

void TestMatchingWeights::withoutLearningTheShippedOnesHold()
{
    fill();
    const auto engine = MatchingWeights(connection()).engine();
    VERIFY_OK(engine);
    QCOMPARE(engine->version(), u"evidence-1"_s);
    const auto want = MatchingWeights(connection()).wantLearning();
    VERIFY_OK(want);
    QVERIFY(!*want); // two stations are too few to learn from by itself
}

void TestMatchingWeights::learningMakesAVersion()
{
    fill();
    const auto report = learn();
    VERIFY_OK(report);
    QCOMPARE(report->version, u"evidence-1.1"_s);
    QCOMPARE(report->stations, 2);
    QVERIFY(report->anchors >= 7);
    const auto engine = MatchingWeights(connection()).engine();
    VERIFY_OK(engine);
    QCOMPARE(engine->version(), u"evidence-1.1"_s);
    const auto stored = store::WeightsRepository(connection()).newest();
    VERIFY_OK(stored);
    QCOMPARE((*stored)->learntBy, u"amara"_s);
    QCOMPARE((*stored)->learntAt, importTime());
    QCOMPARE(value(connection(), u"SELECT actor FROM audit WHERE action = 'matching.learnt'"_s), u"amara"_s);
}

void TestMatchingWeights::theSameDataMakesNoSecondVersion()
{
    fill();
    VERIFY_OK(learn());
    const auto again = learn();
    VERIFY_OK(again);
    QCOMPARE(again->version, u"evidence-1.1"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM matching_weights"_s), u"1"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM audit WHERE action = 'matching.learnt'"_s), u"1"_s);
}

void TestMatchingWeights::tooLittleIsTold()
{
    fill();
    const auto report = MatchingWeights(connection()).learn(u"amara"_s, m_clock);
    VERIFY_OK(report);
    QVERIFY(report->version.isEmpty());
    QVERIFY2(report->text().contains(u"too little"_s), qPrintable(report->text()));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM matching_weights"_s), u"0"_s);
}

void TestMatchingWeights::stoppedLearningStoresNothing()
{
    fill();
    const auto report =
        MatchingWeights(connection(), {5, 2}).learn(u"amara"_s, m_clock, [](double part, const QString &) {
            return part < 0.2;
        });
    QVERIFY(!report);
    QCOMPARE(toString(report.error().code), toString(ErrorCode::Cancelled));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM matching_weights"_s), u"0"_s);
}

void TestMatchingWeights::decisionsOfStaffAreRead()
{
    fill();
    const PrescriberId id{value(connection(), u"SELECT min(id) FROM prescriber"_s).toLongLong()};
    const QString station =
        value(connection(), u"SELECT parent_station FROM prescriber WHERE id = %1"_s.arg(id.value));
    const qint64 team =
        value(connection(), u"SELECT min(triage_team_id) FROM care_team WHERE blocked = 0 "
                            "AND migrating_to_oh = 0 AND parent_station = '%1'"_s.arg(station))
            .toLongLong();
    Decision decision;
    decision.prescriberId = id;
    decision.careTeam = TriageTeamId{team};
    decision.note = u"Confirmed by phone"_s;
    VERIFY_OK(Decisions(connection(), m_clock).decide(decision, u"amara"_s));
    const auto input = store::CorrelationRepository(connection()).stationInput(station);
    VERIFY_OK(input);
    QCOMPARE(input->decided.size(), 1);
    const correlation::StaffDecision &read = input->decided.constFirst();
    QCOMPARE(input->prescribers.at(read.prescriber).id, id);
    QVERIFY(read.team);
    QCOMPARE(input->careTeams.at(*read.team).triageTeamId.value, team);
    const auto report = learn();
    VERIFY_OK(report);
    QCOMPARE(report->decisions, 1);
}

void TestMatchingWeights::matchingIsJudgedByTruth()
{
    fill();
    const auto engine = MatchingWeights(connection()).engine();
    VERIFY_OK(engine);
    VERIFY_OK(Matching(connection(), *engine, m_clock).run({}));
    const auto check = checkAgainstTruth(connection(), m_region.path() + u"/truth.csv"_s);
    VERIFY_OK(check);
    QCOMPARE(QString::number(check->all().prescribers),
             value(connection(), u"SELECT count(DISTINCT prescriber_id) FROM prescriber_source"_s));
    QCOMPARE(QString::number(check->all().automatic),
             value(connection(), u"SELECT count(*) FROM correlation WHERE status = 'auto'"_s));
    QVERIFY(check->all().first > check->all().withTeam / 2);
    const QString station = value(connection(), u"SELECT min(parent_station) FROM prescriber"_s);
    const auto one = checkAgainstTruth(connection(), m_region.path() + u"/truth.csv"_s, station);
    VERIFY_OK(one);
    QVERIFY(one->all().prescribers < check->all().prescribers);
}

void TestMatchingWeights::unusableTruthIsTold_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such file") << QByteArray() << u"can't be read"_s;
    QTest::newRow("not a truth file") << QByteArray("a,b\n1,2\n") << u"\"prescriberId\""_s;
    QTest::newRow("of another region")
        << QByteArray("prescriberId,stationNumber,triageTeamId,kind\nP0,999,1,mh\n")
        << u"import its region"_s;
}

void TestMatchingWeights::unusableTruthIsTold()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    ImportFolder folder;
    if (!content.isEmpty())
        folder.writeBytes(u"truth.csv"_s, content);
    const auto check = checkAgainstTruth(connection(), folder.path(u"truth.csv"_s));
    QVERIFY(!check);
    QVERIFY2(check.error().text.contains(says), qPrintable(check.error().text));
}

RENEWAL_STORE_TEST_MAIN(TestMatchingWeights)
#include "tst_matchingweights.moc"
