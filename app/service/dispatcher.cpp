// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dispatcher.h"

#include "app/service/handlersupport.h"
#include "app/service/problem.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QUrl>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Service", text);
}

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    default:
        return "GET"; // the table has no other
    }
}

QByteArray contentTypeOf(BodyKind body)
{
    switch (body) {
    case BodyKind::Json:
        return "application/json";
    case BodyKind::Csv:
        return "text/csv";
    default:
        return "application/octet-stream";
    }
}

QByteArray mediaType(const QByteArray &field)
{
    return field.split(';').first().trimmed().toLower();
}
} // namespace

Dispatcher::Dispatcher(Workplace &workplace)
    : m_workplace(workplace)
    , m_access(workplace.options.tokens)
    , m_rate(workplace.options.requestsPerSecond, workplace.options.requestBurst)
{
    m_elapsed.start();
}

std::optional<Answer> Dispatcher::admit(const RequestHead &head)
{
    if (auto refused = checkOrigin(head))
        return refused;
    const RouteMatch match = findRoute(routes(), head.method, head.path);
    if (!match.isPublic) {
        if (auto refused = checkToken(head, match.route))
            return refused;
    }
    if (match.allowed.isEmpty())
        return notFound();
    if (!match.route) {
        return problemAnswer(405,
                             say(QT_TRANSLATE_NOOP("Service", "This address does not take this method.")))
            .with("Allow", match.allowed);
    }
    return checkContentType(head, *match.route);
}

/// A page of another site in the user's browser can reach this port: its Origin or, after a change of its
/// DNS entry, its Host gives it away.
std::optional<Answer> Dispatcher::checkOrigin(const RequestHead &head) const
{
    if (!head.host.isEmpty() && !isOwnName(QString::fromLatin1(head.host)))
        return problemAnswer(
            403, say(QT_TRANSLATE_NOOP("Service", "The Host of the request is not this service.")));
    if (!head.has("origin"))
        return std::nullopt;
    const QUrl origin = QUrl::fromEncoded(head.value("origin"), QUrl::StrictMode);
    const bool web = origin.scheme() == "http"_L1 || origin.scheme() == "https"_L1;
    if (!origin.isValid() || !web || !isOwnName(origin.authority()))
        return problemAnswer(
            403, say(QT_TRANSLATE_NOOP("Service", "Pages of other sites may not ask this service.")));
    return std::nullopt;
}

bool Dispatcher::isOwnName(const QString &authority) const
{
    const QUrl url(u"http://"_s + authority, QUrl::StrictMode);
    if (!url.isValid() || !url.userInfo().isEmpty() || !url.path().isEmpty())
        return false;
    const QString host = url.host().toLower();
    if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
        return true;
    return m_workplace.options.allowedHosts.contains(host, Qt::CaseInsensitive);
}

std::optional<Answer> Dispatcher::checkToken(const RequestHead &head, const Route *route)
{
    const TokenEntry *entry = m_access.find(head.value("authorization"));
    if (!entry) {
        return problemAnswer(401, say(QT_TRANSLATE_NOOP("Service", "A valid bearer token is needed.")))
            .with("WWW-Authenticate", "Bearer");
    }
    if (!m_rate.take(entry->name, m_elapsed.elapsed())) {
        return problemAnswer(429, say(QT_TRANSLATE_NOOP("Service", "Too many requests; slow down a little.")))
            .with("Retry-After", "1");
    }
    if (route && !(entry->roles & route->roles))
        return problemAnswer(403, say(QT_TRANSLATE_NOOP("Service", "Your role may not do this.")));
    return std::nullopt;
}

std::optional<Answer> Dispatcher::checkContentType(const RequestHead &head, const Route &route) const
{
    if (route.body == BodyKind::None)
        return std::nullopt;
    const QByteArray wanted = contentTypeOf(route.body);
    if (mediaType(head.value("content-type")) == wanted)
        return std::nullopt;
    return problemAnswer(
        415, say(QT_TRANSLATE_NOOP("Service", "The body must come as %1.")).arg(QString::fromLatin1(wanted)));
}

Answer Dispatcher::answer(const QHttpServerRequest &request)
{
    const QByteArray method = methodName(request.method());
    const QByteArray path = request.url().path(QUrl::FullyEncoded).toLatin1();
    const RouteMatch match = findRoute(routes(), method, path);
    if (!match.route)
        return notFound();
    const TokenEntry *entry = m_access.find(request.value("authorization"));
    if (!match.route->isPublic() && !(entry && (entry->roles & match.route->roles)))
        return problemAnswer(401, say(QT_TRANSLATE_NOOP("Service", "A valid bearer token is needed.")));
    const Call call{method,
                    path,
                    match.arguments,
                    request.query(),
                    request.body(),
                    request.value("if-match"),
                    request.value("idempotency-key"),
                    entry ? entry->name : QString(),
                    entry ? entry->roles : Roles()};
    return match.route->handler(m_workplace, call);
}

} // namespace renewal::service
