// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/agreement.h"
#include "models/correlation/markedwords.h"

#include <QTest>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {
/// "[OKAFOR]" agrees, "~C~" agrees in part, "!left!" speaks against.
QString drawn(const MarkedText &text)
{
    QString result = text.text;
    for (auto it = text.spans.crbegin(); it != text.spans.crend(); ++it) {
        const bool agrees = it->agreement == Agreement::Agrees;
        const QString open = agrees ? u"["_s : it->agreement == Agreement::Partly ? u"~"_s : u"!"_s;
        const QString close = agrees ? u"]"_s : open;
        result.insert(it->start + it->length, close);
        result.insert(it->start, open);
    }
    return result;
}

Prescriber prescriber(const QString &last, const QString &first, QStringView station = u"552")
{
    Prescriber prescriber;
    prescriber.name = {first, last, {}};
    prescriber.station = StationNumber(station);
    return prescriber;
}

CareTeam careTeam(const QString &name, const QString &lead = {}, QStringView station = u"552")
{
    CareTeam team;
    team.name = name;
    team.leadProviderName = lead;
    team.station = StationNumber(station);
    return team;
}
} // namespace

/// Which words of two records are marked, and how.
class AgreementTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreMarked_data();
    void namesAreMarked();
    void wholeTextsOfOracleHealthAreMarked();
    void stations_data();
    void stations();
    void specialties_data();
    void specialties();
    void placesAreMarkedOnlyWhereTheyDiffer();
    void withoutATeamNothingIsMarked();
    void wordsKnowTheirPlaces_data();
    void wordsKnowTheirPlaces();
    void spansStayInOrderAndApart();
};

void AgreementTest::namesAreMarked_data()
{
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("lead");
    QTest::addColumn<QString>("expected"); ///< last | first | group name | lead
    const auto row = [](const char *what, const QString &last, const QString &first, const QString &group,
                        const QString &lead, const QString &expected) {
        QTest::newRow(what) << last << first << group << lead << expected;
    };
    row("an initial agrees in part", u"OKAFOR"_s, u"C"_s, u"**552_CARDIO_OKAFOR CHIDI_SLC4"_s,
        u"Okafor, Chidi"_s, u"[OKAFOR] | ~C~ | **552_CARDIO_[OKAFOR] ~CHIDI~_SLC4 | [Okafor], ~Chidi~"_s);
    row("the whole name agrees", u"OKAFOR"_s, u"CHIDI"_s, u"PACT Red OKAFOR, CHIDI"_s, {},
        u"[OKAFOR] | [CHIDI] | PACT Red [OKAFOR], [CHIDI] | "_s);
    row("another given name speaks against", u"OKAFOR"_s, u"CHIDI"_s, u"PACT OKAFOR"_s, u"Okafor, Ada"_s,
        u"[OKAFOR] | !CHIDI! | PACT [OKAFOR] | [Okafor], !Ada!"_s);
    row("one contradiction outweighs an agreement", u"OKAFOR"_s, u"CHIDI"_s, u"OKAFOR ADA"_s,
        u"Okafor, Chidi"_s, u"[OKAFOR] | !CHIDI! | [OKAFOR] !ADA! | [Okafor], [Chidi]"_s);
    row("another initial speaks against", u"SKINNER"_s, u"KEN"_s, u"Tm A Skinner, R/Carroll, H"_s, {},
        u"[SKINNER] | !KEN! | Tm A [Skinner], !R!/Carroll, H | "_s);
    row("a neighbour behind a slash is somebody else", u"SKINNER"_s, u"KEN"_s, u"Skinner/Ken"_s, {},
        u"[SKINNER] | KEN | [Skinner]/Ken | "_s);
    row("a short form agrees in part", u"TAYLOR"_s, u"ROBERT"_s, u"Blue team"_s, u"Taylor, Rob"_s,
        u"[TAYLOR] | ~ROBERT~ | Blue team | [Taylor], ~Rob~"_s);
    row("one half of a double name", u"GARCIA LOPEZ"_s, u"J"_s, u"PACT LOPEZ"_s, {},
        u"~GARCIA~ ~LOPEZ~ | J | PACT ~LOPEZ~ | "_s);
    row("a double name written together", u"DE LA CRUZ"_s, u"MARIA"_s, u"MH DELACRUZ,M"_s, {},
        u"[DE] [LA] [CRUZ] | ~MARIA~ | MH [DELACRUZ],~M~ | "_s);
    row("a double name written apart", u"O’BRIEN"_s, u"PAT"_s, u"OBRIEN PAT PC"_s, {},
        u"[O’BRIEN] | [PAT] | [OBRIEN] [PAT] PC | "_s);
    row("a colour is no name", u"GREEN"_s, u"MICHAEL"_s, u"Brook Creek | Mental Health | Green team"_s, {},
        u"GREEN | MICHAEL | Brook Creek | Mental Health | Green team | "_s);
    row("a colour with the given name may be one", u"BROWN"_s, u"ANN"_s, u"PC BROWN, ANN"_s, {},
        u"~BROWN~ | [ANN] | PC ~BROWN~, [ANN] | "_s);
    row("a lead who is called like a colour", u"BROWN"_s, u"ANN"_s, u"BROWN TEAM"_s, u"Brown, Ann"_s,
        u"[BROWN] | [ANN] | BROWN TEAM | [Brown], [Ann]"_s);
    row("credentials are no given name", u"LEE"_s, u"SUE"_s, u"LEE, M.D. PACT"_s, {},
        u"[LEE] | SUE | [LEE], M.D. PACT | "_s);
    row("glued digits are left out", u"JUSTICE"_s, u"AMY"_s, u"552PACT JUSTICE2 AMY"_s, {},
        u"[JUSTICE] | [AMY] | 552PACT [JUSTICE]2 [AMY] | "_s);
    row("another lead says nothing", u"OKAFOR"_s, u"C"_s, u"CLINIC B"_s, u"Whitaker, Ruth"_s,
        u"OKAFOR | C | CLINIC B | Whitaker, Ruth"_s);
    row("no name", {}, {}, u"PACT OKAFOR"_s, u"Okafor, C"_s, u" |  | PACT OKAFOR | Okafor, C"_s);
}

