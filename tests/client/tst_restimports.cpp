// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/filepreview.h"
#include "app/client/restclient.h"
#include "app/client/restimportsgateway.h"
#include "app/service/service.h"
#include "tests/upstream/gzipfile.h"

#include <QDir>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;
using Step = ImportFileState::Step;

namespace {
const QByteArray teams = "triageTeamId,name,stationNumber\n7009,CAM Podiatry,552\n,Nobody,552\n";
const QByteArray prescribers =
    "prescriberId,providerFirstName,providerLastName,stationNumber\n9,ANA,REYES,552\n";
} // namespace

/// The imports gateway against real files and a real service.
class TestRestImports : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void previewsTellWhatFilesAre_data();
    void previewsTellWhatFilesAre();
    void folderIsARegion();
    void choicesThatCannotBe();
    void deliveriesHaveTheirOwnExtract();
    void filesGoInOneAfterTheOther();
    void sameDeliveryAgainChangesNothing();
    void otherFiguresStayUntilAgreed();
    void refusedFileHasItsReason();
    void cancelLeavesTheRestOut();
    void reportsAndWhatWasSetAsideAreKept();
    void lostServiceEndsTheRun();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    QString write(const QString &name, const QByteArray &content);
    QVector<ImportPreview> look(const QStringList &paths);
    /// Waits until all files are over.
    bool finish(ImportRun &run);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RestClient> m_client;
    std::unique_ptr<RestImportsGateway> m_imports;
};

void TestRestImports::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"march"_s));
    service::ServiceOptions options;
    options.databaseUrl = u"sqlite:"_s + m_folder->filePath(u"renewals.db"_s);
    options.actor = u"tester"_s;
    options.importDirectory = m_folder->filePath(u"uploads"_s);
    m_service = std::make_unique<service::Service>();
    const auto endpoint = m_service->start(options);
    QVERIFY2(endpoint, endpoint ? "" : qPrintable(endpoint.error().text));
    m_network = std::make_unique<QNetworkAccessManager>();
    m_client =
        std::make_unique<RestClient>(m_network.get(), RestSettings{.backoff = std::chrono::milliseconds(1)});
    m_client->connectTo({QUrl(endpoint->url), endpoint->token});
    m_imports = std::make_unique<RestImportsGateway>(m_client.get());
}

void TestRestImports::cleanup()
{
    m_imports.reset();
    m_client.reset();
    m_network.reset();
    m_service.reset();
}

QString TestRestImports::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder->filePath(u"march/"_s + name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                    : QString();
}

QVector<ImportPreview> TestRestImports::look(const QStringList &paths)
{
    return get(m_imports->inspect(paths)).value_or(QVector<ImportPreview>());
}

bool TestRestImports::finish(ImportRun &run)
{
    return QTest::qWaitFor([&run] { return run.isOver(); }, 20'000);
}

void TestRestImports::previewsTellWhatFilesAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("mayGo");
    const QByteArray line = R"({"patientId":"P","prescriberId":"9","stationNumber":"552"})"
                            "\n";
    QTest::newRow("care teams") << u"a.csv"_s << teams << u"care_teams"_s << true;
    QTest::newRow("prescribers") << u"a.txt"_s << prescribers << u"prescribers"_s << true;
    QTest::newRow("lines") << u"a.json"_s << line + line << u"short_prescriptions"_s << true;
    QTest::newRow("a schema") << u"a.json"_s << QByteArray(R"({"$schema":"x"})") << u"json_schema"_s << false;
    QTest::newRow("empty") << u"a.json"_s << QByteArray() << QString() << false;
    QTest::newRow("a picture") << u"a.csv"_s << QByteArray("\x89PNG\0\0\0", 7) << QString() << false;
    QTest::newRow("the answer sheet") << u"truth.csv"_s << teams << QString() << false;
    QTest::newRow("a broken gzip") << u"a.gz"_s << QByteArray("\x1f\x8b nonsense") << QString() << false;
}

void TestRestImports::previewsTellWhatFilesAre()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, kind);
    QFETCH(bool, mayGo);
    const auto previews = look({write(name, content)});
    QCOMPARE(previews.size(), 1);
    const ImportPreview &file = previews.constFirst();
    QCOMPARE(file.kind, kind);
    QCOMPARE(file.kindTitle.isEmpty(), kind.isEmpty());
    QCOMPARE(file.mayGo(), mayGo);
    QCOMPARE(file.bytes, content.size());
    QCOMPARE(file.folder, u"march"_s);
    QCOMPARE(file.passedOver, name == u"truth.csv");
}

