// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/personname.h"

#include <QTest>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(renewal::correlation::GivenMatch)

/// Names as they are delivered, taken apart.
class PersonNameTest : public QObject
{
    Q_OBJECT

private slots:
    void prescribers_data();
    void prescribers();
    void texts_data();
    void texts();
    void surnameForms();
    void givenNames_data();
    void givenNames();
};

void PersonNameTest::prescribers_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("given");
    QTest::newRow("v1") << u"KATHERINE D"_s << u"POPOV"_s << u"POPOV"_s << u"KATHERINE D"_s;
    QTest::newRow("v2 whole text in the last name")
        << QString() << u"OKAFOR, CHIDI A"_s << u"OKAFOR"_s << u"CHIDI A"_s;
    QTest::newRow("generation in the last name") << u"RAMESH"_s << u"GILL JR"_s << u"GILL"_s << u"RAMESH"_s;
    QTest::newRow("generation in the first name")
        << u"David I Jr"_s << u"Heard"_s << u"HEARD"_s << u"DAVID I"_s;
    QTest::newRow("credential in the last name")
        << u"ANNA"_s << u"VOLKOV, APRN"_s << u"VOLKOV"_s << u"ANNA"_s;
    QTest::newRow("credential in the first name")
        << u"LETICIA J, MD"_s << u"SPURGIN"_s << u"SPURGIN"_s << u"LETICIA J"_s;
    QTest::newRow("transposed") << u"Patel"_s << u"Usha N"_s << u"PATEL"_s << u"USHA N"_s;
    QTest::newRow("parenthesis") << u"PETER"_s << u"LENNON (C)"_s << u"LENNON"_s << u"PETER"_s;
    QTest::newRow("stray marks") << u"EFREN MICHAEL"_s << u"BURNS *"_s << u"BURNS"_s << u"EFREN MICHAEL"_s;
    QTest::newRow("double surname") << u"CLAUDIA N"_s << u"CRUZ-MORALES"_s << u"CRUZ MORALES"_s
                                    << u"CLAUDIA N"_s;
    QTest::newRow("surname alone") << QString() << u"POPOV"_s << u"POPOV"_s << QString();
    QTest::newRow("a surname that is a credential too") << u"ANH"_s << u"DO"_s << u"DO"_s << u"ANH"_s;
    QTest::newRow("nothing") << QString() << QString() << QString() << QString();
    QTest::newRow("a credential is no name") << QString() << u", MD"_s << QString() << QString();
}

void PersonNameTest::prescribers()
{
    QFETCH(const QString, first);
    QFETCH(const QString, last);
    QFETCH(const QString, family);
    QFETCH(const QString, given);
    const PersonName person = personFromPrescriber({first, last, {}});
    QCOMPARE(person.family.join(u' '), family);
    QCOMPARE(person.given.join(u' '), given);
    QCOMPARE(person.isEmpty(), family.isEmpty());
}

void PersonNameTest::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("given");
    QTest::newRow("surname first") << u"Sauer, Mark, PharmD"_s << u"SAUER"_s << u"MARK"_s;
    QTest::newRow("credential behind the surname") << u"Smith MD, John A"_s << u"SMITH"_s << u"JOHN A"_s;
    QTest::newRow("given name first") << u"TOMMY M STEWART MD"_s << u"STEWART"_s << u"TOMMY M"_s;
    QTest::newRow("certified nurse practitioner") << u"Ola J Varghese FNP-C"_s << u"VARGHESE"_s << u"OLA J"_s;
    QTest::newRow("dotted credential") << u"Lydon, John R., M.D."_s << u"LYDON"_s << u"JOHN R"_s;
    QTest::newRow("generation") << u"James, Donald Sr"_s << u"JAMES"_s << u"DONALD"_s;
    QTest::newRow("title") << u"Dr. Anna Bell"_s << u"BELL"_s << u"ANNA"_s;
    QTest::newRow("a surname that is a credential too") << u"Do, Kim Lee"_s << u"DO"_s << u"KIM LEE"_s;
    QTest::newRow("one word") << u"Bishop"_s << u"BISHOP"_s << QString();
    QTest::newRow("straight apostrophe") << u"O'Brien, Tim"_s << u"OBRIEN"_s << u"TIM"_s;
    QTest::newRow("curly apostrophe") << u"O\u2019Brien, Tim"_s << u"OBRIEN"_s << u"TIM"_s;
    QTest::newRow("accents") << u"Núñez, José"_s << u"NUNEZ"_s << u"JOSE"_s;
}

void PersonNameTest::texts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, family);
    QFETCH(const QString, given);
    const PersonName person = personFromText(text);
    QCOMPARE(person.family.join(u' '), family);
    QCOMPARE(person.given.join(u' '), given);
}

void PersonNameTest::surnameForms()
{
    QCOMPARE(personFromText(u"Smith-Evins, Anna"_s).surnameForms(),
             QStringList({u"SMITHEVINS"_s, u"SMITH"_s, u"EVINS"_s}));
    QCOMPARE(personFromText(u"Mc Cormick, Ann"_s).surnameForms(),
             QStringList({u"MCCORMICK"_s, u"CORMICK"_s}));
    QCOMPARE(personFromText(u"De La Cruz, Ann"_s).surnameForms(), QStringList({u"DELACRUZ"_s, u"CRUZ"_s}));
    QCOMPARE(personFromText(u"Bell, Ann"_s).surnameForms(), QStringList({u"BELL"_s}));
}

void PersonNameTest::givenNames_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<GivenMatch>("match");
    QTest::newRow("equal") << u"ANNA"_s << u"ANNA"_s << GivenMatch::Same;
    QTest::newRow("short form") << u"KEVIN"_s << u"KEV"_s << GivenMatch::Beginning;
    QTest::newRow("one name begins another") << u"DANIEL"_s << u"DANIELLE"_s << GivenMatch::Beginning;
    QTest::newRow("three letters alike prove nothing") << u"MARTIN"_s << u"MARTHA"_s << GivenMatch::Different;
    QTest::newRow("initial") << u"ANNA"_s << u"A"_s << GivenMatch::SameInitial;
    QTest::newRow("other initial") << u"ANNA"_s << u"B"_s << GivenMatch::Different;
    QTest::newRow("other name") << u"ANNA"_s << u"BERTA"_s << GivenMatch::Different;
    QTest::newRow("two letters are no short form") << u"ANNA"_s << u"AN"_s << GivenMatch::Different;
    QTest::newRow("the middle name does not count") << u"ANNA MARIA"_s << u"ANNA B"_s << GivenMatch::Same;
    QTest::newRow("none") << u"ANNA"_s << QString() << GivenMatch::Unknown;
}

void PersonNameTest::givenNames()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const GivenMatch, match);
    const QStringList a = one.split(u' ', Qt::SkipEmptyParts);
    const QStringList b = other.split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(compareGiven(a, b), match);
    QCOMPARE(compareGiven(b, a), match);
}

QTEST_GUILESS_MAIN(PersonNameTest)
#include "tst_personname.moc"
