// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditmodel.h"

#include "models/items/datetexts.h"

namespace renewal::items {

using namespace Qt::StringLiterals;

AuditModel::AuditModel(SystemGateway *gateway, const QTimeZone &zone, QObject *parent)
    : PagedModel(parent)
    , m_gateway(gateway)
    , m_zone(zone)
{
}

void AuditModel::setQuery(const AuditQuery &query)
{
    m_query = query;
    restart();
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QFuture<Result<Page<AuditEvent>>> AuditModel::requestPage(const QString &cursor, int limit)
{
    AuditQuery query = m_query;
    query.cursor = cursor;
    query.limit = limit;
    return m_gateway->audit(query);
}

QString AuditModel::shown(const AuditEvent &event, int column) const
{
    switch (column) {
    case TimeColumn:
        return zonedTime(event.at, m_zone);
    case ActorColumn:
        return event.actor;
    case ActionColumn:
        return auditActionText(event.action);
    case SubjectColumn:
        return auditSubjectText(event);
    case NoteColumn:
        return event.note;
    default:
        return {};
    }
}

QString AuditModel::exactTime(const QDateTime &at, const QTimeZone &zone)
{
    return tr("%1 in %2", "time, time zone")
        .arg(readableTime(at, zone), zone.displayName(at, QTimeZone::LongName));
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AuditEvent &event = *row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shown(event, column);
    case Qt::ToolTipRole:
        return column == TimeColumn ? exactTime(event.at, m_zone) : shown(event, column);
    case SortRole:
        return column == TimeColumn ? QVariant(event.at) : QVariant(shown(event, column));
    case Qt::AccessibleTextRole: {
        const QString value = shown(event, column);
        return tr("%1: %2", "column, value")
            .arg(headerData(column, Qt::Horizontal).toString(), value.isEmpty() ? tr("none") : value);
    }
    case IdRole:
        return event.sequence;
    case QuietRole:
        return column == TimeColumn || column == NoteColumn;
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("When");
    case ActorColumn:
        return tr("Who");
    case ActionColumn:
        return tr("What");
    case SubjectColumn:
        return tr("About");
    case NoteColumn:
        return tr("Note");
    default:
        return {};
    }
}

} // namespace renewal::items
