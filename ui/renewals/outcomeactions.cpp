// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/outcomeactions.h"

#include "models/items/queuegroups.h"
#include "models/items/renewalsmodel.h"
#include "models/items/triageplan.h"
#include "models/items/triagetexts.h"
#include "ui/renewals/actionpause.h"
#include "ui/renewals/approvedialog.h"
#include "ui/renewals/bulkpreviewdialog.h"
#include "ui/renewals/duplicatedialog.h"
#include "ui/renewals/returndialog.h"
#include "ui/renewals/triagecontroller.h"
#include "ui/widgets/textdialog.h"

#include <QAction>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int subjectsNamed = 6;
}

OutcomeActions::OutcomeActions(const Parts &parts, QWidget *place)
    : QObject(place)
    , m_parts(parts)
    , m_place(place)
    , m_approve(add(tr("Approve…"), u"approveAction"_s, Qt::Key_P, &OutcomeActions::approve))
    , m_approveAsBefore(add(tr("Approve as before"), u"approveAsBeforeAction"_s, Qt::SHIFT | Qt::Key_P,
                            &OutcomeActions::approveAsBefore))
    , m_return(add(tr("Return to the Veteran…"), u"returnAction"_s, Qt::Key_T, &OutcomeActions::giveBack))
    , m_duplicate(
          add(tr("Close as duplicate…"), u"duplicateAction"_s, Qt::Key_U, &OutcomeActions::closeDuplicate))
    , m_withdraw(add(tr("Close as withdrawn…"), u"withdrawAction"_s, Qt::Key_X, &OutcomeActions::withdraw))
{
}

QAction *OutcomeActions::add(const QString &text, const QString &name, const QKeySequence &key,
                             void (OutcomeActions::*run)())
{
    auto *action = new QAction(text, m_place);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setAutoRepeat(false); // a key that is held down is one decision
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_place->addAction(action);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void OutcomeActions::setChosen(const QVector<Renewal> &chosen)
{
    m_chosen = chosen;
    showOne(m_approve, TriageAction::Approve,
            tr("Asks for count, refills and instructions, and says which outcome it is (P)"));
    showOne(m_approveAsBefore, TriageAction::Approve, tr("With the former figures (Shift+P)"));
    showOne(m_return, TriageAction::Return, tr("Asks the Veteran for more (T)"));
    showOne(m_duplicate, TriageAction::CloseDuplicate, tr("Another request stands for it (U)"));
    showOne(m_withdraw, TriageAction::Withdraw, tr("The Veteran does not want it any more (X)"));
    if (m_chosen.size() > 1) {
        m_approve->setEnabled(false);
        m_approve->setToolTip(tr("An order is for one renewal. Choose one, or approve them as before."));
    }
    if (m_duplicate->isEnabled() && (m_chosen.size() > 1 || others(m_chosen.first()).isEmpty())) {
        m_duplicate->setEnabled(false);
        m_duplicate->setToolTip(tr("Choose one renewal of a patient who has others in this list."));
    }
}

void OutcomeActions::showOne(QAction *action, TriageAction kind, const QString &whatItDoes)
{
    const items::TriagePlan plan = items::planTriage(kind, m_chosen);
    const bool isPaused = m_parts.pause->isOn();
    action->setToolTip(isPaused ? tr("Wait for the action that is running.")
                                : items::planText(plan, whatItDoes));
    action->setEnabled(plan.isPossible() && !isPaused);
}

/// Other requests of the same patient that are in the list; the same medication first.
QVector<Renewal> OutcomeActions::others(const Renewal &renewal) const
{
    QVector<Renewal> found;
    if (renewal.patientKey.isEmpty())
        return found;
    for (int row = 0; row < m_parts.model->rowCount(); ++row) {
        const Renewal *other = m_parts.model->renewal(row);
        if (other && other->id != renewal.id && other->state != RenewalState::Closed &&
            other->station.parent() == renewal.station.parent() &&
            items::QueueGroups::keyOf(*other) == items::QueueGroups::keyOf(renewal))
            found.append(*other);
    }
    std::stable_partition(found.begin(), found.end(), [&](const Renewal &other) {
        return other.drug.compare(renewal.drug, Qt::CaseInsensitive) == 0;
    });
    return found;
}

void OutcomeActions::approve()
{
    const Renewal renewal = m_chosen.first();
    auto *dialog = new ApproveDialog(m_parts.controller->gateway(), renewal, m_place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, renewal] {
        TriageRequest request;
        request.action = TriageAction::Approve;
        request.order = dialog->order();
        request.gateOverride = dialog->gateOverride();
        m_parts.controller->run(request, {renewal});
    });
    dialog->open();
}

void OutcomeActions::approveAsBefore()
{
    TriageRequest request;
    request.action = TriageAction::Approve;
    runOrPreview(m_parts.controller, request, items::planTriage(TriageAction::Approve, m_chosen), m_place);
}

void OutcomeActions::giveBack()
{
    const QVector<Renewal> fitting = items::planTriage(TriageAction::Return, m_chosen).fitting;
    auto *dialog = new ReturnDialog(fitting, m_place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, fitting] {
        TriageRequest request;
        request.action = TriageAction::Return;
        request.message = dialog->message();
        m_parts.controller->run(request, fitting);
    });
    dialog->open();
}

void OutcomeActions::closeDuplicate()
{
    const Renewal renewal = m_chosen.first();
    auto *dialog = new DuplicateDialog(renewal, others(renewal), m_place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, renewal] {
        TriageRequest request;
        request.action = TriageAction::CloseDuplicate;
        request.duplicateOf = dialog->kept();
        m_parts.controller->run(request, {renewal});
    });
    dialog->open();
}

void OutcomeActions::withdraw()
{
    const items::TriagePlan plan = items::planTriage(TriageAction::Withdraw, m_chosen);
    const int count = static_cast<int>(plan.fitting.size());
    auto *dialog = new TextDialog({u"withdrawDialog"_s, tr("Close as withdrawn"),
                                   tr("%n request(s) will be closed and leave the queue.", nullptr, count) +
                                       u'\n' + items::subjectLines(plan.fitting, subjectsNamed).join(u'\n'),
                                   tr("How do you know? It goes into the record; do not name the patient."),
                                   tr("Close %n", nullptr, count)},
                                  m_place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, plan] {
        TriageRequest request;
        request.action = TriageAction::Withdraw;
        request.note = dialog->text();
        runOrPreview(m_parts.controller, request, plan, m_place);
    });
    dialog->open();
}

} // namespace renewal::ui
