// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/intakerepository.h"

#include "app/store/connection.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

Result<IntakeCursor> IntakeRepository::cursor(IntakeSource source)
{
    const auto made = m_connection.run(
        u"INSERT INTO intake_source (name) VALUES (?) ON CONFLICT (name) DO NOTHING"_s, {toString(source)});
    if (!made)
        return failure(made.error());
    const auto found = m_connection.first<IntakeCursor>(
        u"SELECT since, next, newest, version FROM intake_source WHERE name = ?"_s, {toString(source)},
        [&](const Row &row) {
            return IntakeCursor{source, row.instant(0), row.text(1), row.instant(2), row.number(3)};
        });
    if (!found)
        return failure(found.error());
    return found->value_or(IntakeCursor{source, {}, {}, {}, 0});
}

Result<bool> IntakeRepository::advance(const IntakeCursor &cursor, qint64 taken, qint64 setAside)
{
    // The first page of a look counts anew.
    const auto moved = m_connection.run(
        u"UPDATE intake_source SET taken = CASE WHEN since IS NULL THEN 0 ELSE taken END + ?, since = ?, "
        u"next = ?, "
        "newest = ?, version = version + 1, taken_in_all = taken_in_all + ?, "
        "set_aside_in_all = set_aside_in_all + ?, problem = '', problem_at = NULL WHERE name = ? AND version = ?"_s,
        {taken, bound(cursor.since), text(cursor.next), bound(cursor.newest), taken, setAside,
         toString(cursor.source), cursor.version});
    if (!moved)
        return failure(moved.error());
    return *moved > 0;
}

Done IntakeRepository::lookedThrough(IntakeSource source, const QDateTime &now)
{
    const auto told = m_connection.run(
        u"UPDATE intake_source SET since = NULL, next = '', looked_at = ?, version = version + 1 WHERE name = ?"_s,
        {bound(now), toString(source)});
    return told ? ok() : Done(failure(told.error()));
}

Done IntakeRepository::failed(IntakeSource source, const QString &code, const QDateTime &now)
{
    const auto told =
        m_connection.run(u"UPDATE intake_source SET problem = ?, problem_at = ? WHERE name = ?"_s,
                         {code, bound(now), toString(source)});
    return told ? ok() : Done(failure(told.error()));
}

Result<bool> IntakeRepository::note(IntakeSource source, const QByteArray &hash, const QDateTime &now)
{
    const auto noted = m_connection.run(
        u"INSERT INTO intake_seen (source, sha256, at) VALUES (?, ?, ?) ON CONFLICT (source, sha256) DO NOTHING"_s,
        {toString(source), QString::fromLatin1(hash), bound(now)});
    if (!noted)
        return failure(noted.error());
    return *noted > 0;
}

Done IntakeRepository::markImport(ImportId id)
{
    const auto marked = m_connection.run(u"UPDATE import SET by_intake = 1 WHERE id = ?"_s, {id.value});
    return marked ? ok() : Done(failure(marked.error()));
}

Done IntakeRepository::prune(const QDateTime &notedBefore, const QDateTime &importedBefore)
{
    const auto seen = m_connection.run(u"DELETE FROM intake_seen WHERE at < ?"_s, {bound(notedBefore)});
    if (!seen)
        return failure(seen.error());
    const auto imports = m_connection.run(u"DELETE FROM import WHERE by_intake = 1 AND finished_at < ?"_s,
                                          {bound(importedBefore)});
    return imports ? ok() : Done(failure(imports.error()));
}

Result<QVector<IntakeSourceStatus>> IntakeRepository::sources()
{
    return m_connection.rows<IntakeSourceStatus>(
        u"SELECT name, looked_at, taken, taken_in_all, set_aside_in_all, problem, problem_at FROM "
        u"intake_source "
        "ORDER BY name"_s,
        {}, [](const Row &row) {
            return IntakeSourceStatus{intakeSourceFromString(row.text(0)).value_or(IntakeSource::Messages),
                                      row.instant(1),
                                      row.number(2),
                                      row.number(3),
                                      row.number(4),
                                      row.text(5),
                                      row.instant(6)};
        });
}

Result<qint64> IntakeRepository::unplaced()
{
    return m_connection.number(
        u"SELECT count(*) FROM renewal_message WHERE is_reply = 1 AND renewal_id IS NULL "
        "AND answers > 0 AND prescription_id = ''"_s);
}

Result<QVector<SetAside>> IntakeRepository::setAside(int limit)
{
    return m_connection.rows<SetAside>(
        u"SELECT s.file, s.place, s.reason FROM import i JOIN import_set_aside s ON s.import_id = i.id "
        "WHERE i.by_intake = 1 ORDER BY i.id DESC, s.seq LIMIT ?"_s,
        {limit}, [](const Row &row) {
            return SetAside{row.text(0), row.text(1), row.text(2)};
        });
}

} // namespace renewal::store
