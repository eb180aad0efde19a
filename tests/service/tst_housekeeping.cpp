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
#include "tests/store/samples.h"
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
};

void TestHousekeeping::datesThatFailedComeAgainSoon()
{
    VERIFY_OK(store::CareTeamRepository(connection()).upsert(sampleTeam(7001, u"Blue"_s)));
    const auto prescriber =
        store::PrescriberRepository(connection()).upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), u"t"_s);
    VERIFY_OK(prescriber);
    Decision later;
    later.prescriberId = prescriber->id;
    later.careTeam = TriageTeamId{7001};
    later.validFrom = noon().addDays(1);
    FixedClock clock(noon());
    VERIFY_OK(operations::Decisions(connection(), clock).decide(later, u"nurse"_s));
    const auto status = [&] {
        return toString(store::CorrelationRepository(connection()).current(prescriber->id)->status);
    };
    const auto url = store::DatabaseUrl::parse(testDatabase().url());
    VERIFY_OK(url);
    store::Database impatient(*url, 50ms);
    {
        // An import writes.
        auto transaction = store::Transaction::begin(connection());
        VERIFY_OK(transaction);
        VERIFY_OK(store::lockDecisions(connection()));
        QCOMPARE(service::mindTheDates(impatient, noon().addDays(2)).count(), 1);
        QCOMPARE(status(), u"none"_s);
    }
    QCOMPARE(service::mindTheDates(impatient, noon().addDays(2)).count(), 60);
    QCOMPARE(status(), u"manual"_s);
}

RENEWAL_STORE_TEST_MAIN(TestHousekeeping)
#include "tst_housekeeping.moc"
