// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/renewalsworkspace.h"

#include "models/items/queuegroups.h"
#include "models/items/renewalsmodel.h"
#include "ui/renewals/actionpause.h"
#include "ui/renewals/chosenstrip.h"
#include "ui/renewals/queuetable.h"
#include "ui/renewals/queueviewspane.h"
#include "ui/renewals/renewaldetailpane.h"
#include "ui/renewals/resultline.h"
#include "ui/renewals/revealstrip.h"
#include "ui/renewals/triageactions.h"
#include "ui/renewals/triagebar.h"
#include "ui/renewals/triagecontroller.h"
#include "ui/renewals/viewmenubutton.h"
#include "ui/widgets/listframe.h"
#include "ui/widgets/narrowsplitter.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/rowseeker.h"
#include "ui/widgets/typography.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int minute = 60'000; ///< how often "6 h overdue" is told anew
constexpr int narrow = 920;    ///< pixels of the drawn design: too little for views, queue and detail

QWidget *stacked(QWidget *upper, QWidget *lower, const QString &objectName)
{
    auto *column = new QWidget;
    column->setObjectName(objectName);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(upper, 1);
    layout->addWidget(lower);
    return column;
}
} // namespace

RenewalsWorkspace::RenewalsWorkspace(const Needs &needs, QWidget *parent)
    : Workspace(parent)
    , m_needs(needs)
    , m_model(new items::RenewalsModel(needs.renewals, needs.clock, this))
    , m_views(new QueueViewsPane(needs.renewals, needs.settings, this))
    , m_table(new QueueTable(m_model, this))
    , m_detail(new RenewalDetailPane(needs.renewals, needs.clock, this))
    , m_result(new ResultLine(this))
    , m_controller(new TriageController(needs.renewals, this))
    , m_pause(new ActionPause(m_controller, m_detail, this))
{
    setObjectName(u"renewalsWorkspace"_s);
    setupTable();
    setupTriage();
    setupKeys();
    setupLayout();
    // Nothing is asked for before the shell calls setScope().
    connect(m_views, &QueueViewsPane::viewChosen, this, &RenewalsWorkspace::applyQuery);
    connect(m_views, &QueueViewsPane::viewChosen, this, &RenewalsWorkspace::viewChosen);
    connect(m_views, &QueueViewsPane::countsArrived, this, &RenewalsWorkspace::countsArrived);
    connect(m_views, &QueueViewsPane::settledChanged, this, &Workspace::settledChanged);
    connect(m_detail, &RenewalDetailPane::settledChanged, this, &Workspace::settledChanged);
    connect(m_model, &items::PagedModelBase::stateChanged, this, &Workspace::settledChanged);
    m_seeker = new RowSeeker(m_table, m_model);
    connect(m_seeker, &RowSeeker::missed, this, [this](qint64 id) { showRenewal({id}); });
    auto *aging = new QTimer(this);
    connect(aging, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    aging->start(minute);
}

void RenewalsWorkspace::setupLayout()
{
    auto *splitter = new NarrowSplitter(this);
    m_splitter = splitter;
    splitter->setObjectName(u"renewalsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_views);
    auto *queue = stacked(m_list, m_result, u"queueColumn"_s);
    m_viewBar = new QWidget(queue);
    m_viewBar->setBackgroundRole(QPalette::Base);
    m_viewBar->setAutoFillBackground(true);
    auto *bar = new QHBoxLayout(m_viewBar);
    bar->setContentsMargins(scaled(this, 10), scaled(this, 7), scaled(this, 10), scaled(this, 5));
    bar->addWidget(new ViewMenuButton(m_views->selection(), m_viewBar));
    bar->addStretch(1);
    m_viewBar->hide();
    qobject_cast<QVBoxLayout *>(queue->layout())->insertWidget(0, m_viewBar);
    splitter->addWidget(queue);
    splitter->addWidget(
        stacked(m_detail, stacked(m_chosen, new TriageBar(m_actions->barActions(), this), u"triageColumn"_s),
                u"renewalColumn"_s));
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(this, 164), scaled(this, 760), scaled(this, 352)});
    splitter->widget(0)->setMinimumWidth(scaled(this, 150));
    splitter->widget(1)->setMinimumWidth(scaled(this, 442));
    splitter->widget(2)->setMinimumWidth(scaled(this, 262));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void RenewalsWorkspace::resizeEvent(QResizeEvent *event)
{
    Workspace::resizeEvent(event);
    fitViews();
}

void RenewalsWorkspace::fitViews()
{
    const bool isNarrow = width() < scaled(this, narrow);
    if (isNarrow != m_views->isHidden()) {
        m_views->setVisible(!isNarrow);
        m_viewBar->setVisible(isNarrow);
        const int detail = scaled(this, isNarrow ? 314 : 352);
        const int views = scaled(this, 164);
        m_splitter->setSizes({views, width() - detail - (isNarrow ? 0 : views), detail});
    }
}

void RenewalsWorkspace::setupTable()
{
    m_list = new ListFrame(m_table, m_model, RowDelegate::rowHeight(RowDelegate::Height::OneLine, this),
                           u"renewalsListFrame"_s, this);
    showEmptyText();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RenewalsWorkspace::showCurrent);
    connect(m_model, &items::PagedModelBase::queryChanged, this, [this] {
        m_table->setCurrentIndex({});
        keepSelection();
        m_table->scrollToTop();
    });
    connect(m_model, &items::RenewalsModel::rowsChanged, this, &RenewalsWorkspace::selectReturned);
    connect(m_model, &items::RenewalsModel::rowsChanged, this, &RenewalsWorkspace::keepSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RenewalsWorkspace::showMenu);
}

