// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importfiles.h"
#include "tests/operations/importsupport.h"
#include "tests/operations/smallregion.h"
#include "tests/support/storetest.h"
#include "tests/upstream/gzipfile.h"

#include <QDir>

#include <algorithm>

using namespace renewal;
using namespace renewal::testing;
using namespace renewal::operations;
using namespace Qt::StringLiterals;

namespace {
/// "file, place: reason" of what was set aside.
QStringList aside(const ImportResult &result)
{
    QStringList lines;
    for (const SetAside &item : result.setAside)
        lines.append(item.file + u", "_s + item.place + u": "_s + item.reason);
    return lines;
}

const FileResult &file(const ImportResult &result, const QString &name)
{
    static const FileResult none;
    const auto found = std::find_if(result.files.cbegin(), result.files.cend(),
                                    [&name](const FileResult &item) { return item.fileName == name; });
    return found == result.files.cend() ? none : *found;
}
} // namespace

/// Files into the store, on both databases.
class TestImporter : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void initTestCase() { VERIFY_OK(m_region.make()); }
    void takesARegionWhole();
    void secondTimeChangesNothing();
    void sameRecordsInAnotherFileChangeNothing();
    void gzipEqualsPlain();
    void orderOfFilesDoesNotMatter();
    void setsBrokenLinesAside();
    void setsUnknownPrescribersAside();
    void takesIncompleteFilesAgain();
    void refusesDamagedFiles();
    void takesBackAFileThatEndsEarly();
    void leavesNothingWhenCancelled_data();
    void leavesNothingWhenCancelled();
    void mixedFormsInOneFile();
    void keepsDaysOfSeveralFiles();
    void tellsSeriesOfOneMetricApart();
    void fillsInStations();
    void readsCsv();

private:
    Result<ImportResult> importRegion(const ProgressHandler &progress = {});

    SmallRegion m_region;
    FixedClock m_clock{importTime()};
};

Result<ImportResult> TestImporter::importRegion(const ProgressHandler &progress)
{
    const auto requests = importRequests({m_region.path()}, u"region"_s);
    if (!requests)
        return failure(requests.error());
    return Importer(connection(), m_clock, progress).run(requests->first());
}

