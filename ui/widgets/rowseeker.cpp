// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowseeker.h"

#include "models/items/pagedmodelbase.h"
#include "models/items/roles.h"

#include <QTableView>

#include <algorithm>
#include <utility>

namespace renewal::ui {

namespace {
constexpr int mostRows = 2000; ///< what was searched for stands at the top
}

RowSeeker::RowSeeker(QTableView *view, items::PagedModelBase *model)
    : QObject(view)
    , m_view(view)
    , m_model(model)
{
    connect(model, &items::PagedModelBase::stateChanged, this, &RowSeeker::look);
}

void RowSeeker::seek(qint64 id)
{
    m_wanted = id;
    look();
}

int RowSeeker::rowOf(qint64 id) const
{
    const int rows = std::min(m_model->rowCount(), mostRows);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data(items::IdRole).toLongLong() == id && !index.data(items::HeadingRole).toBool())
            return row;
    }
    return -1;
}

void RowSeeker::look()
{
    if (m_wanted == 0 || m_model->isLoading() || !m_model->isAnswered())
        return;
    const qint64 id = std::exchange(m_wanted, 0);
    const int row = rowOf(id);
    if (row < 0) {
        emit missed(id);
        return;
    }
    m_view->selectRow(row);
    m_view->scrollTo(m_model->index(row, 0));
}

} // namespace renewal::ui
