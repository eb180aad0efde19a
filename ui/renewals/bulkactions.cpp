// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/bulkactions.h"

#include "models/items/renewalsmodel.h"
#include "ui/renewals/actionpause.h"
#include "ui/renewals/bulkpreviewdialog.h"
#include "ui/renewals/triagecontroller.h"

#include <QAction>

namespace renewal::ui {

using namespace Qt::StringLiterals;

BulkActions::BulkActions(const Parts &parts, QWidget *place)
    : QObject(place)
    , m_parts(parts)
    , m_place(place)
    , m_route(add(tr("Route all of this view that are ready…"), u"routeViewAction"_s, TriageAction::Route))
    , m_assign(add(tr("Assign all of this view to me…"), u"assignViewAction"_s, TriageAction::Assign))
{
    m_route->setShortcut(Qt::SHIFT | Qt::Key_R);
}

QAction *BulkActions::add(const QString &text, const QString &name, TriageAction kind)
{
    auto *action = new QAction(text, m_place);
    action->setObjectName(name);
    action->setAutoRepeat(false);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_place->addAction(action);
    connect(action, &QAction::triggered, this, [this, kind] { open(kind); });
    return action;
}

void BulkActions::show()
{
    const bool isPossible = m_parts.model->rowCount() > 0 && !m_parts.pause->isOn();
    m_route->setEnabled(isPossible);
    m_assign->setEnabled(isPossible && !m_parts.userName.isEmpty());
}

void BulkActions::open(TriageAction kind)
{
    TriageRequest request;
    request.action = kind;
    if (kind == TriageAction::Assign)
        request.assignee = m_parts.userName;
    auto *dialog = new BulkPreviewDialog(request, m_place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, request, dialog] { m_parts.controller->run(request, dialog->fitting()); });
    dialog->open();
    dialog->gather(m_parts.controller->gateway(), m_parts.model->query());
}

} // namespace renewal::ui