void RenewalsWorkspace::setupKeys()
{
    const auto add = [this](const QString &text, const QString &name, const QKeySequence &key, auto handler) {
        QAction *action = addShortcut(text, name, {key}, Effect::OnlyShows);
        connect(action, &QAction::triggered, this, handler);
        return action;
    };
    // These keys mean something else to buttons and fields, so they work in the list only.
    const auto inList = [this](QAction *action) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
    };
    add(tr("Next renewal"), u"nextRenewalAction"_s, Qt::Key_J, [this] { m_table->move(1); });
    add(tr("Previous renewal"), u"previousRenewalAction"_s, Qt::Key_K, [this] { m_table->move(-1); });
    inList(add(tr("Select"), u"checkAction"_s, Qt::Key_Space, [this] { m_table->toggleCheck(); }));
    inList(add(tr("Select all that are loaded"), u"checkAllAction"_s, QKeySequence::SelectAll,
               [this] { m_model->checkAll(true); }));
    inList(add(tr("Select nothing"), u"checkNoneAction"_s, Qt::Key_Escape,
               [this] { m_model->checkAll(false); }));
    inList(add(tr("Fold"), u"foldAction"_s, Qt::Key_Left, [this] { m_table->setFolded(true); }));
    inList(add(tr("Unfold"), u"unfoldAction"_s, Qt::Key_Right, [this] { m_table->setFolded(false); }));
    inList(
        add(tr("Fold all"), u"foldAllAction"_s, Qt::ALT | Qt::Key_Left, [this] { m_table->foldAll(true); }));
    inList(add(tr("Unfold all"), u"unfoldAllAction"_s, Qt::ALT | Qt::Key_Right,
               [this] { m_table->foldAll(false); }));
    m_reveal = add(tr("Reveal the patient…"), u"revealAction"_s, Qt::Key_F8, [this] { askReveal(); });
    add(tr("Why this team?"), u"whyTeamAction"_s, Qt::Key_W, [this] {
        if (const auto &shown = m_detail->shownRenewal(); shown && shown->prescriberId.isValid())
            emit prescriberWanted(shown->prescriberId);
    });
    addAction(m_views->saveAction());
    setOnlyShows(m_views->saveAction());
}

void RenewalsWorkspace::setPause(std::chrono::milliseconds length)
{
    m_pause->setLength(length);
}

void RenewalsWorkspace::showUndo()
{
    m_result->setUndo(m_controller->canUndo() ? m_controller->undoText() : QString(), m_pause->isOn());
}

void RenewalsWorkspace::showChosen()
{
    m_chosen->setChosen(m_actions->chosen(), m_model->checkedCount() > 0, m_detail->renewal());
}

void RenewalsWorkspace::setScope(const Scope &scope)
{
    m_views->setScope(scope);
    applyQuery();
    m_views->refresh();
}

void RenewalsWorkspace::setSearch(const QString &words)
{
    m_views->setSearch(words);
    applyQuery();
}

void RenewalsWorkspace::applyQuery()
{
    showEmptyText();
    m_model->setQuery(m_views->query());
}

