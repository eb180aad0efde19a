// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/decidecommand.h"
#include "app/server/exportcommand.h"
#include "app/server/importcommand.h"
#include "tests/operations/importsupport.h"
#include "tests/support/storetest.h"
#include "tests/support/zipreader.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
struct Output
{
    int exit = -1;
    QString out;
    QString err;
};

template <class Command>
Output run(const QStringList &arguments)
{
    Output output;
    QTextStream out(&output.out);
    QTextStream err(&output.err);
    output.exit = Command().run(arguments, out, err);
    return output;
}

QString fixtures()
{
    const QString named = qEnvironmentVariable("RENEWAL_FIXTURES");
    return QDir(named.isEmpty() ? QStringLiteral(RENEWAL_SOURCE_DIR "/../shared") : named).absolutePath();
}
} // namespace

/// The import and export commands as a person or a script uses them, on SQLite.
class TestFileCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsEachFile();
    void answersForMachines();
    void usage_data();
    void usage();
    void exportsCorrelations();
    void exportIsAnImport();
    void exportsWorkbooks();
    void decidesByFile();
    void decideUsage_data();
    void decideUsage();
    void takesOrRefusesEveryFixture();
    void takesTheSampleStationWhole();

private:
    QString database() const { return u"sqlite:"_s + m_dir->filePath(u"r.db"_s); }
    Output import(const QStringList &arguments) const
    {
        return run<server::ImportCommand>(QStringList{u"--database"_s, database()} + arguments);
    }
    Output exported(const QStringList &arguments) const
    {
        return run<server::ExportCommand>(QStringList{u"--database"_s, database()} + arguments);
    }
    Output decided(const QStringList &arguments) const
    {
        return run<server::DecideCommand>(QStringList{u"--database"_s, database(), u"--by"_s, u"ann"_s} +
                                          arguments);
    }
    QJsonObject reportOf(const Output &output) const
    {
        return QJsonDocument::fromJson(output.out.toUtf8())
            .object()
            .value("imports"_L1)
            .toArray()
            .at(0)
            .toObject();
    }
    void writeSmall(ImportFolder &folder) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    const QTemporaryDir m_empty;
};

void TestFileCommands::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestFileCommands::writeSmall(ImportFolder &folder) const
{
    folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s),
                                           prescriberLine(u"P2"_s, u"ANA"_s, u"RUIZ"_s, u"552GA"_s)});
    folder.writeBytes(u"teams.csv"_s, "triageTeamId,name,stationNumber\n7,Blue,552\n");
    folder.writeBytes(u"links.csv"_s,
                      "prescriberId,stationNumber,triageTeamId,probability,status\nP1,552,7,0.93,auto\n");
}

void TestFileCommands::tellsEachFile()
{
    ImportFolder folder;
    writeSmall(folder);
    folder.write(u"rx.ndjson"_s, {shortLine(u"V1"_s, u"P1"_s, u"552"_s, u"2025-07-04"_s), u"{"_s});
    folder.write(u"truth.csv"_s,
                 {u"prescriberId,stationNumber,triageTeamId,alsoAcceptable,kind,ambiguous"_s});
    QTemporaryDir elsewhere;
    const QString asideFile = elsewhere.filePath(u"aside.csv"_s);
    const Output good = import({QFileInfo(folder.path(u"rx.ndjson"_s)).path(), u"--set-aside"_s, asideFile});
    QCOMPARE(good.exit, 0);
    QCOMPARE(good.err, QString());
    QVERIFY(good.out.contains(u"prescribers.ndjson: prescribers, 2 records in\n"_s));
    QVERIFY(good.out.contains(u"rx.ndjson: prescriptions in short form, 1 records in, 1 set aside\n"_s));
    QVERIFY(good.out.contains(u"truth.csv: passed over. "_s));
    QVERIFY(good.out.contains(u"  rx.ndjson, line 2: the line is not a valid JSON object\n"_s));
    QVERIFY(good.out.endsWith(u"Import 1: 5 records from 4 files went in; 1 were set aside.\n"_s));
    QFile aside(asideFile);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(),
             "file,place,reason\r\nrx.ndjson,line 2,the line is not a valid JSON object\r\n");
    folder.writeBytes(u"partial.json"_s, R"({"prescriptionList":[],"failedStationList":"989"})");
    const Output partial = import({folder.path(u"partial.json"_s)});
    QCOMPARE(partial.exit, 0);
    QVERIFY2(partial.out.contains(u"\n  "_s) && partial.out.contains(u"989"_s), qPrintable(partial.out));
    folder.writeBytes(u"bad.bin"_s, QByteArray("\0\1", 2));
    const Output bad = import({folder.path(u"bad.bin"_s)});
    QCOMPARE(bad.exit, 1);
    QCOMPARE(bad.out, u"bad.bin: refused. The file is neither JSON nor CSV text.\nNothing was imported.\n"_s);
}

