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
    connect(this, &EmbeddedService::rang, this, &EmbeddedService::tellNews, Qt::QueuedConnection);
}

EmbeddedService::~EmbeddedService()
{
    m_stop = true;
    m_thread.reset();
}

void EmbeddedService::start()
{
    if (m_thread)
        return;
    m_thread = std::make_unique<service::JoinedThread>(
        u"renewal-start"_s, [this](service::JoinedThread &thread) { run(thread); });
}

/// In the thread of the service's start and end.
void EmbeddedService::run(service::JoinedThread &thread)
{
    const auto options = m_prepare([this](const QString &text) {
        hand([this, text] { emit told(text); });
        return !m_stop.load();
    });
    if (!options) {
        hand([this, error = options.error()] { emit failed(error); });
        return;
    }
    service::Service service;
    const auto endpoint = service.start(*options);
    if (!endpoint) {
        hand([this, error = endpoint.error()] { emit failed(error); });
        return;
    }
    hand([this, at = *endpoint] { emit started({QUrl(at.url), at.token}); });
    thread.answerEvents();
}

/// The news lie under the mutex and the event queue carries a bell only: what two threads touch shows in the
/// code, for readers and for ThreadSanitizer, which cannot see Qt's own locks.
void EmbeddedService::hand(News news)
{
    {
        const std::lock_guard lock(m_mutex);
        m_news.push_back(std::move(news));
    }
    emit rang(QPrivateSignal());
}

void EmbeddedService::tellNews()
{
    std::vector<News> news;
    {
        const std::lock_guard lock(m_mutex);
        news.swap(m_news);
    }
    for (const News &each : news)
        each();
}

} // namespace renewal::console
