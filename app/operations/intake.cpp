// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/intake.h"

#include "app/operations/intaketaking.h"
#include "app/store/connection.h"
#include "app/store/intakerepository.h"
#include "app/store/transaction.h"
#include "models/exchange/intakepage.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

Done checkIntake(const IntakeOptions &options)
{
    if (!options.isConnected())
        return ok();
    if (upstream::checkEndpoint({options.url, options.token}))
        return ok();
    return failure(ErrorCode::InvalidInput,
                   QCoreApplication::translate("Intake",
                                               "The source of new requests needs an https address, or one "
                                               "on this computer itself, and a token."));
}

Intake::Intake(const IntakeOptions &options, const Clock &clock)
    : m_options(options)
    , m_clock(clock)
    , m_client({options.url, options.token},
               {.timeout = options.timeout, .grace = Time(0), .maxAnswerBytes = options.maxAnswerBytes})
    , m_random(options.seed)
    , m_lists{{.source = IntakeSource::Prescriptions}, {.source = IntakeSource::Messages}}
{
}

Result<std::chrono::milliseconds> Intake::step(store::Connection &connection)
{
    List *due = std::ranges::min_element(m_lists, {}, &List::nextLook);
    if (const Time now = m_clock.steady(); due->nextLook > now)
        return due->nextLook - now;
    if (const Done done = look(connection, *due); !done) {
        due->nextLook = m_clock.steady() + m_options.shortestPause;
        return failure(done.error());
    }
    return Time(0);
}

QDateTime Intake::beginning(List &list, const IntakeCursor &cursor)
{
    const QDateTime now = m_clock.now();
    const bool isDeep = m_clock.steady() >= list.nextDeep;
    if (isDeep)
        list.nextDeep = m_clock.steady() + m_options.deepEvery;
    if (!cursor.newest.isValid())
        return now.addMSecs(-m_options.firstLook.count());
    return cursor.newest.addMSecs(-(isDeep ? m_options.deepOverlap : m_options.overlap).count());
}

Done Intake::look(store::Connection &connection, List &list)
{
    store::IntakeRepository repository(connection);
    auto cursor = repository.cursor(list.source);
    if (!cursor)
        return failure(cursor.error());
    const QString before = cursor->next;
    if (!cursor->since.isValid())
        cursor->since = beginning(list, *cursor);
    const upstream::IntakeAnswer answer =
        m_client.page({list.source, cursor->since, cursor->next, m_options.pageSize});
    if (answer.code == "cursor_gone"_L1) {
        if (const Done again = repository.lookedThrough(list.source, m_clock.now()); !again)
            return again;
    }
    if (!answer.code.isEmpty())
        return putOff(connection, list, answer.code, answer.retryAfter);
    const auto page = exchange::readIntakePage(answer.body, list.source);
    if (!page)
        return putOff(connection, list, u"unreadable"_s, 0);
    if (!page->next.isEmpty() && page->next == before)
        return putOff(connection, list, u"stuck"_s, 0);
    const auto taken = take(connection, *cursor, *page);
    if (!taken)
        return putOff(connection, list, u"not_stored"_s, 0);
    list.failures = 0;
    const bool isThrough = *taken && page->next.isEmpty();
    list.nextLook = m_clock.steady() + (isThrough ? jittered(m_options.interval) : Time(0));
    return ok();
}

/// What a page brings and the place where reading goes on, or neither. False when another intake was faster.
Result<bool> Intake::take(store::Connection &connection, IntakeCursor &cursor,
                          const exchange::IntakePage &page)
{
    const QDateTime now = m_clock.now();
    auto transaction = store::Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    for (const exchange::IntakeRecord &record : page.records) {
        // A record from the future would hide all that comes before it.
        const QDateTime at = record.at.isValid() ? std::min(record.at, now) : QDateTime();
        if (at.isValid() && (!cursor.newest.isValid() || at > cursor.newest))
            cursor.newest = at;
    }
    cursor.next = page.next;
    const auto counts = takeRecords(connection, cursor.source, page, now);
    if (!counts)
        return failure(counts.error());
    store::IntakeRepository repository(connection);
    const auto moved = repository.advance(cursor, counts->taken, counts->setAside);
    if (!moved)
        return failure(moved.error());
    if (!*moved)
        return false;
    if (page.next.isEmpty()) {
        if (const Done through = repository.lookedThrough(cursor.source, now); !through)
            return failure(through.error());
    }
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return true;
}

/// After a failure: ever longer, and no sooner than the other side asked for.
Done Intake::putOff(store::Connection &connection, List &list, const QString &code, int retryAfter)
{
    const int doublings = std::min(list.failures++, 20);
    const Time pause = std::min<Time>(m_options.longestPause, m_options.shortestPause * (1LL << doublings));
    list.nextLook = m_clock.steady() + std::max<Time>(jittered(pause), std::chrono::seconds(retryAfter));
    return store::IntakeRepository(connection).failed(list.source, code, m_clock.now());
}

Intake::Time Intake::jittered(Time time)
{
    return Time(qint64(double(time.count()) * (0.9 + 0.2 * m_random.generateDouble())));
}

} // namespace renewal::operations
