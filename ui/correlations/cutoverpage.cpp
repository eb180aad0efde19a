// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/cutoverpage.h"

#include "models/items/cutoverteamsmodel.h"
#include "models/items/cutovertexts.h"
#include "models/items/figuresmodel.h"
#include "ui/correlations/cutovercontroller.h"
#include "ui/correlations/poolspane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/narrowsplitter.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tablesetup.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;
using Model = items::CutOverTeamsModel;

CutOverPage::CutOverPage(CutOverGateway *gateway, const Clock *clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_controller(new CutOverController(gateway, this))
    , m_stations(new items::FiguresModel({tr("Station"), tr("Day"), tr("Open")}, this))
    , m_model(new Model(this))
{
    setObjectName(u"cutOverPage"_s);
    m_pools = new PoolsPane(this);
    auto *parts = new NarrowSplitter(this);
    parts->setObjectName(u"cutOverPartsSplitter"_s);
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeReview());
    parts->addWidget(m_pools);
    parts->setStretchFactor(0, 1);
    parts->setStackedHeight(1, 190);
    parts->setSizes({scaled(this, 640), scaled(this, 440)});
    auto *splitter = new NarrowSplitter(this);
    splitter->setObjectName(u"cutOverSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(parts);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(this, 200), scaled(this, 1080)});
    m_pools->setMinimumWidth(scaled(this, 330));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connectController();
    showReview();
}

QWidget *CutOverPage::makeList()
{
    auto *side = new QWidget(this);
    side->setObjectName(u"cutOverList"_s);
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(scaled(this, 8), scaled(this, 10), scaled(this, 8), scaled(this, 6));
    auto *back = makeButton(tr("Back to the work list"), u"cutOverBackButton"_s, ButtonKind::Plain, side);
    connect(back, &QPushButton::clicked, this, &CutOverPage::backRequested);
    head->addWidget(back);
    head->addStretch(1);
    layout->addLayout(head);
    m_list = new QTableView(side);
    m_list->setObjectName(u"cutOversTable"_s);
    m_list->setAccessibleName(tr("Stations with a cut-over, by day"));
    setupRowTable(m_list, RowDelegate::Height::OneLine);
    m_list->setModel(m_stations);
    setColumnWidths(m_list, 1, {{0, 62}, {2, 50}});
    layout->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(scaled(this, 8), scaled(this, 6), scaled(this, 8), scaled(this, 10));
    m_enter = makeButton(tr("Enter a cut-over…"), u"newCutOverButton"_s, ButtonKind::Plain, side);
    connect(m_enter, &QPushButton::clicked, this, &CutOverPage::askEntry);
    foot->addWidget(m_enter);
    foot->addStretch(1);
    layout->addLayout(foot);
    m_listOverlay = new StateOverlay(m_list, scaled(this, 31));
    connect(m_listOverlay, &StateOverlay::retryRequested, this, &CutOverPage::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (m_filling || !current.isValid())
                    return;
                m_result->hide(); // its "Undo" is about the one that was shown
                m_controller->choose(m_controller->cutOvers().at(current.row()).id);
            });
    side->setMinimumWidth(scaled(this, 196));
    return side;
}

QWidget *CutOverPage::makeReview()
{
    auto *review = new QWidget(this);
    review->setObjectName(u"cutOverReview"_s);
    auto *layout = new QVBoxLayout(review);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_result = new Banner(u"cutOverResultBanner"_s, review);
    connect(m_result, &Banner::actionRequested, this, &CutOverPage::undo);
    layout->addWidget(m_result);
    setupHead(layout);
    setupTeams(layout);
    setupFoot(layout);
    review->setMinimumWidth(scaled(this, 460));
    return review;
}

void CutOverPage::setupHead(QVBoxLayout *layout)
{
    const int side = scaled(this, 16);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(side, scaled(this, 14), side, scaled(this, 10));
    head->setSpacing(scaled(this, 4));
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(this, 8));
    m_title = makeLabel({}, u"cutOverTitleLabel"_s, FontRole::Heading, this);
    m_crosswalk = makeButton(tr("Crosswalk…"), u"crosswalkButton"_s, ButtonKind::Plain, this);
    m_crosswalk->setToolTip(
        tr("A file that names the new pool of each old care team: CSV, or the JSON of VA.gov"));
    m_withdraw = makeButton(tr("Withdraw…"), u"withdrawCutOverButton"_s, ButtonKind::Plain, this);
    row->addWidget(m_title, 1);
    row->addWidget(m_crosswalk, 0, Qt::AlignTop);
    row->addWidget(m_withdraw, 0, Qt::AlignTop);
    head->addLayout(row);
    m_facts = makeQuietLabel({}, u"cutOverFactsLabel"_s, FontRole::Body, this);
    head->addWidget(m_facts);
    layout->addLayout(head);
    connect(m_crosswalk, &QPushButton::clicked, this, &CutOverPage::chooseCrosswalk);
    connect(m_withdraw, &QPushButton::clicked, this, &CutOverPage::askWithdrawal);
}

