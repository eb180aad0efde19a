// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewaltexts.h"

#include "models/domain/businessclock.h"
#include "models/items/datetexts.h"

#include <QCoreApplication>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RenewalTexts)
};
constexpr qint64 dueSoonSeconds = 24 * 3600;
} // namespace

QString stateText(RenewalState state)
{
    switch (state) {
    case RenewalState::NeedsRouting:
        return Texts::tr("Needs routing");
    case RenewalState::ReadyToRoute:
        return Texts::tr("Ready to route");
    case RenewalState::InReview:
        return Texts::tr("In review");
    case RenewalState::Routed:
        return Texts::tr("Routed");
    case RenewalState::Returned:
        return Texts::tr("Returned");
    case RenewalState::External:
        return Texts::tr("External");
    case RenewalState::NotRenewable:
        return Texts::tr("Not renewable");
    case RenewalState::Closed:
        return Texts::tr("Closed");
    }
    return {};
}

Tone stateTone(RenewalState state)
{
    switch (state) {
    case RenewalState::NeedsRouting:
        return Tone::Bad;
    case RenewalState::ReadyToRoute:
    case RenewalState::Routed:
        return Tone::Good;
    case RenewalState::InReview:
        return Tone::Info;
    case RenewalState::Returned:
        return Tone::Caution;
    case RenewalState::External:
    case RenewalState::NotRenewable:
    case RenewalState::Closed:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString outcomeText(RenewalOutcome outcome)
{
    switch (outcome) {
    case RenewalOutcome::Approved:
        return Texts::tr("Approved");
    case RenewalOutcome::ApprovedWithChanges:
        return Texts::tr("Approved with changes");
    case RenewalOutcome::Replaced:
        return Texts::tr("Replaced");
    case RenewalOutcome::Denied:
        return Texts::tr("Denied");
    case RenewalOutcome::Duplicate:
        return Texts::tr("Duplicate");
    case RenewalOutcome::Withdrawn:
        return Texts::tr("Withdrawn");
    }
    return {};
}

QString nextStepText(const Renewal &renewal)
{
    const auto outcome = renewalOutcomeFromString(renewal.outcome);
    return renewal.state == RenewalState::Closed && outcome ? outcomeText(*outcome)
                                                            : stateText(renewal.state);
}

Tone nextStepTone(const Renewal &renewal)
{
    return stateTone(renewal.state);
}

QString lowered(const QString &text)
{
    return text.isEmpty() ? text : QString(text.at(0).toLower() + text.mid(1));
}

QString maskedPatient(const QString &patientKey)
{
    if (patientKey.isEmpty())
        return Texts::tr("Patient unknown");
    // Keys come masked already; what is left of them is shown behind one mask, never two.
    QString rest = patientKey.right(4);
    rest.remove(u'•');
    return Texts::tr("Patient %1 %2", "mask, last four characters of the key").arg(u"••••"_s, rest).trimmed();
}

QString dueText(const Renewal &renewal, const QDateTime &now)
{
    if (!isPending(renewal.state) || !renewal.dueAt.isValid())
        return {};
    const qint64 left = now.secsTo(renewal.dueAt);
    return left < 0 ? Texts::tr("Overdue %1", "a duration").arg(duration(-left))
                    : Texts::tr("%1 left", "a duration").arg(duration(left));
}

QString dueReason(const Renewal &renewal, const QTimeZone &zone)
{
    if (!isPending(renewal.state) || !renewal.dueAt.isValid())
        return {};
    const QString due = Texts::tr("Reply due %1", "time, zone").arg(zonedTime(renewal.dueAt, zone));
    if (!renewal.requestedAt.isValid() || renewal.dueAt != replyDue(renewal.requestedAt, zone))
        return due;
    return Texts::tr("%1: %n business day(s) after %2; weekends and federal holidays do not count",
                     "reply due…, time with zone", replyBusinessDays)
        .arg(due, zonedTime(renewal.requestedAt, zone));
}

QString shortDueText(const Renewal &renewal, const QDateTime &now)
{
    constexpr qint64 day = 24 * 3600;
    const qint64 overdue = renewal.dueAt.secsTo(now);
    return renewal.dueAt.isValid() && overdue >= day
               ? dueText(renewal, renewal.dueAt.addSecs(overdue / day * day))
               : dueText(renewal, now);
}

Tone dueTone(const Renewal &renewal, const QDateTime &now)
{
    const qint64 left = now.secsTo(renewal.dueAt);
    return left < 0 ? Tone::Bad : left < dueSoonSeconds ? Tone::Caution : Tone::Info;
}

QString ehrText(EhrSystem ehr)
{
    return ehr == EhrSystem::VistA ? u"VistA"_s : u"Oracle Health"_s;
}

} // namespace renewal::items
