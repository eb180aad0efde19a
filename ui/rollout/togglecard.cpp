// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/togglecard.h"

#include "models/items/datetexts.h"
#include "ui/rollout/stagestrip.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QFontDatabase>
#include <QLabel>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ToggleCard::ToggleCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card({}, u"toggleCard"_s, this))
    , m_toggle(makeLabel({}, u"toggleLabel"_s, FontRole::Strong, m_card))
    , m_percent(new Chip(u"percentChip"_s, m_card))
    , m_readAt(makeQuietLabel({}, u"readAtLabel"_s, FontRole::Body, m_card))
    , m_stages(new StageStrip(u"stageStrip"_s, m_card))
{
    setObjectName(u"togglePane"_s);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(roleFont(FontRole::Strong).pointSizeF());
    fixed.setWeight(QFont::Bold);
    m_toggle->setFont(fixed);
    m_toggle->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_toggle->setAccessibleName(tr("Name of the toggle"));
    auto *line = new QWidget(m_card);
    line->setObjectName(u"toggleLine"_s);
    auto *flow = new FlowLayout(line);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(scaled(this, 12));
    for (QLabel *label : {m_toggle, m_readAt})
        label->setWordWrap(false);
    for (QWidget *widget : {static_cast<QWidget *>(m_toggle), static_cast<QWidget *>(m_percent),
                            static_cast<QWidget *>(m_readAt)})
        flow->addWidget(widget);
    m_card->add(line);
    m_card->add(m_stages);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void ToggleCard::setOverview(const RolloutOverview &overview, const QDateTime &now)
{
    m_toggle->setText(overview.toggle);
    m_percent->setState(
        overview.percent > 0
            ? tr("On for %1 of logged-in users", "a percentage").arg(items::percent(overview.percent / 100))
            : tr("Off"),
        overview.percent > 0 ? items::Tone::Info : items::Tone::Neutral);
    m_environment = overview.environment;
    m_read = overview.readAt;
    showAge(now);
    m_readAt->setToolTip(tr("The toggle is moved in Flipper; this window reads it. Last read %1.", "time")
                             .arg(items::zonedTime(overview.readAt, QTimeZone::systemTimeZone())));
    m_stages->setStages(overview.stages, now, QTimeZone::systemTimeZone());
}

void ToggleCard::showAge(const QDateTime &now)
{
    QStringList facts;
    if (!m_environment.isEmpty())
        facts += QString(m_environment.at(0).toUpper() + m_environment.mid(1));
    if (m_read.isValid())
        facts += tr("moved in Flipper, read here %1", "how long ago").arg(items::ago(m_read, now));
    m_readAt->setText(facts.join(u", "));
}

} // namespace renewal::ui
