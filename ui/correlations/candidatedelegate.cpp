// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/candidatedelegate.h"

#include "models/items/datetexts.h"
#include "models/items/roles.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
void paintRadio(QPainter *painter, const QRectF &box, bool chosen, const Theme &theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(theme.panel);
    painter->setPen(QPen(chosen ? theme.accent : theme.textFaint, 1.5));
    painter->drawEllipse(box.adjusted(1, 1, -1, -1));
    if (chosen) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        painter->drawEllipse(box.adjusted(4, 4, -4, -4));
    }
    painter->restore();
}

// What tells care teams apart stands at either end of their names.
void paintText(QPainter *painter, const QRect &area, const QString &text, const QFont &font,
               const QColor &color)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(text, Qt::ElideMiddle, area.width()));
}
} // namespace

int CandidateDelegate::rowHeight(const QWidget *widget)
{
    return scaled(widget, 28);
}

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {scaled(option.widget, 200), rowHeight(option.widget)};
}

CandidateDelegate::Columns CandidateDelegate::columns(const QStyleOptionViewItem &option,
                                                      const QModelIndex &index) const
{
    const int gap = scaled(option.widget, 10);
    const QFontMetrics metrics(option.font);
    int widestName = 0;
    int widestKind = 0;
    // A handful of rows: matching shows five candidates at most.
    for (int row = 0; row < index.model()->rowCount(); ++row) {
        const QModelIndex other = index.siblingAtRow(row);
        widestName = std::max(widestName, metrics.horizontalAdvance(other.data().toString()) + 2);
        const QString kind = other.data(items::SecondLineRole).toString();
        widestKind = std::max(widestKind, kind.isEmpty() ? 0 : metrics.horizontalAdvance(kind) + 2);
    }
    Columns columns;
    columns.radio = scaled(option.widget, 4);
    columns.name = columns.radio + scaled(option.widget, 15) + gap;
    columns.figureWidth =
        QFontMetrics(roleFont(FontRole::Strong, option.font)).horizontalAdvance(u"under 1 %"_s);
    columns.figure = option.rect.width() - columns.figureWidth;
    const int room = columns.figure - gap - columns.name;
    // Where it gets narrow the name matters more than the kind and the bar: the figure says the same.
    const bool narrow = room < scaled(option.widget, 300);
    const int leastBar = scaled(option.widget, narrow ? 24 : 64);
    columns.kindWidth = narrow ? 0 : std::min(widestKind, room * 26 / 100);
    const int kindRoom = columns.kindWidth > 0 ? columns.kindWidth + gap : 0;
    const int drawn = scaled(option.widget, 226);
    columns.nameWidth = std::clamp(widestName, std::min(drawn, room * 50 / 100),
                                   std::max(room - kindRoom - leastBar - gap, room / 2));
    columns.kind = columns.name + columns.nameWidth + gap;
    columns.bar = columns.kind + kindRoom;
    columns.barWidth = std::max(columns.figure - gap - columns.bar, 0);
    return columns;
}

void CandidateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const QRect row = option.rect;
    const int radio = scaled(option.widget, 15);
    const Columns at = columns(option, index);
    painter->save();
    painter->fillRect(row, option.state & QStyle::State_MouseOver ? theme.stripe : theme.panel);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex() == index)
        paintFocusRing(painter, row.adjusted(0, 1, 0, -1), 5, theme);
    paintRadio(painter, QRectF(row.left() + at.radio, row.center().y() - radio / 2.0 + 0.5, radio, radio),
               index.data(items::ChosenRole).toBool(), theme);
    const auto cell = [&](int left, int width) {
        return QRect(row.left() + left, row.top(), width, row.height());
    };
    paintText(painter, cell(at.name, at.nameWidth), index.data().toString(), option.font, theme.text);
    paintText(painter, cell(at.kind, at.kindWidth), index.data(items::SecondLineRole).toString(), option.font,
              theme.textQuiet);
    const double probability = index.data(items::ProbabilityRole).toDouble();
    const int high = scaled(option.widget, 7);
    paintBar(painter, QRectF(row.left() + at.bar, row.center().y() - high / 2.0 + 0.5, at.barWidth, high),
             probability, theme);
    paintText(painter, cell(at.figure, at.figureWidth), items::percent(probability),
              roleFont(FontRole::Strong, option.font), theme.text);
    painter->restore();
}

} // namespace renewal::ui
