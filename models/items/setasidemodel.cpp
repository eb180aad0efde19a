// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/setasidemodel.h"

#include <QHashFunctions>

namespace renewal::items {

SetAsideModel::SetAsideModel(ImportsGateway *gateway, QObject *parent)
    : PagedModel(parent)
    , m_gateway(gateway)
{
}

void SetAsideModel::setImport(ImportId import, bool namesFiles)
{
    m_namesFiles = namesFiles;
    if (m_import == import)
        return refresh();
    m_import = import;
    restart();
}

QFuture<Result<Page<SetAside>>> SetAsideModel::requestPage(const QString &cursor, int limit)
{
    return m_gateway->setAside(m_import, cursor, limit);
}

/// A record has no id of its own; its place in its file is one.
qint64 SetAsideModel::idOf(const SetAside &row) const
{
    return static_cast<qint64>(qHashMulti(0, row.file, row.place, row.reason));
}

int SetAsideModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SetAsideModel::placeText(const SetAside &item) const
{
    return m_namesFiles ? tr("%1, %2", "file, place in it").arg(item.file, item.place) : item.place;
}

QVariant SetAsideModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SetAside &item = *row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return placeText(item);
    case SecondLineRole:
        return item.reason;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "place, reason").arg(placeText(item), item.reason);
    case IdRole:
        return idOf(item);
    default:
        return {};
    }
}

QVariant SetAsideModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section != PlaceColumn)
        return {};
    return tr("Set aside");
}

} // namespace renewal::items
