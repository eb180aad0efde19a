// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/markedtext.h"

#include "models/items/correlationtexts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// A mark reaches a little over its word on both sides.
constexpr int overhang = 2;

items::Tone toneOf(correlation::Agreement agreement)
{
    switch (agreement) {
    case correlation::Agreement::Agrees:
        return items::Tone::Good;
    case correlation::Agreement::Partly:
        return items::Tone::Caution;
    case correlation::Agreement::Against:
        return items::Tone::Bad;
    }
    return items::Tone::Neutral;
}

/// One paragraph, character by character, so that the spans keep their places.
QString paragraph(const QString &text)
{
    QString shown = text;
    return shown.replace(u'\n', u' ');
}
} // namespace

MarkedTextView::MarkedTextView(const QString &objectName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MarkedTextView::setText(const QString &label, const correlation::MarkedText &text)
{
    const QString marks = items::agreementText(text);
    setAccessibleName(marks.isEmpty() ? label + u": "_s + text.text
                                      : label + u": "_s + text.text + u". "_s + marks);
    setToolTip(marks);
    if (text == m_text)
        return;
    m_text = text;
    updateGeometry();
    update();
}

double MarkedTextView::layOut(QTextLayout &layout, int width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double top = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width - 2 * overhang, 20));
        line.setPosition({0, top});
        top += std::ceil(line.height());
    }
    layout.endLayout();
    return top;
}

int MarkedTextView::heightForWidth(int width) const
{
    QTextLayout layout(paragraph(m_text.text), font());
    return std::max(static_cast<int>(layOut(layout, width)), fontMetrics().height());
}

QSize MarkedTextView::sizeHint() const
{
    const int wide = scaled(this, 180);
    return {wide, heightForWidth(width() > 0 ? std::max(width(), 60) : wide)};
}

QSize MarkedTextView::minimumSizeHint() const
{
    return {scaled(this, 60), fontMetrics().height()};
}

void MarkedTextView::paintMark(QPainter *painter, const QTextLayout &layout,
                               const correlation::AgreementSpan &span) const
{
    const Theme theme = Theme::of(palette());
    const Theme::Pair colors = theme.tone(toneOf(span.agreement));
    const int end = static_cast<int>(span.start + span.length);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int from = std::max(static_cast<int>(span.start), line.textStart());
        const int to = std::min(end, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const double left = line.cursorToX(from);
        const QRectF box(left - overhang, line.y(), line.cursorToX(to) - left + 2 * overhang,
                         std::ceil(line.height()) - 1);
        painter->setPen(colors.fill == theme.panel ? QPen(colors.ink) : QPen(Qt::NoPen));
        painter->setBrush(colors.fill);
        painter->drawRoundedRect(box, 3, 3);
        if (span.agreement == correlation::Agreement::Agrees)
            continue;
        const bool partly = span.agreement == correlation::Agreement::Partly;
        painter->setPen(QPen(colors.ink, 1, partly ? Qt::DashLine : Qt::SolidLine));
        painter->drawLine(QPointF(box.left() + 2, box.bottom() - 0.5),
                          QPointF(box.right() - 2, box.bottom() - 0.5));
    }
}

void MarkedTextView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QTextLayout layout(paragraph(m_text.text), font());
    layOut(layout, width());
    painter.translate(overhang, 0);
    for (const correlation::AgreementSpan &span : m_text.spans)
        paintMark(&painter, layout, span);
    painter.setPen(palette().color(QPalette::Text));
    layout.draw(&painter, {0, 0});
}

} // namespace renewal::ui
