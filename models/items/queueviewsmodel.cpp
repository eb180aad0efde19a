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
        {word(views::returned), tr("Returned")},
        {word(views::assignedToMe), tr("Assigned to me")},
        {word(views::allPending), tr("All pending")},
        {{}, tr("Set apart")},
        {word(views::external), tr("External")},
        {word(views::notRenewable), tr("Not renewable")},
        {{}, tr("Done")},
        {word(views::routed), tr("Routed")},
        {word(views::denied), tr("Denied")},
        {word(views::closed), tr("All done")},
    };
}

void QueueViewsModel::setCounts(const QVector<ViewCount> &counts)
{
    m_counts.removeIf([this](const auto &it) { return !savedView(it.key()); });
    for (const ViewCount &count : counts)
        m_counts.insert(count.view, count.count);
    tellCounts();
}

void QueueViewsModel::setSavedCount(const QString &id, qint64 count)
{
    if (count < 0)
        m_counts.remove(id);
    else
        m_counts.insert(id, count);
    tellCounts();
}

void QueueViewsModel::tellCounts()
{
    emit dataChanged(index(0), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
}

QString QueueViewsModel::idOf(const SavedView &view)
{
    return QString::fromUtf16(savedPrefix) + view.name;
}

const SavedView *QueueViewsModel::savedView(const QString &id) const
{
    for (const SavedView &view : m_saved) {
        if (idOf(view) == id)
            return &view;
    }
    return nullptr;
}

void QueueViewsModel::setSavedViews(const QVector<SavedView> &views)
{
    // They stand behind "All pending". Only rows that differ come and go: the chosen one stays chosen.
    const int heading = rowOf(QString::fromLatin1(views::allPending)) + 1;
    QVector<Entry> wanted;
    if (!views.isEmpty())
        wanted.append({{}, tr("Saved views")});
    for (const SavedView &view : views)
        wanted.append({idOf(view), view.name});
    int present = m_saved.isEmpty() ? 0 : static_cast<int>(m_saved.size()) + 1;
    int same = 0;
    while (same < present && same < wanted.size() && m_entries[heading + same].view == wanted[same].view)
        ++same;
    m_saved = views;
    if (same < present) {
        beginRemoveRows({}, heading + same, heading + present - 1);
        m_entries.remove(heading + same, present - same);
        endRemoveRows();
    }
    if (same < wanted.size()) {
        beginInsertRows({}, heading + same, heading + static_cast<int>(wanted.size()) - 1);
        for (int i = same; i < wanted.size(); ++i)
            m_entries.insert(heading + i, wanted[i]);
        endInsertRows();
    }
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
