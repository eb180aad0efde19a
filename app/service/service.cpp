// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/service.h"

#include "app/operations/systemclock.h"
#include "app/service/dispatcher.h"
#include "app/service/filelimit.h"
#include "app/service/guardedserver.h"
#include "app/service/jobrunner.h"
#include "app/service/uploads.h"
#include "app/service/workplace.h"
#include "app/store/database.h"
#include "models/correlation/surnameengine.h"

#include <QHttpServer>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
QHttpServerResponse toResponse(Answer answer)
{
    QHttpServerResponse response(answer.contentType, answer.body,
                                 static_cast<QHttpServerResponse::StatusCode>(answer.status));
    for (const HeaderField &field : std::as_const(answer.headers))
        response.addHeader(field.first, field.second);
    return response;
}
} // namespace

/// Everything that lives in the service thread, in the order in which it is made.
struct Service::Parts
{
    Parts(const ServiceOptions &given, const store::DatabaseUrl &url)
        : options(given)
        , database(url)
        , uploads(options.importDirectory)
    {
    }

    ServiceOptions options;
    operations::SystemClock systemClock;
    store::Database database;
    correlation::SurnameEngine engine;
    Uploads uploads;
    JobRunner jobs{database};
    Workplace workplace{options, options.clock ? *options.clock : systemClock, database, jobs, uploads,
                        engine};
    Dispatcher dispatcher{workplace};
    QHttpServer http;

    Result<Endpoint> open()
    {
        if (const Done done = database.migrate(); !done)
            return failure(done.error());
        raiseFileLimit(options.limits.connections);
        // One rule takes every path; the route table knows the rest.
        http.route(u"/<arg>"_s, QHttpServerRequest::Method::AnyKnown,
                   [this](const QUrl &, const QHttpServerRequest &request) {
                       return toResponse(dispatcher.answer(request));
                   });
        auto *guard = new GuardedServer(
            options.limits, [this](const RequestHead &head) { return dispatcher.admit(head); }, &http);
        workplace.guard = guard;
        if (const Done done = guard->start(options.address, options.port, http); !done)
            return failure(done.error());
        const bool v6 = options.address.protocol() == QAbstractSocket::IPv6Protocol;
        const QString host = v6 ? u'[' + options.address.toString() + u']' : options.address.toString();
        return Endpoint{u"http://%1:%2"_s.arg(host).arg(guard->serverPort()), {}};
    }
};

Service::Service() = default;

Service::~Service()
{
    stop();
}

Result<Endpoint> Service::start(const ServiceOptions &given)
{
    stop();
    const auto url = store::DatabaseUrl::parse(given.databaseUrl);
    if (!url)
        return failure(url.error());
    ServiceOptions options = given;
    QByteArray token;
    if (options.tokens.isEmpty()) {
        token = Access::newToken();
        options.tokens.append(Access::everyRole(token, options.actor));
    }
    m_thread.setObjectName(u"renewal-service"_s);
    m_inThread = std::make_unique<QObject>();
    m_inThread->moveToThread(&m_thread);
    m_thread.start();
    Result<Endpoint> endpoint = failure(ErrorCode::Internal, {});
    QMetaObject::invokeMethod(
        m_inThread.get(),
        [&] {
            m_parts = new Parts(options, *url);
            endpoint = m_parts->open();
        },
        Qt::BlockingQueuedConnection);
    if (!endpoint) {
        stop();
        return endpoint;
    }
    endpoint->token = token;
    return endpoint;
}

void Service::stop()
{
    if (!m_inThread)
        return;
    QMetaObject::invokeMethod(
        m_inThread.get(),
        [this] {
            delete m_parts;
            m_parts = nullptr;
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    m_inThread.reset();
}

} // namespace renewal::service
