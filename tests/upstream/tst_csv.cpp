// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/csv.h"
#include "models/exchange/csvrecords.h"

#include <QTest>

using namespace renewal;
using namespace renewal::exchange;
using namespace Qt::StringLiterals;

namespace {
QStringList rowsOf(const QByteArray &text, qsizetype piece, char delimiter)
{
    QStringList rows;
    CsvParser parser(delimiter);
    const auto take = [&rows](const CsvRow &row) {
        rows.append(u"%1:%2"_s.arg(row.line).arg(row.fields.join(u'|')) +
                    (row.unterminated ? u"!"_s : QString()));
        return true;
    };
    for (qsizetype at = 0; at < text.size(); at += piece)
        parser.feed(QByteArrayView(text).sliced(at, std::min(piece, text.size() - at)), take);
    parser.finish(take);
    return rows;
}
} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void takesRowsApart_data();
    void takesRowsApart();
    void tellsWhereRowsEnd();
    void findsTheDelimiter_data();
    void findsTheDelimiter();
    void quotesWhatMustBeQuoted_data();
    void quotesWhatMustBeQuoted();
    void findsTheKindFromTheHeader_data();
    void findsTheKindFromTheHeader();
    void readsAPrescriber();
    void readsACareTeam();
    void readsACorrelation();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestCsv::takesRowsApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("LF and no line end at the end")
        << QByteArray("a,b\nc,d") << QStringList{u"1:a|b"_s, u"2:c|d"_s};
    QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << QStringList{u"1:a|b"_s, u"2:c|d"_s};
    QTest::newRow("CR alone") << QByteArray("a,b\rc,d\r") << QStringList{u"1:a|b"_s, u"2:c|d"_s};
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                     "a,b\n")
                                       << QStringList{u"1:a|b"_s};
    QTest::newRow("a byte order mark before a quote")
        << QByteArray("\xEF\xBB\xBF\"a,b\",c\n") << QStringList{u"1:a,b|c"_s};
    QTest::newRow("quotes, doubled quotes, delimiter in quotes")
        << QByteArray("\"a\"\"x\"\"\",\"b,c\"\n") << QStringList{u"1:a\"x\"|b,c"_s};
    QTest::newRow("a line break in quotes")
        << QByteArray("\"a\r\nb\",c\nd,e\n") << QStringList{u"1:a\r\nb|c"_s, u"3:d|e"_s};
    QTest::newRow("empty lines give no row")
        << QByteArray("a,b\n\n\nc,d\n") << QStringList{u"1:a|b"_s, u"4:c|d"_s};
    QTest::newRow("empty fields") << QByteArray(",,\n") << QStringList{u"1:||"_s};
    QTest::newRow("text in UTF-8") << QByteArray("Nu\xC3\xB1"
                                                 "ez,x\n")
                                   << QStringList{u"1:Nuñez|x"_s};
    QTest::newRow("quotes that do not end") << QByteArray("a,\"b\nc") << QStringList{u"1:a|b\nc!"_s};
    QTest::newRow("nothing") << QByteArray() << QStringList();
}

void TestCsv::takesRowsApart()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, rows);
    for (const qsizetype piece : {1, 2, 3, 1000})
        QCOMPARE(rowsOf(text, piece, ','), rows);
}

void TestCsv::tellsWhereRowsEnd()
{
    const QByteArray text("ab,c\r\nd,e\n");
    QVector<qint64> ends;
    CsvParser parser(',');
    parser.feed(text, [&ends](const CsvRow &row) {
        ends.append(row.end);
        return true;
    });
    // The LF of a CRLF belongs to the next row's bytes; it is skipped there.
    QCOMPARE(ends, (QVector<qint64>{5, 10}));
}

void TestCsv::findsTheDelimiter_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("commas") << QByteArray("a,b,c\n1;2;3;4;5") << ',';
    QTest::newRow("semicolons") << QByteArray("a;b;c\n1,2") << ';';
    QTest::newRow("a comma in quotes") << QByteArray("\"a,b,c\";d\n") << ';';
    QTest::newRow("one column") << QByteArray("a\n") << ',';
}

void TestCsv::findsTheDelimiter()
{
    QFETCH(QByteArray, head);
    QFETCH(char, delimiter);
    QCOMPARE(CsvParser::delimiterOf(head), delimiter);
}

void TestCsv::quotesWhatMustBeQuoted_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"P123"_s << u"P123"_s;
    QTest::newRow("a comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("a quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
    QTest::newRow("a line break") << u"a\nb"_s << u"\"a\nb\""_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestCsv::quotesWhatMustBeQuoted()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QCOMPARE(csvField(field), text);
    const QStringList rows = rowsOf(text.toUtf8(), 1, ',');
    QCOMPARE(rows.value(0, u"1:"_s), u"1:"_s + field);
}

void TestCsv::findsTheKindFromTheHeader_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("kind");
    QTest::newRow("prescribers") << u"prescriberId,providerFirstName,providerLastName,stationNumber"_s
                                 << u"prescribers"_s;
    QTest::newRow("prescribers in snake case") << u"Provider_Last_Name,station number"_s << u"prescribers"_s;
    QTest::newRow("care teams") << u"stationNumber,name,triageTeamId,x"_s << u"care_teams"_s;
    QTest::newRow("correlations") << u"prescriberId,stationNumber,triageTeamId,probability,status"_s
                                  << u"correlations"_s;
    QTest::newRow("the answer sheet")
        << u"prescriberId,stationNumber,triageTeamId,alsoAcceptable,kind,ambiguous"_s << QString();
    QTest::newRow("a column twice") << u"triageTeamId,name,stationNumber,Name"_s << QString();
    QTest::newRow("something else") << u"file,source"_s << QString();
}

