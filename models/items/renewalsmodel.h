// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/renewalsgateway.h"
#include "models/items/pagedmodel.h"
#include "models/items/roles.h"
#include "models/items/stationdirectory.h"

namespace renewal::items {

/// The queue: one row for each renewal request that fits the query.
class RenewalsModel final : public PagedModel<Renewal>
{
    Q_OBJECT

public:
    enum Column
    {
        MedicationColumn, ///< second line: the masked patient and how urgent it is
        NumberColumn,
        LastFillColumn,
        PrescriberColumn,
        CareTeamColumn,
        NextStepColumn, ///< a chip
        ColumnCount
    };

    /// Both must outlive the model.
    RenewalsModel(RenewalsGateway *gateway, const Clock *clock, QObject *parent = nullptr);

    /// Starts over unless it is the present query; limit and cursor are the model's own business.
    void setQuery(const RenewalQuery &query);
    RenewalQuery query() const { return m_query; }
    /// Times are told in the zones of these stations.
    void setStations(const StationDirectory &stations);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QFuture<Result<Page<Renewal>>> requestPage(const QString &cursor, int limit) override;
    qint64 idOf(const Renewal &row) const override { return row.id.value; }

private:
    QString shown(const Renewal &renewal, int column) const;
    QVariant sorted(const Renewal &renewal, int column) const;
    QString spoken(const Renewal &renewal, int column) const;
    QString secondLine(const Renewal &renewal) const;

    RenewalsGateway *m_gateway;
    const Clock *m_clock;
    RenewalQuery m_query;
    bool m_started = false;
    StationDirectory m_stations;
};

} // namespace renewal::items
