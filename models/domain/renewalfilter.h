// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QStringList>
#include <QVector>

#include <optional>

namespace renewal {

/// When a reply is due, seen from now. Stored and sent as the words of toString().
enum class DueWindow
{
    Overdue,
    Today,     ///< from now to midnight (UTC)
    ThreeDays, ///< within 72 hours from now
    SevenDays, ///< within seven days from now
};

QString toString(DueWindow window);
std::optional<DueWindow> dueWindowFromString(QStringView word);

/// How a request came.
enum class RequestSource
{
    Message,      ///< a renewal message of the Veteran
    Prescription, ///< the prescription itself says that its renewal is asked for; no message came
};

QString toString(RequestSource source);
std::optional<RequestSource> requestSourceFromString(QStringView word);

/// What narrows the queue beside station, record system and search words. Everything that is set must hold;
/// of several values of one kind, one.
struct RenewalFilter
{
    QStringList divisions; ///< stations with their suffix: "552GA"
    QVector<TriageTeamId> careTeams;
    QVector<PrescriberId> prescribers;
    QStringList drugs;       ///< as prescriptions name them, compared without case
    QStringList drugClasses; ///< codes of DrugClass
    QVector<DueWindow> due;
    std::optional<RequestSource> source;
    QStringList gates; ///< of the stored verdict: "gate1_status"

    static constexpr int mostValues = 50; ///< of one kind

    bool isEmpty() const { return *this == RenewalFilter(); }
    bool operator==(const RenewalFilter &) const = default;
};

/// What a list of renewals can be put in order by.
enum class RenewalColumn
{
    Queue, ///< the views' own order: what waits comes patient by patient
    Drug,
    Number,
    LastFill, ///< what was never filled counts as the oldest
    Prescriber,
    CareTeam,
    State,
    Due,
};

QString toString(RenewalColumn column);
std::optional<RenewalColumn> renewalColumnFromString(QStringView word);

struct RenewalSort
{
    RenewalColumn column = RenewalColumn::Queue;
    bool isDescending = false; ///< means nothing for Queue

    bool operator==(const RenewalSort &) const = default;
};

} // namespace renewal
