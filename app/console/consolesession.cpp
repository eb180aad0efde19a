// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolesession.h"

#include "app/console/remoteendpoint.h"
#include "app/console/startdata.h"
#include "app/console/tokenstore.h"
#include "models/gateway/await.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
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

/// Where the settings keep the address of a remote service; its token is in the keychain.
QString remoteKey()
{
    return u"service/url"_s;
}

ui::ShellOptions shellOptions(const ConsoleOptions &options, QSettings *settings)
{
    ui::ShellOptions shell;
    shell.settings = settings;
    shell.settingsAreKept = !options.settingsFile.isEmpty();
    if (settings)
        shell.preferences = ui::Preferences::read(*settings);
    if (options.textPercent)
        shell.preferences.textPercent = *options.textPercent;
    // A picture has no desktop whose colours it could follow.
    const ui::ThemeChoice otherwise =
        options.screenshot.isEmpty() ? shell.preferences.theme : ui::ThemeChoice::Light;
    shell.theme = options.theme.value_or(otherwise);
    shell.workspace = options.workspace;
    shell.pollInterval = shell.preferences.checkSeconds * 1000;
    shell.serviceText = options.isEmbedded()
                            ? ConsoleSession::tr("Embedded service")
                            : ConsoleSession::tr("Service at %1").arg(options.service.host());
    if (options.demo)
        shell.placeText = ConsoleSession::tr("Demo region, made-up data");
    shell.userName = options.demo ? ConsoleSession::tr("Demo user") : loginName();
    // The token of the embedded service opens everything; what a remote one allows, it tells case by case.
    shell.userRole = options.isEmbedded() ? ConsoleSession::tr("All roles") : QString();
    return shell;
}

/// Runs in the starting thread.
Result<service::ServiceOptions> prepare(const ConsoleOptions &options, const QString &demoFolder,
                                        const EmbeddedService::Tell &tell)
{
    service::ServiceOptions run;
    // The name of who is at work, as the window shows it: "Assigned to me" compares the two.
    run.actor = options.demo ? ConsoleSession::tr("Demo user") : loginName();
    // One desk asks, and a table that is scrolled fast asks often.
    run.requestsPerSecond = 10'000;
    run.requestBurst = 10'000;
    if (options.state == ConsoleOptions::PictureState::Empty) {
        run.databaseUrl = u"sqlite:"_s + QDir(demoFolder).filePath(u"empty.db"_s);
        return run;
    }
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
    , m_link(std::make_unique<ServiceLink>())
    , m_chooser(std::make_unique<ServiceChooser>(&m_clock))
{
    setupSettings();
    setupChooser();
    readRemote();
    tellPresent(false);
    buildWindow();
    if (options.hasSize || !m_settings || !m_settings->contains(u"layout/geometry"_s))
        m_window->resize(options.size);
}

ConsoleSession::~ConsoleSession() = default;

void ConsoleSession::setupSettings()
{
    if (!m_options.settingsFile.isEmpty()) {
        m_settings = std::make_unique<QSettings>(m_options.settingsFile, QSettings::IniFormat);
    } else if (m_options.demo && m_options.screenshot.isEmpty()) {
        m_scratch = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"renewal-look-XXXXXX"_s));
        if (m_scratch->isValid())
            m_settings =
                std::make_unique<QSettings>(m_scratch->filePath(u"settings.ini"_s), QSettings::IniFormat);
    }
}

void ConsoleSession::setupChooser()
{
    // Queued: the window they come from does not outlive what follows.
    connect(m_chooser.get(), &ServiceChooser::remoteChosen, this, &ConsoleSession::useRemote,
            Qt::QueuedConnection);
    connect(m_chooser.get(), &ServiceChooser::embeddedChosen, this, &ConsoleSession::useEmbedded,
            Qt::QueuedConnection);
    connect(m_chooser.get(), &ServiceChooser::againWanted, this, &ConsoleSession::start,
            Qt::QueuedConnection);
    connect(
        m_chooser.get(), &ServiceChooser::rebuildWanted, this,
        [this] {
            const bool wasVisible = m_window->isVisible();
            buildWindow(true);
            m_window->setVisible(wasVisible);
        },
        Qt::QueuedConnection);
}

void ConsoleSession::readRemote()
{
    const bool isChosen = m_options.demo || !m_options.databaseUrl.isEmpty() || !m_options.isEmbedded();
    if (isChosen || !m_settings)
        return;
    const auto url = serviceAddress(m_settings->value(remoteKey()).toString());
    if (url)
        m_options.service = *url;
}

