// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/readiness.h"

#include "models/rollout/disciplines.h"
#include "models/rollout/figures.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::rollout {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(rollout)
};

QString criterionReason(const Criterion &criterion, const CriterionResult &result)
{
    if (result.verdict == CriterionVerdict::Met)
        return {};
    if (result.verdict == CriterionVerdict::TooLittleData)
        return Texts::tr("%1 has too little data").arg(criterion.shortTitle);
    if (criterion.measure == Measure::ComparedMean)
        return Texts::tr("%1 is worse than before the rollout").arg(criterion.shortTitle);
    const QString limit = limitText(criterion.limit, criterion.unit);
    return criterion.atMost
               ? Texts::tr("%1 is above %2", "a figure and its limit").arg(criterion.shortTitle, limit)
               : Texts::tr("%1 is below %2", "a figure and its limit").arg(criterion.shortTitle, limit);
}
} // namespace

QStringList reasonsNotToAdvance(const QVector<RolloutStage> &stages, const StageClock &clock,
                                const QVector<Criterion> &criteria, const QVector<CriterionResult> &results,
                                const QVector<SignOff> &signOffs)
{
    if (stages.isEmpty())
        return {Texts::tr("No stages are planned")};
    if (clock.next < 0)
        return {Texts::tr("Stage %1 is the last one").arg(stages.last().name)};
    QStringList reasons;
    for (const CriterionResult &result : results) {
        const auto criterion = std::ranges::find(criteria, result.key, &Criterion::key);
        const QString reason = criterion == criteria.cend() ? QString() : criterionReason(*criterion, result);
        if (!reason.isEmpty())
            reasons.append(reason);
    }
    if (clock.present >= 0 && !clock.isLongEnough()) {
        reasons.append(Texts::tr("Stage %1 has been on for %2 of %n day(s)", nullptr, clock.minimumDays)
                           .arg(stages.at(clock.present).name)
                           .arg(clock.days));
    }
    for (const SignOff &signOff : signOffs) {
        if (!signOff.given)
            reasons.append(Texts::tr("%1 has not signed off").arg(disciplineTitle(signOff.discipline)));
    }
    return reasons;
}

QVector<SignOff> completeSignOffs(const QVector<SignOff> &stored, const QString &stage)
{
    QVector<SignOff> all;
    if (stage.isEmpty())
        return all;
    for (const QString &discipline : disciplines()) {
        const auto found = std::ranges::find_if(stored, [&](const SignOff &signOff) {
            return signOff.discipline == discipline && signOff.stage == stage;
        });
        all.append(found == stored.cend() ? SignOff{discipline, stage, false} : *found);
    }
    return all;
}

} // namespace renewal::rollout
