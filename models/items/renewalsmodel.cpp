// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewalsmodel.h"

#include "models/items/datetexts.h"
#include "models/items/renewaltexts.h"

namespace renewal::items {

using namespace Qt::StringLiterals;

RenewalsModel::RenewalsModel(RenewalsGateway *gateway, const Clock *clock, QObject *parent)
    : PagedModel(parent)
    , m_gateway(gateway)
    , m_clock(clock)
{
}

void RenewalsModel::setQuery(const RenewalQuery &query)
{
    if (m_started && query == m_query)
        return;
    m_started = true;
    m_query = query;
    restart();
}

void RenewalsModel::setStations(const StationDirectory &stations)
{
    m_stations = stations;
    if (rowCount() > 0)
        emit dataChanged(index(0, LastFillColumn), index(rowCount() - 1, LastFillColumn));
}

int RenewalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QFuture<Result<Page<Renewal>>> RenewalsModel::requestPage(const QString &cursor, int limit)
{
    RenewalQuery query = m_query;
    query.cursor = cursor;
    query.limit = limit;
    return m_gateway->renewals(query);
}

QVariant RenewalsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Renewal &renewal = *row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(renewal, index.column());
    case SortRole:
        return sorted(renewal, index.column());
    case Qt::AccessibleTextRole:
        return spoken(renewal, index.column());
    case IdRole:
        return renewal.id.value;
    case Qt::ToolTipRole:
        if (index.column() == MedicationColumn)
            return QString(shown(renewal, MedicationColumn) + u'\n' + secondLine(renewal));
        return index.column() == NextStepColumn ? renewal.stateReason : shown(renewal, index.column());
    case SecondLineRole:
        return index.column() == MedicationColumn ? secondLine(renewal) : QVariant();
    case ToneRole:
        return index.column() == NextStepColumn ? static_cast<int>(stateTone(renewal.state)) : QVariant();
    case QuietRole:
        return index.column() == NumberColumn || index.column() == LastFillColumn ||
               (index.column() == CareTeamColumn && !renewal.careTeam.isValid());
    default:
        return {};
    }
}

QString RenewalsModel::shown(const Renewal &renewal, int column) const
{
    switch (column) {
    case MedicationColumn:
        return renewal.drug.isEmpty() ? tr("Medication not named") : renewal.drug;
    case NumberColumn:
        return renewal.prescriptionNumber;
    case LastFillColumn:
        return columnDate(renewal.lastFilled, m_stations.zone(renewal.station));
    case PrescriberColumn:
        return renewal.prescriberShown;
    case CareTeamColumn:
        if (!renewal.careTeamName.isEmpty())
            return renewal.careTeamName;
        return renewal.state == RenewalState::External ? tr("none", "care team")
                                                       : tr("not found", "care team");
    case NextStepColumn:
        return stateText(renewal.state);
    default:
        return {};
    }
}

QVariant RenewalsModel::sorted(const Renewal &renewal, int column) const
{
    switch (column) {
    case LastFillColumn:
        return renewal.lastFilled;
    case NextStepColumn:
        return static_cast<int>(renewal.state);
    case CareTeamColumn:
        return renewal.careTeamName;
    default:
        return shown(renewal, column);
    }
}

QString RenewalsModel::spoken(const Renewal &renewal, int column) const
{
    QString value = shown(renewal, column);
    if (column == LastFillColumn && renewal.lastFilled.isValid())
        value = readableDate(renewal.lastFilled, m_stations.zone(renewal.station));
    if (value.isEmpty())
        value = tr("none");
    if (column == MedicationColumn)
        value += u", "_s + secondLine(renewal);
    return tr("%1: %2", "column, value").arg(headerData(column, Qt::Horizontal).toString(), value);
}

QString RenewalsModel::secondLine(const Renewal &renewal) const
{
    const QString due = dueText(renewal, m_clock->now());
    const QString patient = maskedPatient(renewal.patientKey);
    return due.isEmpty()
               ? patient
               : tr("%1, %2", "masked patient, time left").arg(patient, due.at(0).toLower() + due.mid(1));
}

QVariant RenewalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MedicationColumn:
        return tr("Medication");
    case NumberColumn:
        return tr("Rx");
    case LastFillColumn:
        return tr("Last fill");
    case PrescriberColumn:
        return tr("Prescriber");
    case CareTeamColumn:
        return tr("Care team");
    case NextStepColumn:
        return tr("Next step");
    default:
        return {};
    }
}

} // namespace renewal::items
