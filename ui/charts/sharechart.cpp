// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sharechart.h"

#include "models/items/qualitytexts.h"
#include "ui/charts/plotitems.h"
#include "ui/charts/qcp.h"
#include "ui/charts/serieslook.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double percent = 100;
}

ShareChart::ShareChart(const QString &title, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    m_plot->setObjectName(objectName + u"Plot"_s);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setupPlot();
}

void ShareChart::setupPlot()
{
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLength(0);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(6);
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setTicker(QSharedPointer<ValueTicker>(new ValueTicker(u"%"_s)));
    }
    m_plot->plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    m_plot->axisRect()->setMinimumMargins(
        QMargins(scaled(m_plot, 32), scaled(m_plot, 4), scaled(m_plot, 12), scaled(m_plot, 4)));
}

QSize ShareChart::sizeHint() const
{
    return {scaled(this, 420), scaled(this, 220)};
}

void ShareChart::setContent(const ShareContent &content)
{
    m_content = content;
    m_cursor = -1;
    setAccessibleName(content.title);
    build(Theme::of(palette()));
    describe();
}

void ShareChart::build(const Theme &theme)
{
    m_plot->clearItems();
    m_plot->clearPlottables();
    m_plot->setBackground(theme.panel);
    m_plot->axisRect()->setBackground(theme.surface);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelColor(theme.textQuiet);
        axis->setTickLabelFont(roleFont(FontRole::Small));
        axis->setLabelColor(theme.textQuiet);
        axis->setLabelFont(roleFont(FontRole::Small));
        axis->grid()->setPen(QPen(theme.line, 1));
    }
    m_plot->xAxis->setLabel(m_content.xTitle);
    fitAxes();
    const auto straight = [this](const QPen &pen, QPointF from, QPointF to) {
        auto *line = new QCPItemStraightLine(m_plot);
        line->setSelectable(false);
        line->setPen(pen);
        line->point1->setCoords(from);
        line->point2->setCoords(to);
    };
    if (m_content.diagonal)
        straight(QPen(theme.textQuiet, 1, Qt::DashLine), {0, 0}, {percent, percent});
    if (m_content.mark)
        straight(QPen(theme.caution, 1, Qt::DashLine), {*m_content.mark * percent, 0},
                 {*m_content.mark * percent, percent});
    for (qsizetype line = 0; line < m_content.lines.size(); ++line)
        addLine(line, theme);
    if (m_cursor >= 0 && !m_content.lines.isEmpty()) {
        const double x = m_content.lines.constFirst().points.at(m_cursor).x * percent;
        straight(QPen(theme.text, 1), {x, 0}, {x, percent});
    }
    m_plot->replot();
}

void ShareChart::addLine(qsizetype line, const Theme &theme)
{
    const ShareLine &shown = m_content.lines.at(line);
    QCPGraph *graph = m_plot->addGraph();
    graph->setPen(seriesPen(line, theme));
    graph->setScatterStyle(
        QCPScatterStyle(line == 0 ? QCPScatterStyle::ssDisc : QCPScatterStyle::ssSquare, 6));
    auto *whiskers = new QCPErrorBars(m_plot->xAxis, m_plot->yAxis);
    whiskers->setDataPlottable(graph);
    whiskers->setPen(QPen(seriesPen(line, theme).color(), 1));
    whiskers->setWhiskerWidth(scaled(this, 6));
    QVector<double> x;
    QVector<double> y;
    QVector<double> down;
    QVector<double> up;
    for (const SharePoint &point : shown.points) {
        x.append(point.x * percent);
        y.append(point.share * percent);
        down.append(std::max(0.0, point.share - point.low) * percent);
        up.append(std::max(0.0, point.high - point.share) * percent);
    }
    graph->setData(x, y, true);
    if (shown.hasInterval)
        whiskers->setData(down, up);
}

void ShareChart::fitAxes()
{
    double least = 1;
    double most = 0;
    double low = 1;
    for (const ShareLine &line : std::as_const(m_content.lines)) {
        for (const SharePoint &point : line.points) {
            least = std::min(least, point.x);
            most = std::max(most, point.x);
            low = std::min(low, line.hasInterval ? point.low : point.share);
        }
    }
    const double side = std::max(0.01, (most - least) * 0.04);
    m_plot->xAxis->setRange((least - side) * percent, std::min(1.005, most + side) * percent);
    m_plot->yAxis->setRange(std::max(0.0, low - 0.04) * percent, 102);
}

