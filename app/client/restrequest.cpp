// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restrequest.h"

#include <QUrlQuery>

namespace renewal::client {

using namespace Qt::StringLiterals;

QUrl requestUrl(const RestEndpoint &endpoint, const RestRequest &request)
{
    QString path = endpoint.base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    if (!request.outsideApi)
        path += "/api/v1"_L1;
    for (const auto &segment : request.path)
        path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(segment));

    QUrl url = endpoint.base;
    url.setPath(path, QUrl::StrictMode);
    // Escaped by hand: QUrlQuery leaves "+" alone, and some servers read that as a space.
    QStringList pairs;
    for (const auto &[name, value] : request.query) {
        if (!value.isEmpty())
            pairs.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    url.setQuery(pairs.isEmpty() ? QString() : pairs.join(u'&'), QUrl::StrictMode);
    return url;
}

} // namespace renewal::client
