// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/linkflow.h"

#include "models/items/correlationtexts.h"
#include "ui/correlations/careteamdialog.h"
#include "ui/correlations/conflictdialog.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/sharednamedialog.h"
#include "ui/correlations/unlikelylinkdialog.h"

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
    const auto &effect = m_controller->effect(DecisionKind::Link);
    link({.team = chosen->careTeam,
          .teamName = chosen->careTeamName,
          .releases = effect ? std::optional(effect->becomeReady) : std::nullopt,
          .probability = chosen->probability},
         note);
}

void LinkFlow::linkOther(const QString &note)
{
    if (!m_controller->canDecide() || !m_controller->terms().problem.isEmpty())
        return;
    const PrescriberDetail &detail = *m_controller->detail();
    const Prescriber &prescriber = detail.summary.prescriber;
    auto *dialog = new CareTeamDialog(m_gateway, prescriber.station.parent(),
                                      items::prescriberName(prescriber), m_window);
    Decision decision;
    decision.prescriberId = prescriber.id;
    decision.version = detail.summary.correlation.version;
    m_controller->terms().addTo(decision);
    dialog->setDecision(decision, detail.candidates);
    open(dialog, [this, dialog, note] {
        // What matching thinks of the team stood in the dialog.
        if (dialog->chosen().isValid())
            link({dialog->chosen(), dialog->chosenName(), dialog->releases(), {}}, note);
    });
}

void LinkFlow::chooseBetween(const Decision &mine)
{
    const auto &detail = m_controller->detail();
    if (!detail)
        return;
    open(new ConflictDialog(m_gateway, *detail, mine, *m_controller->candidates(), m_window),
         [this, mine] { m_controller->decideAgain(mine); });
}

void LinkFlow::link(const Link &link, const QString &note)
{
    if (m_controller->isSharedName())
        askAboutSharedName(link, note);
    else if (link.probability && UnlikelyLinkDialog::isNeeded(*link.probability))
        askAboutDoubt(link, note);
    else
        m_controller->decide(DecisionKind::Link, link.team, note);
}

void LinkFlow::askAboutSharedName(const Link &link, const QString &note)
{
    const Prescriber &prescriber = m_controller->detail()->summary.prescriber;
    const bool doubtful = link.probability && UnlikelyLinkDialog::isNeeded(*link.probability);
    auto *dialog = new SharedNameDialog(
        {.prescriber = items::prescriberName(prescriber),
         .station = prescriber.station.text(),
         .careTeam = link.teamName,
         .doubt = doubtful ? UnlikelyLinkDialog::doubt(*link.probability,
                                                       m_controller->candidates()->noneProbability())
                           : QString(),
         .people = prescriber.homonyms,
         .waiting = link.releases.value_or(0),
         .note = note},
        m_window);
    open(dialog, [this, dialog, team = link.team] {
        if (!dialog->note().isEmpty())
            m_controller->decide(DecisionKind::Link, team, dialog->note());
    });
}

void LinkFlow::askAboutDoubt(const Link &link, const QString &note)
{
    const Prescriber &prescriber = m_controller->detail()->summary.prescriber;
    auto *dialog = new UnlikelyLinkDialog({.prescriber = items::prescriberName(prescriber),
                                           .careTeam = link.teamName,
                                           .probability = *link.probability,
                                           .noneProbability = m_controller->candidates()->noneProbability(),
                                           .releases = link.releases},
                                          m_window);
    open(dialog, [this, team = link.team, note] { m_controller->decide(DecisionKind::Link, team, note); });
}

void LinkFlow::open(QDialog *dialog, const std::function<void()> &accepted)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(true);
    connect(dialog, &QDialog::accepted, this,
            [this, accepted, asked = m_controller->detail()->summary.prescriber.id] {
                if (isStillAbout(asked))
                    accepted();
            });
    dialog->open();
}

} // namespace renewal::ui