void TestRestImports::folderIsARegion()
{
    write(u"b_prescribers.csv"_s, prescribers);
    write(u"z_teams.csv"_s, teams);
    write(u"truth.csv"_s, teams);
    const QString packed = m_folder->filePath(u"march/a_lines.ndjson.gz"_s);
    QVERIFY(test::writeFile(packed,
                            test::gzipped(R"({"patientId":"P","prescriberId":"9","stationNumber":"552"})")));
    QVERIFY(QDir(m_folder->path()).mkpath(u"march/below"_s));
    const QString folder = m_folder->filePath(u"march"_s);
    const auto previews = look({folder, packed}); // one of them twice
    QStringList kinds;
    for (const ImportPreview &file : previews)
        kinds.append(file.kind);
    // What others name comes first, what stays out last.
    QCOMPARE(kinds, (QStringList{u"care_teams"_s, u"prescribers"_s, u"short_prescriptions"_s, QString()}));
}

void TestRestImports::choicesThatCannotBe()
{
    const auto missing = get(m_imports->inspect({m_folder->filePath(u"gone"_s)}));
    QVERIFY(!missing);
    QCOMPARE(toString(missing.error().code), toString(ErrorCode::NotFound));
    const auto empty = get(m_imports->inspect({m_folder->filePath(u"march"_s)}));
    QVERIFY(!empty);
    QVERIFY2(empty.error().text.contains(u"march"), qPrintable(empty.error().text));
}

void TestRestImports::deliveriesHaveTheirOwnExtract()
{
    const QString first = write(u"a.csv"_s, prescribers);
    const QString one = extractOf(look({first}));
    QVERIFY2(one.startsWith(u"march-"), qPrintable(one));
    QCOMPARE(extractOf(look({first})), one); // the same again is the same
    write(u"a.csv"_s, QByteArray(prescribers).replace("REYES", "OTHER"));
    QVERIFY(extractOf(look({first})) != one);
}

void TestRestImports::filesGoInOneAfterTheOther()
{
    write(u"teams.csv"_s, teams);
    write(u"prescribers.csv"_s, prescribers);
    write(u"schema.json"_s, R"({"$schema":"x"})");
    const auto run = m_imports->start(look({m_folder->filePath(u"march"_s)}));
    QSignalSpy finished(run.get(), &ImportRun::finished);
    double last = 0;
    bool everBack = false;
    connect(run.get(), &ImportRun::changed, this, [&] {
        everBack = everBack || run->part() < last;
        last = run->part();
    });
    QVERIFY(finish(*run));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(run->files().size(), 2); // the schema does not go
    QCOMPARE(int(run->files().at(0).step), int(Step::Taken));
    QCOMPARE(int(run->files().at(1).step), int(Step::Taken));
    QCOMPARE(run->files().at(0).report.taken, 1);
    QCOMPARE(run->files().at(0).report.setAsideCount, 1);
    QCOMPARE(run->files().at(0).report.extract, run->files().at(1).report.extract);
    QCOMPARE(run->part(), 1.0);
    QVERIFY(!everBack);
}

void TestRestImports::sameDeliveryAgainChangesNothing()
{
    write(u"prescribers.csv"_s, prescribers);
    const auto first = m_imports->start(look({m_folder->filePath(u"march"_s)}));
    QVERIFY(finish(*first));
    const auto second = m_imports->start(look({m_folder->filePath(u"march"_s)}));
    QVERIFY(finish(*second));
    QCOMPARE(int(second->files().at(0).step), int(Step::AlreadyThere));
    QVERIFY2(second->files().at(0).text.contains(u"nothing changed"), qPrintable(second->files().at(0).text));
}

void TestRestImports::otherFiguresStayUntilAgreed()
{
    const auto figures = [](int errors) {
        QByteArray points;
        for (int hour = 0; hour < 100; ++hour)
            points += (hour > 0 ? "," : "") + QByteArray("[") +
                      QByteArray::number(1'769'904'000'000 + hour * 3'600'000LL) + "," +
                      QByteArray::number(errors) + "]";
        return R"({"status":"ok","res_type":"time_series","query":"q","series":[{"metric":"errors",)"
               R"("display_name":"Send errors","scope":"*","pointlist":[)" +
               points + "]}]}";
    };
    const QString path = write(u"errors.json"_s, figures(2));
    const auto first = m_imports->start(look({path}));
    QVERIFY(finish(*first));
    QCOMPARE(int(first->files().at(0).step), int(Step::Taken));
    write(u"errors.json"_s, figures(1)); // another region's
    auto previews = look({path});
    const auto second = m_imports->start(previews);
    QVERIFY(finish(*second));
    QCOMPARE(int(second->files().at(0).step), int(Step::FiguresKept));
    QVERIFY2(second->files().at(0).text.contains(u"Send errors"), qPrintable(second->files().at(0).text));
    previews[0].replaceFigures = true;
    const auto third = m_imports->start(previews);
    QVERIFY(finish(*third));
    QCOMPARE(int(third->files().at(0).step), int(Step::Taken));
    QVERIFY2(third->files().at(0).text.contains(u"replaced"), qPrintable(third->files().at(0).text));
}

