// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/correlationexport.h"
#include "app/operations/decisions.h"
#include "app/operations/manydecisions.h"
#include "app/operations/verify.h"
#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "models/exchange/decisionsfile.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 blueTeam = 7001;
constexpr qint64 blockedTeam = 7003;
} // namespace

/// Files of decisions against a small station: what each row does, alone and beside the others.
class TestManyDecisions : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void rowsAreJudgedOneByOne_data();
    void rowsAreJudgedOneByOne();
    void previewChangesNothing();
    void aRefusedRowLeavesTheOthers();
    void sameFileTwiceChangesNothing();
    void onlyTheSameTermsAreUnchanged_data();
    void onlyTheSameTermsAreUnchanged();
    void whatWasDecidedSinceIsAConflict();
    void aPrescriberIsDecidedOnce();
    void aFaultTakesAllBack();
    void theExportIsTheFile();

private:
    void fill();
    Correlation present(PrescriberId id)
    {
        return store::CorrelationRepository(connection()).current(id).value_or(Correlation{});
    }
    DecisionsReport preview(const QByteArray &rows) { return run(rows, false); }
    DecisionsReport take(const QByteArray &rows) { return run(rows, true); }
    DecisionsReport run(const QByteArray &rows, bool forGood);
    qint64 auditEntries() { return store::AuditRepository(connection()).page({.limit = 1})->total; }

    FixedClock m_clock{noon()};
    PrescriberId m_okafor; ///< two renewals wait
    PrescriberId m_lydon;
    PrescriberId m_shared; ///< two people of that name
};

void TestManyDecisions::fill()
{
    store::CareTeamRepository teams(connection());
    for (const qint64 id : {blueTeam, blockedTeam}) {
        CareTeam team = sampleTeam(id, u"Team %1"_s.arg(id));
        team.blocked = id == blockedTeam;
        VERIFY_OK(teams.upsert(team));
    }
    VERIFY_OK(teams.upsert(sampleTeam(8001, u"Elsewhere"_s, u"589"_s)));
    store::PrescriberRepository prescribers(connection());
    m_okafor = prescribers.upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), {})->id;
    m_lydon = prescribers.upsert(samplePrescriber(u"LYDON"_s, u"JOHN"_s), {})->id;
    for (const QString &extractId : {u"P1"_s, u"P2"_s}) {
        Prescriber shared = samplePrescriber(u"LEE"_s, u"ANN"_s);
        shared.extractId = extractId;
        m_shared = prescribers.upsert(shared, u"t"_s)->id;
    }
    VERIFY_OK(prescribers.recountHomonyms({}));
    QCOMPARE(QList<qint64>({m_okafor.value, m_lydon.value, m_shared.value}), QList<qint64>({1, 2, 3}));
    for (int number = 1; number <= 2; ++number) {
        Renewal renewal = sampleRenewal(QString::number(number), number);
        renewal.prescriberId = m_okafor;
        VERIFY_OK(store::RenewalRepository(connection()).insert(renewal));
    }
}

/// One line each: "1,552,\"Okafor, Chidi\",0,link,7001,note".
DecisionsReport TestManyDecisions::run(const QByteArray &rows, bool forGood)
{
    const auto file =
        exchange::readDecisions("id,station,prescriber,version,decision,triageTeamId,note\n" + rows);
    if (!file)
        return {};
    ManyDecisions decisions(connection(), m_clock);
    const auto report = forGood ? decisions.take(file->rows, u"ann"_s) : decisions.preview(file->rows);
    return report.value_or(DecisionsReport{});
}

void TestManyDecisions::rowsAreJudgedOneByOne_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("told");
    const auto add = [](const char *name, const QByteArray &row, const char *result, const QString &told) {
        QTest::newRow(name) << row << QString::fromLatin1(result) << told;
    };
    add("a link", "1,552,\"Okafor, Chidi\",,link,7001,", "decided", {});
    add("in small letters, of a division", "1,552GA,\"okafor, chidi\",0,LINK,7001,", "decided", {});
    add("none is right", "1,552,\"Okafor, Chidi\",,refuse,7001,", "decided", {});
    add("community care", "1,552,\"Okafor, Chidi\",,external,,", "decided", {});
    add("another's id", "2,552,\"Okafor, Chidi\",,link,7001,", "refused", u"Lydon, John at station 552"_s);
    add("another's station", "1,589,\"Okafor, Chidi\",,link,7001,", "refused", u"not Okafor, Chidi at 589"_s);
    add("nobody's id", "99,552,\"Okafor, Chidi\",,link,7001,", "refused", u"no prescriber with the id 99"_s);
    add("a blocked team", "1,552,\"Okafor, Chidi\",,link,7003,", "refused", u"is blocked"_s);
    add("another station's team", "1,552,\"Okafor, Chidi\",,link,8001,", "refused",
        u"not one of station 552"_s);
    add("a shared name", "3,552,\"Lee, Ann\",,link,7001,", "refused", u"2 people share the name"_s);
    add("a shared name with a note", "3,552,\"Lee, Ann\",,link,7001,same clinic", "decided", {});
    add("since decided", "1,552,\"Okafor, Chidi\",4,link,7001,", "conflict", u"since it was exported"_s);
    add("no team", "1,552,\"Okafor, Chidi\",,link,,", "refused", u"triageTeamId"_s);
    add("no decision of ours", "1,552,\"Okafor, Chidi\",,connect,7001,", "refused", u"connect"_s);
}

