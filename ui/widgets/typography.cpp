// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/typography.h"

#include <QApplication>
#include <QFontInfo>
#include <QWidget>

#include <cmath>

namespace renewal::ui {

namespace {
struct RoleLook
{
    double factor;
    QFont::Weight weight;
};

RoleLook look(FontRole role)
{
    switch (role) {
    case FontRole::Title:
        return {17.0 / 13, QFont::DemiBold};
    case FontRole::Heading:
        return {16.0 / 13, QFont::DemiBold};
    case FontRole::Card:
        return {12.5 / 13, QFont::DemiBold};
    case FontRole::Strong:
        return {1, QFont::DemiBold};
    case FontRole::Body:
        return {1, QFont::Normal};
    case FontRole::Small:
        return {12.0 / 13, QFont::Normal};
    case FontRole::Tiny:
        return {11.0 / 13, QFont::DemiBold};
    }
    return {1, QFont::Normal};
}
} // namespace

QFont roleFont(FontRole role)
{
    return roleFont(role, QApplication::font());
}

QFont roleFont(FontRole role, const QFont &base)
{
    QFont font = base;
    const RoleLook roleLook = look(role);
    font.setPointSizeF(QFontInfo(base).pointSizeF() * roleLook.factor);
    font.setWeight(roleLook.weight);
    return font;
}

int scaled(const QWidget *widget, double designPixels)
{
    constexpr double designFontPixels = 13;
    const QFont font = widget ? QApplication::font(widget) : QApplication::font();
    return static_cast<int>(std::lround(designPixels * QFontInfo(font).pixelSize() / designFontPixels));
}

} // namespace renewal::ui
