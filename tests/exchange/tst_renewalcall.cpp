// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/outbox.h"
#include "models/exchange/renewalbody.h"
#include "models/exchange/renewalcall.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace renewal;
using namespace renewal::exchange;
using namespace Qt::StringLiterals;

namespace {
const QString key = u"3f09c2a17b5e4d0f9a8b7c6d5e4f3a2b"_s;

const char *word(SendResult result)
{
    switch (result) {
    case SendResult::Sent:
        return "sent";
    case SendResult::Refused:
        return "refused";
    case SendResult::Later:
        return "later";
    case SendResult::Stopped:
        return "stopped";
    case SendResult::Unknown:
        return "unknown";
    }
    return "";
}

Renewal sample()
{
    Renewal renewal;
    renewal.patientKey = u"P-1"_s;
    renewal.prescriptionId = u"24654491"_s;
    renewal.drug = u"LISINOPRIL 10MG TAB"_s;
    renewal.prescriberShown = u"Okafor, Chidi"_s;
    renewal.expires = QDateTime(QDate(2026, 11, 8), QTime(12, 0), Qt::UTC);
    return renewal;
}
} // namespace

/// What is sent to Secure Messaging, and every answer it is documented to give.
class TestRenewalCall : public QObject
{
    Q_OBJECT

private slots:
    void theCallHasTheDocumentedShape();
    void theFormSpeaksWhereNobodyWrote();
    void everyCodeSaysWhatToDo_data();
    void everyCodeSaysWhatToDo();
    void answersOfAllShapes_data();
    void answersOfAllShapes();
    void searchAnswers_data();
    void searchAnswers();
    void aBrokenListIsNoEmptyOne();
    void whatConcernsAll();
};

void TestRenewalCall::theCallHasTheDocumentedShape()
{
    const RenewalCall call = renewalCall(sample(), u"please renew"_s, TriageTeamId{613586}, key);
    QCOMPARE(call.subject, u"Renewal Needed R-3F09C2A17B5E"_s);
    QVERIFY(call.subject.endsWith(messageReference(key)));
    QVERIFY(call.subject.size() <= 50);
    const QJsonObject json = QJsonDocument::fromJson(toCallJson(call)).object();
    const QJsonObject expected{{u"subject"_s, call.subject},
                               {u"category"_s, u"MEDICATIONS"_s},
                               {u"recipientId"_s, 613586},
                               {u"body"_s, u"please renew"_s},
                               {u"prescriptionId"_s, u"24654491"_s}};
    QCOMPARE(json, expected);
}

void TestRenewalCall::theFormSpeaksWhereNobodyWrote()
{
    const RenewalBody read = readRenewalBody(renewalCall(sample(), u" \n"_s, TriageTeamId{1}, key).body);
    QCOMPARE(read.labels, 6);
    QCOMPARE(read.medicationName, u"LISINOPRIL 10MG TAB"_s);
    QCOMPARE(read.provider, u"Okafor, Chidi"_s);
    QCOMPARE(read.expires, QDate(2026, 11, 8));
    QVERIFY(read.neverFilled);
    QVERIFY(read.quantity.isEmpty());
}

void TestRenewalCall::everyCodeSaysWhatToDo_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<QString>("mentions");
    const auto row = [](const char *code, const char *result, const char *mentions) {
        QTest::newRow(code) << QString::fromLatin1(code) << QByteArray(result)
                            << QString::fromLatin1(mentions);
    };
    row("SM100", "refused", "no text");
    for (const char *code : {"SM101", "SM102", "SM103", "SM104"})
        row(code, "stopped", "administrator must renew");
    row("SM105", "refused", "does not know this Veteran");
    row("SM106", "refused", "blocked from Secure Messaging");
    row("SM111", "refused", "kind of user");
    row("SM112", "refused", "another patient");
    row("SM115", "refused", "does not find");
    row("SM119", "refused", "choose another care team");
    for (const char *code : {"SM122", "SM123", "SM124", "SM172"})
        row(code, "refused", "attachment");
    for (const char *code : {"SM128", "SM134", "SM131"})
        row(code, "refused", "draft");
    row("SM129", "refused", "choose another care team");
    row("SM130", "refused", "too old");
    row("SM135", "refused", "terms");
    row("SM151", "refused", "blocked from this facility");
    for (const char *code : {"SM900", "SM901", "SM902", "SM903"})
        row(code, "stopped", "out of service");
    row("SM904", "refused", "does not find the message");
    row("SM99", "unknown", "looked up");
    row("VA900", "unknown", "looked up");
    row("RX138", "refused", "prescription");
    row("RX139", "refused", "not refillable");
    row("RX135", "refused", "terms");
    row("RX99LOCKED", "later", "tried again");
    row("http_429", "later", "fewer messages");
    row("http_422", "refused", "(422)");
    row("http_307", "stopped", "address");
    row("http_500", "unknown", "looked up");
    row("SM777", "unknown", "looked up");
}

