// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/workspace.h"

#include <QAction>

namespace renewal::ui {

namespace {
constexpr char onlyShowsProperty[] = "onlyShows";
}

QList<QAction *> Workspace::allActions() const
{
    QList<QAction *> all = actions();
    const QList<QAction *> parts = findChildren<QAction *>();
    for (QAction *action : parts) {
        const bool hasName = !action->objectName().isEmpty() && !action->text().isEmpty();
        if (hasName && !action->shortcuts().isEmpty() && !all.contains(action))
            all.append(action);
    }
    return all;
}

bool Workspace::onlyShows(const QAction *action)
{
    return action && action->property(onlyShowsProperty).toBool();
}

void Workspace::setOnlyShows(QAction *action)
{
    action->setProperty(onlyShowsProperty, true);
}

QAction *Workspace::addShortcut(const QString &text, const QString &objectName,
                                const QList<QKeySequence> &keys, Effect effect)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    if (effect == Effect::OnlyShows)
        setOnlyShows(action);
    return action;
}

} // namespace renewal::ui
