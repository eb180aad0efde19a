// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/blindreview.h"
#include "app/operations/matching.h"
#include "app/operations/matchingthreshold.h"
#include "app/operations/qualityfigures.h"
#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/reviewrepository.h"
#include "models/rest/restquality.h"
#include "tests/store/samples.h"
#include "tests/support/storetest.h"

#include <QJsonDocument>

#include <cmath>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
/// Says of everybody what was stored: the sets that a test keeps.
class KeptEngine final : public correlation::Engine
{
public:
    QVector<CandidateSet> sets;
    QString version() const override { return u"evidence-1"_s; }
    QVector<CandidateSet> match(const correlation::StationInput &) const override { return sets; }
};
} // namespace

/// Blind review from drawing to figures, and the threshold with what it would change; on both databases.
class TestBlindReview : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

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
    void thresholdIsShownBeforeItIsSet();
    void guardedOnesAreNoMatterOfTheThreshold();
    void thresholdIsKept();
    void thresholdRefuses_data();
    void thresholdRefuses();
    void lessSureGoesBackToSuggested();

private:
    static constexpr qint64 rightTeam = 7001;
    static constexpr qint64 otherTeam = 7002;

    /// Twelve links of matching (99 % and more) and eight suggestions (96 %).
    void fill();
    PrescriberId add(const QString &last, CorrelationStatus status, double probability);
    Correlation current(PrescriberId id) { return *store::CorrelationRepository(connection()).current(id); }
    BlindReview review() { return BlindReview(connection(), m_clock); }
    MatchingThresholds thresholds() { return MatchingThresholds(connection()); }
    QVector<ReviewCase> cases() { return *store::ReviewRepository(connection()).cases(); }
    ReviewCase drawnCase(bool automatic)
    {
        for (const ReviewCase &one : cases()) {
            if (one.automatic == automatic && !one.verdict)
                return one;
        }
        return {};
    }
    QStringList actions()
    {
        QStringList words;
        for (const AuditEvent &event :
             store::AuditRepository(connection()).page({}).value_or(Page<AuditEvent>()).items)
            words += event.action;
        return words;
    }

    FixedClock m_clock{noon()};
    QVector<CandidateSet> m_sets;
    int m_added = 0;
};

PrescriberId TestBlindReview::add(const QString &last, CorrelationStatus status, double probability)
{
    const auto prescriber =
        store::PrescriberRepository(connection()).upsert(samplePrescriber(last, u"A"_s), {});
    store::CorrelationRepository correlations(connection());
    const CandidateSet set{prescriber->id,
                           {{{rightTeam}, u"Zeta"_s, probability, {{u"surname"_s, 9, u"A rare name."_s}}},
                            {{otherTeam}, u"Alpha"_s, 0.001, {}}},
                           0.999 - probability,
                           u"evidence-1"_s,
                           status == CorrelationStatus::Automatic,
                           {}};
    m_sets += set;
    auto next = correlations.current(prescriber->id);
    next->status = status;
    next->careTeam = {status == CorrelationStatus::Automatic ? rightTeam : 0};
    next->probability = probability;
    next->engineVersion = u"evidence-1"_s;
    next->validFrom = noon().addDays(-40);
    next->decidedBy = u"matching"_s;
    if (!correlations.storeCandidates({set}) ||
        !correlations.store(*next, {noon(), u"matching"_s, u"correlation.matched"_s, {}}))
        return {};
    return prescriber->id;
}

void TestBlindReview::fill()
{
    m_sets.clear();
    store::CareTeamRepository teams(connection());
    VERIFY_OK(teams.upsert(sampleTeam(rightTeam, u"Zeta"_s)));
    VERIFY_OK(teams.upsert(sampleTeam(otherTeam, u"Alpha"_s)));
    VERIFY_OK(teams.upsert(sampleTeam(8001, u"Far away"_s, u"589"_s)));
    for (int i = 0; i < 12; ++i)
        QVERIFY(add(u"LINKED%1"_s.arg(QChar(u'A' + i)), CorrelationStatus::Automatic, i < 6 ? 0.987 : 0.9995)
                    .isValid());
    for (int i = 0; i < 8; ++i)
        QVERIFY(add(u"MAYBE%1"_s.arg(QChar(u'A' + i)), CorrelationStatus::Suggested, 0.96).isValid());
}

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
    VERIFY_OK(review().draw(10, u"paula"_s));
    const auto blind = review().show(drawnCase(true).id);
    VERIFY_OK(blind);
    QCOMPARE(blind->careTeams.size(), 2);
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
    const auto outcome =
        review().judge({drawn.id, ReviewVerdict(verdict), {team}, u"asked the clinic"_s, {}}, u"ann"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->linkEnded, ended);
    QCOMPARE(outcome->open, 9);
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
    VERIFY_OK(Matching(connection(), engine, m_clock).run(u"552"_s));
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

