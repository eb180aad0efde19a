// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queueviewsmodel.h"

#include <QLocale>

namespace renewal::items {

using namespace Qt::StringLiterals;

QueueViewsModel::QueueViewsModel(QObject *parent)
    : QAbstractListModel(parent)
{
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    m_entries = {
        {{}, tr("Queue")},
        {word(views::needsRouting), tr("Needs routing")},
        {word(views::overdue), tr("Overdue")},
        {word(views::dueToday), tr("Due today")},
        {word(views::readyToRoute), tr("Ready to route")},
        {word(views::inReview), tr("In review")},
        {word(views::allPending), tr("All pending")},
        {{}, tr("Set apart")},
        {word(views::external), tr("External")},
        {word(views::notRenewable), tr("Not renewable")},
        {{}, tr("Done")},
        {word(views::closed), tr("Closed")},
    };
}

void QueueViewsModel::setCounts(const QVector<ViewCount> &counts)
{
    m_counts.clear();
    for (const ViewCount &count : counts)
        m_counts.insert(count.view, count.count);
    emit dataChanged(index(0), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
}

int QueueViewsModel::rowOf(const QString &view) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (!view.isEmpty() && m_entries[row].view == view)
            return row;
    }
    return -1;
}

int QueueViewsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant QueueViewsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[index.row()];
    const qint64 number = count(entry.view);
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case SortRole:
        return index.row();
    case IdRole:
        return entry.view;
    case HeadingRole:
        return entry.view.isEmpty();
    case CountRole:
        return number < 0 ? QString() : QLocale().toString(number);
    case Qt::AccessibleTextRole:
        return number < 0 ? entry.title
                          : tr("%1, %2", "view, count").arg(entry.title, QLocale().toString(number));
    default:
        return {};
    }
}

Qt::ItemFlags QueueViewsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || data(index, HeadingRole).toBool())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace renewal::items