void AgreementTest::namesAreMarked()
{
    QFETCH(QString, last);
    QFETCH(QString, first);
    QFETCH(QString, group);
    QFETCH(QString, lead);
    QFETCH(QString, expected);
    const CareTeam team = careTeam(group, lead);
    const auto records = compareRecords(prescriber(last, first), &team);
    QCOMPARE(QStringList(
                 {drawn(records.last), drawn(records.first), drawn(records.groupName), drawn(records.lead)})
                 .join(u" | "),
             expected);
}

void AgreementTest::wholeTextsOfOracleHealthAreMarked()
{
    Prescriber person = prescriber({}, {});
    person.name.display = u"Sauer, Mark, PharmD"_s;
    person.ehr = EhrSystem::OracleHealth;
    const CareTeam team = careTeam(u"FHCC Sauer M"_s);
    const auto records = compareRecords(person, &team);
    QCOMPARE(drawn(records.display), u"[Sauer], ~Mark~, PharmD"_s);
    QVERIFY(records.otherSystem);
}

void AgreementTest::stations_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the parent agrees") << u"552"_s << u"552"_s << u"A"_s << u"[552] | [552] | A"_s;
    QTest::newRow("one has a division") << u"552GA"_s << u"552"_s << u"A"_s << u"[552]GA | [552] | A"_s;
    QTest::newRow("the same division") << u"552GA"_s << u"552GA"_s << u"A"_s << u"[552GA] | [552GA] | A"_s;
    QTest::newRow("another division") << u"552GA"_s << u"552GB"_s << u"A"_s << u"[552]!GA! | [552]!GB! | A"_s;
    QTest::newRow("another station") << u"552"_s << u"589"_s << u"A"_s << u"!552! | !589! | A"_s;
    QTest::newRow("the division in the team's name")
        << u"552GA"_s << u"552"_s << u"552GA PACT"_s << u"[552]GA | [552] | [552GA] PACT"_s;
    QTest::newRow("another division in the team's name")
        << u"552GA"_s << u"552"_s << u"552GB PACT"_s << u"[552]GA | [552] | !552GB! PACT"_s;
}

void AgreementTest::stations()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(QString, name);
    QFETCH(QString, expected);
    const CareTeam team = careTeam(name, {}, other);
    const auto records = compareRecords(prescriber(u"LEE"_s, u"SUE"_s, one), &team);
    QCOMPARE(drawn(records.station) + u" | "_s + drawn(records.teamStation) + u" | "_s +
                 drawn(records.groupName),
             expected);
}

