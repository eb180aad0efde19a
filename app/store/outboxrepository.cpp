// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxrepository.h"

#include "app/store/bulkwriter.h"
#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/keyset.h"

#include <QCoreApplication>

#include <limits>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
const QString &columns()
{
    static const QString names =
        u"id, version, renewal_id, parent_station, care_team, care_team_name, prescription_id, send_key, "
        "state, attempts, queued_at, due_at, attempted_at, settled_at, code, told, message_id, doubted_at, "
        "looks, resends"_s;
    return names;
}

OutboxEntry map(const Row &row)
{
    OutboxEntry entry;
    entry.id.value = row.number(0);
    entry.version = row.number(1);
    entry.renewal.value = row.number(2);
    entry.parentStation = row.text(3);
    entry.careTeam.value = row.number(4);
    entry.careTeamName = row.text(5);
    entry.prescriptionId = row.text(6);
    entry.sendKey = row.text(7);
    entry.state = outboxStateFromString(row.text(8)).value_or(OutboxState::DeadLetter);
    entry.attempts = row.integer(9);
    entry.queuedAt = row.instant(10);
    entry.dueAt = row.instant(11);
    entry.attemptedAt = row.instant(12);
    entry.settledAt = row.instant(13);
    entry.code = row.text(14);
    entry.told = row.text(15);
    entry.messageId = row.text(16);
    entry.doubtedAt = row.instant(17);
    entry.looks = row.integer(18);
    entry.resends = row.integer(19);
    return entry;
}

QString waiting()
{
    return u"state IN ('queued', 'sending', 'failed', 'unconfirmed')"_s;
}

QString condition(OutboxList list)
{
    const QString state = u"state = '%1'"_s.arg(toString(stateOf(list)));
    if (list == OutboxList::RoutedEarlier)
        return state + u" AND code = '%1'"_s.arg(routedEarlierCode());
    return list == OutboxList::DeadLetters ? state + u" AND code <> '%1'"_s.arg(routedEarlierCode()) : state;
}

void count(OutboxCounts &counts, OutboxState state, qint64 number)
{
    switch (state) {
    case OutboxState::Queued:
        counts.queued = number;
        break;
    case OutboxState::Sending:
        counts.sending = number;
        break;
    case OutboxState::Failed:
        counts.failed = number;
        break;
    case OutboxState::DeadLetter:
        counts.deadLetters = number;
        break;
    case OutboxState::Unconfirmed:
        counts.unconfirmed = number;
        break;
    case OutboxState::Sent:
    case OutboxState::Cancelled:
        break;
    }
}
} // namespace

Done OutboxRepository::add(const QVector<OutboxEntry> &entries)
{
    if (entries.isEmpty())
        return ok();
    auto rows = BulkWriter::open(m_connection, u"outbox"_s,
                                 {u"parent_station"_s, u"renewal_id"_s, u"care_team"_s, u"care_team_name"_s,
                                  u"prescription_id"_s, u"send_key"_s, u"queued_at"_s, u"due_at"_s});
    if (!rows)
        return failure(rows.error());
    const auto number = [](qint64 value) { return Cell(std::int64_t(value)); };
    for (const OutboxEntry &entry : entries) {
        const QByteArray texts[] = {entry.parentStation.toUtf8(), entry.careTeamName.toUtf8(),
                                    entry.prescriptionId.toUtf8(), entry.sendKey.toUtf8()};
        const auto cell = [&texts](std::size_t i) {
            return Cell(std::string_view(texts[i].constData(), static_cast<std::size_t>(texts[i].size())));
        };
        const Done added = rows->addRow(
            {cell(0), number(entry.renewal.value), number(entry.careTeam.value), cell(1), cell(2), cell(3),
             number(entry.queuedAt.toMSecsSinceEpoch()), number(entry.dueAt.toMSecsSinceEpoch())});
        if (!added)
            return added;
    }
    return rows->finish();
}

Result<bool> OutboxRepository::change(const OutboxEntry &entry)
{
    const auto changed = m_connection.run(
        u"UPDATE outbox SET state = ?, attempts = ?, due_at = ?, attempted_at = ?, settled_at = ?, code = ?, "
        "told = ?, message_id = ?, doubted_at = ?, looks = ?, resends = ?, version = version + 1 "
        "WHERE parent_station = ? AND id = ? AND version = ?"_s,
        {toString(entry.state), entry.attempts, bound(entry.dueAt), bound(entry.attemptedAt),
         bound(entry.settledAt), text(entry.code), text(entry.told), text(entry.messageId),
         bound(entry.doubtedAt), entry.looks, entry.resends, text(entry.parentStation), entry.id.value,
         entry.version});
    if (!changed)
        return failure(changed.error());
    return *changed == 1;
}

Result<OutboxEntry> OutboxRepository::find(OutboxId id)
{
    const auto found = m_connection.first<OutboxEntry>(u"SELECT %1 FROM outbox WHERE id = ?"_s.arg(columns()),
                                                       {id.value}, map);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("store", "There is no such message to be sent."));
    return **found;
}

Result<std::optional<OutboxEntry>> OutboxRepository::newestOf(const QString &parentStation, RenewalId renewal)
{
    return newest(parentStation, renewal, m_connection.dialect().lockRows());
}

