// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/dialect.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalload.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::sampleRenewal;

/// The search index, and the large load that rebuilds it.
class TstRenewalSearch : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    RenewalRepository renewals() { return RenewalRepository(connection()); }
    QStringList shown(const RenewalQuery &query);

private Q_SLOTS:
    void searches_data();
    void searches();
    void searchSeesChangesAtOnce();
    void aLargeLoadIsMadeUpForInOneGo();
    void readersOfAFilledQueueNeedNotWait();
    void anAbandonedLoadLeavesAllAsItWas();
};

QStringList TstRenewalSearch::shown(const RenewalQuery &query)
{
    const auto page = renewals().page(query, noon());
    if (!page)
        return {page.error().text, page.error().detail};
    QStringList ids;
    for (const Renewal &renewal : page->items)
        ids.append(renewal.prescriptionId);
    if (page->total != ids.size())
        ids.append(u"total %1"_s.arg(page->total));
    return ids;
}

void TstRenewalSearch::searches_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("station");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *name, const QString &search, const char *station, const char *ids) {
        QTest::newRow(name) << search << QString::fromLatin1(station)
                            << QString::fromLatin1(ids).split(u' ', Qt::SkipEmptyParts);
    };
    row("a drug", u"amlodipine"_s, "", "2");
    row("the start of a drug", u"lisi"_s, "", "1 3 4");
    row("in any case", u"LiSi"_s, "", "1 3 4");
    row("not the middle of a word", u"sinopril"_s, "", "");
    row("a prescriber", u"okafor"_s, "", "1 2 3");
    row("a prescriber with an accent", u"núñez"_s, "", "4");
    row("a prescriber without the accent", u"nunez"_s, "", "4");
    row("a name with an apostrophe", u"O'Brien"_s, "", "5");
    row("half of a hyphenated name", u"mccarthy"_s, "", "5");
    row("a prescription number", u"272033a"_s, "", "3");
    row("a patient", u"icn-9"_s, "", "2");
    row("a patient by the end that is shown", u"4365"_s, "", "6");
    row("with the dots before it", u"•••• 4365"_s, "", "6");
    row("the beginning of that end", u"43"_s, "", "6");
    row("that end and a drug", u"4365 metf"_s, "", "6");
    row("that end and another drug", u"4365 lisi"_s, "", "");
    row("that end at its station", u"4365"_s, "552", "6");
    row("a short key hides its end", u"77"_s, "", "");
    row("two words", u"lisi okaf"_s, "", "1 3");
    row("two words of which one is nowhere", u"lisi nobody"_s, "", "");
    row("at a station", u"lisi"_s, "553", "4");
    row("a station number is no word", u"553"_s, "", "");
    row("search operators are words", u"lisi OR amlodipine"_s, "", "");
    row("quotes and stars", u"\"lisi*\" ' ) ("_s, "", "1 3 4");
    row("a word of another script", u"名前"_s, "", "6");
    row("an injection", u"x'; DROP TABLE renewal; --"_s, "", "");
}

void TstRenewalSearch::searches()
{
    QFETCH(QString, search);
    QFETCH(QString, station);
    QFETCH(QStringList, ids);
    Renewal two = sampleRenewal(u"2"_s, 2);
    two.drug = u"AMLODIPINE 5MG TAB"_s;
    two.patientKey = u"ICN-900"_s;
    Renewal four = sampleRenewal(u"4"_s, 4, u"553"_s);
    four.prescriberShown = u"Núñez, José"_s;
    Renewal five = sampleRenewal(u"5"_s, 5);
    five.prescriberShown = u"O'Brien-McCarthy, Kim"_s;
    five.drug = u"METFORMIN 500MG"_s;
    Renewal six = sampleRenewal(u"6"_s, 6);
    six.prescriberShown = u"名前"_s;
    six.drug = u"METFORMIN 500MG"_s;
    six.patientKey = u"1012345678V994365"_s;
    five.patientKey = u"PX77"_s;
    for (const Renewal &renewal : {sampleRenewal(u"1"_s, 1), two, sampleRenewal(u"3"_s, 3), four, five, six})
        VERIFY_OK(renewals().insert(renewal));
    RenewalQuery query;
    query.search = search;
    query.scope.parentStation = station;
    QCOMPARE(shown(query), ids);
}

