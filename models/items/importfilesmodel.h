// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importrun.h"

#include <QAbstractTableModel>

namespace renewal::items {

/// Files that are about to be imported, are on their way, or have arrived.
class ImportFilesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        FileColumn, ///< below it: the folder, why not, or what is being done
        KindColumn, ///< below it: the system
        SizeColumn,
        RecordsColumn, ///< after the run
        StateColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setPreviews(const QVector<ImportPreview> &previews);
    const QVector<ImportPreview> &previews() const { return m_previews; }
    /// Takes the rows that go in over from the run and follows it; the others keep their rows. Null: back to
    /// the previews.
    void setRun(const ImportRun *run);
    /// How far the file of a row is; null before the run, and for one that did not go.
    const ImportFileState *state(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString shown(int row, int column) const;
    QString secondLine(int row, int column) const;

    QVector<ImportPreview> m_previews;
    const ImportRun *m_run = nullptr;
    QVector<int> m_fileOfRow; ///< -1: not in the run
};

} // namespace renewal::items
