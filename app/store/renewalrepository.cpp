// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/renewalrepository.h"

#include "app/store/connection.h"
#include "app/store/renewalrows.h"
#include "app/store/viewpages.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace renewal::store {

using namespace Qt::StringLiterals;

Result<Renewal> RenewalRepository::find(RenewalId id)
{
    const auto found = m_connection.first<Renewal>(
        u"SELECT %1 FROM renewal WHERE id = ?"_s.arg(renewalrows::columns()), {id.value}, renewalrows::map);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(
            ErrorCode::NotFound,
            QCoreApplication::translate("store", "There is no renewal %1. Refresh the list.").arg(id.value));
    QVector<Renewal> renewal{**found};
    if (const Done counted = viewpages::countPatients(m_connection, renewal); !counted)
        return failure(counted.error());
    return renewal.constFirst();
}

Result<Renewal> RenewalRepository::insert(const Renewal &renewal)
{
    const QVariantList values = renewalrows::values(renewal);
    const QString marks = QStringList(values.size(), u"?"_s).join(u',');
    const auto added = m_connection.first<qint64>(
        u"INSERT INTO renewal (%1) VALUES (%2) RETURNING id"_s.arg(renewalrows::insertColumns(), marks),
        values, [](const Row &row) { return row.number(0); });
    if (!added)
        return failure(added.error());
    return find(RenewalId{**added}); // with what the triggers made of it
}

Result<qint64> RenewalRepository::total()
{
    return m_connection.number(u"SELECT sum(number) FROM renewal_count"_s);
}

Done RenewalRepository::insertMessage(RenewalId renewal, const RenewalMessage &message)
{
    const auto added = m_connection.run(
        u"INSERT INTO renewal_message (parent_station, ehr, renewal_id, message_id, patient_key, "
        "prescription_id, station, recipient_id, recipient_name, sender_name, category, subject, body, "
        "sent_at, "
        "is_reply) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {message.station.parent(), toString(message.ehr), boundId(renewal), text(message.messageId),
         text(message.patientKey), text(message.prescriptionId), message.station.text(),
         boundId(message.recipientId), text(message.recipientName), text(message.senderName),
         text(message.category), text(message.subject), text(message.body), bound(message.sentDate),
         message.isReply ? 1 : 0});
    if (!added)
        return failure(added.error());
    return ok();
}

Result<std::optional<RenewalMessage>> RenewalRepository::message(RenewalId id)
{
    return m_connection.first<RenewalMessage>(
        u"SELECT m.message_id, m.patient_key, m.prescription_id, m.station, m.ehr, m.recipient_id, "
        "m.recipient_name, m.sender_name, m.category, m.subject, m.body, m.sent_at, m.is_reply "
        "FROM renewal r JOIN renewal_message m ON m.parent_station = r.parent_station AND m.renewal_id = "
        "r.id "
        "WHERE r.id = ? ORDER BY m.is_reply, m.sent_at DESC, m.id DESC LIMIT 1"_s,
        {id.value}, [](const Row &row) {
            RenewalMessage message;
            message.messageId = row.text(0);
            message.patientKey = row.text(1);
            message.prescriptionId = row.text(2);
            message.station = StationNumber(row.text(3));
            message.ehr = ehrSystemFromString(row.text(4)).value_or(EhrSystem::VistA);
            message.recipientId.value = row.number(5);
            message.recipientName = row.text(6);
            message.senderName = row.text(7);
            message.category = row.text(8);
            message.subject = row.text(9);
            message.body = row.text(10);
            message.sentDate = row.instant(11);
            message.isReply = row.truth(12);
            return message;
        });
}

Result<QVector<ThreadEntry>> RenewalRepository::thread(RenewalId id)
{
    auto entries = m_connection.rows<ThreadEntry>(
        u"SELECT m.sent_at, m.is_reply, m.answers, m.body FROM renewal r JOIN renewal_message m "
        "ON m.parent_station = r.parent_station AND m.renewal_id = r.id "
        "WHERE r.id = ? ORDER BY m.sent_at DESC, m.id DESC LIMIT 200"_s,
        {id.value}, [](const Row &row) {
            const ThreadPart part = !row.truth(1)         ? ThreadPart::Asked
                                    : row.integer(2) == 1 ? ThreadPart::Answered
                                                          : ThreadPart::Replied;
            return ThreadEntry{row.instant(0), part, row.text(3)};
        });
    if (!entries)
        return entries;
    const auto records =
        m_connection.rows<ThreadEntry>(u"SELECT NULLIF(a.asked_at, 0) FROM renewal r JOIN renewal_asking a "
                                       "ON a.parent_station = r.parent_station AND a.renewal_id = r.id "
                                       "WHERE r.id = ? AND a.way = 'prescription'"_s,
                                       {id.value}, [](const Row &row) {
                                           return ThreadEntry{row.instant(0), ThreadPart::AskedByRecord, {}};
                                       });
    if (!records)
        return records;
    *entries += *records;
    std::ranges::stable_sort(*entries, std::ranges::greater(), &ThreadEntry::at);
    return entries;
}

} // namespace renewal::store
