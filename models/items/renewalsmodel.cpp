// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewalsmodel.h"

#include "models/items/queuecells.h"
#include "models/items/rowdiff.h"

#include <algorithm>

namespace renewal::items {

RenewalsModel::RenewalsModel(RenewalsGateway *gateway, const Clock *clock, QObject *parent)
    : PagedFetch(parent)
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
    m_hold.release();
    // What is no longer seen must not be acted on.
    if (!m_checked.isEmpty())
        checkAll(false);
    restart();
}

void RenewalsModel::setStations(const StationDirectory &stations)
{
    m_stations = stations;
    if (rowCount() > 0)
        emit dataChanged(index(0, LastFillColumn), index(rowCount() - 1, LastFillColumn));
}

QFuture<Result<Page<Renewal>>> RenewalsModel::requestPage(const QString &cursor, int limit)
{
    RenewalQuery query = m_query;
    query.cursor = cursor;
    query.limit = limit;
    return m_gateway->renewals(query);
}

int RenewalsModel::headingRow(int row) const
{
    while (row >= 0 && row < m_rows.size() && !isHeading(row))
        --row;
    return row < m_rows.size() ? row : -1;
}

QVector<Renewal> RenewalsModel::renewalsAt(int row) const
{
    QVector<Renewal> renewals;
    if (const Renewal *single = renewal(row))
        renewals.append(*single);
    else if (const QueueGroups::Group *group = m_groups.group(idAt(row))) {
        for (const qint64 id : group->parts)
            renewals.append(*m_groups.renewal(id));
    }
    return renewals;
}

void RenewalsModel::setFolded(int row, bool folded)
{
    const qint64 heading = idAt(row);
    const QueueGroups::Group *group = m_groups.group(heading);
    if (!group || m_groups.isFolded(heading) == folded)
        return;
    const int count = static_cast<int>(group->parts.size());
    if (folded) {
        beginRemoveRows({}, row + 1, row + count);
        m_groups.setFolded(heading, true);
        m_rows.remove(row + 1, count);
        endRemoveRows();
    } else {
        beginInsertRows({}, row + 1, row + count);
        m_groups.setFolded(heading, false);
        m_rows.insert(row + 1, count, 0);
        std::ranges::copy(group->parts, m_rows.begin() + row + 1);
        endInsertRows();
    }
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1), {FoldedRole, Qt::AccessibleTextRole});
}

Qt::CheckState RenewalsModel::checkState(int row) const
{
    const QueueGroups::Group *group = m_groups.group(idAt(row));
    if (!group)
        return m_checked.contains(idAt(row)) ? Qt::Checked : Qt::Unchecked;
    const auto checked =
        std::ranges::count_if(group->parts, [this](qint64 id) { return m_checked.contains(id); });
    return checked == 0 ? Qt::Unchecked : checked == group->parts.size() ? Qt::Checked : Qt::PartiallyChecked;
}

void RenewalsModel::setChecked(int row, bool checked)
{
    const QueueGroups::Group *group = m_groups.group(idAt(row));
    const QVector<qint64> parts = group ? group->parts : QVector<qint64>{idAt(row)};
    for (const qint64 id : parts) {
        if (!m_groups.renewal(id))
            continue;
        if (checked)
            m_checked.insert(id);
        else
            m_checked.remove(id);
    }
    tellChecks(group ? idAt(row) : m_groups.headingOf(idAt(row)));
}

void RenewalsModel::checkAll(bool checked)
{
    m_checked.clear();
    if (checked) {
        const QVector<qint64> order = m_groups.order();
        m_checked = QSet<qint64>(order.cbegin(), order.cend());
    }
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1),
                         {Qt::CheckStateRole, Qt::AccessibleTextRole});
    emit checksChanged();
}

Qt::CheckState RenewalsModel::allChecked() const
{
    return m_checked.isEmpty()                           ? Qt::Unchecked
           : m_checked.size() == m_groups.order().size() ? Qt::Checked
                                                         : Qt::PartiallyChecked;
}

QVector<Renewal> RenewalsModel::checkedRenewals() const
{
    QVector<Renewal> renewals;
    if (m_checked.isEmpty())
        return renewals;
    for (const qint64 id : m_groups.order()) {
        if (m_checked.contains(id))
            renewals.append(*m_groups.renewal(id));
    }
    return renewals;
}

void RenewalsModel::tellChecks(qint64 heading)
{
    const QueueGroups::Group *group = m_groups.group(heading);
    const int first = rowOf(heading);
    if (group && first >= 0) {
        const int last = m_groups.isFolded(heading) ? first : first + static_cast<int>(group->parts.size());
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1),
                         {Qt::CheckStateRole, Qt::AccessibleTextRole});
    }
    emit checksChanged();
}

