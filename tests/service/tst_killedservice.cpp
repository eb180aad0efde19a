// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/verify.h"
#include "app/store/auditrepository.h"
#include "app/store/connection.h"
#include "app/store/correlationrepository.h"
#include "app/store/database.h"
#include "app/store/renewalrepository.h"
#include "tests/service/testservice.h"

#include <QProcess>
#include <QTest>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// What was answered is there, whatever happens to the process next.
class TestDurability : public QObject
{
    Q_OBJECT

private slots:
    void decisionSurvivesKill_data();
    void decisionSurvivesKill();
    void triageSurvivesKill();
};

void TestDurability::decisionSurvivesKill_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("without key") << QByteArray();
    QTest::newRow("with an idempotency key") << QByteArray("Idempotency-Key: k-1\r\n");
}

void TestDurability::decisionSurvivesKill()
{
    QFETCH(QByteArray, key);
    QTemporaryDir dir;
    const QString url = u"sqlite:"_s + dir.filePath(u"renewal.db"_s);
    const Done seeded = seedRegion(url);
    QVERIFY(seeded);

    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(SERVICE_PROGRAM), {url});
    QVERIFY(process.waitForReadyRead(20'000));
    const QList<QByteArray> words = process.readLine().trimmed().split(' ');
    QCOMPARE(words.size(), 2);
    RawSocket socket(words[0].toUShort());
    QVERIFY(socket.send(request("PUT", "/api/v1/prescribers/1/correlation", words[1],
                                "Content-Type: application/json\r\nIf-Match: \"0\"\r\n" + key,
                                R"({"decision":"link","triageTeamId":1001})")));
    const auto answer = socket.answer();
    process.kill();
    QVERIFY(answer);
    QVERIFY2(answer->status == 200, answer->body);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);

    store::Database database(*store::DatabaseUrl::parse(url));
    const auto connection = database.connection();
    QVERIFY(connection);
    const auto current = store::CorrelationRepository(**connection).current(PrescriberId{1});
    QVERIFY(current);
    QCOMPARE(current->careTeam.value, 1001);
    const auto counts =
        store::RenewalRepository(**connection).counts({u"552"_s, {}}, QDateTime::currentDateTimeUtc());
    QVERIFY(counts);
    for (const ViewCount &count : *counts) {
        if (count.view == QLatin1StringView(views::readyToRoute))
            QCOMPARE(count.count, 3);
    }
    const auto audit = store::AuditRepository(**connection).page({.limit = 10});
    QVERIFY(audit);
    QCOMPARE(audit->items.size(), 1);
    QCOMPARE(audit->items.first().action, u"correlation.linked"_s);
    const auto entries = operations::verifyAudit(**connection);
    QVERIFY(entries);
    QCOMPARE(*entries, 1);
}

void TestDurability::triageSurvivesKill()
{
    QTemporaryDir dir;
    const QString url = u"sqlite:"_s + dir.filePath(u"renewal.db"_s);
    QVERIFY(seedRegion(url));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(SERVICE_PROGRAM), {url});
    QVERIFY(process.waitForReadyRead(20'000));
    const QList<QByteArray> words = process.readLine().trimmed().split(' ');
    RawSocket socket(words.value(0).toUShort());
    QVERIFY(socket.send(request("POST", "/api/v1/renewals/triage", words.value(1),
                                "Content-Type: application/json\r\nIdempotency-Key: k-1\r\n",
                                R"({"action":"deny","reason":"TOOEARLY",)"
                                R"("renewals":[{"id":1,"version":1},{"id":2,"version":1}]})")));
    const auto answer = socket.answer();
    process.kill();
    QVERIFY(answer);
    QVERIFY2(answer->status == 200, answer->body);
    QVERIFY(process.waitForFinished());

    store::Database database(*store::DatabaseUrl::parse(url));
    const auto connection = database.connection();
    QVERIFY(connection);
    for (const qint64 id : {1, 2}) {
        const auto denied = store::RenewalRepository(**connection).find(RenewalId{id});
        QVERIFY(denied);
        QCOMPARE(denied->outcomeReason, u"TOOEARLY"_s);
        QCOMPARE(denied->version, 2);
    }
    const auto audit = store::AuditRepository(**connection).page({.limit = 10});
    QVERIFY(audit);
    QCOMPARE(audit->items.size(), 1);
    QCOMPARE(audit->items.first().action, u"triage.deny"_s);
    QVERIFY(operations::verifyAudit(**connection));
}

QTEST_GUILESS_MAIN(TestDurability)
#include "tst_killedservice.moc"
