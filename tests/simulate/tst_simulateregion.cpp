// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a region: same seed same bytes, well-formed, and everything they refer to exists.
#include "app/operations/simulateregion.h"
#include "app/operations/simulatetables.h"
#include "models/exchange/documentreader.h"
#include "models/exchange/recordreader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::simulation;
using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Options smallOptions(quint64 seed)
{
    Options options;
    options.seed = seed;
    options.patients = 1'500;
    options.renewals = 700;
    return options;
}
} // namespace

class TestSimulateRegion final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fillsAreMidnightsOfTheirDay();
    void sameSeedSameBytes();
    void bytesStayTheSameBetweenVersions();
    void everyLineIsJsonWithItsFields_data();
    void everyLineIsJsonWithItsFields();
    void everyFileIsUnderstood_data();
    void everyFileIsUnderstood();
    void messagesReferToWhatExists();
    void truthRefersToWhatExists();
    void reportCountsTheLines();
    void refusesAFolderInUse();
    void forceKeepsForeignFiles();
    void refusesAFile();
    void refusesAFolderThatCannotBeWritten();
    void clearsAwayAnUnfinishedRegion();
    void cancelledLeavesNothing_data();
    void cancelledLeavesNothing();

private:
    QByteArray hashOf(const Options &options);
    QVector<QJsonObject> lines(const QString &name) const;
    QString path(const QString &name) const { return m_folder.filePath(name); }

    Tables m_tables;
    QTemporaryDir m_folder;
    SimulationReport m_report;
};

void TestSimulateRegion::initTestCase()
{
    const auto tables = loadSimulationTables();
    QVERIFY(tables);
    m_tables = *tables;
    const auto report = simulateRegion(m_tables, smallOptions(1), m_folder.path());
    QVERIFY2(report, "the folder of the test must be writable");
    m_report = *report;
}

QByteArray TestSimulateRegion::hashOf(const Options &options)
{
    QTemporaryDir folder;
    if (!simulateRegion(m_tables, options, folder.path()))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QDir dir(folder.path());
    for (const QString &name : dir.entryList(QDir::Files | QDir::Hidden, QDir::Name)) {
        hash.addData(name.toUtf8());
        hash.addData(contentOf(dir.filePath(name)));
    }
    return hash.result();
}

QVector<QJsonObject> TestSimulateRegion::lines(const QString &name) const
{
    QVector<QJsonObject> objects;
    for (const QByteArray &line : contentOf(path(name)).split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

void TestSimulateRegion::fillsAreMidnightsOfTheirDay()
{
    const QTimeZone eastern("America/New_York");
    QVERIFY(eastern.isValid());
    QSet<int> offsets;
    for (const QJsonObject &line : lines(u"prescriptions.ndjson"_s)) {
        const QDateTime filled = QDateTime::fromString(line[u"dispensedDate"].toString(), Qt::ISODateWithMs);
        if (!filled.isValid())
            continue;
        const QDateTime there = filled.toTimeZone(eastern);
        QCOMPARE(there.time(), QTime(0, 0));
        QCOMPARE(there.date().toString(Qt::ISODate), line[u"sortedDispensedDate"].toString());
        offsets.insert(there.offsetFromUtc());
    }
    QCOMPARE(offsets.size(), 2); // summer and winter
}

void TestSimulateRegion::sameSeedSameBytes()
{
    const QByteArray first = hashOf(smallOptions(1));
    QVERIFY(!first.isEmpty());
    QCOMPARE(hashOf(smallOptions(1)), first);
    QVERIFY(hashOf(smallOptions(2)) != first);
}

void TestSimulateRegion::bytesStayTheSameBetweenVersions()
{
    // A change here changes every simulated region; do it on purpose and say so in the changelog.
    QCOMPARE(hashOf(smallOptions(1)).toHex(),
             QByteArray("3f8462ae70bdf770e9925189ef95b494d64837b23746b8466dcc208cdbdb8b26"));
}

void TestSimulateRegion::everyLineIsJsonWithItsFields_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("prescribers") << u"prescribers.ndjson"_s
                                 << QStringList{u"prescriberId"_s, u"stationNumber"_s, u"dataSourceSystem"_s,
                                                u"providerFirstName"_s, u"providerLastName"_s};
    QTest::newRow("prescriptions") << u"prescriptions.ndjson"_s
                                   << QStringList{u"patientId"_s, u"prescriberId"_s, u"stationNumber"_s,
                                                  u"orderedDate"_s};
    QTest::newRow("care teams of patients")
        << u"patient_triage_teams.ndjson"_s << QStringList{u"patientId"_s, u"triageTeamIds"_s};
    QTest::newRow("history") << u"renewal_history.ndjson"_s
                             << QStringList{u"patientId"_s, u"prescriberId"_s, u"stationNumber"_s,
                                            u"sentToTriageTeamId"_s, u"reroutedToTriageTeamId"_s};
    QTest::newRow("messages") << u"renewal_messages.ndjson"_s
                              << QStringList{u"messageId"_s,    u"patientId"_s,   u"prescriptionId"_s,
                                             u"category"_s,     u"subject"_s,     u"body"_s,
                                             u"sentDate"_s,     u"recipientId"_s, u"recipientName"_s,
                                             u"stationNumber"_s};
}

void TestSimulateRegion::everyLineIsJsonWithItsFields()
{
    QFETCH(QString, file);
    QFETCH(QStringList, fields);
    const QVector<QJsonObject> objects = lines(file);
    QVERIFY(!objects.isEmpty());
    for (const QJsonObject &object : objects) {
        for (const QString &field : fields)
            QVERIFY2(object.contains(field), qPrintable(field));
    }
}

void TestSimulateRegion::everyFileIsUnderstood_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<exchange::FileKind>("kind");
    using exchange::FileKind;
    QTest::newRow("prescribers") << u"prescribers.ndjson"_s << FileKind::Prescribers;
    QTest::newRow("care teams") << u"triage_teams.json"_s << FileKind::CareTeams;
    QTest::newRow("care teams of patients") << u"patient_triage_teams.ndjson"_s << FileKind::PatientTeams;
    QTest::newRow("history") << u"renewal_history.ndjson"_s << FileKind::RenewalHistory;
    QTest::newRow("messages") << u"renewal_messages.ndjson"_s << FileKind::Messages;
    QTest::newRow("stations") << u"stations.json"_s << FileKind::Facilities;
    QTest::newRow("rollout plan") << u"rollout_plan.json"_s << FileKind::RolloutPlan;
    for (const char *metric :
         {"renewal_messages_sent", "message_send_errors", "send_latency_p95", "renewals_begun",
          "no_care_team", "misrouted_renewals", "funnel_saw_link", "funnel_opened", "funnel_chose_care_team",
          "funnel_prefilled", "funnel_sent", "csat_score", "csat_answers"})
        QTest::newRow(metric) << u"metrics_%1.json"_s.arg(QLatin1StringView(metric))
                              << FileKind::DatadogMetrics;
}

