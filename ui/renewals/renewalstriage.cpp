// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewalsmodel.h"
#include "ui/renewals/actionpause.h"
#include "ui/renewals/chosenstrip.h"
#include "ui/renewals/queuetable.h"
#include "ui/renewals/renewaldetailpane.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/renewals/resultline.h"
#include "ui/renewals/revealstrip.h"
#include "ui/renewals/triageactions.h"
#include "ui/renewals/triagecontroller.h"

#include <QAction>

namespace renewal::ui {

void RenewalsWorkspace::setupTriage()
{
    m_actions = new TriageActions(
        {m_model, m_table, m_controller, m_pause, m_needs.correlations, m_needs.userName}, this);
    m_chosen = new ChosenStrip(this);
    connect(m_chosen, &ChosenStrip::untickRequested, this, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
        m_model->checkAll(false);
    });
    connect(m_actions, &TriageActions::chosenChanged, this, &RenewalsWorkspace::showChosen);
    connect(m_detail, &RenewalDetailPane::settledChanged, this, &RenewalsWorkspace::showChosen);
    connect(m_actions, &TriageActions::prescriberWanted, this, &RenewalsWorkspace::prescriberWanted);
    connect(m_detail, &RenewalDetailPane::prescriberWanted, this, &RenewalsWorkspace::prescriberWanted);
    connect(m_detail, &RenewalDetailPane::revealRequested, this, &RenewalsWorkspace::askReveal);
    connect(m_detail, &RenewalDetailPane::renewalWanted, this, &RenewalsWorkspace::showRenewal);
    connect(m_detail->revealStrip(), &RevealStrip::failed, this,
            [this](const QString &text) { emit messageRaised(text, items::Tone::Caution, {}); });
    connect(m_controller, &TriageController::taken, this, &RenewalsWorkspace::takeRenewals);
    connect(m_controller, &TriageController::finished, this, &RenewalsWorkspace::showReport);
    connect(m_controller, &TriageController::progressed, m_result, &ResultLine::showProgress);
    connect(m_result, &ResultLine::undoRequested, m_actions->undoAction(), &QAction::trigger);
    connect(m_result, &ResultLine::cancelRequested, m_controller, &TriageController::cancel);
    connect(m_result, &ResultLine::restRequested, m_controller, &TriageController::goOn);
    connect(m_pause, &ActionPause::changed, this, [this] {
        showUndo();
        emit settledChanged();
    });
}

} // namespace renewal::ui
