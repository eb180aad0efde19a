// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/importsmodel.h"

#include "models/items/datetexts.h"
#include "models/items/importtexts.h"

#include <QLocale>

namespace renewal::items {

ImportsModel::ImportsModel(ImportsGateway *gateway, const QTimeZone &zone, QObject *parent)
    : PagedModel(parent)
    , m_gateway(gateway)
    , m_zone(zone)
{
}

int ImportsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QFuture<Result<Page<ImportReport>>> ImportsModel::requestPage(const QString &cursor, int limit)
{
    return m_gateway->imports(cursor, limit);
}

QString ImportsModel::shown(const ImportReport &report, int column) const
{
    const QLocale locale;
    switch (column) {
    case TimeColumn:
        return zonedTime(report.startedAt, m_zone);
    case FileColumn:
        return report.fileName;
    case ActorColumn:
        return report.actor;
    case TakenColumn:
        return locale.toString(report.taken);
    case SetAsideColumn:
        return report.setAsideCount > 0 ? locale.toString(report.setAsideCount) : QString();
    case StateColumn:
        return reportStateText(report).text;
    default:
        return {};
    }
}

QVariant ImportsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ImportReport &report = *row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shown(report, column);
    case Qt::ToolTipRole:
        return column == StateColumn ? report.text : shown(report, column);
    case SortRole:
        if (column == TimeColumn)
            return report.startedAt;
        if (column == TakenColumn || column == SetAsideColumn)
            return column == TakenColumn ? report.taken : report.setAsideCount;
        return shown(report, column);
    case Qt::AccessibleTextRole: {
        const QString value = shown(report, column);
        return tr("%1: %2", "column, value")
            .arg(headerData(column, Qt::Horizontal).toString(), value.isEmpty() ? tr("none") : value);
    }
    case ToneRole:
        return column == StateColumn ? QVariant(static_cast<int>(reportStateText(report).tone)) : QVariant();
    case IdRole:
        return report.id.value;
    case QuietRole:
        return column == TimeColumn;
    case StrongRole:
        return column == FileColumn;
    default:
        return {};
    }
}

QVariant ImportsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("When");
    case FileColumn:
        return tr("File");
    case ActorColumn:
        return tr("Who");
    case TakenColumn:
        return tr("Went in");
    case SetAsideColumn:
        return tr("Set aside");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace renewal::items
