// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgrescluster.h"

#include "app/store/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTcpServer>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace renewal::testing {

using namespace Qt::StringLiterals;

namespace {
const char binaries[] = "/usr/lib/postgresql/15/bin/";

tl::unexpected<Error> broken(const QString &text)
{
    return failure(ErrorCode::Unavailable, u"PostgreSQL test server: "_s + text);
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}
} // namespace

Result<PostgresCluster *> PostgresCluster::shared()
{
    static std::unique_ptr<PostgresCluster> cluster;
    static Done started = ok();
    if (!cluster) {
        cluster.reset(new PostgresCluster);
        started = cluster->start();
        // The server must end before the program's own statics do.
        qAddPostRoutine([] { cluster.reset(); });
    }
    if (!started)
        return failure(started.error());
    return cluster.get();
}

PostgresCluster::~PostgresCluster()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_server.processId()), SIGINT); // fast shutdown
    if (!m_server.waitForFinished(20000))
        m_server.kill();
    m_server.waitForFinished(5000);
}

Done PostgresCluster::start()
{
    if (!QFile::exists(QLatin1StringView(binaries) + "postgres"_L1))
        return broken(u"not installed. Install the Debian package postgresql-15."_s);
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return broken(u"Qt's driver is not installed. Install the Debian package libqt6sql6-psql."_s);
    if (!m_dir.isValid())
        return broken(u"no temporary folder: "_s + m_dir.errorString());
    if (::geteuid() == 0) {
        for (const char *account : {"postgres", "nobody"}) {
            const passwd *entry = ::getpwnam(account);
            if (!entry)
                continue;
            if (::chown(QFile::encodeName(m_dir.path()).constData(), entry->pw_uid, entry->pw_gid) != 0)
                return broken(u"the temporary folder cannot be given to the account that runs the server."_s);
            m_account = QString::fromLatin1(account);
            break;
        }
        if (m_account.isEmpty())
            return broken(u"neither account postgres nor nobody exists; it does not run as root."_s);
    }
    if (const Done made = initialise(); !made)
        return made;
    // Another program may take the free port before the server does.
    Done launched = ok();
    for (int attempt = 0; attempt < 5; ++attempt) {
        launched = launch();
        if (launched)
            return ok();
    }
    return launched;
}

QStringList PostgresCluster::asAccount(const QString &program, const QStringList &arguments) const
{
    // setpriv becomes the program, so our child is the server itself, and dies with us.
    QStringList all{u"--pdeathsig"_s, u"INT"_s};
    if (!m_account.isEmpty()) {
        const passwd *entry = ::getpwnam(m_account.toLatin1().constData());
        all = QStringList{u"--reuid"_s, QString::number(entry->pw_uid), u"--regid"_s,
                          QString::number(entry->pw_gid), u"--clear-groups"_s} +
              all;
    }
    return all + QStringList{QLatin1StringView(binaries) + program} + arguments;
}

Done PostgresCluster::runTool(const QString &program, const QStringList &arguments)
{
    QProcess tool;
    tool.setWorkingDirectory(m_dir.path());
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(u"setpriv"_s, asAccount(program, arguments));
    if (!tool.waitForFinished(60000) || tool.exitCode() != 0)
        return broken(u"%1 failed: %2"_s.arg(program, QString::fromUtf8(tool.readAll())));
    return ok();
}

Done PostgresCluster::initialise()
{
    return runTool(u"initdb"_s, {u"-D"_s, m_dir.filePath(u"data"_s), u"-U"_s, u"renewal"_s, u"-A"_s,
                                 u"trust"_s, u"-E"_s, u"UTF8"_s, u"--locale=C"_s, u"--no-sync"_s});
}

Done PostgresCluster::launch()
{
    m_port = freePort();
    m_server.setWorkingDirectory(m_dir.path());
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments{u"-D"_s, m_dir.filePath(u"data"_s), u"-p"_s, QString::number(m_port)};
    // A crash of the machine may destroy this server: it holds nothing that matters.
    for (const QString &setting :
         {u"listen_addresses=127.0.0.1"_s, u"unix_socket_directories="_s + m_dir.path(), u"fsync=off"_s,
          u"full_page_writes=off"_s, u"max_connections=40"_s, u"log_checkpoints=off"_s,
          u"shared_buffers=128MB"_s, u"max_wal_size=2GB"_s})
        arguments << u"-c"_s << setting;
    m_server.start(u"setpriv"_s, asAccount(u"postgres"_s, arguments));
    QByteArray said;
    while (!said.contains("ready to accept connections")) {
        if (!m_server.waitForReadyRead(30000)) {
            m_server.kill();
            m_server.waitForFinished(5000);
            return broken(u"did not start: "_s + QString::fromUtf8(said));
        }
        said += m_server.readAll();
    }
    return ok();
}

Done PostgresCluster::administer(const QString &sql)
{
    const QString name = u"renewal-test-administration"_s;
    QString problem;
    {
        QSqlDatabase handle = QSqlDatabase::addDatabase(u"QPSQL"_s, name);
        handle.setHostName(u"127.0.0.1"_s);
        handle.setPort(m_port);
        handle.setUserName(u"renewal"_s);
        handle.setDatabaseName(u"postgres"_s);
        if (!handle.open()) {
            problem = handle.lastError().text();
        } else {
            QSqlQuery query(handle);
            if (!query.exec(sql))
                problem = query.lastError().text();
        }
    }
    QSqlDatabase::removeDatabase(name);
    m_server.readAll(); // keeps its log from filling the pipe
    return problem.isEmpty() ? ok() : Done(broken(problem));
}

Result<QString> PostgresCluster::newDatabase()
{
    const QString name = u"test_%1"_s.arg(++m_databases);
    if (const Done made = administer(u"CREATE DATABASE "_s + name); !made)
        return failure(made.error());
    return u"postgresql://renewal@127.0.0.1:%1/%2"_s.arg(m_port).arg(name);
}

Result<QString> PostgresCluster::newDatabaseLike(const QString &databaseUrl)
{
    const QString name = u"test_%1"_s.arg(++m_databases);
    const QString source = databaseUrl.section(u'/', -1);
    if (const Done made = administer(u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(name, source)); !made)
        return failure(made.error());
    return u"postgresql://renewal@127.0.0.1:%1/%2"_s.arg(m_port).arg(name);
}

Result<QString> PostgresCluster::migratedTemplate()
{
    if (!m_template.isEmpty())
        return m_template;
    auto url = newDatabase();
    if (!url)
        return url;
    auto parsed = store::DatabaseUrl::parse(*url);
    if (!parsed)
        return failure(parsed.error());
    if (const Done migrated = store::Database(*parsed).migrate(); !migrated)
        return failure(migrated.error());
    m_template = *url;
    return m_template;
}

Done PostgresCluster::dropConnections(const QString &databaseUrl)
{
    return administer(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1' "_s.arg(
        databaseUrl.section(u'/', -1)));
}

} // namespace renewal::testing
