// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>

namespace renewal {

/// What a success criterion says about the present stage.
enum class CriterionVerdict
{
    Met,
    NotMet,
    TooLittleData, ///< no verdict: too few observations, or none
};

/// "met", "not_met", "too_little_data".
QString toString(CriterionVerdict verdict);
std::optional<CriterionVerdict> criterionVerdictFromString(QStringView word);

/// One success criterion of the release plan, measured over the present stage.
struct CriterionResult
{
    QString key;                    ///< stable: "message_send_errors"
    QString title;                  ///< for people
    bool atMost = true;             ///< the value must be at most the limit; else at least
    double limit = 0;               ///< in `unit`; of no use with a baseline
    QString unit;                   ///< "%", "s"; empty for a score
    QString metric;                 ///< key of the series that is charted for it; may be empty
    std::optional<double> now = {}; ///< in `unit`; unset when there is no observation at all
    std::optional<double> numerator = {};
    std::optional<double> denominator = {}; ///< how many observations `now` rests on
    QString comparedWith = {};              ///< "before the rollout"; empty when the limit is a fixed number
    std::optional<double> baseline = {};
    CriterionVerdict verdict = CriterionVerdict::TooLittleData;
    QString sentence = {}; ///< one sentence that tells the verdict and what it rests on
    /// Until there is enough data, should it go on as it did; unset when there is, or nothing arrives.
    std::optional<int> daysToGo = {};
    /// Where the true value is, in `unit`; with a baseline, its distance from that. All ranges of all
    /// criteria and stages of a rollout hold together, whenever somebody looks, with a chance of 95 %.
    std::optional<double> lower = {};
    std::optional<double> upper = {};
    /// The least value beyond the limit that this stage would have found with a chance of 80 %.
    std::optional<double> wouldBeSeen = {};

    bool operator==(const CriterionResult &) const = default;
};

/// One step on the way from the renewal link to the sent message, counted over the present stage.
struct FunnelStep
{
    QString key;      ///< stable: "chose_care_team"
    QString title;    ///< for people
    qint64 count = 0; ///< people, each once

    bool operator==(const FunnelStep &) const = default;
};

/// The word of one discipline for one stage. All of them must have been given before it begins.
struct SignOff
{
    QString discipline; ///< "product", "engineering", "ux_research", "qa", "depo_octo"
    QString stage;      ///< name of the stage it allows: "C"
    bool given = false;
    QString by = {};
    QDateTime at = {};
    QString note = {};

    bool operator==(const SignOff &) const = default;
};

/// "Look at this": one place that behaves differently from the rest.
struct RolloutNotice
{
    QString text;    ///< one or two sentences
    QString station; ///< parent station
    QString ehr;     ///< word of the record system
    QString metric;  ///< key of the criterion that it is about
    QDateTime since; ///< when it began

    bool operator==(const RolloutNotice &) const = default;
};

/// The present stage in figures; what is not known is unset.
struct StageSummary
{
    std::optional<qint64> uniqueUsers = {};
    std::optional<qint64> messagesSent = {};
    std::optional<qint64> errors = {};
    QString errorsByType = {}; ///< "SM API 27, web 6"; empty when not known
    QString downstream = {};   ///< one sentence on effects on other systems; empty when not known

    bool operator==(const StageSummary &) const = default;
};

/// Something that went wrong during the rollout, and what was done about it.
struct Incident
{
    QDateTime at;
    QString severity; ///< "low", "high", "critical"
    QString text;
    QString resolution = {}; ///< empty: still open

    bool operator==(const Incident &) const = default;
};

} // namespace renewal
