// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/correlationsworkspace.h"

#include "models/items/decisionstexts.h"
#include "ui/charts/chartcard.h"
#include "ui/correlations/blindreviewpage.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/correlationpages.h"
#include "ui/correlations/decidepane.h"
#include "ui/correlations/evidencepane.h"
#include "ui/correlations/linkflow.h"
#include "ui/correlations/manydecisionsflow.h"
#include "ui/correlations/manypane.h"
#include "ui/correlations/matchingbar.h"
#include "ui/correlations/prescriberlist.h"
#include "ui/correlations/qualitypage.h"
#include "ui/correlations/transferbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/narrowsplitter.h"
#include "ui/widgets/typography.h"

#include <QAction>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

CorrelationsWorkspace::CorrelationsWorkspace(CorrelationsGateway *gateway, SystemGateway *system,
                                             const Clock *clock, QualityGateway *quality, QWidget *parent)
    : Workspace(parent)
    , m_pages(new CorrelationPages(this))
    , m_controller(new CorrelationController(gateway, this))
    , m_list(new PrescriberList(gateway, this))
    , m_evidence(new EvidencePane(m_controller, clock, this))
    , m_decide(new DecidePane(m_controller, gateway, this))
    , m_matching(new MatchingBar(gateway, system, this))
    , m_transfer(new TransferBar(gateway, this))
    , m_links(new LinkFlow(m_controller, gateway, this))
    , m_many(new ManyDecisionsFlow(gateway, m_list, this))
    , m_result(new Banner(u"correlationsResultBanner"_s, this))
{
    setObjectName(u"correlationsWorkspace"_s);
    setupLayout();
    setupKeys();
    setupCandidateKeys();
    setupReports();
    setupMatching();
    setupTransfer();
    setupMany();
    setupFocus();
    setupPages(quality);
    connect(m_pages, &CorrelationPages::pageChanged, this, [this] { mainView()->setFocus(); });
    connect(m_pages, &CorrelationPages::settledChanged, this, &Workspace::settledChanged);
    connect(m_pages, &CorrelationPages::resultReported, this, &Workspace::resultReported);
    connect(m_pages, &CorrelationPages::messageRaised, this,
            [this](const QString &text, items::Tone tone) { emit messageRaised(text, tone, {}); });
    connect(m_list, &PrescriberList::prescriberChosen, m_controller, &CorrelationController::setPrescriber);
    connect(m_list, &PrescriberList::settledChanged, this, &CorrelationsWorkspace::fetchNext);
    connect(m_list, &PrescriberList::settledChanged, this, &Workspace::settledChanged);
    connect(m_list, &PrescriberList::openCountArrived, this, &CorrelationsWorkspace::openCountArrived);
    connect(m_controller, &CorrelationController::changed, this, &CorrelationsWorkspace::fetchNext);
    connect(m_controller, &CorrelationController::changed, this, &Workspace::settledChanged);
    connect(m_controller, &CorrelationController::effectChanged, this, &Workspace::settledChanged);
    // Not before the key that decided is through: what opens meanwhile does not get the keyboard.
    connect(m_controller, &CorrelationController::collided, m_links, &LinkFlow::chooseBetween,
            Qt::QueuedConnection);
    connect(m_controller, &CorrelationController::collidedElsewhere, this,
            &CorrelationsWorkspace::openPrescriber);
    connect(m_decide, &DecidePane::linkRequested, this, &CorrelationsWorkspace::linkChosen);
    connect(m_decide, &DecidePane::otherTeamRequested, this, &CorrelationsWorkspace::chooseOtherTeam);
}

void CorrelationsWorkspace::setupLayout()
{
    // With large text the decision stands below the evidence, and both below the list.
    auto *caseParts = new NarrowSplitter(this);
    caseParts->setObjectName(u"caseSplitter"_s);
    caseParts->setChildrenCollapsible(false);
    caseParts->addWidget(m_evidence);
    auto *decisions = new QStackedWidget(this); // about one, or about several
    decisions->setObjectName(u"decisionsStack"_s);
    decisions->addWidget(m_decide);
    decisions->addWidget(makeManyArea());
    connect(m_many, &ManyDecisionsFlow::severalChanged, decisions,
            [decisions](bool several) { decisions->setCurrentIndex(several ? 1 : 0); });
    caseParts->addWidget(decisions);
    caseParts->setStretchFactor(0, 1);
    caseParts->setStackedHeight(1, 200); // all four decisions, and the way back
    caseParts->setSizes({scaled(this, 646), scaled(this, 292)});
    auto *splitter = new NarrowSplitter(this);
    splitter->setObjectName(u"correlationsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(caseParts);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(this, 342), scaled(this, 938)});
    m_list->setMinimumWidth(scaled(this, 290));
    m_evidence->setMinimumWidth(scaled(this, 320));
    m_decide->setMinimumWidth(scaled(this, 240));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_result);
    m_pages->setDesk(splitter);
    layout->addWidget(m_pages, 1);
}

