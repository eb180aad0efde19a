// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/crosswalk.h"
#include "models/correlation/poolproposals.h"
#include "models/exchange/crosswalkfile.h"
#include "tests/correlation/correlationworld.h"

#include <QTest>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {
constexpr TriageTeamId old{100};

CareTeam careTeam(qint64 id, const QString &name, EhrSystem ehr)
{
    CareTeam team;
    team.triageTeamId.value = id;
    team.name = name;
    team.station = StationNumber(u"552"_s);
    team.ehr = ehr;
    return team;
}

/// A station with the old team `name` and the pools 201, 202, ... of these names.
StationInput station(const QString &name, const QStringList &pools)
{
    StationInput input;
    input.parentStation = u"552"_s;
    input.careTeams.append(careTeam(old.value, name, EhrSystem::VistA));
    qint64 id = 200;
    for (const QString &pool : pools)
        input.careTeams.append(careTeam(++id, pool, EhrSystem::OracleHealth));
    return input;
}

/// Patients of the old team that are also in the pool, and others of the pool.
void addPatients(StationInput &input, quint32 pool, int shared, int others)
{
    for (int i = 0; i < shared + others; ++i) {
        if (i < shared)
            input.associated.append({input.patients, 0});
        input.associated.append({input.patients, pool});
        ++input.patients;
    }
}

PoolProposal propose(const StationInput &input, const QVector<CrosswalkPair> &crosswalk = {})
{
    return proposePools(input, projectLexicon(), {old}, crosswalk).constFirst();
}
} // namespace

/// Which pool is proposed for an old care team, and when none is; and which teams a crosswalk means.
class TestPoolProposals : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void crosswalkOutweighsNames();
    void crosswalkWithTwoPoolsIsATie();
    void patientsTellEqualNamesApart();
    void patientsThatAreEverywhereSayNothing();
    void everySetAddsUpToOne();
    void whatHoldsNoneIsSaid();
    void files_data();
    void files();
    void rowsFindTheirTeams_data();
    void rowsFindTheirTeams();
};

void TestPoolProposals::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("pools");
    QTest::addColumn<QString>("strength");
    QTest::addColumn<qint64>("first");
    const QStringList colours{
        u"VHA DAY Primary Care Green - Clinical"_s, u"VHA DAY Primary Care Blue - Clinical"_s,
        u"VHA DAY Primary Care Gold - Clinical"_s,  u"VHA DAY Mental Health BHIP - Clinical"_s,
        u"VHA DAY Cardiology - Clinical"_s,         u"VHA DAY Dermatology - Clinical"_s};
    QTest::newRow("a colour and the kind of care")
        << u"** DAYTON: Primary Care Green, Team %"_s << colours << u"likely"_s << qint64(201);
    QTest::newRow("the kind of care alone, which one pool gives")
        << u"DAYTON_CARDIOLOGY_CLINIC"_s << colours << u"likely"_s << qint64(205);
    QTest::newRow("the kind of care alone, which three give: a tie")
        << u"DAYTON PRIMARY CARE"_s << colours << u"undecided"_s << qint64(201);
    QTest::newRow("another colour than any")
        << u"PC TEAM ORANGE"_s << colours << u"undecided"_s << qint64(201);
    QTest::newRow("nothing in common") << u"TG-7410"_s << colours << u"undecided"_s << qint64(201);
    QTest::newRow("the same name, hidden from patients")
        << u"DAY CARDIOLOGY"_s
        << QStringList{u"*VHA DAY Cardiology"_s, u"VHA DAY Cardiology - Clinical"_s,
                       u"VHA DAY Eye - Clinical"_s, u"VHA DAY Pain - Clinical"_s,
                       u"VHA DAY Dental - Clinical"_s}
        << u"likely"_s << qint64(202);
    QTest::newRow("no pool is known")
        << u"DAYTON PRIMARY CARE"_s << QStringList() << u"undecided"_s << qint64(0);
}

void TestPoolProposals::names()
{
    QFETCH(QString, name);
    QFETCH(QStringList, pools);
    QFETCH(QString, strength);
    QFETCH(qint64, first);
    const PoolProposal proposal = propose(station(name, pools));
    QVERIFY(!proposal.why.isEmpty());
    const qint64 best = proposal.pools.isEmpty() ? 0 : proposal.pools.constFirst().careTeam.value;
    if (toString(proposal.strength) != strength || best != first) {
        for (const Candidate &pool : proposal.pools) {
            qInfo() << pool.careTeamName << pool.probability;
            for (const Evidence &piece : pool.evidence)
                qInfo() << "   " << piece.bits << piece.text;
        }
    }
    QCOMPARE(toString(proposal.strength), strength);
    QCOMPARE(best, first);
    QCOMPARE(proposal.proposed().isValid(), strength != u"undecided");
}

