// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bulkwriter.h"
#include "models/base/result.h"
#include "models/exchange/record.h"

#include <QString>
#include <QStringList>

namespace renewal::operations {

/// Where staged rows belong: which import, and where its extract ids are valid.
struct StagingContext
{
    ImportId import;
    QString extract;
};

/// A staging table that takes one kind of record.
struct StagingTable
{
    QString name;
    QStringList columns;
};

/// All staging tables that hold records; the index is that of the Record's alternative. Several kinds share
/// one table. UpstreamError has none: its name is empty.
const StagingTable &stagingTable(const exchange::Record &record);
/// The names of all of them, each once.
QStringList stagingTableNames();

/// Appends a record, as one row or more, to the writer of its table.
Done stage(store::BulkWriter &writer, const StagingContext &context, qint64 seq,
           const exchange::Record &record);

/// A renewal is under way for this prescription: a pending-renewal order, or a submitted request.
bool asksForRenewal(const Prescription &prescription);
/// The pending-renewal order itself (source PD, status Renew), which no renewability rule is made for.
bool isPendingRenewalOrder(const Prescription &prescription);

} // namespace renewal::operations
