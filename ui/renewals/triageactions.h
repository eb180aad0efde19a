// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/items/triageplan.h"
#include "ui/renewals/triagebar.h"

#include <QObject>

class QAction;
class QMenu;

namespace renewal::items {
class RenewalsModel;
}

namespace renewal::ui {

class ActionPause;
class BulkActions;
class OutcomeActions;
class QueueTable;
class TriageController;

/// What can be done with the chosen renewals, as actions with shortcuts: they know what they apply to, say
/// so in their texts and tool tips, ask what there is to ask, and hand over to the controller.
///
/// Chosen are the checked renewals; when there are none, the present row's; of a heading all its parts.
class TriageActions final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        items::RenewalsModel *model;
        QueueTable *table;
        TriageController *controller;
        ActionPause *pause;
        CorrelationsGateway *correlations; ///< for the care teams of a station; may be null: no rerouting
        QString userName;                  ///< to whom "Assign" assigns; may be empty: always asks
    };
    /// Adds the actions to `place`, below which their shortcuts work. All parts must outlive it.
    TriageActions(const Parts &parts, QWidget *place);

    QVector<Renewal> chosen() const;
    TriageBar::Actions barActions() const;
    /// Puts them into a menu, in its order.
    void fill(QMenu *menu) const;

    QAction *undoAction() const { return m_undo; }

signals:
    /// chosen() is another, or what can be done with it.
    void chosenChanged();
    /// The care team of this prescriber is wanted: there is none to route to.
    void prescriberWanted(renewal::PrescriberId id);

private:
    QAction *add(const QString &text, const QString &name, const QKeySequence &key);
    void setupKeys();
    void keepFocus();
    void show();
    void showOne(QAction *action, TriageAction kind, const QString &iconText, const QString &whatItDoes);
    void showPrimary(const items::TriagePlan &route);
    void route();
    void reroute(const QString &reason = {});
    void setupOutcomes();
    void showReroute(const QVector<Renewal> &fitting, const QString &reason);
    void assign();
    void assignTo();
    void deny();
    void runPrimary();
    void run(TriageAction kind, const QString &assignee = {});
    bool isMine() const;

    Parts m_parts;
    QWidget *m_place;
    QVector<Renewal> m_chosen; ///< as the actions tell it
    QAction *m_primary = nullptr;
    QAction *m_route = nullptr;
    QAction *m_reroute = nullptr;
    QAction *m_assign = nullptr;
    QAction *m_assignTo = nullptr;
    QAction *m_deny = nullptr;
    QAction *m_undo = nullptr;
    OutcomeActions *m_outcomes = nullptr;
    BulkActions *m_bulk = nullptr;
};

} // namespace renewal::ui
