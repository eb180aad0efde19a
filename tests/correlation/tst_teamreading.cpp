// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/namefit.h"
#include "models/correlation/teamreading.h"
#include "tests/correlation/correlationworld.h"

#include <QTest>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

CareTeam teamNamed(const QString &name)
{
    CareTeam team;
    team.name = name;
    team.station = StationNumber(u"553"_s);
    return team;
}

Prescriber called(const QString &last, const QString &first)
{
    Prescriber prescriber;
    prescriber.station = StationNumber(u"553"_s);
    prescriber.name = {first, last, {}};
    prescriber.facilityName = u"Detroit VA Medical Center"_s;
    return prescriber;
}

QString kindName(CareKind kind)
{
    static const QStringList names{u"unknown"_s,  u"primary"_s, u"mental"_s, u"specialty"_s,
                                   u"pharmacy"_s, u"service"_s, u"never"_s};
    return names.at(int(kind));
}

} // namespace

class TestTeamReading : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void typesWin();
    void compares_data();
    void compares();
    void rivalsAreCounted();
    void oneLetterOff_data();
    void oneLetterOff();
    void brokenListIsTold();

private:
    Lexicon m_lexicon = projectLexicon();
};

void TestTeamReading::reads_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("people"); // words of each mention, mentions divided by ";"
    QTest::addColumn<QString>("care");
    const auto row = [](const char *name, const char *people, const char *care) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(people)
                            << QString::fromUtf8(care);
    };
    row("** DETROIT: Primary Care, Lydon, John R. Md", "LYDON JOHN R", "primary");
    row("** DETROIT: RECORD AMENDMENT ADMIN", "", "service");
    row("DETROIT: Dermatology, Bishop, Walter, Md", "BISHOP WALTER", "specialty");
    row("DETROIT: Audiology, Justice2", "JUSTICE", "service");
    row("DETROIT: Pharmacy", "", "pharmacy");
    row("GLEN_BURNIE_PRIMARY_CARE_SMITH_ALLEN", "GLEN BURNIE;SMITH ALLEN", "primary");
    row("BALTIMORE_MENTAL_HEALTH_BAKER_JOSHUA", "BALTIMORE;BAKER JOSHUA", "mental");
    row("Det MH: Green BHIP Team %", "DET", "mental");
    row("**BAC/HEALTH COACH, OKAFOR, C", "BAC;OKAFOR C", "service");
    row("Sag Blue Med Mgmt _PHARM", "SAG", "pharmacy");
    row("Ask My HealtheVet Coordinator_MHV", "", "service");
    row("INACTIVE 553 PACT DET 09 MEYER", "DET;MEYER", "primary");
    row("553 CARDIO Tm B Castro, D", "CASTRO D", "specialty");
    row("553 SURGERY RED 1 DR GOMEZ / DR RAMIREZ", "GOMEZ;RAMIREZ", "specialty");
    row("", "", "unknown");
}

void TestTeamReading::reads()
{
    QFETCH(QString, name);
    QFETCH(QString, people);
    QFETCH(QString, care);
    StationInput station;
    station.parentStation = u"553"_s;
    station.prescribers = {called(u"LYDON"_s, u"JOHN R"_s), called(u"OKAFOR"_s, u"CHIDI"_s)};
    const CareTeam team = teamNamed(name);
    station.careTeams = {team};
    const TeamReading reading = TeamReader(station, m_lexicon).read(team);
    QStringList mentions;
    for (const PersonMention &mention : reading.people)
        mentions.append(mention.words.join(u' '));
    QCOMPARE(mentions.join(u';'), people);
    QCOMPARE(kindName(reading.care.kind), care);
    QCOMPARE(reading.retired, name.startsWith("INACTIVE"_L1));
    qsizetype end = 0;
    for (const ReadWord &word : reading.words) {
        QVERIFY(word.start >= end);
        QVERIFY(word.certainty > 0 && word.certainty <= 1);
        end = word.start + word.length;
        QVERIFY(end <= name.size());
    }
}

void TestTeamReading::typesWin()
{
    StationInput station;
    station.parentStation = u"553"_s;
    CareTeam team = teamNamed(u"BLUE TEAM"_s);
    team.groupType = u"SPECIALTY_CARE"_s;
    team.subGroupType = u"CARDIOLOGY"_s;
    station.careTeams = {team};
    const TeamReading reading = TeamReader(station, m_lexicon).read(team);
    QCOMPARE(kindName(reading.care.kind), u"specialty"_s);
    QCOMPARE(reading.care.specialty, u"CARDIOLOGY"_s);
}

