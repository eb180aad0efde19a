// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QDate>

#include <optional>

namespace renewal::simulation {

struct Tables;

/// By which habits the facilities of a region write the names of their care teams.
enum class NamingFamily
{
    Usual, ///< ten habits
    Other, ///< eight more, of which no word list and no weight has learnt anything
    Both,  ///< one facility so, the next so
};

/// What a simulated region is made from. The same options give the same bytes on every machine.
struct Options
{
    quint64 seed = 1;
    int stations = 5;
    int patients = 20'000;
    std::optional<int> renewals = {};    ///< requests for distinct prescriptions; unset: 45 for 100 patients
    int days = 7;                        ///< requests and metrics lie in [start, start + days)
    QDate start{2026, 11, 16};           ///< first day, in UTC
    std::optional<int> careTeams = {};   ///< about so many; unset: one for 100 patients
    std::optional<int> prescribers = {}; ///< about so many; unset: 264 for 100 care teams
    NamingFamily naming = NamingFamily::Usual;

    int careTeamCount() const { return careTeams.value_or(patients / 100); }
    int prescriberCount() const { return prescribers.value_or(int(qint64(careTeamCount()) * 264 / 100)); }
    int renewalCount() const { return renewals.value_or(int(qint64(patients) * 45 / 100)); }
    /// The day the region is written for: "now" is its midnight UTC.
    QDate end() const { return start.addDays(days); }

    bool operator==(const Options &) const = default;
};

/// The region of the console's demo: 5 stations, 3,000 patients, 900 renewals, whose "now" is `today`.
Options demoOptions(QDate today = QDate(2026, 11, 23));

/// Says what is wrong with the options, or nothing.
Done validate(const Options &options, const Tables &tables);

} // namespace renewal::simulation
