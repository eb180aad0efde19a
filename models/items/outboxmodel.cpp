// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/outboxmodel.h"

#include "models/items/datetexts.h"

namespace renewal::items {

OutboxModel::OutboxModel(OutboxGateway *gateway, const Clock *clock, QObject *parent)
    : PagedModel(parent)
    , m_gateway(gateway)
    , m_clock(clock)
{
}

void OutboxModel::setList(OutboxList list)
{
    m_list = list;
    restart();
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QFuture<Result<Page<OutboxItem>>> OutboxModel::requestPage(const QString &cursor, int limit)
{
    return m_gateway->items(m_list, limit, cursor);
}

QString OutboxModel::shown(const OutboxItem &item, int column) const
{
    switch (column) {
    case MedicationColumn:
        return item.drug.isEmpty() ? tr("Medication not named") : item.drug;
    case PatientColumn:
        return item.patientShown;
    case CareTeamColumn:
        return item.entry.careTeamName;
    case ProblemColumn:
        return item.text;
    case SinceColumn: {
        const QDateTime &since =
            item.entry.attemptedAt.isValid() ? item.entry.attemptedAt : item.entry.queuedAt;
        // Those of a version that sent nothing have no time of their own.
        return since.toSecsSinceEpoch() > 0 ? ago(since, m_clock->now()) : QString();
    }
    default:
        return {};
    }
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OutboxItem &item = *row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shown(item, column);
    case SortRole:
        return column == SinceColumn ? QVariant(item.entry.attemptedAt) : QVariant(shown(item, column));
    case Qt::AccessibleTextRole: {
        const QString value = shown(item, column);
        return tr("%1: %2", "column, value")
            .arg(headerData(column, Qt::Horizontal).toString(), value.isEmpty() ? tr("none") : value);
    }
    case IdRole:
        return item.entry.id.value;
    case QuietRole:
        return column == SinceColumn || column == PatientColumn;
    case StrongRole:
        return column == MedicationColumn;
    default:
        return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MedicationColumn:
        return tr("Medication");
    case PatientColumn:
        return tr("Patient");
    case CareTeamColumn:
        return tr("Care team");
    case ProblemColumn:
        return tr("What stands in the way");
    case SinceColumn:
        return tr("Last try");
    default:
        return {};
    }
}

} // namespace renewal::items
