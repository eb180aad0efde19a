// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"
#include "models/items/roles.h"

#include <QAbstractListModel>
#include <QHash>

namespace renewal::items {

/// A view somebody put together: one of the queue's, narrowed by stations and words.
struct SavedView
{
    QString name;
    RenewalQuery query;

    bool operator==(const SavedView &) const = default;
};

/// The views of the queue with their exact counts, under headings. IdRole is the view's word, of a saved one
/// its name after savedPrefix.
class QueueViewsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum OwnRole
    {
        CountRole = IdRole + 100, ///< QString, formatted; empty while unknown
    };
    static constexpr char16_t savedPrefix[] = u"saved:";

    explicit QueueViewsModel(QObject *parent = nullptr);

    void setCounts(const QVector<ViewCount> &counts);
    /// While unknown -1.
    qint64 count(const QString &view) const { return m_counts.value(view, -1); }
    /// The row of a view's word, or -1.
    int rowOf(const QString &view) const;

    /// Stand under a heading of their own; names are distinct.
    void setSavedViews(const QVector<SavedView> &views);
    QVector<SavedView> savedViews() const { return m_saved; }
    /// nullptr unless it is the IdRole of a saved view.
    const SavedView *savedView(const QString &id) const;
    static QString idOf(const SavedView &view);
    void setSavedCount(const QString &id, qint64 count);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Entry
    {
        QString view; ///< empty: a heading
        QString title;
    };
    void tellCounts();

    QVector<Entry> m_entries;
    QHash<QString, qint64> m_counts;
    QVector<SavedView> m_saved;
};

} // namespace renewal::items
