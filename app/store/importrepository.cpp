// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/importrepository.h"

#include "app/store/connection.h"
#include "app/store/jsonparts.h"
#include "app/store/keyset.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QString columns()
{
    return u"id, name, extract, state, started_at, finished_at, counts, error_text"_s;
}

Import map(const Row &row)
{
    Import import;
    import.id.value = row.number(0);
    import.name = row.text(1);
    import.extract = row.text(2);
    import.state = row.text(3);
    import.startedAt = row.instant(4);
    import.finishedAt = row.instant(5);
    import.counts = QJsonDocument::fromJson(row.text(6).toUtf8()).object();
    import.errorText = row.text(7);
    return import;
}

QString counts(const Import &import)
{
    return QString::fromUtf8(QJsonDocument(import.counts).toJson(QJsonDocument::Compact));
}

Done readFiles(Connection &connection, Import &import)
{
    auto files = connection.rows<ImportFile>(
        u"SELECT number, file_name, sha256, kind, state, position, byte_count, taken, set_aside FROM "
        u"import_file "
        "WHERE import_id = ? ORDER BY number"_s,
        {import.id.value}, [](const Row &row) {
            return ImportFile{row.integer(0), row.text(1),   row.text(2),   row.text(3),  row.text(4),
                              row.number(5),  row.number(6), row.number(7), row.number(8)};
        });
    if (!files)
        return failure(files.error());
    import.files = std::move(*files);
    return ok();
}
} // namespace

Result<ImportId> ImportRepository::insert(const Import &import)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto id = m_connection.first<qint64>(
        u"INSERT INTO import (name, extract, state, started_at, finished_at, counts, error_text) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id"_s,
        {text(import.name), text(import.extract), import.state, bound(import.startedAt),
         bound(import.finishedAt), counts(import), text(import.errorText)},
        [](const Row &row) { return row.number(0); });
    if (!id)
        return failure(id.error());
    const ImportId stored{id->value_or(0)};
    for (const ImportFile &file : import.files) {
        const auto added = m_connection.run(u"INSERT INTO import_file (import_id, number, file_name, sha256, "
                                            u"kind, state, position, byte_count, "
                                            "taken, set_aside) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                            {stored.value, file.number, text(file.fileName),
                                             text(file.sha256), text(file.kind), file.state, file.position,
                                             file.byteCount, file.taken, file.setAside});
        if (!added)
            return failure(added.error());
    }
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return stored;
}

Result<Import> ImportRepository::find(ImportId id)
{
    auto found =
        m_connection.first<Import>(u"SELECT %1 FROM import WHERE id = ?"_s.arg(columns()), {id.value}, map);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("store", "There is no import %1.").arg(id.value));
    if (const Done read = readFiles(m_connection, **found); !read)
        return failure(read.error());
    return std::move(**found);
}

Result<Page<Import>> ImportRepository::page(const QString &cursor, int limit)
{
    const auto size = pageLimit(limit);
    if (!size)
        return failure(size.error());
    const auto total = m_connection.number(u"SELECT count(*) FROM import WHERE by_intake = 0"_s);
    if (!total)
        return failure(total.error());
    QVariantList values;
    QString where = u"WHERE by_intake = 0"_s;
    if (!cursor.isEmpty()) {
        const auto after = Keyset::parse(cursor, u"imports");
        if (!after)
            return failure(after.error());
        where += u" AND id < ?"_s;
        values.append(after->key);
    }
    auto rows = m_connection.rows<Import>(u"SELECT %1 FROM import %2 ORDER BY id DESC LIMIT %3"_s.arg(
                                              columns(), where, QString::number(*size + 1)),
                                          values, map);
    if (!rows)
        return failure(rows.error());
    Page<Import> page{std::move(*rows), {}, *total};
    if (page.items.size() > *size) {
        page.items.removeLast();
        page.next = Keyset{page.items.constLast().id.value, 0}.cursor(u"imports");
    }
    for (Import &import : page.items) {
        if (const Done read = readFiles(m_connection, import); !read)
            return failure(read.error());
    }
    return page;
}

Result<std::optional<Import>> ImportRepository::resumable(const QString &extract, const QStringList &sha256)
{
    QStringList wanted = sha256;
    wanted.sort();
    const auto open = m_connection.rows<Import>(
        u"SELECT %1 FROM import WHERE state = 'staging' AND extract = ? ORDER BY id DESC"_s.arg(columns()),
        {text(extract)}, map);
    if (!open)
        return failure(open.error());
    for (Import import : *open) {
        if (const Done read = readFiles(m_connection, import); !read)
            return failure(read.error());
        QStringList contents;
        for (const ImportFile &file : std::as_const(import.files))
            contents.append(file.sha256);
        contents.sort();
        if (contents == wanted)
            return std::optional(import);
    }
    return std::optional<Import>();
}

