// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/prescriberlist.h"

#include "models/items/await.h"
#include "models/items/correlationtexts.h"
#include "models/items/prescribersmodel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/listframe.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/typography.h"

#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// In the order of urgency; the first four are always there, the others when they have any.
constexpr CorrelationStatus filters[] = {
    CorrelationStatus::None,     CorrelationStatus::Suggested, CorrelationStatus::Automatic,
    CorrelationStatus::Manual,   CorrelationStatus::Stale,     CorrelationStatus::Refused,
    CorrelationStatus::External,
};
constexpr int alwaysShown = 4;

bool needsPerson(CorrelationStatus status)
{
    return status == CorrelationStatus::None || status == CorrelationStatus::Suggested ||
           status == CorrelationStatus::Stale;
}
} // namespace

PrescriberList::PrescriberList(CorrelationsGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_model(new items::PrescribersModel(gateway, this))
    , m_table(new QTableView(this))
    , m_filters(new QWidget(this))
{
    setObjectName(u"prescriberList"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setupFilters();
    setupTable();
    layout->addWidget(m_filters);
    layout->addWidget(m_list, 1);
    connect(m_model, &items::PagedModelBase::stateChanged, this, &PrescriberList::settledChanged);
    showTexts();
}

void PrescriberList::setupFilters()
{
    auto *flow = new FlowLayout(m_filters);
    flow->setContentsMargins(scaled(this, 8), scaled(this, 10), scaled(this, 8), scaled(this, 6));
    flow->setSpacing(scaled(this, 4));
    for (const CorrelationStatus status : filters) {
        const QString word = toString(status);
        QPushButton *button = makeFilter(items::statusText(status), word + u"FilterButton"_s,
                                         items::statusTone(status), m_filters);
        flow->addWidget(button);
        button->setVisible(m_buttons.size() < alwaysShown);
        m_buttons.append(button);
        m_counts.append(-1);
        connect(button, &QPushButton::clicked, this,
                [this, word](bool checked) { setStatus(checked ? word : QString()); });
    }
}

void PrescriberList::setupTable()
{
    m_table->setObjectName(u"prescribersTable"_s);
    m_table->setAccessibleName(tr("Prescribers"));
    setupRowTable(m_table, RowDelegate::Height::TwoLines);
    m_table->setModel(m_model);
    using Model = items::PrescribersModel;
    setColumnWidths(m_table, Model::PrescriberColumn,
                    {{Model::WaitingColumn, 60}, {Model::StateColumn, 100}});
    m_list = new ListFrame(m_table, m_model, RowDelegate::rowHeight(RowDelegate::Height::TwoLines, this),
                           u"prescribersListFrame"_s, this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                emit prescriberChosen({current.data(items::IdRole).toLongLong()});
            });
    connect(m_model, &items::PagedModelBase::queryChanged, this, &PrescriberList::keepSelection);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &PrescriberList::keepSelection);
}

void PrescriberList::setScope(const Scope &scope)
{
    m_query.scope = scope;
    m_model->setQuery(m_query);
    requestCounts();
}

void PrescriberList::setSearch(const QString &words)
{
    m_query.search = words;
    showTexts();
    m_model->setQuery(m_query);
}

void PrescriberList::setStatus(const QString &status)
{
    m_query.status = status;
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(toString(filters[i]) == status);
    showTexts();
    m_model->setQuery(m_query);
}

void PrescriberList::refresh()
{
    m_model->refresh();
    requestCounts();
}

bool PrescriberList::isSettled() const
{
    return m_list->isSettled() && m_countsWaiting == 0;
}

void PrescriberList::requestCounts()
{
    const quint64 generation = ++m_countsGeneration;
    m_countsWaiting = static_cast<int>(m_buttons.size());
    for (int i = 0; i < m_buttons.size(); ++i) {
        // The total of a page counts all rows that fit, so a page of one row is a count.
        PrescriberQuery query;
        query.scope = m_query.scope;
        query.status = toString(filters[i]);
        query.limit = 1;
        items::await(m_gateway->prescribers(query), this,
                     [this, generation, i](const Result<Page<PrescriberSummary>> &page) {
                         if (generation == m_countsGeneration)
                             takeCount(i, page ? page->total : -1);
                     });
    }
}

void PrescriberList::takeCount(int position, qint64 count)
{
    m_counts[position] = count;
    QPushButton *button = m_buttons[position];
    const QString name = items::statusText(filters[position]);
    button->setText(count < 0 ? name : name + u' ' + QLocale().toString(count));
    button->setVisible(position < alwaysShown || count > 0 || button->isChecked());
    m_filters->updateGeometry();
    if (--m_countsWaiting > 0)
        return;
    qint64 open = 0;
    for (int i = 0; i < m_counts.size(); ++i)
        open += needsPerson(filters[i]) ? std::max<qint64>(m_counts[i], 0) : 0;
    emit openCountArrived(open);
    emit settledChanged();
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

void PrescriberList::keepSelection()
{
    if (m_table->currentIndex().isValid())
        return;
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    else
        emit prescriberChosen({});
}

void PrescriberList::moveSelection(int step)
{
    const int row = m_table->currentIndex().row() + step;
    if (row >= 0 && row < m_model->rowCount())
        m_table->selectRow(row);
}

} // namespace renewal::ui
