// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QVector>

namespace renewal::items {

/// A small table of figures that somebody else put into words. Rows are told apart by their first cell; a
/// refresh changes cells and adds or drops rows at the end, so that selection and scroll stay.
class FiguresModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FiguresModel(const QStringList &headers, QObject *parent = nullptr);

    void setRows(const QVector<QStringList> &rows);
    const QVector<QStringList> &rows() const { return m_rows; }
    const QStringList &headers() const { return m_headers; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_headers;
    QVector<QStringList> m_rows;
};

} // namespace renewal::items
