// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/answer.h"
#include "models/gateway/page.h"
#include "models/rest/fields.h"

#include <QUrlQuery>

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
    qint64 integer(const QString &name, qint64 otherwise, qint64 smallest, qint64 largest);
    QDateTime instant(const QString &name);
    /// One of `words`, or empty.
    QString word(const QString &name, std::span<const char *const> words);
    QString station();
    Scope scope();
    int limit();

    /// The 400 for what was wrong; nullopt when all is well.
    std::optional<Answer> refusal() const;

private:
    QUrlQuery m_query;
    QVector<rest::FieldError> m_errors;
};

} // namespace renewal::service