void TestPoolProposals::crosswalkOutweighsNames()
{
    const StationInput input =
        station(u"PC GREEN"_s, {u"VHA DAY Primary Care Green"_s, u"VHA DAY Primary Care Blue"_s});
    const PoolProposal proposal = propose(input, {{old, TriageTeamId{202}}});
    QCOMPARE(toString(proposal.strength), u"strong"_s);
    QCOMPARE(proposal.proposed().value, 202);
    QCOMPARE(proposal.why, u"The crosswalk names this pool."_s);
    QVERIFY(!propose(input, {{TriageTeamId{77}, TriageTeamId{202}}}).why.contains(u"crosswalk"_s));
}

void TestPoolProposals::crosswalkWithTwoPoolsIsATie()
{
    const PoolProposal proposal = propose(station(u"TG-7410"_s, {u"VHA DAY Alpha"_s, u"VHA DAY Beta"_s}),
                                          {{old, TriageTeamId{201}}, {old, TriageTeamId{202}}});
    QCOMPARE(toString(proposal.strength), u"undecided"_s);
    QCOMPARE(proposal.why, u"Two pools fit about as well: VHA DAY Alpha, and VHA DAY Beta."_s);
}

void TestPoolProposals::patientsTellEqualNamesApart()
{
    StationInput input =
        station(u"DAYTON PRIMARY CARE"_s, {u"VHA DAY Primary Care East"_s, u"VHA DAY Primary Care West"_s});
    QCOMPARE(toString(propose(input).strength), u"undecided"_s);
    // A second old team, so that there is a chance to be compared with.
    input.careTeams.prepend(careTeam(50, u"OTHER"_s, EhrSystem::VistA));
    for (quint32 patient = 0; patient < 80; ++patient) {
        input.associated.append({patient, patient < 40 ? 1U : 0U});
        input.associated.append({patient, patient < 38 ? 3U : 2U});
    }
    input.patients = 80;
    const PoolProposal proposal =
        proposePools(input, projectLexicon(), {old, TriageTeamId{50}}, {}).constFirst();
    QCOMPARE(toString(proposal.strength), u"strong"_s);
    QCOMPARE(proposal.proposed().value, 202);
    QCOMPARE(proposal.why, u"38 of 40 patients of the old team are in this pool; chance would bring 19."_s);
}

void TestPoolProposals::patientsThatAreEverywhereSayNothing()
{
    StationInput input = station(u"TG-1"_s, {u"VHA DAY Alpha"_s, u"VHA DAY Beta"_s});
    addPatients(input, 1, 40, 0);
    const PoolProposal proposal = propose(input);
    QCOMPARE(toString(proposal.strength), u"undecided"_s);
}

void TestPoolProposals::everySetAddsUpToOne()
{
    const PoolProposal proposal =
        propose(station(u"PC GREEN"_s, {u"VHA DAY Primary Care Green"_s, u"VHA DAY Cardiology"_s}));
    double sum = proposal.noneProbability;
    double before = 1;
    for (const Candidate &pool : proposal.pools) {
        sum += pool.probability;
        QVERIFY(pool.probability <= before);
        before = pool.probability;
    }
    QVERIFY(std::abs(sum - 1) < 1e-9);
}

void TestPoolProposals::whatHoldsNoneIsSaid()
{
    StationInput input = station(u"PC GREEN"_s, {u"VHA DAY Primary Care Green"_s});
    input.careTeams[1].blocked = true;
    QVERIFY(openPools(input).isEmpty());
    QCOMPARE(propose(input).why, u"No Oracle Health pool is known at this station yet."_s);
}

