// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/thinprogress.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QPainter>

namespace renewal::ui {

ThinProgress::ThinProgress(const QString &objectName, QWidget *parent)
    : QProgressBar(parent)
{
    setObjectName(objectName);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ThinProgress::sizeHint() const
{
    return {scaled(this, 120), scaled(this, 6)};
}

void ThinProgress::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int range = maximum() - minimum();
    const double share = range > 0 ? static_cast<double>(value() - minimum()) / range : 0;
    paintBar(&painter, rect(), share, Theme::of(palette()));
}

} // namespace renewal::ui
