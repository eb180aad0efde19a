// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/startdata.h"

#include "app/console/democutover.h"
#include "app/operations/importer.h"
#include "app/operations/importfiles.h"
#include "app/operations/matching.h"
#include "app/operations/matchingtables.h"
#include "app/operations/simulateregion.h"
#include "app/operations/simulatetables.h"
#include "app/store/database.h"
#include "models/simulation/options.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace renewal::console {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("renewal-console", text);
}

/// The region's files; its "now" is the midnight that began today, so that its requests lie in the past week.
Done writeRegion(const QString &folder, const Clock &clock, const EmbeddedService::Tell &tell)
{
    const auto tables = operations::loadSimulationTables();
    if (!tables)
        return failure(tables.error());
    const auto report =
        operations::simulateRegion(*tables, simulation::demoOptions(clock.now().date()), folder, false,
                                   [&](qint64, qint64) { return tell(tr("Making up a region…")); });
    return report ? ok() : Done(failure(report.error()));
}

Done importRegion(store::Connection &connection, const QString &folder, const Clock &clock,
                  const EmbeddedService::Tell &tell)
{
    const auto requests = operations::importRequests({folder});
    if (!requests)
        return failure(requests.error());
    operations::Importer importer(connection, clock, [&](const operations::ImportProgress &) {
        return tell(tr("Reading the region's files…"));
    });
    for (const auto &request : *requests) {
        const auto result = importer.run(request);
        if (!result)
            return failure(result.error());
    }
    return ok();
}

Done matchRegion(store::Connection &connection, const Clock &clock, const EmbeddedService::Tell &tell)
{
    const auto engine = operations::loadEngine();
    if (!engine)
        return failure(engine.error());
    const auto report =
        operations::Matching(connection, *engine, clock).run({}, [&](double, const QString &) {
            return tell(tr("Finding care teams…"));
        });
    return report ? addDemoCutOver(connection, clock) : Done(failure(report.error()));
}

} // namespace

Done makeDataFolder(const QString &folder)
{
    const QFileInfo info(folder);
    constexpr auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    // Made in one step with its permissions: there is no moment at which others may enter.
    if (info.isDir() || (QDir().mkpath(info.path()) && QDir().mkdir(folder, onlyOwner)) ||
        QFileInfo(folder).isDir())
        return ok();
    return failure(
        ErrorCode::Unavailable,
        tr("The folder %1 for your data cannot be made. Check who may write to %2, or name another "
           "place with --database.")
            .arg(folder, info.path()));
}

Done addDemoData(const QString &databaseUrl, const Clock &clock, const EmbeddedService::Tell &tell)
{
    const QTemporaryDir folder(QDir::temp().filePath(u"renewal-demo-XXXXXX"_s));
    if (!folder.isValid())
        return failure(ErrorCode::Unavailable,
                       tr("There is no room for made-up data in %1: %2. Free some, then try again.")
                           .arg(QDir::tempPath(), folder.errorString()));
    const QString region = folder.filePath(u"demo-region"_s);
    if (const Done done = writeRegion(region, clock, tell); !done)
        return done;
    const auto url = store::DatabaseUrl::parse(databaseUrl);
    if (!url)
        return failure(url.error());
    store::Database database(*url);
    const auto connection = database.connection();
    if (!connection)
        return failure(connection.error());
    Done done = importRegion(**connection, region, clock, tell);
    if (done)
        done = matchRegion(**connection, clock, tell);
    database.closeThisThread();
    return done;
}

Result<QString> makeDemoDatabase(const QString &folder, const Clock &clock, const EmbeddedService::Tell &tell)
{
    const QDir place(folder);
    const QString region = place.filePath(u"demo-region"_s);
    if (const Done done = writeRegion(region, clock, tell); !done)
        return failure(done.error());
    const auto url = store::DatabaseUrl::parse(QString(u"sqlite:"_s + place.filePath(u"demo.db"_s)));
    if (!url)
        return failure(url.error());
    store::Database database(*url);
    if (const Done done = database.migrate(); !done)
        return failure(done.error());
    const auto connection = database.connection();
    if (!connection)
        return failure(connection.error());
    if (const Done done = importRegion(**connection, region, clock, tell); !done)
        return failure(done.error());
    if (const Done done = matchRegion(**connection, clock, tell); !done)
        return failure(done.error());
    database.closeThisThread();
    QDir(region).removeRecursively();
    return url->text();
}

} // namespace renewal::console
