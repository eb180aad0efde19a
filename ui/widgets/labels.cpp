// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include <QLabel>

namespace renewal::ui {

QLabel *makeLabel(const QString &text, const QString &objectName, FontRole role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setFont(roleFont(role));
    label->setWordWrap(true);
    return label;
}

QLabel *makeQuietLabel(const QString &text, const QString &objectName, FontRole role, QWidget *parent)
{
    QLabel *label = makeLabel(text, objectName, role, parent);
    // A role, not a colour: it follows every change of theme.
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace renewal::ui
