// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/funnelmodel.h"

#include "models/items/datetexts.h"
#include "models/items/rowdiff.h"

#include <QLocale>

namespace renewal::items {

namespace {
double share(qint64 part, qint64 whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}
} // namespace

void FunnelModel::setSteps(const QVector<FunnelStep> &steps)
{
    const bool changed = steps != m_steps;
    const RowDiff::Signals signal{
        .beginRemove = [this](int first, int last) { beginRemoveRows({}, first, last); },
        .endRemove = [this] { endRemoveRows(); },
        .beginInsert = [this](int first, int last) { beginInsertRows({}, first, last); },
        .endInsert = [this] { endInsertRows(); },
        .beginMove = [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
        .endMove = [this] { endMoveRows(); },
        .changed = [](int) {},
    };
    RowDiff::apply(
        m_steps, steps, [](const FunnelStep &step) { return static_cast<qint64>(qHash(step.key)); }, signal);
    // Shares of all rows follow from the first.
    if (changed && !m_steps.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

double FunnelModel::shareOfAll(qsizetype step) const
{
    return share(m_steps.at(step).count, m_steps.first().count);
}

double FunnelModel::shareOfPrevious(qsizetype step) const
{
    return step == 0 ? shareOfAll(0) : share(m_steps.at(step).count, m_steps.at(step - 1).count);
}

int FunnelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

int FunnelModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FunnelModel::shown(int row, int column) const
{
    switch (column) {
    case StepColumn:
        return m_steps[row].title;
    case PeopleColumn:
        return QLocale().toString(m_steps[row].count);
    case OfAllColumn:
        return percent(shareOfAll(row));
    case OfPreviousColumn:
        return row == 0 ? QString() : percent(shareOfPrevious(row));
    default:
        return {};
    }
}

QVariant FunnelModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown(index.row(), index.column());
    case SortRole:
        if (index.column() == StepColumn)
            return index.row();
        if (index.column() == PeopleColumn)
            return m_steps[index.row()].count;
        return index.column() == OfAllColumn ? shareOfAll(index.row()) : shareOfPrevious(index.row());
    case Qt::AccessibleTextRole: {
        const QString text = shown(index.row(), index.column());
        return tr("%1: %2", "column, value")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), text.isEmpty() ? tr("none") : text);
    }
    case QuietRole:
        return index.column() == OfAllColumn || index.column() == OfPreviousColumn;
    case IdRole:
        return m_steps[index.row()].key;
    default:
        return {};
    }
}

QVariant FunnelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StepColumn:
        return tr("Step");
    case PeopleColumn:
        return tr("People");
    case OfAllColumn:
        return tr("Of all");
    case OfPreviousColumn:
        return tr("Of the step before");
    default:
        return {};
    }
}

} // namespace renewal::items