void TestManyDecisions::rowsAreJudgedOneByOne()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, result);
    QFETCH(QString, told);
    fill();
    for (const auto &report : {preview(row), take(row)}) { // foretold is what comes
        QCOMPARE(report.rows.size(), 1);
        const ReportedDecision &only = report.rows.first();
        QCOMPARE(only.row, 2);
        QCOMPARE(toString(only.result), result);
        QVERIFY2(only.text.contains(told) && only.text.isEmpty() == told.isEmpty(), qPrintable(only.text));
        QCOMPARE(report.problems(), result == u"decided"_s ? 0 : 1);
    }
    QCOMPARE(auditEntries(), result == u"decided"_s ? 1 : 0);
}

void TestManyDecisions::previewChangesNothing()
{
    fill();
    const auto report = preview("1,552,\"Okafor, Chidi\",0,link,7001,\n2,552,\"Lydon, John\",0,external,,\n");
    QCOMPARE(report.count(DecisionResult::Decided), 2);
    QCOMPARE(report.rows.first().effect.becomeReady, 2);
    QCOMPARE(report.rows.first().careTeamName, u"Team 7001"_s);
    QCOMPARE(report.effect().becomeReady, 2);
    QCOMPARE(auditEntries(), 0);
    QCOMPARE(toString(present(m_okafor).status), u"none"_s);
    QCOMPARE(toString(store::RenewalRepository(connection()).find(RenewalId{1})->state), u"needs_routing"_s);
}

void TestManyDecisions::aRefusedRowLeavesTheOthers()
{
    fill();
    const auto report = take("1,552,\"Okafor, Chidi\",0,link,7001,by phone\n3,552,\"Lee, Ann\",0,link,7001,\n"
                             "2,552,\"Lydon, John\",0,external,,\n");
    QCOMPARE(report.count(DecisionResult::Decided), 2);
    QCOMPARE(report.problems(), 1);
    QCOMPARE(report.rows.at(1).row, 3);
    QCOMPARE(present(m_okafor).careTeam.value, blueTeam);
    QCOMPARE(present(m_okafor).decidedBy, u"ann"_s);
    QCOMPARE(present(m_okafor).note, u"by phone"_s);
    QCOMPARE(report.rows.first().version, present(m_okafor).version);
    QCOMPARE(toString(present(m_lydon).status), u"external"_s);
    QCOMPARE(toString(present(m_shared).status), u"none"_s);
    QCOMPARE(auditEntries(), 2); // one for each that was taken
    VERIFY_OK(verifyAudit(connection(), [](qint64, qint64) { return true; }));
    QCOMPARE(toString(store::RenewalRepository(connection()).find(RenewalId{1})->state), u"ready_to_route"_s);
}

void TestManyDecisions::sameFileTwiceChangesNothing()
{
    fill();
    const QByteArray file = "1,552,\"Okafor, Chidi\",0,link,7001,\n2,552,\"Lydon, John\",0,external,,\n"
                            "3,552,\"Lee, Ann\",0,refuse,,\n";
    QCOMPARE(take(file).count(DecisionResult::Decided), 3);
    const qint64 version = present(m_okafor).version;
    for (const auto &report : {preview(file), take(file)})
        QCOMPARE(report.count(DecisionResult::Unchanged), 3);
    QCOMPARE(auditEntries(), 3);
    QCOMPARE(present(m_okafor).version, version);
}

void TestManyDecisions::onlyTheSameTermsAreUnchanged_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("result");
    const QByteArray link = "1,552,\"Okafor, Chidi\",,link,7001,\n";
    QTest::newRow("linked for good") << 0 << 0 << link << u"unchanged"_s;
    QTest::newRow("linked until tomorrow") << 0 << 1 << link << u"decided"_s;
    QTest::newRow("another link planned") << 5 << 0 << link << u"decided"_s;
    QTest::newRow("community care, a link planned")
        << 5 << 0 << QByteArray("1,552,\"Okafor, Chidi\",,external,,\n") << u"decided"_s;
}

