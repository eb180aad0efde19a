// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/evidencechart.h"

#include "models/items/datetexts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QLocale>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace renewal::ui {

using namespace Qt::StringLiterals;

QString bitsText(double bits)
{
    const QString number = QLocale().toString(std::abs(bits), 'f', 1);
    return (bits < 0 ? u'−' : u'+') + number;
}

EvidenceChart::EvidenceChart(const QString &objectName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EvidenceChart::setEvidence(const QVector<Evidence> &evidence, double probability)
{
    m_evidence = evidence;
    m_probability = probability;
    QStringList spoken;
    for (const Evidence &piece : evidence)
        spoken += tr("%1: %2 bits", "evidence, amount").arg(piece.text, bitsText(piece.bits));
    spoken += tr("Result: %1 sure", "a percentage").arg(items::percent(probability));
    setAccessibleName(tr("Evidence"));
    setAccessibleDescription(spoken.join(u". "));
    setToolTip({});
    updateGeometry();
    update();
}

int EvidenceChart::rowHeight() const
{
    return scaled(this, 25);
}

QSize EvidenceChart::sizeHint() const
{
    return {scaled(this, 420), rowHeight() * (static_cast<int>(m_evidence.size()) + 1)};
}

QSize EvidenceChart::minimumSizeHint() const
{
    return {scaled(this, 260), sizeHint().height()};
}

QVector<EvidenceChart::Span> EvidenceChart::spans(double *least, double *most) const
{
    QVector<Span> spans;
    double at = 0;
    *least = 0;
    *most = 0;
    for (const Evidence &piece : m_evidence) {
        spans.append({at, at + piece.bits});
        at += piece.bits;
        *least = std::min(*least, at);
        *most = std::max(*most, at);
    }
    spans.append({0, at});
    return spans;
}

void EvidenceChart::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = roleFont(FontRole::Small);
    const QFontMetrics metrics(small);
    const int labelWidth = std::max(width() * 44 / 100, scaled(this, 130));
    const int figureWidth = metrics.horizontalAdvance(u"−00.0"_s) + scaled(this, 8);
    double least = 0;
    double most = 0;
    const QVector<Span> bars = spans(&least, &most);
    const double room = std::max(width() - labelWidth - figureWidth, 20);
    const double unit = room / std::max(most - least, 0.5);
    const auto x = [&](double bits) { return labelWidth + (bits - least) * unit; };
    const int row = rowHeight();
    const int bar = scaled(this, 16);

    painter.fillRect(QRectF(std::round(x(0)), 0, 1, row * bars.size()), theme.line);
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const bool isResult = i == m_evidence.size();
        const double top = static_cast<double>(i) * row;
        const double left = std::min(x(bars[i].from), x(bars[i].to));
        const double wide = std::max(std::abs(x(bars[i].to) - x(bars[i].from)), 3.0);
        const QString label = isResult
                                  ? tr("Result: %1 sure", "a percentage").arg(items::percent(m_probability))
                                  : m_evidence[i].text;
        const QFont font = isResult ? roleFont(FontRole::Card) : small;
        painter.setFont(font);
        painter.setPen(isResult ? theme.text : theme.textQuiet);
        const QRectF labelArea(0, top, labelWidth - scaled(this, 12), row);
        painter.drawText(
            labelArea, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(label, Qt::ElideRight, static_cast<int>(labelArea.width())));
        painter.setPen(Qt::NoPen);
        painter.setBrush(isResult ? theme.accent : bars[i].to >= bars[i].from ? theme.good : theme.bad);
        painter.setOpacity(isResult ? 1 : 0.82);
        painter.drawRoundedRect(QRectF(left, top + (row - bar) / 2.0, wide, bar), 3, 3);
        painter.setOpacity(1);
        if (isResult)
            continue;
        painter.setFont(small);
        painter.setPen(theme.textQuiet);
        painter.drawText(QRectF(left + wide + scaled(this, 5), top, figureWidth, row),
                         Qt::AlignLeft | Qt::AlignVCenter, bitsText(m_evidence[i].bits));
    }
}

} // namespace renewal::ui
