// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/matchedstation.h"
#include "tests/correlation/correlationworld.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

/// The made station, with one more prescriber of the name that the first team bears, and of some patients.
StationInput stationWithNamesakes(quint32 seed)
{
    StationInput station = madeStation(seed);
    Prescriber namesake = station.prescribers.constFirst();
    namesake.id.value = station.prescribers.constLast().id.value + 1;
    namesake.name.first = u"RILEY"_s;
    station.prescribers.append(namesake);
    const quint32 row = quint32(station.prescribers.size() - 1);
    const QVector<PatientTie> ties = station.prescribed;
    for (const PatientTie &tie : ties) {
        if (tie.row == 1 && tie.patient % 4 == 0)
            station.prescribed.append({tie.patient, row});
    }
    std::ranges::sort(station.prescribed);
    return station;
}

StaffDecision linkTo(quint32 prescriber, quint32 team)
{
    return {prescriber, team};
}

} // namespace

class TestMatchedStation : public QObject
{
    Q_OBJECT

private slots:
    void aNameThatStaffGaveIsNobodyElses();
    void whomStaffPutElsewhereIsNoRival();
    void aDecisionLeavesItsOwnEvidenceAlone();
    void hearingEqualsMatchingAnew_data();
    void hearingEqualsMatchingAnew();
    void withoutPatientsNamesDecide();

private:
    std::shared_ptr<const EvidenceEngine> m_engine =
        std::make_shared<EvidenceEngine>(projectLexicon(), shippedWeights());
    NameFit fitAfter(const QVector<StaffDecision> &decided, qsizetype prescriber) const;
};

NameFit TestMatchedStation::fitAfter(const QVector<StaffDecision> &decided, qsizetype prescriber) const
{
    StationInput station = stationWithNamesakes(1);
    station.decided = decided;
    return StationEvidence(station, m_engine->lexicon()).name(prescriber, 0);
}

void TestMatchedStation::aNameThatStaffGaveIsNobodyElses()
{
    const qsizetype namesake = stationWithNamesakes(1).prescribers.size() - 1;
    QCOMPARE(fitAfter({}, namesake), (NameFit{NameLevel::Surname, 1, false}));
    QCOMPARE(fitAfter({linkTo(0, 0)}, namesake), (NameFit{NameLevel::Colleague, 0, false}));
}

void TestMatchedStation::whomStaffPutElsewhereIsNoRival()
{
    const qsizetype namesake = stationWithNamesakes(1).prescribers.size() - 1;
    QCOMPARE(fitAfter({linkTo(0, 3)}, namesake), (NameFit{NameLevel::Surname, 0, false}));
    QCOMPARE(fitAfter({{0, {}}}, namesake), (NameFit{NameLevel::Surname, 0, false}));
}

void TestMatchedStation::aDecisionLeavesItsOwnEvidenceAlone()
{
    QCOMPARE(fitAfter({linkTo(0, 0)}, 0), (NameFit{NameLevel::Surname, 1, false}));
    QCOMPARE(fitAfter({linkTo(0, 3)}, 0), (NameFit{NameLevel::Surname, 1, false}));
}

void TestMatchedStation::hearingEqualsMatchingAnew_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Decisions come, change and go, in any order: after each, the kept station says what a new one would, and
/// has told everybody whose answer that changed.
void TestMatchedStation::hearingEqualsMatchingAnew()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    StationInput input = stationWithNamesakes(seed);
    MatchedStation kept(input, m_engine);
    QVector<CandidateSet> before = m_engine->match(input);
    int moved = 0;
    for (int step = 0; step < 12; ++step) {
        const quint32 who = step % 3 == 0 ? 0 : quint32(random.bounded(int(input.prescribers.size())));
        const qsizetype had =
            input.decided.removeIf([&](const StaffDecision &decision) { return decision.prescriber == who; });
        if (had == 0)
            input.decided.append(linkTo(who, quint32(random.bounded(3))));
        std::ranges::sort(input.decided);
        input.refused.insert({input.prescribers.at(random.bounded(5)).id.value, 100 + random.bounded(5)});
        const QVector<PrescriberId> touched = kept.hear({input.refused, input.decided});
        const QVector<CandidateSet> after = m_engine->match(input);
        for (qsizetype i = 0; i < after.size(); ++i) {
            const bool isDecided = std::ranges::any_of(
                input.decided, [&](const StaffDecision &decision) { return decision.prescriber == i; });
            QVERIFY(kept.setOf(after.at(i).prescriberId) == after.at(i));
            QVERIFY(isDecided || before.at(i) == after.at(i) || touched.contains(after.at(i).prescriberId));
            QVERIFY(!isDecided || !touched.contains(after.at(i).prescriberId));
            moved += !isDecided && before.at(i) != after.at(i) ? 1 : 0;
        }
        before = after;
    }
    QVERIFY2(moved >= 3, qPrintable(QString::number(moved)));
    kept.hear({{}, {}});
    input.refused.clear();
    input.decided.clear();
    const QVector<CandidateSet> first = m_engine->match(input);
    for (const CandidateSet &set : first)
        QVERIFY(kept.setOf(set.prescriberId) == set);
    QVERIFY(!kept.setOf(PrescriberId{999'999}));
}

void TestMatchedStation::withoutPatientsNamesDecide()
{
    StationInput input = stationWithNamesakes(1);
    input.prescribed.clear();
    input.associated.clear();
    MatchedStation kept(input, m_engine);
    const QVector<CandidateSet> sets = m_engine->match(input);
    QVERIFY(kept.setOf(input.prescribers.at(4).id) == sets.at(4));
}

QTEST_GUILESS_MAIN(TestMatchedStation)
#include "tst_matchedstation.moc"
