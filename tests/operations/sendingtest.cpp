// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operations/sendingtest.h"

#include "app/store/connection.h"

namespace renewal::testing {

using namespace Qt::StringLiterals;

void SendingTest::begin(const QVector<qint64> &routed)
{
    m_server = std::make_unique<MessagingServer>();
    m_clock.set(noon());
    m_server->setTime(noon());
    fill();
    VERIFY_OK(act(TriageAction::Route, routed));
}

operations::SendingOptions SendingTest::options() const
{
    operations::SendingOptions options;
    options.url = QUrl(m_server->url());
    options.token = MessagingServer::token();
    options.holding = std::chrono::milliseconds(0);
    options.slack = std::chrono::seconds(30);
    options.timeout = std::chrono::seconds(20);
    options.clockTolerance = std::chrono::hours(24 * 365 * 50); // tests have a time of their own
    return options;
}

operations::SendingOptions SendingTest::impatient() const
{
    operations::SendingOptions hasty = options();
    hasty.timeout = std::chrono::milliseconds(200);
    return hasty;
}

bool SendingTest::drain(operations::Sender &sender, int steps)
{
    for (int i = 0; i < steps; ++i) {
        const auto step = sender.step(connection());
        if (!step) {
            qWarning("%s | %s", qPrintable(step.error().text), qPrintable(step.error().detail));
            return false;
        }
        if (!step->isIdle)
            continue;
        if (!step->next.isValid())
            return true;
        m_clock.set(std::max(step->next, m_clock.now()));
    }
    return false;
}

void SendingTest::meanwhile(const QString &statement)
{
    const auto mine = testDatabase().database().connection();
    const Done done = mine ? (*mine)->script(statement) : Done(failure(mine.error()));
    if (!done)
        qCritical("%s", qPrintable(done.error().detail));
    testDatabase().database().closeThisThread();
}

OutboxEntry SendingTest::newest(qint64 renewal)
{
    const auto found = outbox().newestOf(u"552"_s, RenewalId{renewal});
    return found && *found ? **found : OutboxEntry{};
}

} // namespace renewal::testing