void TestImporter::takesARegionWhole()
{
    const auto result = importRegion();
    VERIFY_OK(result);
    QCOMPARE(aside(*result), QStringList());
    QVERIFY(!result->anyRefused());
    const auto &report = m_region.report();
    const auto number = [this](const QString &sql) { return value(connection(), sql).toLongLong(); };
    QCOMPARE(file(*result, u"prescriptions.ndjson"_s).taken, report.prescriptions);
    QCOMPARE(file(*result, u"renewal_messages.ndjson"_s).taken, report.messages);
    QCOMPARE(file(*result, u"triage_teams.json"_s).taken, report.careTeams);
    QCOMPARE(toString(file(*result, u"truth.csv"_s).outcome), u"passed_over"_s);
    QCOMPARE(number(u"SELECT count(*) FROM prescriber_source"_s), report.prescribers);
    QCOMPARE(number(u"SELECT count(*) FROM care_team"_s), report.careTeams);
    QCOMPARE(number(u"SELECT count(*) FROM renewal"_s), report.renewals);
    QCOMPARE(number(u"SELECT sum(number) FROM past_route"_s), report.history);
    QCOMPARE(number(u"SELECT count(*) FROM renewal_message WHERE renewal_id IS NULL"_s), 0);
    QVERIFY(number(u"SELECT count(*) FROM metric_point"_s) > 0);
    QVERIFY(number(u"SELECT count(*) FROM rollout_stage"_s) > 0);
    QCOMPARE(number(u"SELECT sum(number) FROM renewal_count"_s), report.renewals);
    QCOMPARE(staged(connection()), 0);
    QCOMPARE(value(connection(), u"SELECT action FROM audit"_s), u"import.finished"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM change_log WHERE subject = 'import/1'"_s), u"1"_s);
    QCOMPARE(result->taken(), value(connection(), u"SELECT sum(taken) FROM import_file"_s).toLongLong());
}

void TestImporter::secondTimeChangesNothing()
{
    VERIFY_OK(importRegion());
    const QStringList before = visible(connection());
    const QString changes = value(connection(), u"SELECT sequence FROM change_head"_s);
    const auto again = importRegion();
    VERIFY_OK(again);
    QVERIFY(!again->id.isValid());
    QCOMPARE(toString(file(*again, u"prescribers.ndjson"_s).outcome), u"already_imported"_s);
    QCOMPARE(file(*again, u"prescribers.ndjson"_s).reason,
             u"Already imported on 2026-03-02 12:00 UTC as import 1; nothing changed."_s);
    QCOMPARE(again->summary(), u"Everything was imported before; nothing changed."_s);
    QCOMPARE(visible(connection()), before);
    QCOMPARE(value(connection(), u"SELECT sequence FROM change_head"_s), changes);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM import"_s), u"1"_s);
}

void TestImporter::sameRecordsInAnotherFileChangeNothing()
{
    VERIFY_OK(importRegion());
    const QStringList before = visible(connection());
    const QString versions = value(connection(), u"SELECT sum(version) FROM renewal"_s);
    ImportFolder folder;
    for (const QString &name :
         {u"prescribers.ndjson"_s, u"prescriptions.ndjson"_s, u"patient_triage_teams.ndjson"_s,
          u"renewal_history.ndjson"_s, u"renewal_messages.ndjson"_s}) {
        QStringList lines = m_region.lines(name);
        std::reverse(lines.begin(), lines.end());
        folder.write(name, lines);
    }
    const auto result = folder.import(connection(), {}, u"region"_s);
    VERIFY_OK(result);
    QVERIFY(result->id.isValid());
    QCOMPARE(visible(connection()), before);
    QCOMPARE(value(connection(), u"SELECT sum(version) FROM renewal"_s), versions);
    QCOMPARE(result->counts, QJsonObject());
}

void TestImporter::gzipEqualsPlain()
{
    ImportFolder packed;
    for (const QString &name : QDir(m_region.path()).entryList(QDir::Files))
        packed.writeBytes(name + u".gz"_s, test::gzipped(m_region.bytes(name)));
    const auto result = packed.import(connection(), {}, u"region"_s);
    VERIFY_OK(result);
    QVERIFY(!result->anyRefused());
    const QStringList fromGzip = visible(connection());
    // The same content unpacked is known already.
    const auto again = importRegion();
    VERIFY_OK(again);
    QVERIFY(!again->id.isValid());
    auto other = TestDatabase::create(engine());
    VERIFY_OK(other);
    const auto requests = importRequests({m_region.path()}, u"region"_s);
    VERIFY_OK(Importer((*other)->connection(), m_clock).run(requests->first()));
    QCOMPARE(fromGzip, visible((*other)->connection()));
}

void TestImporter::orderOfFilesDoesNotMatter()
{
    VERIFY_OK(importRegion());
    const QStringList expected = visible(connection());
    auto other = TestDatabase::create(engine());
    VERIFY_OK(other);
    ImportRequest request = importRequests({m_region.path()}, u"region"_s)->first();
    std::reverse(request.files.begin(), request.files.end());
    VERIFY_OK(Importer((*other)->connection(), m_clock).run(request));
    QCOMPARE(visible((*other)->connection()), expected);
}

void TestImporter::setsBrokenLinesAside()
{
    ImportFolder folder;
    folder.write(u"prescribers.ndjson"_s,
                 {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s), u"{\"prescriberId\":"_s,
                  prescriberLine(u"P2"_s, u"ANA"_s, u"RUIZ"_s, u"Dayton"_s)});
    folder.write(u"prescriptions.ndjson"_s,
                 {shortLine(u"V1"_s, u"P1"_s, u"552"_s, u"2025-07-04"_s), QString(), u"not JSON"_s,
                  shortLine(QString(), u"P1"_s, u"552"_s, u"2025-07-04"_s),
                  shortLine(u"V2"_s, u"P1"_s, u"552"_s, u"2025-07-32"_s),
                  shortLine(u"V3"_s, u"P1"_s, u"552GA"_s, u"2025-07-05"_s)});
    const auto result = folder.import(connection());
    VERIFY_OK(result);
    QVERIFY(!result->anyRefused());
    const QStringList lines = aside(*result);
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(0).startsWith(u"prescribers.ndjson, line 2: "_s));
    QVERIFY(lines.at(1).startsWith(u"prescribers.ndjson, line 3: "_s));
    QCOMPARE(lines.at(2), u"prescriptions.ndjson, line 3: the line is not a valid JSON object"_s);
    QCOMPARE(lines.at(3), u"prescriptions.ndjson, line 4: patientId is missing"_s);
    QCOMPARE(lines.at(4), u"prescriptions.ndjson, line 5: orderedDate \"2025-07-32\" is not a date"_s);
    QCOMPARE(result->setAsideCount, 5);
    QCOMPARE(file(*result, u"prescriptions.ndjson"_s).taken, 2);
    QCOMPARE(file(*result, u"prescriptions.ndjson"_s).setAside, 3);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescribed"_s), u"2"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM import_set_aside"_s), u"5"_s);
}

