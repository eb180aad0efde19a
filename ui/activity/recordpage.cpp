// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/recordpage.h"

#include "models/items/auditmodel.h"
#include "models/items/datetexts.h"
#include "ui/activity/auditdetailpane.h"
#include "ui/activity/auditfilterbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/columnfitter.h"
#include "ui/widgets/listframe.h"
#include "ui/widgets/narrowsplitter.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/typography.h"

#include <QApplication>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;
using Model = items::AuditModel;

RecordPage::RecordPage(SystemGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_model(new Model(gateway, QTimeZone::systemTimeZone(), this))
    , m_filter(new AuditFilterBar(this))
    , m_table(new QTableView(this))
    , m_detail(new AuditDetailPane(QTimeZone::systemTimeZone(), this))
    , m_verdict(new Banner(u"verdictBanner"_s, this))
{
    setObjectName(u"recordPage"_s);
    setupTable();
    setupLayout();
    connect(m_filter, &AuditFilterBar::changed, this, [this] {
        showTexts();
        if (m_started)
            m_model->setQuery(m_filter->query());
    });
    connect(m_model, &items::PagedModelBase::stateChanged, this, &RecordPage::settledChanged);
    connect(m_detail, &AuditDetailPane::subjectRequested, this, &RecordPage::subjectRequested);
}

void RecordPage::setupTable()
{
    m_table->setObjectName(u"activityTable"_s);
    m_table->setAccessibleName(tr("Activity"));
    setupRowTable(m_table, RowDelegate::Height::OneLine);
    m_table->setModel(m_model);
    setColumnWidths(m_table, Model::ActionColumn,
                    {{Model::ActorColumn, 100}, {Model::SubjectColumn, 212}, {Model::NoteColumn, 220}});
    // The zone's name is no ornament: it is never cut.
    const QString time =
        items::zonedTime(QDateTime(QDate(2026, 9, 28), QTime(20, 48)), QTimeZone::systemTimeZone());
    m_table->horizontalHeader()->resizeSection(
        Model::TimeColumn,
        QFontMetrics(QApplication::font(m_table)).horizontalAdvance(time) + scaled(this, 30));
    constexpr int leastAction = 160; // the pane beside shows the note too
    new ColumnFitter(m_table, Model::ActionColumn, leastAction, {Model::NoteColumn, Model::SubjectColumn});
    m_list = new ListFrame(m_table, m_model, RowDelegate::rowHeight(RowDelegate::Height::OneLine, this),
                           u"activityListFrame"_s, this);
    showTexts();
    const auto show = [this] { showCurrent(); };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, show);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, show);
    // The newest is what one comes for.
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model->index(0, 0));
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const AuditEvent *event = m_model->row(index.row()))
            emit subjectRequested(event->subject);
    });
}

void RecordPage::setupLayout()
{
    auto *left = new QWidget(this);
    left->setObjectName(u"recordColumn"_s);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_verdict);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    auto *splitter = new NarrowSplitter(this);
    splitter->setObjectName(u"recordSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({scaled(this, 920), scaled(this, 352)});
    left->setMinimumWidth(scaled(this, 440));
    splitter->setComfort(0, 640); // when, who, what and about whom
    m_detail->setMinimumWidth(scaled(this, 262));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setTabOrder(m_filter, m_table);
}

void RecordPage::showTexts()
{
    const bool narrowed = m_filter->isNarrowed();
    m_list->setTexts({
        .emptyTitle = narrowed ? tr("No entry fits") : tr("Nothing has been done yet"),
        .emptyHint = narrowed ? tr("Clear a filter, or choose more days.")
                              : tr("Every decision and every import is recorded here, with who and when."),
        .failedTitle = tr("The record could not be fetched"),
        .narrowHint = tr("The newest come first; narrow by who, what or when."),
    });
}

void RecordPage::showCurrent()
{
    const AuditEvent *event = m_model->row(m_table->currentIndex().row());
    m_detail->setEntry(event ? std::optional(*event) : std::nullopt);
}

void RecordPage::start()
{
    if (m_started)
        return;
    m_started = true;
    m_model->setQuery(m_filter->query());
}

void RecordPage::refresh()
{
    if (m_started)
        m_model->refresh();
}

bool RecordPage::isSettled() const
{
    return m_list->isSettled();
}

QWidget *RecordPage::mainView() const
{
    return m_table;
}

qint64 RecordPage::total() const
{
    return m_model->total();
}

void RecordPage::focusFilter()
{
    m_filter->focusWords();
}

AuditQuery RecordPage::query() const
{
    return m_filter->query();
}

void RecordPage::showVerdict(const QString &text, items::Tone tone)
{
    m_verdict->showMessage(text, tone);
}

} // namespace renewal::ui
