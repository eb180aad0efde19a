// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queuecells.h"

#include "models/gateway/renewalsgateway.h"
#include "models/items/askingtexts.h"
#include "models/items/datetexts.h"
#include "models/items/renewalsmodel.h"
#include "models/items/renewaltexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RenewalsModel)
};

/// The one whose reply is due first among those that wait; the first one when none does.
const Renewal &mostUrgent(const QVector<Renewal> &parts)
{
    const Renewal *found = &parts.first();
    for (const Renewal &part : parts) {
        const bool waits = isPending(part.state) && part.dueAt.isValid();
        const bool foundWaits = isPending(found->state) && found->dueAt.isValid();
        if (waits && (!foundWaits || part.dueAt < found->dueAt))
            found = &part;
    }
    return *found;
}

/// How many medications stand below the heading, and how many there are where a view or a search shows only
/// some of them.
QString countText(const QVector<Renewal> &parts)
{
    const int shown = static_cast<int>(parts.size());
    int all = 0;
    for (const Renewal &part : parts)
        all = std::max(all, part.patientPending);
    return shown < all ? Texts::tr("%1 of %n shown", "medications", all).arg(shown)
                       : Texts::tr("%n medication(s)", nullptr, shown);
}
} // namespace

QString queueColumnTitle(int column)
{
    switch (column) {
    case RenewalsModel::CheckColumn:
        return Texts::tr("Selected");
    case RenewalsModel::MedicationColumn:
        return Texts::tr("Medication");
    case RenewalsModel::NumberColumn:
        return Texts::tr("Rx");
    case RenewalsModel::LastFillColumn:
        return Texts::tr("Last fill");
    case RenewalsModel::PrescriberColumn:
        return Texts::tr("Prescriber");
    case RenewalsModel::CareTeamColumn:
        return Texts::tr("Care team");
    case RenewalsModel::NextStepColumn:
        return Texts::tr("Next step");
    default:
        return {};
    }
}

QString spokenCheck(Qt::CheckState state)
{
    return state == Qt::Checked            ? Texts::tr("Selected: yes")
           : state == Qt::PartiallyChecked ? Texts::tr("Selected: partly")
                                           : Texts::tr("Selected: no");
}

bool belongsTo(const QString &view, const Renewal &renewal)
{
    const auto is = [&](const char *word) { return view == QLatin1StringView(word); };
    if (is(views::allPending) || is(views::overdue) || is(views::dueToday))
        return isPending(renewal.state);
    if (is(views::assignedToMe))
        return renewal.state == RenewalState::InReview;
    if (is(views::closed))
        return !isPending(renewal.state);
    if (is(views::denied))
        return renewal.state == RenewalState::Closed && renewal.outcome == view;
    const auto state = renewalStateFromString(view);
    return !state || *state == renewal.state;
}

QVariant QueueCells::renewal(const Renewal &renewal, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shown(renewal, column);
    case SortRole:
        return sorted(renewal, column);
    case Qt::AccessibleTextRole:
        return spoken(renewal, column);
    case Qt::ToolTipRole:
        return toolTip(renewal, column);
    case ToneRole:
        return column == RenewalsModel::NextStepColumn ? static_cast<int>(nextStepTone(renewal)) : QVariant();
    case QuietRole:
        return column == RenewalsModel::NumberColumn || column == RenewalsModel::LastFillColumn ||
               (column == RenewalsModel::CareTeamColumn && !renewal.careTeam.isValid());
    default:
        return {};
    }
}

namespace {
QString drugText(const Renewal &renewal)
{
    return renewal.drug.isEmpty() ? Texts::tr("Medication not named") : renewal.drug;
}

/// In place of a care team. What cannot be renewed goes to none, whoever is linked to its prescriber.
QString missingTeamText(RenewalState state)
{
    if (state == RenewalState::External)
        return Texts::tr("none", "care team");
    return state == RenewalState::NotRenewable ? Texts::tr("not needed", "care team")
                                               : Texts::tr("not found", "care team");
}
} // namespace

