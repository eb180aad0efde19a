// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/outcome.h"
#include "models/domain/renewal.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace renewal {

/// What staff does with renewals of the queue.
enum class TriageAction
{
    Route,          ///< hand it to the care team the correlation names
    Reroute,        ///< hand it to another care team of the station
    Assign,         ///< somebody takes it: in_review; an empty assignee gives it back
    Deny,           ///< end it, with a reason of denialReasons()
    Approve,        ///< end it as approved, approved with changes or replaced: outcomeOf() says which
    Return,         ///< the Veteran is asked for more
    CloseDuplicate, ///< end it: another request stands for it
    Withdraw,       ///< end it: the Veteran does not want it any more
};

/// "route", "reroute", "assign", "deny", "approve", "return", "duplicate", "withdraw".
QString toString(TriageAction action);
std::optional<TriageAction> triageActionFromString(QStringView word);

/// One reason for a denial: a code of the HL7 v3 value set PharmacySupplyRequestRenewalRefusalReasonCode
/// (http://terminology.hl7.org/ValueSet/v3-PharmacySupplyRequestRenewalRefusalReasonCode, version 3.0.0, CC0;
/// all 11 codes that are not abstract) and our words for it.
struct DenialReason
{
    QString code; ///< "ALREADYRX"
    QString text; ///< for people
    QString
        script; ///< the nearest denial reason of NCPDP SCRIPT ("AM"), as listed beside HL7 v2 table 0119, DF
    QString rerouteReason = {}; ///< better handed to another care team first, for this RerouteReason
};

/// All reasons, in the order in which staff is offered them.
QVector<DenialReason> denialReasons();
std::optional<DenialReason> denialReason(QStringView code);

/// Why a renewal goes to another care team than before.
struct RerouteReason
{
    QString code; ///< "not_at_location"
    QString text; ///< for people
};

QVector<RerouteReason> rerouteReasons();
std::optional<RerouteReason> rerouteReason(QStringView code);

/// A renewal as the person saw it; a newer version refuses the action for this one.
struct RenewalChoice
{
    RenewalId id;
    qint64 version = 0;

    bool operator==(const RenewalChoice &) const = default;
};

/// One action on one or many renewals. Those that cannot follow are refused one by one; the others go on.
struct TriageRequest
{
    TriageAction action = TriageAction::Route;
    QVector<RenewalChoice> renewals; ///< 1 to maximumRenewals, each once
    TriageTeamId careTeam;           ///< Reroute
    QString assignee;                ///< Assign: a staff name
    QString reason;                  ///< Deny: DenialReason::code; Reroute: RerouteReason::code, may be empty
    QString note;
    QString idempotencyKey;                        ///< one per intended action; a repeat has no second effect
    std::optional<RenewalOrder> order = {};        ///< Approve, of one renewal; nullopt: as before
    std::optional<GateOverride> gateOverride = {}; ///< Approve what does not pass its gates
    QString message = {};                          ///< Return: what is asked of the Veteran
    RenewalId duplicateOf = {};                    ///< CloseDuplicate: the one that stands for it

    static constexpr int maximumRenewals = 500;
    static constexpr int longestMessage = 2000;
};

/// Why one renewal stayed as it was.
struct TriageRefusal
{
    RenewalId id;
    QString code; ///< "conflict" (somebody changed it), "not_found", "no_care_team", "care_team_closed",
                  ///< "not_allowed", "override_needed" (to be approved, its gate must be overridden)
    QString text; ///< one sentence

    bool operator==(const TriageRefusal &) const = default;
};

/// What an action, or its undoing, did.
struct TriageOutcome
{
    QString batch; ///< pass it to undo; empty when nothing changed
    QVector<Renewal> changed;
    QVector<TriageRefusal> refused;
    QStringList notes = {}; ///< what a person has to do beside it: "Tell Blue team: ..."
};

} // namespace renewal
