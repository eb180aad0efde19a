// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/findhit.h"
#include "models/gateway/page.h"
#include "models/items/roles.h"
#include "models/items/stationdirectory.h"

#include <QList>
#include <QVariantMap>
#include <QWidget>

class QAction;
class QKeySequence;

namespace renewal::ui {

/// One place of the window. Actions with their shortcuts are QWidget::actions(), so that the overview of
/// shortcuts finds them.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setScope(const Scope &scope) = 0;
    virtual void setSearch(const QString &words) = 0;
    virtual void setStations(const items::StationDirectory &stations) = 0;
    /// Fetches what is shown once more, quietly.
    virtual void refresh() = 0;
    /// All that it asked for came, or failed.
    virtual bool isSettled() const = 0;
    /// False where searching means nothing.
    virtual bool canSearch() const { return true; }
    /// What stands at the right end of the top bar, owned by the workspace.
    virtual QList<QWidget *> topBarWidgets() const { return {}; }
    /// Goes to what "find anything" found: selects it. It is the workspace in sight by then, narrowed by a
    /// search that fits the hit.
    virtual void open(const FindHit &hit) { Q_UNUSED(hit) }
    /// What to remember beyond splitters and columns, such as the chosen view; an empty map is the layout of
    /// a first start.
    virtual QVariantMap layoutState() const { return {}; }
    virtual void restoreLayoutState(const QVariantMap &state) { Q_UNUSED(state) }
    /// Hides whatever of a patient was revealed: the window is being locked.
    virtual void conceal() {}
    /// Where the keyboard should be on entering.
    virtual QWidget *mainView() const = 0;

    /// What an action does beyond showing things.
    enum class Effect
    {
        MayChange, ///< data, or it asks before it does; only done where one sees to what
        OnlyShows,
    };

    /// actions(), and those of its parts that have keys of their own: what menus and overviews show.
    QList<QAction *> allActions() const;
    /// False for every action that was not said to be harmless.
    static bool onlyShows(const QAction *action);
    static void setOnlyShows(QAction *action);

signals:
    void settledChanged();
    /// One sentence for the status line.
    void resultReported(const QString &text);
    /// Something went wrong or needs to be told where it cannot be missed.
    void messageRaised(const QString &text, items::Tone tone, const QString &actionText);
    /// The data of others changed too: counts, the other workspaces.
    void dataChanged();

protected:
    /// An action with a name, an object name ("<purpose>Action") and shortcuts that work anywhere in the
    /// workspace, but not while typing.
    QAction *addShortcut(const QString &text, const QString &objectName, const QList<QKeySequence> &keys,
                         Effect effect = Effect::MayChange);
};

} // namespace renewal::ui
