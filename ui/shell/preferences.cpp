// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include "models/base/enumtext.h"
#include "models/domain/station.h"

#include <QSettings>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr EnumText<ThemeChoice> themeNames[] = {
    {ThemeChoice::System, "system"},
    {ThemeChoice::Light, "light"},
    {ThemeChoice::Dark, "dark"},
    {ThemeChoice::Contrast, "contrast"},
};

int numberOf(const QSettings &settings, const QString &key, int otherwise, int least, int most)
{
    bool isNumber = false;
    const int number = settings.value(key, otherwise).toInt(&isNumber);
    return isNumber && number >= least && number <= most ? number : otherwise;
}
} // namespace

QString toString(ThemeChoice choice)
{
    return enumText(themeNames, choice);
}

std::optional<ThemeChoice> themeFromString(QStringView word)
{
    return enumFromText(themeNames, word);
}

Preferences Preferences::read(const QSettings &settings)
{
    Preferences found;
    found.theme = themeFromString(settings.value(u"preferences/theme"_s).toString()).value_or(found.theme);
    found.textPercent = numberOf(settings, u"preferences/textPercent"_s, found.textPercent, 90, 200);
    found.scope.parentStation = settings.value(u"preferences/station"_s).toString();
    const QString ehr = settings.value(u"preferences/ehr"_s).toString();
    found.scope.ehr = ehrSystemFromString(ehr) ? ehr : QString();
    found.checkSeconds = numberOf(settings, u"preferences/checkSeconds"_s, found.checkSeconds, 0, 3600);
    found.lockMinutes = numberOf(settings, u"preferences/lockMinutes"_s, found.lockMinutes, 0, 480);
    return found;
}

void Preferences::write(QSettings &settings) const
{
    settings.setValue(u"preferences/theme"_s, toString(theme));
    settings.setValue(u"preferences/textPercent"_s, textPercent);
    settings.setValue(u"preferences/station"_s, scope.parentStation);
    settings.setValue(u"preferences/ehr"_s, scope.ehr);
    settings.setValue(u"preferences/checkSeconds"_s, checkSeconds);
    settings.setValue(u"preferences/lockMinutes"_s, lockMinutes);
}

} // namespace renewal::ui
