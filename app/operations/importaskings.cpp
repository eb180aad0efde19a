// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importaskings.h"

#include "app/store/connection.h"

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
/// The pending renewal of each request of a page.
QString ofPage()
{
    return u"LEFT JOIN renewal r ON r.parent_station = q.parent_station AND r.ehr = q.ehr "
           "AND r.patient_key = q.patient_key AND r.prescription_id = q.prescription_id "
           "AND r.state NOT IN ('routed', 'closed') WHERE q.import_id = ? AND q.seq > ? AND q.seq <= ? "_s;
}

void takeMessage(const store::Row &row, RequestFacts &facts)
{
    const bool isReply = row.truth(1);
    const bool isNew = row.isNull(3);
    facts.hasNewMessage = facts.hasNewMessage || isNew;
    if (!isReply)
        return;
    facts.isAnswered = true;
    facts.hasNewAnswer = facts.hasNewAnswer || isNew;
    const QDateTime at = row.instant(2);
    if (at.isValid() && (!facts.answered.isValid() || at > facts.answered))
        facts.answered = at;
}
} // namespace

void countAskings(const QVector<Asking> &askings, RequestFacts &facts)
{
    const auto isOnePress = [&](const Asking &record) {
        return std::ranges::any_of(askings, [&](const Asking &other) {
            return other.isMessage && other.at.isValid() &&
                   std::abs(other.at.secsTo(record.at)) <= onePressSeconds;
        });
    };
    for (const Asking &asking : askings) {
        if (asking.isMessage || (asking.at.isValid() && !isOnePress(asking)))
            ++facts.asked;
        if (!asking.at.isValid())
            continue;
        if (!facts.firstAsked.isValid() || asking.at < facts.firstAsked)
            facts.firstAsked = asking.at;
        if (!facts.lastAsked.isValid() || asking.at > facts.lastAsked)
            facts.lastAsked = asking.at;
    }
}

Result<QHash<qint64, RequestFacts>> askingsOfPage(store::Connection &connection, ImportId import, qint64 from,
                                                  qint64 to)
{
    QHash<qint64, RequestFacts> found;
    QHash<qint64, QVector<Asking>> askings;
    const QVariantList page{import.value, from, to};
    const auto asked = connection.each(
        u"SELECT q.seq, CASE a.way WHEN 'message' THEN 1 ELSE 0 END, NULLIF(a.asked_at, 0) "
        "FROM staging_request q JOIN renewal_asking a ON a.parent_station = q.parent_station "
        "AND a.patient_key = q.patient_key AND a.prescription_id = q.prescription_id AND a.ehr = q.ehr "_s +
            ofPage() + u"AND (a.renewal_id IS NULL OR a.renewal_id = r.id)"_s,
        page, [&](const store::Row &row) {
            askings[row.number(0)].append({row.truth(1), row.instant(2)});
            return true;
        });
    if (!asked)
        return failure(asked.error());
    for (auto it = askings.cbegin(); it != askings.cend(); ++it)
        countAskings(it.value(), found[it.key()]);
    const auto written = connection.each(
        u"SELECT q.seq, m.is_reply, m.sent_at, m.renewal_id "
        "FROM staging_request q JOIN renewal_message m ON m.parent_station = q.parent_station "
        "AND m.patient_key = q.patient_key AND m.prescription_id = q.prescription_id AND m.ehr = q.ehr "_s +
            ofPage() +
            u"AND (m.is_reply = 0 OR m.answers = 1) AND (m.renewal_id IS NULL OR m.renewal_id = r.id)"_s,
        page, [&](const store::Row &row) {
            takeMessage(row, found[row.number(0)]);
            return true;
        });
    if (!written)
        return failure(written.error());
    return found;
}

void takeAskings(const RequestFacts &told, RequestFacts &facts)
{
    facts.asked = told.asked;
    facts.firstAsked = told.firstAsked;
    facts.lastAsked = told.lastAsked;
    facts.hasNewMessage = told.hasNewMessage;
    facts.isAnswered = told.isAnswered;
    facts.hasNewAnswer = told.hasNewAnswer;
    facts.answered = told.answered;
}

} // namespace renewal::operations
