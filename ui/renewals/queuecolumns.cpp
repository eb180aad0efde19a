// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/queuecolumns.h"

#include "models/items/renewalsmodel.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/typography.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace renewal::ui {

using Model = items::RenewalsModel;

namespace {
constexpr int leastMedication = 172; ///< of the drawn design, as all widths here
constexpr int leastName = 84;
constexpr int checkWidth = 28;
} // namespace

QueueColumns::QueueColumns(QTableView *table)
    : QObject(table)
    , m_table(table)
{
    table->horizontalHeader()->setMinimumSectionSize(scaled(table, checkWidth));
    setColumnWidths(table, Model::MedicationColumn,
                    {{Model::CheckColumn, checkWidth},
                     {Model::NumberColumn, 80},
                     {Model::LastFillColumn, 92},
                     {Model::PrescriberColumn, 112},
                     {Model::CareTeamColumn, 120},
                     {Model::NextStepColumn, 118}});
    table->horizontalHeader()->setSectionResizeMode(Model::CheckColumn, QHeaderView::Fixed);
    for (int column = 0; column < Model::ColumnCount; ++column)
        m_sizes.insert(column, table->columnWidth(column));
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        if (!m_fitting && size > 0)
            m_sizes.insert(column, size);
    });
    table->viewport()->installEventFilter(this);
}

bool QueueColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void QueueColumns::fit()
{
    m_fitting = true;
    int room = m_table->viewport()->width() - scaled(m_table, leastMedication);
    for (const int column :
         {Model::CheckColumn, Model::PrescriberColumn, Model::CareTeamColumn, Model::NextStepColumn})
        room -= m_sizes.value(column);
    int left = room;
    for (const int column : {Model::NumberColumn, Model::LastFillColumn}) {
        left -= m_sizes.value(column);
        m_table->setColumnHidden(column, left < 0);
    }
    // What is still missing is taken from the two columns of names alike.
    const int missing = std::max(-room, 0);
    const int least = scaled(m_table, leastName);
    for (const int column : {Model::PrescriberColumn, Model::CareTeamColumn}) {
        const int size =
            std::max(std::min(m_sizes.value(column), least), m_sizes.value(column) - missing / 2);
        m_table->setColumnWidth(column, size);
    }
    m_fitting = false;
}

} // namespace renewal::ui
