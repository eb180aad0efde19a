// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/connectiongateway.h"
#include "tests/support/heldreplies.h"

namespace renewal::test {

/// A choice of services that remembers what it was asked for.
class FakeServices final : public ConnectionGateway
{
public:
    QString url;
    bool keepsTokens = false;
    bool failed = false;
    bool canDemo = false;
    int startsAgain = 0;
    int rebuilds = 0;
    int embeddedChoices = 0;
    QVector<ServiceAddress> tried;
    QVector<ServiceAddress> chosen;
    Replies<ServiceStatus> testReplies;
    Replies<QString> demoReplies;

    QString remoteUrl() const override { return url; }
    bool canKeepTokens() const override { return keepsTokens; }
    QFuture<Result<ServiceStatus>> test(const ServiceAddress &address) override
    {
        tried.append(address);
        ServiceStatus status;
        status.version = QStringLiteral("9.9");
        status.renewals = 1234;
        return testReplies.reply(status);
    }
    void connectTo(const ServiceAddress &address) override { chosen.append(address); }
    void useEmbedded() override { ++embeddedChoices; }
    bool hasFailed() const override { return failed; }
    void startAgain() override { ++startsAgain; }
    bool canLoadDemo() const override { return canDemo; }
    QFuture<Result<QString>> loadDemo() override { return demoReplies.reply(QStringLiteral("It is in.")); }
    QString dataFolder() const override { return QStringLiteral("/home/somebody/data"); }
    void rebuild() override { ++rebuilds; }
};

} // namespace renewal::test
