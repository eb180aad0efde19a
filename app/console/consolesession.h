// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/consoleoptions.h"
#include "app/console/embeddedservice.h"
#include "app/console/servicelink.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace renewal::ui {
class MainWindow;
}

namespace renewal::console {

/// One run of the program: the window, and the service it shows.
///
/// The window is there first and says what it waits for; the service starts beside it. A service that cannot
/// start leaves a window that says why. Lives in the thread of the user interface.
class ConsoleSession final : public QObject
{
    Q_OBJECT

public:
    explicit ConsoleSession(const ConsoleOptions &options, QObject *parent = nullptr);
    ~ConsoleSession() override;

    ui::MainWindow *window() { return m_window.get(); }
    const ServiceLink &link() const { return m_link; }
    /// What the window works with.
    ui::Gateways gateways() { return m_link.gateways(); }
    /// The service is known, though it may be away at the moment.
    bool isConnected() const { return m_link.isConnected(); }
    /// Starts the embedded service, or calls the remote one.
    void start();

signals:
    void connected();
    /// There is no service to work with, and there will be none in this run.
    void failed(const renewal::Error &error);

private:
    void startEmbedded();
    void connectTo(const client::RestEndpoint &endpoint);
    void giveUp(const Error &error);

    const ConsoleOptions m_options;
    // In the order of need: the window goes first, the folder last.
    std::unique_ptr<QTemporaryDir> m_demoFolder;
    std::unique_ptr<EmbeddedService> m_service;
    ServiceLink m_link;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace renewal::console
