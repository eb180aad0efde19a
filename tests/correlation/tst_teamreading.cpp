// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/nametable.h"
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

/// How the names that are known from real messages are read at a station whose places nobody told.
struct Example
{
    const char *name;
    const char *people; ///< words of each mention, mentions divided by ";"
    const char *care;
};

constexpr Example examples[] = {
    {"** DETROIT: Primary Care, Lydon, John R. Md", "LYDON JOHN R", "primary"},
    {"** DETROIT: RECORD AMENDMENT ADMIN", "", "service"},
    {"DETROIT: Dermatology, Bishop, Walter, Md", "BISHOP WALTER", "specialty"},
    {"DETROIT: Audiology, Justice2", "JUSTICE", "service"},
    {"DETROIT: Pharmacy", "", "pharmacy"},
    {"GLEN_BURNIE_PRIMARY_CARE_SMITH_ALLEN", "GLEN BURNIE;SMITH ALLEN", "primary"},
    {"BALTIMORE_MENTAL_HEALTH_BAKER_JOSHUA", "BALTIMORE;BAKER JOSHUA", "mental"},
    {"Det MH: Green BHIP Team %", "DET", "mental"},
    {"**BAC/HEALTH COACH, OKAFOR, C", "BAC;OKAFOR C", "service"},
    {"Sag Blue Med Mgmt _PHARM", "SAG", "pharmacy"},
    {"Ask My HealtheVet Coordinator_MHV", "", "service"},
    {"INACTIVE 553 PACT DET 09 MEYER", "DET;MEYER", "primary"},
    {"553 CARDIO Tm B Castro, D", "CASTRO D", "specialty"},
    {"553 SURGERY RED 1 DR GOMEZ / DR RAMIREZ", "GOMEZ;RAMIREZ", "specialty"},
    {"DETROIT: Audiology, Justice, French, MD", "JUSTICE FRENCH", "service"},
    {"Justice2", "JUSTICE", "unknown"},
    {"** ATLANTA: Primary Care, Tran, John, Md", "ATLANTA;TRAN JOHN", "primary"},
    {"BALTIMORE_PAIN_CHRONIC_GROUP", "BALTIMORE", "specialty"},
    {"PROVIDENCE_PHARMACY", "PROVIDENCE", "pharmacy"},
    {"PROVIDENCE_PRIMARY_CARE_NYE_GEORGE", "PROVIDENCE;NYE GEORGE", "primary"},
    {"MY_HEALTHEVET_BALTIMORE_ASSISTANCE_TEAM", "BALTIMORE", "service"},
    {"###ABC_XYZ_TRIAGE_TEAM###", "ABC XYZ", "unknown"},
    {"###ABC_XYZ_TRIAGE_TEAM_PCMM_ASSOCIATION_747###", "ABC XYZ", "primary"},
    {"###PQR TRIAGE_TEAM 747###", "PQR", "unknown"},
    {"***TG 100_SLC4%", "", "unknown"},
    {"***TG 200_APPT_SLC4%", "", "service"},
    {"***MEDICATION_AWARENESS_100% @ MOH_DAYT29", "MOH", "pharmacy"},
    {"***Cardio-Clinic***", "", "specialty"},
    {"SLC4 PCMM", "", "primary"},
    {"CAMRY_PCMM RELATIONSHIP_05092022_SLC4", "CAMRY", "primary"},
    {"ALPHA_PCMM ASSOCIATION_DAYT29", "ALPHA", "primary"},
    {"ATIVAN_PCMM RELATIONSHIP_MAY 09 2022_DAYT29", "ATIVAN;MAY", "primary"},
    {"SM Clinician Redesign TG***01_SLC10", "", "unknown"},
    {"SM_CERNER_SLC10", "", "unknown"},
    {"OH TG GROUP 002", "", "unknown"},
    {"TRIAGE GROUP_UAT2929", "", "unknown"},
    {"TG-7410", "", "unknown"},
    {"WORKLOAD CAPTURE_SLC...", "", "service"},
    {"Record Amendment Admin", "", "service"},
    {"VHA 649 Release of Information (ROI)", "", "service"},
    {"Ohio Columbus Release of Information - Medical Records", "OHIO COLUMBUS", "service"},
    {"589GR Pharmacy Ask a pharmacist SLC10 JAMES, DON", "JAMES DON", "pharmacy"},
    {"Vets.gov Testing_DAYT29", "", "unknown"},
    {"Automation Triage", "", "unknown"},
    {"DESIGNATED WH PCMM_DAYT29", "", "specialty"},
    {"UAT_Reg_Mar19 ++ ", "MAR", "unknown"},
    {"REN PAC 03 WH", "REN", "specialty"},
    {"FHCC Audiology - Clinical", "", "service"},
    {"**BAC/HEALTH COACH, ROWE, T", "BAC;ROWE T", "service"},
    {"BAC/MHC PSI 1, ROWE, T%", "BAC;ROWE T", "mental"},
    {"Detroit Patient Advocates_ADMIN", "", "service"},
    {"VISN 10 HUB Psychotherapy%", "", "mental"},
    {"***ASK THE MY-HEALTHEVET COORDINATOR _MHV", "", "service"},
    {"Sag Purple Med MGMT_PHARM", "SAG", "pharmacy"},
    {"Gaylord Med Mgmt _PHARM", "GAYLORD", "pharmacy"},
    {"Clare Med Mgmt _PHARM", "CLARE", "pharmacy"},
    {"DET: Maternity Care Coordination _WVP", "DET", "specialty"},
    {"Sag Patient Advocate Questions $", "SAG", "service"},
    {"", "", "unknown"},
};

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
    for (const Example &example : examples) {
        QTest::newRow(example.name) << QString::fromUtf8(example.name) << QString::fromUtf8(example.people)
                                    << QString::fromUtf8(example.care);
    }
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
