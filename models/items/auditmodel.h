// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/systemgateway.h"
#include "models/items/audittexts.h"
#include "models/items/pagedmodel.h"
#include "models/items/roles.h"

#include <QTimeZone>

namespace renewal::items {

/// The record of what was done, newest first.
class AuditModel final : public PagedModel<AuditEvent>
{
    Q_OBJECT

public:
    enum Column
    {
        TimeColumn,
        ActorColumn,
        ActionColumn,
        SubjectColumn,
        NoteColumn,
        ColumnCount
    };

    /// The gateway must outlive the model; times are told in `zone`.
    AuditModel(SystemGateway *gateway, const QTimeZone &zone, QObject *parent = nullptr);

    void setQuery(const AuditQuery &query);
    /// limit and cursor mean nothing.
    const AuditQuery &query() const { return m_query; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QFuture<Result<Page<AuditEvent>>> requestPage(const QString &cursor, int limit) override;
    qint64 idOf(const AuditEvent &row) const override { return row.sequence; }

private:
    QString shown(const AuditEvent &event, int column) const;
    static QString exactTime(const QDateTime &at, const QTimeZone &zone);

    SystemGateway *m_gateway;
    QTimeZone m_zone;
    AuditQuery m_query;
};

} // namespace renewal::items
