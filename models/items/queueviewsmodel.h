// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"
#include "models/items/roles.h"

#include <QAbstractListModel>
#include <QHash>

namespace renewal::items {

/// The views of the queue with their exact counts, under headings. IdRole is the view's word.
class QueueViewsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum OwnRole
    {
        CountRole = IdRole + 100, ///< QString, formatted; empty while unknown
    };

    explicit QueueViewsModel(QObject *parent = nullptr);

    void setCounts(const QVector<ViewCount> &counts);
    /// While unknown -1.
    qint64 count(const QString &view) const { return m_counts.value(view, -1); }
    /// The row of a view's word, or -1.
    int rowOf(const QString &view) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Entry
    {
        QString view; ///< empty: a heading
        QString title;
    };
    QVector<Entry> m_entries;
    QHash<QString, qint64> m_counts;
};

} // namespace renewal::items
