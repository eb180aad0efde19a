// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/evidencepane.h"

#include "models/items/correlationtexts.h"
#include "models/items/linktexts.h"
#include "ui/correlations/candidatedelegate.h"
#include "ui/correlations/changecard.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/evidencecard.h"
#include "ui/correlations/recordcards.h"
#include "ui/correlations/sharedpatientscard.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 200;
}

EvidencePane::EvidencePane(CorrelationController *controller, const Clock *clock, QWidget *parent)
    : QScrollArea(parent)
    , m_controller(controller)
    , m_clock(clock)
{
    setObjectName(u"evidencePane"_s);
    setAccessibleName(tr("Prescriber and care team"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setObjectName(u"evidenceContent"_s);
    content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    const int side = scaled(this, 16);
    layout->setContentsMargins(side, scaled(this, 14), side, side);
    layout->setSpacing(scaled(this, 10));
    setupHead(layout);
    m_change = new ChangeCard(this);
    layout->addWidget(m_change);
    m_records = new RecordCards(this);
    m_evidence = new EvidenceCard(this);
    layout->addWidget(m_records);
    layout->addWidget(m_evidence);
    setupCandidates(layout);
    m_shared = new SharedPatientsCard(this);
    layout->addWidget(m_shared);
    layout->addStretch(1);
    setWidget(content);
    m_overlay = new StateOverlay(this, scaled(this, 31));
    connect(m_overlay, &StateOverlay::retryRequested, controller, &CorrelationController::reload);
    connect(controller, &CorrelationController::changed, this, &EvidencePane::showDetail);
    connect(controller->candidates(), &items::CandidatesModel::chosenChanged, this,
            &EvidencePane::showChosen);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, m_overlay, &StateOverlay::showLoading);
    showDetail();
}

void EvidencePane::setupHead(QVBoxLayout *layout)
{
    m_title = makeLabel({}, u"prescriberTitleLabel"_s, FontRole::Heading, this);
    m_subtitle = makeQuietLabel({}, u"prescriberSubtitleLabel"_s, FontRole::Body, this);
    m_sharedName = new Chip(u"sharedNameChip"_s, this);
    auto *first = new QHBoxLayout;
    first->setSpacing(scaled(this, 10));
    first->addWidget(m_title, 1);
    first->addWidget(m_sharedName, 0, Qt::AlignRight | Qt::AlignVCenter);
    auto *head = new QVBoxLayout;
    head->setSpacing(scaled(this, 2));
    head->addLayout(first);
    head->addWidget(m_subtitle);
    m_terms = makeQuietLabel({}, u"linkTermsLabel"_s, FontRole::Body, this);
    head->addWidget(m_terms);
    layout->addLayout(head);
}

void EvidencePane::setupCandidates(QVBoxLayout *layout)
{
    m_candidatesCard = new Card(tr("Candidates"), u"candidatesCard"_s, this);
    m_candidates = new QListView(this);
    m_candidates->setObjectName(u"candidatesList"_s);
    m_candidates->setAccessibleName(tr("Candidates, one is chosen"));
    m_candidates->setAccessibleDescription(tr("The keys 1 to 9 choose one from anywhere."));
    m_candidates->setModel(m_controller->candidates());
    m_candidates->setItemDelegate(new CandidateDelegate(m_candidates));
    m_candidates->setFrameShape(QFrame::NoFrame);
    m_candidates->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_candidates->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_candidates->setUniformItemSizes(true);
    m_candidates->setMouseTracking(true);
    m_candidatesCard->add(m_candidates);
    layout->addWidget(m_candidatesCard);
    // The set is exclusive: to be at a row is to choose it, as with radio buttons.
    connect(m_candidates->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [model = m_controller->candidates()](const QModelIndex &current) {
                if (current.isValid())
                    model->choose(current.row());
            });
}

void EvidencePane::setStations(const items::StationDirectory &stations)
{
    m_records->setStations(stations);
    showDetail();
}

void EvidencePane::toggleEvidenceTable()
{
    m_evidence->toggleTable();
}

void EvidencePane::showDetail()
{
    const auto &detail = m_controller->detail();
    if (!detail) {
        if (m_controller->error())
            m_overlay->showFailed(tr("This prescriber could not be fetched"), m_controller->error()->text);
        else if (m_controller->prescriber().isValid())
            m_overlay->showLoading();
        else
            m_overlay->showEmpty(tr("No prescriber chosen"),
                                 tr("Choose one at the left to see who he or she may be."));
        return;
    }
    if (detail->summary.prescriber.id != m_controller->prescriber()) {
        // The case before stays in sight for a moment; nothing can be decided about it.
        if (!m_patience.isActive() && m_overlay->state() == StateOverlay::State::Hidden)
            m_patience.start();
        return;
    }
    m_patience.stop();
    m_overlay->clear();
    showHead(*detail);
    m_candidates->setFixedHeight(m_controller->candidates()->rowCount() *
                                 CandidateDelegate::rowHeight(m_candidates));
    showChosen();
}

void EvidencePane::showHead(const PrescriberDetail &detail)
{
    const PrescriberSummary &summary = detail.summary;
    const Prescriber &prescriber = summary.prescriber;
    m_title->setText(tr("%1 at station %2", "prescriber, station")
                         .arg(items::prescriberName(prescriber), prescriber.station.text()));
    m_sharedName->setState(prescriber.homonyms > 1
                               ? tr("%n people share this name here", nullptr, prescriber.homonyms)
                               : QString(),
                           items::Tone::Caution);
    m_subtitle->setText(items::waitingText(summary, m_clock->now()));
    const QStringList terms = items::termLines(summary.correlation, QTimeZone::systemTimeZone());
    m_terms->setText(terms.join(u'\n'));
    m_terms->setVisible(!terms.isEmpty());
    m_change->setCorrelation(summary.correlation);
}

void EvidencePane::showChosen()
{
    const auto &detail = m_controller->detail();
    if (!detail)
        return;
    const items::CandidatesModel *model = m_controller->candidates();
    const int row = model->chosenRow();
    if (row >= 0 && m_candidates->currentIndex().row() != row)
        m_candidates->setCurrentIndex(model->index(row));
    m_records->setRecords(*detail, model->careTeam(row));
    m_evidence->setCandidate(detail->candidates, row);
    m_shared->setState(*detail, model->careTeam(row));
}

} // namespace renewal::ui
