// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/actionpause.h"

#include "ui/renewals/renewaldetailpane.h"
#include "ui/renewals/triagecontroller.h"

namespace renewal::ui {

ActionPause::ActionPause(TriageController *controller, RenewalDetailPane *detail, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_detail(detail)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(usual);
    connect(controller, &TriageController::stateChanged, this, &ActionPause::follow);
    connect(detail, &RenewalDetailPane::settledChanged, this, &ActionPause::endIfShown);
    connect(&m_timer, &QTimer::timeout, this, &ActionPause::endIfShown);
}

void ActionPause::follow()
{
    if (!m_controller->isBusy()) {
        if (m_isOn)
            m_timer.start();
        return;
    }
    m_timer.stop();
    if (m_isOn)
        return;
    m_isOn = true;
    emit changed();
}

void ActionPause::endIfShown()
{
    if (!m_isOn || m_controller->isBusy() || m_timer.isActive() || !m_detail->isSettled())
        return;
    m_isOn = false;
    emit changed();
}

} // namespace renewal::ui