/// A row is for good: neither an end nor a planned link goes on beside it.
void TestManyDecisions::onlyTheSameTermsAreUnchanged()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QByteArray, row);
    QFETCH(QString, result);
    fill();
    Decisions decisions(connection(), m_clock);
    Decision decision;
    decision.prescriberId = m_okafor;
    decision.kind = row.contains("external") ? DecisionKind::External : DecisionKind::Link;
    decision.careTeam = TriageTeamId{decision.kind == DecisionKind::Link ? blueTeam : 0};
    if (to > 0)
        decision.validTo = noon().addDays(to);
    VERIFY_OK(decisions.decide(decision, u"bob"_s));
    if (from > 0) {
        decision.kind = DecisionKind::Link;
        decision.careTeam = TriageTeamId{blueTeam};
        decision.validFrom = noon().addDays(from);
        decision.version = 1;
        VERIFY_OK(decisions.decide(decision, u"bob"_s));
    }
    const auto report = take(row);
    QCOMPARE(toString(report.rows.first().result), result);
    QVERIFY(!present(m_okafor).validTo.isValid());
    QVERIFY(!present(m_okafor).planned);
    QCOMPARE(take(row).count(DecisionResult::Unchanged), 1);
}

void TestManyDecisions::whatWasDecidedSinceIsAConflict()
{
    fill();
    Decision decision;
    decision.prescriberId = m_okafor;
    decision.kind = DecisionKind::External;
    VERIFY_OK(Decisions(connection(), m_clock).decide(decision, u"bob"_s));
    const auto report = take("1,552,\"Okafor, Chidi\",0,link,7001,\n");
    QCOMPARE(toString(report.rows.first().result), u"conflict"_s);
    QVERIFY(report.rows.first().text.startsWith(u"bob decided"_s));
    QCOMPARE(toString(present(m_okafor).status), u"external"_s);
}

void TestManyDecisions::aPrescriberIsDecidedOnce()
{
    fill();
    const auto report = take("1,552,\"Okafor, Chidi\",,link,7001,\n1,552,\"Okafor, Chidi\",,external,,\n"
                             "2,552,\"Lydon, John\",,external,,\n");
    QCOMPARE(report.problems(), 2);
    QVERIFY(report.rows.first().text.contains(u"2, 3"_s));
    QCOMPARE(toString(present(m_okafor).status), u"none"_s);
    QCOMPARE(toString(present(m_lydon).status), u"external"_s);
}

void TestManyDecisions::aFaultTakesAllBack()
{
    fill();
    VERIFY_OK(connection().script(isSqlite() ? u"CREATE TRIGGER no_lydon BEFORE INSERT ON correlation WHEN "
                                               "new.prescriber_id = 2 BEGIN SELECT RAISE(FAIL, 'full'); END"_s
                                             : u"ALTER TABLE correlation ADD CHECK (prescriber_id <> 2)"_s));
    const auto file =
        exchange::readDecisions("id,station,prescriber,decision\n1,552,\"Okafor, Chidi\",external\n"
                                "2,552,\"Lydon, John\",external\n");
    VERIFY_OK(file);
    QVERIFY(!ManyDecisions(connection(), m_clock).take(file->rows, u"ann"_s));
    QCOMPARE(toString(present(m_okafor).status), u"none"_s);
    QCOMPARE(auditEntries(), 0);
}

/// What the export writes can be filled in and read back.
void TestManyDecisions::theExportIsTheFile()
{
    fill();
    auto exported = CorrelationExport(connection()).piece({}, {});
    VERIFY_OK(exported);
    const auto untouched = exchange::readDecisions(exported->text);
    VERIFY_OK(untouched);
    QCOMPARE(untouched->rows.size(), 0);
    QCOMPARE(untouched->undecided, 3);
    exported->text.replace(",1,0,,\n", ",1,0,external,by phone\n");
    const auto filled = exchange::readDecisions(exported->text);
    VERIFY_OK(filled);
    QCOMPARE(filled->rows.size(), 1);
    QVERIFY(filled->rows.first().checksVersion);
    const auto report = ManyDecisions(connection(), m_clock).take(filled->rows, u"ann"_s);
    VERIFY_OK(report);
    QCOMPARE(report->count(DecisionResult::Decided), 1);
    QCOMPARE(toString(present(m_okafor).status), u"external"_s);
    QCOMPARE(present(m_okafor).note, u"by phone"_s);
}

RENEWAL_STORE_TEST_MAIN(TestManyDecisions)
#include "tst_manydecisions.moc"
