// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditrepository.h"

#include "app/store/auditfilter.h"
#include "app/store/auditnames.h"
#include "app/store/connection.h"
#include "app/store/keyset.h"
#include "app/store/transaction.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QString columns()
{
    return u"sequence, at, actor, action, subject, before_state, after_state, note, previous_hash, hash"_s;
}

AuditEvent map(const Row &row)
{
    AuditEvent event;
    event.sequence = row.number(0);
    event.at = row.instant(1);
    event.actor = row.text(2);
    event.action = row.text(3);
    event.subject = row.text(4);
    event.before = row.text(5);
    event.after = row.text(6);
    event.note = row.text(7);
    event.previousHash = QByteArray::fromHex(row.text(8).toLatin1());
    event.hash = QByteArray::fromHex(row.text(9).toLatin1());
    return event;
}

QString hex(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toHex());
}

struct Head
{
    qint64 sequence = 0;
    QByteArray hash;
};

Head mapHead(const Row &row)
{
    return {row.number(0), QByteArray::fromHex(row.text(1).toLatin1())};
}

Error broken(qint64 sequence, const char *how)
{
    return {ErrorCode::Integrity, QCoreApplication::translate("store", how).arg(sequence),
            u"audit entry %1"_s.arg(sequence)};
}

/// What is wrong with an entry, given the one that came before it; nullptr when nothing is.
const char *faultOf(const AuditEvent &event, const Head &previous)
{
    if (event.sequence != previous.sequence + 1)
        return QT_TRANSLATE_NOOP("store",
                                 "Entry %1 of the record was removed. Compare the database with a backup.");
    if (event.previousHash != previous.hash)
        return QT_TRANSLATE_NOOP("store",
                                 "Entry %1 of the record was moved or replaced: it does not follow the "
                                 "one before it. Compare the database with a backup.");
    if (event.hash != auditHash(event))
        return QT_TRANSLATE_NOOP("store",
                                 "Entry %1 of the record was changed. Compare the database with a backup.");
    return nullptr;
}
} // namespace

Result<AuditEvent> AuditRepository::append(AuditEvent event)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    // Counting up locks the head row until commit, so the hash read with it is the newest.
    const auto head = m_connection.first<Head>(
        u"UPDATE audit_head SET sequence = sequence + 1 WHERE id = 1 RETURNING sequence, hash"_s, {},
        mapHead);
    if (!head)
        return failure(head.error());
    if (!*head)
        return failure(broken(
            1, QT_TRANSLATE_NOOP(
                   "store",
                   "The record has lost its end before entry %1. Compare the database with a backup.")));
    event.sequence = (*head)->sequence;
    event.at = QDateTime::fromMSecsSinceEpoch(event.at.toMSecsSinceEpoch(), Qt::UTC);
    event.previousHash = (*head)->hash;
    event.hash = auditHash(event);
    const auto added = m_connection.run(
        u"INSERT INTO audit (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns()),
        {event.sequence, bound(event.at), text(event.actor), text(event.action), text(event.subject),
         text(event.before), text(event.after), text(event.note), hex(event.previousHash), hex(event.hash)});
    if (!added)
        return failure(added.error());
    const auto moved = m_connection.run(u"UPDATE audit_head SET hash = ? WHERE id = 1"_s, {hex(event.hash)});
    if (!moved)
        return failure(moved.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return event;
}

Result<Page<AuditEvent>> AuditRepository::page(const AuditQuery &query, AuditView view)
{
    const auto size = pageLimit(query.limit);
    if (!size)
        return failure(size.error());
    AuditFilter filter(query, view);
    Page<AuditEvent> page;
    const auto total =
        filter.isEmpty()
            ? m_connection.number(u"SELECT sequence FROM audit_head WHERE id = 1"_s)
            : m_connection.number(u"SELECT count(*) FROM audit"_s + filter.where(), filter.values());
    if (!total)
        return failure(total.error());
    page.total = *total;
    if (!query.cursor.isEmpty()) {
        const auto after = Keyset::parse(query.cursor, filter.list());
        if (!after)
            return failure(after.error());
        filter.add(u"sequence < ?"_s, {after->key});
    }
    auto rows = m_connection.rows<AuditEvent>(u"SELECT %1 FROM audit%2 ORDER BY sequence DESC LIMIT %3"_s.arg(
                                                  columns(), filter.where(), QString::number(*size + 1)),
                                              filter.values(), map);
    if (!rows)
        return failure(rows.error());
    page.items = std::move(*rows);
    if (page.items.size() > *size) {
        page.items.removeLast();
        page.next = Keyset{page.items.constLast().sequence, 0}.cursor(filter.list());
    }
    if (view == AuditView::WithoutTexts) {
        for (AuditEvent &event : page.items)
            event.before = event.after = event.note = QString();
    } else if (const Done named = AuditNames(m_connection).fill(page.items); !named) {
        return failure(named.error());
    }
    return page;
}

Result<QVector<AuditEvent>> AuditRepository::about(const QString &subject, int limit)
{
    return m_connection.rows<AuditEvent>(
        u"SELECT %1 FROM audit WHERE subject = ? ORDER BY sequence DESC LIMIT ?"_s.arg(columns()),
        {subject, limit}, map);
}

Result<qint64> AuditRepository::verifyChain(const std::function<bool(qint64, qint64)> &progress)
{
    constexpr qint64 progressStep = 4096;
    auto transaction = Transaction::begin(m_connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    const auto head =
        m_connection.first<Head>(u"SELECT sequence, hash FROM audit_head WHERE id = 1"_s, {}, mapHead);
    if (!head)
        return failure(head.error());
    const Head end = head->value_or(Head{});
    Head previous{0, QByteArray(32, '\0')};
    const char *fault = nullptr;
    bool isStopped = false;
    const Done read = m_connection.each(u"SELECT %1 FROM audit ORDER BY sequence"_s.arg(columns()), {},
                                        [&](const Row &row) {
                                            const AuditEvent event = map(row);
                                            fault = faultOf(event, previous);
                                            if (fault)
                                                return false;
                                            previous = {event.sequence, event.hash};
                                            isStopped = progress && event.sequence % progressStep == 0 &&
                                                        !progress(event.sequence, end.sequence);
                                            return !isStopped;
                                        });
    if (!read)
        return failure(read.error());
    if (fault)
        return failure(broken(previous.sequence + 1, fault));
    if (isStopped)
        return failure(ErrorCode::Cancelled,
                       QCoreApplication::translate("store", "The check of the audit record was stopped."));
    if (previous.sequence != end.sequence || previous.hash != end.hash)
        return failure(
            broken(previous.sequence + 1,
                   QT_TRANSLATE_NOOP("store", "Entry %1 of the record and all after it were removed. "
                                              "Compare the database with a backup.")));
    if (progress)
        (void)progress(end.sequence, end.sequence);
    return end.sequence;
}

} // namespace renewal::store
