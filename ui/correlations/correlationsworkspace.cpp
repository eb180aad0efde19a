// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/correlationsworkspace.h"

#include "models/items/correlationtexts.h"
#include "ui/correlations/careteamdialog.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/decidepane.h"
#include "ui/correlations/evidencepane.h"
#include "ui/correlations/matchingbar.h"
#include "ui/correlations/prescriberlist.h"
#include "ui/widgets/typography.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QTableView>

namespace renewal::ui {

using namespace Qt::StringLiterals;

CorrelationsWorkspace::CorrelationsWorkspace(CorrelationsGateway *gateway, SystemGateway *system,
                                             const Clock *clock, QWidget *parent)
    : Workspace(parent)
    , m_gateway(gateway)
    , m_controller(new CorrelationController(gateway, this))
    , m_list(new PrescriberList(gateway, this))
    , m_evidence(new EvidencePane(m_controller, clock, this))
    , m_decide(new DecidePane(m_controller, this))
    , m_matching(new MatchingBar(gateway, system, this))
{
    setObjectName(u"correlationsWorkspace"_s);
    setupLayout();
    setupKeys();
    setupReports();
    connect(m_list, &PrescriberList::prescriberChosen, m_controller, &CorrelationController::setPrescriber);
    connect(m_list, &PrescriberList::settledChanged, this, &Workspace::settledChanged);
    connect(m_list, &PrescriberList::openCountArrived, this, &CorrelationsWorkspace::openCountArrived);
    connect(m_controller, &CorrelationController::changed, this, &Workspace::settledChanged);
    connect(m_controller, &CorrelationController::effectChanged, this, &Workspace::settledChanged);
    connect(m_decide, &DecidePane::otherTeamRequested, this, &CorrelationsWorkspace::chooseOtherTeam);
}

void CorrelationsWorkspace::setupLayout()
{
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(u"correlationsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_evidence);
    splitter->addWidget(m_decide);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(this, 340), scaled(this, 648), scaled(this, 292)});
    m_list->setMinimumWidth(scaled(this, 290));
    m_evidence->setMinimumWidth(scaled(this, 320));
    m_decide->setMinimumWidth(scaled(this, 232));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void CorrelationsWorkspace::setupKeys()
{
    const auto add = [this](const QString &text, const QString &objectName, const QKeySequence &key,
                            auto what) {
        connect(addShortcut(text, objectName, {key}), &QAction::triggered, this, what);
    };
    add(tr("Next prescriber"), u"nextPrescriberAction"_s, QKeySequence(Qt::Key_J),
        [this] { m_list->moveSelection(1); });
    add(tr("Previous prescriber"), u"previousPrescriberAction"_s, QKeySequence(Qt::Key_K),
        [this] { m_list->moveSelection(-1); });
    add(tr("Link to the chosen care team"), u"linkAction"_s, QKeySequence(Qt::Key_L),
        [this] { m_decide->link(); });
    add(tr("Link to another team…"), u"otherTeamAction"_s, QKeySequence(Qt::Key_T),
        [this] { chooseOtherTeam(); });
    add(tr("None of these is right"), u"refuseAction"_s, QKeySequence(Qt::Key_N),
        [this] { m_decide->refuse(); });
    add(tr("Community care, has no team"), u"externalAction"_s, QKeySequence(Qt::Key_X),
        [this] { m_decide->external(); });
    add(tr("Undo the last decision"), u"undoAction"_s, QKeySequence(QKeySequence::Undo),
        [this] { m_decide->undo(); });
    add(tr("Next candidate"), u"nextCandidateAction"_s, QKeySequence(Qt::Key_BracketRight),
        [this] { chooseCandidate(m_controller->candidates()->chosenRow() + 1); });
    add(tr("Previous candidate"), u"previousCandidateAction"_s, QKeySequence(Qt::Key_BracketLeft),
        [this] { chooseCandidate(m_controller->candidates()->chosenRow() - 1); });
}

void CorrelationsWorkspace::setupReports()
{
    connect(m_controller, &CorrelationController::done, this, [this](const QString &text) {
        emit resultReported(text);
        m_list->refresh();
        emit dataChanged();
    });
    connect(m_controller, &CorrelationController::refused, this, [this](const QString &text, bool stale) {
        emit messageRaised(text, stale ? items::Tone::Caution : items::Tone::Bad, {});
        if (stale)
            m_list->refresh();
    });
    connect(m_matching, &MatchingBar::finished, this, [this](const QString &text) {
        emit resultReported(text);
        refresh();
        emit dataChanged();
    });
    connect(m_matching, &MatchingBar::failed, this,
            [this](const QString &text) { emit messageRaised(text, items::Tone::Bad, {}); });
}

void CorrelationsWorkspace::setScope(const Scope &scope)
{
    m_list->setScope(scope);
    m_matching->setScope(scope);
}

void CorrelationsWorkspace::setSearch(const QString &words)
{
    m_list->setSearch(words);
}

void CorrelationsWorkspace::setStations(const items::StationDirectory &stations)
{
    m_evidence->setStations(stations);
    m_decide->setStations(stations);
}

void CorrelationsWorkspace::refresh()
{
    m_list->refresh();
    if (m_controller->prescriber().isValid())
        m_controller->reload();
}

bool CorrelationsWorkspace::isSettled() const
{
    return m_list->isSettled() && m_controller->isSettled();
}

QList<QWidget *> CorrelationsWorkspace::topBarWidgets() const
{
    return {m_matching};
}

QWidget *CorrelationsWorkspace::mainView() const
{
    return m_list->table();
}

void CorrelationsWorkspace::chooseCandidate(int row)
{
    m_controller->candidates()->choose(row);
}

void CorrelationsWorkspace::chooseOtherTeam()
{
    if (!m_controller->canDecide())
        return;
    const Prescriber &prescriber = m_controller->detail()->summary.prescriber;
    auto *dialog =
        new CareTeamDialog(m_gateway, prescriber.station.parent(), items::prescriberName(prescriber), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(true);
    const PrescriberId asked = prescriber.id;
    connect(dialog, &QDialog::accepted, this, [this, dialog, asked] {
        // The list may have moved on below the dialog; the answer belongs to whom it was asked for.
        const auto &detail = m_controller->detail();
        if (detail && detail->summary.prescriber.id == asked && dialog->chosen().isValid())
            m_controller->decide(DecisionKind::Link, dialog->chosen(), m_decide->note());
    });
    dialog->open();
}

} // namespace renewal::ui
