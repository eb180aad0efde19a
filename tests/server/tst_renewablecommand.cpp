// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/renewablecommand.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace renewal::server;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int exit = -1;
    QString out;
    QString err;
};

Outcome run(const QStringList &arguments)
{
    Outcome outcome;
    QTextStream out(&outcome.out);
    QTextStream err(&outcome.err);
    outcome.exit = RenewableCommand().run(arguments, out, err);
    out.flush();
    err.flush();
    return outcome;
}

QString casesFile()
{
    return QStringLiteral(RENEWAL_TEST_DATA "/renewability/cases.json");
}

QJsonArray parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

QByteArray gzipped(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(plain.size() + 256, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

/// Two prescriptions as a v1 list gives them; only the second has refills left.
QByteArray vistaList()
{
    return R"({"data":[
      {"id":"1001","type":"prescriptions","attributes":{"prescriptionId":1001,"prescriptionNumber":"2720339A",
       "prescriptionName":"LISINOPRIL 10MG TAB","dispStatus":"Active","refillStatus":"active","refillRemaining":0,
       "prescriptionSource":"RX","isRefillable":false,"isRenewable":false,"expirationDate":"2026-06-01T04:00:00.000Z",
       "stationNumber":"989"}},
      {"id":"1002","type":"prescriptions","attributes":{"prescriptionId":1002,"prescriptionNumber":"2720340",
       "prescriptionName":"METFORMIN 500MG TAB","dispStatus":"Active","refillStatus":"active","refillRemaining":3,
       "prescriptionSource":"RX","isRefillable":true,"isRenewable":true,"expirationDate":"2026-06-01T04:00:00.000Z",
       "stationNumber":"989"}}]})";
}

} // namespace

class RenewableCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void casesUnderEveryRule_data();
    void casesUnderEveryRule();
    void textColumns();
    void prescriptionFiles_data();
    void prescriptionFiles();
    void deliveredFlagIsNotTakenForKnowledge();
    void todayOverridesTheCase();
    void brokenRecordIsNamed();
    void refusals_data();
    void refusals();
    void sharedFixtures();

private:
    QString write(const QString &name, const QByteArray &content);
    QTemporaryDir m_dir;
};

QString RenewableCommandTest::write(const QString &name, const QByteArray &content)
{
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

void RenewableCommandTest::casesUnderEveryRule_data()
{
    QTest::addColumn<QString>("rules");
    QTest::newRow("the rules in force") << QString();
    for (const char *rules : {"oracle_health_current", "oh_2026_01_seven_gate_va_only",
                              "oh_2025_12_seven_gate_with_clinic", "spec_2025_12_six_gate", "vista_current",
                              "vista_2025_12_pass_through", "vista_v1_refill_page_helper"})
        QTest::newRow(rules) << QString::fromLatin1(rules);
}

void RenewableCommandTest::casesUnderEveryRule()
{
    QFETCH(const QString, rules);
    QStringList arguments{casesFile(), u"--json"_s};
    if (!rules.isEmpty())
        arguments << u"--rules"_s << rules;
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.exit, 0);

    QFile file(casesFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).object()["cases"_L1].toArray();
    const QJsonArray answers = parsed(outcome.out);
    QCOMPARE(answers.size(), cases.size());
    int compared = 0;
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const QJsonObject row = cases.at(i).toObject();
        const QJsonObject answer = answers.at(i).toObject();
        QCOMPARE(answer["id"_L1], row["id"_L1]);
        const bool isVista = row["source"_L1].toString() == "vista"_L1;
        const bool inForce =
            rules.isEmpty() || rules == (isVista ? "vista_current"_L1 : "oracle_health_current"_L1);
        const QJsonObject older = row["expected_under_older_rules"_L1][rules].toObject();
        if (!inForce && older.isEmpty()) {
            QCOMPARE(answer["gate"_L1].toString(), u"other_system"_s);
            QCOMPARE(answer["verdict"_L1].toString(), u"unknown"_s);
            continue;
        }
        ++compared;
        QCOMPARE(answer["gate"_L1], inForce ? row["expected_gate"_L1] : older["gate"_L1]);
        QCOMPARE(answer["renewable"_L1], inForce ? row["expected_renewable"_L1] : older["renewable"_L1]);
    }
    QVERIFY(compared >= 18);
}

void RenewableCommandTest::textColumns()
{
    const Outcome outcome = run({casesFile()});
    QCOMPARE(outcome.exit, 0);
    const QStringList lines = outcome.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 61);
    QCOMPARE(lines.at(0).simplified(), u"oh-all-pass renewable all_gates_pass"_s);
    QVERIFY(outcome.out.contains(u"not renewable gate1_status"_s));
    QVERIFY(!outcome.out.contains(u" unknown "_s));
}

void RenewableCommandTest::prescriptionFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    const QByteArray lines =
        R"({"prescriptionId":1001,"prescriptionName":"A","dispStatus":"Active","refillRemaining":0,"prescriptionSource":"RX"})"
        "\n"
        R"({"prescriptionId":1002,"prescriptionName":"B","dispStatus":"Active","refillRemaining":3,"prescriptionSource":"RX"})"
        "\n";
    QTest::newRow("JSON:API list") << u"list.json"_s << vistaList();
    QTest::newRow("the same packed") << u"list.json.gz"_s << gzipped(vistaList());
    QTest::newRow("one object a line") << u"lines.ndjson"_s << lines;
}

void RenewableCommandTest::prescriptionFiles()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    const Outcome outcome = run({write(name, content), u"--today"_s, u"2026-01-15T12:00:00Z"_s});
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.exit, 0);
    const QStringList lines = outcome.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).simplified(), u"1001 renewable active_no_refills"_s);
    QCOMPARE(lines.at(1).simplified(), u"1002 not renewable refills_remaining"_s);
}

