// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A service in a process of its own, for tests that kill it: serviceprogram DATABASE_URL prints "PORT TOKEN".
#include "app/service/service.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QUrl>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    renewal::service::ServiceOptions options;
    options.databaseUrl = QCoreApplication::arguments().value(1);
    renewal::service::Service service;
    const auto endpoint = service.start(options);
    if (!endpoint) {
        QTextStream(stderr) << endpoint.error().text << '\n';
        return 1;
    }
    QTextStream(stdout) << QUrl(endpoint->url).port() << ' ' << endpoint->token << '\n';
    return QCoreApplication::exec();
}