void TestFileCommands::answersForMachines()
{
    ImportFolder folder;
    writeSmall(folder);
    const Output output =
        import({u"--json"_s, u"--extract"_s, u"north"_s, folder.path(u"prescribers.ndjson"_s)});
    QCOMPARE(output.exit, 0);
    const QJsonObject report = reportOf(output);
    QCOMPARE(report.value("extract"_L1).toString(), u"north"_s);
    QCOMPARE(report.value("importId"_L1).toInt(), 1);
    const QJsonObject file = report.value("files"_L1).toArray().at(0).toObject();
    QCOMPARE(file.value("outcome"_L1).toString(), u"taken"_s);
    QCOMPARE(file.value("kind"_L1).toString(), u"prescribers"_s);
    QCOMPARE(file.value("taken"_L1).toInt(), 2);
}

void TestFileCommands::usage_data()
{
    QTest::addColumn<bool>("isImport");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::newRow("import of nothing") << true << QStringList() << 2;
    QTest::newRow("import with an unknown option") << true << QStringList{u"--fast"_s} << 2;
    QTest::newRow("import of a missing file") << true << QStringList{u"/no/such/file.json"_s} << 1;
    QTest::newRow("import's help") << true << QStringList{u"--help"_s} << 0;
    QTest::newRow("export of nothing") << false << QStringList() << 2;
    QTest::newRow("export of something else") << false << QStringList{u"patients"_s} << 2;
    QTest::newRow("export in an unknown format")
        << false << QStringList{u"correlations"_s, u"--format"_s, u"xml"_s} << 2;
    QTest::newRow("decisions as JSON") << false << QStringList{u"decisions"_s, u"--format"_s, u"json"_s} << 2;
    QTest::newRow("a workbook to nowhere")
        << false << QStringList{u"decisions"_s, u"--format"_s, u"xlsx"_s} << 2;
    QTest::newRow("decisions of no station")
        << false << QStringList{u"decisions"_s, u"--station"_s, u"north"_s} << 2;
    QTest::newRow("a file name of another format")
        << false << QStringList{u"correlations"_s, u"--out"_s, u"/tmp/x.pdf"_s} << 2;
    QTest::newRow("a folder without files") << true << QStringList{m_empty.path()} << 1;
    QTest::newRow("export into a missing folder")
        << false << QStringList{u"correlations"_s, u"--out"_s, u"/no/such/folder/x.csv"_s} << 1;
}

void TestFileCommands::usage()
{
    QFETCH(bool, isImport);
    QFETCH(QStringList, arguments);
    QFETCH(int, exit);
    const Output output = isImport ? import(arguments) : exported(arguments);
    QCOMPARE(output.exit, exit);
    QCOMPARE(output.err.isEmpty(), exit == 0);
}

