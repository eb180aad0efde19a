// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"
#include "models/domain/rolloutreport.h"
#include "models/domain/station.h"

namespace renewal::rollout {

/// What makes a station worth a look, and the words for it.
struct NoticeRule
{
    QString criterion;         ///< key of the criterion it is about
    QString counted;           ///< base key of the series of bad ones
    QString of;                ///< base key of the series of all
    double minimum = 30;       ///< the least count a comparison may rest on
    double times = 2;          ///< at least so many times the rate elsewhere
    double pointsAbove = 0.03; ///< and so much above it: a rate, 0.03 is three per cent
    QString text; ///< %1 station, %2 record system, %3 its rate, %4 since when, %5 the rate elsewhere
};

/// The rules of the rollout: renewals without a care team, and messages that could not be sent.
QVector<NoticeRule> noticeRules();

/// Compares each station with all others together over the last 24 hours that there are figures for. What
/// is told is the stretch up to now in which the station is worst, and the others over the same hours. A
/// plain comparison on counts, worst station first. `series` are those of single stations, with points;
/// `stations` give record system and time zone.
QVector<RolloutNotice> findNotices(const QVector<NoticeRule> &rules, const QVector<MetricSeries> &series,
                                   const QVector<Station> &stations, const QDateTime &now);

} // namespace renewal::rollout
