// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakecutovers.h"

namespace renewal::test {

QFuture<Result<QVector<CutOver>>> FakeCutOvers::cutOvers()
{
    QVector<CutOver> all;
    for (const CutOverReview &one : std::as_const(reviews))
        all.append(one.cutOver);
    return listReplies.reply(all);
}

QFuture<Result<CutOverReview>> FakeCutOvers::review(CutOverId id)
{
    for (const CutOverReview &one : std::as_const(reviews)) {
        if (one.cutOver.id == id)
            return reviewReplies.reply(one);
    }
    return reviewReplies.reply(failure(ErrorCode::NotFound, QStringLiteral("There is no such cut-over.")));
}

QFuture<Result<CutOverEffect>> FakeCutOvers::preview(const CutOverEntry &)
{
    return previewReplies.reply(effect);
}

QFuture<Result<CutOver>> FakeCutOvers::enter(const CutOverEntry &entry, const QString &)
{
    entered.append(entry);
    CutOver cutOver;
    cutOver.id.value = 100 + entered.size();
    cutOver.parentStation = entry.parentStation;
    cutOver.date = entry.date;
    if (!enterReplies.error)
        reviews.append({cutOver, {}, {}});
    return enterReplies.reply(cutOver);
}

QFuture<Result<CutOverOutcome>> FakeCutOvers::withdraw(const CutOver &cutOver, const QString &reason,
                                                       const QString &)
{
    withdrawnFor = reason;
    reviews.removeIf([&](const CutOverReview &one) { return one.cutOver.id == cutOver.id; });
    return outcomeReplies.reply(outcome);
}

QFuture<Result<CrosswalkReport>> FakeCutOvers::giveCrosswalk(CutOverId, const QByteArray &, const QString &)
{
    return crosswalkReplies.reply(crosswalk);
}

QFuture<Result<CutOverOutcome>> FakeCutOvers::confirm(const CutOver &, const QVector<PoolChoice> &choices,
                                                      const QString &)
{
    if (!outcomeReplies.error) {
        confirmed += choices;
        for (CutOverTeam &team : reviews.first().teams) {
            for (const PoolChoice &choice : choices) {
                if (choice.oldTeam == team.careTeam) {
                    team.choice = choice;
                    team.open = 0;
                }
            }
        }
    }
    return outcomeReplies.reply(outcome);
}

QFuture<Result<CutOverOutcome>> FakeCutOvers::takeBack(const CutOver &, const QVector<TriageTeamId> &oldTeams,
                                                       const QString &)
{
    takenBack += oldTeams;
    for (CutOverTeam &team : reviews.first().teams) {
        if (oldTeams.contains(team.careTeam)) {
            team.choice.reset();
            team.open = team.prescribers;
        }
    }
    return outcomeReplies.reply(outcome);
}

} // namespace renewal::test
