// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace renewal::rollout {

// Keys of the series that the criteria rest on.
inline constexpr char sentKey[] = "renewal_messages_sent";   ///< messages sent in each hour
inline constexpr char errorsKey[] = "message_send_errors";   ///< messages that could not be sent
inline constexpr char latencyKey[] = "send_latency_p95";     ///< seconds, hour by hour
inline constexpr char begunKey[] = "renewals_begun";         ///< renewals that looked for a care team
inline constexpr char noTeamKey[] = "no_care_team";          ///< those among them that found none
inline constexpr char misroutedKey[] = "misrouted_renewals"; ///< messages to the wrong care team
inline constexpr char csatKey[] = "csat_score";              ///< mean of the answers, 1 to 5
inline constexpr char csatAnswersKey[] = "csat_answers";     ///< how many answers
// Shares in per cent that are computed from them; see shareseries.h.
inline constexpr char errorShareKey[] = "message_send_error_share";
inline constexpr char careTeamShareKey[] = "care_team_found_share";
inline constexpr char misroutedShareKey[] = "misrouted_share";

/// How a criterion comes to its value over the hours of a stage.
enum class Measure
{
    Share,        ///< sum of `counted` in the sum of `of`, in per cent
    Mean,         ///< mean of `counted`, weighted by `of`
    ComparedMean, ///< the same, held against the time before the rollout
};

/// One success criterion of the release plan.
struct Criterion
{
    QString key = {};
    QString title = {};      ///< for people
    QString shortTitle = {}; ///< for a list of reasons
    Measure measure = Measure::Share;
    bool atMost = true;
    double limit = 0;         ///< in `unit`; of no use for ComparedMean
    QString unit = {};        ///< "%", "s"; empty for a score
    QString metric = {};      ///< key of the series to chart
    QStringList counted = {}; ///< keys of series, added up
    QStringList of = {};      ///< keys of series, added up
    bool complement = false;  ///< Share: `counted` are the bad ones, the share is of the others
    double alpha = 0;         ///< its part of the 5 % of false verdicts in a whole rollout
    double minimumHours = 0;  ///< Mean: the least hours that a verdict may rest on
    double minimum = 0;       ///< ComparedMean: the least sum of `of` that a verdict may rest on
    double minimumBefore = 0; ///< ComparedMean: the same for the time before the rollout
    double tolerated = 0;     ///< ComparedMean: a drop of so much is no worse
    double scaleLow = 0;      ///< ComparedMean: the least single value
    double scaleHigh = 0;     ///< ComparedMean: the greatest
    QString fact = {};        ///< %1 the count, %2 how many in all, %3 the value, %4 and %5 the same before
    QString progress = {};    ///< %1 about how many a verdict needs
};

/// The success criteria in the order of the release plan. Their alphas add to 5 %: more for what does more
/// harm.
QVector<Criterion> releasePlanCriteria();

} // namespace renewal::rollout
