// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/triageactions.h"

#include "models/gateway/await.h"
#include "models/items/renewalsmodel.h"
#include "models/items/triagetexts.h"
#include "ui/correlations/careteamdialog.h"
#include "ui/renewals/actionpause.h"
#include "ui/renewals/bulkactions.h"
#include "ui/renewals/bulkpreviewdialog.h"
#include "ui/renewals/denydialog.h"
#include "ui/renewals/outcomeactions.h"
#include "ui/renewals/queuetable.h"
#include "ui/renewals/triagecontroller.h"
#include "ui/widgets/textdialog.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int subjectsNamed = 6; ///< medications in the question whom to hand them to
}

TriageActions::TriageActions(const Parts &parts, QWidget *place)
    : QObject(place)
    , m_parts(parts)
    , m_place(place)
{
    setupKeys();
    setupOutcomes();
    connect(m_route, &QAction::triggered, this, &TriageActions::route);
    connect(m_reroute, &QAction::triggered, this, [this] { reroute(); });
    connect(m_assign, &QAction::triggered, this, &TriageActions::assign);
    connect(m_assignTo, &QAction::triggered, this, &TriageActions::assignTo);
    connect(m_deny, &QAction::triggered, this, &TriageActions::deny);
    connect(m_undo, &QAction::triggered, parts.controller, &TriageController::undo);
    connect(m_primary, &QAction::triggered, this, &TriageActions::runPrimary);
    connect(parts.pause, &ActionPause::changed, this, [this] {
        keepFocus();
        show();
    });
    connect(parts.model, &items::RenewalsModel::checksChanged, this, &TriageActions::show);
    connect(parts.model, &items::RenewalsModel::rowsChanged, this, &TriageActions::show);
    connect(parts.model, &items::PagedModelBase::stateChanged, this, &TriageActions::show);
    connect(parts.table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TriageActions::show);
    show();
}

QAction *TriageActions::add(const QString &text, const QString &name, const QKeySequence &key)
{
    auto *action = new QAction(text, m_place);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setAutoRepeat(false); // a key that is held down is one decision, not one for each patient in turn
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_place->addAction(action);
    return action;
}

void TriageActions::setupKeys()
{
    m_primary = add(tr("Do what is next"), u"primaryTriageAction"_s, {});
    m_primary->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    // Only in the list: elsewhere Enter presses the button that has the focus.
    m_primary->setShortcutContext(Qt::WidgetShortcut);
    m_parts.table->addAction(m_primary);
    m_route = add(tr("Route"), u"routeAction"_s, Qt::Key_R);
    m_reroute = add(tr("Reroute"), u"rerouteAction"_s, Qt::Key_E);
    m_assign = add(tr("Assign to me"), u"assignAction"_s, Qt::Key_A);
    m_assignTo = add(tr("Assign to somebody"), u"assignToAction"_s, Qt::SHIFT | Qt::Key_A);
    m_deny = add(tr("Deny…"), u"denyAction"_s, Qt::Key_D);
    m_undo = add(tr("Undo"), u"undoTriageAction"_s, QKeySequence::Undo);
}

/// A button that loses its use while it has the focus would hand it to the views, far from the list.
void TriageActions::keepFocus()
{
    const QWidget *focused = m_place->window()->focusWidget();
    if (m_parts.pause->isOn() && qobject_cast<const QPushButton *>(focused) && m_place->isAncestorOf(focused))
        m_parts.table->setFocus(Qt::OtherFocusReason);
}

/// The keys and the pause of the others hold for them too.
void TriageActions::setupOutcomes()
{
    m_outcomes = new OutcomeActions({m_parts.model, m_parts.controller, m_parts.pause}, m_place);
    m_bulk = new BulkActions({m_parts.model, m_parts.controller, m_parts.pause, m_parts.userName}, m_place);
}

TriageBar::Actions TriageActions::barActions() const
{
    return {m_primary, m_reroute, m_assign, m_deny, m_outcomes->all()};
}