void TstRenewalSearch::searchSeesChangesAtOnce()
{
    VERIFY_OK(renewals().insert(sampleRenewal(u"1"_s, 1)));
    RenewalQuery query;
    query.search = u"lisi"_s;
    QCOMPARE(shown(query), QStringList{u"1"_s});
    VERIFY_OK(connection().run(u"UPDATE renewal SET drug = 'AMLODIPINE' WHERE prescription_id = '1'"_s));
    QCOMPARE(shown(query), QStringList());
    query.search = u"amlo"_s;
    QCOMPARE(shown(query), QStringList{u"1"_s});
    VERIFY_OK(connection().run(u"UPDATE renewal SET patient_key = '1012345678V994365'"_s));
    query.search = u"4365"_s;
    QCOMPARE(shown(query), QStringList{u"1"_s});
    VERIFY_OK(connection().run(u"UPDATE renewal SET patient_key = '1012345678V990000'"_s));
    QCOMPARE(shown(query), QStringList());
    query.search = u"amlo"_s;
    query.view = QString::fromLatin1(views::closed);
    QCOMPARE(shown(query), QStringList());
    VERIFY_OK(connection().run(u"UPDATE renewal SET state = 'closed'"_s));
    QCOMPARE(shown(query), QStringList{u"1"_s});
    VERIFY_OK(connection().run(u"DELETE FROM renewal"_s));
    QCOMPARE(shown(query), QStringList());
}

void TstRenewalSearch::readersOfAFilledQueueNeedNotWait()
{
    VERIFY_OK(renewals().insert(sampleRenewal(u"1"_s, 1)));
    auto transaction = Transaction::begin(connection());
    VERIFY_OK(transaction);
    const auto load = RenewalLoad::begin(connection(), 1000000);
    VERIFY_OK(load);
    QCOMPARE(load->isBulk(), connection().dialect().readsWhileIndexesGo());
}

void TstRenewalSearch::aLargeLoadIsMadeUpForInOneGo()
{
    const auto prescriber = PrescriberRepository(connection())
                                .upsert(renewal::testing::samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), {});
    VERIFY_OK(prescriber);
    const bool mayBeFilled = connection().dialect().readsWhileIndexesGo();
    if (mayBeFilled)
        VERIFY_OK(renewals().insert(sampleRenewal(u"1"_s, 1)));
    const auto indexes = [&] {
        return connection()
            .rows<QString>(connection().dialect().renewalIndexes(), {},
                           [](const Row &row) { return row.text(0); })
            .value_or(QVector<QString>())
            .size();
    };
    const auto before = indexes();
    QVERIFY(before > 5);
    {
        auto transaction = Transaction::begin(connection());
        VERIFY_OK(transaction);
        auto load = RenewalLoad::begin(connection(), 1000000);
        VERIFY_OK(load);
        QVERIFY(load->isBulk());
        QCOMPARE(indexes(), 0);
        if (!mayBeFilled)
            VERIFY_OK(renewals().insert(sampleRenewal(u"1"_s, 1)));
        Renewal second = sampleRenewal(u"2"_s, 2);
        second.prescriberId = prescriber->id;
        VERIFY_OK(renewals().insert(second));
        Renewal ready = sampleRenewal(u"4"_s, -50);
        ready.prescriberId = prescriber->id;
        ready.state = RenewalState::ReadyToRoute;
        ready.drug = u"METFORMIN"_s;
        VERIFY_OK(renewals().insert(ready));
        VERIFY_OK(connection().run(u"UPDATE renewal SET drug = 'AMLODIPINE' WHERE prescription_id = '1'"_s));
        VERIFY_OK(load->finish());
        VERIFY_OK(transaction->commit());
    }
    QCOMPARE(indexes(), before);
    VERIFY_OK(renewals().insert(sampleRenewal(u"3"_s, 3)));
    RenewalQuery query;
    query.search = u"lisi"_s;
    QCOMPARE(shown(query), (QStringList{u"2"_s, u"3"_s}));
    query.search = u"amlo"_s;
    QCOMPARE(shown(query), QStringList{u"1"_s});
    QCOMPARE(renewals().counts({}, noon())->at(0).count, 4);
    QCOMPARE(renewals().counts({}, noon())->at(3).count, 1);
    QCOMPARE(PrescriberRepository(connection()).summary(prescriber->id)->waiting, 2);
    auto small = RenewalLoad::begin(connection(), 10);
    VERIFY_OK(small);
    QVERIFY(!small->isBulk());
    VERIFY_OK(small->finish());
}

void TstRenewalSearch::anAbandonedLoadLeavesAllAsItWas()
{
    VERIFY_OK(renewals().insert(sampleRenewal(u"1"_s, 1)));
    {
        auto transaction = Transaction::begin(connection());
        VERIFY_OK(transaction);
        VERIFY_OK(RenewalLoad::begin(connection(), 1000000));
        VERIFY_OK(renewals().insert(sampleRenewal(u"2"_s, 2)));
    }
    VERIFY_OK(renewals().insert(sampleRenewal(u"3"_s, 3)));
    RenewalQuery query;
    query.search = u"lisi"_s;
    QCOMPARE(shown(query), (QStringList{u"1"_s, u"3"_s}));
    QCOMPARE(renewals().counts({}, noon())->at(0).count, 2);
}

RENEWAL_STORE_TEST_MAIN(TstRenewalSearch)
#include "tst_renewalsearch.moc"