void CutOverPage::setupTeams(QVBoxLayout *layout)
{
    m_teams = new QTableView(this);
    m_teams->setObjectName(u"cutOverTeamsTable"_s);
    m_teams->setAccessibleName(tr("Old care teams and their new pools"));
    setupRowTable(m_teams, RowDelegate::Height::TwoLines);
    m_teams->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_teams->setModel(m_model);
    setColumnWidths(m_teams, Model::PoolColumn,
                    {{Model::OldColumn, 186},
                     {Model::SureColumn, 100},
                     {Model::PrescribersColumn, 58},
                     {Model::WaitingColumn, 60}});
    layout->addWidget(m_teams, 1);
    m_overlay = new StateOverlay(m_teams, scaled(this, 47));
    connect(m_overlay, &StateOverlay::retryRequested, this, &CutOverPage::refresh);
    connect(m_teams->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CutOverPage::showTeam);
    connect(m_teams->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CutOverPage::showButtons);
    connect(m_pools, &PoolsPane::poolChosen, this, [this](TriageTeamId oldTeam, TriageTeamId pool) {
        m_model->choose(oldTeam, pool);
        showTeam();
    });
}

void CutOverPage::setupFoot(QVBoxLayout *layout)
{
    const int side = scaled(this, 16);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(side, scaled(this, 10), side, scaled(this, 12));
    row->setSpacing(scaled(this, 8));
    m_strong = makeButton({}, u"selectStrongButton"_s, ButtonKind::Link, this);
    m_hint = makeQuietLabel({}, u"cutOverHintLabel"_s, FontRole::Small, this);
    m_takeBack = makeButton(tr("Take back"), u"takeBackPoolsButton"_s, ButtonKind::Plain, this);
    m_confirm = makeButton({}, u"confirmPoolsButton"_s, ButtonKind::Primary, this);
    m_confirm->setToolTip(tr("Confirms the new pools of the chosen rows (L)"));
    row->addWidget(m_strong);
    row->addWidget(m_hint, 1);
    row->addWidget(m_takeBack);
    row->addWidget(m_confirm);
    layout->addLayout(row);
    connect(m_strong, &QPushButton::clicked, this, &CutOverPage::selectStrong);
    connect(m_takeBack, &QPushButton::clicked, this, &CutOverPage::takeBack);
    connect(m_confirm, &QPushButton::clicked, this, &CutOverPage::confirm);
}

void CutOverPage::connectController()
{
    connect(m_controller, &CutOverController::listChanged, this, &CutOverPage::showList);
    connect(m_controller, &CutOverController::reviewChanged, this, &CutOverPage::showReview);
    connect(m_controller, &CutOverController::busyChanged, this, &CutOverPage::showButtons);
    connect(m_controller, &CutOverController::settledChanged, this, &CutOverPage::settledChanged);
    connect(m_controller, &CutOverController::crosswalkAnswered, this, &CutOverPage::showCrosswalk);
    connect(m_controller, &CutOverController::failed, this,
            [this](const QString &text) { emit messageRaised(text, items::Tone::Bad); });
    connect(m_controller, &CutOverController::listFailed, this, [this](const QString &text) {
        if (m_controller->isLoaded())
            emit messageRaised(text, items::Tone::Caution);
        else
            m_listOverlay->showFailed(tr("The cut-overs could not be fetched"), text);
    });
    connect(m_controller, &CutOverController::reviewFailed, this, [this](const QString &text) {
        if (m_controller->review())
            emit messageRaised(text, items::Tone::Caution);
        else
            m_overlay->showFailed(tr("The care teams could not be fetched"), text);
    });
    connect(m_controller, &CutOverController::entered, this, [this](const CutOver &cutOver) {
        const QString text = tr("Station %1 goes to Oracle Health on %2; %Ln link(s) end then.",
                                "number, day", int(cutOver.links))
                                 .arg(cutOver.parentStation, items::dayText(cutOver.date));
        m_result->showMessage(text, items::Tone::Good);
        m_unsaved = {};
        emit changed(text);
    });
    connect(m_controller, &CutOverController::done, this, [this](const QString &text, bool left) {
        m_result->showMessage(text, left ? items::Tone::Caution : items::Tone::Good,
                              m_controller->canUndo() ? tr("Undo") : QString());
        m_reason.clear();
        emit changed(text);
    });
}

