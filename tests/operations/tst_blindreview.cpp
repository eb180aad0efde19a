// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operations/reviewtest.h"

#include <cmath>
#include <utility>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// Blind review from drawing to figures, on both databases.
class TestBlindReview : public ReviewTest
{
    Q_OBJECT

public:
    using ReviewTest::ReviewTest;

private slots:
    void drawingIsKeptAndAudited();
    void nothingToDraw();
    void sizeOutOfBounds_data();
    void sizeOutOfBounds();
    void caseSaysNothingOfMatching();
    void verdicts_data();
    void verdicts();
    void wrongLinkStaysWrong();
    void onlyOnePersonJudges();
    void teamOfAnotherStation();
    void reportCounts();
};

void TestBlindReview::drawingIsKeptAndAudited()
{
    fill();
    const auto sample = review().draw(12, u"paula"_s);
    VERIFY_OK(sample);
    QCOMPARE(sample->drawn, 12);
    QCOMPARE(sample->seed, noon().toMSecsSinceEpoch());
    QCOMPARE(sample->engineVersion, u"evidence-1"_s);
    const QVector<ReviewCase> drawn = cases();
    QCOMPARE(drawn.size(), 12);
    QCOMPARE(std::ranges::count_if(drawn, &ReviewCase::automatic), 9);
    for (const ReviewCase &one : drawn) {
        QCOMPARE(one.careTeam.value, rightTeam);
        QCOMPARE(one.linkedAt.isValid(), one.automatic);
    }
    QVERIFY(actions().contains(u"review.drawn"_s));
    // What is being reviewed is not drawn again: eight are left.
    const auto second = review().draw(12, u"paula"_s);
    VERIFY_OK(second);
    QCOMPARE(second->drawn, 8);
    QCOMPARE(store::ReviewRepository(connection()).open({})->size(), 20);
    QCOMPARE(store::ReviewRepository(connection()).open({u"589"_s, {}})->size(), 0);
}

void TestBlindReview::nothingToDraw()
{
    VERIFY_ERROR(review().draw(20, u"paula"_s), ErrorCode::Conflict);
}

void TestBlindReview::sizeOutOfBounds_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("too few") << 9;
    QTest::newRow("too many") << 501;
    QTest::newRow("negative") << -50;
}

void TestBlindReview::sizeOutOfBounds()
{
    QFETCH(int, size);
    fill();
    VERIFY_ERROR(review().draw(size, u"paula"_s), ErrorCode::InvalidInput);
}

void TestBlindReview::caseSaysNothingOfMatching()
{
    fill();
    store::CareTeamRepository teams(connection());
    for (int i = 0; i < 9; ++i)
        VERIFY_OK(teams.upsert(sampleTeam(7100 + i, u"Beta %1"_s.arg(i))));
    VERIFY_OK(review().draw(10, u"paula"_s));
    const auto blind = review().show(drawnCase(true).id);
    VERIFY_OK(blind);
    QCOMPARE(blind->careTeams.size(), 5); // filled up: a short list would tell how sure matching is
    QCOMPARE(blind->careTeams.last().name, u"Zeta"_s);
    QCOMPARE(*review().show(drawnCase(true).id), *blind);
    QCOMPARE(blind->careTeams.first().name, u"Alpha"_s); // by name, not by probability
    const QByteArray sent = QJsonDocument(toJson(*blind)).toJson();
    for (const char *word : {"probability", "bits", "evidence", "status", "automatic", "0.99", "0.98"})
        QVERIFY2(!sent.contains(word), word);
    VERIFY_ERROR(review().show({987654}), ErrorCode::NotFound);
}

void TestBlindReview::verdicts_data()
{
    QTest::addColumn<bool>("automatic");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<qint64>("team");
    QTest::addColumn<bool>("ended");
    QTest::newRow("the link is right") << true << int(ReviewVerdict::Team) << rightTeam << false;
    QTest::newRow("another team is right") << true << int(ReviewVerdict::Team) << otherTeam << true;
    QTest::newRow("none is right") << true << int(ReviewVerdict::None) << qint64(0) << true;
    QTest::newRow("cannot be told") << true << int(ReviewVerdict::Unsure) << qint64(0) << false;
    QTest::newRow("a suggestion is wrong") << false << int(ReviewVerdict::Team) << otherTeam << false;
}

