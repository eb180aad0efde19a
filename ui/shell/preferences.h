// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/page.h"

#include <QString>
#include <QStringView>

#include <optional>

class QSettings;

namespace renewal::ui {

enum class ThemeChoice
{
    System, ///< light or dark after the desktop's palette, its own colours when it is a high-contrast one
    Light,
    Dark,
    Contrast, ///< at least 7:1 for all text, light or dark after the desktop's palette
};

/// "system", "light", "dark", "contrast": the words of --theme.
QString toString(ThemeChoice choice);
std::optional<ThemeChoice> themeFromString(QStringView word);

/// What a person set for all places of the window. Nothing in it is about patients.
struct Preferences
{
    ThemeChoice theme = ThemeChoice::System;
    int textPercent = 100; ///< 90 to 200
    Scope scope;           ///< looked at on starting
    int checkSeconds = 2;  ///< between two looks for changes; 0: only when asked
    int lockMinutes = 0;   ///< of rest until the window locks; 0: never

    bool operator==(const Preferences &) const = default;

    /// What is missing or beyond its limits is as on a first start.
    static Preferences read(const QSettings &settings);
    void write(QSettings &settings) const;
};

} // namespace renewal::ui