void TestImporter::setsUnknownPrescribersAside()
{
    ImportFolder folder;
    folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s)});
    folder.write(u"prescriptions.ndjson"_s, {shortLine(u"V1"_s, u"P1"_s, u"552"_s, u"2025-07-04"_s),
                                             shortLine(u"V2"_s, u"P9"_s, u"552"_s, u"2025-07-04"_s),
                                             shortLine(u"V3"_s, u"P1"_s, u"553"_s, u"2025-07-04"_s)});
    folder.write(
        u"renewal_history.ndjson"_s,
        {uR"({"patientId":"V1","prescriberId":"P8","stationNumber":"552","sentToTriageTeamId":"7","reroutedToTriageTeamId":null})"_s});
    const auto result = folder.import(connection());
    VERIFY_OK(result);
    const QString why =
        u" is not known in extract x: import its prescribers file first, then this file again"_s;
    QCOMPARE(aside(*result), (QStringList{u"prescriptions.ndjson, line 2: prescriber P9"_s + why,
                                          u"prescriptions.ndjson, line 3: prescriber P1"_s + why} +
                              QStringList{u"renewal_history.ndjson, record 1: prescriber P8"_s + why}));
    QCOMPARE(file(*result, u"prescriptions.ndjson"_s).taken, 1);
    QCOMPARE(file(*result, u"prescriptions.ndjson"_s).setAside, 2);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescribed"_s), u"1"_s);
}

void TestImporter::takesIncompleteFilesAgain()
{
    ImportFolder folder;
    folder.write(u"prescriptions.ndjson"_s, {shortLine(u"V1"_s, u"P1"_s, u"552"_s, u"2025-07-04"_s),
                                             shortLine(u"V2"_s, u"P1"_s, u"552"_s, u"2025-07-04"_s)});
    folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s)});
    const auto early = folder.import(connection(), {u"prescriptions.ndjson"_s});
    VERIFY_OK(early);
    QCOMPARE(early->setAsideCount, 2);
    VERIFY_OK(folder.import(connection(), {u"prescribers.ndjson"_s}));
    const auto late = folder.import(connection(), {u"prescriptions.ndjson"_s});
    VERIFY_OK(late);
    QCOMPARE(late->taken(), 2);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescribed"_s), u"2"_s);
    const auto known = folder.import(connection(), {u"prescriptions.ndjson"_s});
    VERIFY_OK(known);
    QVERIFY(!known->id.isValid());
}