void TestBlindReview::verdicts()
{
    QFETCH(bool, automatic);
    QFETCH(int, verdict);
    QFETCH(qint64, team);
    QFETCH(bool, ended);
    fill();
    VERIFY_OK(review().draw(10, u"paula"_s));
    const ReviewCase drawn = drawnCase(automatic);
    const Correlation before = current(drawn.prescriber);
    Renewal ready = sampleRenewal(u"1"_s, 1);
    ready.prescriberId = drawn.prescriber;
    ready.state = automatic ? RenewalState::ReadyToRoute : RenewalState::NeedsRouting;
    VERIFY_OK(store::RenewalRepository(connection()).insert(ready));
    const auto outcome =
        review().judge({drawn.id, ReviewVerdict(verdict), {team}, u"asked the clinic"_s, {}}, u"ann"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->linkEnded, ended);
    QCOMPARE(outcome->open, 9);
    QCOMPARE(outcome->endedTeam, ended ? u"Zeta"_s : QString());
    QCOMPARE(outcome->needRouting, ended ? 1 : 0);
    const Correlation after = current(drawn.prescriber);
    QCOMPARE(toString(after.status), ended ? u"stale"_s : toString(before.status));
    if (!ended)
        QCOMPARE(after, before);
    QCOMPARE(actions().contains(u"correlation.stale"_s), ended);
    QVERIFY(actions().contains(u"review.judged"_s));
    const auto kept = store::ReviewRepository(connection()).find(drawn.id);
    QCOMPARE(toString(*kept->verdict), toString(ReviewVerdict(verdict)));
    QCOMPARE(kept->judgedBy, u"ann"_s);
    QCOMPARE(kept->note, u"asked the clinic"_s);
    if (ended)
        QVERIFY(store::CorrelationRepository(connection())
                    .history(drawn.prescriber)
                    ->first()
                    .text.startsWith(u"A blind review found"_s));
}

void TestBlindReview::wrongLinkStaysWrong()
{
    fill();
    VERIFY_OK(review().draw(10, u"paula"_s));
    const ReviewCase drawn = drawnCase(true);
    VERIFY_OK(review().judge({drawn.id, ReviewVerdict::None, {}, {}, {}}, u"ann"_s));
    KeptEngine engine;
    engine.sets = m_sets;
    VERIFY_OK(Matching(connection(), engine, m_clock).run({u"552"_s}));
    QCOMPARE(toString(current(drawn.prescriber).status), u"stale"_s);
    const auto input = store::CorrelationRepository(connection()).stationInput(u"552"_s);
    QVERIFY(input->refused.contains({drawn.prescriber.value, rightTeam}));
}

void TestBlindReview::onlyOnePersonJudges()
{
    fill();
    VERIFY_OK(review().draw(10, u"paula"_s));
    const ReviewCase drawn = drawnCase(true);
    VERIFY_OK(review().judge({drawn.id, ReviewVerdict::Team, {rightTeam}, {}, {}}, u"ann"_s));
    VERIFY_ERROR(review().judge({drawn.id, ReviewVerdict::None, {}, {}, {}}, u"bob"_s), ErrorCode::Conflict);
    QCOMPARE(toString(current(drawn.prescriber).status), u"auto"_s);
}

void TestBlindReview::teamOfAnotherStation()
{
    fill();
    VERIFY_OK(review().draw(10, u"paula"_s));
    const ReviewCase drawn = drawnCase(true);
    VERIFY_ERROR(review().judge({drawn.id, ReviewVerdict::Team, {8001}, {}, {}}, u"ann"_s),
                 ErrorCode::InvalidInput);
    QVERIFY(!store::ReviewRepository(connection()).find(drawn.id)->verdict);
}

void TestBlindReview::reportCounts()
{
    fill();
    QCOMPARE(QualityFigures(connection()).report({})->sample, 0);
    VERIFY_OK(review().draw(20, u"paula"_s));
    bool isFirst = true;
    for (const ReviewCase &one : cases()) {
        const bool wrong = one.automatic && std::exchange(isFirst, isFirst && !one.automatic);
        VERIFY_OK(
            review().judge({one.id, ReviewVerdict::Team, {wrong ? otherTeam : rightTeam}, {}, {}}, u"ann"_s));
    }
    const auto report = QualityFigures(connection()).report({});
    VERIFY_OK(report);
    QCOMPARE(report->drawn, 20);
    QCOMPARE(report->open, 0);
    QCOMPARE(report->precision.reviewed, 12);
    QCOMPARE(report->precision.right, 11);
    QVERIFY(std::abs(report->precision.estimate - 11.0 / 12) < 1e-12); // all were reviewed
    QVERIFY(report->precision.interval.low > 0.6 && report->precision.interval.high < 1);
    QCOMPARE(report->stations.size(), 1);
    QCOMPARE(report->stations.first().key, u"552"_s);
    QCOMPARE(report->stations.first().prescribers, 20);
    QCOMPARE(report->stations.first().links, 11); // one ended
    QCOMPARE(report->months.size(), 1);
    QCOMPARE(report->months.first().key, u"2026-01"_s);
    QCOMPARE(report->calibration.size(), 3);
    QVERIFY(report->coverage > 0.4 && report->coverage < 0.6);
    QVERIFY(!report->thresholds.isEmpty());
    QCOMPARE(QualityFigures(connection()).report({u"589"_s, {}})->precision.reviewed, 0);
}

RENEWAL_STORE_TEST_MAIN(TestBlindReview)
#include "tst_blindreview.moc"
