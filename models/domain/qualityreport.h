// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QVector>

namespace renewal {

/// Between what the true share lies with 95 % certainty.
struct Interval
{
    double low = 0;
    double high = 1;

    bool operator==(const Interval &) const = default;
};

/// A share estimated from a sample. Without anything reviewed it says nothing: 0 to 1.
struct EstimatedShare
{
    qint64 reviewed = 0;
    qint64 right = 0;    ///< of these, as counted
    double estimate = 0; ///< with the weights of the strata
    Interval interval;

    bool operator==(const EstimatedShare &) const = default;
};

/// Cases of about the same probability: what matching said, and what people found.
struct CalibrationBin
{
    double low = 0;
    double high = 1;
    double predicted = 0; ///< mean probability
    EstimatedShare found;

    bool operator==(const CalibrationBin &) const = default;
};

/// What would hold if matching linked from `threshold` on.
struct ThresholdPoint
{
    double threshold = 0;
    EstimatedShare precision;
    double coverage = 0; ///< right links over prescribers that have a team

    bool operator==(const ThresholdPoint &) const = default;
};

/// Precision of a part: a station, a record system, a month of linking.
struct QualityPart
{
    QString key;            ///< "552", "VISTA", "2026-11"
    qint64 links = 0;       ///< automatic links today
    qint64 prescribers = 0; ///< but for community care; 0 where it means nothing (months)
    EstimatedShare precision;

    bool operator==(const QualityPart &) const = default;
};

/// All that the reviewed samples say about matching.
struct QualityReport
{
    qint64 sample = 0; ///< the newest; 0: none was drawn
    QDateTime drawnAt;
    QString drawnBy;
    QString engineVersion;
    qint64 drawn = 0; ///< cases of that sample
    qint64 open = 0;  ///< of these, not yet reviewed
    EstimatedShare precision;
    double coverage = 0;
    Interval coverageInterval;
    double calibrationError = 0; ///< ECE: mean distance of said and found
    double brier = 0;            ///< mean squared distance
    QVector<CalibrationBin> calibration;
    QVector<ThresholdPoint> thresholds;
    QVector<QualityPart> stations;
    QVector<QualityPart> systems;
    QVector<QualityPart> months;

    bool operator==(const QualityReport &) const = default;
};

/// From where on matching links alone: a setting with its history.
struct MatchingThreshold
{
    qint64 version = 0; ///< 0: the program's own, never changed
    double probability = 0;
    double marginBits = 0;
    QString setBy;
    QDateTime setAt;
    QString reason;

    bool operator==(const MatchingThreshold &) const = default;
};

/// What another threshold would do to one station's links.
struct ThresholdEffect
{
    QString parentStation;
    qint64 links = 0; ///< automatic today
    qint64 added = 0; ///< at most: other guards are asked again by matching
    qint64 ended = 0; ///< become suggestions

    bool operator==(const ThresholdEffect &) const = default;
};

struct ThresholdPreview
{
    MatchingThreshold present;
    QVector<ThresholdEffect> stations; ///< those where something changes
    qint64 links = 0;
    qint64 added = 0;
    qint64 ended = 0;
    EstimatedShare precision; ///< at the threshold asked for
    double coverage = 0;

    bool operator==(const ThresholdPreview &) const = default;
};

} // namespace renewal
