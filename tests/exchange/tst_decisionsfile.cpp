// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/decisionsfile.h"
#include "models/exchange/spreadsheettext.h"

#include <QTest>

using namespace renewal;
using namespace renewal::exchange;
using namespace Qt::StringLiterals;

/// Decisions from CSV as spreadsheets write it, and what is no such file.
class TestDecisionsFile : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreRead_data();
    void rowsAreRead();
    void problemsAreTold_data();
    void problemsAreTold();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void tooManyAreRefused();
    void whatIsWrittenIsRead();
    void formulasComeBackAsTheyWere_data();
    void formulasComeBackAsTheyWere();
};

void TestDecisionsFile::rowsAreRead_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("plain") << QByteArray("id,station,prescriber,version,decision,triageTeamId,note\n"
                                         "17,552,\"Okafor, Chidi\",3,link,7001,by phone\n");
    QTest::newRow("mark, semicolons, CRLF, order and case")
        << QByteArray("\xEF\xBB\xBFNote;Decision;TRIAGE_TEAM_ID;Prescriber;Station;Version;ID\r\n"
                      "by phone;Link;7001;Okafor, Chidi;552;3;17\r\n");
    QTest::newRow("columns that nobody asked for, no end of line")
        << QByteArray("x,id,station,prescriber,version,decision,triageTeamId,note,y\n"
                      "=1,17,552,\"Okafor, Chidi\",3,link,7001,by phone,z");
    QTest::newRow("empty lines and rows without a decision") << QByteArray(
        "id,station,prescriber,version,decision,triageTeamId,note\n16,552,\"Lee, A\",1,,7001,\n\n"
        "17,552,\"Okafor, Chidi\",3,link,7001,by phone\n");
}

void TestDecisionsFile::rowsAreRead()
{
    QFETCH(QByteArray, csv);
    const auto file = readDecisions(csv);
    QVERIFY2(file, file ? "" : qPrintable(file.error().text));
    QCOMPARE(file->rows.size(), 1);
    const IntendedDecision &row = file->rows.first();
    QCOMPARE(row.problem, QString());
    QCOMPARE(row.decision.prescriberId.value, 17);
    QCOMPARE(row.station.text(), u"552"_s);
    QCOMPARE(row.name, u"Okafor, Chidi"_s);
    QVERIFY(row.checksVersion);
    QCOMPARE(row.decision.version, 3);
    QCOMPARE(toString(row.decision.kind), u"link"_s);
    QCOMPARE(row.decision.careTeam.value, 7001);
    QCOMPARE(row.decision.note, u"by phone"_s);
    QCOMPARE(row.row, file->undecided > 0 ? 4 : 2); // as a spreadsheet counts
}

void TestDecisionsFile::problemsAreTold_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("told");
    QTest::newRow("no id") << QByteArray(",552,A,,link,7001,") << u"\"id\""_s;
    QTest::newRow("an id with a tail") << QByteArray("17x,552,A,,link,7001,") << u"17x"_s;
    QTest::newRow("no such decision")
        << QByteArray("17,552,A,,yes,7001,") << u"write link, refuse or external"_s;
    QTest::newRow("version") << QByteArray("17,552,A,new,link,7001,") << u"\"version\""_s;
    QTest::newRow("version below nothing") << QByteArray("17,552,A,-1,link,7001,") << u"\"version\""_s;
    QTest::newRow("link without a team") << QByteArray("17,552,A,,link,,") << u"triageTeamId"_s;
    QTest::newRow("team as text") << QByteArray("17,552,A,,link,Blue,") << u"triageTeamId"_s;
    QTest::newRow("a cell too many") << QByteArray("17,552,A,,link,7001,x,y") << u"other cells"_s;
    QTest::newRow("an open quote") << QByteArray("17,552,A,,link,7001,\"x\n18,552,B,,link,7001,\n")
                                   << u"quotation mark"_s;
    QTest::newRow("a long note") << QByteArray("17,552,A,,link,7001,") + QByteArray(2001, 'x')
                                 << u"2,000 characters"_s;
}

