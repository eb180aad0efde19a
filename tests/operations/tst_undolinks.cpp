// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/decisions.h"
#include "app/operations/stalelinks.h"
#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
constexpr TriageTeamId blue{7001};
constexpr TriageTeamId green{7002};
} // namespace

/// Taking a decision back never brings back a link that has lost its grounds meanwhile.
class TestUndoLinks : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void whatEndedMeanwhileStaysEnded_data();
    void whatEndedMeanwhileStaysEnded();
    void aLinkComesBackOnlyWithItsGrounds_data();
    void aLinkComesBackOnlyWithItsGrounds();
    void nothingInBetweenComesBackExactly();

private:
    void fill();
    Done link(TriageTeamId team, const QDateTime &from = {}, const QString &division = {});
    Result<DecisionOutcome> undo()
    {
        return Decisions(connection(), m_clock).undo(m_id, now().version, u"nurse"_s);
    }
    Correlation now() { return *store::CorrelationRepository(connection()).current(m_id); }
    void run(const QString &sql) { VERIFY_OK(connection().script(sql)); }
    qint64 ready()
    {
        return connection()
            .number(u"SELECT count(*) FROM renewal WHERE state = 'ready_to_route'"_s, {})
            .value_or(-1);
    }

    FixedClock m_clock{noon()};
    PrescriberId m_id;
};

void TestUndoLinks::fill()
{
    store::CareTeamRepository teams(connection());
    VERIFY_OK(teams.upsert(sampleTeam(blue.value, u"Blue"_s)));
    VERIFY_OK(teams.upsert(sampleTeam(green.value, u"Green"_s)));
    const auto stored =
        store::PrescriberRepository(connection()).upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), u"t"_s);
    VERIFY_OK(stored);
    m_id = stored->id;
    for (int number = 1; number <= 2; ++number) {
        Renewal renewal = sampleRenewal(QString::number(number), number, number == 1 ? u"552"_s : u"552GA"_s);
        renewal.prescriberId = m_id;
        VERIFY_OK(store::RenewalRepository(connection()).insert(renewal));
    }
}

Done TestUndoLinks::link(TriageTeamId team, const QDateTime &from, const QString &division)
{
    Decision decision;
    decision.prescriberId = m_id;
    decision.careTeam = team;
    decision.validFrom = from;
    decision.division = division;
    decision.version = now().version;
    const auto outcome = Decisions(connection(), m_clock).decide(decision, u"nurse"_s);
    return outcome ? ok() : Done(failure(outcome.error()));
}

void TestUndoLinks::whatEndedMeanwhileStaysEnded_data()
{
    QTest::addColumn<bool>("planned");
    QTest::newRow("a link planned for a later day is taken back") << true;
    QTest::newRow("the link of a division is taken back") << false;
}

void TestUndoLinks::whatEndedMeanwhileStaysEnded()
{
    QFETCH(bool, planned);
    fill();
    VERIFY_OK(link(blue));
    VERIFY_OK(planned ? link(green, noon().addDays(7)) : link(green, {}, u"552GA"_s));
    run(u"UPDATE care_team SET blocked = 1 WHERE triage_team_id = 7001"_s);
    VERIFY_OK(StaleLinks(connection(), noon(), u"calendar"_s).end());
    QCOMPARE(toString(now().status), u"stale"_s);
    run(u"UPDATE care_team SET blocked = 0 WHERE triage_team_id = 7001"_s);
    const auto outcome = undo();
    VERIFY_OK(outcome);
    QCOMPARE(toString(outcome->correlation.status), u"stale"_s);
    QVERIFY(!now().planned);
    QVERIFY(now().divisions.isEmpty());
    QCOMPARE(ready(), 0);
}

void TestUndoLinks::aLinkComesBackOnlyWithItsGrounds_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("change");
    QTest::newRow("blocked") << u"UPDATE care_team SET blocked = 1 WHERE triage_team_id = 7001"_s
                             << u"blocked"_s;
    QTest::newRow("moving") << u"UPDATE care_team SET migrating_to_oh = 1 WHERE triage_team_id = 7001"_s
                            << u"moving"_s;
    QTest::newRow("gone") << u"DELETE FROM care_team WHERE triage_team_id = 7001"_s << u"unknown"_s;
    QTest::newRow("another of the name") << u"UPDATE prescriber SET homonyms = 2"_s << u"shared"_s;
    QTest::newRow("refused by a reviewer")
        << u"INSERT INTO correlation_refusal (parent_station, prescriber_id, triage_team_id, version) "
           "SELECT parent_station, id, 7001, 99 FROM prescriber"_s
        << QString();
}

/// Matching had linked Blue, a person linked Green.
void TestUndoLinks::aLinkComesBackOnlyWithItsGrounds()
{
    QFETCH(QString, sql);
    fill();
    VERIFY_OK(link(blue));
    run(u"UPDATE correlation SET status = 'auto', decided_by = 'matching'"_s);
    VERIFY_OK(link(green));
    run(sql);
    const auto outcome = undo();
    VERIFY_OK(outcome);
    QCOMPARE(toString(outcome->correlation.status), u"stale"_s);
    QCOMPARE(outcome->correlation.version, now().version);
    QTEST(now().change.kind, "change");
    QCOMPARE(ready(), 0);
}

void TestUndoLinks::nothingInBetweenComesBackExactly()
{
    fill();
    VERIFY_OK(link(blue));
    const Correlation before = now();
    VERIFY_OK(link(green));
    VERIFY_OK(undo());
    QCOMPARE(toString(now().status), u"manual"_s);
    QCOMPARE(now().careTeam, before.careTeam);
    QCOMPARE(now().validFrom, before.validFrom);
    QCOMPARE(ready(), 2);
}

RENEWAL_STORE_TEST_MAIN(TestUndoLinks)
#include "tst_undolinks.moc"
