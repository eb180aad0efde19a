// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/linkflow.h"

#include "models/items/correlationtexts.h"
#include "ui/correlations/careteamdialog.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/sharednamedialog.h"

namespace renewal::ui {

LinkFlow::LinkFlow(CorrelationController *controller, CorrelationsGateway *gateway, QWidget *window)
    : QObject(window)
    , m_controller(controller)
    , m_gateway(gateway)
    , m_window(window)
{
}

bool LinkFlow::isStillAbout(PrescriberId prescriber) const
{
    const auto &detail = m_controller->detail();
    return detail && detail->summary.prescriber.id == prescriber && m_controller->prescriber() == prescriber;
}

void LinkFlow::linkChosen(const QString &note)
{
    if (!m_controller->canLink())
        return;
    const Candidate *chosen = m_controller->candidates()->candidate(m_controller->candidates()->chosenRow());
    const auto &effect = m_controller->effect();
    const bool known = effect && m_controller->previewed() == DecisionKind::Link;
    link(chosen->careTeam, chosen->careTeamName, known ? effect->becomeReady : 0, note);
}

void LinkFlow::linkOther(const QString &note)
{
    if (!m_controller->canDecide())
        return;
    const Prescriber &prescriber = m_controller->detail()->summary.prescriber;
    auto *dialog = new CareTeamDialog(m_gateway, prescriber.station.parent(),
                                      items::prescriberName(prescriber), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(true);
    connect(dialog, &QDialog::accepted, this, [this, dialog, note, asked = prescriber.id] {
        if (isStillAbout(asked) && dialog->chosen().isValid())
            link(dialog->chosen(), dialog->chosenName(), 0, note);
    });
    dialog->open();
}

void LinkFlow::link(TriageTeamId team, const QString &teamName, qint64 releases, const QString &note)
{
    if (!m_controller->isSharedName()) {
        m_controller->decide(DecisionKind::Link, team, note);
        return;
    }
    const Prescriber &prescriber = m_controller->detail()->summary.prescriber;
    auto *dialog = new SharedNameDialog({.prescriber = items::prescriberName(prescriber),
                                         .station = prescriber.station.text(),
                                         .careTeam = teamName,
                                         .people = prescriber.homonyms,
                                         .waiting = releases,
                                         .note = note},
                                        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(true);
    connect(dialog, &QDialog::accepted, this, [this, dialog, team, asked = prescriber.id] {
        if (isStillAbout(asked) && !dialog->note().isEmpty())
            m_controller->decide(DecisionKind::Link, team, dialog->note());
    });
    dialog->open();
}

} // namespace renewal::ui