void TestDecisionsFile::problemsAreTold()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, told);
    const auto file = readDecisions("id,station,prescriber,version,decision,triageTeamId,note\n" + row);
    QVERIFY(file);
    QCOMPARE(file->rows.size(), 1);
    QVERIFY2(file->rows.first().problem.contains(told), qPrintable(file->rows.first().problem));
}

void TestDecisionsFile::otherFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("told");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("lines only") << QByteArray("\n\n") << u"empty"_s;
    QTest::newRow("no decision") << QByteArray("id,station,prescriber\n17,552,A\n") << u"\"decision\""_s;
    QTest::newRow("no name") << QByteArray("id,station,decision\n17,552,link\n") << u"\"prescriber\""_s;
    QTest::newRow("a column twice") << QByteArray("id,station,prescriber,decision,Decision\n") << u"twice"_s;
    QTest::newRow("Latin-1") << QByteArray("id,station,prescriber,decision\n17,552,Mu\xF1oz,external\n")
                             << u"UTF-8"_s;
    QTest::newRow("a workbook") << QByteArray("PK\x03\x04\x14\x00\x06\x00", 8) << u"Excel workbook"_s;
}

void TestDecisionsFile::otherFilesAreRefused()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, told);
    const auto file = readDecisions(csv);
    QVERIFY(!file);
    QCOMPARE(toString(file.error().code), toString(ErrorCode::InvalidInput));
    QVERIFY2(file.error().text.contains(told, Qt::CaseInsensitive), qPrintable(file.error().text));
}

void TestDecisionsFile::tooManyAreRefused()
{
    QByteArray csv = "id,station,prescriber,decision\n";
    for (int i = 1; i <= mostDecisions; ++i)
        csv += QByteArray::number(i) + ",552,A,external\n" + QByteArray::number(i) + ",552,A,\n";
    QVERIFY(readDecisions(csv)); // the undecided ones do not count
    csv += "5000,552,A,external\n";
    QCOMPARE(toString(readDecisions(csv).error().code), toString(ErrorCode::TooLarge));
}

void TestDecisionsFile::whatIsWrittenIsRead()
{
    IntendedDecision row;
    row.row = 2;
    row.decision.prescriberId.value = 17;
    row.decision.kind = DecisionKind::Link;
    row.decision.careTeam.value = 7001;
    row.decision.note = u"+1 555, \"later\""_s;
    row.decision.version = 3;
    row.checksVersion = true;
    row.station = StationNumber(u"552GA"_s);
    row.name = u"-Smith, Zo\u00eb"_s;
    const auto file = readDecisions(decisionsCsv({row}));
    QVERIFY(file);
    QCOMPARE(file->rows.size(), 1);
    QCOMPARE(file->rows.first().name, row.name);
    QCOMPARE(file->rows.first().decision.note, row.decision.note);
    QCOMPARE(decisionsCsv(file->rows), decisionsCsv({row}));
}

void TestDecisionsFile::formulasComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("formula") << u"=HYPERLINK(1)"_s << u"'=HYPERLINK(1)"_s;
    QTest::newRow("minus") << u"-Smith"_s << u"'-Smith"_s;
    QTest::newRow("at") << u"@x"_s << u"'@x"_s;
    QTest::newRow("apostrophe of its own") << u"'=x"_s << u"''=x"_s;
    QTest::newRow("a name with one") << u"'t Hooft"_s << u"'t Hooft"_s;
    QTest::newRow("plain") << u"Okafor, Chidi"_s << u"Okafor, Chidi"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestDecisionsFile::formulasComeBackAsTheyWere()
{
    QFETCH(QString, text);
    QFETCH(QString, cell);
    QCOMPARE(toSpreadsheet(text), cell);
    QCOMPARE(fromSpreadsheet(cell), text);
}

QTEST_APPLESS_MAIN(TestDecisionsFile)
#include "tst_decisionsfile.moc"
