// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/importspage.h"

#include "models/items/importsmodel.h"
#include "ui/activity/importreportpane.h"
#include "ui/widgets/columnfitter.h"
#include "ui/widgets/listframe.h"
#include "ui/widgets/narrowsplitter.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/typography.h"

#include <QTableView>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;
using Model = items::ImportsModel;

ImportsPage::ImportsPage(ImportsGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_model(new Model(gateway, QTimeZone::systemTimeZone(), this))
    , m_table(new QTableView(this))
    , m_report(new ImportReportPane(gateway, QTimeZone::systemTimeZone(), this))
{
    setObjectName(u"importsPage"_s);
    setupTable();
    auto *splitter = new NarrowSplitter(this);
    splitter->setObjectName(u"importsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_report);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({scaled(this, 900), scaled(this, 372)});
    m_list->setMinimumWidth(scaled(this, 440));
    m_report->setMinimumWidth(scaled(this, 262));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_model, &items::PagedModelBase::stateChanged, this, &ImportsPage::settledChanged);
    connect(m_report, &ImportReportPane::settledChanged, this, &ImportsPage::settledChanged);
    connect(m_report, &ImportReportPane::resultReported, this, &ImportsPage::resultReported);
    connect(m_report, &ImportReportPane::failed, this, &ImportsPage::failed);
}

void ImportsPage::setupTable()
{
    m_table->setObjectName(u"importsTable"_s);
    m_table->setAccessibleName(tr("Imports"));
    setupRowTable(m_table, RowDelegate::Height::OneLine);
    m_table->setModel(m_model);
    setColumnWidths(m_table, Model::FileColumn,
                    {{Model::TimeColumn, 152},
                     {Model::ActorColumn, 116},
                     {Model::TakenColumn, 84},
                     {Model::SetAsideColumn, 84},
                     {Model::StateColumn, 148}});
    constexpr int leastName = 160;
    new ColumnFitter(m_table, Model::FileColumn, leastName,
                     {Model::ActorColumn, Model::TakenColumn, Model::SetAsideColumn});
    m_list = new ListFrame(m_table, m_model, RowDelegate::rowHeight(RowDelegate::Height::OneLine, this),
                           u"importsListFrame"_s, this);
    m_list->setTexts({
        .emptyTitle = tr("Nothing has been imported yet"),
        .emptyHint = tr("Press Import, or drop files or a folder anywhere on this window."),
        .failedTitle = tr("The reports could not be fetched"),
        .narrowHint = tr("The newest come first; scroll for older ones."),
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportsPage::showCurrent);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ImportsPage::chooseWanted);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ImportsPage::showCurrent);
}

void ImportsPage::chooseWanted()
{
    const int wanted = m_wanted.isValid() ? m_model->rowOf(m_wanted.value) : -1;
    if (wanted >= 0) {
        m_wanted = {};
        m_table->setCurrentIndex(m_model->index(wanted, 0));
    } else if (!m_table->currentIndex().isValid()) {
        m_table->setCurrentIndex(m_model->index(0, 0));
    }
}

void ImportsPage::showImport(ImportId id)
{
    m_wanted = id;
    start();
    chooseWanted();
}

void ImportsPage::showCurrent()
{
    const ImportReport *report = m_model->row(m_table->currentIndex().row());
    m_report->setReport(report ? std::optional(*report) : std::nullopt);
}

void ImportsPage::start()
{
    if (m_started)
        return;
    m_started = true;
    m_model->load();
}

void ImportsPage::refresh()
{
    if (m_started)
        m_model->refresh();
}

bool ImportsPage::isSettled() const
{
    return m_list->isSettled() && m_report->isSettled();
}

QWidget *ImportsPage::mainView() const
{
    return m_table;
}

} // namespace renewal::ui
