// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restclient.h"
#include "app/client/restrenewalsgateway.h"
#include "app/client/restreportsgateway.h"
#include "app/service/service.h"
#include "app/store/database.h"
#include "models/exchange/csv.h"
#include "tests/client/smallregion.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;

/// Filters, order and what a filter can be set to, through the gateways against the real service.
class TestFilterContract : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void filters_data();
    void filters();
    void aSortedListPagesOn();
    void choicesComeWithCounts();
    void whatIsChosenGetsItsText();
    void tooManyValuesAreRefused();
    void aFileFollowsFilterAndOrder();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    QString numbers(const RenewalQuery &query);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RestClient> m_client;
    std::unique_ptr<RestRenewalsGateway> m_renewals;
    std::unique_ptr<RestReportsGateway> m_reports;
};

void TestFilterContract::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString url = u"sqlite:"_s + m_folder->filePath(u"renewals.db"_s);
    store::Database database(*store::DatabaseUrl::parse(url));
    QVERIFY(database.migrate());
    QVERIFY(test::fillSmallRegion(**database.connection()));
    database.closeThisThread();
    service::ServiceOptions options;
    options.databaseUrl = url;
    options.actor = u"tester"_s;
    m_service = std::make_unique<service::Service>();
    const auto endpoint = m_service->start(options);
    QVERIFY2(endpoint, endpoint ? "" : qPrintable(endpoint.error().text + endpoint.error().detail));
    m_network = std::make_unique<QNetworkAccessManager>();
    m_client = std::make_unique<RestClient>(m_network.get());
    m_client->connectTo({QUrl(endpoint->url), endpoint->token});
    m_renewals = std::make_unique<RestRenewalsGateway>(m_client.get());
    m_reports = std::make_unique<RestReportsGateway>(m_client.get());
}

void TestFilterContract::cleanupTestCase()
{
    m_reports.reset();
    m_renewals.reset();
    m_client.reset();
    m_network.reset();
    m_service.reset();
    m_folder.reset();
}

/// The prescriptions of a list in its order, and how many the service says there are.
QString TestFilterContract::numbers(const RenewalQuery &query)
{
    const auto page = get(m_renewals->renewals(query));
    if (!page)
        return page.error().text + u' ' + page.error().detail;
    QStringList texts;
    for (const Renewal &renewal : page->items)
        texts.append(renewal.prescriptionId);
    return u"%1 of %2"_s.arg(texts.join(u' ')).arg(page->total);
}

void TestFilterContract::filters_data()
{
    QTest::addColumn<RenewalFilter>("filter");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *found, auto set) {
        RenewalFilter filter;
        set(filter);
        QTest::newRow(name) << filter << QString::fromLatin1(found);
    };
    row("none", "1 2 3 4 of 4", [](RenewalFilter &) {});
    row("a drug with a blank", "1 3 of 2", [](RenewalFilter &f) { f.drugs = {u"lisinopril 10MG tab"_s}; });
    row("two drugs", "1 2 3 4 of 4", [](RenewalFilter &f) {
        f.drugs = {u"LISINOPRIL 10MG TAB"_s, u"METFORMIN 500MG TAB"_s};
    });
    row("a class and a prescriber", "2 of 1", [](RenewalFilter &f) {
        f.drugClasses = {u"diabetes"_s, u"steroid"_s};
        f.prescribers = {{1}};
    });
    row("two prescribers", "1 2 3 4 of 4", [](RenewalFilter &f) { f.prescribers = {{1}, {2}}; });
    row("a division and a gate", "1 2 3 4 of 4", [](RenewalFilter &f) {
        f.divisions = {u"552"_s, u"552GA"_s};
        f.gates = {u"all_gates_pass"_s};
    });
    row("another gate", " of 0", [](RenewalFilter &f) { f.gates = {u"gate1_status"_s}; });
    row("a source", "1 2 3 4 of 4", [](RenewalFilter &f) { f.source = RequestSource::Prescription; });
    row("signs of addresses", " of 0", [](RenewalFilter &f) { f.drugs = {u"50% A&B+C #1 = ü?"_s}; });
}

