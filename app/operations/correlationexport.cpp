// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/correlationexport.h"

#include "app/store/connection.h"
#include "app/store/correlationdocument.h"
#include "models/exchange/csv.h"
#include "models/exchange/spreadsheettext.h"

#include <QCoreApplication>

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

QString cell(const QString &value)
{
    return exchange::csvField(exchange::toSpreadsheet(value));
}

ExportedPrescriber prescriberOf(const store::Row &row)
{
    const auto status = correlationStatusFromString(row.text(4)).value_or(CorrelationStatus::None);
    ExportedPrescriber line;
    line.id = row.number(0);
    line.station = row.text(1);
    line.system = row.text(2);
    line.name = row.text(3);
    line.state = toString(status);
    if (!row.isNull(5))
        line.careTeam = row.number(5);
    line.careTeamName = row.text(6);
    line.leadProvider = row.text(7);
    line.probability = isLinked(status) ? row.maybeReal(8) : row.maybeReal(12);
    line.decidedBy = row.text(9);
    line.since = row.instant(10);
    line.waiting = row.number(11);
    line.candidates = row.number(13);
    line.people = row.number(14);
    line.version = row.number(15);
    line.until = row.instant(16);
    line.reason = row.text(17);
    if (const auto planned = store::plannedFromDocument(row.text(18).toUtf8())) {
        line.plannedFrom = planned->validFrom;
        line.plannedTeam = planned->careTeam.value;
    }
    return line;
}

QString csvLine(const ExportedPrescriber &line)
{
    const QStringList cells{
        line.station,
        line.system,
        cell(line.name),
        line.state,
        line.careTeam ? QString::number(*line.careTeam) : QString(),
        cell(line.careTeamName),
        cell(line.leadProvider),
        line.probability ? QString::number(*line.probability, 'g', 3) : QString(),
        cell(line.decidedBy),
        line.since.isValid() ? line.since.toString(Qt::ISODate) : QString(),
        QString::number(line.waiting),
        QString::number(line.candidates),
        QString::number(line.people),
        line.until.isValid() ? line.until.toString(Qt::ISODate) : QString(),
        line.reason,
        line.plannedFrom.isValid() ? line.plannedFrom.toUTC().toString(Qt::ISODate) : QString(),
        line.plannedTeam ? QString::number(*line.plannedTeam) : QString(),
        QString::number(line.id),
        QString::number(line.version),
        {}, // decision and note: for who reads this, and for exchange::readDecisions()
        {},
    };
    return cells.join(u',') + u'\n';
}

constexpr char csvHeader[] = "station,system,prescriber,state,triageTeamId,careTeam,leadProvider,probability,"
                             "decidedBy,since,waiting,candidates,peopleOfThisName,until,reason,plannedFrom,"
                             "plannedTeam,id,version,decision,note\n";
} // namespace

Result<CsvPiece> CorrelationExport::piece(const Scope &scope, const QString &cursor, int limit) const
{
    bool isNumber = cursor.isEmpty();
    const qint64 after = cursor.isEmpty() ? 0 : cursor.toLongLong(&isNumber);
    if (!isNumber || after < 0)
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("CorrelationExport",
                                                   "The export cannot go on from there; begin it again."));
    QString text = cursor.isEmpty() ? QString::fromLatin1(csvHeader) : QString();
    qint64 last = after;
    int rows = 0;
    const auto read = prescribers(
        scope, after,
        [&](const ExportedPrescriber &line) {
            if (++rows > limit)
                return false;
            last = line.id;
            text += csvLine(line);
            return true;
        },
        limit + 1);
    if (!read)
        return failure(read.error());
    return CsvPiece{text.toUtf8(), rows > limit ? QString::number(last) : QString()};
}

Done CorrelationExport::prescribers(const Scope &scope, qint64 after,
                                    const std::function<bool(const ExportedPrescriber &)> &take,
                                    int limit) const
{
    QString terms = u"p.id > ?"_s;
    QVariantList values{after};
    if (!scope.parentStation.isEmpty()) {
        terms += u" AND p.parent_station = ?"_s;
        values.append(scope.parentStation);
    }
    if (!scope.ehr.isEmpty()) {
        terms += u" AND p.ehr = ?"_s;
        values.append(scope.ehr);
    }
    const QString end = limit > 0 ? u" LIMIT "_s + QString::number(limit) : QString();
    return m_connection.each(
        u"SELECT p.id, p.station, p.ehr, p.shown, p.status, c.care_team, "
        "CASE WHEN t.suggested_name_display <> '' THEN t.suggested_name_display ELSE t.name END, "
        "t.lead_provider_name, c.probability, c.decided_by, c.valid_from, p.waiting, s.best_probability, "
        "p.candidate_count, p.homonyms, c.version, c.valid_to, c.reason, c.planned FROM prescriber p "
        "LEFT JOIN correlation c ON c.parent_station = p.parent_station AND c.prescriber_id = p.id "
        "LEFT JOIN care_team t ON t.parent_station = c.parent_station AND t.triage_team_id = c.care_team "
        "LEFT JOIN candidate_set s ON s.parent_station = p.parent_station AND s.prescriber_id = p.id "
        "AND s.candidate_count > 0 WHERE %1 ORDER BY p.id%2"_s.arg(terms, end),
        values, [&](const store::Row &row) { return take(prescriberOf(row)); });
}

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
