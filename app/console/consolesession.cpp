// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolesession.h"

#include "app/console/remoteendpoint.h"
#include "app/console/startdata.h"
#include "app/operations/systemclock.h"
#include "ui/shell/mainwindow.h"

#include <QDir>

namespace renewal::console {

using namespace Qt::StringLiterals;

namespace {

/// The name that decisions of this desk are recorded under.
QString loginName()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? u"console"_s : name;
}

ui::ShellOptions shellOptions(const ConsoleOptions &options)
{
    ui::ShellOptions shell;
    // A picture has no desktop whose colours it could follow.
    const bool desktopless = !options.screenshot.isEmpty() && options.theme == ui::ThemeChoice::System;
    shell.theme = desktopless ? ui::ThemeChoice::Light : options.theme;
    shell.workspace = options.workspace;
    shell.serviceText = options.isEmbedded()
                            ? ConsoleSession::tr("Embedded service")
                            : ConsoleSession::tr("Service at %1").arg(options.service.host());
    if (options.demo)
        shell.placeText = ConsoleSession::tr("Demo region, made-up data");
    shell.userName = options.demo ? ConsoleSession::tr("Demo user") : loginName();
    return shell;
}

/// Runs in the starting thread.
Result<service::ServiceOptions> prepare(const ConsoleOptions &options, const QString &demoFolder,
                                        const EmbeddedService::Tell &tell)
{
    service::ServiceOptions run;
    run.actor = options.demo ? u"demo"_s : loginName();
    // One desk asks, and a table that is scrolled fast asks often.
    run.requestsPerSecond = 10'000;
    run.requestBurst = 10'000;
    if (options.demo) {
        const auto url = makeDemoDatabase(demoFolder, operations::SystemClock(), tell);
        if (!url)
            return failure(url.error());
        run.databaseUrl = *url;
        return run;
    }
    run.databaseUrl = options.databaseUrl;
    if (run.databaseUrl.isEmpty()) {
        run.databaseUrl = defaultDatabaseUrl();
        if (const Done done = makeDataFolder(defaultDataFolder()); !done)
            return failure(done.error());
    }
    return run;
}

} // namespace

ConsoleSession::ConsoleSession(const ConsoleOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_window(std::make_unique<ui::MainWindow>(m_link.gateways(), shellOptions(options)))
{
    m_window->resize(options.size);
}

ConsoleSession::~ConsoleSession() = default;

void ConsoleSession::start()
{
    if (m_options.isEmbedded()) {
        startEmbedded();
        return;
    }
    const auto endpoint = remoteEndpoint(m_options);
    if (endpoint)
        connectTo(*endpoint);
    else
        giveUp(endpoint.error());
}

void ConsoleSession::startEmbedded()
{
    QString folder;
    if (m_options.demo) {
        // Only its owner may enter it.
        m_demoFolder = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"renewal-demo-XXXXXX"_s));
        if (!m_demoFolder->isValid()) {
            giveUp({ErrorCode::Unavailable,
                    tr("There is no room for the demo's data in %1: %2. Free some, then start again.")
                        .arg(QDir::tempPath(), m_demoFolder->errorString()),
                    {}});
            return;
        }
        folder = m_demoFolder->path();
    }
    m_service =
        std::make_unique<EmbeddedService>([options = m_options, folder](const EmbeddedService::Tell &tell) {
            return prepare(options, folder, tell);
        });
    connect(m_service.get(), &EmbeddedService::started, this, &ConsoleSession::connectTo);
    connect(m_service.get(), &EmbeddedService::failed, this, &ConsoleSession::giveUp);
    m_service->start();
}

void ConsoleSession::connectTo(const client::RestEndpoint &endpoint)
{
    m_link.client().connectTo(endpoint);
    emit connected();
}

void ConsoleSession::giveUp(const Error &error)
{
    m_link.client().refuse(error);
    emit failed(error);
}

} // namespace renewal::console
