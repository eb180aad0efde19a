// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stations, care teams and prescribers of a region: every habit and every oddity occurs.
#include "app/operations/simulatetables.h"
#include "models/simulation/regionbuilder.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <functional>

using namespace renewal;
using namespace renewal::simulation;
using namespace Qt::StringLiterals;

namespace {
using TeamTest = std::function<bool(const SimulatedTeam &)>;
using PrescriberTest = std::function<bool(const SimulatedPrescriber &)>;

bool hasTrap(const SimulatedPrescriber &prescriber, const QString &trap)
{
    return prescriber.truth.traps.contains(trap);
}
} // namespace

Q_DECLARE_METATYPE(TeamTest)
Q_DECLARE_METATYPE(PrescriberTest)

class TestSimulatedStaff final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void shareOfNamelessTeams_data();
    void shareOfNamelessTeams();
    void sizesFollowTheOptions_data();
    void sizesFollowTheOptions();
    void otherHabitsAreWritten_data();
    void otherHabitsAreWritten();
    void bothFamiliesTakeTurns();
    void teamsShowEveryHabit_data();
    void teamsShowEveryHabit();
    void prescribersShowEveryOddity_data();
    void prescribersShowEveryOddity();
    void surnamesCollideWithinAStation();
    void teamIdsAreUnique();

private:
    Tables m_tables;
    Region m_region;
    Options m_options;
};

void TestSimulatedStaff::initTestCase()
{
    auto tables = operations::loadSimulationTables();
    QVERIFY2(tables, "the word lists must be in the program");
    m_tables = *tables;
    m_region = buildRegion(m_tables, m_options);
}