void TestImporter::refusesDamagedFiles()
{
    ImportFolder folder;
    const QByteArray packed = test::gzipped(m_region.bytes(u"renewal_messages.ndjson"_s));
    folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s)});
    folder.writeBytes(u"cut.ndjson.gz"_s, packed.first(packed.size() / 2));
    folder.writeBytes(u"empty.json"_s, "");
    folder.writeBytes(u"half.json"_s, teamDocument(7, u"Blue"_s, u"552"_s).chopped(5));
    folder.writeBytes(u"notes.txt"_s, "Call the pharmacy.\n");
    folder.writeBytes(u"picture.png"_s, QByteArray("\x89PNG\0\0\0", 7));
    folder.writeBytes(u"answer.json"_s,
                      R"({"errors":[{"title":"Gone","detail":"Nothing here","code":"404","status":"404"}]})");
    const auto result = folder.import(connection());
    VERIFY_OK(result);
    for (const QString &name : {u"cut.ndjson.gz"_s, u"empty.json"_s, u"half.json"_s, u"notes.txt"_s,
                                u"picture.png"_s, u"answer.json"_s}) {
        QCOMPARE(toString(file(*result, name).outcome), u"refused"_s);
        QVERIFY2(file(*result, name).reason.endsWith(u'.'), qPrintable(file(*result, name).reason));
    }
    QCOMPARE(toString(file(*result, u"prescribers.ndjson"_s).outcome), u"taken"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescriber"_s), u"1"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM care_team"_s), u"0"_s);
    QCOMPARE(staged(connection()), 0);
}

void TestImporter::takesBackAFileThatEndsEarly()
{
    // Large enough to be read element by element, and to be staged in more than one transaction.
    QByteArray document = R"({"prescriptionList":[)";
    for (int i = 0; document.size() < 36'000'000; ++i)
        document +=
            (i == 0 ? "" : ",") + prescriptionLine(u"V1"_s, QString::number(i), u"P1"_s, u"552"_s).toUtf8();
    ImportFolder folder;
    folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s)});
    folder.writeBytes(u"rx.json"_s, document);
    const auto result = folder.import(connection());
    VERIFY_OK(result);
    QCOMPARE(toString(file(*result, u"rx.json"_s).outcome), u"refused"_s);
    QCOMPARE(file(*result, u"rx.json"_s).taken, 0);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescription"_s), u"0"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescriber"_s), u"1"_s);
    QCOMPARE(value(connection(), u"SELECT taken FROM import_file WHERE state = 'refused'"_s), u"0"_s);
}

void TestImporter::leavesNothingWhenCancelled_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("calls");
    QTest::newRow("at once") << int(ImportProgress::Phase::Checking) << 0;
    QTest::newRow("at the first file read") << int(ImportProgress::Phase::Reading) << 0;
    QTest::newRow("later while reading") << int(ImportProgress::Phase::Reading) << 5;
    QTest::newRow("before anything is stored") << int(ImportProgress::Phase::Storing) << 0;
    QTest::newRow("in the middle of storing") << int(ImportProgress::Phase::Storing) << 9;
}

void TestImporter::leavesNothingWhenCancelled()
{
    QFETCH(int, phase);
    QFETCH(int, calls);
    const QStringList before = visible(connection());
    int left = calls;
    const auto result =
        importRegion([&](const ImportProgress &now) { return int(now.phase) != phase || left-- > 0; });
    VERIFY_ERROR(result, ErrorCode::Cancelled);
    QCOMPARE(visible(connection()), before);
    QCOMPARE(staged(connection()), 0);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM audit"_s), u"0"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM import WHERE state <> 'cancelled'"_s), u"0"_s);
    VERIFY_OK(importRegion());
}

void TestImporter::mixedFormsInOneFile()
{
    ImportFolder folder;
    folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s)});
    folder.write(u"prescriptions.ndjson"_s, {shortLine(u"V1"_s, u"P1"_s, u"552"_s, u"2025-07-04"_s),
                                             prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s),
                                             shortLine(u"V2"_s, u"P1"_s, u"552"_s, u"2025-07-04"_s)});
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM prescribed"_s), u"2"_s);
    QCOMPARE(value(connection(), u"SELECT prescription_id FROM prescription"_s), u"11"_s);
}