void TestRenewalCall::everyCodeSaysWhatToDo()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, result);
    QFETCH(QString, mentions);
    const SendProblem problem = sendProblem(code);
    QCOMPARE(QByteArray(word(problem.result)), result);
    QVERIFY2(problem.text.contains(mentions), qPrintable(problem.text));
    QVERIFY(problem.text.endsWith(u'.'));
}

void TestRenewalCall::answersOfAllShapes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<QString>("told"); // code, or message id
    QTest::newRow("upstream took it") << 200 << QByteArray(R"({"id":674838,"category":"MEDICATIONS",
        "subject":"Renewal Needed","body":"x","recipientId":613586,"attachments":{"attachment":[]}})")
                                      << QByteArray("sent") << u"674838"_s;
    QTest::newRow("VA.gov took it")
        << 200 << QByteArray(R"({"data":{"id":"674838","type":"messages","attributes":{"messageId":674838,
        "subject":"Renewal Needed","recipientId":613586}}})")
        << QByteArray("sent") << u"674838"_s;
    QTest::newRow("without a number")
        << 200 << QByteArray(R"({"subject":"Renewal Needed","recipientId":613586})") << QByteArray("unknown")
        << u"answer_unreadable"_s;
    QTest::newRow("no JSON") << 200 << QByteArray("ok") << QByteArray("unknown") << u"answer_unreadable"_s;
    QTest::newRow("nothing") << 204 << QByteArray() << QByteArray("unknown") << u"answer_unreadable"_s;
    QTest::newRow("upstream refuses")
        << 400 << QByteArray(R"({"errorCode":119,"developerMessage":"","message":"Triage team"})")
        << QByteArray("refused") << u"SM119"_s;
    QTest::newRow("VA.gov refuses")
        << 422 << QByteArray(R"({"errors":[{"title":"Operation failed","code":"SM129","status":"422"}]})")
        << QByteArray("refused") << u"SM129"_s;
    QTest::newRow("a bare 135 is of messages")
        << 400 << QByteArray(R"({"errorCode":135,"developerMessage":"","message":"terms"})")
        << QByteArray("refused") << u"SM135"_s;
    QTest::newRow("a bare 99") << 400
                               << QByteArray(R"({"errorCode":99,"developerMessage":"","message":"unknown"})")
                               << QByteArray("unknown") << u"SM99"_s;
    QTest::newRow("locked") << 400
                            << QByteArray(R"({"errorCode":99,"message":"Optimistic Locking exception"})")
                            << QByteArray("later") << u"RX99LOCKED"_s;
    QTest::newRow("a gateway's page")
        << 502 << QByteArray("<html>") << QByteArray("unknown") << u"http_502"_s;
    QTest::newRow("a 503 of nobody knows whom")
        << 503 << QByteArray("<html>") << QByteArray("unknown") << u"http_503"_s;
    QTest::newRow("out of service") << 503 << QByteArray(R"({"errorCode":902,"message":"down"})")
                                    << QByteArray("stopped") << u"SM902"_s;
    QTest::newRow("no token") << 401 << QByteArray() << QByteArray("stopped") << u"http_401"_s;
    QTest::newRow("elsewhere") << 302 << QByteArray() << QByteArray("stopped") << u"http_302"_s;
    QTest::newRow("slower, please") << 429 << QByteArray("{}") << QByteArray("later") << u"http_429"_s;
}

