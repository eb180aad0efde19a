// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restimportsgateway.h"

#include "app/client/filepreview.h"
#include "app/client/restclient.h"
#include "app/client/restimportrun.h"
#include "app/client/restjson.h"
#include "models/exchange/tablecsv.h"
#include "models/rest/restimports.h"

#include <QPromise>

namespace renewal::client {

using namespace Qt::StringLiterals;

namespace {
constexpr int exportRows = 1000;

RestRequest setAsideRequest(ImportId id, const QString &cursor, int limit)
{
    return {.path = {u"imports"_s, QString::number(id.value), u"set-aside"_s},
            .query = {{u"cursor"_s, cursor}, {u"limit"_s, QString::number(limit)}}};
}
} // namespace

RestImportsGateway::RestImportsGateway(RestClient *client)
    : m_client(client)
{
    m_readers.setMaxThreadCount(1); // one disk
}

QFuture<Result<QVector<ImportPreview>>> RestImportsGateway::inspect(const QStringList &paths)
{
    auto promise = std::make_shared<QPromise<Result<QVector<ImportPreview>>>>();
    promise->start();
    auto future = promise->future();
    m_readers.start([promise, paths] {
        promise->addResult(previewFiles(paths));
        promise->finish();
    });
    return future;
}

std::unique_ptr<ImportRun> RestImportsGateway::start(const QVector<ImportPreview> &files)
{
    QVector<ImportPreview> going;
    for (const ImportPreview &file : files) {
        if (file.mayGo())
            going.append(file);
    }
    return std::make_unique<RestImportRun>(m_client, going);
}

QFuture<Result<Page<ImportReport>>> RestImportsGateway::imports(const QString &cursor, int limit)
{
    return m_client->call<Page<ImportReport>>(
        {.path = {u"imports"_s}, .query = {{u"cursor"_s, cursor}, {u"limit"_s, QString::number(limit)}}},
        decodePage<ImportReport>);
}

QFuture<Result<Page<SetAside>>> RestImportsGateway::setAside(ImportId id, const QString &cursor, int limit)
{
    return m_client->call<Page<SetAside>>(setAsideRequest(id, cursor, limit), decodePage<SetAside>);
}

QFuture<Result<CsvPiece>> RestImportsGateway::exportSetAside(ImportId id, const QString &cursor)
{
    return m_client->call<CsvPiece>(
        setAsideRequest(id, cursor, exportRows),
        [isFirst = cursor.isEmpty()](const RestAnswer &answer) -> Result<CsvPiece> {
            const auto page = decodePage<SetAside>(answer);
            if (!page)
                return failure(page.error());
            return CsvPiece{exchange::setAsideCsv(page->items, isFirst), page->next};
        });
}

} // namespace renewal::client
