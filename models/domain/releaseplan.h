// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace renewal {

/// A toggle that the release is steered by.
struct PlannedToggle
{
    QString name;
    QString description = {};

    bool operator==(const PlannedToggle &) const = default;
};

/// One thing to do before the first stage.
struct ChecklistItem
{
    QString text;
    bool done = false;
    bool isPart = false; ///< of the item before it

    bool operator==(const ChecklistItem &) const = default;
};

/// Who watches the figures.
struct PlanMonitor
{
    QString role; ///< "Product Manager"
    QString who = {};

    bool operator==(const PlanMonitor &) const = default;
};

/// What is asked of the figures before the next stage.
struct PlannedCriterion
{
    QString key; ///< of rollout::Criterion
    QString title = {};
    bool atMost = true;               ///< else at least
    std::optional<double> limit = {}; ///< unset: no worse than before the rollout
    QString unit = {};

    bool operator==(const PlannedCriterion &) const = default;
};

/// One step of the staged rollout as it is planned, and what people say of it afterwards.
struct PlannedStage
{
    QString name;        ///< "A"
    double percent = 0;  ///< of users; of no use with an allow-list
    bool allowList = {}; ///< only for users who are named in Flipper
    QDate plannedOn = {};
    int minimumDays = 0; ///< how long it must be on before the next; 0: the plan does not say
    std::optional<qint64> expectedUsers = {};
    QString downstream = {}; ///< was another service affected
    QString changes = {};    ///< what has to change before the next stage

    bool operator==(const PlannedStage &) const = default;
};

/// What is done about an issue of each severity, step by step.
struct RollbackPlan
{
    QString intro = {}; ///< who watches, and whom they tell
    QStringList critical = {};
    QStringList high = {};
    QStringList low = {};

    bool operator==(const RollbackPlan &) const = default;
};

/// The release plan of a rollout. Texts of several lines are trimmed, all others are one line.
struct ReleasePlan
{
    QString title = {};
    QString background = {};
    QString overview = {};
    QVector<PlannedToggle> toggles = {}; ///< the leading one first
    QVector<ChecklistItem> checklist = {};
    QString stagedRollout = {}; ///< why the rollout is staged
    RollbackPlan rollback = {};
    QString exposure = {}; ///< how the number of users is limited
    QStringList dashboards = {};
    QVector<PlanMonitor> monitors = {};
    QVector<PlannedCriterion> criteria = {};
    QVector<PlannedStage> stages = {};

    bool operator==(const ReleasePlan &) const = default;
};

/// What a plan has that no rollout can be steered by.
struct PlanFault
{
    enum class Part
    {
        Whole,
        Toggle,
        Monitor,
        Criterion,
        Stage,
    };
    Part part = Part::Whole;
    int index = -1; ///< of the toggle, criterion, ...
    QString text;   ///< one sentence: what is wrong, and what to do
};

/// As it is kept: one-line texts on one line, others trimmed line by line, empty entries left out.
ReleasePlan normalised(const ReleasePlan &plan);
/// Of a normalised plan, in its order; empty: it may be kept.
QVector<PlanFault> faultsOf(const ReleasePlan &plan);
/// SHA-256 in hexadecimal of what a sign-off agrees to: toggles, criteria and stages but for what is said of
/// them afterwards.
QString fingerprint(const ReleasePlan &plan);

/// "5 %", "allow-list": for documents, in the C locale.
QString audienceText(const PlannedStage &stage);

} // namespace renewal
