// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servecommand.h"

#include "app/operations/intake.h"
#include "app/server/commandline.h"
#include "app/server/opendatabase.h"
#include "app/server/stopsignal.h"
#include "app/service/service.h"
#include "app/store/database.h"

#include <QCoreApplication>
#include <QFile>

namespace renewal::server {

using namespace Qt::StringLiterals;

namespace {
constexpr char defaultListen[] = "127.0.0.1:8552";
constexpr qint64 maxTokenFile = 1024 * 1024;

QString text(const char *source)
{
    return QCoreApplication::translate("ServeCommand", source);
}

Done readListen(const QString &listen, service::ServiceOptions &options)
{
    const qsizetype colon = listen.lastIndexOf(u':');
    QString host = listen.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isPort = false;
    options.port = QStringView(listen).mid(colon + 1).toUShort(&isPort);
    if (colon <= 0 || !isPort ||
        !options.address.setAddress(host == "localhost"_L1 ? u"127.0.0.1"_s : host)) {
        return failure(ErrorCode::InvalidInput,
                       text("'%1' is not an address to listen on; write it as 127.0.0.1:8552.").arg(listen));
    }
    return ok();
}

Done readTokens(const QString &path, service::ServiceOptions &options)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxTokenFile)
        return failure(ErrorCode::InvalidInput, text("The token file %1 can't be read.").arg(path));
    auto tokens = service::Access::readTokens(file.readAll());
    if (!tokens)
        return failure(tokens.error());
    options.tokens = *std::move(tokens);
    return ok();
}

Done readMessaging(const CommandLine &line, operations::SendingOptions &sending)
{
    sending.url = QUrl(line.value(u"messaging-url"_s), QUrl::StrictMode);
    const QString path = line.value(u"messaging-token"_s);
    if (line.value(u"messaging-url"_s).isEmpty() && path.isEmpty())
        return ok();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxTokenFile)
        return failure(ErrorCode::InvalidInput, text("The token file %1 can't be read.").arg(path));
    sending.token = file.readAll().trimmed();
    if (sending.url.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       text("--messaging-url must be an address, such as https://host/path."));
    return operations::checkSending(sending);
}

void addFlipperOptions(CommandLine &line)
{
    line.addOption(u"flipper-url"_s,
                   text("Where Flipper's HTTP API answers. Without it steps of the rollout are dry runs."),
                   u"URL"_s);
    line.addOption(u"flipper-token"_s, text("A file that holds the token for Flipper."), u"FILE"_s);
    line.addOption(u"environment"_s, text("The environment whose toggles Flipper holds."), u"NAME"_s,
                   u"production"_s);
}

Done readFlipper(const CommandLine &line, operations::SteeringOptions &steering)
{
    steering.url = QUrl(line.value(u"flipper-url"_s), QUrl::StrictMode);
    steering.environment = line.value(u"environment"_s);
    if (!line.isSet(u"flipper-url"_s))
        return ok();
    if (steering.url.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       text("--flipper-url must be an address, such as https://host/path."));
    if (line.isSet(u"flipper-token"_s)) {
        const QString path = line.value(u"flipper-token"_s);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > maxTokenFile)
            return failure(ErrorCode::InvalidInput, text("The token file %1 can't be read.").arg(path));
        steering.token = file.readAll().trimmed();
    }
    return operations::checkSteering(steering);
}

Done readIntake(const CommandLine &line, operations::IntakeOptions &intake)
{
    intake.url = QUrl(line.value(u"intake-url"_s), QUrl::StrictMode);
    const QString path = line.value(u"intake-token"_s);
    if (line.value(u"intake-url"_s).isEmpty() && path.isEmpty())
        return ok();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxTokenFile)
        return failure(ErrorCode::InvalidInput, text("The token file %1 can't be read.").arg(path));
    intake.token = file.readAll().trimmed();
    if (intake.url.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       text("--intake-url must be an address, such as https://host/path."));
    return operations::checkIntake(intake);
}
} // namespace

int ServeCommand::run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    CommandLine line(u"serve"_s, text("Answers REST requests until it is stopped with Ctrl+C."));
    line.addDatabaseOption();
    line.addOption(u"listen"_s, text("The address and port to listen on; port 0 takes any free one."),
                   u"ADDRESS:PORT"_s, QLatin1StringView(defaultListen));
    line.addOption(
        u"tokens"_s,
        text("A JSON file of the tokens that are taken and their roles. Without it one random token with "
             "every role is made and printed."),
        u"FILE"_s);
    line.addOption(u"messaging-url"_s,
                   text("Where Secure Messaging takes renewals. Without it nothing is sent."), u"URL"_s);
    line.addOption(u"messaging-token"_s, text("A file that holds the token for Secure Messaging."),
                   u"FILE"_s);
    addFlipperOptions(line);
    line.addOption(u"metric-sources"_s,
                   text("A JSON file of the services that figures of the rollout are asked of (see "
                        "docs/metric-sources.md)."),
                   u"FILE"_s);
    line.addOption(u"intake-url"_s,
                   text("Where new requests are read from. Without it they come by imports only."), u"URL"_s);
    line.addOption(u"intake-token"_s, text("A file that holds the token for it."), u"FILE"_s);
    line.addOption(u"allow-host"_s, text("Another host name that requests may be addressed to."), u"NAME"_s);
    if (const auto exit = line.parse(arguments, out, err))
        return *exit;

    const auto wanted = options(line);
    if (!wanted)
        return line.usageError(wanted.error().text, err);
    return serve(*wanted, out, err);
}

Result<service::ServiceOptions> ServeCommand::options(const CommandLine &line) const
{
    service::ServiceOptions options;
    options.databaseUrl = line.databaseUrl();
    if (const Done read = readListen(line.value(u"listen"_s), options); !read)
        return failure(read.error());
    if (line.isSet(u"tokens"_s)) {
        if (const Done read = readTokens(line.value(u"tokens"_s), options); !read)
            return failure(read.error());
    }
    if (const Done read = readMessaging(line, options.sending); !read)
        return failure(read.error());
    if (const Done read = readFlipper(line, options.steering); !read)
        if (const Done read = readIntake(line, options.intake); !read)
            return failure(read.error());
    if (line.isSet(u"metric-sources"_s)) {
        auto metrics = operations::readMetricPolling(line.value(u"metric-sources"_s));
        if (!metrics)
            return failure(metrics.error());
        options.metrics = *std::move(metrics);
    }
    options.allowedHosts.append(line.values(u"allow-host"_s));
    return options;
}

int ServeCommand::serve(const service::ServiceOptions &options, QTextStream &out, QTextStream &err) const
{
    // Makes the folder of a new database and reports a schema that is too new before a port is taken.
    if (const auto database = openDatabase(options.databaseUrl); !database)
        return reportFailure(u"serve"_s, database.error(), err);

    StopSignal stop;
    QObject::connect(&stop, &StopSignal::received, qApp, &QCoreApplication::quit);
    service::Service service;
    const auto endpoint = service.start(options);
    if (!endpoint)
        return reportFailure(u"serve"_s, endpoint.error(), err);
    out << text("Listening on %1").arg(endpoint->url) << '\n';
    if (!endpoint->token.isEmpty())
        out << text("Token: %1").arg(QString::fromLatin1(endpoint->token)) << '\n';
    out.flush();
    QCoreApplication::exec();
    service.stop();
    out << text("Stopped.") << '\n';
    return Success;
}

} // namespace renewal::server
