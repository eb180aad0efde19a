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
        {u"NEEDAPMT"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "Appointment needed first"))},
        {u"ALREADYRX"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "A new prescription exists"))},
        {u"MODIFY"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "A changed prescription exists"))},
        {u"STOPMED"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The prescriber stopped this medication"))},
        {u"TOOEARLY"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "Too early"))},
        {u"ONHOLD"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The medication is on hold"))},
        {u"NOTPAT"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "Not in the care of this prescriber"))},
        {u"NOTAVAIL"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The prescriber is not available"))},
        {u"FAMPHYS"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The family physician must authorize it"))},
        {u"PRNA"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The product is not available"))},
        {u"DISCONT"_s, tr(QT_TRANSLATE_NOOP("DenialReason", "The product is discontinued"))},
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

} // namespace renewal
