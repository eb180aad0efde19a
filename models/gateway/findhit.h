// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace renewal {

enum class FindKind
{
    Renewal,
    Prescriber,
    CareTeam,
    Station,
};

/// "renewal", "prescriber", "care_team", "station".
QString toString(FindKind kind);
std::optional<FindKind> findKindFromString(QStringView word);

/// One thing that "find anything" found: enough to name it in a line and to go to it. It never names a
/// patient.
struct FindHit
{
    FindKind kind = FindKind::Renewal;
    qint64 id = 0;      ///< of the renewal, prescriber or care team; 0 for a station
    QString station;    ///< its number: "552GA"
    QString name;       ///< the drug, the prescriber, the care team or the station
    QString number;     ///< Rx number of a renewal
    QString prescriber; ///< of a renewal, as shown
    QString patientEnd; ///< the last four characters of a renewal's patient key, never more
    QString state;      ///< the state word of a renewal, the correlation status word of a prescriber
    qint64 waiting = 0; ///< renewals that wait for this prescriber

    bool operator==(const FindHit &) const = default;
};

/// What to look for.
struct FindQuery
{
    QString words;
    QString parentStation; ///< empty: everywhere
    int limit = 6;         ///< of each kind

    bool operator==(const FindQuery &) const = default;
};

} // namespace renewal
