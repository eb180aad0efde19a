// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditmodel.h"

#include "models/items/datetexts.h"

#include <QLocale>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct ActionText
{
    const char *action;
    const char *text;
};
constexpr ActionText actionTexts[] = {
    {"correlation.linked", QT_TRANSLATE_NOOP("AuditModel", "Linked to a care team")},
    {"correlation.refused", QT_TRANSLATE_NOOP("AuditModel", "Said that no candidate fits")},
    {"correlation.external", QT_TRANSLATE_NOOP("AuditModel", "Marked as community care")},
    {"correlation.undone", QT_TRANSLATE_NOOP("AuditModel", "Took a decision back")},
    {"correlation.matched", QT_TRANSLATE_NOOP("AuditModel", "Matched a prescriber")},
    {"matching.finished", QT_TRANSLATE_NOOP("AuditModel", "Finished matching")},
    {"import.finished", QT_TRANSLATE_NOOP("AuditModel", "Finished an import")},
};

/// "prescriber/42" reads "prescriber 42".
QString subjectText(const QString &subject)
{
    QString text = subject;
    return text.replace(u'/', u' ').replace(u'_', u' ');
}
} // namespace

QString auditActionText(const QString &action)
{
    for (const ActionText &row : actionTexts) {
        if (action == QLatin1StringView(row.action))
            return QCoreApplication::translate("AuditModel", row.text);
    }
    QString plain = action;
    return plain.replace(u'.', u' ').replace(u'_', u' ');
}

AuditModel::AuditModel(SystemGateway *gateway, const QTimeZone &zone, QObject *parent)
    : PagedModel(parent)
    , m_gateway(gateway)
    , m_zone(zone)
{
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QFuture<Result<Page<AuditEvent>>> AuditModel::requestPage(const QString &cursor, int limit)
{
    return m_gateway->audit(cursor, limit);
}

QString AuditModel::shown(const AuditEvent &event, int column) const
{
    switch (column) {
    case TimeColumn:
        return readableTime(event.at, m_zone);
    case ActorColumn:
        return event.actor;
    case ActionColumn:
        return auditActionText(event.action);
    case SubjectColumn:
        return subjectText(event.subject);
    case NoteColumn:
        return event.note;
    default:
        return {};
    }
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AuditEvent &event = *row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shown(event, column);
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
        return column == TimeColumn || column == SubjectColumn;
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
        return tr("Time");
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
