// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importrenewals.h"

#include "app/operations/importaskings.h"
#include "app/operations/importdecision.h"
#include "app/operations/stagingrow.h"
#include "app/store/bulkwriter.h"
#include "app/store/connection.h"
#include "app/store/prescriptiondocument.h"

#include <QCoreApplication>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 pageSize = 2000;

// A request with everything that decides about it. The newest message is found by what it says, not by when
// it came in, so that the order of files does not matter.
const QString &pageQuery()
{
    static const QString sql = uR"(
SELECT q.parent_station, q.ehr, q.patient_key, q.prescription_id,
    p.document, p.prescriber_id, pr.shown,
    CASE WHEN d.division IS NULL THEN c.status WHEN d.care_team IS NULL THEN 'stale' ELSE 'manual' END,
    t.triage_team_id, CASE WHEN d.division IS NULL THEN c.probability END,
    COALESCE(NULLIF(t.suggested_name_display, ''), t.name, ''),
    m.id, m.message_id, m.station, m.recipient_id, m.body,
    CASE WHEN EXISTS (SELECT 1 FROM renewal x
        WHERE x.parent_station = q.parent_station AND x.patient_key = q.patient_key
            AND x.prescription_id = q.prescription_id AND x.ehr = q.ehr AND x.state IN ('routed', 'closed'))
        THEN 1 ELSE 0 END,
    r.requested_at, COALESCE(NULLIF(zd.time_zone, ''), zp.time_zone, ''), q.seq
FROM staging_request q
LEFT JOIN prescription p ON p.parent_station = q.parent_station AND p.ehr = q.ehr
    AND p.prescription_id = q.prescription_id AND p.patient_key = q.patient_key
LEFT JOIN prescriber pr ON pr.parent_station = p.parent_station AND pr.id = p.prescriber_id
LEFT JOIN correlation c ON c.parent_station = pr.parent_station AND c.prescriber_id = pr.id
LEFT JOIN correlation_division d ON d.parent_station = c.parent_station
    AND d.prescriber_id = c.prescriber_id AND d.division = p.station
LEFT JOIN care_team t ON t.parent_station = c.parent_station
    AND t.triage_team_id = CASE WHEN d.division IS NULL THEN c.care_team ELSE d.care_team END
LEFT JOIN renewal r ON r.parent_station = q.parent_station AND r.ehr = q.ehr
    AND r.patient_key = q.patient_key AND r.prescription_id = q.prescription_id
    AND r.state NOT IN ('routed', 'closed')
LEFT JOIN renewal_message m ON m.parent_station = q.parent_station AND m.id = (
    SELECT k.id FROM renewal_message k
    WHERE k.parent_station = q.parent_station AND k.patient_key = q.patient_key
        AND k.prescription_id = q.prescription_id AND k.ehr = q.ehr AND k.is_reply = 0
        AND (k.renewal_id IS NULL OR k.renewal_id = r.id)
    ORDER BY COALESCE(k.sent_at, 0) DESC, k.message_id DESC LIMIT 1)
LEFT JOIN station zp ON zp.parent_station = q.parent_station AND zp.station = q.parent_station
LEFT JOIN station zd ON zd.parent_station = q.parent_station
    AND zd.station = COALESCE(NULLIF(m.station, ''), p.station)
WHERE q.import_id = ? AND q.seq > ? AND q.seq <= ?
ORDER BY q.seq)"_s;
    return sql;
}

RequestFacts factsOf(const store::Row &row)
{
    RequestFacts facts;
    facts.parentStation = row.text(0);
    facts.ehr = ehrSystemFromString(row.text(1)).value_or(EhrSystem::VistA);
    facts.patientKey = row.text(2);
    facts.prescriptionId = row.text(3);
    if (!row.isNull(4)) {
        if (auto prescription = store::prescriptionFromDocument(row.text(4).toUtf8()))
            facts.prescription = std::move(*prescription);
    }
    facts.prescriber.value = row.number(5);
    facts.prescriberShown = row.text(6);
    facts.status = correlationStatusFromString(row.text(7)).value_or(CorrelationStatus::None);
    facts.careTeam.value = row.number(8);
    facts.probability = row.maybeReal(9);
    facts.careTeamName = row.text(10);
    if (!row.isNull(11)) {
        RenewalMessage message;
        message.messageId = row.text(12);
        message.station = StationNumber(row.text(13));
        message.recipientId.value = row.number(14);
        message.body = row.text(15);
        facts.message = message;
    }
    facts.hasEnded = row.truth(16);
    facts.isPending = !row.isNull(17);
    facts.pendingSince = row.instant(17);
    return facts;
}