void TestFilterContract::filters()
{
    QFETCH(RenewalFilter, filter);
    QFETCH(QString, found);
    RenewalQuery query;
    query.filter = filter;
    QCOMPARE(numbers(query), found);
    const auto counts = get(m_renewals->counts({}, filter));
    QVERIFY(counts);
    QCOMPARE(QString::number(counts->constFirst().count), found.section(u' ', -1));
}

void TestFilterContract::aSortedListPagesOn()
{
    RenewalQuery query;
    query.sort = {RenewalColumn::Drug, true};
    query.limit = 3;
    QCOMPARE(numbers(query), u"4 2 3 of 4"_s);
    query.cursor = get(m_renewals->renewals(query))->next;
    QCOMPARE(numbers(query), u"1 of 4"_s);
    query.sort.isDescending = false;
    QVERIFY(numbers(query).contains(u"cursor"_s, Qt::CaseInsensitive) || !get(m_renewals->renewals(query)));
}

void TestFilterContract::choicesComeWithCounts()
{
    ChoiceQuery query;
    query.field = ChoiceField::Prescriber;
    query.filter.drugs = {u"METFORMIN 500MG TAB"_s};
    const auto choices = get(m_renewals->choices(query));
    QVERIFY(choices);
    QStringList texts;
    for (const FilterChoice &choice : *choices)
        texts.append(u"%1 %2"_s.arg(choice.text).arg(choice.count));
    QCOMPARE(texts.join(u"; "), u"Okafor, Chidi 1; Lydon, Chidi 1"_s);
    query.view = QString::fromLatin1(views::closed);
    QCOMPARE(get(m_renewals->choices(query))->constFirst().count, 0);
}

void TestFilterContract::whatIsChosenGetsItsText()
{
    ChoiceQuery query;
    query.field = ChoiceField::CareTeam;
    query.values = {u"7002"_s, u"999"_s};
    const auto choices = get(m_renewals->choices(query));
    QVERIFY(choices);
    QCOMPARE(choices->size(), 1);
    QCOMPARE(choices->constFirst().text, u"CAM Pharmacy"_s);
    QCOMPARE(choices->constFirst().station, u"552"_s);
}

void TestFilterContract::tooManyValuesAreRefused()
{
    RenewalQuery query;
    for (int i = 0; i <= RenewalFilter::mostValues; ++i)
        query.filter.drugs.append(u"D%1"_s.arg(i));
    const auto refused = get(m_renewals->renewals(query));
    QVERIFY(!refused);
    QCOMPARE(toString(refused.error().code), toString(ErrorCode::InvalidInput));
    query.filter.drugs.removeLast();
    QVERIFY(get(m_renewals->renewals(query)));
    const auto file = [&](const RenewalFilter &filter) {
        RenewalExport wanted;
        wanted.query.filter = filter;
        return get(m_reports->startExport(wanted));
    };
    query.filter.drugs.append({u"x"_s, u"y"_s});
    QVERIFY(!file(query.filter));
    query.filter = {};
    query.filter.drugClasses = {u"no such class"_s};
    QVERIFY(!file(query.filter)); // nothing is written that leaves a filter out
}

void TestFilterContract::aFileFollowsFilterAndOrder()
{
    RenewalExport wanted;
    wanted.query.filter.drugs = {u"METFORMIN 500MG TAB"_s};
    wanted.query.sort = {RenewalColumn::Due, true};
    const auto started = get(m_reports->startExport(wanted));
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
    QTRY_VERIFY_WITH_TIMEOUT(get(m_reports->report(started->id))->isOver(), 60'000);
    const auto piece = get(m_reports->piece(started->id, {}));
    QVERIFY2(piece, piece ? "" : qPrintable(piece.error().text));
    QVector<QStringList> rows;
    const auto take = [&](const exchange::CsvRow &row) {
        rows.append(row.fields);
        return true;
    };
    exchange::CsvParser parser(',');
    parser.feed(piece->bytes, take);
    parser.finish(take);
    const QStringList head = rows.takeFirst();
    QStringList ids;
    for (const QStringList &row : std::as_const(rows))
        ids.append(row.value(int(head.indexOf(u"id"_s))));
    QCOMPARE(ids.join(u' '), u"4 2"_s);
}

QTEST_GUILESS_MAIN(TestFilterContract)
#include "tst_filtercontract.moc"
