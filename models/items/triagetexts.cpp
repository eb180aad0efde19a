// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/triagetexts.h"

#include "models/items/queuegroups.h"
#include "models/items/renewaltexts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TriageTexts)
};

QString routed(const QVector<Renewal> &changed)
{
    const int count = static_cast<int>(changed.size());
    QSet<qint64> teams;
    for (const Renewal &renewal : changed)
        teams.insert(renewal.careTeam.value);
    if (teams.size() > 1)
        return Texts::tr("%n routed to %1 care teams", nullptr, count).arg(teams.size());
    const QString name = changed.first().careTeamName;
    return name.isEmpty() ? Texts::tr("%n routed", nullptr, count)
                          : Texts::tr("%n routed to %1", nullptr, count).arg(name);
}

/// The figures decide how it is called.
QString approved(const QVector<Renewal> &changed)
{
    const int count = static_cast<int>(changed.size());
    const auto end = renewalOutcomeFromString(changed.first().outcome);
    if (end == RenewalOutcome::ApprovedWithChanges)
        return Texts::tr("%n approved with changes", nullptr, count);
    return end == RenewalOutcome::Replaced ? Texts::tr("%n replaced", nullptr, count)
                                           : Texts::tr("%n approved", nullptr, count);
}
} // namespace

QString triageResult(const TriageRequest &request, const QVector<Renewal> &changed, const QString &teamName)
{
    const int count = static_cast<int>(changed.size());
    if (count == 0)
        return Texts::tr("Nothing changed");
    switch (request.action) {
    case TriageAction::Route:
        return routed(changed);
    case TriageAction::Reroute:
        return Texts::tr("%n rerouted to %1", nullptr, count).arg(teamName);
    case TriageAction::Assign:
        return request.assignee.isEmpty()
                   ? Texts::tr("%n given back", nullptr, count)
                   : Texts::tr("%n assigned to %1", nullptr, count).arg(request.assignee);
    case TriageAction::Deny:
        return Texts::tr("%n denied", nullptr, count);
    case TriageAction::Approve:
        return approved(changed);
    case TriageAction::Return:
        return Texts::tr("%n returned to the Veteran", nullptr, count);
    case TriageAction::CloseDuplicate:
        return Texts::tr("%n closed as duplicate", nullptr, count);
    case TriageAction::Withdraw:
        return Texts::tr("%n closed as withdrawn", nullptr, count);
    }
    return {};
}

QStringList subjectLines(const QVector<Renewal> &renewals, int limit)
{
    QStringList patients; // by group, in the order of the first renewal of each
    QStringList lines;
    int told = 0;
    for (const Renewal &renewal : renewals) {
        if (told == limit)
            break;
        const QString drug = renewal.drug.isEmpty() ? Texts::tr("Medication not named") : renewal.drug;
        const QString patient = QueueGroups::keyOf(renewal);
        const qsizetype known = renewal.patientKey.isEmpty() ? -1 : patients.indexOf(patient);
        if (known >= 0) {
            lines[known] += u", "_s + drug;
        } else {
            patients += patient;
            lines += Texts::tr("%1: %2", "patient, medications").arg(maskedPatient(renewal.patientKey), drug);
        }
        ++told;
    }
    if (told < renewals.size())
        lines += Texts::tr("and %n more", nullptr, static_cast<int>(renewals.size()) - told);
    return lines;
}

QString denialConsequence(const QVector<Renewal> &renewals)
{
    QSet<QString> patients;
    for (const Renewal &renewal : renewals)
        patients.insert(renewal.patientGroup.isEmpty() ? renewal.patientKey : renewal.patientGroup);
    const QString of = Texts::tr("of %n patient(s)", nullptr, static_cast<int>(patients.size()));
    return Texts::tr("%n request(s) %1 will be closed as denied and leave the queue.", nullptr,
                     static_cast<int>(renewals.size()))
               .arg(of) +
           QChar::Space +
           Texts::tr("The reason and your name go into the record. You can undo it until somebody changes "
                     "them again.");
}

QStringList refusalLines(const QVector<TriageRefusal> &refused, const QVector<Renewal> &asked, int limit)
{
    QStringList lines;
    for (const TriageRefusal &refusal : refused) {
        if (lines.size() == limit) {
            lines += Texts::tr("and %n more", nullptr, static_cast<int>(refused.size()) - limit);
            break;
        }
        const auto it = std::ranges::find(asked, refusal.id, &Renewal::id);
        const QString name = it == asked.cend() || it->drug.isEmpty() ? Texts::tr("One renewal") : it->drug;
        lines += Texts::tr("%1: %2", "medication, why it stayed").arg(name, refusal.text);
    }
    return lines;
}

QString actionName(TriageAction action)
{
    switch (action) {
    case TriageAction::Route:
        return Texts::tr("Route");
    case TriageAction::Reroute:
        return Texts::tr("Reroute");
    case TriageAction::Assign:
        return Texts::tr("Assign");
    case TriageAction::Deny:
        return Texts::tr("Deny");
    case TriageAction::Approve:
        return Texts::tr("Approve");
    case TriageAction::Return:
        return Texts::tr("Return");
    case TriageAction::CloseDuplicate:
    case TriageAction::Withdraw:
        return Texts::tr("Close");
    }
    return {};
}

QString bulkHeading(const TriagePlan &plan)
{
    QSet<QString> patients;
    for (const Renewal &renewal : plan.fitting)
        patients.insert(QueueGroups::keyOf(renewal));
    const QString of = Texts::tr("of %n patient(s)", nullptr, static_cast<int>(patients.size()));
    return Texts::tr("%n renewal(s) %1", nullptr, static_cast<int>(plan.fitting.size())).arg(of);
}

QString othersText(const TriagePlan &plan)
{
    QStringList lines;
    for (auto it = plan.reasons.cbegin(); it != plan.reasons.cend(); ++it)
        lines += Texts::tr("%n stay: %1", "number, why", it.value()).arg(it.key());
    return lines.join(u'\n');
}

QString triageProgress(TriageAction action, qsizetype done, qsizetype total)
{
    const QString figures =
        Texts::tr("%1 of %2", "done, all").arg(QLocale().toString(done), QLocale().toString(total));
    switch (action) {
    case TriageAction::Route:
        return Texts::tr("Routing %1", "3 of 5").arg(figures);
    case TriageAction::Reroute:
        return Texts::tr("Rerouting %1", "3 of 5").arg(figures);
    case TriageAction::Assign:
        return Texts::tr("Assigning %1", "3 of 5").arg(figures);
    case TriageAction::Deny:
        return Texts::tr("Denying %1", "3 of 5").arg(figures);
    case TriageAction::Approve:
        return Texts::tr("Approving %1", "3 of 5").arg(figures);
    case TriageAction::Return:
        return Texts::tr("Returning %1", "3 of 5").arg(figures);
    case TriageAction::CloseDuplicate:
    case TriageAction::Withdraw:
        return Texts::tr("Closing %1", "3 of 5").arg(figures);
    }
    return {};
}

} // namespace renewal::items
