// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/matchingrun.h"
#include "app/service/jobrunner.h"

namespace renewal::service {

/// The kind of the jobs that match.
inline constexpr char matchingJob[] = "matching";

/// The job that matches stations.
JobRunner::Work matchingWork(const Clock &clock, const operations::MatchingOrder &order);

} // namespace renewal::service