Result<bool> ImportRepository::isApplied(const QString &extract, const QString &sha256)
{
    const auto number = m_connection.number(
        u"SELECT count(*) FROM import_file f JOIN import i ON i.id = f.import_id WHERE f.sha256 = ? "
        "AND i.extract = ? AND i.state = 'applied'"_s,
        {sha256, text(extract)});
    if (!number)
        return failure(number.error());
    return *number > 0;
}

Done ImportRepository::update(const Import &import)
{
    const auto updated = m_connection.run(
        u"UPDATE import SET name = ?, state = ?, started_at = ?, finished_at = ?, counts = ?, error_text = ? "
        "WHERE id = ?"_s,
        {text(import.name), import.state, bound(import.startedAt), bound(import.finishedAt), counts(import),
         text(import.errorText), import.id.value});
    if (!updated)
        return failure(updated.error());
    return ok();
}

Done ImportRepository::updateFile(ImportId id, const ImportFile &file)
{
    const auto updated = m_connection.run(
        u"UPDATE import_file SET kind = ?, state = ?, position = ?, byte_count = ?, taken = ?, set_aside = ? "
        "WHERE import_id = ? AND number = ?"_s,
        {text(file.kind), file.state, file.position, file.byteCount, file.taken, file.setAside, id.value,
         file.number});
    if (!updated)
        return failure(updated.error());
    return ok();
}

Done ImportRepository::addSetAside(ImportId id, qint64 firstSeq, const QVector<SetAside> &items)
{
    qint64 seq = firstSeq;
    for (const SetAside &item : items) {
        const auto added = m_connection.run(
            u"INSERT INTO import_set_aside (import_id, seq, file, place, reason) VALUES (?, ?, ?, ?, ?)"_s,
            {id.value, seq++, text(item.file), text(item.place), text(item.reason)});
        if (!added)
            return failure(added.error());
    }
    return ok();
}

Result<QVector<SetAside>> ImportRepository::setAside(ImportId id, int limit)
{
    return m_connection.rows<SetAside>(
        u"SELECT file, place, reason FROM import_set_aside WHERE import_id = ? ORDER BY seq LIMIT ?"_s,
        {id.value, limit}, [](const Row &row) {
            return SetAside{row.text(0), row.text(1), row.text(2)};
        });
}

Result<Page<SetAside>> ImportRepository::setAsidePage(ImportId id, const QString &cursor, int limit)
{
    const auto size = pageLimit(limit);
    if (!size)
        return failure(size.error());
    const QString list = u"set-aside/%1"_s.arg(id.value);
    const auto after = cursor.isEmpty() ? Result<Keyset>(Keyset{-1, 0}) : Keyset::parse(cursor, list);
    if (!after)
        return failure(after.error());
    const auto total = setAsideCount(id);
    if (!total)
        return failure(total.error());
    Page<SetAside> page;
    page.total = *total;
    qint64 last = after->key;
    const Done read = m_connection.each(
        u"SELECT seq, file, place, reason FROM import_set_aside WHERE import_id = ? AND seq > ? "
        "ORDER BY seq LIMIT ?"_s,
        {id.value, after->key, *size + 1}, [&](const Row &row) {
            if (page.items.size() == *size) {
                page.next = Keyset{last, 0}.cursor(list);
                return false;
            }
            last = row.number(0);
            page.items.append({row.text(1), row.text(2), row.text(3)});
            return true;
        });
    if (!read)
        return failure(read.error());
    return page;
}

Result<qint64> ImportRepository::setAsideCount(ImportId id)
{
    return m_connection.number(u"SELECT count(*) FROM import_set_aside WHERE import_id = ?"_s, {id.value});
}

Done ImportRepository::clearStaging(ImportId id)
{
    for (const char *table : {"station", "prescriber", "care_team", "patient_team", "past_route", "short",
                              "prescription", "message", "correlation", "other"}) {
        const auto cleared = m_connection.run(
            u"DELETE FROM staging_%1 WHERE import_id = ?"_s.arg(QLatin1StringView(table)), {id.value});
        if (!cleared)
            return failure(cleared.error());
    }
    return ok();
}

} // namespace renewal::store