QWidget *CorrelationsWorkspace::makeManyArea()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"manyArea"_s);
    area->setAccessibleName(tr("Decide about several"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_many->pane());
    return area;
}

void CorrelationsWorkspace::setupReports()
{
    const auto report = [this](const QString &text) {
        emit resultReported(text);
        m_list->refresh();
        emit dataChanged();
    };
    connect(m_controller, &CorrelationController::done, this,
            [this, report](const QString &text, PrescriberId prescriber) {
                // On to the next case, which stands there already; who moved on meanwhile stays there.
                if (const PrescriberId next = m_list->nextAfter(prescriber);
                    next.isValid() && m_controller->prescriber() == prescriber)
                    m_list->open(next);
                report(text);
            });
    connect(m_controller, &CorrelationController::undone, this,
            [this, report](const QString &text, PrescriberId prescriber, CorrelationStatus now) {
                m_list->comeBackTo(prescriber, now);
                report(text);
            });
    connect(m_controller, &CorrelationController::refused, this, [this](const QString &text, bool stale) {
        emit messageRaised(text, stale ? items::Tone::Caution : items::Tone::Bad, {});
        if (stale)
            m_list->refresh();
    });
}

void CorrelationsWorkspace::setupMatching()
{
    connect(m_matching, &MatchingBar::started, m_result, &QWidget::hide);
    connect(m_matching, &MatchingBar::started, m_pages, &CorrelationPages::takeStartOfMatching);
    // Also after a cancel: the stations that were done by then stay done.
    const auto over = [this](items::Tone tone) {
        return [this, tone](const QString &text) {
            tell(text, tone);
            refresh();
            m_decide->loadQuality(m_scope);
            emit dataChanged();
        };
    };
    connect(m_matching, &MatchingBar::finished, this, over(items::Tone::Good));
    connect(m_matching, &MatchingBar::cancelled, this, over(items::Tone::Caution));
    connect(m_matching, &MatchingBar::failed, this,
            [this](const QString &text) { emit messageRaised(text, items::Tone::Bad, {}); });
}

/// After a decision the keyboard is at the work list: the button that was pressed is off by then, and the
/// next in line would get its focus, outside of this place, where Ctrl+Z does nothing.
void CorrelationsWorkspace::setupFocus()
{
    connect(m_controller, &CorrelationController::starting, this, [this] { m_list->table()->setFocus(); });
}

/// What long work did stays in sight until it is closed, or until there is more to tell.
void CorrelationsWorkspace::tell(const QString &text, items::Tone tone)
{
    m_result->showMessage(text, tone);
    emit resultReported(text);
}

void CorrelationsWorkspace::setupTransfer()
{
    connect(m_transfer, &TransferBar::importWanted, this, &CorrelationsWorkspace::importWanted);
    connect(m_transfer, &TransferBar::finished, this,
            [this](const QString &text) { tell(text, items::Tone::Good); });
    connect(m_transfer, &TransferBar::cancelled, this,
            [this](const QString &text) { tell(text, items::Tone::Caution); });
    connect(m_transfer, &TransferBar::decisionsTaken, this,
            [this](const DecisionsReport &report) { decidedMany(report, tr("Decisions of a file")); });
    connect(m_transfer, &TransferBar::failed, this,
            [this](const QString &text) { emit messageRaised(text, items::Tone::Bad, {}); });
}

/// Decisions about several at once: told, in sight until it is closed, and taken back by one Undo.
void CorrelationsWorkspace::decidedMany(const DecisionsReport &report, const QString &what)
{
    const QString text = items::decisionsSummary(report, items::DecisionsStage::Taken);
    m_controller->takeNote(report, tr("%1: %2", "what, what came of it").arg(what, text));
    tell(text, report.problems() > 0 ? items::Tone::Caution : items::Tone::Good);
    refresh();
    emit dataChanged();
}

void CorrelationsWorkspace::setupMany()
{
    connect(m_many, &ManyDecisionsFlow::taken, this, &CorrelationsWorkspace::decidedMany);
    connect(m_controller, &CorrelationController::undoneMany, this,
            [this](const QString &text, bool allTakenBack) {
                tell(text, allTakenBack ? items::Tone::Good : items::Tone::Caution);
                refresh();
                emit dataChanged();
            });
    QAction *one = addShortcut(tr("Choose only the one shown"), u"onlyOneAction"_s,
                               {QKeySequence(Qt::Key_Escape)}, Effect::OnlyShows);
    one->setShortcutContext(Qt::WidgetShortcut); // in the list: elsewhere Escape is somebody else's
    m_list->table()->addAction(one);
    one->setEnabled(false); // with one chosen Escape is for whoever else wants it
    connect(m_many, &ManyDecisionsFlow::severalChanged, one, &QAction::setEnabled);
    connect(one, &QAction::triggered, m_list, &PrescriberList::chooseOnlyCurrent);
}

