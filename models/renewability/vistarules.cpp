// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/vistarules.h"

#include "models/renewability/texts.h"
#include "models/renewability/window.h"

#include <QHash>

namespace renewal::renewability {

using namespace Qt::StringLiterals;

namespace {

/// Takes the gate as the verdict's own.
void decide(Verdict &verdict, const Gate &gate)
{
    verdict.gates.append(gate);
    verdict.gate = gate.gate;
    verdict.renewable = gate.passed;
    verdict.text = gate.text;
}

QString quoted(const QString &status)
{
    return status.isEmpty() ? Texts::tr("empty") : u'"' + status + u'"';
}

Gate activeGate(const Prescription &p)
{
    if (!p.refillRemaining)
        return {u"refills_unknown"_s, false,
                Texts::tr("It is active, but how many refills are left is not known."), false};
    if (*p.refillRemaining != 0)
        return {u"refills_remaining"_s, false,
                Texts::tr("It is active and has refills left: %1.").arg(*p.refillRemaining)};
    return {u"active_no_refills"_s, true, Texts::tr("It is active and no refills are left.")};
}

Gate expiredGate(const Prescription &p, const QDateTime &now)
{
    if (!p.expirationDate.isValid())
        return {u"expiration_unknown"_s, false, Texts::tr("It has expired, but when is not known."), false};
    const QString day = dayText(p.expirationDate.date());
    if (p.expirationDate < windowStart(now))
        return {u"expired_over_120_days"_s, false,
                Texts::tr("It expired on %1, more than %2 days ago.").arg(day).arg(renewalWindowDays)};
    return {u"expired_within_120_days"_s, true,
            Texts::tr("It expired on %1, within the last %2 days.").arg(day).arg(renewalWindowDays)};
}

/// The status word of VistA itself. With grouped status words (contracts 1.3: "Active", "In progress",
/// "Inactive", ...) it stands in refillStatus; nullopt where it is not delivered then.
std::optional<QString> vistaStatus(const Prescription &p)
{
    const bool isParked = p.dispStatus == "Active"_L1 && p.refillStatus == "activeParked"_L1;
    const bool isGrouped = p.dispStatus == "Inactive"_L1 || p.dispStatus == "In progress"_L1 ||
                           p.dispStatus == "Status not available"_L1;
    if (!isParked && !isGrouped)
        return p.dispStatus;
    static const QHash<QString, QString> words{{u"activeparked"_s, u"Active: Parked"_s},
                                               {u"discontinued"_s, u"Discontinued"_s},
                                               {u"expired"_s, u"Expired"_s},
                                               {u"hold"_s, u"Active: On Hold"_s},
                                               {u"providerhold"_s, u"Active: On Hold"_s},
                                               {u"refillinprocess"_s, u"Active: Refill in Process"_s},
                                               {u"submitted"_s, u"Active: Submitted"_s}};
    const auto word = words.constFind(p.refillStatus.toLower());
    if (word != words.cend())
        return *word;
    return p.dispStatus == "Inactive"_L1 ? std::nullopt : std::optional(p.dispStatus);
}

/// The refill page's date: the newest fill's where it has one, else the prescription's own.
QDate refillPageExpiry(const Prescription &p)
{
    if (!p.fills.isEmpty() && p.fills.constFirst().expirationDate.isValid())
        return p.fills.constFirst().expirationDate.toUTC().date();
    return p.expirationDate.toUTC().date();
}

/// One way through the refill page's rule; any of them is enough.
struct Path
{
    const char *gate;
    bool (*holds)(const Prescription &, const QDateTime &);
    const char *yes;
    const char *no;
};

bool hasStatus(const Prescription &p, QLatin1StringView status)
{
    return p.dispStatus.compare(status, Qt::CaseInsensitive) == 0;
}

bool outOfRefills(const Prescription &p)
{
    return p.refillable == false && p.refillRemaining.value_or(0) == 0;
}

constexpr Path refillPagePaths[] = {
    {"active_no_refills",
     [](const Prescription &p, const QDateTime &) { return outOfRefills(p) && hasStatus(p, "active"_L1); },
     QT_TRANSLATE_NOOP("Renewability", "It is active and no refills are left."),
     QT_TRANSLATE_NOOP("Renewability", "It is not an active prescription without refills.")},
    {"parked_with_fill_history",
     [](const Prescription &p, const QDateTime &) {
         return outOfRefills(p) && hasStatus(p, "active: parked"_L1) && !p.fills.isEmpty();
     },
     QT_TRANSLATE_NOOP("Renewability", "It is parked, has been filled, and no refills are left."),
     QT_TRANSLATE_NOOP("Renewability",
                       "It is not a parked prescription that was filled and has no refills left.")},
    {"expired_within_120_days",
     [](const Prescription &p, const QDateTime &now) {
         const QDate expiry = refillPageExpiry(p);
         return p.refillable == false && p.dispStatus == "Expired"_L1 && expiry.isValid() &&
                expiry >= now.toUTC().date().addDays(-renewalWindowDays);
     },
     QT_TRANSLATE_NOOP("Renewability",
                       "It expired within the last 120 calendar days and cannot be refilled."),
     QT_TRANSLATE_NOOP("Renewability",
                       "It is not a prescription that expired within the last 120 calendar days.")},
};

} // namespace

Verdict evaluateVistaCurrent(const Prescription &p, const QDateTime &now)
{
    Verdict verdict;
    verdict.ruleVersion = RuleVersion::VistaCurrent;
    if (p.source == "NV"_L1) {
        decide(verdict, {u"non_va_source"_s, false, Texts::tr("It is a medication from outside VA.")});
        return verdict;
    }
    verdict.gates.append({u"non_va_source"_s, true, Texts::tr("It is a VA prescription.")});
    const std::optional<QString> status = vistaStatus(p);
    if (!status) {
        decide(verdict,
               {u"status_unknown"_s, false,
                Texts::tr("It is inactive, but whether it expired or was discontinued is not told."), false});
        verdict.renewable = std::nullopt;
        return verdict;
    }
    const bool active = *status == "Active"_L1;
    if (!active && *status != "Expired"_L1) {
        decide(verdict,
               {u"status_not_renewable"_s, false,
                Texts::tr("Its status is %1; only Active and Expired may be renewed.").arg(quoted(*status))});
        return verdict;
    }
    verdict.gates.append(
        {u"status_not_renewable"_s, true, Texts::tr("Its status is %1.").arg(quoted(*status))});
    decide(verdict, active ? activeGate(p) : expiredGate(p, now));
    return verdict;
}

Verdict evaluateVistaRefillPage(const Prescription &p, const QDateTime &now)
{
    Verdict verdict;
    verdict.ruleVersion = RuleVersion::VistaV1RefillPage;
    verdict.gate = u"no_rule_matched"_s;
    verdict.renewable = false;
    verdict.text = Texts::tr("None of the three ways to a renewal fits this prescription.");
    for (const Path &path : refillPagePaths) {
        const bool holds = path.holds(p, now);
        const QString text = QCoreApplication::translate("Renewability", holds ? path.yes : path.no);
        verdict.gates.append({QString::fromLatin1(path.gate), holds, text});
        if (holds && verdict.renewable == false) {
            verdict.gate = verdict.gates.constLast().gate;
            verdict.renewable = true;
            verdict.text = text;
        }
    }
    return verdict;
}

Verdict evaluateVistaPassThrough(const Prescription &p)
{
    Verdict verdict;
    verdict.ruleVersion = RuleVersion::Vista202512PassThrough;
    verdict.gate = u"upstream isRenewable as sent"_s;
    verdict.renewable = p.renewable;
    verdict.text = !p.renewable
                       ? Texts::tr("The prescription came without a word on whether it may be renewed.")
                   : *p.renewable ? Texts::tr("The prescription came marked as renewable.")
                                  : Texts::tr("The prescription came marked as not renewable.");
    verdict.gates.append({verdict.gate, p.renewable.value_or(false), verdict.text, p.renewable.has_value()});
    return verdict;
}

} // namespace renewal::renewability
