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
} // namespace

int CandidateDelegate::rowHeight(const QWidget *widget)
{
    return scaled(widget, 30);
}

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {scaled(option.widget, 200), rowHeight(option.widget)};
}

void CandidateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const QRect row = option.rect;
    const int gap = scaled(option.widget, 10);
    const int radio = scaled(option.widget, 15);
    const bool chosen = index.data(items::ChosenRole).toBool();
    const double probability = index.data(items::ProbabilityRole).toDouble();
    painter->save();
    painter->fillRect(row, theme.panel);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex() == index)
        paintFocusRing(painter, row.adjusted(0, 1, 0, -1), 5, theme);

    const int left = row.left() + scaled(option.widget, 6);
    paintRadio(painter, QRectF(left, row.center().y() - radio / 2.0 + 0.5, radio, radio), chosen, theme);
    const QFont strong = roleFont(FontRole::Strong, option.font);
    const int figure = QFontMetrics(strong).horizontalAdvance(u"under 1 %"_s);
    const int room = row.width() - (left - row.left()) - radio - figure - 4 * gap - scaled(option.widget, 6);
    const QString kind = index.data(items::SecondLineRole).toString();
    // Where it gets narrow the name matters more than the kind.
    const bool narrow = room < scaled(option.widget, 300);
    const int kindWidth = narrow ? 0 : room * 21 / 100;
    const int nameWidth = room * (narrow ? 66 : 54) / 100;
    QRect cell(left + radio + gap, row.top(), nameWidth, row.height());
    const auto text = [&](const QRect &area, const QString &what, const QFont &font, const QColor &color) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(what, Qt::ElideRight, area.width()));
    };
    text(cell, index.data().toString(), chosen ? strong : option.font, theme.text);
    cell = QRect(cell.right() + gap, row.top(), kindWidth, row.height());
    if (!narrow)
        text(cell, kind, option.font, theme.textQuiet);
    const int high = scaled(option.widget, 7);
    const QRectF bar(cell.right() + gap, row.center().y() - high / 2.0 + 0.5, room - nameWidth - kindWidth,
                     high);
    paintBar(painter, bar, probability, theme);
    text(QRect(static_cast<int>(bar.right()) + gap, row.top(), figure, row.height()),
         items::percent(probability), strong, theme.text);
    painter->restore();
}

} // namespace renewal::ui
