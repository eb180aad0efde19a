// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/prescriber.h"

#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

/// One person is delivered in several forms; the key must not see the difference.
class PrescriberNameTest : public QObject
{
    Q_OBJECT

private slots:
    void formsAgree_data();
    void formsAgree();
    void peopleStayApart_data();
    void peopleStayApart();
    void shown_data();
    void shown();
    void keyOfPrescriber();
};

void PrescriberNameTest::formsAgree_data()
{
    QTest::addColumn<QString>("first"); // v1
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("whole"); // v2: whole text in the last name; FHIR: display
    QTest::addColumn<QString>("key");
    QTest::newRow("plain") << u"CHIDI"_s << u"OKAFOR"_s << u"Okafor, Chidi"_s << u"OKAFOR CHIDI"_s;
    QTest::newRow("middle name in the first name")
        << u"MARY ANN"_s << u"BELL"_s << u"BELL,MARY ANN"_s << u"BELL MARY ANN"_s;
    QTest::newRow("initial with a dot")
        << u"JOHN R."_s << u"LYDON"_s << u"Lydon, John R"_s << u"LYDON JOHN R"_s;
    QTest::newRow("hyphen") << u"ANNA"_s << u"SMITH-EVINS"_s << u"Smith Evins, Anna"_s
                            << u"SMITH EVINS ANNA"_s;
    QTest::newRow("straight and curly apostrophe")
        << u"TIM"_s << u"O'BRIEN"_s << u"O\u2019Brien, Tim"_s << u"OBRIEN TIM"_s;
    QTest::newRow("accents") << u"JOSE"_s << u"NUNEZ"_s << u"Núñez, José"_s << u"NUNEZ JOSE"_s;
    QTest::newRow("accents put together from parts")
        << u"JOSÉ"_s << u"PEÑA"_s << u"Pen\u0303a, Jose\u0301"_s << u"PENA JOSE"_s;
    QTest::newRow("spaces") << u" CHIDI "_s << u"  OKAFOR"_s << u"Okafor ,  Chidi"_s << u"OKAFOR CHIDI"_s;
    QTest::newRow("no-break space") << u"MARY\u00a0ANN"_s << u"BELL"_s << u"Bell, Mary Ann"_s
                                    << u"BELL MARY ANN"_s;
    QTest::newRow("dotted credential")
        << u"MARK, M.D."_s << u"SAUER"_s << u"Sauer, Mark, MD"_s << u"SAUER MARK MD"_s;
    QTest::newRow("generation with a dot")
        << u"DONALD JR."_s << u"JAMES"_s << u"James, Donald Jr"_s << u"JAMES DONALD JR"_s;
    QTest::newRow("surname alone") << QString() << u"POPOV"_s << u"Popov"_s << u"POPOV"_s;
    QTest::newRow("nothing behind the comma") << QString() << u"POPOV"_s << u"Popov, "_s << u"POPOV"_s;
    QTest::newRow("sharp s") << u"EVA"_s << u"WEISS"_s << u"Weiß, Eva"_s << u"WEISS EVA"_s;
    QTest::newRow("parenthesis without a space")
        << u"ANN(C)"_s << u"BELL"_s << u"Bell, Ann (C)"_s << u"BELL ANN C"_s;
    QTest::newRow("another script") << u"李"_s << u"王"_s << u"王, 李"_s << u"王 李"_s;
    QTest::newRow("letters beyond sixteen bits")
        << QString() << u"\U00020BB7"_s << u"\U00020BB7"_s << u"\U00020BB7"_s;
}

void PrescriberNameTest::formsAgree()
{
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    QFETCH(const QString, whole);
    QFETCH(const QString, key);
    const PrescriberName v1{first, last, {}};
    const PrescriberName v2{{}, whole, {}};
    const PrescriberName fhir{{}, {}, whole};
    QCOMPARE(v1.key(), key);
    QCOMPARE(v2.key(), key);
    QCOMPARE(fhir.key(), key);
}

void PrescriberNameTest::peopleStayApart_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("another given name") << u"Okafor, Chidi"_s << u"Okafor, Chika"_s;
    QTest::newRow("an initial more") << u"Bell, Ann"_s << u"Bell, Ann M"_s;
    QTest::newRow("father and son") << u"James, Donald Sr"_s << u"James, Donald Jr"_s;
    QTest::newRow("given and family swapped") << u"Thomas, Henry"_s << u"Henry, Thomas"_s;
    QTest::newRow("digits count") << u"Provider 1, Test"_s << u"Provider 2, Test"_s;
}

void PrescriberNameTest::peopleStayApart()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QVERIFY((PrescriberName{{}, {}, one}.key() != PrescriberName{{}, {}, other}.key()));
}

void PrescriberNameTest::shown_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("shown");
    QTest::newRow("all upper case") << u"CHIDI"_s << u"OKAFOR"_s << QString() << u"Okafor, Chidi"_s;
    QTest::newRow("double name") << u"ANNA B"_s << u"O'BRIEN-SMITH"_s << QString()
                                 << u"O'Brien-Smith, Anna B"_s;
    QTest::newRow("mixed case is kept") << u"Billy"_s << u"McGrath"_s << QString() << u"McGrath, Billy"_s;
    QTest::newRow("whole text") << QString() << u"SAUER, MARK"_s << QString() << u"Sauer, Mark"_s;
    QTest::newRow("display wins") << u"X"_s << u"Y"_s << u"Sauer, Mark, PharmD"_s << u"Sauer, Mark, PharmD"_s;
    QTest::newRow("spaces") << u" CHIDI  A "_s << u" OKAFOR "_s << QString() << u"Okafor, Chidi A"_s;
    QTest::newRow("given name alone") << u"CHIDI"_s << QString() << QString() << u"Chidi"_s;
    QTest::newRow("nothing") << QString() << QString() << QString() << QString();
}

void PrescriberNameTest::shown()
{
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    QFETCH(const QString, display);
    QFETCH(const QString, shown);
    const PrescriberName name{first, last, display};
    QCOMPARE(name.shown(), shown);
    QCOMPARE(name.isEmpty(), shown.isEmpty());
}

void PrescriberNameTest::keyOfPrescriber()
{
    Prescriber prescriber;
    prescriber.ehr = EhrSystem::OracleHealth;
    prescriber.station = StationNumber(u"589GR");
    prescriber.name.display = u"Okafor, Chidi"_s;
    QCOMPARE(prescriber.key(), (PrescriberKey{EhrSystem::OracleHealth, u"589"_s, u"OKAFOR CHIDI"_s}));
}

QTEST_GUILESS_MAIN(PrescriberNameTest)
#include "tst_prescribername.moc"
