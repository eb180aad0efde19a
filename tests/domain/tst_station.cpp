// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/station.h"

#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

class StationTest : public QObject
{
    Q_OBJECT

private slots:
    void forms_data();
    void forms();
    void orderFollowsTheText();
    void recordSystems_data();
    void recordSystems();
};

void StationTest::forms_data()
{
    QTest::addColumn<QString>("delivered");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<QString>("division");
    QTest::addColumn<bool>("valid");
    QTest::newRow("three digits") << u"589"_s << u"589"_s << u"589"_s << QString() << true;
    QTest::newRow("division") << u"589GR"_s << u"589GR"_s << u"589"_s << u"GR"_s << true;
    QTest::newRow("division with a digit") << u"589A5"_s << u"589A5"_s << u"589"_s << u"A5"_s << true;
    QTest::newRow("lower case") << u"405ha"_s << u"405HA"_s << u"405"_s << u"HA"_s << true;
    QTest::newRow("facility id") << u"vha_405HA"_s << u"405HA"_s << u"405"_s << u"HA"_s << true;
    QTest::newRow("facility id in capitals") << u"VHA_668"_s << u"668"_s << u"668"_s << QString() << true;
    QTest::newRow("spaces around") << u" 979 "_s << u"979"_s << u"979"_s << QString() << true;
    QTest::newRow("three suffix letters") << u"612GHX"_s << u"612GHX"_s << u"612"_s << u"GHX"_s << true;
    QTest::newRow("empty") << QString() << QString() << QString() << QString() << false;
    QTest::newRow("two digits") << u"58"_s << u"58"_s << u"58"_s << QString() << false;
    QTest::newRow("letters first") << u"GR589"_s << u"GR589"_s << u"GR5"_s << u"89"_s << false;
    QTest::newRow("too long") << u"589GRXY"_s << u"589GRXY"_s << u"589"_s << u"GRXY"_s << false;
    QTest::newRow("a sign in it") << u"589-1"_s << u"589-1"_s << u"589"_s << u"-1"_s << false;
    QTest::newRow("digits of another script") << u"\u0665\u0668\u0669"_s << u"\u0665\u0668\u0669"_s
                                              << u"\u0665\u0668\u0669"_s << QString() << false;
    QTest::newRow("another facility kind")
        << u"tricare_556"_s << u"TRICARE_556"_s << u"TRI"_s << u"CARE_556"_s << false;
}

void StationTest::forms()
{
    QFETCH(const QString, delivered);
    QFETCH(const QString, text);
    QFETCH(const QString, parent);
    QFETCH(const QString, division);
    QFETCH(const bool, valid);
    const StationNumber station(delivered);
    QCOMPARE(station.text(), text);
    QCOMPARE(station.parent(), parent);
    QCOMPARE(station.division(), division);
    QCOMPARE(station.isValid(), valid);
    QCOMPARE(station.isEmpty(), text.isEmpty());
}

void StationTest::orderFollowsTheText()
{
    QVERIFY(StationNumber(u"589") < StationNumber(u"589A5"));
    QVERIFY(StationNumber(u"589A5") < StationNumber(u"590"));
    QVERIFY(StationNumber(u"589gr") == StationNumber(u"vha_589GR"));
    QVERIFY(StationNumber(u"589") != StationNumber(u"589GR"));
}

void StationTest::recordSystems_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("system"); // empty: none
    QTest::newRow("VistA") << u"VISTA"_s << u"VISTA"_s;
    QTest::newRow("mixed case") << u"VistA"_s << u"VISTA"_s;
    QTest::newRow("Oracle Health") << u"ORACLE_HEALTH"_s << u"ORACLE_HEALTH"_s;
    QTest::newRow("short") << u"OH"_s << u"ORACLE_HEALTH"_s;
    QTest::newRow("older name") << u"Cerner"_s << u"ORACLE_HEALTH"_s;
    QTest::newRow("shown") << u" Oracle Health "_s << u"ORACLE_HEALTH"_s;
    QTest::newRow("upstream's member") << u"oracle-health"_s << u"ORACLE_HEALTH"_s;
    QTest::newRow("something else") << u"EPIC"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void StationTest::recordSystems()
{
    QFETCH(const QString, word);
    QFETCH(const QString, system);
    const auto found = ehrSystemFromString(word);
    QCOMPARE(found ? toString(*found) : QString(), system);
}

QTEST_GUILESS_MAIN(StationTest)
#include "tst_station.moc"
