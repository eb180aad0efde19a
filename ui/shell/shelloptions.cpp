// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shelloptions.h"

#include "models/base/enumtext.h"

namespace renewal::ui {

namespace {
constexpr EnumText<WorkspaceId> workspaceNames[] = {
    {WorkspaceId::Renewals, "renewals"},
    {WorkspaceId::Correlations, "correlations"},
    {WorkspaceId::Rollout, "rollout"},
    {WorkspaceId::Activity, "activity"},
};
constexpr EnumText<ThemeChoice> themeNames[] = {
    {ThemeChoice::System, "system"},
    {ThemeChoice::Light, "light"},
    {ThemeChoice::Dark, "dark"},
};
} // namespace

QString toString(WorkspaceId id)
{
    return enumText(workspaceNames, id);
}

std::optional<WorkspaceId> workspaceFromString(QStringView word)
{
    return enumFromText(workspaceNames, word);
}

QString toString(ThemeChoice choice)
{
    return enumText(themeNames, choice);
}

std::optional<ThemeChoice> themeFromString(QStringView word)
{
    return enumFromText(themeNames, word);
}

} // namespace renewal::ui
