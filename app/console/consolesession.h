// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/consoleoptions.h"
#include "app/console/embeddedservice.h"
#include "app/console/servicechooser.h"
#include "app/console/servicelink.h"

#include <QObject>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace renewal::ui {
class MainWindow;
}

namespace renewal::console {

/// One run of the program: the window, and the service it shows.
///
/// The window is there first and says what it waits for; the service starts beside it. A service that cannot
/// start leaves a window that says why and tries again when told to. The window may change over to another
/// service. Lives in the thread of the user interface.
class ConsoleSession final : public QObject
{
    Q_OBJECT

public:
    explicit ConsoleSession(const ConsoleOptions &options, QObject *parent = nullptr);
    ~ConsoleSession() override;

    /// Another one after a change of service or of the size of text.
    ui::MainWindow *window() { return m_window.get(); }
    const ServiceLink &link() const { return *m_link; }
    /// What the window works with.
    ui::Gateways gateways();
    /// The service is known, though it may be away at the moment.
    bool isConnected() const { return m_link->isConnected(); }
    /// Starts the embedded service, or calls the remote one.
    void start();
    /// Ends the embedded service under the window, for a picture of what is shown then.
    void cutOff() { m_service.reset(); }

signals:
    void connected();
    /// There is no service to work with; the window says why and offers to try again.
    void failed(const renewal::Error &error);

private:
    void setupSettings();
    void setupChooser();
    void readRemote();
    void tellPresent(bool hasFailed);
    /// `keepsPlace`: the next window shows what the one before showed.
    void buildWindow(bool keepsPlace = false);
    /// Window, client and service made anew, for another service.
    void reopen();
    void useRemote(const ServiceAddress &address);
    void useEmbedded();
    void startEmbedded();
    bool makeScratch();
    void startRemote();
    void connectTo(const client::RestEndpoint &endpoint);
    void giveUp(const Error &error);

    ConsoleOptions m_options;
    QByteArray m_token; ///< of the remote service, given in the window
    // In the order of need: the window goes first, the folders last.
    std::unique_ptr<QTemporaryDir> m_scratch; ///< settings of a demo
    std::unique_ptr<QSettings> m_settings;    ///< null: nothing is remembered
    std::unique_ptr<QTemporaryDir> m_demoFolder;
    operations::SystemClock m_clock;
    std::unique_ptr<EmbeddedService> m_service;
    std::unique_ptr<ServiceLink> m_link;
    std::unique_ptr<ServiceChooser> m_chooser;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace renewal::console
