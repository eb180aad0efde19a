// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restclient.h"
#include "app/client/restcorrelationsgateway.h"
#include "app/service/service.h"
#include "app/store/database.h"
#include "models/exchange/decisionsfile.h"
#include "tests/client/smallregion.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;

/// Decisions by file, through the gateway against the real service over loopback.
class TestDecisionsContract : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theExportIsFilledInAndReadBack();
    void aRepeatHasTheSameAnswer();
    void whatIsNoSuchFileIsTold();
    void aWorkbookComesWhole();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    /// The export with a link for the first prescriber and community care for the second.
    QByteArray filledExport();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RestClient> m_client;
    std::unique_ptr<RestCorrelationsGateway> m_correlations;
};

void TestDecisionsContract::init()
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
    m_correlations = std::make_unique<RestCorrelationsGateway>(m_client.get());
}

void TestDecisionsContract::cleanup()
{
    m_client.reset();
    m_network.reset();
    m_service.reset();
}

QByteArray TestDecisionsContract::filledExport()
{
    const auto piece = get(m_correlations->exportPiece({}, {}));
    if (!piece)
        return {};
    QList<QByteArray> lines = piece->text.split('\n');
    // The heading ends with id,version,decision,note; the care team stands in the fifth cell, empty as yet.
    lines[1].replace(",none,,", ",none,7001,").replace(",suggested,,", ",suggested,7001,").chop(1);
    lines[1] += "link,by phone";
    lines[2].chop(1);
    lines[2] += "external,";
    return lines.join('\n');
}

void TestDecisionsContract::theExportIsFilledInAndReadBack()
{
    const QByteArray csv = filledExport();
    const auto foretold = get(m_correlations->previewDecisions(csv));
    QVERIFY2(foretold, foretold ? "" : qPrintable(foretold.error().text));
    QCOMPARE(foretold->count(DecisionResult::Decided), 2);
    QCOMPARE(foretold->rows.first().effect.becomeReady, 3);
    const PrescriberId first = foretold->rows.first().prescriberId;
    QCOMPARE(toString(get(m_correlations->prescriber(first))->summary.correlation.status), u"none"_s);

    const auto taken = get(m_correlations->takeDecisions(csv, u"k1"_s));
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().text));
    QCOMPARE(taken->count(DecisionResult::Decided), 2);
    QVERIFY(taken->effect() == foretold->effect());
    const auto linked = get(m_correlations->prescriber(first));
    QVERIFY(linked);
    QCOMPARE(linked->summary.correlation.decidedBy, u"tester"_s);
    QCOMPARE(linked->summary.correlation.careTeam.value, 7001);
    QCOMPARE(linked->summary.correlation.note, u"by phone"_s);
    QCOMPARE(taken->rows.first().version, linked->summary.correlation.version);
    QCOMPARE(get(m_correlations->takeDecisions(csv, u"k2"_s))->count(DecisionResult::Unchanged), 2);
}

void TestDecisionsContract::aRepeatHasTheSameAnswer()
{
    const QByteArray csv = filledExport();
    const auto first = get(m_correlations->takeDecisions(csv, u"same"_s));
    const auto second = get(m_correlations->takeDecisions(csv, u"same"_s));
    QVERIFY(first && second);
    QVERIFY(*first == *second);
    QCOMPARE(second->count(DecisionResult::Decided), 2);
    const auto other = get(m_correlations->takeDecisions(csv + "\n", u"same"_s));
    QVERIFY(!other);
    QCOMPARE(toString(other.error().code), toString(ErrorCode::InvalidInput));
}

void TestDecisionsContract::whatIsNoSuchFileIsTold()
{
    const auto other = get(m_correlations->previewDecisions("name,number\nA,1\n"));
    QVERIFY(!other);
    QCOMPARE(toString(other.error().code), toString(ErrorCode::InvalidInput));
    QVERIFY2(other.error().text.contains(u"\"id\""_s), qPrintable(other.error().text));
    QByteArray large = "id,station,prescriber,decision\n";
    for (int i = 0; i <= mostDecisions; ++i)
        large += "1,552,A,external\n";
    const auto many = get(m_correlations->takeDecisions(large, u"k"_s));
    QVERIFY(!many);
    QCOMPARE(toString(many.error().code), toString(ErrorCode::TooLarge));
}

void TestDecisionsContract::aWorkbookComesWhole()
{
    const auto workbook = get(m_correlations->exportWorkbook({u"552"_s, {}}));
    QVERIFY2(workbook, workbook ? "" : qPrintable(workbook.error().text));
    QVERIFY(workbook->startsWith("PK"));
    QVERIFY(workbook->contains("xl/worksheets/sheet1.xml"));
}

QTEST_GUILESS_MAIN(TestDecisionsContract)
#include "tst_decisionscontract.moc"