void CorrelationsWorkspace::setScope(const Scope &scope)
{
    m_scope = scope;
    m_pages->setScope(scope);
    m_list->setScope(scope);
    m_matching->setScope(scope);
    m_transfer->setScope(scope);
    m_decide->loadQuality(scope);
}

void CorrelationsWorkspace::setSearch(const QString &words)
{
    m_list->setSearch(words);
}

void CorrelationsWorkspace::setStations(const items::StationDirectory &stations)
{
    m_evidence->setStations(stations);
    m_decide->setStations(stations);
    m_pages->setStations(stations);
}

void CorrelationsWorkspace::refresh()
{
    m_list->refresh();
    if (m_controller->prescriber().isValid())
        m_controller->reload();
    m_pages->refresh();
}

bool CorrelationsWorkspace::isSettled() const
{
    return m_list->isSettled() && m_controller->isSettled() && m_pages->isSettled();
}

QList<QWidget *> CorrelationsWorkspace::topBarWidgets() const
{
    return {m_transfer, m_matching};
}

QWidget *CorrelationsWorkspace::mainView() const
{
    QWidget *ofPage = m_pages->mainView();
    return ofPage ? ofPage : m_list->table();
}

QVariantMap CorrelationsWorkspace::layoutState() const
{
    return {{u"status"_s, m_list->status()}};
}

void CorrelationsWorkspace::restoreLayoutState(const QVariantMap &state)
{
    const QString status = state.value(u"status"_s).toString();
    if (status != m_list->status())
        m_list->chooseStatus(status);
}

void CorrelationsWorkspace::showOpenCases()
{
    m_pages->showDesk();
    m_list->chooseOpen();
}

void CorrelationsWorkspace::openPrescriber(PrescriberId id)
{
    m_pages->showDesk();
    m_list->open(id);
}

void CorrelationsWorkspace::setupPages(QualityGateway *quality)
{
    m_decide->setHasQualityScreen(quality);
    if (!quality)
        return;
    m_pages->addReviewPages(quality);
    const auto add = [this](const QString &text, const QString &objectName, Qt::Key key) {
        return addShortcut(text, objectName, {QKeySequence(key)}, Effect::OnlyShows);
    };
    connect(add(tr("Blind review, or back"), u"blindReviewAction"_s, Qt::Key_B), &QAction::triggered, m_pages,
            &CorrelationPages::toggleReview);
    connect(add(tr("Matching quality, or back"), u"matchingQualityAction"_s, Qt::Key_Q), &QAction::triggered,
            m_pages, &CorrelationPages::toggleQuality);
    QAction *unsure =
        addShortcut(tr("Blind review: cannot be told"), u"unsureAction"_s, {QKeySequence(Qt::Key_U)});
    unsure->setAutoRepeat(false);
    connect(unsure, &QAction::triggered, this, [this] {
        if (BlindReviewPage *review = m_pages->reviewInSight())
            review->judgeUnsure();
    });
    connect(m_list, &PrescriberList::blindReviewChosen, m_pages, &CorrelationPages::toggleReview);
    connect(m_decide, &DecidePane::qualityRequested, m_pages, &CorrelationPages::toggleQuality);
    connect(m_pages, &CorrelationPages::openReviewsArrived, m_list, &PrescriberList::setReviews);
    connect(m_pages, &CorrelationPages::matchingRequested, m_matching, &MatchingBar::start);
    connect(m_pages, &CorrelationPages::learningRequested, m_matching, &MatchingBar::startLearning);
    connect(m_pages, &CorrelationPages::linkEnded, this, [this] {
        m_list->refresh();
        emit dataChanged();
    });
}

void CorrelationsWorkspace::addCutOvers(CutOverGateway *gateway, const Clock *clock)
{
    m_pages->addCutOverPage(gateway, clock);
    m_decide->setHasCutOverScreen(true);
    QAction *toggle = addShortcut(tr("Cut-over to Oracle Health, or back"), u"cutOverAction"_s,
                                  {QKeySequence(Qt::Key_C)}, Effect::OnlyShows);
    connect(toggle, &QAction::triggered, m_pages, &CorrelationPages::toggleCutOver);
    connect(m_decide, &DecidePane::cutOverRequested, m_pages, &CorrelationPages::toggleCutOver);
    connect(m_pages, &CorrelationPages::linksChanged, this, [this] {
        m_list->refresh();
        if (m_controller->prescriber().isValid())
            m_controller->reload();
        emit dataChanged();
    });
}

void CorrelationsWorkspace::fetchNext()
{
    if (isSettled())
        m_controller->prefetch(m_list->nextAfter(m_controller->prescriber()));
}

} // namespace renewal::ui
