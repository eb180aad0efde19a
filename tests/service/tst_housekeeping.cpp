// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/decisions.h"
#include "app/service/housekeeping.h"
#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/correlationrepository.h"
#include "app/store/decisionlock.h"
#include "app/store/prescriberrepository.h"
#include "app/store/transaction.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <optional>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a service does now and then, beside others that write.
class TestHousekeeping : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void datesThatFailedComeAgainSoon();
    void mindsTheDatesByItself();

private:
    PrescriberId planForTomorrow();
    QString statusOf(PrescriberId id);
};

/// A prescriber whose link begins tomorrow.
PrescriberId TestHousekeeping::planForTomorrow()
{
    if (const auto team = store::CareTeamRepository(connection()).upsert(sampleTeam(7001, u"Blue"_s)); !team)
        qFatal("%s", qPrintable(team.error().detail));
    const auto prescriber =
        store::PrescriberRepository(connection()).upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), u"t"_s);
    Decision later;
    later.prescriberId = prescriber->id;
    later.careTeam = TriageTeamId{7001};
    later.validFrom = noon().addDays(1);
    FixedClock clock(noon());
    const auto decided = operations::Decisions(connection(), clock).decide(later, u"nurse"_s);
    if (!decided)
        qFatal("%s", qPrintable(decided.error().detail));
    return prescriber->id;
}

QString TestHousekeeping::statusOf(PrescriberId id)
{
    return toString(store::CorrelationRepository(connection()).current(id)->status);
}

void TestHousekeeping::datesThatFailedComeAgainSoon()
{
    const PrescriberId id = planForTomorrow();
    const auto url = store::DatabaseUrl::parse(testDatabase().url());
    VERIFY_OK(url);
    store::Database impatient(*url, 50ms);
    {
        // An import writes.
        auto transaction = store::Transaction::begin(connection());
        VERIFY_OK(transaction);
        VERIFY_OK(store::lockDecisions(connection()));
        QCOMPARE(service::mindTheDates(impatient, noon().addDays(2)).count(), 1);
        QCOMPARE(statusOf(id), u"none"_s);
    }
    store::Database patient(*url, 20s);
    QCOMPARE(service::mindTheDates(patient, noon().addDays(2)).count(), 60);
    QCOMPARE(statusOf(id), u"manual"_s);
}

void TestHousekeeping::mindsTheDatesByItself()
{
    const PrescriberId id = planForTomorrow();
    const auto url = store::DatabaseUrl::parse(testDatabase().url());
    VERIFY_OK(url);
    store::Database database(*url, 20s);
    const FixedClock later(noon().addDays(2));
    const service::Housekeeping housekeeping(database, later, 0min);
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), u"manual"_s, 20'000);
}

RENEWAL_STORE_TEST_MAIN(TestHousekeeping)
#include "tst_housekeeping.moc"
