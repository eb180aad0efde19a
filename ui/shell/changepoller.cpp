// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/changepoller.h"

#include "models/items/await.h"

namespace renewal::ui {

ChangePoller::ChangePoller(SystemGateway *gateway, int interval, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_interval(interval)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &ChangePoller::poll);
}

void ChangePoller::poll()
{
    if (m_asking)
        return;
    m_asking = true;
    m_timer.stop();
    if (m_since < 0)
        askStatus();
    else
        askChanges();
}

void ChangePoller::setInterval(int interval)
{
    m_interval = interval;
    m_timer.setInterval(interval);
    if (interval <= 0)
        m_timer.stop();
    else if (!m_asking)
        m_timer.start();
}

void ChangePoller::askStatus()
{
    items::await(m_gateway->status(), this, [this](const Result<ServiceStatus> &status) {
        if (status) {
            m_status = *status;
            if (m_since < 0)
                m_since = status->changeSequence;
        }
        m_answered = true;
        emit statusArrived();
        waitAgain();
    });
}

void ChangePoller::askChanges()
{
    items::await(m_gateway->changes(m_since), this, [this](const Result<ChangeList> &list) {
        if (!list || list->changes.isEmpty()) {
            waitAgain();
            return;
        }
        m_since = list->next;
        QSet<QString> kinds;
        for (const Change &change : list->changes)
            kinds.insert(change.kind);
        emit changed(kinds);
        askStatus(); // the figures of the status line
    });
}

void ChangePoller::waitAgain()
{
    m_asking = false;
    if (m_interval > 0)
        m_timer.start();
}

} // namespace renewal::ui
