// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/uploads.h"
#include "app/store/auditrepository.h"
#include "app/store/database.h"
#include "tests/service/testservice.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;
using service::Role;

namespace {
const QByteArray json = "Content-Type: application/json\r\n";
const QByteArray bytes = "Content-Type: application/octet-stream\r\n";
const QByteArray teams = "triageTeamId,name,stationNumber\n1009,DAYTON: Podiatry,552\n,Nobody knows,552\n";

QJsonObject objectOf(const std::optional<RawAnswer> &answer)
{
    return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
}
} // namespace

/// Uploads, their ceilings and ends, and the reports that are kept, over real sockets.
class TestImports : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void reportIsKept();
    void whoDidItIsRecorded();
    void whatChangedIsMatched();
    void sameContentAgainChangesNothing();
    void extractsKeepIdsApart();
    void refusedFileIsKeptWithItsReason();
    void setAsideIsPaged();
    void ceilings_data();
    void ceilings();
    void cancelWhileSending();
    void cancelQueuedJobSettlesTheUpload();
    void idleUploadsExpire();
    void leftoversOfADeadRunGo();
    void productSeesNoTexts();
    void verificationTellsTheTruth();

private:
    void start(service::ServiceOptions options = {});
    QByteArray begin(const QByteArray &body = R"({"fileName":"teams.csv"})");
    QJsonObject importFile(const QByteArray &content, const QByteArray &body = R"({"fileName":"teams.csv"})",
                           const QByteArray &token = TestService::token());
    QJsonObject jobOver(const QString &id);
    QStringList filesLeft() const;

    QTemporaryDir m_uploads;
    std::unique_ptr<TestService> m_service;
};

void TestImports::start(service::ServiceOptions options)
{
    m_service.reset();
    options.importDirectory = m_uploads.path();
    m_service = std::make_unique<TestService>(options);
    QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
}

void TestImports::init()
{
    start();
}

QByteArray TestImports::begin(const QByteArray &body)
{
    const auto begun = m_service->ask("POST", "/api/v1/imports", json, body);
    return begun ? begun->value("location") : QByteArray();
}

