// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/stagestrip.h"

#include "models/items/datetexts.h"
#include "models/rollout/stageclock.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QLocale>
#include <QPainter>
#include <QStringList>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int rowHeight = 40; ///< pixels of the drawn design

QString shortDay(const QDateTime &at, const QTimeZone &zone)
{
    return QLocale().toString(at.toTimeZone(zone).date(), StageStrip::tr("MMM d", "date format"));
}
} // namespace

StageStrip::StageStrip(const QString &objectName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageStrip::setStages(const QVector<RolloutStage> &stages, const QDateTime &now, const QTimeZone &zone)
{
    m_steps.clear();
    QStringList spoken;
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const RolloutStage &stage = stages[i];
        const bool isLater = i + 1 < stages.size() && stages[i + 1].startedAt.isValid();
        Step step{
            .name = stage.name, .percent = items::percent(stage.percent / 100), .text = {}, .state = {}};
        if (!stage.startedAt.isValid()) {
            step.state = State::Planned;
            step.text = stage.plannedAt.isValid()
                            ? tr("planned %1", "date").arg(shortDay(stage.plannedAt, zone))
                            : tr("not planned");
        } else if (isLater) {
            step.state = State::Done;
            step.text = tr("%1, done", "duration")
                            .arg(items::duration(stage.startedAt.secsTo(stages[i + 1].startedAt)));
        } else {
            step.state = State::Current;
            const int day = rollout::stageClock(stages, now).dayShown();
            step.text = stage.minimumDays > 0 ? tr("on, day %1 of %2").arg(day).arg(stage.minimumDays)
                                              : tr("on, day %1").arg(day);
        }
        spoken += tr("Stage %1, %2, %3").arg(step.name, step.percent, step.text);
        m_steps.append(step);
    }
    setAccessibleName(tr("Stages of the rollout"));
    setAccessibleDescription(spoken.join(u". "));
    setToolTip(spoken.join(u'\n'));
    setFixedHeight(scaled(this, rowHeight) * rows());
    update();
}

QSize StageStrip::sizeHint() const
{
    return {scaled(this, 700), scaled(this, rowHeight)};
}

QSize StageStrip::minimumSizeHint() const
{
    return {scaled(this, 360), scaled(this, rowHeight)};
}

/// Where the dates would be cut, three stand in a row.
int StageStrip::perRow() const
{
    constexpr int narrow = 640;
    constexpr int few = 3;
    const int all = std::max(static_cast<int>(m_steps.size()), 1);
    return width() < scaled(this, narrow) ? std::min(few, all) : all;
}

int StageStrip::rows() const
{
    return std::max((static_cast<int>(m_steps.size()) + perRow() - 1) / perRow(), 1);
}

void StageStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setFixedHeight(scaled(this, rowHeight) * rows());
}

void StageStrip::paintEvent(QPaintEvent *)
{
    if (m_steps.isEmpty())
        return;
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double circle = scaled(this, 26);
    const double halo = scaled(this, 4);
    const int columns = perRow();
    const double room = static_cast<double>(width()) / columns;
    const double high = scaled(this, rowHeight);
    const QFont strong = roleFont(FontRole::Strong);
    const QFont small = roleFont(FontRole::Small);
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps[i];
        const bool done = step.state == State::Done;
        const bool current = step.state == State::Current;
        const double column = static_cast<double>(i % columns);
        const double middle = (static_cast<double>(i / columns) + 0.5) * high;
        const QRectF disc(column * room + halo, middle - circle / 2, circle, circle);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accentFill);
        if (current)
            painter.drawEllipse(disc.adjusted(-halo, -halo, halo, halo));
        painter.setPen(QPen(done ? theme.good : current ? theme.accent : theme.line, 2));
        painter.setBrush(done ? theme.good : theme.panel);
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1));
        painter.setFont(roleFont(FontRole::Card));
        painter.setPen(done ? theme.panel : current ? theme.accent : theme.text);
        painter.drawText(disc, Qt::AlignCenter, done ? u"✓"_s : step.name);

        const double left = disc.right() + scaled(this, 8);
        const double line = QFontMetricsF(strong).height();
        const double textWidth = std::max(QFontMetricsF(strong).horizontalAdvance(step.percent),
                                          QFontMetricsF(small).horizontalAdvance(step.text));
        const double rest = (column + 1) * room - left;
        painter.setFont(strong);
        painter.setPen(theme.text);
        painter.drawText(QRectF(left, middle - line, rest, line), Qt::AlignLeft | Qt::AlignVCenter,
                         step.percent);
        painter.setFont(small);
        painter.setPen(theme.textQuiet);
        painter.drawText(QRectF(left, middle, rest, line), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(small).elidedText(step.text, Qt::ElideRight, static_cast<int>(rest)));
        const double lineStart = left + textWidth + scaled(this, 10);
        const double lineEnd = (column + 1) * room - scaled(this, 8);
        if (i + 1 < m_steps.size() && lineEnd > lineStart)
            painter.fillRect(QRectF(lineStart, middle - 1, lineEnd - lineStart, 2),
                             done ? theme.good : theme.line);
    }
}

} // namespace renewal::ui