void RenewalsWorkspace::setStations(const items::StationDirectory &stations)
{
    m_model->setStations(stations);
    m_detail->setStations(stations);
}

void RenewalsWorkspace::setView(const QString &view)
{
    m_views->setView(view);
}

void RenewalsWorkspace::showRenewal(RenewalId id)
{
    if (const int row = m_model->rowOf(id.value); row >= 0)
        m_table->chooseRow(row);
    m_detail->setRenewal(id);
}

void RenewalsWorkspace::open(const FindHit &hit)
{
    const auto state = renewalStateFromString(hit.state);
    setView(QString::fromLatin1(state && !isPending(*state) ? views::closed : views::allPending));
    m_seeker->seek(hit.id);
}

QVariantMap RenewalsWorkspace::layoutState() const
{
    return {{u"view"_s, m_views->query().view}};
}

void RenewalsWorkspace::restoreLayoutState(const QVariantMap &state)
{
    setView(state.value(u"view"_s).toString());
}

void RenewalsWorkspace::conceal()
{
    m_detail->revealStrip()->conceal();
}

void RenewalsWorkspace::refresh()
{
    m_model->refresh();
    m_detail->refresh();
    m_views->refresh();
}

bool RenewalsWorkspace::isSettled() const
{
    return m_list->isSettled() && m_detail->isSettled() && m_views->isSettled() && !m_pause->isOn();
}

QWidget *RenewalsWorkspace::mainView() const
{
    return m_table;
}

void RenewalsWorkspace::showEmptyText()
{
    const RenewalQuery query = m_views->query();
    const bool searching = !query.search.isEmpty();
    const bool everything = query.view == QLatin1StringView(views::allPending) && query.scope == Scope{};
    m_list->setTexts({
        .emptyTitle =
            searching ? tr("Nothing in “%1” fits “%2”", "view, search").arg(m_views->title(), query.search)
                      : tr("Nothing in “%1”").arg(m_views->title()),
        .emptyHint = searching ? tr("Clear the search to see the whole view; or try fewer letters, another "
                                    "view, all stations.")
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
    if (m_model->rowCount() == 0)
        m_detail->setRenewal({});
    else if (!m_table->move(1)) // the first renewal; every group may be folded
        m_table->chooseRow(0);
}

void RenewalsWorkspace::showCurrent()
{
    const QVector<Renewal> renewals = m_model->renewalsAt(m_table->currentIndex().row());
    if (!renewals.isEmpty()) // of a heading: the first of its parts
        m_detail->setRenewal(renewals.first().id);
}

void RenewalsWorkspace::takeRenewals(const QVector<Renewal> &renewals)
{
    // Where the row one looks at was acted on, the next renewal below that was not comes into its place.
    QSet<qint64> acted;
    for (const Renewal &renewal : renewals)
        acted.insert(renewal.id.value);
    const qint64 next = m_table->nextWithout(acted);
    m_model->take(renewals);
    if (const int row = next == 0 ? -1 : m_model->rowOf(next); row >= 0)
        m_table->chooseRow(row);
}

void RenewalsWorkspace::showReport(const TriageReport &report)
{
    m_result->showReport(report);
    showUndo();
    emit resultReported(m_result->text());
    m_returned.clear();
    if (report.isUndo) {
        for (const Renewal &renewal : report.changed)
            m_returned.append(renewal.id.value);
    }
    refresh();
    if (!report.changed.isEmpty())
        emit dataChanged();
}

void RenewalsWorkspace::selectReturned()
{
    for (const qint64 id : std::as_const(m_returned)) {
        if (const int row = m_model->rowOf(id); row >= 0) {
            m_returned.clear();
            m_table->chooseRow(row);
            return;
        }
    }
}

void RenewalsWorkspace::askReveal()
{
    RevealStrip *strip = m_detail->revealStrip();
    if (strip->isRevealing()) {
        strip->conceal();
        return;
    }
    if (!m_detail->shownRenewal())
        return;
    strip->ask(*m_detail->shownRenewal(), this);
}

void RenewalsWorkspace::showMenu(const QPoint &position)
{
    QMenu menu(this);
    menu.setObjectName(u"renewalMenu"_s);
    m_actions->fill(&menu);
    menu.addSeparator();
    menu.addAction(m_reveal);
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

} // namespace renewal::ui
