// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/queueviewspane.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/renewals/sendingstrip.h"

namespace renewal::ui {

void RenewalsWorkspace::setSending(OutboxGateway *outbox)
{
    if (!outbox)
        return;
    auto *strip = new SendingStrip(outbox, m_needs.clock, m_views);
    m_views->setSending(strip);
    connect(strip, &SendingStrip::renewalWanted, this, &RenewalsWorkspace::showRenewal);
    connect(strip, &SendingStrip::changed, this, &RenewalsWorkspace::refresh);
}

} // namespace renewal::ui