void TestPoolProposals::files_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("expected"); ///< "row old/name>pool/name problem"
    QTest::newRow("two columns, no header") << QByteArray("100,201\nPC Green,\"VHA, Green\"\n")
                                            << QStringList{u"1 100/>201/ "_s, u"2 PC Green/>VHA, Green/ "_s};
    QTest::newRow("header, semicolons, other columns")
        << QByteArray("Comment;Old team;New pool\r\nx;100;201\r\n") << QStringList{u"2 100/>201/ "_s};
    QTest::newRow("names beside numbers")
        << QByteArray(
               "vistaTriageGroupId,vistaTriageGroupName,ohTriageGroupId,ohTriageGroupName\n1,A,2,B\n,A,,B\n")
        << QStringList{u"2 1/A>2/B "_s, u"3 A/>B/ "_s};
    QTest::newRow("one side missing")
        << QByteArray("old,new\n100,\n,201\n")
        << QStringList{u"2 100/>/ The new pool is missing."_s, u"3 />201/ The old care team is missing."_s};
    QTest::newRow("VA.gov")
        << QByteArray(R"({"data":[{"id":"1","type":"ehr_crosswalk_entries","attributes":{)"
                      R"("vistaTriageGroupId":6723554,"vistaTriageGroupName":"SM668 PC BLUE",)"
                      R"("ohTriageGroupId":6238822,"ohTriageGroupName":"VHA SPO ALS - Clinical"}}]})")
        << QStringList{u"1 6723554/SM668 PC BLUE>6238822/VHA SPO ALS - Clinical "_s};
    QTest::newRow("upstream, with holes")
        << QByteArray(R"([{"vista_triage_group_id":111,"oh_triage_group_id":null,"extra":{}},{}])")
        << QStringList{u"1 111/>/ The new pool is missing."_s, u"2 />/ The old care team is missing."_s};
    QTest::newRow("a cell too many") << QByteArray("1,2\n1,2,3\n")
                                     << QStringList{
                                            u"1 1/>2/ "_s,
                                            u"2 1/>2/ The row has other cells than the first row; look for "
                                            "a quotation mark or a separator too many."_s};
    QTest::newRow("something else") << QByteArray("a,b,c\n1,2,3\n") << QStringList{u"no crosswalk"_s};
    QTest::newRow("broken JSON") << QByteArray("{\"data\": [") << QStringList{u"no crosswalk"_s};
    QTest::newRow("empty") << QByteArray() << QStringList{u"no crosswalk"_s};
}

void TestPoolProposals::files()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, expected);
    const auto rows = exchange::readCrosswalk(file);
    QStringList found;
    if (!rows)
        found.append(rows.error().text.contains(u"no crosswalk"_s) ? u"no crosswalk"_s : rows.error().text);
    for (const CrosswalkRow &row : rows.value_or(QVector<CrosswalkRow>())) {
        found.append(u"%1 %2/%3>%4/%5 %6"_s.arg(row.row).arg(row.oldTeam, row.oldName, row.pool, row.poolName,
                                                             row.problem));
    }
    QCOMPARE(found, expected);
}

void TestPoolProposals::rowsFindTheirTeams_data()
{
    QTest::addColumn<CrosswalkRow>("row");
    QTest::addColumn<QString>("expected"); ///< "old>pool" or the problem
    const auto add = [](const char *name, const CrosswalkRow &row, const QString &expected) {
        QTest::newRow(name) << row << expected;
    };
    add("numbers", {1, u"100"_s, {}, u"201"_s, {}, {}}, u"100>201"_s);
    add("names in other letters and symbols", {1, u"pc - green"_s, {}, u"vha day  (green)"_s, {}, {}},
        u"100>201"_s);
    add("a number of elsewhere, and the name", {1, u"9"_s, u"PC Green"_s, u"8"_s, u"VHA DAY Green"_s, {}},
        u"100>201"_s);
    add("the shown name", {1, u"Dayton | Primary care"_s, {}, u"201"_s, {}, {}}, u"100>201"_s);
    add("unknown team", {1, u"9"_s, {}, u"201"_s, {}, {}}, u"This station knows no such care team: 9."_s);
    add("a pool is no old team", {1, u"201"_s, {}, u"201"_s, {}, {}},
        u"This station knows no such care team: 201."_s);
    add("two of one name", {1, u"100"_s, {}, u"VHA DAY Twin"_s, {}, {}},
        u"2 care teams here are called VHA DAY Twin; give the number instead."_s);
    add("unreadable", {1, {}, {}, u"201"_s, {}, u"Missing."_s}, u"Missing."_s);
}

void TestPoolProposals::rowsFindTheirTeams()
{
    QFETCH(CrosswalkRow, row);
    QFETCH(QString, expected);
    StationInput input = station(u"**PC_GREEN"_s, {u"VHA DAY Green"_s, u"VHA DAY Twin"_s, u"VHA DAY TWIN"_s});
    input.careTeams[0].suggestedNameDisplay = u"Dayton | Primary Care"_s;
    const FittedCrosswalk fitted = fitCrosswalk({row, row}, input.careTeams);
    QStringList found;
    for (const CrosswalkPair &pair : fitted.pairs)
        found.append(u"%1>%2"_s.arg(pair.oldTeam.value).arg(pair.pool.value));
    for (const CrosswalkProblem &problem : fitted.problems)
        found.append(problem.text);
    QCOMPARE(found.constFirst(), expected);
    QCOMPARE(found.size(),
             fitted.problems.isEmpty() ? 1 : 2); // a pair is kept once, problems are told by row
}

QTEST_GUILESS_MAIN(TestPoolProposals)
#include "tst_poolproposals.moc"
