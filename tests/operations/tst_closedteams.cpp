// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/decisions.h"
#include "app/operations/duelinks.h"
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
} // namespace

/// Nobody is linked to a care team that nobody can write to.
class TestClosedTeams : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void plannedLinkToAClosedTeamDoesNotBegin();
    void aClosedTeamIsNotLinked_data();
    void aClosedTeamIsNotLinked();

private:
    void fill();
    Result<DecisionOutcome> decide(Decision decision, qint64 version)
    {
        decision.prescriberId = m_id;
        decision.version = version;
        return Decisions(connection(), m_clock).decide(decision, u"nurse"_s);
    }
    Correlation now() { return *store::CorrelationRepository(connection()).current(m_id); }
    void run(const QString &sql) { VERIFY_OK(connection().script(sql)); }

    FixedClock m_clock{noon()};
    PrescriberId m_id;
};

/// One renewal at the parent station, one at the division GA.
void TestClosedTeams::fill()
{
    VERIFY_OK(store::CareTeamRepository(connection()).upsert(sampleTeam(blue.value, u"Blue"_s)));
    const auto stored =
        store::PrescriberRepository(connection()).upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), u"t"_s);
    VERIFY_OK(stored);
    m_id = stored->id;
    int number = 0;
    for (const QString &station : {u"552"_s, u"552GA"_s}) {
        ++number;
        Renewal renewal = sampleRenewal(QString::number(number), number, station);
        renewal.prescriberId = m_id;
        VERIFY_OK(store::RenewalRepository(connection()).insert(renewal));
    }
}

void TestClosedTeams::plannedLinkToAClosedTeamDoesNotBegin()
{
    fill();
    Decision later;
    later.careTeam = blue;
    later.validFrom = noon().addDays(5);
    VERIFY_OK(decide(later, 0));
    run(u"UPDATE care_team SET blocked = 1 WHERE triage_team_id = 7001"_s);
    VERIFY_OK(DueLinks(connection(), noon().addDays(6)).run());
    QCOMPARE(toString(now().status), u"stale"_s);
    QCOMPARE(now().change.kind, u"not_begun"_s);
    QVERIFY(!now().planned);
    QCOMPARE(toString(store::RenewalRepository(connection()).find(RenewalId{1})->state), u"needs_routing"_s);
}

void TestClosedTeams::aClosedTeamIsNotLinked_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("told");
    const QString cutOver = u"INSERT INTO cut_over (parent_station, day, ends_at, entered_by, entered_at, "
                            "note) VALUES ('552', '2026-03-04', %1, 'steward', 0, '')"_s;
    const auto endsIn = [&](int days) { return cutOver.arg(noon().addDays(days).toMSecsSinceEpoch()); };
    const auto team = [](const QString &set) {
        return u"UPDATE care_team SET %1 WHERE triage_team_id = 7001"_s.arg(set);
    };
    QTest::newRow("open") << team(u"blocked = 0"_s) << 0 << QString();
    QTest::newRow("blocked") << team(u"blocked = 1"_s) << 0 << u"is blocked"_s;
    QTest::newRow("moves") << team(u"migrating_to_oh = 1"_s) << 0 << u"moves to Oracle Health"_s;
    QTest::newRow("moves, planned") << team(u"migrating_to_oh = 1"_s) << 5 << u"moves to Oracle Health"_s;
    QTest::newRow("after the cut-over") << endsIn(-1) << 0 << u"went to Oracle Health"_s;
    QTest::newRow("before the cut-over") << endsIn(2) << 0 << QString();
    QTest::newRow("planned for after the cut-over") << endsIn(2) << 5 << u"went to Oracle Health"_s;
}

void TestClosedTeams::aClosedTeamIsNotLinked()
{
    QFETCH(QString, sql);
    QFETCH(int, days);
    QFETCH(QString, told);
    fill();
    run(sql);
    Decision whole;
    whole.careTeam = blue;
    if (days > 0)
        whole.validFrom = noon().addDays(days);
    Decision divided = whole;
    divided.division = u"552GA"_s;
    divided.validFrom = {};
    for (const Decision &decision : days > 0 ? QVector{whole} : QVector{divided, whole}) {
        const auto outcome = decide(decision, now().version);
        if (told.isEmpty()) {
            VERIFY_OK(outcome);
            continue;
        }
        VERIFY_ERROR(outcome, ErrorCode::Conflict);
        QVERIFY2(outcome.error().text.contains(told), qPrintable(outcome.error().text));
    }
}

RENEWAL_STORE_TEST_MAIN(TestClosedTeams)
#include "tst_closedteams.moc"
