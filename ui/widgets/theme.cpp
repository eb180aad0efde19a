// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace renewal::ui {

namespace {
QColor mix(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

double luminance(const QColor &color)
{
    const auto channel = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

bool carries(const QPalette &palette, const Theme &theme)
{
    const auto is = [&palette](QPalette::ColorRole role, const QColor &color) {
        return palette.color(QPalette::Active, role) == color;
    };
    // The link, not the text: what is old has faded text and is still of its theme.
    return is(QPalette::Window, theme.surface) && is(QPalette::Base, theme.panel) &&
           is(QPalette::Link, theme.accent);
}

/// The colour moved away from all grounds until it is at least `ratio` from each.
QColor strengthened(QColor ink, const QVector<QColor> &grounds, const QColor &end, double ratio)
{
    const auto isFar = [&](const QColor &color) {
        return std::ranges::all_of(grounds,
                                   [&](const QColor &ground) { return contrast(color, ground) >= ratio; });
    };
    for (double share = 0; share <= 1 && !isFar(ink); share += 0.05)
        ink = mix(ink, end, share);
    return ink;
}

Theme strengthened(Theme theme)
{
    constexpr double ratio = 7.5; // a little more than 7, for what rounding takes
    const QColor end = theme.dark ? QColor(Qt::white) : QColor(Qt::black);
    theme.surface = theme.panel = theme.stripe = theme.dark ? QColor(Qt::black) : QColor(Qt::white);
    theme.text = end;
    theme.line = mix(theme.panel, end, 0.65);
    theme.track = mix(theme.panel, end, 0.14);
    theme.selection = mix(theme.panel, theme.accent, theme.dark ? 0.35 : 0.2);
    const QVector<QColor> grounds{theme.panel, theme.track, theme.selection};
    for (QColor *ink : {&theme.textQuiet, &theme.textFaint, &theme.accent, &theme.good, &theme.caution,
                        &theme.bad, &theme.seriesSecond})
        *ink = strengthened(*ink, grounds, end, ratio);
    // Chips are told by their words and a border of ink; a tint would only cost contrast.
    for (QColor *fill : {&theme.accentFill, &theme.goodFill, &theme.cautionFill, &theme.badFill})
        *fill = theme.track;
    theme.onAccent = theme.panel;
    theme.nav = QColor(Qt::black);
    theme.navText = theme.navStrong = QColor(Qt::white);
    theme.alarm = QColor(0x9b0000);
    theme.focusWidth = 4;
    return theme;
}
} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

const Theme &Theme::light()
{
    static const Theme theme{
        .dark = false,
        .surface = QColor(0xf5f7fa),
        .panel = QColor(0xffffff),
        .line = QColor(0xdfe3e8),
        .text = QColor(0x1b1f24),
        .textQuiet = QColor(0x565c65),
        .textFaint = QColor(0x6b7178),
        .accent = QColor(0x005ea2),
        .accentFill = QColor(0xe1ecf5),
        .onAccent = QColor(0xffffff),
        .nav = QColor(0x162e51),
        .navText = QColor(0xc9d6e6),
        .navStrong = QColor(0xffffff),
        .good = QColor(0x00713e),
        .goodFill = QColor(0xdff2e6),
        .caution = QColor(0x7d5f00),
        .cautionFill = QColor(0xfdf3d1),
        .bad = QColor(0xb50909),
        .badFill = QColor(0xfbe4e4),
        .selection = QColor(0xd9e8f6),
        .stripe = QColor(0xfafbfc),
        .track = QColor(0xe8eef5),
        .alarm = QColor(0xc9302c),
        .seriesSecond = QColor(0xc05600),
    };
    return theme;
}

const Theme &Theme::night()
{
    static const Theme theme{
        .dark = true,
        .surface = QColor(0x15191e),
        .panel = QColor(0x1d232a),
        .line = QColor(0x343c46),
        .text = QColor(0xeef1f4),
        .textQuiet = QColor(0xb3bcc7),
        .textFaint = QColor(0x8f99a5),
        .accent = QColor(0x73b3e7),
        .accentFill = QColor(0x1f3a53),
        .onAccent = QColor(0x0d1726),
        .nav = QColor(0x0d1726),
        .navText = QColor(0xa9bace),
        .navStrong = QColor(0xffffff),
        .good = QColor(0x5ec98b),
        .goodFill = QColor(0x15382a),
        .caution = QColor(0xe6c74c),
        .cautionFill = QColor(0x3b3413),
        .bad = QColor(0xff8d7b),
        .badFill = QColor(0x472020),
        .selection = QColor(0x23415c),
        .stripe = QColor(0x20272f),
        .track = QColor(0x27313c),
        .alarm = QColor(0xc9302c),
        .seriesSecond = QColor(0xe08a3c),
    };
    return theme;
}

const Theme &Theme::highContrast(bool dark)
{
    static const Theme bright = strengthened(light());
    static const Theme black = strengthened(night());
    return dark ? black : bright;
}

Theme Theme::derived(const QPalette &palette)
{
    const auto color = [&](QPalette::ColorRole role) { return palette.color(QPalette::Active, role); };
    Theme theme = luminance(color(QPalette::Base)) < 0.2 ? night() : light();
    const QColor text = color(QPalette::Text);
    theme.surface = color(QPalette::Window);
    theme.panel = color(QPalette::Base);
    theme.text = text;
    theme.textQuiet = text;
    theme.textFaint = text;
    theme.line = mix(theme.panel, text, 0.6);
    theme.accent = color(QPalette::Highlight);
    theme.onAccent = color(QPalette::HighlightedText);
    theme.nav = theme.surface;
    theme.navText = color(QPalette::WindowText);
    theme.navStrong = theme.navText;
    theme.stripe = theme.panel;
    theme.track = mix(theme.panel, text, 0.25);
    // The selection keeps the text's colour, so it may only tint the panel.
    theme.selection = mix(theme.panel, theme.accent, 0.25);
    for (auto [ink, fill] :
         {std::pair{&theme.good, &theme.goodFill}, std::pair{&theme.caution, &theme.cautionFill},
          std::pair{&theme.bad, &theme.badFill}}) {
        *ink = text;
        *fill = theme.panel;
    }
    theme.accentFill = theme.panel;
    theme.focusWidth = 4;
    return theme;
}

Theme Theme::of(const QPalette &palette)
{
    for (const Theme *theme : {&light(), &night(), &highContrast(false), &highContrast(true)}) {
        if (carries(palette, *theme))
            return *theme;
    }
    return derived(palette);
}

Theme::Pair Theme::tone(items::Tone tone) const
{
    switch (tone) {
    case items::Tone::Neutral:
        return {textQuiet, track};
    case items::Tone::Info:
        return {accent, accentFill};
    case items::Tone::Good:
        return {good, goodFill};
    case items::Tone::Caution:
        return {caution, cautionFill};
    case items::Tone::Bad:
        return {bad, badFill};
    }
    return {textQuiet, track};
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(role, color);
    };
    set(QPalette::Window, surface);
    set(QPalette::WindowText, text);
    set(QPalette::Base, panel);
    set(QPalette::AlternateBase, stripe);
    set(QPalette::Text, text);
    set(QPalette::PlaceholderText, textQuiet);
    set(QPalette::Button, panel);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, bad);
    set(QPalette::Highlight, accent);
    set(QPalette::HighlightedText, onAccent);
    set(QPalette::Link, accent);
    // No link here is ever "visited": the role carries the text colour of the navigation, so that its labels
    // follow a change of theme like all others. Midlight is its strong text.
    set(QPalette::LinkVisited, navText);
    set(QPalette::ToolTipBase, panel);
    set(QPalette::ToolTipText, text);
    set(QPalette::Light, panel);
    set(QPalette::Midlight, navStrong);
    set(QPalette::Mid, line);
    set(QPalette::Dark, line);
    set(QPalette::Shadow, line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mix(text, panel, 0.55));
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, mix(textQuiet, panel, 0.45));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, line);
    return palette;
}

} // namespace renewal::ui