void TestFileCommands::exportsCorrelations()
{
    ImportFolder folder;
    writeSmall(folder);
    QCOMPARE(import({QFileInfo(folder.path(u"x"_s)).path()}).exit, 0);
    const Output csv = exported({u"correlations"_s, u"--format"_s, u"csv"_s});
    QCOMPARE(csv.exit, 0);
    QCOMPARE(
        csv.out,
        u"prescriberId,stationNumber,triageTeamId,probability,status\nP1,552,7,0.93,auto\nP2,552GA,,1,none\n"_s);
    const Output json = exported({u"correlations"_s, u"--format"_s, u"json"_s});
    const QJsonArray items = QJsonDocument::fromJson(json.out.toUtf8()).array();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.at(0).toObject().value("triageTeamId"_L1).toString(), u"7"_s);
    QVERIFY(items.at(1).toObject().value("triageTeamId"_L1).isNull());
}

void TestFileCommands::exportIsAnImport()
{
    ImportFolder folder;
    writeSmall(folder);
    QCOMPARE(import({u"--extract"_s, u"x"_s, QFileInfo(folder.path(u"x"_s)).path()}).exit, 0);
    QCOMPARE(exported({u"correlations"_s, u"--out"_s, folder.path(u"out.csv"_s)}).exit, 0);
    const Output again = import({u"--json"_s, u"--extract"_s, u"x"_s, folder.path(u"out.csv"_s)});
    QCOMPARE(again.exit, 0);
    QCOMPARE(reportOf(again).value("counts"_L1).toObject(), QJsonObject());
    QCOMPARE(reportOf(again).value("setAsideCount"_L1).toInt(), 0);
}

void TestFileCommands::exportsWorkbooks()
{
    ImportFolder folder;
    writeSmall(folder);
    QCOMPARE(import({QFileInfo(folder.path(u"x"_s)).path()}).exit, 0);
    const QString path = folder.path(u"links.xlsx"_s);
    folder.writeBytes(u"links.xlsx"_s, "an older one");
    const auto read = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? sheetRows(file.readAll()) : QVector<QStringList>();
    };
    QCOMPARE(exported({u"correlations"_s, u"--out"_s, path}).exit, 0); // by the name of the file
    QCOMPARE(read().value(1), (QStringList{u"s:P1"_s, u"s:552"_s, u"n:7"_s, u"n:0.93"_s, u"s:auto"_s}));
    const Output decisions = exported({u"decisions"_s, u"--format"_s, u"xlsx"_s, u"--out"_s, path});
    QCOMPARE(decisions.exit, 0);
    QVERIFY(decisions.err.contains(u"2 prescribers written"_s));
    QCOMPARE(read().value(2).value(2), u"s:Ruiz, Ana"_s);
    QVERIFY(!QFile::exists(path + u".part"_s));
    const Output csv = exported({u"decisions"_s, u"--station"_s, u"552"_s});
    QVERIFY(csv.out.startsWith(u"station,system,prescriber,"_s));
    QCOMPARE(csv.out.count(u'\n'), 3);
}

void TestFileCommands::decidesByFile()
{
    ImportFolder folder;
    writeSmall(folder);
    QCOMPARE(import({QFileInfo(folder.path(u"x"_s)).path()}).exit, 0);
    folder.writeBytes(u"decisions.csv"_s, "id,station,prescriber,decision,triageTeamId\n1,552,\"Okafor, "
                                          "Chidi\",external,\n2,552,\"Ruiz, Ana\",link,7\n");
    const QString path = folder.path(u"decisions.csv"_s);
    const Output dry = decided({u"--dry-run"_s, path});
    QCOMPARE(dry.exit, 0);
    QCOMPARE(dry.out,
             u"row 2, Okafor, Chidi: community care; no renewal moves\n"
             "row 3, Ruiz, Ana: link to Blue; no renewal moves\n"
             "2 decision(s) would be taken, 0 unchanged, 0 with a problem; 0 rows decide nothing.\n"_s);
    const QJsonObject real = QJsonDocument::fromJson(decided({u"--json"_s, path}).out.toUtf8()).object();
    QCOMPARE(real.value("rows"_L1).toArray().at(1).toObject().value("result"_L1).toString(), u"decided"_s);
    QVERIFY(decided({path}).out.contains(u"row 3, Ruiz, Ana: unchanged, link to Blue already\n"_s));
    folder.writeBytes(u"decisions.csv"_s, "id,station,prescriber,decision\n1,552,\"Ruiz, Ana\",refuse\n");
    const Output shifted = decided({path});
    QCOMPARE(shifted.exit, 1);
    QVERIFY(shifted.out.contains(u"row 2, Ruiz, Ana: cannot be followed. Id 1 is Okafor, Chidi"_s));
}