void TestSimulatedStaff::shareOfNamelessTeams_data()
{
    QTest::addColumn<Options>("options");
    QTest::newRow("the default") << Options{};
    QTest::newRow("the demo") << demoOptions();
    QTest::newRow("one station") << Options{.seed = 5, .stations = 1, .patients = 4'000};
    QTest::newRow("forty stations") << Options{.seed = 9, .stations = 40, .patients = 300'000};
}

void TestSimulatedStaff::shareOfNamelessTeams()
{
    QFETCH(Options, options);
    const Region region = buildRegion(m_tables, options);
    QCOMPARE(region.stations.size(), options.stations);
    qsizetype nameless = 0;
    for (const SimulatedTeam &team : region.teams) {
        nameless += team.named.isEmpty() && team.careTeam.leadProviderName.isEmpty() ? 1 : 0;
        for (const Person &person : team.named) {
            const QString family = person.family.section(u'-', 0, 0);
            QVERIFY2(team.careTeam.name.contains(family, Qt::CaseInsensitive),
                     qPrintable(team.careTeam.name));
        }
    }
    const qsizetype share = nameless * 100 / region.teams.size();
    QVERIFY2(share >= 35 && share <= 50, qPrintable(QString::number(share)));
}

void TestSimulatedStaff::sizesFollowTheOptions_data()
{
    QTest::addColumn<Options>("options");
    QTest::newRow("from the patients") << Options{.stations = 40, .patients = 300'000};
    QTest::newRow("many of both") << Options{
        .stations = 10, .patients = 20'000, .careTeams = 1'500, .prescribers = 4'600};
    QTest::newRow("few prescribers") << Options{
        .stations = 10, .patients = 20'000, .careTeams = 1'500, .prescribers = 2'500};
}

void TestSimulatedStaff::sizesFollowTheOptions()
{
    QFETCH(Options, options);
    const Region region = buildRegion(m_tables, options);
    const auto nearly = [](qsizetype count, int wanted) {
        return count * 100 > qsizetype(wanted) * 93 && count * 100 < qsizetype(wanted) * 107;
    };
    QVERIFY2(nearly(region.teams.size(), options.careTeamCount()),
             qPrintable(QString::number(region.teams.size())));
    QVERIFY2(nearly(region.prescribers.size(), options.prescriberCount()),
             qPrintable(QString::number(region.prescribers.size())));
    // Stations differ.
    const auto [least, most] = std::minmax_element(
        region.stations.cbegin(), region.stations.cend(),
        [](const auto &one, const auto &other) { return one.primaryCare.size() < other.primaryCare.size(); });
    QVERIFY(most->primaryCare.size() > 2 * least->primaryCare.size());
}

void TestSimulatedStaff::otherHabitsAreWritten_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("LAST FIRST MD - CARE - PLACE")
        << u"^[A-Z-]+ [A-Z ]+ (MD|NP|DO|PA-C) - [A-Z /'’]+ - [A-Z ]+$"_s;
    QTest::newRow("Dr. Last's PACT @ Place") << u"^Dr\\. [\\w-]+['’]s PACT @ \\w+"_s;
    QTest::newRow("PlaceCareLastFirst") << u"^([A-Z][a-z]+)+PrimaryCare[A-Z]\\w+$"_s;
    QTest::newRow("PLACE.CARE.LAST.FIRST") << u"^[A-Z]{3,4}\\.PC\\.[A-Z-]+\\.[A-Z]+$"_s;
    QTest::newRow("Place PACT [Last, First, M.D.] (552)") << u"\\[[\\w-]+, .+, M\\.D\\.\\] \\(\\d{3}"_s;
    QTest::newRow("552PC03LAST") << u"^\\d{3}([A-Z]{2})?PC\\d\\d[A-Z]{2}"_s;
    QTest::newRow("TEAM#3 EFF 03-2024 (LAST)") << u"TEAM#\\d+ EFF \\d\\d-20\\d\\d \\([A-Z]"_s;
    QTest::newRow("DET-PC-03 Last J Pool") << u"^[A-Z]+-PC-\\d+ [\\w -]+ Pool$"_s;
}

void TestSimulatedStaff::otherHabitsAreWritten()
{
    QFETCH(QString, pattern);
    const QRegularExpression expression(pattern);
    const auto writes = [&](NamingFamily family) {
        const Region region =
            buildRegion(m_tables, Options{.stations = 12, .patients = 60'000, .naming = family});
        return std::any_of(region.teams.cbegin(), region.teams.cend(), [&](const SimulatedTeam &team) {
            return expression.match(team.careTeam.name).hasMatch();
        });
    };
    QVERIFY(writes(NamingFamily::Other));
    QVERIFY(!writes(NamingFamily::Usual));
}

void TestSimulatedStaff::bothFamiliesTakeTurns()
{
    const Region region = buildRegion(m_tables, Options{.stations = 12, .naming = NamingFamily::Both});
    for (qsizetype i = 0; i < region.stations.size(); ++i)
        QCOMPARE(region.stations.at(i).habit >= NamingHabit::NameFirst, i % 2 == 1);
}

void TestSimulatedStaff::teamsShowEveryHabit_data()
{
    QTest::addColumn<TeamTest>("shows");
    const auto nameHas = [](const QString &pattern) {
        return TeamTest([expression = QRegularExpression(pattern)](const SimulatedTeam &team) {
            return expression.match(team.careTeam.name).hasMatch();
        });
    };
    const auto oddity = [](const QString &word) {
        return TeamTest([word](const SimulatedTeam &team) { return team.oddity == word; });
    };
    QTest::newRow("** place: care, Last, First M. Md")
        << nameHas(u"^\\*\\* [A-Z ]+: Primary Care, \\w+.*, \\w+"_s);
    QTest::newRow("PLACE_CARE_SURNAME_GIVEN") << nameHas(u"^[A-Z_]+_PRIMARY_CARE_[A-Z-]+_[A-Z]+$"_s);
    QTest::newRow("team colours") << nameHas(u"^[A-Z][a-z]+ PC: (Green|Blue|Gold|Red)"_s);
    QTest::newRow("% for mental health") << nameHas(u"%$"_s);
    QTest::newRow("**PLACE/PACT n, LAST") << nameHas(u"^\\*\\*[A-Z]+/PACT \\d"_s);
    QTest::newRow("care, station number, team letter") << nameHas(u"^PRIM CARE \\d{3}\\w* Tm [A-Z]"_s);
    QTest::newRow("parentheses") << nameHas(u"Firm [A-Z]\\d+ \\(.+\\)"_s);
    QTest::newRow("dashes") << nameHas(u"^[A-Z]{3,4}-(PC|MH|[A-Z]+)-"_s);
    QTest::newRow("TG_PCMM_LAST, FIRST") << nameHas(u"^TG_PCMM_[A-Z-]+"_s);
    QTest::newRow("location | care | team") << nameHas(u"^[\\w ]+ \\| [\\w ]+ \\| \\w+ team"_s);
    QTest::newRow("Oracle Health pool for Veterans") << nameHas(u" - Clinical$"_s);
    QTest::newRow("FHCC. pool of the Department of Defense") << nameHas(u"^FHCC\\. "_s);
    QTest::newRow("digit glued to a surname") << nameHas(u"[a-zA-Z]2($| |/|\\))"_s);
    QTest::newRow("trailing space") << nameHas(u" $"_s);
    QTest::newRow("two people in one name") << oddity(u"several"_s);
    QTest::newRow("nickname in the name") << oddity(u"nickname"_s);
    QTest::newRow("typo in the name") << oddity(u"typo"_s);
    QTest::newRow("named after a nurse") << oddity(u"staff"_s);
    QTest::newRow("named after who left") << oddity(u"former_lead"_s);
    QTest::newRow("same name twice, one blocked") << oddity(u"blocked_twin"_s);
    QTest::newRow("inactive") << oddity(u"inactive"_s);
    QTest::newRow("retired but open") << TeamTest([](const SimulatedTeam &t) {
        return t.oddity == "retired"_L1 && !t.careTeam.blocked && t.careTeam.name.startsWith("zz"_L1);
    });
    QTest::newRow("named after who works elsewhere by now") << oddity(u"moved_lead"_s);
    QTest::newRow("blocked") << TeamTest([](const SimulatedTeam &t) { return t.careTeam.blocked; });
    QTest::newRow("migrating") << TeamTest([](const SimulatedTeam &t) { return t.careTeam.migratingToOh; });
    QTest::newRow("signature required")
        << TeamTest([](const SimulatedTeam &t) { return t.careTeam.signatureRequired; });
    QTest::newRow("division in the station")
        << TeamTest([](const SimulatedTeam &t) { return !t.careTeam.station.division().isEmpty(); });
    QTest::newRow("clinic filed under its parent") << TeamTest(
        [](const SimulatedTeam &t) { return t.place > 0 && t.careTeam.station.division().isEmpty(); });
    QTest::newRow("shared by several prescribers")
        << TeamTest([](const SimulatedTeam &t) { return t.prescribers.size() > 2; });
    QTest::newRow("lead only in its own field") << TeamTest(
        [](const SimulatedTeam &t) { return t.named.isEmpty() && !t.careTeam.leadProviderName.isEmpty(); });
    QTest::newRow("suggested name") << TeamTest(
        [](const SimulatedTeam &t) { return !t.careTeam.suggestedNameDisplay.isEmpty(); });
    QTest::newRow("all fields null") << TeamTest([](const SimulatedTeam &t) {
        return t.careTeam.groupType.isEmpty() && t.careTeam.locationName.isEmpty();
    });
}

void TestSimulatedStaff::teamsShowEveryHabit()
{
    QFETCH(TeamTest, shows);
    // Two seeds: a region of five stations has eight of the ten habits as main ones or more, not all names.
    QVector<SimulatedTeam> teams = m_region.teams;
    teams += buildRegion(m_tables, Options{.seed = 2}).teams;
    QVERIFY(std::any_of(teams.cbegin(), teams.cend(), shows));
}

void TestSimulatedStaff::prescribersShowEveryOddity_data()
{
    QTest::addColumn<PrescriberTest>("shows");
    for (const char *kind : {"pact_lead", "pact_assoc", "resident", "mh", "spec", "pharmd", "pharmd_pact",
                             "departed", "second_station", "moved_in", "community", "nogroup", "float"}) {
        QTest::newRow(kind) << PrescriberTest(
            [word = QString::fromLatin1(kind)](const SimulatedPrescriber &p) {
                return p.truth.kind == word;
            });
    }
    for (const char *trap : {"nickname",
                             "extract_nickname",
                             "team_typo",
                             "extract_typo",
                             "hyphen_part",
                             "hyphen_joined",
                             "suffix",
                             "swapped",
                             "credential_in_name",
                             "mark",
                             "whole_in_last",
                             "named_after_staff",
                             "glued_digit",
                             "homonym",
                             "merged_identity",
                             "internal_move",
                             "community_unmarked",
                             "surname_collision",
                             "multi",
                             "stale_name",
                             "mover_name_left",
                             "rural_cc",
                             "ex_va"}) {
        QTest::newRow(trap) << PrescriberTest(
            [word = QString::fromLatin1(trap)](const SimulatedPrescriber &p) { return hasTrap(p, word); });
    }
    QTest::newRow("hyphenated surname") << PrescriberTest([](const SimulatedPrescriber &p) {
        return p.prescriber.name.last.contains(u'-') || p.prescriber.name.display.contains(u'-');
    });
    QTest::newRow("middle initial") << PrescriberTest([](const SimulatedPrescriber &p) {
        return QRegularExpression(u"^[A-Z]+ [A-Z]$"_s).match(p.prescriber.name.first).hasMatch();
    });
    QTest::newRow("Oracle Health display with credential") << PrescriberTest(
        [](const SimulatedPrescriber &p) { return p.prescriber.name.display.endsWith(", MD"_L1); });
    QTest::newRow("npi") << PrescriberTest(
        [](const SimulatedPrescriber &p) { return p.prescriber.npi.size() == 10; });
    QTest::newRow("Oracle Health without npi") << PrescriberTest([](const SimulatedPrescriber &p) {
        return p.prescriber.ehr == EhrSystem::OracleHealth && p.prescriber.npi.isEmpty();
    });
    QTest::newRow("mixed case") << PrescriberTest([](const SimulatedPrescriber &p) {
        return !p.prescriber.name.last.isEmpty() &&
               p.prescriber.name.last != p.prescriber.name.last.toUpper();
    });
    QTest::newRow("division") << PrescriberTest(
        [](const SimulatedPrescriber &p) { return p.prescriber.station.division().size() == 2; });
    QTest::newRow("several acceptable teams")
        << PrescriberTest([](const SimulatedPrescriber &p) { return p.truth.alsoAcceptable.size() > 1; });
}

void TestSimulatedStaff::prescribersShowEveryOddity()
{
    QFETCH(PrescriberTest, shows);
    // A larger region as well: some are rare.
    QVector<SimulatedPrescriber> prescribers = m_region.prescribers;
    prescribers += buildRegion(m_tables, Options{.seed = 2, .patients = 100'000}).prescribers;
    QVERIFY(std::any_of(prescribers.cbegin(), prescribers.cend(), shows));
}

void TestSimulatedStaff::surnamesCollideWithinAStation()
{
    // Two people of one key are the homonyms, and only they.
    QHash<QString, int> keys;
    for (const SimulatedPrescriber &p : m_region.prescribers) {
        const PrescriberKey key = p.prescriber.key();
        ++keys[toString(key.ehr) + key.parentStation + key.nameKey];
    }
    for (const SimulatedPrescriber &p : m_region.prescribers) {
        const PrescriberKey key = p.prescriber.key();
        const int count = keys.value(toString(key.ehr) + key.parentStation + key.nameKey);
        QCOMPARE(count, hasTrap(p, u"homonym"_s) ? 2 : 1);
    }
}

void TestSimulatedStaff::teamIdsAreUnique()
{
    const Region region = buildRegion(m_tables, Options{.stations = 60, .patients = 600'000});
    QSet<qint64> teams;
    for (const SimulatedTeam &team : region.teams)
        teams.insert(team.careTeam.triageTeamId.value);
    QCOMPARE(teams.size(), region.teams.size());
    QSet<QString> prescribers;
    for (const SimulatedPrescriber &prescriber : region.prescribers)
        prescribers.insert(prescriber.prescriber.extractId);
    QCOMPARE(prescribers.size(), region.prescribers.size());
}

QTEST_GUILESS_MAIN(TestSimulatedStaff)
#include "tst_simulatedstaff.moc"
