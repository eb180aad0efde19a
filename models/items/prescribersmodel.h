// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/items/pagedmodel.h"
#include "models/items/roles.h"

namespace renewal::items {

/// The work list of the correlations workspace: prescribers, those with most waiting renewals first.
class PrescribersModel final : public PagedModel<PrescriberSummary>
{
    Q_OBJECT

public:
    enum Column
    {
        PrescriberColumn, ///< second line: station and what is known
        WaitingColumn,
        StateColumn, ///< a chip
        ColumnCount
    };

    /// The gateway must outlive the model.
    explicit PrescribersModel(CorrelationsGateway *gateway, QObject *parent = nullptr);

    void setQuery(const PrescriberQuery &query);
    PrescriberQuery query() const { return m_query; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QFuture<Result<Page<PrescriberSummary>>> requestPage(const QString &cursor, int limit) override;
    qint64 idOf(const PrescriberSummary &row) const override { return row.prescriber.id.value; }

private:
    CorrelationsGateway *m_gateway;
    PrescriberQuery m_query;
    bool m_started = false;
};

} // namespace renewal::items