QJsonObject TestImports::jobOver(const QString &id)
{
    QJsonObject job;
    const auto isOver = [&] {
        job = objectOf(m_service->ask("GET", "/api/v1/jobs/" + id.toLatin1()));
        return job[u"state"] != u"queued"_s && job[u"state"] != u"running"_s;
    };
    return QTest::qWaitFor(isOver, 20'000) ? job : QJsonObject();
}

QJsonObject TestImports::importFile(const QByteArray &content, const QByteArray &body,
                                    const QByteArray &token)
{
    const auto begun = m_service->ask("POST", "/api/v1/imports", json, body, token);
    const QByteArray path = begun->value("location");
    m_service->ask("PUT", path + "/pieces/0", bytes, content, token);
    const auto finished = m_service->ask("POST", path + "/finish", {}, QByteArray(), token);
    jobOver(objectOf(finished)[u"id"].toString());
    return objectOf(m_service->ask("GET", path, {}, {}, token));
}

QStringList TestImports::filesLeft() const
{
    QStringList left;
    const QDir base(m_uploads.path());
    for (const QString &run : base.entryList({u"renewal-imports-*"_s}, QDir::Dirs))
        left += QDir(base.filePath(run)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return left;
}

void TestImports::reportIsKept()
{
    const QJsonObject report = importFile(teams);
    QCOMPARE(report[u"state"].toString(), u"finished"_s);
    QCOMPARE(report[u"taken"].toInt(), 1);
    QVERIFY(filesLeft().isEmpty());
    const QJsonObject page = objectOf(m_service->ask("GET", "/api/v1/imports"));
    QCOMPARE(page[u"total"].toInt(), 1);
    const QJsonObject kept = page[u"items"][0].toObject();
    QCOMPARE(kept[u"id"], report[u"importId"]);
    QCOMPARE(kept[u"fileName"].toString(), u"teams.csv"_s);
    QCOMPARE(kept[u"taken"].toInt(), 1);
    QCOMPARE(kept[u"setAsideCount"].toInt(), 1);
    QCOMPARE(kept[u"files"][0][u"kindTitle"].toString(), u"care teams"_s);
    QCOMPARE(kept[u"files"][0][u"outcome"].toString(), u"taken"_s);
    const QByteArray path = "/api/v1/imports/" + QByteArray::number(kept[u"id"].toInteger());
    QCOMPARE(objectOf(m_service->ask("GET", path))[u"setAside"].toArray().size(), 1);
    QCOMPARE(m_service->ask("GET", "/api/v1/imports/4711")->status, 404);
    QCOMPARE(m_service->ask("GET", "/api/v1/imports?cursor=garbage")->status, 400);
}

void TestImports::whoDidItIsRecorded()
{
    const QJsonObject report =
        importFile(teams, R"({"fileName":"teams.csv"})", TestService::token(Role::PharmacyAdmin));
    const QJsonObject entry =
        objectOf(m_service->ask("GET", "/api/v1/audit?action=import.finished"))[u"items"][0].toObject();
    QCOMPARE(entry[u"actor"].toString(), u"pharmacy_admin"_s);
    QCOMPARE(objectOf(m_service->ask("GET", "/api/v1/imports"))[u"items"][0][u"actor"].toString(),
             u"pharmacy_admin"_s);
    QCOMPARE(report[u"actor"].toString(), u"pharmacy_admin"_s);
    const auto started = m_service->ask("POST", "/api/v1/matching", json, R"({"station":"552"})",
                                        TestService::token(Role::Admin));
    jobOver(objectOf(started)[u"id"].toString());
    QCOMPARE(objectOf(m_service->ask("GET", "/api/v1/audit?action=matching.finished"))[u"items"][0][u"actor"]
                 .toString(),
             u"admin"_s);
}

/// The station alone whose care team came in; not again when nothing new comes.
void TestImports::whatChangedIsMatched()
{
    const auto matched = [this] {
        return objectOf(m_service->ask("GET", "/api/v1/audit?action=matching.finished"))[u"items"].toArray();
    };
    importFile(teams);
    QTRY_COMPARE_WITH_TIMEOUT(matched().size(), 1, 20'000);
    QCOMPARE(matched()[0][u"subject"].toString(), u"station/552"_s);
    QCOMPARE(matched()[0][u"actor"].toString(), u"matching"_s);
    importFile(teams);
    const auto last = m_service->ask("POST", "/api/v1/matching", json, R"({"station":"552"})",
                                     TestService::token(Role::Admin));
    jobOver(objectOf(last)[u"id"].toString());
    QCOMPARE(matched().size(), 2); // the one that was asked for
}

void TestImports::sameContentAgainChangesNothing()
{
    importFile(teams);
    const QJsonObject again = importFile(teams);
    QCOMPARE(again[u"state"].toString(), u"finished"_s);
    QCOMPARE(again[u"taken"].toInt(), 0);
    QCOMPARE(again[u"files"][0][u"outcome"].toString(), u"already_imported"_s);
    const QJsonObject page = objectOf(m_service->ask("GET", "/api/v1/imports"));
    QCOMPARE(page[u"total"].toInt(), 2); // it is kept that it was tried
    QCOMPARE(page[u"items"][0][u"files"][0][u"outcome"].toString(), u"already_imported"_s);
}

void TestImports::extractsKeepIdsApart()
{
    const QJsonObject first = importFile(teams, R"({"fileName":"a.csv","extract":"march-1"})");
    QCOMPARE(first[u"extract"].toString(), u"march-1"_s);
    const QString one = importFile(teams + "1011,X,552\n")[u"extract"].toString();
    const QString other = importFile(teams + "1012,Y,552\n")[u"extract"].toString();
    QVERIFY(one.startsWith(u"upload-") && other.startsWith(u"upload-"));
    QVERIFY(one != other);
    const auto long_ = m_service->ask("POST", "/api/v1/imports", json,
                                      R"({"fileName":"a.csv","extract":")" + QByteArray(201, 'x') + "\"}");
    QCOMPARE(long_->status, 422);
}

void TestImports::refusedFileIsKeptWithItsReason()
{
    const QJsonObject report = importFile("this is no export");
    QCOMPARE(report[u"state"].toString(), u"failed"_s);
    QVERIFY(!report[u"text"].toString().isEmpty());
    const QJsonObject kept = objectOf(m_service->ask("GET", "/api/v1/imports"))[u"items"][0].toObject();
    QCOMPARE(kept[u"state"].toString(), u"failed"_s);
    QCOMPARE(kept[u"text"], report[u"text"]);
    QCOMPARE(kept[u"files"][0][u"outcome"].toString(), u"refused"_s);
    QVERIFY(filesLeft().isEmpty());
    // Damage that shows only while reading: the end of the packed file is gone.
    const QByteArray cut = QByteArray::fromHex("1f8b080000000000000203ab56ca4bcc4d55b252")
                               .append(QByteArray::fromHex("4a2c2a51d2514a"));
    importFile(cut);
    const QJsonObject damaged = objectOf(m_service->ask("GET", "/api/v1/imports"))[u"items"][0].toObject();
    QCOMPARE(damaged[u"state"].toString(), u"failed"_s);
    QVERIFY2(damaged[u"text"].toString() != u"No file could be read.",
             qPrintable(damaged[u"text"].toString()));
}

void TestImports::setAsideIsPaged()
{
    QByteArray many = "triageTeamId,name,stationNumber\n";
    for (int i = 0; i < 45; ++i)
        many += ",No " + QByteArray::number(i) + ",552\n";
    many += "3000,DAYTON: Optometry,552\n";
    const QJsonObject report = importFile(many);
    QCOMPARE(report[u"setAside"].toArray().size(), 20);
    const QByteArray path =
        "/api/v1/imports/" + QByteArray::number(report[u"importId"].toInteger()) + "/set-aside?limit=20";
    QStringList places;
    QByteArray cursor;
    do {
        const QJsonObject page = objectOf(m_service->ask("GET", path + "&cursor=" + cursor));
        QCOMPARE(page[u"total"].toInt(), 45);
        const QJsonArray items = page[u"items"].toArray();
        for (const QJsonValue &item : items)
            places.append(item[u"place"].toString());
        cursor = page[u"next"].toString().toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(places.size(), 45);
    QCOMPARE(places.first(), u"line 2"_s);
    QCOMPARE(places.last(), u"line 46"_s);
}

void TestImports::ceilings_data()
{
    QTest::addColumn<qint64>("each");
    QTest::addColumn<qint64>("waiting");
    QTest::addColumn<int>("status");
    QTest::newRow("one file too large") << qint64(10) << qint64(1000) << 413;
    QTest::newRow("too much waits") << qint64(1000) << qint64(10) << 507;
}

void TestImports::ceilings()
{
    QFETCH(qint64, each);
    QFETCH(qint64, waiting);
    QFETCH(int, status);
    service::ServiceOptions options;
    options.uploads.each = each;
    options.uploads.waiting = waiting;
    start(options);
    const auto announced = m_service->ask("POST", "/api/v1/imports", json, R"({"fileName":"a","bytes":11})");
    QCOMPARE(announced->status, status);
    QVERIFY(!objectOf(announced)[u"detail"].toString().isEmpty());
    const QByteArray path = begin(); // whoever does not tell is found out
    QCOMPARE(m_service->ask("PUT", path + "/pieces/0", bytes, "12345678")->status, 204);
    const auto over = m_service->ask("PUT", path + "/pieces/1", bytes, "9ab");
    QCOMPARE(over->status, status);
    QVERIFY(!objectOf(over)[u"detail"].toString().isEmpty());
    QVERIFY(m_service->isWell());
}

void TestImports::cancelWhileSending()
{
    const QByteArray path = begin();
    QCOMPARE(m_service->ask("PUT", path + "/pieces/0", bytes, teams)->status, 204);
    QCOMPARE(filesLeft().size(), 1);
    const auto cancelled = m_service->ask("DELETE", path);
    QCOMPARE(cancelled->status, 200);
    QCOMPARE(objectOf(cancelled)[u"state"].toString(), u"cancelled"_s);
    QVERIFY(filesLeft().isEmpty());
    QCOMPARE(m_service->ask("PUT", path + "/pieces/1", bytes, "late")->status, 409);
    QCOMPARE(m_service->ask("DELETE", path)->status, 200); // again has no effect of its own
    QCOMPARE(m_service->ask("DELETE", "/api/v1/imports/4711")->status, 404);
}

void TestImports::cancelQueuedJobSettlesTheUpload()
{
    // Enough matching before it that the import waits.
    for (int i = 0; i < 40; ++i)
        m_service->ask("POST", "/api/v1/matching", json, "{}");
    const QByteArray path = begin();
    m_service->ask("PUT", path + "/pieces/0", bytes, teams);
    const QString job =
        objectOf(m_service->ask("POST", path + "/finish", {}, QByteArray()))[u"id"].toString();
    m_service->ask("DELETE", "/api/v1/jobs/" + job.toLatin1());
    const QString state = jobOver(job)[u"state"].toString();
    QCOMPARE(state, u"cancelled"_s);
    QCOMPARE(objectOf(m_service->ask("GET", path))[u"state"].toString(), u"cancelled"_s);
    QVERIFY(filesLeft().isEmpty());
}

void TestImports::idleUploadsExpire()
{
    service::UploadLimits limits;
    limits.open = 2;
    service::Uploads uploads(m_uploads.path(), limits);
    const qint64 idle = limits.idle.count();
    const auto first = uploads.begin({u"a"_s, {}, {}, 0}, 1000);
    const auto second = uploads.begin({u"b"_s, {}, {}, 0}, 1000);
    QVERIFY(first && second);
    QVERIFY(!uploads.begin({u"c"_s, {}, {}, 0}, 2000)); // both places are taken
    QVERIFY(uploads.putPiece(second->id, 0, "x", 5000));
    const auto third = uploads.begin({u"c"_s, {}, {}, 0}, 1000 + idle);
    QVERIFY(third);
    QCOMPARE(uploads.report(first->id)->state, u"cancelled"_s);
    QCOMPARE(uploads.report(second->id)->state, u"receiving"_s); // it had a piece since
}

void TestImports::leftoversOfADeadRunGo()
{
    QTemporaryDir base;
    const QString dead = base.filePath(u"renewal-imports-dead01"_s);
    QVERIFY(QDir().mkpath(dead + u"/upload-7"_s));
    QFile piece(dead + u"/upload-7/.piece-000000"_s);
    QVERIFY(piece.open(QIODevice::WriteOnly) && piece.write("somebody's prescriptions") > 0);
    piece.close();
    QFile lock(dead + u"/.lock"_s); // of a process that is no more
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("999999999\nrenewal-service\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n");
    lock.close();
    const service::UploadFolder living(base.path());
    QVERIFY(living.isValid());
    QVERIFY(!QFile::exists(dead));
    const service::UploadFolder beside(base.path());
    QVERIFY(living.dir().exists()); // a run that lives keeps its own
}

void TestImports::productSeesNoTexts()
{
    const QByteArray etag = m_service->ask("GET", "/api/v1/prescribers/1")->value("etag");
    const auto decided = m_service->ask(
        "PUT", "/api/v1/prescribers/1/correlation", json + "If-Match: " + etag + "\r\nIdempotency-Key: k\r\n",
        R"({"decision":"link","triageTeamId":1001,"note":"Spoke with her husband"})");
    QCOMPARE(decided->status, 200);
    const auto seen = [this](const QByteArray &target, Role role) {
        return m_service->ask("GET", target, {}, {}, TestService::token(role))->body;
    };
    for (const QByteArray &target : {QByteArray("/api/v1/audit"), QByteArray("/api/v1/audit/export")}) {
        QVERIFY(seen(target, Role::Clinical).contains("husband"));
        QVERIFY(!seen(target, Role::Product).contains("husband"));
        QVERIFY(!seen(target, Role::Product).contains("1001")); // nor what was decided
        QVERIFY(seen(target, Role::Product).contains("correlation.linked"));
    }
    const QByteArray search = "/api/v1/audit?text=husband";
    QCOMPARE(QJsonDocument::fromJson(seen(search, Role::Clinical)).object()[u"total"].toInt(), 1);
    QCOMPARE(QJsonDocument::fromJson(seen(search, Role::Product)).object()[u"total"].toInt(), 0);
}

void TestImports::verificationTellsTheTruth()
{
    importFile(teams);
    importFile(teams + "1013,Z,552\n");
    const auto check = [this] {
        const auto started = m_service->ask("POST", "/api/v1/audit/verification", {}, QByteArray());
        return jobOver(objectOf(started)[u"id"].toString());
    };
    QJsonObject job = check();
    QCOMPARE(job[u"state"].toString(), u"finished"_s);
    const int entries = objectOf(m_service->ask("GET", "/api/v1/audit"))[u"total"].toInt();
    QVERIFY(entries >= 2); // the imports, and the matching that follows them
    QCOMPARE(job[u"text"].toString(), u"All %1 entries are whole."_s.arg(entries));
    {
        store::Database database(*store::DatabaseUrl::parse(m_service->databaseUrl()));
        auto connection = database.connection();
        QVERIFY((*connection)->script(u"DROP TRIGGER audit_no_update"_s));
        QVERIFY((*connection)->script(u"UPDATE audit SET actor = 'nobody' WHERE sequence = 2"_s));
    }
    job = check();
    QCOMPARE(job[u"state"].toString(), u"failed"_s);
    QCOMPARE(job[u"errorCode"].toString(), u"integrity"_s);
    QVERIFY2(job[u"errorText"].toString().startsWith(u"Entry 2 of the record was changed"),
             qPrintable(job[u"errorText"].toString()));
    QCOMPARE(
        m_service
            ->ask("POST", "/api/v1/audit/verification", {}, QByteArray(), TestService::token(Role::Product))
            ->status,
        403);
}

QTEST_GUILESS_MAIN(TestImports)
#include "tst_imports.moc"