void CutOverPage::setStations(const items::StationDirectory &stations)
{
    m_directory = stations;
    showReview();
}

void CutOverPage::refresh()
{
    if (!m_controller->isLoaded())
        m_listOverlay->showLoading();
    m_controller->load();
}

bool CutOverPage::isSettled() const
{
    return m_controller->isSettled();
}

void CutOverPage::showList()
{
    m_filling = true;
    QVector<QStringList> rows;
    int current = -1;
    for (const CutOver &one : m_controller->cutOvers()) {
        if (one.id == m_controller->current())
            current = int(rows.size());
        rows.append({one.parentStation, one.date.toString(Qt::ISODate), QString::number(one.openTeams)});
    }
    m_stations->setRows(rows);
    if (current >= 0)
        m_list->selectRow(current);
    if (rows.isEmpty())
        m_listOverlay->showEmpty(tr("No cut-over"),
                                 tr("Enter the day on which a station goes to Oracle Health."));
    else
        m_listOverlay->clear();
    m_filling = false;
}

void CutOverPage::showReview()
{
    const auto &review = m_controller->review();
    if (!review) {
        m_shown = {};
        m_title->setText(tr("Cut-over to Oracle Health"));
        m_facts->setText(
            tr("Old links end on the day; people choose which pool takes an old care team's place."));
        m_model->setReview({});
        if (m_controller->current().isValid())
            m_overlay->showLoading();
        else
            m_overlay->showEmpty(tr("Nothing to carry over"),
                                 tr("With the day of a station its care teams stand here."));
        showTeam();
        return;
    }
    const CutOver &cutOver = review->cutOver;
    m_title->setText(
        tr("Station %1 goes to Oracle Health on %2", "number and name, day")
            .arg((cutOver.parentStation + u' ' + m_directory.name(StationNumber(cutOver.parentStation)))
                     .trimmed(),
                 items::dayText(cutOver.date)));
    m_facts->setText(items::cutOverFacts(cutOver, m_clock->now().date()));
    m_model->setReview(*review);
    if (review->teams.isEmpty())
        m_overlay->showEmpty(tr("Nothing to carry over"),
                             tr("No VistA prescriber of this station is linked."));
    else
        m_overlay->clear();
    if (m_shown != cutOver.id && m_model->rowCount() > 0)
        m_teams->selectRow(0);
    m_shown = cutOver.id;
    showTeam();
}

void CutOverPage::showTeam()
{
    const int row = m_teams->currentIndex().row();
    const CutOverTeam *team = m_model->team(row);
    m_pools->setTeam(team, m_model->pools(), team ? m_model->target(row) : std::nullopt);
    showButtons();
}

QVector<int> CutOverPage::chosenRows() const
{
    QVector<int> rows;
    for (const QModelIndex &index : m_teams->selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

void CutOverPage::showButtons()
{
    int ready = 0;
    int undecided = 0;
    int confirmed = 0;
    for (const int row : chosenRows()) {
        ready += m_model->canConfirm(row) ? 1 : 0;
        undecided += m_model->target(row) ? 0 : 1;
        confirmed += m_model->team(row)->choice ? 1 : 0;
    }
    int strong = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        strong +=
            m_model->team(row)->proposal.strength == ProposalStrength::Strong && m_model->canConfirm(row) ? 1
                                                                                                          : 0;
    const bool idle = !m_controller->isBusy() && m_controller->review().has_value();
    m_confirm->setText(ready > 0 ? tr("Confirm %Ln care team(s)", nullptr, ready) : tr("Confirm"));
    m_confirm->setEnabled(idle && ready > 0);
    m_takeBack->setVisible(confirmed > 0);
    m_takeBack->setEnabled(idle);
    m_strong->setText(tr("Choose the %Ln strong one(s)", nullptr, strong));
    m_strong->setVisible(strong > 0);
    m_hint->setText(undecided > 0
                        ? tr("%Ln chosen row(s) undecided: choose a pool first.", nullptr, undecided)
                        : QString());
    m_crosswalk->setEnabled(idle);
    m_withdraw->setEnabled(idle);
    m_enter->setEnabled(!m_controller->isBusy() && m_controller->isLoaded());
}

} // namespace renewal::ui