QString ShareChart::summary() const
{
    QStringList parts;
    for (const ShareLine &line : m_content.lines) {
        if (line.points.isEmpty())
            continue;
        parts += tr("%1 goes from %2 at %3 to %4 at %5", "name of a line, percentages")
                     .arg(line.title, items::finePercent(line.points.constFirst().share),
                          items::finePercent(line.points.constFirst().x),
                          items::finePercent(line.points.constLast().share),
                          items::finePercent(line.points.constLast().x));
    }
    return parts.isEmpty() ? tr("Nothing has been reviewed yet.") : parts.join(u"; "_s) + u'.';
}

QString ShareChart::cursorText() const
{
    if (m_cursor < 0)
        return {};
    QStringList parts{tr("At %1", "a percentage")
                          .arg(items::finePercent(m_content.lines.constFirst().points.at(m_cursor).x))};
    for (const ShareLine &line : m_content.lines) {
        if (m_cursor >= line.points.size())
            continue;
        const SharePoint &point = line.points.at(m_cursor);
        parts += line.hasInterval
                     ? tr("%1 %2 (%3), %4 reviewed", "name, percentage, interval, number")
                           .arg(line.title, items::finePercent(point.share),
                                items::intervalText({point.low, point.high}))
                           .arg(point.reviewed)
                     : tr("%1 %2", "name, percentage").arg(line.title, items::finePercent(point.share));
    }
    return parts.join(u", "_s);
}

void ShareChart::describe()
{
    const QString text = m_cursor < 0 ? summary() : cursorText();
    setAccessibleDescription(text);
    setToolTip(text);
}

void ShareChart::moveCursor(int point)
{
    m_cursor = point;
    build(Theme::of(palette()));
    describe();
    if (point >= 0)
        announce(this, cursorText());
}

void ShareChart::keyPressEvent(QKeyEvent *event)
{
    const int last = m_content.lines.isEmpty() ? -1 : int(m_content.lines.constFirst().points.size()) - 1;
    if (last >= 0 && event->key() == Qt::Key_Right)
        moveCursor(std::min(m_cursor + 1, last));
    else if (last >= 0 && event->key() == Qt::Key_Left)
        moveCursor(m_cursor < 0 ? last : std::max(m_cursor - 1, 0));
    else if (last >= 0 && event->key() == Qt::Key_Home)
        moveCursor(0);
    else if (last >= 0 && event->key() == Qt::Key_End)
        moveCursor(last);
    else if (m_cursor >= 0 && event->key() == Qt::Key_Escape)
        moveCursor(-1);
    else
        QWidget::keyPressEvent(event);
}

void ShareChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    moveCursor(-1);
}

void ShareChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        build(Theme::of(palette()));
}

ExportableChart::Frame ShareChart::exportFrame() const
{
    Frame frame;
    frame.title = m_content.title;
    frame.subtitle = m_content.xTitle;
    for (const ShareLine &line : m_content.lines)
        frame.legend += line.title;
    frame.summary = summary();
    frame.footnote = frame.summary;
    return frame;
}

void ShareChart::paintExport(QCPPainter *painter, const QRect &area, const Theme &theme)
{
    build(theme);
    painter->save();
    painter->translate(area.topLeft());
    m_plot->toPainter(painter, area.width(), area.height());
    painter->restore();
    build(Theme::of(palette()));
}

QVector<QStringList> ShareChart::exportRows() const
{
    QStringList head{m_content.xTitle};
    for (const ShareLine &line : m_content.lines) {
        head += line.title;
        if (line.hasInterval)
            head += {tr("%1, low", "column of a file").arg(line.title),
                     tr("%1, high", "column of a file").arg(line.title),
                     tr("%1, reviewed", "column of a file").arg(line.title)};
    }
    QVector<QStringList> rows{head};
    const qsizetype count = m_content.lines.isEmpty() ? 0 : m_content.lines.constFirst().points.size();
    for (qsizetype i = 0; i < count; ++i) {
        QStringList row{QString::number(m_content.lines.constFirst().points.at(i).x)};
        for (const ShareLine &line : m_content.lines) {
            const SharePoint point = line.points.value(i);
            row += QString::number(point.share);
            if (line.hasInterval)
                row += {QString::number(point.low), QString::number(point.high),
                        QString::number(point.reviewed)};
        }
        rows += row;
    }
    return rows;
}

} // namespace renewal::ui
