// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/decisionsmodel.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace renewal::items {

using namespace Qt::StringLiterals;

void DecisionsModel::setReport(const DecisionsReport &report, DecisionsStage stage)
{
    m_all = report.rows;
    std::stable_sort(m_all.begin(), m_all.end(), [](const auto &a, const auto &b) {
        return isProblem(a.result) && !isProblem(b.result);
    });
    m_stage = stage;
    show();
}

void DecisionsModel::setOnlyProblems(bool only)
{
    m_onlyProblems = only;
    show();
}

void DecisionsModel::show()
{
    beginResetModel(); // another file, stage or choice of rows, not a refresh
    m_rows.clear();
    std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(m_rows),
                 [this](const auto &row) { return !m_onlyProblems || isProblem(row.result); });
    endResetModel();
}

const ReportedDecision *DecisionsModel::decision(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr;
}

int DecisionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DecisionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DecisionsModel::shown(const ReportedDecision &row, int column) const
{
    switch (column) {
    case RowColumn:
        return QString::number(row.row);
    case PrescriberColumn:
        return row.prescriber.isEmpty() ? tr("No name") : row.prescriber;
    case DecisionColumn:
        return decisionRowText(row);
    case StateColumn:
        return decisionResultText(row.result, m_stage);
    default:
        return {};
    }
}

QString DecisionsModel::secondLine(const ReportedDecision &row, int column) const
{
    if (column == PrescriberColumn && !row.station.isEmpty())
        return tr("Station %1").arg(row.station);
    return column == DecisionColumn ? decisionRowDetail(row) : QString();
}

QVariant DecisionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ReportedDecision &row = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case SecondLineRole:
        return secondLine(row, column);
    case SortRole:
        return column == RowColumn ? QVariant(row.row) : QVariant(shown(row, column));
    case Qt::ToolTipRole:
        return secondLine(row, column);
    case Qt::AccessibleTextRole: {
        QStringList words{shown(row, column), secondLine(row, column)};
        words.removeAll(QString());
        return tr("%1: %2", "column, value")
            .arg(headerData(column, Qt::Horizontal).toString(), words.join(u", "_s));
    }
    case ToneRole:
        return column == StateColumn ? QVariant(static_cast<int>(decisionResultTone(row.result)))
                                     : QVariant();
    case StrongRole:
        return column == PrescriberColumn;
    case QuietRole:
        return column == RowColumn;
    case IdRole:
        return row.row;
    default:
        return {};
    }
}

QVariant DecisionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RowColumn:
        return tr("Row");
    case PrescriberColumn:
        return tr("Prescriber");
    case DecisionColumn:
        return tr("Decision");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace renewal::items
