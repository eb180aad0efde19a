// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/importupload.h"
#include "app/client/restjson.h"
#include "models/rest/restimports.h"
#include "models/rest/restsystem.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;
using renewal::test::FakeAnswer;
using renewal::test::FakeNetwork;

namespace {

FakeAnswer report(const QString &state)
{
    ImportReport value;
    value.id = ImportId{5};
    value.state = state;
    value.taken = 3;
    return FakeAnswer::json(bodyOf(toJson(value)));
}

FakeAnswer job(const QString &state, const QString &errorText = {})
{
    return FakeAnswer::json(bodyOf(toJson(Job{u"j9"_s, u"import"_s, state, 0.5, {}, errorText})));
}

const FakeAnswer taken{204, {}};

} // namespace

class TestImportUpload : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fileGoesInPiecesAndIsFollowed();
    void emptyFileHasOnePiece();
    void unreadableFileIsRefusedHere();
    void failures_data();
    void failures();
    void brokenPieceIsSentAgain();
    void lostAnswerOfTheEndIsAskedAgain();
    void cancelStopsTheJob();
    void cancelWhileSendingTakesItBack();
    void destructionEndsTheFuture();

private:
    QString write(const QByteArray &bytes);

    QTemporaryDir m_folder;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<RestClient> m_client;
};

void TestImportUpload::init()
{
    m_client.reset();
    m_network = std::make_unique<FakeNetwork>();
    m_client =
        std::make_unique<RestClient>(m_network.get(), RestSettings{.backoff = std::chrono::milliseconds(1)});
    m_client->connectTo({QUrl(u"http://h:1"_s), "t"});
}

QString TestImportUpload::write(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(u"prescriptions.ndjson"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void TestImportUpload::fileGoesInPiecesAndIsFollowed()
{
    m_network->setScript({report(u"receiving"_s), taken, taken, taken, job(u"queued"_s), job(u"running"_s),
                          job(u"finished"_s), report(u"finished"_s)});
    ImportUpload upload(m_client.get(), 4);
    QSignalSpy sent(&upload, &ImportUpload::sent);
    QSignalSpy jobs(&upload, &ImportUpload::jobChanged);
    const auto future = upload.send(write("0123456789"), u"march-1f2e"_s);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result().has_value());
    QCOMPARE(future.result()->taken, 3);
    const auto &seen = m_network->seen();
    QCOMPARE(seen.at(0).body, R"({"bytes":10,"extract":"march-1f2e","fileName":"prescriptions.ndjson"})");
    const QByteArrayList pieces{seen.at(1).body, seen.at(2).body, seen.at(3).body};
    QCOMPARE(pieces, (QByteArrayList{"0123", "4567", "89"}));
    QCOMPARE(seen.at(3).request.url().path(), u"/api/v1/imports/5/pieces/2"_s);
    QCOMPARE(seen.at(4).request.url().path(), u"/api/v1/imports/5/finish"_s);
    QCOMPARE(sent.last(), (QVariantList{10, 10}));
    QCOMPARE(jobs.size(), 3);
}

void TestImportUpload::emptyFileHasOnePiece()
{
    m_network->setScript(
        {report(u"receiving"_s), taken, job(u"failed"_s, u"The file is empty."_s), report(u"failed"_s)});
    ImportUpload upload(m_client.get());
    const auto future = upload.send(write({}));
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result().has_value()); // refused is a report too
    QCOMPARE(future.result()->state, u"failed"_s);
    QCOMPARE(m_network->seen().size(), 4);
    QCOMPARE(m_network->seen().at(0).body, R"({"bytes":0,"fileName":"prescriptions.ndjson"})");
}

void TestImportUpload::unreadableFileIsRefusedHere()
{
    ImportUpload upload(m_client.get());
    const auto future = upload.send(m_folder.filePath(u"missing.ndjson"_s));
    QVERIFY(future.isFinished());
    QCOMPARE(toString(future.result().error().code), toString(ErrorCode::InvalidInput));
    QVERIFY(future.result().error().text.contains(u"missing.ndjson"_s));
    QVERIFY(m_network->seen().isEmpty());
}

