// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakequality.h"

#include <algorithm>

namespace renewal::test {

QFuture<Result<QVector<OpenReview>>> FakeQuality::openReviews(const Scope &)
{
    QVector<OpenReview> open;
    for (const BlindCase &one : std::as_const(cases))
        open.append(one.review);
    return openReplies.reply(open);
}

QFuture<Result<BlindCase>> FakeQuality::review(ReviewCaseId id)
{
    for (const BlindCase &one : std::as_const(cases)) {
        if (one.review.id == id)
            return caseReplies.reply(one);
    }
    return caseReplies.reply(failure(ErrorCode::NotFound, QStringLiteral("There is no such case.")));
}

QFuture<Result<ReviewOutcome>> FakeQuality::judge(const ReviewAnswer &answer)
{
    answers.append(answer);
    if (!judgeReplies.error)
        cases.removeIf([&](const BlindCase &one) { return one.review.id == answer.review; });
    ReviewOutcome outcome{endsLinks && answer.verdict == ReviewVerdict::None, qint64(cases.size())};
    if (outcome.linkEnded) {
        outcome.endedTeam = QStringLiteral("Blue team");
        outcome.needRouting = 12;
    }
    return judgeReplies.reply(outcome);
}

QFuture<Result<ReviewSample>> FakeQuality::draw(int size, const QString &idempotencyKey)
{
    draws.append(size);
    drawKeys.append(idempotencyKey);
    ReviewSample sample;
    sample.id = 1;
    sample.wanted = size;
    sample.drawn = size;
    return drawReplies.reply(sample);
}

QFuture<Result<QualityReport>> FakeQuality::report(const Scope &)
{
    return reportReplies.reply(reportData);
}

QFuture<Result<QVector<MatchingThreshold>>> FakeQuality::thresholds()
{
    return historyReplies.reply(history);
}

QFuture<Result<ThresholdPreview>> FakeQuality::previewThreshold(double probability, double)
{
    previews.append(probability);
    ThresholdPreview preview = previewData;
    preview.present = history.constFirst();
    return previewReplies.reply(preview);
}

QFuture<Result<MatchingThreshold>> FakeQuality::setThreshold(const MatchingThreshold &wanted, const QString &)
{
    MatchingThreshold set = wanted;
    ++set.version;
    set.setBy = QStringLiteral("Renewal Clerk");
    if (!setReplies.error)
        history.prepend(set);
    return setReplies.reply(set);
}

} // namespace renewal::test