void TestBlindReview::thresholdIsShownBeforeItIsSet()
{
    fill();
    // Sure enough already, but something else keeps it from being linked: no threshold changes that.
    QVERIFY(add(u"GUARDED"_s, CorrelationStatus::Suggested, 0.9995).isValid());
    const auto lower = thresholds().preview(0.95, 4);
    VERIFY_OK(lower);
    QCOMPARE(lower->links, 12);
    QCOMPARE(lower->added, 8);
    QCOMPARE(lower->ended, 0);
    QCOMPARE(lower->stations.size(), 1);
    const auto higher = thresholds().preview(0.999, 4);
    VERIFY_OK(higher);
    QCOMPARE(higher->added, 0);
    QCOMPARE(higher->ended, 6);
    QCOMPARE(thresholds().preview(0.985, 4)->stations.size(), 0);
    QCOMPARE(toString(current(m_sets.first().prescriberId).status), u"auto"_s); // nothing was touched
}

void TestBlindReview::guardedOnesAreNoMatterOfTheThreshold()
{
    fill();
    const PrescriberId guarded = add(u"GUARDED"_s, CorrelationStatus::Suggested, 0.9995);
    VERIFY_OK(review().draw(30, u"paula"_s));
    for (const ReviewCase &one : cases()) {
        const qint64 team = one.prescriber == guarded ? otherTeam : rightTeam;
        VERIFY_OK(review().judge({one.id, ReviewVerdict::Team, {team}, {}, {}}, u"ann"_s));
    }
    QCOMPARE(QualityFigures(connection()).atThreshold(0.985)->precision.reviewed, 12);
    QCOMPARE(QualityFigures(connection()).atThreshold(0.985)->precision.estimate, 1.0);
    QCOMPARE(QualityFigures(connection()).atThreshold(0.95)->precision.reviewed, 20);
    const auto report = QualityFigures(connection()).report({});
    QVERIFY(report->calibration.last().found.right < report->calibration.last().found.reviewed);
}

void TestBlindReview::thresholdIsKept()
{
    QCOMPARE(thresholds().policy()->probability, correlation::Policy().probability);
    MatchingThreshold wanted{0, 0.97, 3, {}, {}, u" All were right. "_s};
    const auto set = thresholds().set(wanted, u"paula"_s, m_clock);
    VERIFY_OK(set);
    QCOMPARE(set->version, 1);
    QCOMPARE(set->reason, u"All were right."_s);
    QCOMPARE(thresholds().policy()->probability, 0.97);
    QCOMPARE(thresholds().policy()->marginBits, 3.0);
    QCOMPARE(actions().first(), u"matching.threshold_set"_s);
    VERIFY_ERROR(thresholds().set(wanted, u"pit"_s, m_clock), ErrorCode::PreconditionFailed);
    const auto history = thresholds().history();
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->first(), *set);
    QCOMPARE(history->last().version, 0);
}

void TestBlindReview::thresholdRefuses_data()
{
    QTest::addColumn<double>("probability");
    QTest::addColumn<double>("margin");
    QTest::addColumn<QString>("reason");
    QTest::newRow("too low") << 0.49 << 4.0 << u"why"_s;
    QTest::newRow("certainty") << 1.0 << 4.0 << u"why"_s;
    QTest::newRow("no number") << qQNaN() << 4.0 << u"why"_s;
    QTest::newRow("margin below zero") << 0.98 << -1.0 << u"why"_s;
    QTest::newRow("margin too wide") << 0.98 << 7.5 << u"why"_s;
    QTest::newRow("no reason") << 0.98 << 4.0 << u"  "_s;
    QTest::newRow("a novel") << 0.98 << 4.0 << QString(2001, u'x');
}

void TestBlindReview::thresholdRefuses()
{
    QFETCH(double, probability);
    QFETCH(double, margin);
    QFETCH(QString, reason);
    VERIFY_ERROR(thresholds().set({0, probability, margin, {}, {}, reason}, u"paula"_s, m_clock),
                 ErrorCode::InvalidInput);
    QCOMPARE(thresholds().history()->size(), 1);
}

void TestBlindReview::lessSureGoesBackToSuggested()
{
    fill();
    KeptEngine engine;
    engine.sets = m_sets;
    for (CandidateSet &set : engine.sets)
        set.automatic = set.candidates.first().probability >= 0.999;
    Matching matching(connection(), engine, m_clock);
    correlation::Policy policy;
    policy.probability = 0.999;
    matching.setPolicy(policy);
    VERIFY_OK(matching.run(u"552"_s));
    QCOMPARE(toString(current(m_sets.first().prescriberId).status), u"suggested"_s);
    QCOMPARE(toString(current(m_sets.at(8).prescriberId).status), u"auto"_s);
}

RENEWAL_STORE_TEST_MAIN(TestBlindReview)
#include "tst_blindreview.moc"