Result<std::optional<OutboxEntry>> OutboxRepository::look(const QString &parentStation, RenewalId renewal)
{
    return newest(parentStation, renewal, {});
}

Result<std::optional<OutboxEntry>> OutboxRepository::newest(const QString &parentStation, RenewalId renewal,
                                                            const QString &lock)
{
    return m_connection.first<OutboxEntry>(
        u"SELECT %1 FROM outbox WHERE parent_station = ? AND renewal_id = ? ORDER BY id DESC LIMIT 1%2"_s.arg(
            columns(), lock),
        {text(parentStation), renewal.value}, map);
}

Result<QVector<OutboxEntry>> OutboxRepository::due(const QDateTime &now, std::chrono::milliseconds holding,
                                                   std::chrono::milliseconds horizon, int limit)
{
    const QString select = u"SELECT %1 FROM outbox WHERE %2 AND due_at %3 ORDER BY due_at, id LIMIT %4"_s.arg(
        columns(), waiting(), u"%1"_s, QString::number(limit));
    auto due = m_connection.rows<OutboxEntry>(select.arg(u"<= ? AND (state <> 'queued' OR due_at <= ?)"_s),
                                              {bound(now), bound(now.addMSecs(-holding.count()))}, map);
    if (!due || !due->isEmpty())
        return due;
    return m_connection.rows<OutboxEntry>(select.arg(u"> ?"_s), {bound(now.addMSecs(horizon.count()))}, map);
}

Result<QDateTime> OutboxRepository::nextDue(std::chrono::milliseconds holding)
{
    const auto next = m_connection.first<QDateTime>(
        u"SELECT min(CASE WHEN state = 'queued' THEN due_at + ? ELSE due_at END) FROM outbox WHERE %1"_s.arg(
            waiting()),
        {qint64(holding.count())}, [](const Row &row) { return row.instant(0); });
    if (!next)
        return failure(next.error());
    return next->value_or(QDateTime());
}

Result<Page<OutboxEntry>> OutboxRepository::page(OutboxList list, int limit, const QString &cursor)
{
    const QString name = u"outbox/"_s + toString(list);
    const auto rows = pageLimit(limit);
    if (!rows)
        return failure(rows.error());
    const bool isNewestFirst = list == OutboxList::DeadLetters || list == OutboxList::RoutedEarlier;
    Keyset after;
    if (isNewestFirst)
        after.id = std::numeric_limits<qint64>::max();
    if (!cursor.isEmpty()) {
        const auto read = Keyset::parse(cursor, name);
        if (!read)
            return failure(read.error());
        after = *read;
    }
    const auto total = m_connection.number(u"SELECT count(*) FROM outbox WHERE "_s + condition(list));
    if (!total)
        return failure(total.error());
    const QString order = isNewestFirst ? u"id < ? ORDER BY id DESC"_s : u"id > ? ORDER BY id"_s;
    auto items = m_connection.rows<OutboxEntry>(
        u"SELECT %1 FROM outbox WHERE %2 AND %3 LIMIT ?"_s.arg(columns(), condition(list), order),
        {after.id, *rows + 1}, map);
    if (!items)
        return failure(items.error());
    Page<OutboxEntry> page{*std::move(items), {}, *total};
    if (page.items.size() > *rows) {
        page.items.resize(*rows);
        const qint64 last = page.items.constLast().id.value;
        page.next = Keyset{last, last, 0}.cursor(name);
    }
    return page;
}

Result<QVector<OutboxEntry>> OutboxRepository::earlier(OutboxId before, int limit)
{
    const qint64 below = before.isValid() ? before.value : std::numeric_limits<qint64>::max();
    return m_connection.rows<OutboxEntry>(
        u"SELECT %1 FROM outbox WHERE %2 AND id < ? ORDER BY id DESC LIMIT ?"_s.arg(
            columns(), condition(OutboxList::RoutedEarlier)),
        {below, limit}, map);
}

Result<OutboxCounts> OutboxRepository::counts(const QDateTime &now)
{
    OutboxCounts counts;
    const Done read = m_connection.each(
        u"SELECT state, count(*) FROM outbox WHERE state NOT IN ('sent', 'cancelled') GROUP BY state"_s, {},
        [&](const Row &row) {
            if (const auto state = outboxStateFromString(row.text(0)))
                count(counts, *state, row.number(1));
            return true;
        });
    if (!read)
        return failure(read.error());
    const auto earlier =
        m_connection.number(u"SELECT count(*) FROM outbox WHERE "_s + condition(OutboxList::RoutedEarlier));
    if (!earlier)
        return failure(earlier.error());
    counts.routedEarlier = *earlier;
    counts.deadLetters -= *earlier;
    const auto sent = m_connection.number(
        u"SELECT count(*) FROM outbox WHERE state = 'sent' AND settled_at > ?"_s, {bound(now.addDays(-1))});
    if (!sent)
        return failure(sent.error());
    counts.sentLastDay = *sent;
    return counts;
}

Result<std::optional<QDateTime>> OutboxRepository::databaseTime()
{
    const QString clock = m_connection.dialect().clockQuery();
    if (clock.isEmpty())
        return std::optional<QDateTime>();
    return m_connection.first<QDateTime>(clock, {}, [](const Row &row) { return row.instant(0); });
}

} // namespace renewal::store