void AgreementTest::specialties_data()
{
    QTest::addColumn<QString>("specialty");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("expected");
    QTest::newRow("equal") << u"Cardiology"_s << u"Cardiology"_s << u"[Cardiology] | [Cardiology]"_s;
    QTest::newRow("one stem") << u"Psychiatry"_s << u"Psychiatric care"_s
                              << u"[Psychiatry] | [Psychiatric care]"_s;
    QTest::newRow("one word of two") << u"Pain management"_s << u"Pain clinic"_s
                                     << u"~Pain~ management | ~Pain~ clinic"_s;
    QTest::newRow("different says nothing")
        << u"Cardiology"_s << u"Primary care"_s << u"Cardiology | Primary care"_s;
    QTest::newRow("general words say nothing")
        << u"Primary care"_s << u"Urgent care"_s << u"Primary care | Urgent care"_s;
    QTest::newRow("unknown") << QString() << u"Cardiology"_s << u" | Cardiology"_s;
}

void AgreementTest::specialties()
{
    QFETCH(QString, specialty);
    QFETCH(QString, type);
    QFETCH(QString, expected);
    Prescriber person = prescriber(u"LEE"_s, u"SUE"_s);
    person.specialty = specialty;
    CareTeam team = careTeam(u"A"_s);
    team.groupTypeDisplay = type;
    const auto records = compareRecords(person, &team);
    QCOMPARE(drawn(records.specialty) + u" | "_s + drawn(records.groupType), expected);
}

void AgreementTest::placesAreMarkedOnlyWhereTheyDiffer()
{
    Prescriber person = prescriber(u"LEE"_s, u"SUE"_s);
    person.divisionName = u"Springfield VA Clinic"_s;
    CareTeam team = careTeam(u"A"_s);
    team.locationName = u"Lima VA Clinic"_s;
    auto records = compareRecords(person, &team);
    QCOMPARE(drawn(records.division), u"!Springfield VA Clinic!"_s);
    QCOMPARE(drawn(records.location), u"!Lima VA Clinic!"_s);
    team.locationName = u"Springfield"_s;
    records = compareRecords(person, &team);
    QCOMPARE(drawn(records.division), u"Springfield VA Clinic"_s);
    QCOMPARE(drawn(records.location), u"Springfield"_s);
}

void AgreementTest::withoutATeamNothingIsMarked()
{
    const auto records = compareRecords(prescriber(u"LEE"_s, u"SUE"_s), nullptr);
    QCOMPARE(drawn(records.last), u"LEE"_s);
    QCOMPARE(drawn(records.station), u"552"_s);
    QVERIFY(records.groupName.text.isEmpty());
}

void AgreementTest::wordsKnowTheirPlaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"PACT Red"_s << u"PACT@0 RED@5"_s;
    QTest::newRow("underscores") << u"**A_OKAFOR"_s << u"A@2 OKAFOR@4"_s;
    QTest::newRow("credentials") << u"Lee, M.D."_s << u"LEE@0 MD@5"_s;
    QTest::newRow("a certified nurse") << u"Zavala FNP-C"_s << u"ZAVALA@0 FNPC@7"_s;
    QTest::newRow("accents and apostrophes") << u"Núñez O'Hara"_s << u"NUNEZ@0 OHARA@6"_s;
    QTest::newRow("a quote is no letter") << u"'A Team'"_s << u"A@1 TEAM@3"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("signs only") << u"** - /"_s << QString();
}

void AgreementTest::wordsKnowTheirPlaces()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QStringList words;
    for (const PlacedWord &word : placedWords(text))
        words += word.folded + u'@' + QString::number(word.start);
    QCOMPARE(words.join(u' '), expected);
}

void AgreementTest::spansStayInOrderAndApart()
{
    MarkedText text{u"one two three"_s, {}};
    addSpan(text, {8, 5, Agreement::Against});
    addSpan(text, {0, 3, Agreement::Agrees});
    addSpan(text, {2, 4, Agreement::Partly}); // lies over the one before
    addSpan(text, {4, 0, Agreement::Partly});
    QCOMPARE(drawn(text), u"[one] two !three!"_s);
}

QTEST_GUILESS_MAIN(AgreementTest)
#include "tst_agreement.moc"
