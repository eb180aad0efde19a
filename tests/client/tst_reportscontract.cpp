// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restclient.h"
#include "app/client/restreportsgateway.h"
#include "app/service/service.h"
#include "app/store/database.h"
#include "tests/client/smallregion.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;

/// Reports through the gateway against the real service over loopback.
class TestReportsContract : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void throughputArrives();
    void daysAreChecked();
    void nobodyElseReadsIt();
    void whatIsNotThereIsTold();
    void aViewBecomesAFile_data();
    void aViewBecomesAFile();
    void keysAreWholeWithAReason();
    void viewsAreChecked();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    /// Once it is over.
    Result<Job> over(const Result<Job> &started);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RestClient> m_client;
    std::unique_ptr<RestReportsGateway> m_reports;
    QUrl m_url;
};

void TestReportsContract::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString url = u"sqlite:"_s + m_folder->filePath(u"renewals.db"_s);
    store::Database database(*store::DatabaseUrl::parse(url));
    QVERIFY(database.migrate());
    QVERIFY(test::fillSmallRegion(**database.connection()));
    database.closeThisThread();
    service::ServiceOptions options;
    options.databaseUrl = url;
    options.tokens = {service::Access::everyRole("all", u"tester"_s),
                      {QCryptographicHash::hash("clinic", QCryptographicHash::Sha256), u"nurse"_s,
                       service::Role::Clinical}};
    m_service = std::make_unique<service::Service>();
    const auto endpoint = m_service->start(options);
    QVERIFY2(endpoint, endpoint ? "" : qPrintable(endpoint.error().text + endpoint.error().detail));
    m_url = QUrl(endpoint->url);
    m_network = std::make_unique<QNetworkAccessManager>();
    m_client = std::make_unique<RestClient>(m_network.get());
    m_client->connectTo({m_url, "all"});
    m_reports = std::make_unique<RestReportsGateway>(m_client.get());
}

void TestReportsContract::cleanup()
{
    m_reports.reset();
    m_client.reset();
    m_network.reset();
    m_service.reset();
    m_folder.reset();
}

Result<Job> TestReportsContract::over(const Result<Job> &started)
{
    if (!started)
        return started;
    Result<Job> job = started;
    const bool ended = QTest::qWaitFor(
        [&] {
            job = get(m_reports->report(started->id));
            return !job || job->isOver();
        },
        60'000);
    return ended ? job : failure(ErrorCode::Timeout, u"The job did not end."_s);
}

void TestReportsContract::throughputArrives()
{
    const QDate day = test::noon.date();
    const auto job = over(get(m_reports->startThroughput({{}, day.addDays(-10), day.addDays(2)})));
    QVERIFY2(job, job ? "" : qPrintable(job.error().text));
    QCOMPARE(job->state, u"finished"_s);
    const auto throughput = get(m_reports->throughput(job->id));
    QVERIFY2(throughput, throughput ? "" : qPrintable(throughput.error().text + throughput.error().detail));
    QCOMPARE(throughput->waiting, 4);
    QCOMPARE(throughput->days.size(), 13);
    QCOMPARE(throughput->from, day.addDays(-10));
    QVERIFY(throughput->medianAge);
    QVERIFY(!throughput->teams.isEmpty());
}

void TestReportsContract::daysAreChecked()
{
    const QDate day = test::noon.date();
    const auto refused = get(m_reports->startThroughput({{}, day, day.addDays(-1)}));
    QVERIFY(!refused);
    QCOMPARE(toString(refused.error().code), toString(ErrorCode::InvalidInput));
    const auto open = over(get(m_reports->startThroughput({})));
    QVERIFY(open);
    const auto throughput = get(m_reports->throughput(open->id));
    QVERIFY(throughput);
    QCOMPARE(throughput->days.size(), 30);
}

void TestReportsContract::nobodyElseReadsIt()
{
    const auto job = over(get(m_reports->startThroughput({})));
    QVERIFY(job);
    RestClient other(m_network.get());
    other.connectTo({m_url, "clinic"});
    RestReportsGateway nurse(&other);
    for (const auto &refused : {get(nurse.report(job->id)), get(nurse.cancelReport(job->id))}) {
        QVERIFY(!refused);
        QCOMPARE(toString(refused.error().code), toString(ErrorCode::NotFound));
    }
    QVERIFY(!get(nurse.throughput(job->id)));
    QVERIFY(get(m_reports->throughput(job->id)));
}

void TestReportsContract::whatIsNotThereIsTold()
{
    const auto none = get(m_reports->piece(u"none"_s, {}));
    QVERIFY(!none);
    QCOMPARE(toString(none.error().code), toString(ErrorCode::NotFound));
    QVERIFY(!none.error().text.isEmpty());
}

void TestReportsContract::aViewBecomesAFile_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("csv") << int(ExportFormat::Csv) << QByteArray("\xEF\xBB\xBFstation,");
    QTest::newRow("workbook") << int(ExportFormat::Workbook) << QByteArray("PK");
    QTest::newRow("rows") << int(ExportFormat::Rows) << QByteArray("{\"items\":[");
}

void TestReportsContract::aViewBecomesAFile()
{
    QFETCH(int, format);
    QFETCH(QByteArray, begins);
    const auto job = over(get(m_reports->startExport({{}, ExportFormat(format), {}})));
    QVERIFY2(job, job ? "" : qPrintable(job.error().text));
    QCOMPARE(job->state, u"finished"_s);
    QVERIFY(job->text.contains(u'4'));
    const auto piece = get(m_reports->piece(job->id, {}));
    QVERIFY2(piece, piece ? "" : qPrintable(piece.error().text));
    QVERIFY(piece->bytes.startsWith(begins));
    QVERIFY(piece->next.isEmpty());
    const auto middle = get(m_reports->piece(job->id, QString::number(piece->bytes.size() - 3)));
    QVERIFY(middle);
    QCOMPARE(middle->bytes, piece->bytes.last(3));
    QVERIFY(!get(m_reports->piece(job->id, QString::number(piece->bytes.size() + 1))));
}

void TestReportsContract::keysAreWholeWithAReason()
{
    const auto masked = over(get(m_reports->startExport({{}, ExportFormat::Rows, {}})));
    const auto whole = over(get(m_reports->startExport({{}, ExportFormat::Rows, u"Recall of a drug"_s})));
    QVERIFY(masked && whole);
    const auto hidden = get(m_reports->rows(masked->id));
    const auto shown = get(m_reports->rows(whole->id));
    QVERIFY(hidden && shown);
    QCOMPARE(hidden->items.size(), 4);
    QCOMPARE(shown->total, 4);
    for (qsizetype i = 0; i < 4; ++i) {
        QCOMPARE(hidden->items[i].id, shown->items[i].id);
        QCOMPARE(hidden->items[i].patientKey, maskedKey(shown->items[i].patientKey));
        QCOMPARE(hidden->items[i].patientGroup, shown->items[i].patientGroup);
    }
}

void TestReportsContract::viewsAreChecked()
{
    RenewalExport wanted;
    wanted.query.view = u"no_such_view"_s;
    const auto refused = get(m_reports->startExport(wanted));
    QVERIFY(!refused);
    QCOMPARE(toString(refused.error().code), toString(ErrorCode::InvalidInput));
}

QTEST_GUILESS_MAIN(TestReportsContract)
#include "tst_reportscontract.moc"
