// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/prometheusserver.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

namespace renewal::testing {

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; ///< milliseconds, for a busy machine
constexpr int look = 100;        ///< milliseconds between two looks whether it is ready

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}
} // namespace

PrometheusServer::PrometheusServer(const QByteArray &openMetrics)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    if (makeBlocks(openMetrics) && launch())
        return;
    m_problem = u"Prometheus did not start; install prometheus. "_s + QString::fromUtf8(m_process.readAll());
}

PrometheusServer::~PrometheusServer()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

QUrl PrometheusServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

bool PrometheusServer::makeBlocks(const QByteArray &openMetrics)
{
    const QString samples = m_folder.filePath(u"samples.txt"_s);
    if (!write(samples, openMetrics) ||
        !write(m_folder.filePath(u"prometheus.yml"_s), "scrape_configs: []\n"))
        return false;
    m_process.start(u"promtool"_s, {u"tsdb"_s, u"create-blocks-from"_s, u"openmetrics"_s, samples,
                                    m_folder.filePath(u"data"_s)});
    return m_process.waitForFinished(patience) && m_process.exitCode() == 0;
}

/// A port that was free a moment ago may be taken when it begins; then it ends, and another is tried.
bool PrometheusServer::launch()
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        m_port = freePort();
        m_process.start(u"prometheus"_s, {u"--config.file="_s + m_folder.filePath(u"prometheus.yml"_s),
                                          u"--storage.tsdb.path="_s + m_folder.filePath(u"data"_s),
                                          u"--storage.tsdb.retention.time=100y"_s,
                                          u"--web.listen-address=127.0.0.1:%1"_s.arg(m_port)});
        const QDeadlineTimer deadline(patience);
        while (!deadline.hasExpired() && !m_process.waitForFinished(look)) {
            if (isReady())
                return true;
        }
    }
    return false;
}

bool PrometheusServer::isReady() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    if (!socket.waitForConnected(look))
        return false;
    socket.write("GET /-/ready HTTP/1.0\r\n\r\n");
    return socket.waitForReadyRead(patience) && socket.readAll().startsWith("HTTP/1.0 200");
}

} // namespace renewal::testing
