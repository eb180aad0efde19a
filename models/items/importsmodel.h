// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importsgateway.h"
#include "models/items/pagedmodel.h"
#include "models/items/roles.h"

#include <QTimeZone>

namespace renewal::items {

/// The reports of imports that are kept, newest first.
class ImportsModel final : public PagedModel<ImportReport>
{
    Q_OBJECT

public:
    enum Column
    {
        TimeColumn,
        FileColumn,
        ActorColumn,
        TakenColumn,
        SetAsideColumn,
        StateColumn,
        ColumnCount
    };

    /// The gateway must outlive the model; times are told in `zone`.
    ImportsModel(ImportsGateway *gateway, const QTimeZone &zone, QObject *parent = nullptr);

    void load() { restart(); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QFuture<Result<Page<ImportReport>>> requestPage(const QString &cursor, int limit) override;
    qint64 idOf(const ImportReport &row) const override { return row.id.value; }

private:
    QString shown(const ImportReport &report, int column) const;

    ImportsGateway *m_gateway;
    QTimeZone m_zone;
};

} // namespace renewal::items
