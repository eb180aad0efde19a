// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"
#include "models/items/stationdirectory.h"
#include "ui/paper/paper.h"

namespace renewal::ui {

/// What all papers say of themselves.
struct PaperFrame
{
    items::StationDirectory stations;
    QDateTime now;
    QString printedBy; ///< may be empty
    QString reason;    ///< patient keys are whole, and why; empty: they are masked
};

/// The renewals of a view as a table, with how many more the view holds.
Paper queuePaper(const QString &viewTitle, const Page<Renewal> &page, const PaperFrame &frame);
/// A patient's renewals with all facts, one after the other. `patient` says whose they are.
Paper bundlePaper(const QString &patient, const QVector<RenewalDetail> &details, const PaperFrame &frame);

} // namespace renewal::ui
