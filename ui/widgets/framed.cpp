// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/framed.h"

#include "ui/widgets/typography.h"

#include <QVBoxLayout>
#include <QWidget>

namespace renewal::ui {

QWidget *framed(QWidget *inner, const QMargins &margins)
{
    auto *panel = new QWidget(inner->parentWidget());
    panel->setBackgroundRole(QPalette::Base);
    panel->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(scaled(panel, margins.left()), scaled(panel, margins.top()),
                               scaled(panel, margins.right()), scaled(panel, margins.bottom()));
    layout->addWidget(inner);
    return panel;
}

} // namespace renewal::ui
