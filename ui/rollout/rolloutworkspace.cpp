// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/rolloutworkspace.h"

#include "models/items/await.h"
#include "models/items/datetexts.h"
#include "ui/rollout/metriccard.h"
#include "ui/rollout/stagestrip.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"

#include <QAction>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

RolloutWorkspace::RolloutWorkspace(RolloutGateway *gateway, const Clock *clock, QWidget *parent)
    : Workspace(parent)
    , m_gateway(gateway)
    , m_clock(clock)
    , m_scroll(new QScrollArea(this))
    , m_metric(new MetricCard(gateway, this))
{
    setObjectName(u"rolloutWorkspace"_s);
    auto *content = new QWidget;
    content->setObjectName(u"rolloutContent"_s);
    auto *cards = new QVBoxLayout(content);
    const int side = scaled(this, 16);
    cards->setContentsMargins(side, scaled(this, 14), side, side);
    cards->setSpacing(scaled(this, 12));
    cards->addWidget(makeToggleCard());
    cards->addWidget(m_metric, 1);
    m_scroll->setObjectName(u"rolloutScroll"_s);
    m_scroll->setAccessibleName(tr("Rollout"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(content);
    m_overlay = new StateOverlay(m_scroll, scaled(this, 47));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    connect(
        addShortcut(tr("Show the chart as a table, or back"), u"tableAction"_s, {QKeySequence(Qt::Key_T)}),
        &QAction::triggered, m_metric, &MetricCard::toggleTable);
    connect(m_overlay, &StateOverlay::retryRequested, this, &RolloutWorkspace::refresh);
    connect(m_metric, &MetricCard::settledChanged, this, &Workspace::settledChanged);
}

QWidget *RolloutWorkspace::makeToggleCard()
{
    auto *card = new Card({}, u"toggleCard"_s, this);
    auto *line = new QWidget(card);
    line->setObjectName(u"toggleLine"_s);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 12));
    m_toggle = makeLabel({}, u"toggleLabel"_s, FontRole::Strong, line);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(roleFont(FontRole::Strong).pointSizeF());
    fixed.setWeight(QFont::Bold);
    m_toggle->setFont(fixed);
    m_toggle->setWordWrap(false);
    m_percent = new Chip(u"percentChip"_s, line);
    m_readAt = makeQuietLabel({}, u"readAtLabel"_s, FontRole::Body, line);
    m_readAt->setWordWrap(false);
    layout->addWidget(m_toggle);
    layout->addWidget(m_percent);
    layout->addWidget(m_readAt, 1);
    m_stages = new StageStrip(u"stageStrip"_s, card);
    card->add(line);
    card->add(m_stages);
    return card;
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
    m_toggle->setText(overview.toggle);
    m_percent->setState(
        overview.percent > 0
            ? tr("On for %1 of logged-in users", "a percentage").arg(items::percent(overview.percent / 100))
            : tr("Off"),
        overview.percent > 0 ? items::Tone::Info : items::Tone::Neutral);
    const QString where = overview.environment.isEmpty()
                              ? QString()
                              : QString(overview.environment.at(0).toUpper() + overview.environment.mid(1));
    QStringList facts;
    if (!where.isEmpty())
        facts += where;
    if (overview.readAt.isValid())
        facts += tr("read %1", "how long ago").arg(items::ago(overview.readAt, m_clock->now()));
    m_readAt->setText(facts.join(u", "));
    m_stages->setStages(overview.stages, m_clock->now(), QTimeZone::utc());
    m_metric->setOverview(overview);
    m_overlay->clear();
}

bool RolloutWorkspace::isSettled() const
{
    return !m_loading && m_metric->isSettled();
}

QWidget *RolloutWorkspace::mainView() const
{
    return m_metric->focusTarget();
}

} // namespace renewal::ui
