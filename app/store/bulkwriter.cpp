// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bulkwriter.h"

#include "app/store/connection.h"
#include "app/store/dialect.h"

#include <utility>

namespace renewal::store {

BulkWriter::BulkWriter(std::unique_ptr<BulkSink> sink, std::size_t columns)
    : m_sink(std::move(sink))
    , m_columns(columns)
{
}

Result<BulkWriter> BulkWriter::open(Connection &connection, const QString &table, const QStringList &columns)
{
    auto sink = connection.dialect().bulk(connection, table, columns);
    if (!sink)
        return failure(sink.error());
    return BulkWriter(std::move(*sink), static_cast<std::size_t>(columns.size()));
}

Done BulkWriter::addRow(std::span<const Cell> row)
{
    if (row.size() != m_columns)
        return failure(ErrorCode::Internal, QStringLiteral("A bulk row has the wrong number of cells."));
    ++m_rows;
    return m_sink->add(row);
}

Done BulkWriter::finish()
{
    return m_sink->finish();
}

} // namespace renewal::store
