// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/answer.h"
#include "models/gateway/page.h"
#include "models/rest/fields.h"

#include <QStringList>
#include <QUrlQuery>

#include <limits>
#include <optional>
#include <span>

namespace renewal::service {

/// Reads the query of an address and collects what is wrong with it. Empty parameters count as absent;
/// unknown ones are ignored.
class QueryReader
{
public:
    explicit QueryReader(const QUrlQuery &query)
        : m_query(query)
    {
    }

    QString text(const QString &name, qsizetype longest = 200);
    /// All values of a name that may come several times, without empty ones.
    QStringList texts(const QString &name, qsizetype most, qsizetype longest = 200);
    qint64 integer(const QString &name, qint64 otherwise, qint64 smallest, qint64 largest);
    QDateTime instant(const QString &name);
    /// One of `words`, or empty.
    QString word(const QString &name, std::span<const char *const> words);
    QString station();
    /// A row's number; 0 when absent.
    qint64 id(const QString &name) { return integer(name, 0, 1, std::numeric_limits<qint64>::max()); }
    void refuse(const QString &name, const QString &text) { m_errors.append({name, text}); }
    Scope scope();
    int limit();

    /// The 400 for what was wrong; nullopt when all is well.
    std::optional<Answer> refusal() const;

private:
    QString decoded(const QString &name, const QString &raw, qsizetype longest);

    QUrlQuery m_query;
    QVector<rest::FieldError> m_errors;
};

} // namespace renewal::service
