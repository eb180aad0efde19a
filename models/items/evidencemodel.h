// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/evidencestory.h"
#include "models/items/roles.h"

#include <QAbstractTableModel>

namespace renewal::items {

/// The evidence for one candidate as a table: each step, what it weighs, and how sure one may be after it.
class EvidenceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        EvidenceColumn,
        BitsColumn,
        SureColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setStory(const correlation::EvidenceStory &story);
    const correlation::EvidenceStory &story() const { return m_story; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString shown(int row, int column) const;

    correlation::EvidenceStory m_story;
};

/// "+9.1" with a true minus sign; "0.0" has none.
QString bitsText(double bits);

} // namespace renewal::items
