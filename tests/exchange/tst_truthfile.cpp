// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/truthfile.h"

#include <QTest>

using namespace renewal;
using namespace renewal::exchange;
using namespace Qt::StringLiterals;

/// The answer sheet of a simulated region.
class TestTruthFile : public QObject
{
    Q_OBJECT

private slots:
    void readsItsColumnsInAnyOrder();
    void saysWhatIsBroken_data();
    void saysWhatIsBroken();
};

void TestTruthFile::readsItsColumnsInAnyOrder()
{
    const auto rows =
        readTruth("kind,prescriberId,stationNumber,triageTeamId,alsoAcceptable,ambiguous,trap,patients\n"
                  "mh,P1,552GA,7001,7002;7003,0,nickname,12\n"
                  "community,P2,552,,,1,,\n");
    QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().text));
    QCOMPARE(rows->size(), 2);
    const TruthRow &first = rows->constFirst();
    QCOMPARE(first.prescriberId, u"P1"_s);
    QCOMPARE(first.station.parent(), u"552"_s);
    QCOMPARE(first.right, (QSet<qint64>{7001, 7002, 7003}));
    QCOMPARE(first.trap, u"nickname"_s);
    QCOMPARE(first.patients, 12);
    QVERIFY(!first.ambiguous);
    QVERIFY(rows->constLast().right.isEmpty());
    QVERIFY(rows->constLast().ambiguous);
    QCOMPARE(rows->constLast().patients, 1);
}

void TestTruthFile::saysWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("says");
    QTest::newRow("no column kind") << QByteArray("prescriberId,stationNumber,triageTeamId\nP1,552,1\n")
                                    << u"\"kind\""_s;
    QTest::newRow("team is a word") << QByteArray(
                                           "prescriberId,stationNumber,triageTeamId,kind\nP1,552,1,mh\n"
                                           "P2,552,none,mh\n")
                                    << u"Line 3"_s;
    QTest::newRow("no station") << QByteArray("prescriberId,stationNumber,triageTeamId,kind\nP1,,1,mh\n")
                                << u"Line 2"_s;
}

void TestTruthFile::saysWhatIsBroken()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, says);
    const auto rows = readTruth(csv);
    QVERIFY(!rows);
    QVERIFY2(rows.error().text.contains(says), qPrintable(rows.error().text));
}

QTEST_GUILESS_MAIN(TestTruthFile)
#include "tst_truthfile.moc"
