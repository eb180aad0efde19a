// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>
#include <variant>

namespace renewal::store {

class Connection;

/// One value of a bulk row: nothing, a whole number, a real number, or UTF-8 text (not owned).
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// Where a dialect puts bulk rows. Ends with finish() or is abandoned by its destructor.
class BulkSink
{
public:
    virtual ~BulkSink() = default;
    virtual Done add(std::span<const Cell> row) = 0;
    virtual Done finish() = 0;
};

/// Appends many rows to one table inside the caller's transaction: prepared inserts on the raw handle for
/// SQLite, COPY for PostgreSQL. Until finish() no other statement may run on the connection. Lives on the
/// connection's thread. Texts must be valid UTF-8; a zero byte in a text is dropped, neither database keeps
/// it.
class BulkWriter
{
public:
    static Result<BulkWriter> open(Connection &connection, const QString &table, const QStringList &columns);
    BulkWriter(BulkWriter &&) noexcept = default;
    BulkWriter &operator=(BulkWriter &&) noexcept = default;
    ~BulkWriter() = default;

    /// One cell for each column. The texts are copied before it returns.
    Done addRow(std::span<const Cell> row);
    Done addRow(std::initializer_list<Cell> row) { return addRow(std::span(row.begin(), row.size())); }
    qint64 rows() const { return m_rows; }
    /// Without it nothing that was added is kept.
    Done finish();

private:
    BulkWriter(std::unique_ptr<BulkSink> sink, std::size_t columns);

    std::unique_ptr<BulkSink> m_sink;
    std::size_t m_columns;
    qint64 m_rows = 0;
};

} // namespace renewal::store
