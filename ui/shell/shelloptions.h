// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/connectiongateway.h"
#include "models/gateway/connectionstate.h"
#include "models/gateway/correlationsgateway.h"
#include "models/gateway/cutovergateway.h"
#include "models/gateway/importsgateway.h"
#include "models/gateway/outboxgateway.h"
#include "models/gateway/qualitygateway.h"
#include "models/gateway/renewalsgateway.h"
#include "models/gateway/reportsgateway.h"
#include "models/gateway/rolloutgateway.h"
#include "models/gateway/systemgateway.h"
#include "ui/shell/preferences.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace renewal::ui {

/// Everything the window needs from the world. Nothing is owned; all must outlive the window and live in
/// the thread of the user interface. Every pointer must be set but `services`, `imports`,
/// `quality` and `cutOvers`.
struct Gateways
{
    RenewalsGateway *renewals = nullptr;
    CorrelationsGateway *correlations = nullptr;
    RolloutGateway *rollout = nullptr;
    SystemGateway *system = nullptr;
    ConnectionState *connection = nullptr;
    const Clock *clock = nullptr;
    ConnectionGateway *services = nullptr; ///< null: the window stays with the service it has
    ImportsGateway *imports = nullptr;     ///< null: nothing can be imported from here
    OutboxGateway *outbox = nullptr;       ///< null: nothing about sending is shown
    ReportsGateway *reports = nullptr;     ///< null: neither throughput nor files of the queue
    QualityGateway *quality = nullptr;     ///< null: no blind review, no screen "Matching quality"
    CutOverGateway *cutOvers = nullptr;    ///< null: no screen "Cut-over"
};

/// The places of the window, in the order of Ctrl+1 to Ctrl+4.
enum class WorkspaceId
{
    Renewals,
    Correlations,
    Rollout,
    Activity,
};

/// "renewals", "correlations", "rollout", "activity": the words of --workspace.
QString toString(WorkspaceId id);
std::optional<WorkspaceId> workspaceFromString(QStringView word);

/// How the window starts and what it says about where it runs.
struct ShellOptions
{
    ThemeChoice theme = ThemeChoice::System;
    Preferences preferences; ///< but for the theme, which is the one above
    QSettings *settings =
        nullptr; ///< where layout and preferences are kept; null: nowhere. Outlives the window
    bool settingsAreKept = true; ///< false: `settings` end with the window, as in a demo
    WorkspaceId workspace = WorkspaceId::Renewals;
    std::optional<Scope> scope = {}; ///< instead of the one of the preferences
    QString serviceText;     ///< for the status line: "Embedded service", "Service at renewals.example"
    QString placeText;       ///< under the program's name: "Dayton VA, station 552"; may be empty
    QString userName;        ///< foot of the navigation: "R. Alvarez, RN"; may be empty
    QString userRole;        ///< "Clinical staff"
    int pollInterval = 2000; ///< milliseconds between two looks for changes; 0 never looks (tests)
};

} // namespace renewal::ui