void TestImporter::keepsDaysOfSeveralFiles()
{
    ImportFolder folder;
    folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s)});
    const auto day = [](const QString &date) { return shortLine(u"V1"_s, u"P1"_s, u"552"_s, date); };
    folder.write(u"july.ndjson"_s, {day(u"2025-07-04"_s), day(u"2025-07-20"_s)});
    folder.write(u"august.ndjson"_s, {day(u"2025-08-04"_s), day(u"2025-08-05"_s), day(u"2025-08-20"_s)});
    folder.write(u"again.ndjson"_s, {day(u"2025-07-20"_s), day(u"2025-07-04"_s)});
    for (const QString &name :
         {u"prescribers.ndjson"_s, u"august.ndjson"_s, u"july.ndjson"_s, u"again.ndjson"_s})
        VERIFY_OK(folder.import(connection(), {name}));
    QCOMPARE(value(connection(),
                   u"SELECT first_ordered || ' ' || last_ordered || ' ' || number FROM prescribed"_s),
             u"2025-07-04 2025-08-20 5"_s);
}

void TestImporter::tellsSeriesOfOneMetricApart()
{
    ImportFolder folder;
    folder.writeBytes(u"up.json"_s,
                      R"({"status":"success","data":{"resultType":"matrix","result":[)"
                      R"({"metric":{"__name__":"up","job":"a"},"values":[[1435781430.781,"1"]]},)"
                      R"({"metric":{"__name__":"up","job":"b"},"values":[[1435781430.781,"0"]]}]}})");
    VERIFY_OK(folder.import(connection()));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM metric_series"_s), u"2"_s);
    QCOMPARE(value(connection(), u"SELECT key FROM metric_series ORDER BY key"_s), u"up{job:a}"_s);
}

void TestImporter::fillsInStations()
{
    const auto facilities = [](const QByteArray &attributes) {
        return R"({"data":[{"id":"vha_552","type":"facility","attributes":{"id":"vha_552",)" + attributes +
               "}}]}";
    };
    ImportFolder folder;
    folder.writeBytes(u"first.json"_s,
                      facilities(R"("name":"Dayton","ehr":"ORACLE_HEALTH","timeZone":"America/New_York")"));
    folder.writeBytes(u"later.json"_s, facilities(R"("name":"Dayton VA")"));
    for (const QString &name : {u"first.json"_s, u"later.json"_s})
        VERIFY_OK(folder.import(connection(), {name}));
    QCOMPARE(value(connection(), u"SELECT name || ' ' || ehr || ' ' || time_zone FROM station"_s),
             u"Dayton VA ORACLE_HEALTH America/New_York"_s);
}

void TestImporter::readsCsv()
{
    ImportFolder folder;
    folder.writeBytes(
        u"prescribers.csv"_s,
        "\xEF\xBB\xBFprescriberId;providerLastName;providerFirstName;stationNumber;dataSourceSystem\r\n"
        "P1;OKAFOR;CHIDI;552;VISTA\r\nP2;RUIZ;ANA;552;EPIC\r\n");
    folder.writeBytes(u"teams.csv"_s, "triageTeamId,name,stationNumber\n7,\"PACT, Blue\",552\n");
    folder.writeBytes(u"correlations.csv"_s,
                      "prescriberId,stationNumber,triageTeamId,probability,status\nP1,552,7,0.93,auto\n");
    const auto result = folder.import(connection());
    VERIFY_OK(result);
    QCOMPARE(
        aside(*result),
        QStringList{
            u"prescribers.csv, line 3: column dataSourceSystem: \"EPIC\" is neither VISTA nor ORACLE_HEALTH"_s});
    QCOMPARE(value(connection(), u"SELECT name FROM care_team"_s), u"PACT, Blue"_s);
    QCOMPARE(value(connection(), u"SELECT status FROM correlation"_s), u"auto"_s);
}

RENEWAL_STORE_TEST_MAIN(TestImporter)
#include "tst_importer.moc"
