// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/changerepository.h"

#include "app/store/connection.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostSubjects = 200;
}

Done ChangeRepository::add(const QString &kind, const QString &subject)
{
    return add(kind, QStringList{subject});
}

Done ChangeRepository::add(const QString &kind, const QStringList &subjects)
{
    const QStringList told = subjects.size() > mostSubjects ? QStringList{u"*"_s} : subjects;
    if (told.isEmpty())
        return ok();
    // Taking the numbers locks the head row until commit: numbers become visible in their order.
    const auto last = m_connection.first<qint64>(
        u"UPDATE change_head SET sequence = sequence + ? WHERE id = 1 RETURNING sequence"_s, {told.size()},
        [](const Row &row) { return row.number(0); });
    if (!last)
        return failure(last.error());
    qint64 sequence = last->value_or(0) - told.size();
    for (const QString &subject : told) {
        const auto added =
            m_connection.run(u"INSERT INTO change_log (sequence, kind, subject) VALUES (?, ?, ?)"_s,
                             {++sequence, kind, subject});
        if (!added)
            return failure(added.error());
    }
    return ok();
}

Result<ChangeList> ChangeRepository::after(qint64 since, int limit)
{
    auto changes = m_connection.rows<Change>(
        u"SELECT sequence, kind, subject FROM change_log WHERE sequence > ? ORDER BY sequence LIMIT ?"_s,
        {since, limit}, [](const Row &row) {
            return Change{row.number(0), row.text(1), row.text(2)};
        });
    if (!changes)
        return failure(changes.error());
    const bool hasGap = !changes->isEmpty() && changes->constFirst().sequence > since + 1;
    if (hasGap)
        changes->prepend({changes->constFirst().sequence - 1, u"*"_s, u"*"_s});
    ChangeList list;
    list.next = changes->isEmpty() ? since : changes->constLast().sequence;
    list.changes = std::move(*changes);
    return list;
}

Result<qint64> ChangeRepository::newest()
{
    return m_connection.number(u"SELECT sequence FROM change_head WHERE id = 1"_s);
}

Done ChangeRepository::prune(qint64 keep)
{
    const auto pruned = m_connection.run(
        u"DELETE FROM change_log WHERE sequence <= (SELECT sequence FROM change_head WHERE id = 1) - ?"_s,
        {keep});
    if (!pruned)
        return failure(pruned.error());
    return ok();
}

} // namespace renewal::store