void TestImportUpload::failures_data()
{
    QTest::addColumn<QVector<FakeAnswer>>("script");
    QTest::addColumn<ErrorCode>("code");
    const FakeAnswer no{409, "{}"};
    using Script = QVector<FakeAnswer>;
    QTest::newRow("the service takes no file") << Script{{403, "{}"}} << ErrorCode::Forbidden;
    QTest::newRow("a piece is refused") << Script{report({}), no} << ErrorCode::Conflict;
    QTest::newRow("the end is refused") << Script{report({}), taken, no} << ErrorCode::Conflict;
    QTest::newRow("the job vanishes")
        << Script{report({}), taken, job(u"running"_s), {404, "{}"}} << ErrorCode::NotFound;
    QTest::newRow("the job is cancelled elsewhere")
        << Script{report({}), taken, job(u"cancelled"_s)} << ErrorCode::Cancelled;
    QTest::newRow("the report is missing")
        << Script{report({}), taken, job(u"finished"_s), {404, "{}"}} << ErrorCode::NotFound;
}

void TestImportUpload::failures()
{
    QFETCH(QVector<FakeAnswer>, script);
    QFETCH(ErrorCode, code);
    m_network->setScript(script);
    ImportUpload upload(m_client.get());
    const auto future = upload.send(write("{}"));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(toString(future.result().error().code), toString(code));
}

void TestImportUpload::brokenPieceIsSentAgain()
{
    m_network->setScript(
        {report(u"receiving"_s), FakeAnswer::refused(), taken, job(u"finished"_s), report({})});
    ImportUpload upload(m_client.get());
    const auto future = upload.send(write("{}"));
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result().has_value());
    QCOMPARE(m_network->seen().at(1).body, m_network->seen().at(2).body);
}

void TestImportUpload::lostAnswerOfTheEndIsAskedAgain()
{
    m_network->setScript(
        {report(u"receiving"_s), taken, FakeAnswer::refused(), job(u"finished"_s), report(u"finished"_s)});
    ImportUpload upload(m_client.get());
    const auto future = upload.send(write("{}"));
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result().has_value());
}

void TestImportUpload::cancelWhileSendingTakesItBack()
{
    m_network->setScript({report(u"receiving"_s), FakeAnswer::hanging(), taken});
    ImportUpload upload(m_client.get());
    const auto future = upload.send(write("{}"));
    QTRY_COMPARE(m_network->seen().size(), 2);
    upload.cancel();
    QVERIFY(future.isFinished());
    QTRY_COMPARE(m_network->seen().last().operation, QNetworkAccessManager::DeleteOperation);
    QCOMPARE(m_network->seen().last().request.url().path(), u"/api/v1/imports/5"_s);
}

void TestImportUpload::cancelStopsTheJob()
{
    m_network->setScript({report(u"receiving"_s), taken, job(u"running"_s)});
    ImportUpload upload(m_client.get());
    QSignalSpy jobs(&upload, &ImportUpload::jobChanged);
    const auto future = upload.send(write("{}"));
    QTRY_VERIFY(!jobs.isEmpty());
    upload.cancel();
    QVERIFY(future.isFinished());
    QCOMPARE(toString(future.result().error().code), toString(ErrorCode::Cancelled));
    QTRY_COMPARE(m_network->seen().last().operation, QNetworkAccessManager::DeleteOperation);
}

void TestImportUpload::destructionEndsTheFuture()
{
    m_network->setScript({FakeAnswer::hanging()});
    auto upload = std::make_unique<ImportUpload>(m_client.get());
    const auto future = upload->send(write("{}"));
    QTRY_COMPARE(m_network->pending(), 1);
    upload.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(toString(future.result().error().code), toString(ErrorCode::Cancelled));
}

QTEST_GUILESS_MAIN(TestImportUpload)
#include "tst_importupload.moc"
