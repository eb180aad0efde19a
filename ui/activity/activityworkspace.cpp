// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activityworkspace.h"

#include "models/items/auditmodel.h"
#include "ui/widgets/listframe.h"
#include "ui/widgets/tablesetup.h"

#include <QTableView>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ActivityWorkspace::ActivityWorkspace(SystemGateway *gateway, QWidget *parent)
    : Workspace(parent)
    , m_model(new items::AuditModel(gateway, QTimeZone::systemTimeZone(), this))
    , m_table(new QTableView(this))
{
    setObjectName(u"activityWorkspace"_s);
    m_table->setObjectName(u"activityTable"_s);
    m_table->setAccessibleName(tr("Activity"));
    setupRowTable(m_table, RowDelegate::Height::OneLine);
    m_table->setModel(m_model);
    using Model = items::AuditModel;
    setColumnWidths(m_table, Model::NoteColumn,
                    {{Model::TimeColumn, 150},
                     {Model::ActorColumn, 140},
                     {Model::ActionColumn, 220},
                     {Model::SubjectColumn, 150}});
    m_list = new ListFrame(m_table, m_model, RowDelegate::rowHeight(RowDelegate::Height::OneLine, this),
                           u"activityListFrame"_s, this);
    m_list->setTexts({
        .emptyTitle = tr("Nothing has been done yet"),
        .emptyHint = tr("Every decision and every import is recorded here, with who and when."),
        .failedTitle = tr("The record could not be fetched"),
        .narrowHint = tr("The newest come first; scroll for older ones."),
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    connect(m_model, &items::PagedModelBase::stateChanged, this, &Workspace::settledChanged);
}

void ActivityWorkspace::setScope(const Scope &)
{
    if (!m_started)
        m_model->load();
    m_started = true;
}

void ActivityWorkspace::refresh()
{
    m_model->refresh();
}

bool ActivityWorkspace::isSettled() const
{
    return m_list->isSettled();
}

QWidget *ActivityWorkspace::mainView() const
{
    return m_table;
}

} // namespace renewal::ui
