// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>

namespace renewal {

/// The toggle the rollout steers.
inline constexpr char renewalRequestToggle[] = "mhv_secure_messaging_medications_renewal_request";
/// The toggle that gates Oracle Health facilities on the rollout list (contracts.md 4.5).
inline constexpr char oracleHealthRolloutToggle[] = "mhv_medications_oh_renewal_message_rollout";

/// One value of /v0/feature_toggles: per user or cookie, never the gate settings.
struct FeatureToggle
{
    QString name; ///< snake_case
    bool value = false;

    bool operator==(const FeatureToggle &) const = default;
};

/// A Flipper feature with its gates (contracts.md 5.2).
struct FlipperFeature
{
    QString key;
    QString state; ///< on, off, conditional
    bool boolean = false;
    std::optional<double> percentageOfActors;
    std::optional<double> percentageOfTime;
    int actorCount = 0; ///< actors are personal data: only their number is kept
    QVector<QString> groups;

    bool operator==(const FlipperFeature &) const = default;
};

/// One step of the staged rollout.
struct RolloutStage
{
    QString name; ///< "A"
    double percent = 0;
    QDateTime plannedAt;
    QDateTime startedAt; ///< invalid: not yet reached
    int minimumDays = 0; ///< how long it must be on before the next; 0: the plan does not say

    bool operator==(const RolloutStage &) const = default;
};

/// The staged rollout of one toggle, in the order of its stages.
struct RolloutPlan
{
    QString toggle;
    QString environment; ///< "production", "simulated"
    QVector<RolloutStage> stages;
    QVector<SignOff> signOffs = {};
    QVector<Incident> incidents = {}; ///< newest first
    QString downstream = {};          ///< what is known of effects on other systems

    bool operator==(const RolloutPlan &) const = default;
};

/// One measured value. A missing value is a gap, never zero.
struct MetricPoint
{
    QDateTime at;
    std::optional<double> value;
    std::optional<double> count; ///< how many observations it rests on

    bool operator==(const MetricPoint &) const = default;
};

/// A time series of one metric from one source.
struct MetricSeries
{
    QString key;    ///< stable: "message_send_errors"
    QString title;  ///< for people
    QString unit;   ///< "per hour", "%", "s"
    QString source; ///< "datadog", "prometheus", "ga4", "csv", "simulated"
    QString query;
    QString labels; ///< scope, sorted "key:value" list joined by commas
    std::optional<double> threshold;
    QVector<MetricPoint> points;

    bool operator==(const MetricSeries &) const = default;
};

} // namespace renewal
