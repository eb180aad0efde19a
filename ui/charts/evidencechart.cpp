// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/evidencechart.h"

#include "models/items/datetexts.h"
#include "models/items/evidencemodel.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace renewal::ui {

using namespace Qt::StringLiterals;

EvidenceChart::EvidenceChart(const QString &objectName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Evidence"));
}

void EvidenceChart::setStory(const correlation::EvidenceStory &story)
{
    m_story = story;
    QStringList spoken;
    for (const correlation::EvidenceStep &step : story.steps) {
        // The sentences have their own full stops.
        const QString sentence = step.text.endsWith(u'.') ? step.text.chopped(1) : step.text;
        spoken += tr("%1: %2 bits", "evidence, amount").arg(sentence, items::bitsText(step.bits));
    }
    spoken += tr("Result: %1 sure", "a percentage").arg(items::percent(story.probability));
    setAccessibleDescription(spoken.join(u". "));
    updateGeometry();
    update();
}

EvidenceChart::Places EvidenceChart::places(int width) const
{
    Places places;
    double at = 0;
    double most = 0;
    for (const correlation::EvidenceStep &step : m_story.steps) {
        places.bars.append({step.text, items::bitsText(step.bits), at, step.after, false, 0, 0});
        at = step.after;
        places.least = std::min(places.least, at);
        most = std::max(most, at);
    }
    if (m_story.steps.isEmpty())
        return places;
    places.bars.append({tr("Result: %1 sure", "a percentage").arg(items::percent(m_story.probability)),
                        {},
                        0,
                        m_story.resultBits,
                        true,
                        0,
                        0});
    const QFontMetrics metrics(roleFont(FontRole::Small));
    int natural = 0;
    for (const Bar &bar : std::as_const(places.bars))
        natural = std::max(natural, metrics.horizontalAdvance(bar.label) + scaled(this, 16));
    const int figure = metrics.horizontalAdvance(u"−00.0"_s) + scaled(this, 10);
    places.labelWidth = std::clamp(natural, width * 30 / 100, std::max(width * 56 / 100, scaled(this, 120)));
    const double room = std::max(width - places.labelWidth - figure, 20);
    places.unit = room / std::max(most - places.least, 0.5);
    const QRect textRoom(0, 0, places.labelWidth - scaled(this, 12), 100000);
    for (Bar &bar : places.bars) {
        const int text = metrics.boundingRect(textRoom, Qt::TextWordWrap, bar.label).height();
        bar.top = places.height;
        bar.height = std::max(scaled(this, 25), text + scaled(this, 7));
        places.height += bar.height;
    }
    return places;
}

int EvidenceChart::heightForWidth(int width) const
{
    return places(width).height;
}

QSize EvidenceChart::sizeHint() const
{
    const int wide = width() > 0 ? std::max(width(), minimumSizeHint().width()) : scaled(this, 420);
    return {scaled(this, 420), heightForWidth(wide)};
}

QSize EvidenceChart::minimumSizeHint() const
{
    return {scaled(this, 260), scaled(this, 25)};
}

bool EvidenceChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Places at = places(width());
    for (const Bar &bar : at.bars) {
        if (help->y() >= bar.top && help->y() < bar.top + bar.height) {
            QToolTip::showText(help->globalPos(),
                               bar.isResult ? bar.label
                                            : tr("%1 %2 bits", "sentence, amount").arg(bar.label, bar.figure),
                               this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

void EvidenceChart::paintBar(QPainter *painter, const Bar &bar, const Places &places) const
{
    const Theme theme = Theme::of(palette());
    const auto x = [&](double bits) { return places.labelWidth + (bits - places.least) * places.unit; };
    const double left = std::min(x(bar.from), x(bar.to));
    const double wide = std::max(std::abs(x(bar.to) - x(bar.from)), 3.0);
    const int high = scaled(this, 16);
    QFont font = roleFont(FontRole::Small);
    if (bar.isResult)
        font.setWeight(QFont::Bold);
    painter->setFont(font);
    painter->setPen(bar.isResult ? theme.text : theme.textQuiet);
    painter->drawText(QRectF(0, bar.top, places.labelWidth - scaled(this, 12), bar.height),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, bar.label);
    painter->setPen(Qt::NoPen);
    painter->setBrush(bar.isResult         ? theme.accent
                      : bar.to == bar.from ? theme.textFaint // it says nothing either way
                      : bar.to > bar.from  ? theme.good
                                           : theme.bad);
    painter->setOpacity(bar.isResult ? 1 : 0.82);
    painter->drawRoundedRect(QRectF(left, bar.top + (bar.height - high) / 2.0, wide, high), 3, 3);
    painter->setOpacity(1);
    painter->setPen(theme.textQuiet);
    painter->drawText(QRectF(left + wide + scaled(this, 5), bar.top, width(), bar.height),
                      Qt::AlignLeft | Qt::AlignVCenter, bar.figure);
}

void EvidenceChart::paintEvent(QPaintEvent *)
{
    const Places at = places(width());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Bar &bar : at.bars)
        paintBar(&painter, bar, at);
    // Where nothing speaks for or against: over the bars, so that one sees which of them cross it.
    const double zero = std::round(at.labelWidth - at.least * at.unit);
    if (!at.bars.isEmpty())
        painter.fillRect(QRectF(zero, 0, 1, at.height), Theme::of(palette()).line);
}

} // namespace renewal::ui