void TriageActions::fill(QMenu *menu) const
{
    menu->addActions({m_route, m_reroute, m_assign, m_assignTo});
    menu->addSeparator();
    menu->addActions(m_outcomes->all());
    menu->addAction(m_deny);
    menu->addSeparator();
    menu->addActions(m_bulk->all());
    menu->addSeparator();
    menu->addAction(m_undo);
}

QVector<Renewal> TriageActions::chosen() const
{
    return m_parts.model->checkedCount() > 0 ? m_parts.model->checkedRenewals()
                                             : m_parts.model->renewalsAt(m_parts.table->currentIndex().row());
}

bool TriageActions::isMine() const
{
    return !m_parts.userName.isEmpty() && !m_chosen.isEmpty() &&
           std::ranges::all_of(m_chosen, [this](const Renewal &renewal) {
               return renewal.state == RenewalState::InReview && renewal.assignee == m_parts.userName;
           });
}

void TriageActions::show()
{
    m_chosen = chosen();
    showPrimary(items::planTriage(TriageAction::Route, m_chosen));
    showOne(m_route, TriageAction::Route, tr("Route"), tr("Hands each to its care team (R)"));
    showOne(m_reroute, TriageAction::Reroute, tr("Reroute"),
            tr("Hands them to another care team of the station (E)"));
    const bool isMine = this->isMine();
    m_assign->setText(isMine ? tr("Give back") : tr("Assign to me"));
    showOne(m_assign, TriageAction::Assign, isMine ? tr("Give back") : tr("Assign"),
            isMine ? tr("Back to the queue, for anybody (A)")
                   : tr("You take them; nobody else will (A). To somebody else: Shift+A"));
    showOne(m_assignTo, TriageAction::Assign, tr("Assign to somebody"),
            tr("Somebody else takes them (Shift+A)"));
    showOne(m_deny, TriageAction::Deny, tr("Deny…"), tr("Closes them with a reason; asks before (D)"));
    m_outcomes->setChosen(m_chosen);
    m_bulk->show();
    const auto stations = std::ranges::adjacent_find(m_chosen, [](const Renewal &a, const Renewal &b) {
        return a.station.parent() != b.station.parent();
    });
    if (stations != m_chosen.end() || !m_parts.correlations) {
        m_reroute->setEnabled(false);
        m_reroute->setToolTip(tr("A care team belongs to one station; choose renewals of one station."));
    }
    m_undo->setEnabled(m_parts.controller->canUndo() && !m_parts.pause->isOn());
    m_undo->setText(m_parts.controller->undoText().isEmpty()
                        ? tr("Undo")
                        : tr("Undo: %1", "what was done").arg(m_parts.controller->undoText()));
    emit chosenChanged();
}

void TriageActions::showOne(QAction *action, TriageAction kind, const QString &iconText,
                            const QString &whatItDoes)
{
    const items::TriagePlan plan = items::planTriage(kind, m_chosen);
    const bool busy = m_parts.pause->isOn();
    action->setIconText(iconText);
    action->setToolTip(busy ? tr("Wait for the action that is running.") : planText(plan, whatItDoes));
    action->setEnabled(plan.isPossible() && !busy);
}

void TriageActions::showPrimary(const items::TriagePlan &route)
{
    const bool wantsTeam = !route.isPossible() && !m_chosen.isEmpty() &&
                           m_chosen.first().state == RenewalState::NeedsRouting &&
                           m_chosen.first().prescriberId.isValid();
    if (wantsTeam) {
        m_primary->setText(tr("Find the care team"));
        m_primary->setIconText(tr("Find team"));
        m_primary->setToolTip(
            tr("%1\nOpens the prescriber in Correlations, where a team can be linked (Enter)",
               "why it cannot be routed")
                .arg(route.why));
        m_primary->setEnabled(!m_parts.pause->isOn());
        return;
    }
    const QString figure = QLocale().toString(route.fitting.size());
    m_primary->setText(tr("Route"));
    showOne(m_primary, TriageAction::Route,
            route.isPossible() ? tr("Route %1", "a number").arg(figure) : tr("Route"),
            tr("Hands each to its care team (R, Enter)"));
}

