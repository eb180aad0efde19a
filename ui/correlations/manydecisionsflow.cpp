// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/manydecisionsflow.h"

#include "models/items/manyplan.h"
#include "ui/correlations/decisionsdialog.h"
#include "ui/correlations/manypane.h"
#include "ui/correlations/manyplanner.h"
#include "ui/correlations/prescriberlist.h"

namespace renewal::ui {

ManyDecisionsFlow::ManyDecisionsFlow(CorrelationsGateway *gateway, PrescriberList *list, QWidget *window)
    : QObject(window)
    , m_gateway(gateway)
    , m_list(list)
    , m_window(window)
    , m_pane(new ManyPane(window))
    , m_planner(new ManyPlanner(gateway, this))
{
    connect(list, &PrescriberList::chosenChanged, this, &ManyDecisionsFlow::takeChoice);
    connect(m_pane, &ManyPane::wanted, this, &ManyDecisionsFlow::want);
    connect(m_pane, &ManyPane::onlyOneWanted, list, &PrescriberList::chooseOnlyCurrent);
    connect(m_planner, &ManyPlanner::planned, this, &ManyDecisionsFlow::review);
    connect(m_planner, &ManyPlanner::busyChanged, this, [this] { m_pane->setBusy(m_planner->isBusy()); });
}

bool ManyDecisionsFlow::isSeveral() const
{
    return m_pane->chosen().size() > 1;
}

void ManyDecisionsFlow::takeChoice()
{
    const QVector<PrescriberSummary> chosen = m_list->chosen();
    if (chosen == m_pane->chosen())
        return;
    m_planner->forget(); // it was about others
    const bool before = isSeveral();
    m_pane->setChosen(chosen);
    if (!isSeveral())
        m_pane->clearNote();
    if (before != isSeveral())
        emit severalChanged(isSeveral());
}

void ManyDecisionsFlow::want(DecisionKind kind)
{
    const int count = static_cast<int>(m_pane->chosen().size());
    switch (kind) {
    case DecisionKind::Link:
        m_what = tr("Link %Ln prescriber(s) to their first candidates", nullptr, count);
        break;
    case DecisionKind::Refuse:
        m_what = tr("None of the candidates of %Ln prescriber(s) is right", nullptr, count);
        break;
    case DecisionKind::External:
        m_what = tr("%Ln prescriber(s) in community care", nullptr, count);
        break;
    }
    m_planner->plan(kind, m_pane->chosen(), m_pane->note());
}

void ManyDecisionsFlow::review(const items::ManyPlan &plan)
{
    if (!m_dialog) {
        m_dialog = new DecisionsDialog(m_gateway, m_window);
        connect(m_dialog, &DecisionsDialog::taken, this, [this](const DecisionsReport &report) {
            m_list->chooseOnlyCurrent();
            emit taken(report, m_what);
        });
    }
    m_dialog->review(m_what, plan.fitting, plan.leftOut);
}

} // namespace renewal::ui
