// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/rolloutworkspace.h"

#include "models/items/await.h"
#include "models/rollout/disciplines.h"
#include "ui/charts/chartcard.h"
#include "ui/rollout/advancecard.h"
#include "ui/rollout/criteriacard.h"
#include "ui/rollout/incidentscard.h"
#include "ui/rollout/noticecard.h"
#include "ui/rollout/rolloutcharts.h"
#include "ui/rollout/signoffcard.h"
#include "ui/rollout/signoffdialog.h"
#include "ui/rollout/stagefactscard.h"
#include "ui/rollout/togglecard.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/typography.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTableView>
#include <QUuid>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

RolloutWorkspace::RolloutWorkspace(RolloutGateway *gateway, const Clock *clock, QWidget *parent)
    : Workspace(parent)
    , m_gateway(gateway)
    , m_clock(clock)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"rolloutWorkspace"_s);
    auto *content = new QWidget;
    content->setObjectName(u"rolloutContent"_s);
    setupContent(content);
    m_scroll->setObjectName(u"rolloutScroll"_s);
    m_scroll->setAccessibleName(tr("Rollout"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(content);
    m_scroll->viewport()->installEventFilter(this);
    m_overlay = new StateOverlay(m_scroll, scaled(this, 47));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    setupActions();
    connectCards();
    arrange();
}

void RolloutWorkspace::setupContent(QWidget *content)
{
    // In the order in which Tab goes through them.
    m_toggle = new ToggleCard(content);
    m_notices = new NoticeCard(content);
    m_advance = new AdvanceCard(content);
    m_criteria = new CriteriaCard(content);
    m_charts = new RolloutCharts(m_gateway, m_clock, content);
    m_signOffs = new SignOffCard(content);
    m_facts = new StageFactsCard(content);
    m_incidents = new IncidentsCard(content);
    auto *columns = new QHBoxLayout(content);
    const int side = scaled(this, 16);
    columns->setContentsMargins(side, scaled(this, 14), side, side);
    columns->setSpacing(scaled(this, 14));
    m_main = new QVBoxLayout;
    m_side = new QVBoxLayout;
    m_above = new QHBoxLayout;
    m_below = new QHBoxLayout;
    for (QBoxLayout *layout : {static_cast<QBoxLayout *>(m_main), static_cast<QBoxLayout *>(m_side),
                               static_cast<QBoxLayout *>(m_above), static_cast<QBoxLayout *>(m_below)})
        layout->setSpacing(scaled(this, 12));
    m_main->addWidget(m_toggle);
    m_main->addLayout(m_above);
    m_main->addWidget(m_criteria);
    m_main->addWidget(m_charts);
    m_main->addLayout(m_below);
    m_main->addStretch(1);
    m_side->addStretch(1);
    columns->addLayout(m_main, 1);
    columns->addLayout(m_side);
}

void RolloutWorkspace::setupActions()
{
    connect(addShortcut(tr("Show the chart as a table, or back"), u"tableAction"_s, {QKeySequence(Qt::Key_T)},
                        Effect::OnlyShows),
            &QAction::triggered, this, [this] { m_charts->currentCard()->toggleTable(); });
    connect(
        addShortcut(tr("Export the chart…"), u"exportAction"_s, {QKeySequence(Qt::Key_E)}, Effect::OnlyShows),
        &QAction::triggered, this, [this] { m_charts->currentCard()->chooseExportFile(); });
    connect(addShortcut(tr("Undo the last sign-off"), u"undoSignOffAction"_s, {QKeySequence::Undo}),
            &QAction::triggered, this, &RolloutWorkspace::undoSignOff);
}

void RolloutWorkspace::connectCards()
{
    constexpr int ageInterval = 5000;
    connect(&m_age, &QTimer::timeout, this, [this] {
        if (isVisible() && m_answered)
            m_toggle->showAge(m_clock->now());
    });
    m_age.start(ageInterval);
    connect(m_overlay, &StateOverlay::retryRequested, this, &RolloutWorkspace::refresh);
    connect(m_charts, &RolloutCharts::settledChanged, this, &Workspace::settledChanged);
    connect(m_charts, &RolloutCharts::exported, this, [this](const QString &file) {
        emit messageRaised(tr("The chart was saved as %1", "a file").arg(file), items::Tone::Good, {});
    });
    connect(m_charts, &RolloutCharts::exportFailed, this,
            [this](const QString &reason) { emit messageRaised(reason, items::Tone::Bad, {}); });
    connect(m_notices, &NoticeCard::correlationsWanted, this, &RolloutWorkspace::correlationsRequested);
    connect(m_criteria, &CriteriaCard::metricWanted, m_charts, &RolloutCharts::showMetric);
    connect(m_signOffs, &SignOffCard::changeWanted, this, &RolloutWorkspace::askSignOff);
}

void RolloutWorkspace::arrange()
{
    const int width = m_scroll->viewport()->width();
    m_charts->setColumns(width >= scaled(this, 720) ? 2 : 1);
    const bool isWide = width >= scaled(this, 1060);
    if (isWide == m_isWide)
        return;
    m_isWide = isWide;
    const int sideWidth = scaled(this, 270);
    int place = 0;
    for (QWidget *card : {static_cast<QWidget *>(m_notices), static_cast<QWidget *>(m_advance),
                          static_cast<QWidget *>(m_signOffs), static_cast<QWidget *>(m_facts),
                          static_cast<QWidget *>(m_incidents)}) {
        card->setMinimumWidth(isWide ? sideWidth : 0);
        card->setMaximumWidth(isWide ? sideWidth : QWIDGETSIZE_MAX);
        if (isWide)
            m_side->insertWidget(place, card);
        else
            (place < 2 ? m_above : m_below)->addWidget(card, 1, Qt::AlignTop);
        ++place;
    }
}

bool RolloutWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        arrange();
    return Workspace::eventFilter(watched, event);
}

