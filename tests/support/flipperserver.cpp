// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/flipperserver.h"

namespace renewal::testing {

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 60'000; ///< milliseconds, for a busy machine

QString script(const QString &name)
{
    return QStringLiteral(RENEWAL_SOURCE_DIR) + u"/tests/support/flipper/"_s + name;
}

QByteArray nextLine(QProcess &process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(patience))
            return {};
    }
    return process.readLine().trimmed();
}
} // namespace

FlipperServer::FlipperServer(const QStringList &keys)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"FLIPPER_TOKEN"_s, QString::fromLatin1(token));
    m_process.setProcessEnvironment(environment);
    m_process.start(u"ruby"_s, QStringList{script(u"server.rb"_s)} + keys);
    m_port = nextLine(m_process).toInt();
    if (m_port == 0) {
        m_problem = u"Flipper's test server did not start; install ruby-flipper and ruby-webrick. "_s +
                    m_process.errorString() + u' ' + QString::fromUtf8(m_process.readAllStandardError());
    }
}

FlipperServer::~FlipperServer()
{
    kill();
}

QUrl FlipperServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

bool FlipperServer::behave(const QByteArray &manner)
{
    m_process.write(manner + '\n');
    return nextLine(m_process) == "ok";
}

void FlipperServer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patience);
}

QStringList gemMembership(const QString &featureKey, int users, const QStringList &percentages)
{
    QProcess ruby;
    ruby.start(u"ruby"_s,
               QStringList{script(u"membership.rb"_s), featureKey, QString::number(users)} + percentages);
    if (!ruby.waitForFinished(10 * patience))
        return {};
    return QString::fromUtf8(ruby.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace renewal::testing
