// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bulkwriter.h"
#include "models/base/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace renewal::operations {

/// The cells of one row, in column order, with the texts they point to. Reused from row to row.
class StagingRow
{
public:
    void clear()
    {
        m_cells.clear();
        m_texts.clear();
    }
    StagingRow &text(const QString &value)
    {
        // A QByteArray's bytes stay where they are when the vector grows.
        const QByteArray &utf8 = m_texts.emplace_back(value.toUtf8());
        m_cells.emplace_back(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
        return *this;
    }
    StagingRow &utf8(const QByteArray &value)
    {
        const QByteArray &kept = m_texts.emplace_back(value);
        m_cells.emplace_back(std::string_view(kept.constData(), static_cast<std::size_t>(kept.size())));
        return *this;
    }
    StagingRow &number(qint64 value)
    {
        m_cells.emplace_back(static_cast<std::int64_t>(value));
        return *this;
    }
    StagingRow &real(double value)
    {
        m_cells.emplace_back(value);
        return *this;
    }
    StagingRow &truth(bool value) { return number(value ? 1 : 0); }
    StagingRow &null()
    {
        m_cells.emplace_back(std::monostate());
        return *this;
    }
    StagingRow &maybe(const std::optional<int> &value) { return value ? number(*value) : null(); }
    StagingRow &maybe(const std::optional<double> &value) { return value ? real(*value) : null(); }
    StagingRow &instant(const QDateTime &at)
    {
        return at.isValid() ? number(at.toMSecsSinceEpoch()) : null();
    }
    template <class Tag>
    StagingRow &id(Id<Tag> value)
    {
        return value.isValid() ? number(value.value) : null();
    }

    std::span<const store::Cell> cells() const { return m_cells; }

private:
    std::vector<store::Cell> m_cells;
    std::vector<QByteArray> m_texts;
};

} // namespace renewal::operations
