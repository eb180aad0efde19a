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
} // namespace

QString toString(WorkspaceId id)
{
    return enumText(workspaceNames, id);
}

std::optional<WorkspaceId> workspaceFromString(QStringView word)
{
    return enumFromText(workspaceNames, word);
}

} // namespace renewal::ui
