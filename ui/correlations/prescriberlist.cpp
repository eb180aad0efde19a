// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/prescriberlist.h"

#include "models/items/prescribersmodel.h"
#include "ui/correlations/statusfilters.h"
#include "ui/widgets/listframe.h"
#include "ui/widgets/tablesetup.h"

#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

PrescriberList::PrescriberList(CorrelationsGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_model(new items::PrescribersModel(gateway, this))
    , m_table(new QTableView(this))
    , m_filters(new StatusFilters(gateway, this))
{
    setObjectName(u"prescriberList"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setupTable();
    layout->addWidget(m_filters);
    layout->addWidget(m_list, 1);
    connect(m_model, &items::PagedModelBase::stateChanged, this, &PrescriberList::settledChanged);
    connect(m_filters, &StatusFilters::settledChanged, this, &PrescriberList::settledChanged);
    connect(this, &PrescriberList::settledChanged, this, &PrescriberList::takeFirst);
    connect(m_filters, &StatusFilters::openCountArrived, this, &PrescriberList::openCountArrived);
    connect(m_filters, &StatusFilters::blindReviewChosen, this, &PrescriberList::blindReviewChosen);
    connect(m_filters, &StatusFilters::statusChosen, this, &PrescriberList::setStatus);
    showTexts();
}

void PrescriberList::setupTable()
{
    m_table->setObjectName(u"prescribersTable"_s);
    m_table->setAccessibleName(tr("Prescribers"));
    setupRowTable(m_table, RowDelegate::Height::TwoLines);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setModel(m_model);
    using Model = items::PrescribersModel;
    setColumnWidths(m_table, Model::PrescriberColumn,
                    {{Model::WaitingColumn, 60}, {Model::StateColumn, 100}});
    m_list = new ListFrame(m_table, m_model, RowDelegate::rowHeight(RowDelegate::Height::TwoLines, this),
                           u"prescribersListFrame"_s, this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PrescriberList::takeCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PrescriberList::chosenChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &PrescriberList::chosenChanged);
    connect(m_model, &items::PagedModelBase::queryChanged, this, &PrescriberList::keepSelection);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &PrescriberList::keepSelection);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_opened.isValid())
            keepSelection();
    });
    // A decision sorts its prescriber to elsewhere. Who looked at the row goes there with it; who scrolled
    // away stays.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeMoved, this, [this] {
        const QRect row = m_table->visualRect(m_table->currentIndex());
        m_goesAlong = m_goesAlong || row.intersects(m_table->viewport()->rect());
    });
    connect(m_model, &items::PagedModelBase::stateChanged, this, [this] {
        if (!m_model->isLoading() && std::exchange(m_goesAlong, false))
            m_table->scrollTo(m_table->currentIndex());
    });
}

void PrescriberList::takeCurrent(const QModelIndex &current)
{
    const PrescriberId id{current.data(items::IdRole).toLongLong()};
    // While one waits for the row of an opened prescriber, no row is current: that says nothing.
    if (!id.isValid() && m_opened.isValid())
        return;
    m_opened = {};
    emit prescriberChosen(id);
}

void PrescriberList::setScope(const Scope &scope)
{
    m_query.scope = scope;
    m_model->setQuery(m_query);
    m_filters->setScope(scope);
}

void PrescriberList::setSearch(const QString &words)
{
    m_query.search = words;
    showTexts();
    m_model->setQuery(m_query);
}

void PrescriberList::chooseStatus(const QString &status)
{
    m_filters->choose(status);
}

void PrescriberList::chooseOpen()
{
    m_opened = {};
    m_wantsFirst = true;
    m_filters->chooseOpen();
    takeFirst();
}

/// Once the filter is known and its rows are there.
void PrescriberList::takeFirst()
{
    if (!m_wantsFirst || !isSettled())
        return;
    m_wantsFirst = false;
    if (m_model->rowCount() > 0)
        selectRow(0);
}

void PrescriberList::setStatus(const QString &status)
{
    m_query.status = status;
    showTexts();
    m_model->setQuery(m_query);
}

void PrescriberList::refresh()
{
    m_model->refresh();
    m_filters->refresh();
}

void PrescriberList::setReviews(qint64 open)
{
    m_filters->setReviews(open);
}

bool PrescriberList::isSettled() const
{
    return m_list->isSettled() && m_filters->isSettled();
}

void PrescriberList::showTexts()
{
    const bool narrowed = !m_query.search.isEmpty() || !m_query.status.isEmpty();
    m_list->setTexts({
        .emptyTitle = narrowed ? tr("No prescriber fits") : tr("No prescribers yet"),
        .emptyHint = narrowed ? tr("Clear the search, or choose another state above.")
                              : tr("They come with the first import of prescriptions."),
        .failedTitle = tr("The prescribers could not be fetched"),
        .narrowHint = tr("Search, or choose a state or a station, to narrow them."),
    });
}

void PrescriberList::selectRow(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    // Whatever keys are held: going to a row chooses it alone.
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                          QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void PrescriberList::keepSelection()
{
    if (m_opened.isValid()) {
        if (const int row = m_model->rowOf(m_opened.value); row >= 0)
            selectRow(row);
        return;
    }
    if (m_table->currentIndex().isValid()) {
        if (!m_table->selectionModel()->hasSelection()) // its row went, and it is at the next one
            chooseOnlyCurrent();
        return;
    }
    if (m_model->rowCount() > 0)
        selectRow(0);
    else
        emit prescriberChosen({});
}

void PrescriberList::moveSelection(int step)
{
    const int row = m_table->currentIndex().row() + step;
    if (row >= 0 && row < m_model->rowCount())
        selectRow(row);
}

QVector<PrescriberSummary> PrescriberList::chosen() const
{
    QList<QModelIndex> rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QVector<PrescriberSummary> chosen;
    for (const QModelIndex &index : std::as_const(rows)) {
        if (const PrescriberSummary *summary = m_model->row(index.row()))
            chosen.append(*summary);
    }
    return chosen;
}

void PrescriberList::chooseOnlyCurrent()
{
    m_table->selectionModel()->select(m_table->currentIndex(),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void PrescriberList::open(PrescriberId id)
{
    if (!id.isValid())
        return;
    m_opened = id;
    if (!m_query.status.isEmpty() && m_model->rowOf(id.value) < 0)
        m_filters->choose({});
    goTo(id);
}

void PrescriberList::comeBackTo(PrescriberId id, CorrelationStatus now)
{
    if (!id.isValid() || m_query.status != toString(now)) {
        open(id);
        return;
    }
    // The row may be gone for the moment; it comes with the next refresh.
    m_opened = id;
    goTo(id);
}

void PrescriberList::goTo(PrescriberId id)
{
    if (m_model->rowOf(id.value) < 0) {
        m_table->setCurrentIndex({});
        m_table->clearSelection();
    }
    // Before the row: what is chosen does not wait for the list.
    emit prescriberChosen(id);
    keepSelection();
}

PrescriberId PrescriberList::nextAfter(PrescriberId id) const
{
    const int row = m_model->rowOf(id.value);
    if (row < 0)
        return {};
    const auto idAt = [this](int at) {
        const PrescriberSummary *summary = m_model->row(at);
        return summary ? summary->prescriber.id : PrescriberId{};
    };
    for (int next = row + 1; next < m_model->rowCount(); ++next) {
        if (StatusFilters::needsPerson(m_model->row(next)->correlation.status))
            return idAt(next);
    }
    const PrescriberId next = idAt(row + 1);
    return next.isValid() ? next : idAt(row - 1);
}

} // namespace renewal::ui
