// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/triage.h"

#include "models/base/enumtext.h"

#include <QCoreApplication>

namespace renewal {

using namespace Qt::StringLiterals;

namespace {
constexpr EnumText<TriageAction> actionNames[] = {
    {TriageAction::Route, "route"},
    {TriageAction::Reroute, "reroute"},
    {TriageAction::Assign, "assign"},
    {TriageAction::Deny, "deny"},
    {TriageAction::Approve, "approve"},
    {TriageAction::Return, "return"},
    {TriageAction::CloseDuplicate, "duplicate"},
    {TriageAction::Withdraw, "withdraw"},
};
} // namespace

QString toString(TriageAction action)
{
    return enumText(actionNames, action);
}

std::optional<TriageAction> triageActionFromString(QStringView word)
{
    return enumFromText(actionNames, word);
}

QVector<DenialReason> denialReasons()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("DenialReason", text); };
    return {
        {u"NEEDAPMT"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "Appointment needed first")), u"AM"_s},
        {u"ALREADYRX"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "A new prescription exists")), u"AP"_s},
        {u"MODIFY"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "A changed prescription exists")), u"AP"_s},
        {u"STOPMED"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The prescriber stopped this medication")),
         u"AG"_s},
        {u"TOOEARLY"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "Too early")), u"AD"_s},
        {u"ONHOLD"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The medication is on hold")), u"AG"_s},
        {u"NOTPAT"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "Not in the care of this prescriber")), u"AC"_s,
         u"not_my_patient"_s},
        {u"NOTAVAIL"_s,
         tr(QT_TRANSLATE_NOOP("DenialReason", "The prescriber is not available at this location")), u"AN"_s,
         u"not_at_location"_s},
        {u"FAMPHYS"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The family physician must authorize it")),
         u"AF"_s},
        {u"PRNA"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The product is not available")), u"AG"_s},
        {u"DISCONT"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The product is discontinued")), u"AG"_s},
    };
}

std::optional<DenialReason> denialReason(QStringView code)
{
    for (const DenialReason &reason : denialReasons()) {
        if (code.compare(reason.code, Qt::CaseInsensitive) == 0)
            return reason;
    }
    return std::nullopt;
}

QVector<RerouteReason> rerouteReasons()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("RerouteReason", text); };
    return {
        {u"wrong_team"_s, tr(QT_TRANSLATE_NOOP("RerouteReason", "Another care team sees to it"))},
        {u"not_at_location"_s,
         tr(QT_TRANSLATE_NOOP("RerouteReason", "The prescriber is not at this location"))},
        {u"not_my_patient"_s, tr(QT_TRANSLATE_NOOP("RerouteReason", "Not our patient"))},
        {u"team_cannot"_s, tr(QT_TRANSLATE_NOOP("RerouteReason", "The care team cannot act on it"))},
    };
}

std::optional<RerouteReason> rerouteReason(QStringView code)
{
    for (const RerouteReason &reason : rerouteReasons()) {
        if (code == reason.code)
            return reason;
    }
    return std::nullopt;
}

} // namespace renewal
