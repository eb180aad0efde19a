// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/evidencemodel.h"

#include "models/items/datetexts.h"

#include <QLocale>

#include <cmath>

namespace renewal::items {

using namespace Qt::StringLiterals;

QString bitsText(double bits)
{
    constexpr double half = 0.05;
    const QString number = QLocale().toString(std::abs(bits), 'f', 1);
    return std::abs(bits) < half ? number : (bits < 0 ? u'−' : u'+') + number;
}

void EvidenceModel::setStory(const correlation::EvidenceStory &story)
{
    if (story == m_story)
        return;
    const bool sameSize = story.steps.size() == m_story.steps.size() && !story.steps.isEmpty();
    if (!sameSize)
        beginResetModel();
    m_story = story;
    if (sameSize)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    else
        endResetModel();
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    // The last row is the result.
    return parent.isValid() || m_story.steps.isEmpty() ? 0 : static_cast<int>(m_story.steps.size()) + 1;
}

int EvidenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EvidenceModel::shown(int row, int column) const
{
    const bool isResult = row == m_story.steps.size();
    switch (column) {
    case EvidenceColumn:
        return isResult ? tr("Result") : m_story.steps[row].text;
    case BitsColumn:
        return bitsText(isResult ? m_story.resultBits : m_story.steps[row].bits);
    case SureColumn:
        return percent(isResult ? m_story.probability
                                : correlation::probabilityOfBits(m_story.steps[row].after));
    default:
        return {};
    }
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const bool isResult = row == m_story.steps.size();
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, index.column());
    case Qt::ToolTipRole:
        return shown(row, EvidenceColumn);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, value")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), shown(row, index.column()));
    case SortRole:
        if (index.column() == EvidenceColumn)
            return shown(row, EvidenceColumn);
        return isResult ? m_story.resultBits : m_story.steps[row].bits;
    case StrongRole:
        return isResult;
    default:
        return {};
    }
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case EvidenceColumn:
        return tr("Evidence");
    case BitsColumn:
        return tr("Bits");
    case SureColumn:
        return tr("Sure after it");
    default:
        return {};
    }
}

} // namespace renewal::items
