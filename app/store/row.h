// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>

namespace renewal::store {

/// The row a query stands on, read by column number. Lives only inside the row function it is given to.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }

    bool isNull(int column) const { return m_query.isNull(column); }
    /// Empty for NULL.
    QString text(int column) const
    {
        const QVariant value = m_query.value(column);
        return value.isNull() ? QString() : value.toString();
    }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    int integer(int column) const { return m_query.value(column).toInt(); }
    bool truth(int column) const { return m_query.value(column).toInt() != 0; }
    double real(int column) const { return m_query.value(column).toDouble(); }
    std::optional<double> maybeReal(int column) const;
    std::optional<int> maybeInteger(int column) const;
    /// A stored instant in UTC; invalid for NULL.
    QDateTime instant(int column) const;

private:
    const QSqlQuery &m_query;
};

/// How values go into statements: invalid dates, nullopt and ids of zero become NULL.
QVariant bound(const QDateTime &instant);
/// A null QString would become NULL; the columns of texts take the empty text instead.
inline QVariant text(const QString &value)
{
    return value.isNull() ? QVariant(QLatin1StringView("").toString()) : QVariant(value);
}
QVariant bound(const std::optional<double> &value);
QVariant bound(const std::optional<int> &value);
template <class Id>
QVariant boundId(Id id)
{
    return id.isValid() ? QVariant(id.value) : QVariant(QMetaType::fromType<qint64>());
}

} // namespace renewal::store
