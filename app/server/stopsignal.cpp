// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/stopsignal.h"

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace renewal::server {

namespace {
// A signal handler may only write to a descriptor, and has no argument to find it by.
int descriptors[2] = {-1, -1};

void handle(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(descriptors[0], &byte, sizeof byte);
}

void install(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}
} // namespace

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, descriptors) != 0)
        return; // signals keep their default: the program just ends
    m_notifier = std::make_unique<QSocketNotifier>(descriptors[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(descriptors[1], &byte, sizeof byte) > 0)
            emit received();
    });
    install(handle);
}

StopSignal::~StopSignal()
{
    if (!m_notifier)
        return;
    install(SIG_DFL);
    m_notifier.reset();
    ::close(descriptors[0]);
    ::close(descriptors[1]);
}

} // namespace renewal::server
