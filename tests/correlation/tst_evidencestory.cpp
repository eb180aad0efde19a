// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/evidencestory.h"
#include "models/correlation/surnameengine.h"

#include <QTest>

#include <cmath>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {
CandidateSet setOf(const QVector<Candidate> &candidates, const QString &engine = {})
{
    CandidateSet set;
    set.candidates = candidates;
    set.engineVersion = engine;
    return set;
}

CareTeam team(qint64 id, const QString &name)
{
    CareTeam team;
    team.triageTeamId = {id};
    team.name = name;
    team.station = StationNumber(u"552");
    return team;
}
} // namespace

/// The steps of the evidence chart add up to the figure beside the candidate.
class EvidenceStoryTest : public QObject
{
    Q_OBJECT

private slots:
    void stepsAddUpToTheResult();
    void ofTheEngineEveryCandidateAddsUp();
    void evidenceThatAddsUpNeedsNoRest();
    void nothingKnownIsEmpty();
    void certaintyHasAnEnd();
};

void EvidenceStoryTest::stepsAddUpToTheResult()
{
    const Evidence surname{u"surname"_s, 4.0, u"The surname."_s};
    const auto story =
        evidenceStory(setOf({{{1}, u"A"_s, 0.75, {surname}}, {{2}, u"B"_s, 0.2, {surname}}}), 0);
    QCOMPARE(story.steps.size(), 2);
    QCOMPARE(story.steps.constFirst().text, u"The surname."_s);
    QCOMPARE(story.resultBits, std::log2(3.0));
    QVERIFY(qAbs(story.steps.constLast().after - story.resultBits) < 1e-9);
    QCOMPARE(probabilityOfBits(story.resultBits), 0.75);
    QCOMPARE(story.probability, 0.75);
}

void EvidenceStoryTest::ofTheEngineEveryCandidateAddsUp()
{
    StationInput station;
    station.parentStation = u"552"_s;
    Prescriber prescriber;
    prescriber.id = {7};
    prescriber.name = {u"CHIDI"_s, u"OKAFOR"_s, {}};
    prescriber.station = StationNumber(u"552");
    station.prescribers = {prescriber};
    station.careTeams = {team(11, u"PACT OKAFOR, CHIDI"_s), team(12, u"MH OKAFOR, C"_s)};
    const CandidateSet set = SurnameEngine().match(station).constFirst();
    QCOMPARE(set.candidates.size(), 2);
    for (qsizetype i = 0; i < set.candidates.size(); ++i) {
        const auto story = evidenceStory(set, i);
        // Where the odds start, what the engine found, and the other team.
        QCOMPARE(story.steps.size(), set.candidates[i].evidence.size() + 2);
        QVERIFY(story.steps.constFirst().bits < 0);
        QVERIFY(story.steps.constLast().bits < 0);
        QVERIFY(qAbs(probabilityOfBits(story.steps.constLast().after) - set.candidates[i].probability) <
                1e-9);
    }
}

void EvidenceStoryTest::evidenceThatAddsUpNeedsNoRest()
{
    const auto story = evidenceStory(
        setOf({{{1}, u"A"_s, 0.5, {{u"prior"_s, -4.0, u"Start."_s}, {u"surname"_s, 4.0, u"Name."_s}}}}), 0);
    QCOMPARE(story.steps.size(), 2);
    QCOMPARE(story.steps.constLast().text, u"Name."_s);
    QCOMPARE(story.resultBits, 0.0);
}

void EvidenceStoryTest::nothingKnownIsEmpty()
{
    QVERIFY(evidenceStory(setOf({}), 0).steps.isEmpty());
    QVERIFY(evidenceStory(setOf({{{1}, u"A"_s, 0.5, {}}}), 0).steps.isEmpty());
    const Evidence surname{u"surname"_s, 4.0, u"The surname."_s};
    QVERIFY(evidenceStory(setOf({{{1}, u"A"_s, 0.5, {surname}}}), 1).steps.isEmpty());
    QVERIFY(evidenceStory(setOf({{{1}, u"A"_s, 0.5, {surname}}}), -1).steps.isEmpty());
}

void EvidenceStoryTest::certaintyHasAnEnd()
{
    const Evidence surname{u"surname"_s, 4.0, u"The surname."_s};
    const auto story = evidenceStory(setOf({{{1}, u"A"_s, 1.0, {surname}}}), 0);
    QVERIFY(std::isfinite(story.resultBits));
    QVERIFY(story.resultBits > 15);
}

QTEST_GUILESS_MAIN(EvidenceStoryTest)
#include "tst_evidencestory.moc"