void TestSimulateRegion::everyFileIsUnderstood()
{
    QFETCH(QString, file);
    QFETCH(exchange::FileKind, kind);
    const QByteArray content = contentOf(path(file));
    const auto found = exchange::detectKind(content);
    QVERIFY(found);
    QVERIFY(found->kind == kind);
    if (found->layout == exchange::FileLayout::Document) {
        const auto document = exchange::readDocument(content, kind);
        QVERIFY(document);
        QVERIFY(!document->records.isEmpty());
        QVERIFY(document->setAside.isEmpty());
        return;
    }
    exchange::RecordReader reader;
    for (const QByteArray &line : content.split('\n')) {
        const QByteArray padded = line + QByteArray(exchange::jsonPadding, '\0');
        if (!line.isEmpty())
            QVERIFY(reader.read(QByteArrayView(padded).first(line.size()), kind));
    }
}

void TestSimulateRegion::messagesReferToWhatExists()
{
    QHash<QString, QJsonObject> prescriptions;
    for (const QJsonObject &object : lines(u"prescriptions.ndjson"_s)) {
        if (object.contains("prescriptionId"_L1))
            prescriptions.insert(object.value("prescriptionId"_L1).toString(), object);
    }
    QSet<qint64> teams;
    const QJsonArray list =
        QJsonDocument::fromJson(contentOf(path(u"triage_teams.json"_s))).object().value("data"_L1).toArray();
    for (const QJsonValue &team : list)
        teams.insert(team.toObject().value("id"_L1).toString().toLongLong());
    QSet<qint64> ids;
    for (const QJsonObject &message : lines(u"renewal_messages.ndjson"_s)) {
        const QJsonObject prescription = prescriptions.value(message.value("prescriptionId"_L1).toString());
        QVERIFY(!prescription.isEmpty());
        QCOMPARE(prescription.value("patientId"_L1), message.value("patientId"_L1));
        QCOMPARE(prescription.value("stationNumber"_L1).toString().left(3),
                 message.value("stationNumber"_L1).toString().left(3));
        QVERIFY(teams.contains(message.value("recipientId"_L1).toInteger()));
        ids.insert(message.value("messageId"_L1).toInteger());
    }
    QCOMPARE(ids.size(), m_report.messages);
    QVERIFY2(m_report.messages > m_report.renewals, "some Veterans ask twice");
}

