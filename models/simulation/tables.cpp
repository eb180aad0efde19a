// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/tables.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
/// One CSV row; fields may stand in double quotes.
QStringList splitRow(const QString &row)
{
    QStringList fields;
    QString field;
    bool quoted = false;
    for (const QChar c : row) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            fields.append(field);
            field.clear();
        } else {
            field += c;
        }
    }
    fields.append(field);
    return fields;
}

/// Hands every row after the header to `take`, which says whether the row is good.
Done forEachRow(const QByteArray &text, const QString &list, int columns,
                const std::function<bool(const QStringList &)> &take)
{
    const QStringList rows = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 1; i < rows.size(); ++i) {
        const QStringList fields = splitRow(rows.at(i).trimmed());
        if (fields.size() != columns || !take(fields)) {
            return failure(ErrorCode::InvalidInput,
                           QCoreApplication::translate("simulation", "The list %1 has a malformed row %2.")
                               .arg(list)
                               .arg(i + 1));
        }
    }
    if (rows.size() < 2) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("simulation", "The list %1 has no rows.").arg(list));
    }
    return ok();
}

bool addWeighted(WeightedTexts &texts, const QString &name, const QString &weightText)
{
    bool isNumber = false;
    const int weight = weightText.toInt(&isNumber);
    if (name.isEmpty() || !isNumber || weight < 0)
        return false;
    // The source rounds rare names to nothing; they still occur.
    texts.add(name, std::max(weight, 1));
    return true;
}

std::optional<Facility> facilityFrom(const QStringList &fields)
{
    Facility facility{fields.at(0), fields.at(1), fields.at(2), fields.at(3), {}};
    if (facility.station.size() != 3 || facility.city.isEmpty())
        return std::nullopt;
    for (const QString &text : fields.at(4).split(u';', Qt::SkipEmptyParts)) {
        const qsizetype colon = text.indexOf(u':');
        if (colon < 1)
            return std::nullopt;
        facility.clinics.append({text.left(colon), text.mid(colon + 1)});
    }
    return facility;
}

bool addDrug(QVector<Drug> &drugs, const QStringList &fields)
{
    const Drug drug{fields.at(0), fields.at(1), fields.at(2), fields.at(3).toInt()};
    drugs.append(drug);
    return !drug.name.isEmpty() && drug.daysSupply > 0;
}
} // namespace

void WeightedTexts::add(const QString &text, int weight)
{
    m_texts.append(text);
    m_cumulated.append((m_cumulated.isEmpty() ? 0 : m_cumulated.last()) + weight);
}

const QString &WeightedTexts::pick(Random &random) const
{
    const int mark = random.below(m_cumulated.last());
    const auto found = std::upper_bound(m_cumulated.begin(), m_cumulated.end(), mark);
    return m_texts.at(found - m_cumulated.begin());
}

Result<Tables> readTables(const TableTexts &texts)
{
    Tables tables;
    auto surname = [&](const QStringList &row) { return addWeighted(tables.surnames, row.at(0), row.at(1)); };
    auto given = [&](const QStringList &row) {
        return addWeighted(row.at(1) == "F"_L1 ? tables.femaleNames : tables.maleNames, row.at(0), row.at(2));
    };
    auto nickname = [&](const QStringList &row) {
        tables.nicknames[row.at(0)].append(row.at(1));
        return !row.at(1).isEmpty();
    };
    auto drug = [&](const QStringList &row) { return addDrug(tables.drugs, row); };
    auto facility = [&](const QStringList &row) {
        const auto parsed = facilityFrom(row);
        if (parsed)
            tables.facilities.append(*parsed);
        return parsed.has_value();
    };
    if (auto done = forEachRow(texts.surnames, u"surnames"_s, 2, surname); !done)
        return failure(done.error());
    if (auto done = forEachRow(texts.givenNames, u"givennames"_s, 3, given); !done)
        return failure(done.error());
    if (auto done = forEachRow(texts.nicknames, u"nicknames"_s, 2, nickname); !done)
        return failure(done.error());
    if (auto done = forEachRow(texts.drugs, u"drugs"_s, 4, drug); !done)
        return failure(done.error());
    if (auto done = forEachRow(texts.facilities, u"facilities"_s, 5, facility); !done)
        return failure(done.error());
    if (tables.maleNames.isEmpty() || tables.femaleNames.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("simulation",
                                                   "The list givennames needs rows with M and rows with F."));
    }
    return tables;
}

} // namespace renewal::simulation