void ConsoleSession::tellPresent(bool hasFailed)
{
    ServiceChooser::Present present;
    present.remote = m_options.service;
    present.hasFailed = hasFailed;
    if (m_options.isEmbedded()) {
        present.databaseUrl = m_options.databaseUrl.isEmpty() ? defaultDatabaseUrl() : m_options.databaseUrl;
        present.dataFolder = m_options.databaseUrl.isEmpty() ? defaultDataFolder() : m_options.databaseUrl;
    }
    if (m_options.demo) {
        present.databaseUrl.clear(); // it has made-up data already
        present.dataFolder = tr("A temporary folder, removed at the end");
    }
    m_chooser->setPresent(present);
}

ui::Gateways ConsoleSession::gateways()
{
    ui::Gateways gateways = m_link->gateways();
    gateways.services = m_chooser.get();
    return gateways;
}

void ConsoleSession::buildWindow(bool keepsPlace)
{
    // Between two windows there is none, which is not the end of the program.
    const bool quits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    ui::ShellOptions shell = shellOptions(m_options, m_settings.get());
    if (m_window && keepsPlace) {
        shell.workspace = m_window->workspace();
        shell.scope = m_window->scope();
    }
    m_window.reset(); // keeps its layout, which the next one takes up
    m_window = std::make_unique<ui::MainWindow>(gateways(), shell);
    QMetaObject::invokeMethod(
        this, [quits] { QApplication::setQuitOnLastWindowClosed(quits); }, Qt::QueuedConnection);
}

void ConsoleSession::reopen()
{
    const bool wasVisible = m_window->isVisible();
    m_window.reset();
    m_service.reset();
    m_link = std::make_unique<ServiceLink>();
    tellPresent(false);
    buildWindow();
    m_window->setVisible(wasVisible);
    start();
}

void ConsoleSession::useRemote(const ServiceAddress &address)
{
    const auto url = serviceAddress(address.url);
    if (!url) {
        emit failed(url.error());
        return;
    }
    m_options.service = *url;
    m_options.demo = false;
    m_token = address.token;
    if (m_settings && address.keepToken)
        m_settings->setValue(remoteKey(), address.url);
    if (address.keepToken)
        await(TokenStore::write(address.url, address.token), this, [this](const Done &kept) {
            if (!kept)
                m_settings->remove(remoteKey()); // it could not be opened next time
        });
    reopen();
}

void ConsoleSession::useEmbedded()
{
    m_options.service.clear();
    m_options.tokenFile.clear();
    m_token.clear();
    if (m_settings)
        m_settings->remove(remoteKey());
    reopen();
}

void ConsoleSession::start()
{
    tellPresent(false);
    switch (m_options.state) {
    case ConsoleOptions::PictureState::Loading:
        return; // nobody answers
    case ConsoleOptions::PictureState::Error:
        m_link->client().refuse(
            {ErrorCode::Internal, tr("The service reported a fault. Its log has the details."), {}});
        return;
    default:
        break;
    }
    if (m_options.isEmbedded())
        startEmbedded();
    else
        startRemote();
}

void ConsoleSession::startRemote()
{
    if (!m_token.isEmpty()) {
        connectTo({m_options.service, m_token});
        return;
    }
    if (!m_options.tokenFile.isEmpty()) {
        const auto endpoint = remoteEndpoint(m_options);
        if (endpoint)
            connectTo(*endpoint);
        else
            giveUp(endpoint.error());
        return;
    }
    await(TokenStore::read(m_options.service.toString()), this, [this](const Result<QByteArray> &token) {
        if (token)
            connectTo({m_options.service, *token});
        else
            giveUp(token.error());
    });
}

bool ConsoleSession::makeScratch()
{
    // Only its owner may enter it.
    m_demoFolder = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"renewal-demo-XXXXXX"_s));
    if (m_demoFolder->isValid())
        return true;
    giveUp({ErrorCode::Unavailable,
            tr("There is no room for the demo's data in %1: %2. Free some, then start again.")
                .arg(QDir::tempPath(), m_demoFolder->errorString()),
            {}});
    return false;
}

void ConsoleSession::startEmbedded()
{
    m_service.reset();
    const bool isPassing = m_options.demo || m_options.state == ConsoleOptions::PictureState::Empty;
    if (isPassing && !makeScratch())
        return;
    m_service = std::make_unique<EmbeddedService>(
        [options = m_options, folder = isPassing ? m_demoFolder->path() : QString()](
            const EmbeddedService::Tell &tell) { return prepare(options, folder, tell); });
    connect(m_service.get(), &EmbeddedService::started, this, &ConsoleSession::connectTo);
    connect(m_service.get(), &EmbeddedService::failed, this, &ConsoleSession::giveUp);
    m_service->start();
}

void ConsoleSession::connectTo(const client::RestEndpoint &endpoint)
{
    m_link->client().connectTo(endpoint);
    emit connected();
}

void ConsoleSession::giveUp(const Error &error)
{
    tellPresent(true);
    m_link->client().refuse(error);
    emit failed(error);
}

} // namespace renewal::console
