// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/prescribersmodel.h"

#include "models/items/correlationtexts.h"

#include <QLocale>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
QString shown(const PrescriberSummary &summary, int column)
{
    switch (column) {
    case PrescribersModel::PrescriberColumn:
        return prescriberName(summary.prescriber);
    case PrescribersModel::WaitingColumn:
        return QLocale().toString(summary.waiting);
    case PrescribersModel::StateColumn:
        return statusChip(summary);
    default:
        return {};
    }
}
} // namespace

PrescribersModel::PrescribersModel(CorrelationsGateway *gateway, QObject *parent)
    : PagedModel(parent)
    , m_gateway(gateway)
{
}

void PrescribersModel::setQuery(const PrescriberQuery &query)
{
    if (m_started && query == m_query)
        return;
    m_started = true;
    m_query = query;
    restart();
}

int PrescribersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QFuture<Result<Page<PrescriberSummary>>> PrescribersModel::requestPage(const QString &cursor, int limit)
{
    PrescriberQuery query = m_query;
    query.cursor = cursor;
    query.limit = limit;
    return m_gateway->prescribers(query);
}

QVariant PrescribersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PrescriberSummary &summary = *row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shown(summary, column);
    case SortRole:
        return column == WaitingColumn ? QVariant(summary.waiting) : QVariant(shown(summary, column));
    case Qt::AccessibleTextRole: {
        QString value = shown(summary, column);
        if (column == PrescriberColumn)
            value += u", "_s + prescriberSecondLine(summary);
        return tr("%1: %2", "column, value").arg(headerData(column, Qt::Horizontal).toString(), value);
    }
    case Qt::ToolTipRole:
        return column == PrescriberColumn ? shown(summary, column) + u'\n' + prescriberSecondLine(summary)
                                          : QString();
    case IdRole:
        return summary.prescriber.id.value;
    case SecondLineRole:
        return column == PrescriberColumn ? prescriberSecondLine(summary) : QVariant();
    case StrongRole:
        return column == PrescriberColumn || column == WaitingColumn;
    case ToneRole:
        return column == StateColumn ? static_cast<int>(statusTone(summary.correlation.status)) : QVariant();
    default:
        return {};
    }
}

QVariant PrescribersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PrescriberColumn:
        return tr("Prescriber");
    case WaitingColumn:
        return tr("Waiting");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace renewal::items
