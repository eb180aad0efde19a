// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/evidencepane.h"

#include "models/items/correlationtexts.h"
#include "models/items/datetexts.h"
#include "models/items/renewaltexts.h"
#include "ui/charts/evidencechart.h"
#include "ui/correlations/candidatedelegate.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
QString careTeamStatus(const CareTeam &team)
{
    if (team.migratingToOh)
        return EvidencePane::tr("Moving to Oracle Health, closed to messages");
    return team.blocked ? EvidencePane::tr("Closed to messages") : EvidencePane::tr("Open to messages");
}
} // namespace

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
    m_title = makeLabel({}, u"prescriberTitleLabel"_s, FontRole::Heading, this);
    m_subtitle = makeQuietLabel({}, u"prescriberSubtitleLabel"_s, FontRole::Body, this);
    auto *head = new QVBoxLayout;
    head->setSpacing(scaled(this, 2));
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    layout->addLayout(head);
    setupFacts(layout);
    setupEvidence(layout);
    setupCandidates(layout);
    layout->addStretch(1);
    setWidget(content);
    m_overlay = new StateOverlay(this, scaled(this, 31));
    connect(m_overlay, &StateOverlay::retryRequested, controller, &CorrelationController::reload);
    connect(controller, &CorrelationController::changed, this, &EvidencePane::showDetail);
    connect(controller->candidates(), &items::CandidatesModel::chosenChanged, this,
            &EvidencePane::showChosen);
    showDetail();
}

void EvidencePane::setupFacts(QVBoxLayout *layout)
{
    m_factCards = new QBoxLayout(QBoxLayout::LeftToRight);
    m_factCards->setSpacing(scaled(this, 12));
    auto *prescriberCard = new Card(tr("Medications: prescriber"), u"prescriberCard"_s, this);
    m_prescriberFacts = new FactsGrid(78, u"prescriberFacts"_s, this);
    prescriberCard->add(m_prescriberFacts, 1);
    m_teamCard = new Card({}, u"teamCard"_s, this);
    m_teamFacts = new FactsGrid(84, u"teamFacts"_s, this);
    m_teamNone = makeQuietLabel(tr("No candidate is chosen: the prescriber would stay without a care team."),
                                u"noTeamLabel"_s, FontRole::Body, this);
    m_teamCard->add(m_teamFacts, 1);
    m_teamCard->add(m_teamNone);
    for (Card *card : {prescriberCard, m_teamCard}) {
        card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        m_factCards->addWidget(card, 1);
    }
    layout->addLayout(m_factCards);
}

void EvidencePane::setupEvidence(QVBoxLayout *layout)
{
    m_evidenceCard = new Card({}, u"evidenceCard"_s, this);
    m_evidence = new EvidenceChart(u"evidenceChart"_s, this);
    m_explanation = makeQuietLabel({}, u"explanationLabel"_s, FontRole::Body, this);
    m_evidenceCard->add(m_evidence);
    m_evidenceCard->add(m_explanation);
    layout->addWidget(m_evidenceCard);
}

void EvidencePane::setupCandidates(QVBoxLayout *layout)
{
    m_candidatesCard = new Card(tr("Candidates"), u"candidatesCard"_s, this);
    m_candidates = new QListView(this);
    m_candidates->setObjectName(u"candidatesList"_s);
    m_candidates->setAccessibleName(tr("Candidates, one is chosen"));
    m_candidates->setModel(m_controller->candidates());
    m_candidates->setItemDelegate(new CandidateDelegate(m_candidates));
    m_candidates->setFrameShape(QFrame::NoFrame);
    m_candidates->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_candidates->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_candidatesCard->add(m_candidates);
    layout->addWidget(m_candidatesCard);
    items::CandidatesModel *model = m_controller->candidates();
    connect(m_candidates->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [model](const QModelIndex &current) {
                if (current.isValid())
                    model->choose(current.row());
            });
}

