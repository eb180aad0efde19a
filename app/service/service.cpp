// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/service.h"

#include "app/operations/intake.h"
#include "app/operations/matchingtables.h"
#include "app/operations/stationmemory.h"
#include "app/operations/systemclock.h"
#include "app/service/dispatcher.h"
#include "app/service/filelimit.h"
#include "app/service/guardedserver.h"
#include "app/service/housekeeping.h"
#include "app/service/intakeline.h"
#include "app/service/jobrunner.h"
#include "app/service/joinedthread.h"
#include "app/service/metricline.h"
#include "app/service/reports.h"
#include "app/service/sendinglines.h"
#include "app/service/steeringline.h"
#include "app/service/uploads.h"
#include "app/service/workplace.h"
#include "app/store/database.h"

#include <QHttpServer>
#include <QTimer>

#include <future>
#include <optional>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
/// Requests share one thread: one that waits for another writer makes all others wait. It is told to come
/// back.
constexpr std::chrono::milliseconds requestPatience(250);

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
        , database(url, requestPatience)
        , jobDatabase(url)
        , uploads(options.importDirectory, options.uploads)
    {
    }

    ServiceOptions options;
    operations::SystemClock systemClock;
    store::Database database;    ///< for requests
    store::Database jobDatabase; ///< for jobs, which may wait
    Uploads uploads;
    operations::StationMemory stations; ///< of the service thread
    JobRunner jobs{jobDatabase};
    Reports reports{jobDatabase};
    Workplace workplace{
        options, options.clock ? *options.clock : systemClock, database, jobs, uploads, stations, reports};
    Dispatcher dispatcher{workplace};
    QHttpServer http;
    QTimer tidy; ///< gives up uploads that nobody finishes
    std::optional<Housekeeping> housekeeping;
    std::optional<IntakeLine> intake;    ///< as the next
    std::optional<SendingLines> sending; ///< begins when the service can be asked
    std::optional<SteeringLine> steering;
    std::optional<MetricLine> metrics;

    Result<Endpoint> open()
    {
        if (const Done done = database.migrate(); !done)
            return failure(done.error());
        raiseFileLimit(options.limits.connections);
        QObject::connect(&tidy, &QTimer::timeout, &tidy,
                         [this] { uploads.expire(workplace.clock.now().toMSecsSinceEpoch()); });
        tidy.start(std::chrono::minutes(1));
        // The first time before anybody asks.
        housekeeping.emplace(jobDatabase, workplace.clock, mindTheDates(database, workplace.clock.now()));
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
        intake.emplace(jobDatabase, workplace.clock, options.intake);
        sending.emplace(jobDatabase, workplace.clock, options.sending);
        workplace.sending = &*sending;
        steering.emplace(jobDatabase, workplace.clock, options.steering);
        workplace.steering = &*steering;
        metrics.emplace(jobDatabase, workplace.clock, options.metrics);
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
    if (const Done sending = operations::checkSending(given.sending); !sending)
        return failure(sending.error());
    if (const Done steering = operations::checkSteering(given.steering); !steering)
        return failure(steering.error());
    if (const Done intake = operations::checkIntake(given.intake); !intake)
        return failure(intake.error());
    ServiceOptions options = given;
    QByteArray token;
    if (options.tokens.isEmpty()) {
        token = Access::newToken();
        options.tokens.append(Access::everyRole(token, options.actor));
    }
    // Each run of matching loads it anew; a service that could not need not begin.
    if (const auto engine = operations::loadEngine(); !engine)
        return failure(engine.error());
    const auto opened = std::make_shared<std::promise<Result<Endpoint>>>();
    m_thread = std::make_unique<JoinedThread>(u"renewal-service"_s,
                                              [options, url = *url, opened](JoinedThread &thread) {
                                                  Parts parts(options, url);
                                                  opened->set_value(parts.open());
                                                  thread.answerEvents();
                                              });
    auto endpoint = opened->get_future().get();
    if (!endpoint) {
        stop();
        return endpoint;
    }
    endpoint->token = token;
    return endpoint;
}

void Service::stop()
{
    m_thread.reset();
}

} // namespace renewal::service