void TestSimulateRegion::truthRefersToWhatExists()
{
    QSet<QString> prescribers;
    for (const QJsonObject &object : lines(u"prescribers.ndjson"_s))
        prescribers.insert(object.value("prescriberId"_L1).toString());
    const QByteArray teams = contentOf(path(u"triage_teams.json"_s));
    QStringList rows = QString::fromUtf8(contentOf(path(u"truth.csv"_s))).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(rows.takeFirst().startsWith(
        "prescriberId,stationNumber,triageTeamId,alsoAcceptable,kind,ambiguous"_L1));
    QCOMPARE(rows.size(), prescribers.size());
    int patients = 0;
    const QStringList teamless{u"community"_s, u"nogroup"_s, u"float"_s};
    for (const QString &row : rows) {
        const QStringList fields = row.split(u',');
        QVERIFY(prescribers.remove(fields.at(0)));
        patients += fields.constLast().toInt();
        QCOMPARE(fields.at(2).isEmpty(), teamless.contains(fields.at(4)));
        for (const QString &team : (fields.at(2) + u';' + fields.at(3)).split(u';', Qt::SkipEmptyParts))
            QVERIFY(teams.contains("\"id\":\"" + team.toUtf8() + '"'));
    }
    QSet<QString> ties;
    for (const QJsonObject &object : lines(u"prescriptions.ndjson"_s))
        ties.insert(object["patientId"_L1].toString() + object["prescriberId"_L1].toString());
    QCOMPARE(patients, ties.size());
}

void TestSimulateRegion::reportCountsTheLines()
{
    QCOMPARE(m_report.renewals, 700);
    QCOMPARE(m_report.patients, 1'500);
    QCOMPARE(m_report.prescribers, lines(u"prescribers.ndjson"_s).size());
    QCOMPARE(m_report.prescriptions, lines(u"prescriptions.ndjson"_s).size());
    QCOMPARE(m_report.messages, lines(u"renewal_messages.ndjson"_s).size());
    QCOMPARE(m_report.history, lines(u"renewal_history.ndjson"_s).size());
    qint64 bytes = 0;
    QStringList names =
        QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &name : std::as_const(names))
        bytes += QFileInfo(path(name)).size();
    QCOMPARE(m_report.bytes, bytes);
    QStringList expected = simulatedFileNames();
    expected.sort();
    names.sort();
    QCOMPARE(names, expected);
}

void TestSimulateRegion::refusesAFolderInUse()
{
    const auto again = simulateRegion(m_tables, smallOptions(1), m_folder.path());
    QVERIFY(!again);
    QVERIFY(again.error().code == ErrorCode::Conflict);
    QVERIFY(again.error().text.contains("--force"_L1));
}

void TestSimulateRegion::forceKeepsForeignFiles()
{
    QTemporaryDir folder;
    QFile mine(folder.filePath(u"notes.txt"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("keep");
    mine.close();
    QVERIFY(simulateRegion(m_tables, smallOptions(1), folder.path(), true));
    QVERIFY(simulateRegion(m_tables, smallOptions(2), folder.path(), true));
    QCOMPARE(contentOf(mine.fileName()), QByteArray("keep"));
    QVERIFY(contentOf(folder.filePath(u"meta.json"_s)).contains("\"seed\":2"));
}

void TestSimulateRegion::refusesAFile()
{
    const auto report = simulateRegion(m_tables, smallOptions(1), path(u"meta.json"_s));
    QVERIFY(!report);
    QVERIFY(report.error().code == ErrorCode::InvalidInput);
}

void TestSimulateRegion::refusesAFolderThatCannotBeWritten()
{
    // Below a file there can be no folder, not even for the administrator.
    const auto report = simulateRegion(m_tables, smallOptions(1), path(u"meta.json/region"_s));
    QVERIFY(!report);
    QVERIFY(report.error().code == ErrorCode::Unavailable);
}

void TestSimulateRegion::clearsAwayAnUnfinishedRegion()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u".simulate-unfinished"_s));
    QFile half(folder.filePath(u".simulate-unfinished/prescriptions.ndjson"_s));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.close();
    QVERIFY(simulateRegion(m_tables, smallOptions(1), folder.path()));
    QVERIFY(!QFileInfo::exists(folder.filePath(u".simulate-unfinished"_s)));
}

void TestSimulateRegion::cancelledLeavesNothing_data()
{
    QTest::addColumn<bool>("folderExists");
    QTest::newRow("in a folder of its own") << false;
    QTest::newRow("in a folder that was there") << true;
}

void TestSimulateRegion::cancelledLeavesNothing()
{
    QFETCH(bool, folderExists);
    QTemporaryDir parent;
    const QString folder = parent.filePath(u"region"_s);
    if (folderExists)
        QVERIFY(QDir().mkpath(folder));
    const auto report =
        simulateRegion(m_tables, smallOptions(1), folder, false, [](qint64, qint64) { return false; });
    QVERIFY(!report);
    QVERIFY(report.error().code == ErrorCode::Cancelled);
    QCOMPARE(QFileInfo::exists(folder), folderExists);
    QVERIFY(QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

QTEST_GUILESS_MAIN(TestSimulateRegion)
#include "tst_simulateregion.moc"
