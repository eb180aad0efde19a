// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/probabilitybar.h"

#include "models/items/datetexts.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QPainter>

namespace renewal::ui {

ProbabilityBar::ProbabilityBar(const QString &objectName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    setFont(roleFont(FontRole::Strong));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void ProbabilityBar::setProbability(std::optional<double> probability)
{
    m_probability = probability;
    setVisible(probability.has_value());
    setAccessibleName(probability ? tr("%1 sure", "a percentage").arg(items::percent(*probability))
                                  : QString());
    update();
}

QSize ProbabilityBar::sizeHint() const
{
    return {scaled(this, 120), fontMetrics().height() + 2};
}

void ProbabilityBar::paintEvent(QPaintEvent *)
{
    if (!m_probability)
        return;
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    const QString text = items::percent(*m_probability);
    const int textWidth = fontMetrics().horizontalAdvance(text);
    const double high = scaled(this, 7);
    paintBar(&painter, QRectF(0, (height() - high) / 2, width() - textWidth - scaled(this, 8), high),
             *m_probability, theme);
    painter.setPen(theme.text);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, text);
}

} // namespace renewal::ui