void TestCsv::findsTheKindFromTheHeader()
{
    QFETCH(QString, header);
    QFETCH(QString, kind);
    const auto records = CsvRecords::fromHeader(header.split(u','));
    QCOMPARE(records.has_value(), !kind.isEmpty());
    if (records)
        QCOMPARE(toString(records->kind()), kind);
    else
        QVERIFY(records.error().text.endsWith(u'.'));
}

void TestCsv::readsAPrescriber()
{
    const auto records = CsvRecords::fromHeader(
        u"stationNumber;prescriberId;providerFirstName;providerLastName;dataSourceSystem;specialty"_s.split(
            u';'));
    QVERIFY(records);
    const auto record =
        records->read({u"vha_589gr"_s, u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"vista"_s, u"null"_s});
    QVERIFY(record);
    Prescriber expected;
    expected.station = StationNumber(u"589GR");
    expected.extractId = u"P1"_s;
    expected.name = {u"CHIDI"_s, u"OKAFOR"_s, {}};
    QCOMPARE(std::get<Prescriber>(*record), expected);
}

void TestCsv::readsACareTeam()
{
    const auto records = CsvRecords::fromHeader(
        u"triageTeamId,name,stationNumber,blockedStatus,ohTriageGroup,leadProviderName"_s.split(u','));
    QVERIFY(records);
    const auto record =
        records->read({u"77"_s, u"PACT, Blue"_s, u"589"_s, u"Y"_s, u"yes"_s, u"Okafor, Chidi"_s});
    QVERIFY(record);
    CareTeam expected;
    expected.triageTeamId.value = 77;
    expected.name = u"PACT, Blue"_s;
    expected.station = StationNumber(u"589");
    expected.blocked = true;
    expected.ehr = EhrSystem::OracleHealth;
    expected.leadProviderName = u"Okafor, Chidi"_s;
    QCOMPARE(std::get<CareTeam>(*record), expected);
}

void TestCsv::readsACorrelation()
{
    const auto records =
        CsvRecords::fromHeader(u"prescriberId,stationNumber,triageTeamId,probability,status"_s.split(u','));
    QVERIFY(records);
    const auto record = records->read({u"P1"_s, u"589"_s, u"77"_s, u"0.97"_s, u"auto"_s});
    QVERIFY(record);
    QCOMPARE(std::get<ImportedCorrelation>(*record),
             (ImportedCorrelation{u"P1"_s, StationNumber(u"589"), TriageTeamId{77}, 0.97, u"auto"_s}));
    const auto none = records->read({u"P2"_s, u"589"_s, QString(), QString(), u"none"_s});
    QVERIFY(none);
    QVERIFY(!std::get<ImportedCorrelation>(*none).careTeam.isValid());
}

void TestCsv::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("reason");
    const QString correlations = u"prescriberId,stationNumber,triageTeamId,probability,status"_s;
    const QString teams = u"triageTeamId,name,stationNumber"_s;
    const QString prescribers = u"providerLastName,stationNumber,dataSourceSystem"_s;
    QTest::newRow("no station") << teams << u"7,Blue,"_s << u"column stationNumber is empty"_s;
    QTest::newRow("a bad station")
        << teams << u"7,Blue,Boston"_s
        << u"column stationNumber: \"BOSTON\" is not a station number like 589 or 589GR"_s;
    QTest::newRow("a bad team") << teams << u"x7,Blue,589"_s
                                << u"column triageTeamId: \"x7\" is not a positive number"_s;
    QTest::newRow("too many fields") << teams << u"7,Blue,589,1"_s
                                     << u"the row has 4 fields, the header row 3"_s;
    QTest::newRow("a row that was cut off")
        << teams + u",blockedStatus"_s << u"7,Blue,589"_s << u"the row has 3 fields, the header row 4"_s;
    QTest::newRow("neither true nor false") << teams + u",blockedStatus"_s << u"7,Blue,589,maybe"_s
                                            << u"column blockedStatus: \"maybe\" is neither true nor false"_s;
    QTest::newRow("no name") << prescribers << u",589,VISTA"_s << u"the prescriber has no name"_s;
    QTest::newRow("an unknown record system")
        << prescribers << u"X,589,EPIC"_s
        << u"column dataSourceSystem: \"EPIC\" is neither VISTA nor ORACLE_HEALTH"_s;
    QTest::newRow("an unknown status")
        << correlations << u"P1,589,7,0.5,maybe"_s
        << u"column status: \"maybe\" is none of auto, suggested, manual and none"_s;
    QTest::newRow("a probability over one") << correlations << u"P1,589,7,1.5,auto"_s
                                            << u"column probability: \"1.5\" is not a number from 0 to 1"_s;
    QTest::newRow("a link without a team")
        << correlations << u"P1,589,,0.5,auto"_s << u"column triageTeamId is empty"_s;
}

void TestCsv::saysWhatIsWrong()
{
    QFETCH(QString, header);
    QFETCH(QString, row);
    QFETCH(QString, reason);
    const auto records = CsvRecords::fromHeader(header.split(u','));
    QVERIFY(records);
    const auto record = records->read(row.split(u','));
    QVERIFY(!record);
    if (reason.contains(u"BOSTON"))
        QCOMPARE(record.error().text.toUpper(), reason.toUpper());
    else
        QCOMPARE(record.error().text, reason);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