void RolloutWorkspace::setScope(const Scope &)
{
    if (!m_answered && !m_loading)
        refresh();
}

void RolloutWorkspace::refresh()
{
    const quint64 generation = ++m_generation;
    m_loading = true;
    if (!m_answered)
        m_overlay->showLoading();
    items::await(m_gateway->overview(), this, [this, generation](const Result<RolloutOverview> &overview) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (overview)
            show(*overview);
        else if (!m_answered)
            m_overlay->showFailed(tr("The rollout could not be fetched"), overview.error().text);
        emit settledChanged();
    });
}

void RolloutWorkspace::show(const RolloutOverview &overview)
{
    m_answered = true;
    if (overview.series.isEmpty() && overview.stages.isEmpty()) {
        m_overlay->showEmpty(
            tr("Nothing is known about the rollout yet"),
            tr("Import a metrics answer of Datadog, Prometheus or Google Analytics to see it here."));
        return;
    }
    m_toggle->setOverview(overview, m_clock->now());
    m_notices->setNotices(overview.notices);
    m_advance->setOverview(overview);
    m_criteria->setCriteria(overview.criteria);
    m_charts->setOverview(overview);
    m_signOffs->setSignOffs(overview.signOffs);
    m_facts->setOverview(overview);
    m_incidents->setIncidents(overview.incidents);
    m_overlay->clear();
}

void RolloutWorkspace::askSignOff(const SignOff &present)
{
    auto *dialog = new SignOffDialog(present, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, present] {
        signOff({present.discipline, present.stage, !present.given, dialog->note()}, present);
    });
    dialog->open();
}

void RolloutWorkspace::signOff(const Change &change, const SignOff &before)
{
    m_signOffs->setBusy(true);
    const QString key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    items::await(m_gateway->signOff(change.discipline, change.stage, change.given, change.note, key), this,
                 [this, change, before](const Result<RolloutOverview> &overview) {
                     m_signOffs->setBusy(false);
                     if (!overview) {
                         emit messageRaised(overview.error().text, items::Tone::Bad, {});
                         refresh();
                         return;
                     }
                     ++m_generation; // an answer asked for before must not show the state before
                     m_loading = false;
                     m_undo = Change{before.discipline, before.stage, before.given, before.note};
                     show(*overview);
                     const QString who = rollout::disciplineTitle(change.discipline);
                     emit resultReported(
                         change.given
                             ? tr("%1 has signed off stage %2. Ctrl+Z takes it back.").arg(who, change.stage)
                             : tr("The sign-off of %1 for stage %2 is taken back. Ctrl+Z gives it again.")
                                   .arg(who, change.stage));
                     emit dataChanged();
                     emit settledChanged();
                 });
}

void RolloutWorkspace::undoSignOff()
{
    if (!m_undo) {
        emit resultReported(tr("There is no sign-off to undo."));
        return;
    }
    const Change change = *m_undo;
    m_undo.reset();
    signOff(change, {.discipline = change.discipline, .stage = change.stage, .given = !change.given});
}

bool RolloutWorkspace::isSettled() const
{
    return !m_loading && m_charts->isSettled();
}

QWidget *RolloutWorkspace::mainView() const
{
    return m_criteria->table();
}

} // namespace renewal::ui
