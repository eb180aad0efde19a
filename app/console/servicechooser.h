// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/connectiongateway.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <memory>

namespace renewal::console {

/// What the window may ask about the service it works with. It tries other services itself; changing over is
/// the session's work, which listens to the signals.
///
/// Lives in the thread of the user interface. Its destructor waits for made-up data that is being loaded to
/// stop.
class ServiceChooser final : public QObject, public ConnectionGateway
{
    Q_OBJECT

public:
    /// What the session works with now.
    struct Present
    {
        QUrl remote;         ///< empty: embedded
        QString dataFolder;  ///< empty when the service is elsewhere
        QString databaseUrl; ///< of the embedded service, for made-up data; empty: none may be loaded
        bool hasFailed = false;
    };

    explicit ServiceChooser(const Clock *clock, QObject *parent = nullptr);
    ~ServiceChooser() override;

    void setPresent(const Present &present) { m_present = present; }
    const Present &present() const { return m_present; }

    QString remoteUrl() const override { return m_present.remote.toString(); }
    bool canKeepTokens() const override;
    QFuture<Result<ServiceStatus>> test(const ServiceAddress &address) override;
    void connectTo(const ServiceAddress &address) override { emit remoteChosen(address); }
    void useEmbedded() override { emit embeddedChosen(); }
    bool hasFailed() const override { return m_present.hasFailed; }
    void startAgain() override { emit againWanted(); }
    bool canLoadDemo() const override { return !m_present.databaseUrl.isEmpty(); }
    QFuture<Result<QString>> loadDemo() override;
    QString dataFolder() const override { return m_present.dataFolder; }
    void rebuild() override { emit rebuildWanted(); }

signals:
    void remoteChosen(const renewal::ServiceAddress &address);
    void embeddedChosen();
    void againWanted();
    void rebuildWanted();

private:
    const Clock *m_clock;
    Present m_present;
    std::unique_ptr<QThread> m_demo;
    std::atomic_bool m_stop = false;
};

} // namespace renewal::console
