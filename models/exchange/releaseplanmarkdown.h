// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/releasedocument.h"

namespace renewal::exchange {

/// The release plan with its results in the order of VA's template: background, development, validation,
/// production rollout with the way back, criteria, the stages with their results, looks after the launch, and
/// the monitoring log. Its words are the template's, whatever the language of the program.
QString releasePlanMarkdown(const ReleaseDocument &document);

/// Something about one line of a document.
struct PlanRemark
{
    int line = 0; ///< from 1; 0: of the document as a whole
    QString text; ///< what is wrong, and what to do

    bool operator==(const PlanRemark &) const = default;
};

/// What a document says of the plan. Results and the log are figures of the program and not read.
struct ReadReleasePlan
{
    ReleasePlan plan;
    QVector<PlanRemark> problems = {}; ///< empty: the plan may be taken
    QVector<PlanRemark> leftOut = {};  ///< what a plan has no place for

    bool isGood() const { return problems.isEmpty(); }
};

/// Reads what releasePlanMarkdown() writes, and plans that people wrote by VA's template: bold lines as
/// headings, bullets without a space, and blanks such as [FILL_IN].
ReadReleasePlan readReleasePlan(const QString &markdown);

} // namespace renewal::exchange