void TestTeamReading::compares_data()
{
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("level");
    const auto row = [](const char *name, const QString &last, const QString &first, const QString &words,
                        NameLevel level) {
        QTest::newRow(name) << last << first << words.split(u' ') << int(level);
    };
    row("surname and given", u"BAKER"_s, u"JOSHUA"_s, u"BAKER JOSHUA"_s, NameLevel::Given);
    row("given first", u"BAKER"_s, u"JOSHUA"_s, u"JOSHUA BAKER"_s, NameLevel::Given);
    row("nickname", u"BAKER"_s, u"WILLIAM"_s, u"BAKER BILL"_s, NameLevel::Given);
    row("middle name", u"BAKER"_s, u"ANN MARIE"_s, u"BAKER MARIE"_s, NameLevel::Given);
    row("initial", u"BAKER"_s, u"JOSHUA"_s, u"J BAKER"_s, NameLevel::Initial);
    row("cut short", u"RAMIREZ"_s, u"LEONARDO"_s, u"RAMIREZ LEONA"_s, NameLevel::Initial);
    row("alone", u"BAKER"_s, u"JOSHUA"_s, u"BAKER"_s, NameLevel::Surname);
    row("another given name", u"BAKER"_s, u"JOSHUA"_s, u"BAKER LINDA"_s, NameLevel::Contradicts);
    row("another initial", u"BAKER"_s, u"JOSHUA"_s, u"BAKER L"_s, NameLevel::Contradicts);
    row("half of a double name", u"SMITH-EVINS"_s, u"ANNA"_s, u"EVINS"_s, NameLevel::Rough);
    row("half, and the given name", u"SMITH-EVINS"_s, u"ANNA"_s, u"EVINS ANNA"_s, NameLevel::RoughGiven);
    row("glued", u"GARCIADIAZ"_s, u"SILVIA"_s, u"GARCIA DIAZ SILVIA"_s, NameLevel::Given);
    row("a typing error", u"HOLLIS"_s, u"VERA"_s, u"HOLILS VERA"_s, NameLevel::RoughGiven);
    row("somebody else", u"BAKER"_s, u"JOSHUA"_s, u"LINDGREN JOSHUA"_s, NameLevel::Nobody);
}

void TestTeamReading::compares()
{
    QFETCH(QString, last);
    QFETCH(QString, first);
    QFETCH(QStringList, words);
    QFETCH(int, level);
    const PersonName person = personFromPrescriber({first, last, {}});
    QCOMPARE(int(compareName(person, {words, {}, false, false}, m_lexicon)), level);
    // A place or a colour alone is nobody's name.
    const NameLevel doubtful = compareName(person, {words, {}, false, true}, m_lexicon);
    QCOMPARE(int(doubtful), level >= int(NameLevel::Initial) ? level : int(NameLevel::Nobody));
}

void TestTeamReading::rivalsAreCounted()
{
    const QVector<PersonName> people{
        personFromPrescriber({u"JOHN"_s, u"SMITH"_s, {}}), personFromPrescriber({u"JANE"_s, u"SMITH"_s, {}}),
        personFromPrescriber({u"PAUL"_s, u"SMITH"_s, {}}), personFromPrescriber({u"ANNA"_s, u"BAKER"_s, {}})};
    TeamReading initial;
    initial.people = {{{u"SMITH"_s, u"J"_s}, {}, false, false}};
    TeamReading nobody;
    const NameTable table(people, {initial, nobody}, m_lexicon);
    QCOMPARE(table.fit(0, 0), (NameFit{NameLevel::Initial, 1, false}));
    QCOMPARE(table.fit(1, 0), (NameFit{NameLevel::Initial, 1, false}));
    // Whom the words fit less well, they do not mean.
    QCOMPARE(table.fit(2, 0), (NameFit{NameLevel::Colleague, 0, false}));
    QCOMPARE(table.fit(3, 0), (NameFit{NameLevel::Colleague, 0, false}));
    QCOMPARE(table.fit(0, 1), NameFit{});
}

void TestTeamReading::oneLetterOff_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("off");
    QTest::newRow("the same") << u"BAKER"_s << u"BAKER"_s << false;
    QTest::newRow("wrong") << u"BAKER"_s << u"BAXER"_s << true;
    QTest::newRow("missing") << u"BAKER"_s << u"BAER"_s << true;
    QTest::newRow("too many, at the end") << u"BAKER"_s << u"BAKERS"_s << true;
    QTest::newRow("changed places") << u"BAKER"_s << u"BAEKR"_s << true;
    QTest::newRow("two wrong") << u"BAKER"_s << u"BOXER"_s << false;
    QTest::newRow("empty") << QString() << u"AB"_s << false;
}

void TestTeamReading::oneLetterOff()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, off);
    QCOMPARE(isOneLetterOff(one, other), off);
    QCOMPARE(isOneLetterOff(other, one), off);
}

void TestTeamReading::brokenListIsTold()
{
    const auto lexicon = Lexicon::parse({"phrase,kind,specialty\nPACT,nonsense,\n", "a,b,c\n", "a,b\n"});
    QVERIFY(!lexicon);
    QVERIFY2(lexicon.error().text.contains(u"PACT,nonsense"_s), qPrintable(lexicon.error().text));
}

QTEST_APPLESS_MAIN(TestTeamReading)
#include "tst_teamreading.moc"