void TestRestImports::refusedFileHasItsReason()
{
    const QString path = write(u"teams.csv"_s, teams);
    auto previews = look({path});
    write(u"teams.csv"_s, "this is no export any more"); // it changed after one had looked
    const auto run = m_imports->start(previews);
    QVERIFY(finish(*run));
    QCOMPARE(int(run->files().at(0).step), int(Step::Refused));
    QVERIFY(!run->files().at(0).text.isEmpty());
    QFile::remove(path);
    const auto gone = m_imports->start(previews);
    QVERIFY(finish(*gone));
    QCOMPARE(int(gone->files().at(0).step), int(Step::Failed));
}

void TestRestImports::cancelLeavesTheRestOut()
{
    write(u"teams.csv"_s, teams);
    QByteArray many = "prescriberId,providerFirstName,providerLastName,stationNumber\n";
    for (int i = 0; i < 200'000; ++i)
        many += QByteArray::number(i) + ",ANA,REYES" + QByteArray::number(i) + ",552\n";
    write(u"prescribers.csv"_s, many);
    const auto run = m_imports->start(look({m_folder->filePath(u"march"_s)}));
    connect(run.get(), &ImportRun::changed, this, [&](int file) {
        if (file == 1 && run->files().at(1).step == Step::Sending && run->files().at(1).part > 0)
            run->cancel();
    });
    QVERIFY(finish(*run));
    QCOMPARE(int(run->files().at(0).step), int(Step::Taken)); // what went in stays
    QCOMPARE(int(run->files().at(1).step), int(Step::Stopped));
    // Nothing of what was sent stays on the service's disk.
    const auto left = [this] {
        QStringList found;
        const QDir base(m_folder->filePath(u"uploads"_s));
        for (const QString &each : base.entryList({u"renewal-imports-*"_s}, QDir::Dirs))
            found += QDir(base.filePath(each)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return found;
    };
    QTRY_VERIFY(left().isEmpty());
}

void TestRestImports::reportsAndWhatWasSetAsideAreKept()
{
    QByteArray many = teams;
    for (int i = 0; i < 1200; ++i)
        many += ",No " + QByteArray::number(i) + ",552\n";
    const auto run = m_imports->start(look({write(u"teams.csv"_s, many)}));
    QVERIFY(finish(*run));
    const auto page = get(m_imports->imports({}, 10));
    QVERIFY2(page, page ? "" : qPrintable(page.error().text));
    QCOMPARE(page->total, 1);
    const ImportReport report = page->items.value(0);
    QCOMPARE(report.id, run->files().at(0).report.kept);
    QCOMPARE(report.actor, u"tester"_s);
    QCOMPARE(report.setAsideCount, 1201);
    const auto first = get(m_imports->setAside(report.id, {}, 50));
    QVERIFY(first);
    QCOMPARE(first->total, 1201);
    QByteArray csv;
    QString cursor;
    int pieces = 0;
    do {
        const auto piece = get(m_imports->exportSetAside(report.id, cursor));
        QVERIFY(piece);
        csv += piece->text;
        cursor = piece->next;
        ++pieces;
    } while (!cursor.isEmpty());
    QCOMPARE(pieces, 2);
    QCOMPARE(csv.count('\n'), 1202); // one heading
    QVERIFY(csv.startsWith("file,place,reason\r\nteams.csv,line 3,"));
}

void TestRestImports::lostServiceEndsTheRun()
{
    write(u"teams.csv"_s, teams);
    const auto previews = look({m_folder->filePath(u"march"_s)});
    m_service.reset();
    const auto run = m_imports->start(previews);
    QVERIFY(finish(*run));
    QCOMPARE(int(run->files().at(0).step), int(Step::Failed));
    QVERIFY(!run->files().at(0).text.isEmpty());
}

QTEST_GUILESS_MAIN(TestRestImports)
#include "tst_restimports.moc"
