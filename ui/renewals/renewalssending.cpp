// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/queueviewspane.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/renewals/sendingstrip.h"

#include <QAction>

namespace renewal::ui {

using namespace Qt::StringLiterals;

void RenewalsWorkspace::setSending(OutboxGateway *outbox)
{
    if (!outbox)
        return;
    auto *strip = new SendingStrip(outbox, m_needs.clock, m_views);
    m_views->setSending(strip);
    auto *action = new QAction(tr("Sending…"), this);
    action->setObjectName(u"sendingAction"_s);
    action->setShortcut(Qt::Key_F9);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    setOnlyShows(action);
    connect(action, &QAction::triggered, strip, &SendingStrip::open);
    connect(strip, &SendingStrip::renewalWanted, this, &RenewalsWorkspace::showRenewal);
    connect(strip, &SendingStrip::changed, this, &RenewalsWorkspace::refresh);
}

} // namespace renewal::ui
