// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/databaseurl.h"

#include <QCoreApplication>
#include <QUrl>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
tl::unexpected<Error> refused(const char *text)
{
    return failure(ErrorCode::InvalidInput, QCoreApplication::translate("store", text));
}
} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(QStringView text)
{
    DatabaseUrl url;
    if (text.startsWith(u"sqlite:")) {
        url.path = text.mid(7).toString();
        if (url.path.startsWith(u"//"))
            url.path.remove(0, 2);
        if (url.path.isEmpty())
            return refused(
                QT_TRANSLATE_NOOP("store", "The database address names no file: write sqlite:PATH."));
        return url;
    }
    const QUrl parts(text.toString(), QUrl::StrictMode);
    if (!parts.isValid() || (parts.scheme() != u"postgresql" && parts.scheme() != u"postgres"))
        return refused(QT_TRANSLATE_NOOP("store", "The database address is not understood: write sqlite:PATH "
                                                  "or postgresql://user@host:port/database."));
    url.engine = Engine::PostgreSql;
    url.host = parts.host();
    url.port = parts.port(5432);
    url.user = parts.userName(QUrl::FullyDecoded);
    url.password = parts.password(QUrl::FullyDecoded);
    url.name = parts.path(QUrl::FullyDecoded).mid(1);
    if (url.name.isEmpty() || url.name.contains(u'/'))
        return refused(QT_TRANSLATE_NOOP(
            "store", "The database address names no database: write postgresql://user@host:port/database."));
    return url;
}

QString DatabaseUrl::text() const
{
    if (engine == Engine::Sqlite)
        return u"sqlite:"_s + path;
    QUrl url;
    url.setScheme(u"postgresql"_s);
    url.setHost(host);
    url.setPort(port);
    url.setUserName(user);
    url.setPath(u'/' + name);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace renewal::store