void RenewalsModel::take(const QVector<Renewal> &renewals)
{
    QSet<qint64> leaving;
    for (const Renewal &renewal : renewals) {
        if (!belongsTo(m_query.view, renewal))
            leaving.insert(renewal.id.value);
    }
    QVector<qint64> staying = m_groups.order();
    staying.removeIf([&](qint64 id) { return leaving.contains(id); });
    const QSet<qint64> changed = m_groups.update(renewals);
    const auto checked = m_checked.size();
    for (const Renewal &renewal : renewals)
        m_checked.remove(renewal.id.value);
    if (staying.size() < m_groups.order().size())
        become({}, staying);
    tellChanged(changed);
    m_hold.hold(renewals); // from now on: rows that went may have moved the look elsewhere for a moment
    if (m_checked.size() < checked)
        emit checksChanged();
}

void RenewalsModel::lookAt(int row)
{
    const QVector<Renewal> seen = renewalsAt(row);
    if (!seen.isEmpty() && !m_hold.holds(seen.first()))
        m_hold.release();
}

bool RenewalsModel::replaceRows(QVector<Renewal> fresh, bool keepRest)
{
    if (!m_hold.isEmpty())
        fresh = m_hold.arranged(fresh, m_groups);
    QVector<qint64> rest;
    if (keepRest) {
        QVector<qint64> ids;
        for (const Renewal &renewal : std::as_const(fresh))
            ids.append(renewal.id.value);
        rest = restOf(m_groups.order(), ids, [](qint64 id) { return id; });
    }
    become(fresh, rest);
    return !rest.isEmpty();
}

void RenewalsModel::become(const QVector<Renewal> &fresh, const QVector<qint64> &rest)
{
    emit rowsChanging();
    const QSet<qint64> changed = m_groups.replace(fresh, rest);
    RowDiff::apply(m_rows, m_groups.rows(), [](qint64 id) { return id; },
                   {.beginRemove = [this](int first, int last) { beginRemoveRows({}, first, last); },
                    .endRemove = [this] { endRemoveRows(); },
                    .beginInsert = [this](int first, int last) { beginInsertRows({}, first, last); },
                    .endInsert = [this] { endInsertRows(); },
                    .beginMove = [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
                    .endMove = [this] { endMoveRows(); },
                    .changed = [](int) {}});
    m_groups.forgetOthers();
    tellChanged(changed);
    const auto checked = m_checked.size();
    m_checked.removeIf([this](qint64 id) { return !m_groups.renewal(id); });
    emit rowsChanged();
    if (m_checked.size() != checked)
        emit checksChanged();
}

void RenewalsModel::tellChanged(const QSet<qint64> &ids)
{
    if (ids.isEmpty())
        return;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (ids.contains(m_rows[row]))
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void RenewalsModel::appendRows(const QVector<Renewal> &fresh)
{
    // The rows exist only between begin and end; what is known of a page is worked out before.
    const QueueGroups::Growth growth = m_groups.append(fresh);
    if (!growth.rows.isEmpty()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(growth.rows.size()) - 1);
        m_rows += growth.rows;
        endInsertRows();
    }
    if (const int row = static_cast<int>(m_rows.lastIndexOf(growth.grown)); growth.grown != 0 && row >= 0)
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int RenewalsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RenewalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RenewalsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const qint64 id = m_rows[index.row()];
    if (role == IdRole)
        return id;
    if (role == Qt::CheckStateRole)
        return index.column() == CheckColumn ? checkState(index.row()) : QVariant();
    const QueueCells cells{&m_stations, m_clock->now()};
    if (const Renewal *single = m_groups.renewal(id)) {
        if (role == Qt::AccessibleTextRole && index.column() == CheckColumn)
            return spokenCheck(checkState(index.row()));
        return cells.renewal(*single, index.column(), role);
    }
    if (role == FoldedRole)
        return m_groups.isFolded(id);
    if (role == Qt::AccessibleTextRole && index.column() == CheckColumn)
        return spokenCheck(checkState(index.row()));
    if (role == Qt::AccessibleTextRole && index.column() == MedicationColumn)
        return spokenHeading(index.row());
    return cells.heading(renewalsAt(index.row()), index.column(), role);
}

QString RenewalsModel::spokenHeading(int row) const
{
    const QueueCells cells{&m_stations, m_clock->now()};
    const QVector<Renewal> parts = renewalsAt(row);
    return QStringList{cells.heading(parts, MedicationColumn, Qt::DisplayRole).toString(),
                       cells.heading(parts, MedicationColumn, SecondLineRole).toString(),
                       isFolded(row) ? tr("folded") : tr("unfolded")}
        .join(u", ");
}

bool RenewalsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != CheckColumn ||
        !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    setChecked(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags RenewalsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == CheckColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant RenewalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section >= 0 && section < ColumnCount ? queueColumnTitle(section) : QVariant();
}

} // namespace renewal::items
