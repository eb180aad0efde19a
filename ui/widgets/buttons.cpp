// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include "ui/widgets/typography.h"

#include <QPushButton>
#include <QVariant>

namespace renewal::ui {

namespace {
constexpr char kindProperty[] = "buttonKind";
constexpr char toneProperty[] = "buttonTone";
} // namespace

QPushButton *makeButton(const QString &text, const QString &objectName, ButtonKind kind, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    dressButton(button, objectName, kind);
    return button;
}

void dressButton(QPushButton *button, const QString &objectName, ButtonKind kind)
{
    button->setObjectName(objectName);
    button->setProperty(kindProperty, static_cast<int>(kind));
    button->setAutoDefault(false);
    button->setAttribute(Qt::WA_Hover);
    QFont font = roleFont(FontRole::Body);
    font.setWeight(QFont::Medium);
    if (kind == ButtonKind::Link)
        font.setWeight(QFont::Normal);
    button->setFont(font);
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
}

QPushButton *makeFilter(const QString &text, const QString &objectName, items::Tone tone, QWidget *parent)
{
    QPushButton *button = makeButton(text, objectName, ButtonKind::Filter, parent);
    button->setProperty(toneProperty, static_cast<int>(tone));
    button->setCheckable(true);
    button->setFont(roleFont(FontRole::Tiny));
    return button;
}

ButtonKind buttonKind(const QWidget *widget)
{
    return widget ? static_cast<ButtonKind>(widget->property(kindProperty).toInt()) : ButtonKind::Plain;
}

items::Tone buttonTone(const QWidget *widget)
{
    return widget ? static_cast<items::Tone>(widget->property(toneProperty).toInt()) : items::Tone::Neutral;
}

} // namespace renewal::ui
