// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/stationdirectory.h"
#include "ui/shell/shelloptions.h"

#include <QObject>
#include <QSet>
#include <QVector>

namespace renewal::ui {

struct WindowParts;
class Workspace;

/// The workspaces behind the navigation: which one is in sight, which have been filled, what they are
/// narrowed to, and which must look again after a change.
class WorkspaceHost final : public QObject
{
    Q_OBJECT

public:
    /// The parts must outlive the host.
    explicit WorkspaceHost(WindowParts *parts, QObject *parent = nullptr);

    WorkspaceId place() const { return m_place; }
    Workspace *current() const;
    /// Brings a place to the front and gives it the keyboard.
    void show(WorkspaceId id);
    void setStations(const items::StationDirectory &stations);
    void refreshAll();
    /// Refreshes what is in sight or counted; the others when they are shown next.
    void takeChanges(const QSet<QString> &kinds);
    /// Fills, one after the other, the place in sight and those whose counts stand in the navigation.
    void loadNext();
    /// These have all that they asked for.
    bool isSettled() const;
    static bool isShowing(WorkspaceId id, const QSet<QString> &kinds);

signals:
    void shown(renewal::ui::WorkspaceId id);
    /// Another place than before is about to be shown.
    void left();

private:
    void applyScope(const Scope &scope);
    void tellScope(const Scope &scope);
    void applySearch(const QString &words);

    WindowParts *m_parts;
    WorkspaceId m_place = WorkspaceId::Renewals;
    QVector<bool> m_loaded{false, false, false, false};
    QVector<bool> m_outdated{false, false, false, false};
    items::StationDirectory m_stations;
};

} // namespace renewal::ui
