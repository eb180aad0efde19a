// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QVector>

/// Which links people look at blind.
namespace renewal::correlation {

/// One prescriber whose best candidate can be judged.
struct ReviewFrameRow
{
    PrescriberId prescriber;
    double probability = 0;
    bool automatic = false; ///< else suggested
};

/// The cases of one kind and about one probability, and the drawn ones among them.
struct ReviewStratum
{
    double low = 0;
    double high = 1;
    bool automatic = false;
    qint64 population = 0;
    QVector<PrescriberId> drawn; ///< in the order of drawing
};

/// Draws `size` cases, or all if there are fewer. Three in four are automatic links, the others suggestions,
/// so that a lower threshold can be judged. Within a kind the sizes follow Neyman (JRSS 97 (1934) 558): more
/// where there are more and where matching is less sure, at least one of each stratum. The same rows, size
/// and seed give the same sample, whatever the order of the rows.
QVector<ReviewStratum> drawReview(const QVector<ReviewFrameRow> &frame, int size, quint64 seed);

} // namespace renewal::correlation