QString QueueCells::shown(const Renewal &renewal, int column) const
{
    switch (column) {
    case RenewalsModel::MedicationColumn:
        return askingMark(renewal).isEmpty() ? drugText(renewal)
                                             : Texts::tr("%1 %2", "how often asked, medication")
                                                   .arg(askingMark(renewal), drugText(renewal));
    case RenewalsModel::NumberColumn:
        return renewal.prescriptionNumber;
    case RenewalsModel::LastFillColumn:
        return columnDate(renewal.lastFilled, stations->zone(renewal.station));
    case RenewalsModel::PrescriberColumn:
        return renewal.prescriberShown;
    case RenewalsModel::CareTeamColumn:
        if (!renewal.careTeamName.isEmpty())
            return renewal.careTeamName;
        return missingTeamText(renewal.state);
    case RenewalsModel::NextStepColumn:
        return nextStepText(renewal);
    default:
        return {};
    }
}

QVariant QueueCells::sorted(const Renewal &renewal, int column) const
{
    switch (column) {
    case RenewalsModel::MedicationColumn:
        return drugText(renewal);
    case RenewalsModel::LastFillColumn:
        return renewal.lastFilled;
    case RenewalsModel::NextStepColumn:
        return static_cast<int>(renewal.state);
    case RenewalsModel::CareTeamColumn:
        return renewal.careTeamName;
    default:
        return shown(renewal, column);
    }
}

QString QueueCells::spoken(const Renewal &renewal, int column) const
{
    QString value = shown(renewal, column);
    if (const QString asking = askingText(renewal, stations->zone(renewal.station));
        column == RenewalsModel::MedicationColumn && !asking.isEmpty())
        value = drugText(renewal) + u", "_s + lowered(asking);
    if (column == RenewalsModel::LastFillColumn && renewal.lastFilled.isValid())
        value = readableDate(renewal.lastFilled, stations->zone(renewal.station));
    if (column == RenewalsModel::NextStepColumn && !dueText(renewal, now).isEmpty())
        value += u", "_s + lowered(dueText(renewal, now));
    if (value.isEmpty())
        value = Texts::tr("none");
    return Texts::tr("%1: %2", "column, value").arg(queueColumnTitle(column), value);
}

QString QueueCells::toolTip(const Renewal &renewal, int column) const
{
    if (column == RenewalsModel::MedicationColumn)
        return QStringList{drugText(renewal), askingText(renewal, stations->zone(renewal.station))}
            .join(u'\n')
            .trimmed();
    if (column != RenewalsModel::NextStepColumn)
        return shown(renewal, column);
    QStringList lines;
    if (!renewal.stateReason.isEmpty())
        lines += renewal.stateReason;
    if (!renewal.assignee.isEmpty())
        lines += Texts::tr("%1 has taken it.", "staff name").arg(renewal.assignee);
    if (const QString due = dueText(renewal, now); !due.isEmpty())
        lines += due + u'\n' + dueReason(renewal, stations->zone(renewal.station));
    return lines.join(u'\n');
}

QVariant QueueCells::heading(const QVector<Renewal> &parts, int column, int role) const
{
    const Renewal &urgent = mostUrgent(parts);
    switch (role) {
    case HeadingRole:
        return true;
    case Qt::DisplayRole:
        return headingText(parts, column);
    case SortRole:
        return urgent.dueAt;
    case SecondLineRole:
        return column == RenewalsModel::MedicationColumn ? countText(parts) : QVariant();
    case StrongRole:
        return column == RenewalsModel::MedicationColumn;
    case ToneRole:
        return column == RenewalsModel::NextStepColumn ? static_cast<int>(dueTone(urgent, now)) : QVariant();
    case Qt::ToolTipRole:
        return column == RenewalsModel::NextStepColumn && !dueText(urgent, now).isEmpty()
                   ? Texts::tr("The first of them: %1", "reply due…")
                         .arg(lowered(dueReason(urgent, stations->zone(urgent.station))))
                   : QVariant();
    case Qt::AccessibleTextRole: {
        const QString text = headingText(parts, column);
        return text.isEmpty() ? Texts::tr("none") : text;
    }
    default:
        return {};
    }
}

QString QueueCells::headingText(const QVector<Renewal> &parts, int column) const
{
    if (column == RenewalsModel::MedicationColumn)
        return maskedPatient(parts.first().patientKey);
    return column == RenewalsModel::NextStepColumn ? shortDueText(mostUrgent(parts), now) : QString();
}

} // namespace renewal::items
