// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The keys of the correlations desk, and what each means for the page in sight and for one or several cases.
#include "ui/charts/chartcard.h"
#include "ui/correlations/blindreviewpage.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/correlationpages.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/correlations/cutoverpage.h"
#include "ui/correlations/decidepane.h"
#include "ui/correlations/evidencepane.h"
#include "ui/correlations/linkflow.h"
#include "ui/correlations/manydecisionsflow.h"
#include "ui/correlations/manypane.h"
#include "ui/correlations/prescriberlist.h"
#include "ui/correlations/qualitypage.h"
#include "ui/correlations/transferbar.h"

#include <QAction>

namespace renewal::ui {

using namespace Qt::StringLiterals;

void CorrelationsWorkspace::setupKeys()
{
    const auto add = [this](const QString &text, const QString &objectName, const QKeySequence &key,
                            auto what) {
        connect(addShortcut(text, objectName, {key}), &QAction::triggered, this, what);
    };
    add(tr("Next prescriber"), u"nextPrescriberAction"_s, QKeySequence(Qt::Key_J),
        [this] { moveSelection(1); });
    add(tr("Previous prescriber"), u"previousPrescriberAction"_s, QKeySequence(Qt::Key_K),
        [this] { moveSelection(-1); });
    add(tr("Link to the chosen care team"), u"linkAction"_s, QKeySequence(Qt::Key_L),
        [this] { linkChosen(); });
    add(tr("Link to another team…"), u"otherTeamAction"_s, QKeySequence(Qt::SHIFT | Qt::Key_L),
        [this] { chooseOtherTeam(); });
    add(tr("None of these is right"), u"refuseAction"_s, QKeySequence(Qt::Key_N), [this] { refuse(); });
    add(tr("Community care, has no team"), u"externalAction"_s, QKeySequence(Qt::Key_X),
        [this] { markExternal(); });
    add(tr("Undo the last decision"), u"undoAction"_s, QKeySequence(QKeySequence::Undo), [this] {
        if (CutOverPage *cutOver = m_pages->cutOverInSight())
            cutOver->undo();
        else if (m_pages->isAtDesk())
            m_controller->undo();
    });
    add(tr("Evidence as chart or table"), u"evidenceTableAction"_s, QKeySequence(Qt::Key_T), [this] {
        if (QualityPage *quality = m_pages->qualityInSight())
            quality->currentChart()->toggleTable();
        else
            m_evidence->toggleEvidenceTable();
    });
    add(tr("Reason, dates and division…"), u"termsAction"_s, QKeySequence(Qt::Key_D),
        [this] { m_decide->focusTerms(); });
    // One press, one decision: a key that is held down decides nothing more.
    for (const QString &name :
         {u"linkAction"_s, u"otherTeamAction"_s, u"refuseAction"_s, u"externalAction"_s, u"undoAction"_s})
        findChild<QAction *>(name)->setAutoRepeat(false);
    // "Find anything" carries out what only shows; to the others it leads.
    for (const QString &name : {u"nextPrescriberAction"_s, u"previousPrescriberAction"_s,
                                u"evidenceTableAction"_s, u"termsAction"_s})
        setOnlyShows(findChild<QAction *>(name));
    connect(addShortcut(tr("Import decisions…"), u"importDecisionsAction"_s, {}, Effect::OnlyShows),
            &QAction::triggered, m_transfer, &TransferBar::importDecisions);
    // The window's own Export comes here.
    connect(addShortcut(tr("Export the correlations…"), u"exportCorrelationsAction"_s, {}, Effect::OnlyShows),
            &QAction::triggered, m_transfer, &TransferBar::chooseFile);
}

void CorrelationsWorkspace::setupCandidateKeys()
{
    connect(addShortcut(tr("Next candidate"), u"nextCandidateAction"_s, {QKeySequence(Qt::Key_BracketRight)},
                        Effect::OnlyShows),
            &QAction::triggered, this, [this] { stepCandidate(1); });
    connect(addShortcut(tr("Previous candidate"), u"previousCandidateAction"_s,
                        {QKeySequence(Qt::Key_BracketLeft)}, Effect::OnlyShows),
            &QAction::triggered, this, [this] { stepCandidate(-1); });
    for (int digit = 1; digit <= 9; ++digit) {
        QAction *action =
            addShortcut(tr("Candidate %1", "digit").arg(digit), u"candidate%1Action"_s.arg(digit),
                        {QKeySequence(static_cast<Qt::Key>(Qt::Key_0 + digit))}, Effect::OnlyShows);
        connect(action, &QAction::triggered, this, [this, digit] { chooseCandidate(digit - 1); });
    }
}

void CorrelationsWorkspace::stepCandidate(int step)
{
    if (CutOverPage *cutOver = m_pages->cutOverInSight())
        cutOver->stepPool(step);
    else if (m_pages->isAtDesk())
        m_controller->candidates()->choose(m_controller->candidates()->chosenRow() + step);
}

void CorrelationsWorkspace::chooseCandidate(int row)
{
    if (BlindReviewPage *review = m_pages->reviewInSight())
        review->chooseTeam(row);
    else if (CutOverPage *cutOver = m_pages->cutOverInSight())
        cutOver->choosePool(row);
    else if (m_pages->isAtDesk())
        m_controller->candidates()->choose(row);
}

/// With several chosen the keys are for all of them, and lead to a look at what they would do.
void CorrelationsWorkspace::linkChosen()
{
    if (BlindReviewPage *review = m_pages->reviewInSight())
        review->judgeTeam();
    else if (CutOverPage *cutOver = m_pages->cutOverInSight())
        cutOver->confirm();
    else if (!m_pages->isAtDesk())
        return;
    else if (m_many->isSeveral())
        m_many->pane()->want(DecisionKind::Link);
    else
        m_links->linkChosen(m_decide->note());
}

void CorrelationsWorkspace::refuse()
{
    if (BlindReviewPage *review = m_pages->reviewInSight())
        review->judgeNone();
    else if (CutOverPage *cutOver = m_pages->cutOverInSight())
        cutOver->chooseNone();
    else if (!m_pages->isAtDesk())
        return;
    else if (m_many->isSeveral())
        m_many->pane()->want(DecisionKind::Refuse);
    else
        m_decide->refuse();
}

void CorrelationsWorkspace::markExternal()
{
    if (!m_pages->isAtDesk())
        return;
    if (m_many->isSeveral())
        m_many->pane()->want(DecisionKind::External);
    else
        m_decide->external();
}

void CorrelationsWorkspace::chooseOtherTeam()
{
    if (m_pages->isAtDesk() && !m_many->isSeveral()) // a care team is looked up for one
        m_links->linkOther(m_decide->note());
}

void CorrelationsWorkspace::moveSelection(int step)
{
    if (BlindReviewPage *review = m_pages->reviewInSight())
        review->moveSelection(step);
    else if (CutOverPage *cutOver = m_pages->cutOverInSight())
        cutOver->moveSelection(step);
    else if (m_pages->isAtDesk())
        m_list->moveSelection(step);
}

} // namespace renewal::ui
