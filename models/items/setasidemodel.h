// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importsgateway.h"
#include "models/items/pagedmodel.h"
#include "models/items/roles.h"

namespace renewal::items {

/// The records that one import set aside: place and reason.
class SetAsideModel final : public PagedModel<SetAside>
{
    Q_OBJECT

public:
    enum Column
    {
        PlaceColumn, ///< below it: why; the file when there are several
        ColumnCount
    };

    /// The gateway must outlive the model.
    explicit SetAsideModel(ImportsGateway *gateway, QObject *parent = nullptr);

    void setImport(ImportId import, bool namesFiles);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QFuture<Result<Page<SetAside>>> requestPage(const QString &cursor, int limit) override;
    qint64 idOf(const SetAside &row) const override;

private:
    QString placeText(const SetAside &item) const;

    ImportsGateway *m_gateway;
    ImportId m_import;
    bool m_namesFiles = false;
};

} // namespace renewal::items
