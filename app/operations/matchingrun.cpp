// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/matchingrun.h"

#include "app/operations/matchingthreshold.h"

#include <QElapsedTimer>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
Result<bool> mustLearn(const MatchingWeights &weights, const MatchingOrder &order)
{
    if (order.learn || order.parentStations.size() == 1)
        return order.learn;
    return weights.wantLearning();
}
} // namespace

Result<MatchingRun> runMatching(store::Connection &connection, const Clock &clock, const MatchingOrder &order,
                                const Matching::Progress &progress)
{
    MatchingRun run;
    MatchingWeights weights(connection);
    const auto learn = mustLearn(weights, order);
    if (!learn)
        return failure(learn.error());
    if (*learn) {
        const QString actor = order.startedBy.isEmpty() ? u"matching"_s : order.startedBy;
        const auto learnt = weights.learn(actor, clock, progress);
        if (!learnt)
            return failure(learnt.error());
        run.learning = *learnt;
    }
    const auto policy = MatchingThresholds(connection).policy();
    if (!policy)
        return failure(policy.error());
    const auto engine = weights.engine(*policy);
    if (!engine)
        return failure(engine.error());
    QElapsedTimer timer;
    timer.start();
    Matching matching(connection, *engine, clock, order.startedBy);
    matching.setPolicy(*policy);
    const auto report = matching.run(order.parentStations, progress);
    if (!report)
        return failure(report.error());
    run.report = *report;
    run.milliseconds = timer.elapsed();
    return run;
}

} // namespace renewal::operations
