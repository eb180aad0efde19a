// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importsetaside.h"

#include "app/operations/stagingwriter.h"
#include "app/store/connection.h"

#include <QCoreApplication>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Importer", text);
}

const QString bySource = u"JOIN prescriber_source k ON k.parent_station = s.parent_station "
                         "AND k.extract = s.extract AND k.extract_id = s.extract_id "_s;
} // namespace

Done ImportSetAside::addUnknown()
{
    const QString reason = tr(
        "prescriber %1 is not known in extract %2: import its prescribers file first, then this file again");
    const QString unknown = u"k.prescriber_id IS NULL"_s;
    for (const QString &table : {u"staging_short"_s, u"staging_past_route"_s, u"staging_correlation"_s}) {
        if (auto done = add({table, u"LEFT "_s + bySource, unknown, reason, true}); !done)
            return done;
    }
    // A full prescription that names its prescriber needs no extract id.
    return add({u"staging_prescription"_s, u"LEFT "_s + bySource,
                unknown + u" AND s.extract_id <> '' AND s.name_key = ''"_s, reason, true});
}

Done ImportSetAside::addUnsafeLinks()
{
    const QString toTeam = bySource + u"JOIN care_team t ON t.parent_station = s.parent_station "
                                      "AND t.triage_team_id = s.care_team "_s;
    const QString closed =
        tr("prescriber %1 is linked to a care team that is blocked or moves to Oracle Health: "
           "choose another one in Correlations");
    if (auto done =
            add({u"staging_correlation"_s, toTeam,
                 u"s.status IN ('manual', 'auto') AND (t.blocked = 1 OR t.migrating_to_oh = 1)"_s, closed});
        !done)
        return done;
    const QString toPerson = bySource + u"JOIN prescriber p ON p.parent_station = k.parent_station "
                                        "AND p.id = k.prescriber_id "_s;
    return add({u"staging_correlation"_s, toPerson, u"s.status IN ('manual', 'auto') AND p.homonyms > 1"_s,
                tr("two prescribers at the station share the name of prescriber %1: decide about it in "
                   "Correlations")});
}

Done ImportSetAside::addDecidedOtherwise()
{
    const QString joins =
        bySource +
        u"JOIN prescriber p ON p.parent_station = k.parent_station AND p.id = k.prescriber_id "
        "AND p.homonyms = 1 JOIN care_team t ON t.parent_station = s.parent_station "
        "AND t.triage_team_id = s.care_team AND t.blocked = 0 AND t.migrating_to_oh = 0 "
        "LEFT JOIN correlation c ON c.parent_station = p.parent_station AND c.prescriber_id = p.id "
        "LEFT JOIN correlation_refusal r ON r.parent_station = p.parent_station "
        "AND r.prescriber_id = p.id AND r.triage_team_id = s.care_team "_s;
    const QString open = u"s.status IN ('manual', 'auto') "
                         "AND COALESCE(c.status, 'none') NOT IN ('manual', 'refused', 'external') "_s;
    if (auto done = add({u"staging_correlation"_s, joins, open + u"AND r.prescriber_id IS NOT NULL"_s,
                         tr("a person refused this care team for prescriber %1: decide about it in "
                            "Correlations")});
        !done)
        return done;
    return add({u"staging_correlation"_s, joins,
                open + u"AND r.prescriber_id IS NULL AND c.status = 'stale' "
                       "AND c.decided_by NOT IN ('', 'matching')"_s,
                tr("the link of prescriber %1 ended and came back to a person: decide about it in "
                   "Correlations")});
}

Done ImportSetAside::add(const Rule &rule)
{
    const QString rows =
        u"FROM %1 s JOIN import_file f ON f.import_id = s.import_id AND f.number = (s.seq >> %2) "
        "%3 WHERE s.import_id = ? AND %4"_s.arg(rule.table)
            .arg(StagingPlace::fileShift)
            .arg(rule.joins, rule.where);
    const qint64 id = m_import.id.value;
    const auto added = m_connection.run(
        u"INSERT INTO import_set_aside (import_id, seq, file, place, reason) SELECT s.import_id, "
        "(SELECT COALESCE(max(seq), -1) FROM import_set_aside WHERE import_id = ?) "
        "+ ROW_NUMBER() OVER (ORDER BY s.seq), f.file_name, "
        "replace(CASE WHEN (s.seq & %1) <> 0 THEN CAST(? AS text) ELSE CAST(? AS text) END, '%1', "
        "CAST(s.seq & %2 AS text)), replace(replace(CAST(? AS text), '%1', s.extract_id), '%2', s.extract) "_s
                .replace(u"& %1"_s, u"& "_s + QString::number(StagingPlace::lineFlag))
                .replace(u"& %2"_s, u"& "_s + QString::number(StagingPlace::numberMask)) +
            rows,
        {id, tr("line %1"), tr("record %1"), rule.reason, id});
    if (!added)
        return failure(added.error());
    if (*added == 0)
        return ok();
    const auto perFile = m_connection.rows<std::pair<int, qint64>>(
        u"SELECT f.number, count(*) "_s + rows + u" GROUP BY f.number"_s, {id},
        [](const store::Row &row) { return std::pair(row.integer(0), row.number(1)); });
    if (!perFile)
        return failure(perFile.error());
    for (const auto &[number, count] : *perFile) {
        for (store::ImportFile &file : m_import.files) {
            if (file.number != number)
                continue;
            file.taken -= count;
            file.setAside += count;
            if (rule.mayComeLater)
                file.state = u"incomplete"_s; // not "staged": the same content may be imported again
        }
    }
    return ok();
}

} // namespace renewal::operations
