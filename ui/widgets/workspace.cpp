// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/workspace.h"

#include <QAction>

namespace renewal::ui {

QAction *Workspace::addShortcut(const QString &text, const QString &objectName,
                                const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

} // namespace renewal::ui