void TestFileCommands::decideUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::newRow("nothing") << QStringList() << 2;
    QTest::newRow("two files") << QStringList{u"a"_s, u"b"_s} << 2;
    QTest::newRow("nobody decides") << QStringList{u"--by"_s, u" "_s, u"TABLE"_s} << 2;
    QTest::newRow("nobody decides about a missing file") << QStringList{u"--by"_s, u" "_s, u"a"_s} << 1;
    QTest::newRow("a missing file") << QStringList{u"/no/such/file.csv"_s} << 1;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0;
}

void TestFileCommands::decideUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exit);
    QFile table(m_dir->filePath(u"table.csv"_s));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("id,station,prescriber,decision\n");
    table.close();
    arguments.replaceInStrings(u"TABLE"_s, table.fileName());
    const Output output = decided(arguments);
    QCOMPARE(output.exit, exit);
    QCOMPARE(output.err.isEmpty(), exit == 0);
}

void TestFileCommands::takesOrRefusesEveryFixture()
{
    QDir dir(fixtures() + u"/domain/fixtures"_s);
    if (!dir.exists()) {
        qInfo("not run: shared fixtures missing");
        return;
    }
    QStringList paths;
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files))
        paths.append(dir.filePath(name));
    const Output output = import(QStringList{u"--json"_s} + paths);
    QCOMPARE(output.exit, 1);
    QHash<QString, QJsonObject> files;
    for (const QJsonValue value : reportOf(output).value("files"_L1).toArray())
        files.insert(value.toObject().value("fileName"_L1).toString(), value.toObject());
    QCOMPARE(files.size(), paths.size());
    for (const QString &path : paths) {
        const QJsonObject told = files.value(QFileInfo(path).fileName());
        if (told.value("outcome"_L1).toString() == u"refused"_s) {
            QVERIFY2(told.value("reason"_L1).toString().endsWith(u'.'), qPrintable(path));
            continue;
        }
        // Where a file is a plain list, every item of it went in or was set aside.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
        for (const char *list : {"data", "prescriptionList"}) {
            if (const QJsonValue items = document.value(QLatin1StringView(list)); items.isArray())
                QVERIFY2(items.toArray().size() ==
                             told.value("taken"_L1).toInt() + told.value("setAside"_L1).toInt(),
                         qPrintable(path));
        }
    }
}

void TestFileCommands::takesTheSampleStationWhole()
{
    const QString sample = fixtures() + u"/domain/sample-station"_s;
    if (!QFileInfo::exists(sample)) {
        qInfo("not run: shared fixtures missing");
        return;
    }
    const Output output = import({u"--json"_s, sample});
    QCOMPARE(output.exit, 0);
    QCOMPARE(reportOf(output).value("setAsideCount"_L1).toInt(), 0);
    for (const QJsonValue value : reportOf(output).value("files"_L1).toArray()) {
        const QJsonObject told = value.toObject();
        QFile file(sample + u'/' + told.value("fileName"_L1).toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        if (file.fileName().endsWith(u".ndjson"_s))
            QCOMPARE(told.value("taken"_L1).toInt(), int(file.readAll().count('\n')));
    }
}

QTEST_GUILESS_MAIN(TestFileCommands)
#include "tst_filecommands.moc"
