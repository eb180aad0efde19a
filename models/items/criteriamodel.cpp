// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/criteriamodel.h"

#include "models/items/rowdiff.h"
#include "models/rollout/figures.h"

#include <QLocale>

#include <cmath>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
QString mustBe(const CriterionResult &criterion)
{
    if (!criterion.comparedWith.isEmpty())
        return CriteriaModel::tr("no worse than %1", "a time").arg(criterion.comparedWith);
    const QString limit = rollout::limitText(criterion.limit, criterion.unit);
    return criterion.atMost ? CriteriaModel::tr("at most %1", "a value").arg(limit)
                            : CriteriaModel::tr("at least %1", "a value").arg(limit);
}

QString now(const CriterionResult &criterion)
{
    if (!criterion.now)
        return CriteriaModel::tr("no data");
    const double limit = criterion.baseline.value_or(criterion.limit);
    const QString value = rollout::valueText(*criterion.now, criterion.unit, limit);
    if (!criterion.baseline)
        return value;
    return CriteriaModel::tr("%1 vs %2", "value now, value before")
        .arg(value, rollout::valueText(*criterion.baseline, criterion.unit, *criterion.now));
}

QString signedText(double value)
{
    const QString text = rollout::valueText(std::abs(value), {}, 0);
    return value < 0 ? u"\u2212"_s + text : value > 0 ? u"+"_s + text : text;
}

/// Where the true value is; with a baseline, how far from that.
QString range(const CriterionResult &criterion)
{
    if (!criterion.lower || !criterion.upper)
        return CriteriaModel::tr("not known yet", "a range");
    const auto text = [&](double value) {
        return criterion.baseline ? signedText(value)
                                  : rollout::valueText(value, criterion.unit, criterion.limit);
    };
    return CriteriaModel::tr("%1 to %2", "a range").arg(text(*criterion.lower), text(*criterion.upper));
}

QString counted(const CriterionResult &criterion)
{
    if (!criterion.denominator)
        return CriteriaModel::tr("nothing yet", "nothing was counted");
    const QString of = rollout::countText(*criterion.denominator);
    return criterion.numerator
               ? CriteriaModel::tr("%1 of %2", "counts").arg(rollout::countText(*criterion.numerator), of)
               : CriteriaModel::tr("n = %1", "number of observations").arg(of);
}

QString verdict(const CriterionResult &criterion)
{
    switch (criterion.verdict) {
    case CriterionVerdict::Met:
        return CriteriaModel::tr("Met");
    case CriterionVerdict::NotMet:
        return CriteriaModel::tr("Not met");
    case CriterionVerdict::TooLittleData:
        return criterion.daysToGo
                   ? CriteriaModel::tr("Too little data, about %1 d", "days to go").arg(*criterion.daysToGo)
                   : CriteriaModel::tr("Too little data");
    }
    return {};
}

/// In whole words, where there is room for them.
QString spokenVerdict(const CriterionResult &criterion)
{
    if (criterion.verdict != CriterionVerdict::TooLittleData || !criterion.daysToGo)
        return verdict(criterion);
    return CriteriaModel::tr("Too little data, about %n more day(s)", nullptr, *criterion.daysToGo);
}

Tone tone(CriterionVerdict verdict)
{
    switch (verdict) {
    case CriterionVerdict::Met:
        return Tone::Good;
    case CriterionVerdict::NotMet:
        return Tone::Bad;
    case CriterionVerdict::TooLittleData:
        break;
    }
    return Tone::Neutral;
}
} // namespace

void CriteriaModel::setCriteria(const QVector<CriterionResult> &criteria)
{
    const RowDiff::Signals signal{
        .beginRemove = [this](int first, int last) { beginRemoveRows({}, first, last); },
        .endRemove = [this] { endRemoveRows(); },
        .beginInsert = [this](int first, int last) { beginInsertRows({}, first, last); },
        .endInsert = [this] { endInsertRows(); },
        .beginMove = [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
        .endMove = [this] { endMoveRows(); },
        .changed = [this](int row) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); },
    };
    RowDiff::apply(
        m_rows, criteria, [](const CriterionResult &row) { return static_cast<qint64>(qHash(row.key)); },
        signal);
}

int CriteriaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CriteriaModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CriteriaModel::shown(const CriterionResult &criterion, int column) const
{
    switch (column) {
    case CriterionColumn:
        return criterion.title;
    case MustBeColumn:
        return mustBe(criterion);
    case NowColumn:
        return now(criterion);
    case RangeColumn:
        return range(criterion);
    case CountedColumn:
        return counted(criterion);
    case VerdictColumn:
        return verdict(criterion);
    default:
        return {};
    }
}

QVariant CriteriaModel::sorted(const CriterionResult &criterion, int column) const
{
    switch (column) {
    case MustBeColumn:
        return criterion.baseline.value_or(criterion.limit);
    case NowColumn:
        return criterion.now.value_or(std::nan(""));
    case RangeColumn:
        return criterion.lower.value_or(std::nan(""));
    case CountedColumn:
        return criterion.denominator.value_or(0);
    case VerdictColumn:
        return static_cast<int>(criterion.verdict);
    default:
        return criterion.title;
    }
}

QVariant CriteriaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CriterionResult &criterion = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shown(criterion, column);
    case SortRole:
        return sorted(criterion, column);
    case Qt::ToolTipRole:
        return criterion.sentence;
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1: %2", "column, value")
                                 .arg(headerData(column, Qt::Horizontal).toString(),
                                      column == VerdictColumn ? spokenVerdict(criterion)
                                                              : shown(criterion, column).toString());
        return column == VerdictColumn && !criterion.sentence.isEmpty()
                   ? QString(text + u". "_s + criterion.sentence)
                   : text;
    }
    case ToneRole:
        return column == VerdictColumn ? QVariant(static_cast<int>(tone(criterion.verdict))) : QVariant();
    case StrongRole:
        return column == NowColumn;
    case QuietRole:
        return column == MustBeColumn || column == RangeColumn || column == CountedColumn;
    case IdRole:
        return criterion.key;
    default:
        return {};
    }
}

QVariant CriteriaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CriterionColumn:
        return tr("Success criterion");
    case MustBeColumn:
        return tr("Must be");
    case NowColumn:
        return tr("Stage so far");
    case RangeColumn:
        return tr("With 95 % certainty");
    case CountedColumn:
        return tr("Counted");
    case VerdictColumn:
        return tr("Verdict");
    default:
        return {};
    }
}

} // namespace renewal::items
