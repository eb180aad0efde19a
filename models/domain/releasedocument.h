// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/releaseplan.h"
#include "models/domain/rolloutreport.h"

#include <QDateTime>

namespace renewal {

/// What the figures say of one stage, or of one look back after the last one.
struct StageReport
{
    QString name; ///< "A"; "1 week"
    QDateTime from;
    QDateTime until = {}; ///< invalid: it is still on
    StageSummary summary = {};
    QVector<CriterionResult> criteria = {};

    bool operator==(const StageReport &) const = default;
};

/// One day (UTC) of the monitoring log.
struct MonitoredDay
{
    QDate day;
    QString stage = {}; ///< at its end; empty: none had begun
    std::optional<qint64> sent = {};
    std::optional<qint64> errors = {};
    std::optional<double> latency = {}; ///< seconds, the worst hour
    QStringList events = {};            ///< what happened, in the order of time

    bool operator==(const MonitoredDay &) const = default;
};

/// The release plan with all that is known of it by now.
struct ReleaseDocument
{
    ReleasePlan plan;
    QVector<StageReport> stages = {}; ///< those that have begun
    QVector<StageReport> looks = {};  ///< one week and one month after the last stage began
    QVector<MonitoredDay> days = {};
    QDateTime writtenAt = {};
    QString environment = {};

    bool operator==(const ReleaseDocument &) const = default;
};

} // namespace renewal
