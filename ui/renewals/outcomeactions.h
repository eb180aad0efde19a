// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/triage.h"

#include <QObject>
#include <QVector>

class QAction;
class QKeySequence;
class QWidget;

namespace renewal::items {
class RenewalsModel;
}

namespace renewal::ui {

class ActionPause;
class TriageController;

/// What ends renewals, beside a denial, or gives them back to the Veteran: approve, close as duplicate or
/// withdrawn, return. Each asks what there is to ask; approving as it was asks nothing, it can be undone.
class OutcomeActions final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        items::RenewalsModel *model;
        TriageController *controller;
        ActionPause *pause;
    };
    /// Adds the actions to `place`, below which their shortcuts work. All parts must outlive it.
    OutcomeActions(const Parts &parts, QWidget *place);

    /// In the order of menus.
    QVector<QAction *> all() const
    {
        return {m_approve, m_approveAsBefore, m_return, m_duplicate, m_withdraw};
    }
    /// What they would be for.
    void setChosen(const QVector<Renewal> &chosen);

private:
    QAction *add(const QString &text, const QString &name, const QKeySequence &key,
                 void (OutcomeActions::*run)());
    void showOne(QAction *action, TriageAction kind, const QString &whatItDoes);
    QVector<Renewal> others(const Renewal &renewal) const;
    void approve();
    void approveAsBefore();
    void giveBack();
    void closeDuplicate();
    void withdraw();

    Parts m_parts;
    QWidget *m_place;
    QVector<Renewal> m_chosen;
    QAction *m_approve;
    QAction *m_approveAsBefore;
    QAction *m_return;
    QAction *m_duplicate;
    QAction *m_withdraw;
};

} // namespace renewal::ui
