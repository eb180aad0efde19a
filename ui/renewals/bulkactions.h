// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/triage.h"

#include <QObject>
#include <QVector>

class QAction;
class QWidget;

namespace renewal::items {
class RenewalsModel;
}

namespace renewal::ui {

class ActionPause;
class TriageController;

/// Actions on the whole of the view that is shown, loaded or not: all that are ready are routed, all that can
/// be are assigned. Both show first what they would do.
class BulkActions final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        items::RenewalsModel *model;
        TriageController *controller;
        ActionPause *pause;
        QString userName; ///< to whom they are assigned; empty: that is not offered
    };
    /// Adds the actions to `place`. All parts must outlive it.
    BulkActions(const Parts &parts, QWidget *place);

    QVector<QAction *> all() const { return {m_route, m_assign}; }
    /// Whether there is anything, and nothing runs.
    void show();

private:
    QAction *add(const QString &text, const QString &name, TriageAction kind);
    void open(TriageAction kind);

    Parts m_parts;
    QWidget *m_place;
    QAction *m_route;
    QAction *m_assign;
};

} // namespace renewal::ui