void TestRenewalCall::answersOfAllShapes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, result);
    QFETCH(QString, told);
    const SendAnswer answer = readSendAnswer(status, body);
    QCOMPARE(QByteArray(word(answer.result)), result);
    QCOMPARE(answer.result == SendResult::Sent ? answer.messageId : answer.code, told);
    QCOMPARE(answer.code.isEmpty(), answer.result == SendResult::Sent);
}

void TestRenewalCall::searchAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("ids");
    const QByteArray mine = R"({"id":5,"subject":"Renewal Needed R-3F09C2A17B5E","recipientId":7001})";
    const QByteArray other = R"({"id":6,"subject":"Renewal Needed R-000000000000","recipientId":7001})";
    const QByteArray elsewhere = R"({"id":7,"subject":"Renewal Needed R-3F09C2A17B5E","recipientId":7002})";
    const QByteArray second = R"({"id":8,"subject":"Renewal Needed R-3F09C2A17B5E","recipientId":7001})";
    QTest::newRow("nothing") << QByteArray("[]") << QStringList();
    QTest::newRow("VA.gov's nothing") << QByteArray(R"({"data":[],"meta":{}})") << QStringList();
    QTest::newRow("ours among others, one to a team of another number")
        << QByteArray('[' + other + ',' + mine + ',' + elsewhere + ']') << QStringList{u"5"_s, u"7"_s};
    QTest::newRow("listed twice") << QByteArray('[' + mine + ',' + mine + ']') << QStringList{u"5"_s};
    QTest::newRow("sent twice") << QByteArray('[' + mine + ',' + second + ']') << QStringList{u"5"_s, u"8"_s};
    QTest::newRow("VA.gov's list")
        << QByteArray(R"({"data":[{"id":"5","type":"messages","attributes":{"messageId":5,)"
                      R"("subject":"Renewal Needed R-3F09C2A17B5E","recipientId":7001}}]})")
        << QStringList{u"5"_s};
}

void TestRenewalCall::searchAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, ids);
    const SearchAnswer read = readSearchAnswer(200, body, messageReference(key), 100);
    QCOMPARE(read.code, QString());
    QCOMPARE(read.messageIds, ids);
}

void TestRenewalCall::aBrokenListIsNoEmptyOne()
{
    for (const QByteArray &body : {QByteArray("<html>"), QByteArray("{\"a\":1}"), QByteArray("[{\"id\":"),
                                   QByteArray("[{\"x\":1}]"), QByteArray()})
        QVERIFY2(readSearchAnswer(200, body, messageReference(key), 100).code == u"answer_unreadable", body);
    // Page one is not everything; what is found is found all the same.
    const QByteArray one = R"([{"id":6,"subject":"Renewal Needed R-000000000000"}])";
    QCOMPARE(readSearchAnswer(200, one, messageReference(key), 1).code, u"search_full"_s);
    QCOMPARE(readSearchAnswer(200, one, u"R-000000000000"_s, 1).messageIds, QStringList{u"6"_s});
    const QByteArray partly = R"([{"x":1},{"id":6,"subject":"Renewal Needed R-000000000000"}])";
    QCOMPARE(readSearchAnswer(200, partly, u"R-000000000000"_s, 9).messageIds, QStringList{u"6"_s});
}

void TestRenewalCall::whatConcernsAll()
{
    for (const auto &code : {u"unreachable"_s, u"timeout"_s, u"connection_lost"_s, u"SM900"_s, u"sm903"_s,
                             u"SM99"_s, u"http_429"_s, u"http_503"_s, u"http_500"_s})
        QVERIFY2(concernsAll(code), qPrintable(code));
    for (const auto &code : {u"SM101"_s, u"SM105"_s, u"SM904"_s, u"http_401"_s, u"http_403"_s, u"http_404"_s,
                             u"answer_unreadable"_s, u"VA900"_s, QString()})
        QVERIFY2(!concernsAll(code), qPrintable(code));
    QVERIFY(readSendAnswer(429, {}).concernsAll);
    QVERIFY(!readSendAnswer(403, {}).concernsAll);
}

QTEST_GUILESS_MAIN(TestRenewalCall)
#include "tst_renewalcall.moc"
