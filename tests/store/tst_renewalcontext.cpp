// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/renewalcontext.h"
#include "app/store/renewalrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::sampleRenewal;

/// What belongs to a renewal: the patient's others, and the thread.
class TstRenewalContext : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    Result<Renewal> add(const QString &number, int hours, RenewalState state = RenewalState::NeedsRouting,
                        const QString &patient = u"ICN-77"_s, const QString &station = u"552"_s,
                        EhrSystem ehr = EhrSystem::VistA)
    {
        Renewal renewal = sampleRenewal(number, hours, station);
        renewal.patientKey = patient;
        renewal.state = state;
        renewal.ehr = ehr;
        renewal.requestedAt = noon().addDays(-hours);
        return RenewalRepository(connection()).insert(renewal);
    }

private Q_SLOTS:
    void waitingFirstThenEnded();
    void nobodyHasNoOthers();
    void aLongListEnds();
};

void TstRenewalContext::waitingFirstThenEnded()
{
    const auto own = add(u"1"_s, 5);
    VERIFY_OK(own);
    VERIFY_OK(add(u"2"_s, 9, RenewalState::Closed));
    VERIFY_OK(add(u"3"_s, 7, RenewalState::InReview));
    VERIFY_OK(add(u"4"_s, 3, RenewalState::NotRenewable));
    VERIFY_OK(add(u"5"_s, 4, RenewalState::Routed));
    VERIFY_OK(add(u"6"_s, 6, RenewalState::External, u"ICN-77"_s, u"552GA"_s, EhrSystem::OracleHealth));
    VERIFY_OK(add(u"7"_s, 1, RenewalState::NeedsRouting, u"ICN-78"_s));           // somebody else
    VERIFY_OK(add(u"8"_s, 1, RenewalState::NeedsRouting, u"ICN-77"_s, u"589"_s)); // elsewhere
    const auto others = RenewalContext(connection()).others(*own);
    VERIFY_OK(others);
    QStringList numbers;
    for (const Renewal &renewal : *others)
        numbers.append(renewal.prescriptionId);
    QCOMPARE(numbers, (QStringList{u"4"_s, u"6"_s, u"3"_s, u"5"_s, u"2"_s}));
}

void TstRenewalContext::nobodyHasNoOthers()
{
    const auto own = add(u"1"_s, 5, RenewalState::NeedsRouting, {});
    VERIFY_OK(own);
    VERIFY_OK(add(u"2"_s, 5, RenewalState::NeedsRouting, {}));
    const auto others = RenewalContext(connection()).others(*own);
    VERIFY_OK(others);
    QVERIFY(others->isEmpty());
}

void TstRenewalContext::aLongListEnds()
{
    const auto own = add(u"own"_s, 5);
    VERIFY_OK(own);
    for (int i = 0; i < RenewalContext::mostOthers + 3; ++i)
        VERIFY_OK(add(QString::number(i), 6, i % 2 == 0 ? RenewalState::Closed : RenewalState::InReview));
    const auto others = RenewalContext(connection()).others(*own);
    VERIFY_OK(others);
    QCOMPARE(others->size(), RenewalContext::mostOthers);
    QVERIFY(isPending(others->constFirst().state));
}

RENEWAL_STORE_TEST_MAIN(TstRenewalContext)
#include "tst_renewalcontext.moc"