void TriageActions::runPrimary()
{
    if (items::planTriage(TriageAction::Route, m_chosen).isPossible())
        route();
    else if (!m_chosen.isEmpty())
        emit prescriberWanted(m_chosen.first().prescriberId);
}

void TriageActions::run(TriageAction kind, const QString &assignee)
{
    TriageRequest request;
    request.action = kind;
    request.assignee = assignee;
    runOrPreview(m_parts.controller, request, items::planTriage(kind, m_chosen), m_place);
}

void TriageActions::route()
{
    run(TriageAction::Route);
}

void TriageActions::reroute(const QString &reason)
{
    const QVector<Renewal> fitting = items::planTriage(TriageAction::Reroute, m_chosen).fitting;
    if (!fitting.isEmpty())
        showReroute(fitting, reason);
}

void TriageActions::showReroute(const QVector<Renewal> &fitting, const QString &reason)
{
    auto *dialog = new CareTeamDialog(m_parts.correlations, fitting.first().station.parent(), {}, m_place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const int count = static_cast<int>(fitting.size());
    dialog->setWords(tr("Reroute"),
                     tr("Hand %n renewal(s) to which care team of station %1?", nullptr, count)
                             .arg(fitting.first().station.parent()) +
                         u'\n' + items::subjectLines(fitting, subjectsNamed).join(u'\n'),
                     tr("Reroute %n", nullptr, count));
    dialog->setRenewals(fitting);
    dialog->setReasons(rerouteReasons(), reason);
    connect(dialog, &QDialog::accepted, this, [this, dialog, fitting] {
        const std::optional<CareTeam> team = dialog->chosenTeam();
        if (!team)
            return;
        TriageRequest request;
        request.action = TriageAction::Reroute;
        request.careTeam = team->triageTeamId;
        request.reason = dialog->reason();
        m_parts.controller->run(request, fitting, team->shownName());
    });
    dialog->open();
}

void TriageActions::assign()
{
    if (m_parts.userName.isEmpty())
        assignTo();
    else
        run(TriageAction::Assign, isMine() ? QString() : m_parts.userName);
}

void TriageActions::assignTo()
{
    const QVector<Renewal> fitting = items::planTriage(TriageAction::Assign, m_chosen).fitting;
    auto *dialog = new TextDialog({u"assignDialog"_s, tr("Assign"),
                                   tr("Who takes %n renewal(s)? Write the name as the record knows it.",
                                      nullptr, static_cast<int>(fitting.size())) +
                                       u'\n' + items::subjectLines(fitting, subjectsNamed).join(u'\n'),
                                   tr("Name"), tr("Assign %n", nullptr, static_cast<int>(fitting.size()))},
                                  m_place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList known{m_parts.userName};
    for (int row = 0; row < m_parts.model->rowCount(); ++row) {
        const Renewal *renewal = m_parts.model->renewal(row);
        if (renewal && !renewal->assignee.isEmpty() && !known.contains(renewal->assignee))
            known += renewal->assignee;
    }
    dialog->setProposals(known);
    await(m_parts.controller->gateway()->staff(), dialog, [dialog](const Result<QStringList> &names) {
        if (names)
            dialog->setProposals(*names);
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog, fitting] {
        TriageRequest request;
        request.action = TriageAction::Assign;
        request.assignee = dialog->text();
        m_parts.controller->run(request, fitting);
    });
    dialog->open();
}

void TriageActions::deny()
{
    const QVector<Renewal> fitting = items::planTriage(TriageAction::Deny, m_chosen).fitting;
    auto *dialog = new DenyDialog(fitting, m_place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_reroute->isEnabled())
        dialog->offerReroute();
    connect(dialog, &DenyDialog::rerouteWanted, this, &TriageActions::reroute);
    connect(dialog, &QDialog::accepted, this, [this, dialog, fitting] {
        TriageRequest request;
        request.action = TriageAction::Deny;
        request.reason = dialog->reason();
        request.note = dialog->note();
        m_parts.controller->run(request, fitting);
    });
    dialog->open();
}

} // namespace renewal::ui
