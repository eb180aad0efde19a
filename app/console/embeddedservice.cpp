// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/embeddedservice.h"

#include "app/service/service.h"

namespace renewal::console {

using namespace Qt::StringLiterals;

EmbeddedService::EmbeddedService(Prepare prepare, QObject *parent)
    : QObject(parent)
    , m_prepare(std::move(prepare))
{
    m_thread.setObjectName(u"renewal-start"_s);
}

EmbeddedService::~EmbeddedService()
{
    m_stop = true;
    m_thread.quit();
    m_thread.wait();
}

void EmbeddedService::start()
{
    if (m_thread.isRunning())
        return;
    auto *place = new QObject;
    place->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, place, [this] { run(); });
    // Emitted in the thread itself, so the service ends where it was made.
    connect(&m_thread, &QThread::finished, place, [this, place] {
        m_service.reset();
        place->deleteLater();
    });
    m_thread.start();
}

void EmbeddedService::run()
{
    const auto options = m_prepare([this](const QString &text) {
        emit told(text);
        return !m_stop.load();
    });
    if (!options) {
        emit failed(options.error());
        return;
    }
    m_service = std::make_unique<service::Service>();
    const auto endpoint = m_service->start(*options);
    if (endpoint)
        emit started({QUrl(endpoint->url), endpoint->token});
    else
        emit failed(endpoint.error());
}

} // namespace renewal::console