void EvidencePane::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    // Side by side only where both can be read.
    const bool wide = viewport()->width() >= scaled(this, 500);
    m_factCards->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void EvidencePane::setStations(const items::StationDirectory &stations)
{
    m_stations = stations;
    showDetail();
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
    m_overlay->clear();
    showPrescriber(*detail);
    m_candidates->setFixedHeight(m_controller->candidates()->rowCount() *
                                 CandidateDelegate::rowHeight(m_candidates));
    showChosen();
}

void EvidencePane::showPrescriber(const PrescriberDetail &detail)
{
    const PrescriberSummary &summary = detail.summary;
    const Prescriber &prescriber = summary.prescriber;
    const QLocale locale;
    m_title->setText(tr("%1 at station %2", "prescriber, station")
                         .arg(items::prescriberName(prescriber), prescriber.station.text()));
    if (summary.waiting == 0) {
        m_subtitle->setText(tr("No renewal is waiting"));
    } else {
        const QString waiting =
            tr("%n renewal(s) are waiting for this decision", nullptr, static_cast<int>(summary.waiting));
        m_subtitle->setText(
            summary.oldestWaiting.isValid()
                ? tr("%1, the oldest for %2", "sentence, duration")
                      .arg(waiting, items::duration(summary.oldestWaiting.secsTo(m_clock->now())))
                : waiting);
    }
    const PrescriberName &name = prescriber.name;
    m_prescriberFacts->setFacts({
        {tr("Last name"), name.last},
        {tr("First name"), name.first},
        {tr("Name"), name.display},
        {tr("Station"),
         QString(prescriber.station.text() + u' ' + m_stations.name(prescriber.station)).trimmed()},
        {tr("Division"), prescriber.divisionName},
        {tr("Specialty"), prescriber.specialty},
        {tr("Patients"), tr("%1 with prescriptions", "a number").arg(locale.toString(detail.patients))},
        {tr("System"), items::ehrText(prescriber.ehr)},
        {tr("Same name"), prescriber.homonyms > 1 ? tr("%n people share this name here: decide with care",
                                                       nullptr, prescriber.homonyms)
                                                  : QString()},
    });
    m_explanation->setText(detail.candidates.explanation);
    m_explanation->setVisible(!detail.candidates.explanation.isEmpty());
}

void EvidencePane::showChosen()
{
    if (!m_controller->detail())
        return;
    const items::CandidatesModel *model = m_controller->candidates();
    const int row = model->chosenRow();
    if (row >= 0 && m_candidates->currentIndex().row() != row)
        m_candidates->setCurrentIndex(model->index(row));
    const Candidate *chosen = model->candidate(row);
    const CareTeam *team = model->careTeam(row);
    m_teamFacts->setVisible(team);
    m_teamNone->setVisible(!team);
    m_teamCard->setTitle(chosen ? tr("Secure Messaging: care team %1", "number").arg(chosen->careTeam.value)
                                : tr("Secure Messaging: no care team"));
    if (team) {
        m_teamFacts->setFacts({
            {tr("Group name"), team->name},
            {tr("Shown as"), team->suggestedNameDisplay},
            {tr("Lead provider"), team->leadProviderName},
            {tr("Station"), QString(team->station.text() + u' ' + m_stations.name(team->station)).trimmed()},
            {tr("Group type"), team->groupTypeDisplay},
            {tr("Status"), careTeamStatus(*team)},
            {tr("System"), items::ehrText(team->ehr)},
        });
    }
    m_evidenceCard->setVisible(chosen || !m_explanation->text().isEmpty());
    m_evidence->setVisible(chosen && !chosen->evidence.isEmpty());
    if (chosen) {
        m_evidenceCard->setTitle(tr("Why %1: each piece of evidence, in bits", "a percentage")
                                     .arg(items::percent(chosen->probability)));
        m_evidence->setEvidence(chosen->evidence, chosen->probability);
    } else {
        m_evidenceCard->setTitle(tr("What matching says"));
    }
}

} // namespace renewal::ui