const QStringList &columns()
{
    static const QStringList names =
        u"import_id seq parent_station ehr patient_key prescription_id state "
        "state_reason station requested_at due_at prescriber_id prescription_number "
        "drug sig quantity refill_remaining last_filled_at expires_at "
        "prescriber_shown sent_to care_team care_team_name care_team_probability "
        "rule_version gate renewable message_id asked asked_last answered_at has_news"_s.split(u' ');
    return names;
}

void fill(StagingRow &row, ImportId import, qint64 seq, const QString &parent, const Renewal &r, bool hasNews)
{
    row.clear();
    row.number(import.value).number(seq).text(parent).text(toString(r.ehr)).text(r.patientKey);
    row.text(r.prescriptionId).text(toString(r.state)).text(r.stateReason).text(r.station.text());
    row.instant(r.requestedAt).instant(r.dueAt).id(r.prescriberId).text(r.prescriptionNumber).text(r.drug);
    row.text(r.sig).text(r.quantity).maybe(r.refillRemaining).instant(r.lastFilled).instant(r.expires);
    row.text(r.prescriberShown).id(r.sentTo).id(r.careTeam).text(r.careTeamName);
    row.maybe(r.careTeamProbability).text(r.verdict.ruleVersion).text(r.verdict.gate);
    row.truth(r.verdict.renewable).text(r.messageId);
    row.number(r.asked).instant(r.askedLast).instant(r.answered).truth(hasNews);
}
} // namespace

Result<qint64> ImportRenewals::requests() const
{
    return m_connection.number(u"SELECT count(*) FROM staging_request WHERE import_id = ?"_s,
                               {m_import.value});
}

Result<qint64> ImportRenewals::stage(const std::function<bool()> &goOn)
{
    auto all = requests();
    if (!all)
        return all;
    qint64 staged = 0;
    for (qint64 from = 0; from < *all; from += pageSize) {
        if (!goOn())
            return failure(ErrorCode::Cancelled,
                           QCoreApplication::translate("Importer", "The import was cancelled."));
        auto page = stagePage(from, from + pageSize);
        if (!page)
            return page;
        staged += *page;
    }
    return staged;
}

QTimeZone ImportRenewals::zoneOf(const QString &name)
{
    const auto known = m_zones.constFind(name);
    return known != m_zones.cend() ? *known : *m_zones.insert(name, QTimeZone(name.toLatin1()));
}

Result<qint64> ImportRenewals::stagePage(qint64 from, qint64 to)
{
    struct Found
    {
        QString parent;
        Renewal renewal;
        bool hasNews;
    };
    const auto askings = askingsOfPage(m_connection, m_import, from, to);
    if (!askings)
        return failure(askings.error());
    QVector<Found> renewals;
    const auto read = m_connection.each(pageQuery(), {m_import.value, from, to}, [&](const store::Row &row) {
        RequestFacts facts = factsOf(row);
        facts.zone = zoneOf(row.text(18));
        if (const auto told = askings->constFind(row.number(19)); told != askings->cend())
            takeAskings(*told, facts);
        if (auto renewal = renewalOf(facts, m_now))
            renewals.append({facts.parentStation, std::move(*renewal), facts.hasNewMessage});
        return true;
    });
    if (!read)
        return failure(read.error());
    if (renewals.isEmpty())
        return 0;
    auto writer = store::BulkWriter::open(m_connection, u"staging_renewal"_s, columns());
    if (!writer)
        return failure(writer.error());
    StagingRow row;
    qint64 seq = from;
    for (const auto &[parent, renewal, hasNews] : std::as_const(renewals)) {
        fill(row, m_import, ++seq, parent, renewal, hasNews);
        if (const auto added = writer->addRow(row.cells()); !added)
            return failure(added.error());
    }
    if (const auto finished = writer->finish(); !finished)
        return failure(finished.error());
    return renewals.size();
}

} // namespace renewal::operations
