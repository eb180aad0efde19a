// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/outboxgateway.h"
#include "models/items/pagedmodel.h"
#include "models/items/roles.h"

namespace renewal::items {

/// The messages of one list of the outbox.
class OutboxModel final : public PagedModel<OutboxItem>
{
    Q_OBJECT

public:
    enum Column
    {
        MedicationColumn,
        PatientColumn,
        CareTeamColumn,
        ProblemColumn,
        SinceColumn,
        ColumnCount
    };

    /// Both must outlive the model.
    OutboxModel(OutboxGateway *gateway, const Clock *clock, QObject *parent = nullptr);

    /// Asks for the rows of that list.
    void setList(OutboxList list);
    OutboxList list() const { return m_list; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QFuture<Result<Page<OutboxItem>>> requestPage(const QString &cursor, int limit) override;
    qint64 idOf(const OutboxItem &row) const override { return row.entry.id.value; }

private:
    QString shown(const OutboxItem &item, int column) const;

    OutboxGateway *m_gateway;
    const Clock *m_clock;
    OutboxList m_list = OutboxList::DeadLetters;
};

} // namespace renewal::items
