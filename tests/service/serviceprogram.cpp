// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A service in a process of its own, for tests that kill it: serviceprogram DATABASE_URL [MESSAGING_URL
// TOKEN] prints "PORT TOKEN". It sends in a hurry: its pauses are as short as a test wants them.
#include "app/service/service.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QUrl>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    renewal::service::ServiceOptions options;
    options.databaseUrl = QCoreApplication::arguments().value(1);
    if (QCoreApplication::arguments().size() > 3) {
        using std::chrono::milliseconds;
        renewal::operations::SendingOptions &sending = options.sending;
        sending.url = QUrl(QCoreApplication::arguments().at(2));
        sending.token = QCoreApplication::arguments().at(3).toLatin1();
        sending.messagesPerSecond = 0;
        sending.lines = 3;
        sending.holding = milliseconds(0);
        sending.timeout = milliseconds(1000);
        // What is kept late, or read late by a slow machine, is kept long before.
        sending.settling = milliseconds(15'000);
        sending.slack = milliseconds(250);
        sending.shortestPause = milliseconds(20);
        sending.longestPause = milliseconds(200);
        sending.attempts = 1000;
        sending.resends = 1000;
    }
    renewal::service::Service service;
    const auto endpoint = service.start(options);
    if (!endpoint) {
        QTextStream(stderr) << endpoint.error().text << '\n';
        return 1;
    }
    QTextStream(stdout) << QUrl(endpoint->url).port() << ' ' << endpoint->token << '\n';
    return QCoreApplication::exec();
}
