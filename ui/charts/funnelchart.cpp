// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnelchart.h"

#include "models/items/datetexts.h"
#include "models/items/funnelmodel.h"
#include "ui/charts/qcp.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

FunnelChart::FunnelChart(const items::FunnelModel *model, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Steps of the flow"));
    const auto changed = [this] {
        m_cursor = -1;
        describe();
        updateGeometry();
        update();
    };
    connect(model, &QAbstractItemModel::dataChanged, this, changed);
    connect(model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(model, &QAbstractItemModel::rowsRemoved, this, changed);
}

void FunnelChart::setTitle(const QString &title, const QString &subtitle)
{
    m_title = title;
    m_subtitle = subtitle;
    setAccessibleName(title);
}

int FunnelChart::rowHeight() const
{
    return scaled(this, 30);
}

QSize FunnelChart::sizeHint() const
{
    return {scaled(this, 470), std::max(rowHeight() * m_model->rowCount(), scaled(this, 178))};
}

QSize FunnelChart::minimumSizeHint() const
{
    return {scaled(this, 300), rowHeight() * std::max(m_model->rowCount(), 1)};
}

QString FunnelChart::cursorText() const
{
    if (m_cursor < 0 || m_cursor >= m_model->rowCount())
        return {};
    const FunnelStep &step = m_model->steps()[m_cursor];
    const QString text =
        tr("%1: %2, %3 of all", "step, number of people, percentage")
            .arg(step.title, QLocale().toString(step.count), items::percent(m_model->shareOfAll(m_cursor)));
    return m_cursor == 0 ? text
                         : text + tr(", %1 of the step before", "percentage")
                                      .arg(items::percent(m_model->shareOfPrevious(m_cursor)));
}

QString FunnelChart::summary() const
{
    const QVector<FunnelStep> &steps = m_model->steps();
    if (steps.isEmpty())
        return tr("Nobody has been counted yet.");
    qsizetype worst = 0;
    for (qsizetype i = 1; i < steps.size(); ++i) {
        if (worst == 0 || m_model->shareOfPrevious(i) < m_model->shareOfPrevious(worst))
            worst = i;
    }
    QString text = tr("%1 of %2 people came from “%3” to “%4”", "numbers, first and last step")
                       .arg(QLocale().toString(steps.last().count), QLocale().toString(steps.first().count),
                            steps.first().title, steps.last().title);
    if (worst > 0)
        text += tr("; most were lost before “%1”", "a step").arg(steps[worst].title);
    return text + u'.';
}

void FunnelChart::describe()
{
    setAccessibleDescription(m_cursor < 0 ? summary() : cursorText());
    setToolTip(summary());
}

void FunnelChart::moveCursor(int row)
{
    m_cursor = row;
    describe();
    update();
}

void FunnelChart::keyPressEvent(QKeyEvent *event)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Down:
        moveCursor(std::min(m_cursor + 1, last));
        break;
    case Qt::Key_Up:
        moveCursor(m_cursor < 0 ? last : std::max(m_cursor - 1, 0));
        break;
    case Qt::Key_Home:
        moveCursor(0);
        break;
    case Qt::Key_End:
        moveCursor(last);
        break;
    case Qt::Key_Escape:
        moveCursor(-1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FunnelChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    moveCursor(-1);
}

void FunnelChart::paintRow(QPainter *painter, int row, const QRectF &area, const Theme &theme) const
{
    const FunnelStep &step = m_model->steps()[row];
    const double share = std::clamp(m_model->shareOfAll(row), 0.0, 1.0);
    const QFontMetricsF metrics(painter->font());
    const double gap = scaled(this, 10);
    const double count = std::max<double>(metrics.horizontalAdvance(u"00,000,000"_s), scaled(this, 60));
    const double percent = metrics.horizontalAdvance(u"under 1 %"_s);
    const double label = std::min<double>(area.width() * 0.4, scaled(this, 140));
    painter->setPen(theme.text);
    painter->drawText(QRectF(area.left(), area.top(), label, area.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(step.title, Qt::ElideRight, label));
    const double height = scaled(this, 14);
    const QRectF bar(area.left() + label + gap, area.center().y() - height / 2,
                     std::max(area.width() - label - count - percent - 3 * gap, 20.0), height);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.track);
    painter->drawRoundedRect(bar, 4, 4);
    if (share > 0) {
        QRectF filled = bar;
        filled.setWidth(std::max(bar.width() * share, 4.0)); // a few people are not nobody
        painter->setBrush(theme.accent);
        painter->drawRoundedRect(filled, 4, 4);
    }
    painter->setPen(theme.text);
    painter->drawText(QRectF(bar.right(), area.top(), count, area.height()),
                      Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(step.count));
    painter->setPen(theme.textQuiet);
    painter->drawText(QRectF(bar.right() + count + gap, area.top(), percent + gap, area.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, items::percent(m_model->shareOfAll(row)));
}

void FunnelChart::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(roleFont(FontRole::Body));
    const int height = rowHeight();
    const int side = scaled(this, 2);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QRectF area(side, row * height, width() - 2 * side, height);
        if (row == m_cursor) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.selection);
            painter.drawRoundedRect(area, 4, 4);
        }
        paintRow(&painter, row, area, theme);
    }
    if (hasFocus())
        paintFocusRing(&painter, rect(), 4, theme);
}

ExportableChart::Frame FunnelChart::exportFrame() const
{
    Frame frame;
    frame.title = m_title;
    frame.subtitle = m_subtitle;
    frame.summary = summary();
    frame.footnote = frame.summary;
    return frame;
}

void FunnelChart::paintExport(QCPPainter *painter, const QRect &area, const Theme &theme)
{
    painter->setAntialiasing(true);
    painter->setFont(roleFont(FontRole::Body));
    const int rows = std::max(m_model->rowCount(), 1);
    const double height = std::min(area.height() / static_cast<double>(rows), rowHeight() * 1.6);
    for (int row = 0; row < m_model->rowCount(); ++row)
        paintRow(painter, row, QRectF(area.left(), area.top() + row * height, area.width(), height), theme);
}

QVector<QStringList> FunnelChart::exportRows() const
{
    QVector<QStringList> rows{{tr("step", "column of a file"), tr("people", "column of a file"),
                               tr("share of all (%)", "column of a file"),
                               tr("share of the step before (%)", "column of a file")}};
    for (qsizetype i = 0; i < m_model->steps().size(); ++i) {
        const FunnelStep &step = m_model->steps()[i];
        rows += QStringList{step.title, QString::number(step.count),
                            QString::number(m_model->shareOfAll(i) * 100, 'f', 2),
                            i == 0 ? QString() : QString::number(m_model->shareOfPrevious(i) * 100, 'f', 2)};
    }
    return rows;
}

} // namespace renewal::ui