void RenewableCommandTest::deliveredFlagIsNotTakenForKnowledge()
{
    const QByteArray list = R"({"data":[
      {"id":"20848812135","type":"prescription_details","attributes":{"prescriptionId":"20848812135",
       "prescriptionName":"ATORVASTATIN","dispStatus":"Active","refillStatus":"active","refillRemaining":0,
       "prescriptionSource":"VA","isRenewable":null,"expirationDate":"2026-06-01T12:00:00Z","stationNumber":"668",
       "sourceEhr":"OH"}},
      {"id":"20848812136","type":"prescription_details","attributes":{"prescriptionId":"20848812136",
       "prescriptionName":"ATORVASTATIN","dispStatus":"Active","refillStatus":"active","refillRemaining":0,
       "prescriptionSource":"VA","isRenewable":true,"expirationDate":"2026-06-01T12:00:00Z","stationNumber":"668",
       "sourceEhr":"OH"}}]})";
    const Outcome outcome = run({write(u"v2.json"_s, list), u"--today"_s, u"2026-01-15"_s, u"--json"_s});
    QCOMPARE(outcome.exit, 0);
    const QJsonArray answers = parsed(outcome.out);
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers[0]["verdict"_L1].toString(), u"unknown"_s);
    QCOMPARE(answers[0]["gate"_L1].toString(), u"facts_missing"_s);
    QCOMPARE(answers[1]["verdict"_L1].toString(), u"renewable"_s);
    QCOMPARE(answers[1]["gate"_L1].toString(), u"delivered_flag"_s);
    QVERIFY(answers[1]["text"_L1].toString().contains(u"isRenewable"_s));
}

void RenewableCommandTest::todayOverridesTheCase()
{
    const Outcome outcome = run({casesFile(), u"--today"_s, u"2027-01-15T12:00:00Z"_s, u"--json"_s});
    QCOMPARE(outcome.exit, 0);
    QCOMPARE(parsed(outcome.out)[0]["gate"_L1].toString(), u"gate5_outside_120_days"_s);
}

void RenewableCommandTest::brokenRecordIsNamed()
{
    const QByteArray lines =
        R"({"prescriptionId":1001,"dispStatus":"Active","refillRemaining":0,"prescriptionSource":"RX"})"
        "\n{broken\n";
    const Outcome outcome = run({write(u"broken.ndjson"_s, lines)});
    QCOMPARE(outcome.exit, 0);
    QCOMPARE(outcome.out.count(u'\n'), 1);
    QVERIFY2(outcome.err.contains(u"line 2"_s), qPrintable(outcome.err));
}

void RenewableCommandTest::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("says");
    const QString empty = write(u"empty.json"_s, {});
    const QString text = write(u"text.json"_s, "this is no JSON");
    const QString teams = write(u"teams.json"_s, R"({"data":[{"id":"1","type":"all_triage_teams","attributes":
        {"triageTeamId":1,"name":"PACT","stationNumber":"989"}}]})");
    const QString shortForm =
        write(u"short.ndjson"_s,
              R"({"patientId":"p1","prescriberId":"d1","stationNumber":"989","orderedDate":"2026-01-01"})"
              "\n");
    QTest::newRow("no file") << QStringList() << 2 << u"exactly one file"_s;
    QTest::newRow("two files") << QStringList{casesFile(), casesFile()} << 2 << u"exactly one file"_s;
    QTest::newRow("unknown option") << QStringList{casesFile(), u"--fast"_s} << 2 << u"fast"_s;
    QTest::newRow("unknown rule") << QStringList{casesFile(), u"--rules"_s, u"vista_2019"_s} << 2
                                  << u"known are: oracle_health_current"_s;
    QTest::newRow("no instant") << QStringList{casesFile(), u"--today"_s, u"soon"_s} << 2
                                << u"write it like 2026-01-15T12:00:00Z"_s;
    QTest::newRow("missing file") << QStringList{m_dir.filePath(u"none.json"_s)} << 1 << u"none.json"_s;
    QTest::newRow("empty file") << QStringList{empty} << 1 << u"empty.json"_s;
    QTest::newRow("no JSON") << QStringList{text} << 1 << u"text.json"_s;
    QTest::newRow("other content") << QStringList{teams} << 1 << u"holds care teams, no prescriptions"_s;
    QTest::newRow("short form") << QStringList{shortForm} << 1 << u"Short-form"_s;
}

void RenewableCommandTest::refusals()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, exit);
    QFETCH(const QString, says);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exit, exit);
    QCOMPARE(outcome.out, QString());
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
}

void RenewableCommandTest::sharedFixtures()
{
    QString root = qEnvironmentVariable("RENEWAL_FIXTURES");
    if (root.isEmpty())
        root = QStringLiteral(RENEWAL_SOURCE_DIR "/../shared");
    const QDir dir(root + u"/domain/fixtures"_s);
    const QStringList files = dir.entryList({u"rx_*.json"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty()) {
        qInfo("not run: shared fixtures missing");
        return;
    }
    for (const QString &name : files) {
        const Outcome outcome = run({dir.filePath(name), u"--json"_s});
        // Error answers are refused with a reason; everything else gives a verdict for each prescription.
        QVERIFY2(outcome.exit == 0 || outcome.err.contains(name), qPrintable(name));
        for (const QJsonValue answer : parsed(outcome.out)) {
            QVERIFY(!answer["gate"_L1].toString().isEmpty());
            QVERIFY(!answer["text"_L1].toString().isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(RenewableCommandTest)
#include "tst_renewablecommand.moc"
