// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/correlationexport.h"

#include "app/store/connection.h"
#include "app/store/correlationdocument.h"

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
/// Candidates are shown as suggestions while nobody decided.
bool isOpen(CorrelationStatus status)
{
    return status == CorrelationStatus::None || status == CorrelationStatus::Suggested ||
           status == CorrelationStatus::Stale;
}

QVector<ImportedCorrelation> linesOf(const store::Row &row)
{
    ImportedCorrelation line;
    line.extractPrescriberId = row.text(0);
    line.station = StationNumber(row.text(1));
    const auto status = correlationStatusFromString(row.text(2)).value_or(CorrelationStatus::None);
    if (isLinked(status)) {
        line.careTeam.value = row.number(3);
        line.probability = row.maybeReal(4).value_or(1.0);
        line.status = toString(status);
        return {line};
    }
    QVector<ImportedCorrelation> lines;
    if (isOpen(status)) {
        const auto candidates = store::candidatesFromDocument(row.text(5).toUtf8());
        for (const Candidate &candidate : candidates.value_or(QVector<Candidate>())) {
            line.careTeam = candidate.careTeam;
            line.probability = candidate.probability;
            line.status = toString(CorrelationStatus::Suggested);
            lines.append(line);
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto &a, const auto &b) { return a.probability > b.probability; });
    if (lines.size() > CorrelationExport::mostSuggested)
        lines.resize(CorrelationExport::mostSuggested);
    if (lines.isEmpty()) {
        line.probability = row.maybeReal(6).value_or(1.0);
        line.status = toString(CorrelationStatus::None);
        lines.append(line);
    }
    return lines;
}
} // namespace

Result<qint64> CorrelationExport::each(const QString &extract,
                                       const std::function<bool(const ImportedCorrelation &)> &take) const
{
    qint64 ids = 0;
    const QString wanted = extract.isNull() ? u""_s : extract;
    const auto read = m_connection.each(
        u"SELECT k.extract_id, p.station, c.status, c.care_team, c.probability, s.candidates, "
        u"s.none_probability "
        "FROM prescriber_source k "
        "JOIN prescriber p ON p.parent_station = k.parent_station AND p.id = k.prescriber_id "
        "LEFT JOIN correlation c ON c.parent_station = p.parent_station AND c.prescriber_id = p.id "
        "LEFT JOIN candidate_set s ON s.parent_station = p.parent_station AND s.prescriber_id = p.id "
        "WHERE ? = '' OR k.extract = ? ORDER BY k.parent_station, k.extract, k.extract_id"_s,
        {wanted, wanted}, [&](const store::Row &row) {
            ++ids;
            const auto lines = linesOf(row);
            return std::all_of(lines.cbegin(), lines.cend(), take);
        });
    if (!read)
        return failure(read.error());
    return ids;
}

} // namespace renewal::operations
