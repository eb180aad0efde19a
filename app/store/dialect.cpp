// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/dialect.h"

#include "app/store/postgresqldialect.h"
#include "app/store/sqlitedialect.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;

std::shared_ptr<const Dialect> Dialect::of(DatabaseUrl::Engine engine)
{
    switch (engine) {
    case DatabaseUrl::Engine::Sqlite:
        return std::make_shared<SqliteDialect>();
    case DatabaseUrl::Engine::PostgreSql:
        return std::make_shared<PostgreSqlDialect>();
    }
    return nullptr;
}

Error Dialect::error(const QSqlError &error, const QString &statement) const
{
    const QString code = error.nativeErrorCode();
    if (code.isEmpty() && error.type() == QSqlError::ConnectionError)
        return this->error(u"connection"_s, statement);
    return this->error(code, statement);
}

Error Dialect::fault(ErrorCode code, const char *text, const QString &nativeCode,
                     const QString &statement) const
{
    // The driver's own text may quote values, and values are patient data: only codes go into the detail.
    return {code, QCoreApplication::translate("store", text),
            u"%1 error %2 in: %3"_s.arg(name(), nativeCode, statement.simplified().left(120))};
}

} // namespace renewal::store
