// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/renewalsworkspace.h"

#include "models/items/await.h"
#include "models/items/queueviewsmodel.h"
#include "models/items/renewalsmodel.h"
#include "ui/renewals/queueviewdelegate.h"
#include "ui/renewals/renewaldetailpane.h"
#include "ui/widgets/columnfitter.h"
#include "ui/widgets/framed.h"
#include "ui/widgets/listframe.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/typography.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QSplitter>
#include <QTableView>

namespace renewal::ui {

using namespace Qt::StringLiterals;

RenewalsWorkspace::RenewalsWorkspace(RenewalsGateway *gateway, const Clock *clock, QWidget *parent)
    : Workspace(parent)
    , m_gateway(gateway)
    , m_viewsModel(new items::QueueViewsModel(this))
    , m_model(new items::RenewalsModel(gateway, clock, this))
    , m_views(new QListView(this))
    , m_table(new QTableView(this))
    , m_detail(new RenewalDetailPane(gateway, clock, this))
{
    setObjectName(u"renewalsWorkspace"_s);
    setupViews();
    setupTable();
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(u"renewalsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(framed(m_views, QMargins(10, 6, 8, 6)));
    splitter->addWidget(m_list);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(this, 164), scaled(this, 760), scaled(this, 352)});
    splitter->widget(0)->setMinimumWidth(scaled(this, 150));
    m_list->setMinimumWidth(scaled(this, 430));
    m_detail->setMinimumWidth(scaled(this, 260));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setupKeys();
    connect(m_detail, &RenewalDetailPane::settledChanged, this, &Workspace::settledChanged);
    connect(m_model, &items::PagedModelBase::stateChanged, this, &Workspace::settledChanged);
    // Nothing is asked for before the shell calls setScope().
    m_views->setCurrentIndex(m_viewsModel->index(m_viewsModel->rowOf(m_query.view)));
}

void RenewalsWorkspace::setupViews()
{
    m_views->setObjectName(u"queueViewsList"_s);
    m_views->setAccessibleName(tr("Views of the queue"));
    m_views->setModel(m_viewsModel);
    m_views->setItemDelegate(new QueueViewDelegate(m_views));
    m_views->setFrameShape(QFrame::NoFrame);
    m_views->setMouseTracking(true);
    m_views->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_views->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                const QString view = current.data(items::IdRole).toString();
                if (!view.isEmpty() && view != m_query.view) {
                    m_query.view = view;
                    showEmptyText();
                    m_model->setQuery(m_query);
                }
            });
}

void RenewalsWorkspace::setupTable()
{
    m_table->setObjectName(u"renewalsTable"_s);
    m_table->setAccessibleName(tr("Renewals"));
    setupRowTable(m_table, RowDelegate::Height::TwoLines);
    m_table->setModel(m_model);
    m_list = new ListFrame(m_table, m_model, RowDelegate::rowHeight(RowDelegate::Height::TwoLines, this),
                           u"renewalsListFrame"_s, this);
    using Model = items::RenewalsModel;
    setColumnWidths(m_table, Model::MedicationColumn,
                    {{Model::NumberColumn, 76},
                     {Model::LastFillColumn, 95},
                     {Model::PrescriberColumn, 118},
                     {Model::CareTeamColumn, 128},
                     {Model::NextStepColumn, 118}});
    new ColumnFitter(m_table, Model::MedicationColumn, 190,
                     {Model::LastFillColumn, Model::NumberColumn, Model::PrescriberColumn});
    showEmptyText();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_detail->setRenewal({current.data(items::IdRole).toLongLong()});
            });
    connect(m_model, &items::PagedModelBase::queryChanged, this, &RenewalsWorkspace::keepSelection);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &RenewalsWorkspace::keepSelection);
}

void RenewalsWorkspace::setupKeys()
{
    connect(addShortcut(tr("Next renewal"), u"nextRenewalAction"_s, {QKeySequence(Qt::Key_J)}),
            &QAction::triggered, this, [this] { moveSelection(1); });
    connect(addShortcut(tr("Previous renewal"), u"previousRenewalAction"_s, {QKeySequence(Qt::Key_K)}),
            &QAction::triggered, this, [this] { moveSelection(-1); });
}

void RenewalsWorkspace::setScope(const Scope &scope)
{
    m_query.scope = scope;
    showEmptyText();
    m_model->setQuery(m_query);
    requestCounts();
}

void RenewalsWorkspace::setSearch(const QString &words)
{
    m_query.search = words;
    showEmptyText();
    m_model->setQuery(m_query);
}

void RenewalsWorkspace::setStations(const items::StationDirectory &stations)
{
    m_model->setStations(stations);
    m_detail->setStations(stations);
}

void RenewalsWorkspace::setView(const QString &view)
{
    m_views->setCurrentIndex(m_viewsModel->index(m_viewsModel->rowOf(view)));
}

void RenewalsWorkspace::refresh()
{
    m_model->refresh();
    m_detail->refresh();
    requestCounts();
}

bool RenewalsWorkspace::isSettled() const
{
    return m_list->isSettled() && m_detail->isSettled() && !m_countsLoading;
}

QWidget *RenewalsWorkspace::mainView() const
{
    return m_table;
}

void RenewalsWorkspace::requestCounts()
{
    const quint64 generation = ++m_countsGeneration;
    m_countsLoading = true;
    items::await(m_gateway->counts(m_query.scope), this,
                 [this, generation](const Result<QVector<ViewCount>> &counts) {
                     if (generation != m_countsGeneration)
                         return;
                     m_countsLoading = false;
                     // Failed counts stay unknown rather than wrong; the list itself tells what failed.
                     m_viewsModel->setCounts(counts ? *counts : QVector<ViewCount>());
                     if (counts)
                         emit countsArrived(*counts);
                     emit settledChanged();
                 });
}

void RenewalsWorkspace::showEmptyText()
{
    const bool searching = !m_query.search.isEmpty();
    const bool everything = m_query.view == QLatin1StringView(views::allPending) && m_query.scope == Scope{};
    const QString view = m_viewsModel->index(m_viewsModel->rowOf(m_query.view)).data().toString();
    m_list->setTexts({
        .emptyTitle =
            searching ? tr("Nothing fits “%1”").arg(m_query.search) : tr("Nothing in “%1”").arg(view),
        .emptyHint = searching ? tr("Try fewer letters, another view, or all stations.")
                     : everything
                         ? tr("Bring files in with “renewal-service import FOLDER”; they appear here by "
                              "themselves. To look around first, start “renewal-console --demo”.")
                         : tr("New requests appear here by themselves. Look at “All pending”."),
        .failedTitle = tr("The renewals could not be fetched"),
        .narrowHint = tr("Search, or choose a view or a station, to narrow them."),
    });
}

void RenewalsWorkspace::keepSelection()
{
    if (m_table->currentIndex().isValid())
        return;
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    else
        m_detail->setRenewal({});
}

void RenewalsWorkspace::moveSelection(int step)
{
    const int row = m_table->currentIndex().row() + step;
    if (row >= 0 && row < m_model->rowCount())
        m_table->selectRow(row);
}

} // namespace renewal::ui
