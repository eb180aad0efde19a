// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/renewaldetailpane.h"

#include "models/exchange/renewalbody.h"
#include "models/items/askingtexts.h"
#include "models/items/await.h"
#include "models/items/datetexts.h"
#include "models/items/drugparts.h"
#include "models/items/outboxwords.h"
#include "models/items/renewalfacts.h"
#include "models/items/renewaltexts.h"
#include "ui/renewals/careteamcard.h"
#include "ui/renewals/otherrenewalscard.h"
#include "ui/renewals/revealstrip.h"
#include "ui/renewals/threadcard.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/foldedcard.h"
#include "ui/widgets/historylist.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"

#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

RenewalDetailPane::RenewalDetailPane(RenewalsGateway *gateway, const Clock *clock, QWidget *parent)
    : QScrollArea(parent)
    , m_gateway(gateway)
    , m_clock(clock)
{
    setObjectName(u"renewalDetailPane"_s);
    setAccessibleName(tr("Renewal"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setObjectName(u"renewalDetailContent"_s);
    content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    const int side = scaled(this, 16);
    layout->setContentsMargins(side, scaled(this, 14), side, side);
    layout->setSpacing(scaled(this, 4));
    setupHead(layout);
    setupCards(layout);
    layout->addStretch(1);
    setWidget(content);
    m_overlay = new StateOverlay(this, scaled(this, 31));
    connect(m_overlay, &StateOverlay::retryRequested, this, &RenewalDetailPane::request);
    setRenewal({});
}

void RenewalDetailPane::setupHead(QVBoxLayout *layout)
{
    m_title = makeLabel({}, u"renewalTitleLabel"_s, FontRole::Heading, this);
    m_subtitle = makeQuietLabel({}, u"renewalSubtitleLabel"_s, FontRole::Body, this);
    m_reveal = new RevealStrip(m_gateway, m_clock, this);
    m_state = new Chip(u"renewalStateChip"_s, this);
    m_due = new Chip(u"renewalDueChip"_s, this);
    m_mismatch = new Chip(u"otherTeamChip"_s, this);
    m_stateReason = makeQuietLabel({}, u"renewalReasonLabel"_s, FontRole::Body, this);
    m_asking = makeLabel({}, u"renewalAskingLabel"_s, FontRole::Strong, this);
    m_words = makeLabel({}, u"veteranWordsLabel"_s, FontRole::Strong, this);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setAccessibleName(tr("The Veteran’s own words"));
    m_facts = new FactsGrid(88, u"renewalFacts"_s, this);
    m_facts->setCopyable(tr("Facts of the renewal"));
    QPushButton *reveal = makeButton(tr("Reveal"), u"revealButton"_s, ButtonKind::Link, this);
    reveal->setToolTip(tr("Shows who the patient is for one minute; asks for a reason (F8)"));
    connect(reveal, &QPushButton::clicked, this, &RenewalDetailPane::revealRequested);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_reveal);
    auto *chips = new FlowLayout; // wraps where the pane is narrow
    chips->setSpacing(scaled(this, 6));
    chips->addWidget(m_state);
    chips->addWidget(m_due);
    chips->addWidget(m_mismatch);
    chips->addWidget(reveal);
    layout->addLayout(chips);
    layout->addWidget(m_asking);
    layout->addWidget(m_words);
    layout->addWidget(m_stateReason);
    layout->addSpacing(scaled(this, 4));
    layout->addWidget(m_facts);
    layout->addSpacing(scaled(this, 6));
}

void RenewalDetailPane::setupCards(QVBoxLayout *layout)
{
    m_gatesCard = new Card(tr("Can it be renewed?"), u"gatesCard"_s, this);
    m_verdict = new Chip(u"verdictChip"_s, this);
    m_gates = makeLabel({}, u"gatesLabel"_s, FontRole::Body, this);
    m_rule = makeQuietLabel({}, u"ruleLabel"_s, FontRole::Small, this);
    m_gatesCard->setCorner(m_verdict);
    m_plainReason = makeLabel({}, u"verdictReasonLabel"_s, FontRole::Body, this);
    m_gatesCard->add(m_plainReason);
    m_gatesCard->add(m_gates);
    m_gatesCard->add(m_rule);

    m_team = new CareTeamCard(this);
    connect(m_team, &CareTeamCard::reasonRequested, this, [this] {
        if (m_renewal)
            emit prescriberWanted(m_renewal->prescriberId);
    });

    m_historyCard = new Card(tr("History"), u"historyCard"_s, this);
    m_history = new HistoryList(u"renewalHistory"_s, this);
    m_historyCard->add(m_history);

    m_messageCard = new Card(tr("Message"), u"messageCard"_s, this);
    m_message = makeLabel({}, u"messageLabel"_s, FontRole::Body, this);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setAccessibleName(tr("Message of the Veteran"));
    m_messageCard->add(m_message);
    constexpr int shownFills = 3;
    m_fills = new FoldedCard(tr("Fills"), shownFills, u"fills"_s, this);
    m_thread = new ThreadCard(this);
    m_others = new OtherRenewalsCard(this);
    connect(m_others, &OtherRenewalsCard::renewalWanted, this, &RenewalDetailPane::renewalWanted);
    for (QWidget *card : std::initializer_list<QWidget *>{m_gatesCard, m_team, m_others, m_fills,
                                                          m_messageCard, m_thread, m_historyCard}) {
        layout->addWidget(card);
        layout->addSpacing(scaled(this, 6));
    }
}

void RenewalDetailPane::setStations(const items::StationDirectory &stations)
{
    m_stations = stations;
    refresh();
}

void RenewalDetailPane::setRenewal(RenewalId id)
{
    if (id == m_wanted && id.isValid())
        return;
    m_wanted = id;
    request();
}

void RenewalDetailPane::refresh()
{
    if (m_wanted.isValid())
        request();
}

void RenewalDetailPane::request()
{
    const quint64 generation = ++m_generation;
    if (!m_wanted.isValid()) {
        m_loading = false;
        m_shown = {};
        m_renewal.reset();
        m_bundle.clear();
        m_reveal->conceal();
        m_overlay->showEmpty(tr("No renewal chosen"),
                             tr("Choose one in the list to see everything about it here."));
        emit settledChanged();
        return;
    }
    m_loading = true;
    emit settledChanged(); // it begins to wait
    if (!m_shown.isValid())
        m_overlay->showLoading();
    items::await(m_gateway->renewal(m_wanted), this, [this, generation](const Result<RenewalDetail> &result) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (result)
            show(*result);
        else if (m_shown != m_wanted) // a failed refresh leaves what is shown; the banner tells its age
            m_overlay->showFailed(tr("This renewal could not be fetched"), result.error().text);
        emit settledChanged();
    });
}

void RenewalDetailPane::show(const RenewalDetail &detail)
{
    if (m_shown != detail.renewal.id)
        ensureVisible(0, 0);
    m_shown = detail.renewal.id;
    m_renewal = detail.renewal;
    m_bundle = {detail.renewal.id};
    for (const Renewal &other : detail.others) {
        if (isPending(other.state))
            m_bundle.append(other.id);
    }
    m_reveal->follow(detail.renewal);
    showHead(detail);
    showFacts(detail);
    showGates(detail);
    m_team->setDetail(detail);
    m_history->setEntries(detail.history, QTimeZone::systemTimeZone());
    m_message->setText(detail.messageBody);
    m_messageCard->setVisible(!detail.messageBody.isEmpty());
    const QTimeZone zone = m_stations.zone(detail.renewal.station);
    m_fills->setLines(items::fillLines(detail, zone));
    m_thread->setThread(detail.thread, zone);
    m_others->setRenewals(detail.others, m_clock->now(), zone);
    m_overlay->clear();
}

void RenewalDetailPane::showHead(const RenewalDetail &detail)
{
    const Renewal &renewal = detail.renewal;
    const QTimeZone zone = m_stations.zone(renewal.station);
    const QDateTime now = m_clock->now();
    m_title->setText(renewal.drug.isEmpty() ? tr("Medication not named") : renewal.drug);
    const QString requested =
        tr("requested %1 %2", "time, zone")
            .arg(items::readableTime(renewal.requestedAt, zone), zone.abbreviation(now));
    m_subtitle->setText(
        renewal.prescriptionNumber.isEmpty()
            ? items::maskedPatient(renewal.patientKey) + u", "_s + requested
            : tr("%1, Rx %2, %3", "patient, number, time")
                  .arg(items::maskedPatient(renewal.patientKey), renewal.prescriptionNumber, requested));
    m_state->setState(items::nextStepText(renewal), items::nextStepTone(renewal));
    m_due->setState(items::dueText(renewal, now), items::dueTone(renewal, now));
    m_due->setToolTip(items::dueReason(renewal, zone));
    m_due->setAccessibleDescription(m_due->toolTip());
    const bool isOther =
        detail.careTeam && detail.sentTo && detail.careTeam->triageTeamId != detail.sentTo->triageTeamId;
    m_mismatch->setState(isOther ? tr("Veteran chose another team") : QString(), items::Tone::Caution);
    m_mismatch->setVisible(isOther);
    // The care team card tells the reason where it is about the team, and of now: both would contradict.
    const bool told =
        !detail.careTeam && (detail.careTeamReason.isEmpty() || renewal.state == RenewalState::NeedsRouting);
    const QString reason = detail.sending ? items::sendingText(*detail.sending, zone) : renewal.stateReason;
    m_stateReason->setText(reason);
    m_stateReason->setVisible(!reason.isEmpty() && (detail.sending || !told) &&
                              reason != detail.careTeamReason);
    m_asking->setText(items::askingText(renewal, zone));
    m_asking->setVisible(!m_asking->text().isEmpty());
    showWords(detail.messageBody);
}

void RenewalDetailPane::showWords(const QString &message)
{
    // What a person wrote must not lie below everything that was filled in for them.
    constexpr qsizetype longest = 240;
    QString words = exchange::readRenewalBody(message).notes.simplified();
    if (words.size() > longest)
        words = tr("%1… (all of it in the message below)", "the Veteran's words").arg(words.left(longest));
    m_words->setText(tr("The Veteran writes: “%1”").arg(words));
    m_words->setVisible(!words.isEmpty());
}

void RenewalDetailPane::showFacts(const RenewalDetail &detail)
{
    const Renewal &renewal = detail.renewal;
    const QTimeZone zone = m_stations.zone(renewal.station);
    const QDateTime now = m_clock->now();
    const auto &prescription = detail.prescription;
    QString lastFill = items::readableDate(renewal.lastFilled, zone);
    if (!lastFill.isEmpty())
        lastFill =
            tr("%1 (%2)", "date, how long ago").arg(lastFill, items::daysAgo(renewal.lastFilled, now, zone));
    const items::DrugParts drug = items::drugParts(renewal.drug);
    m_facts->setFacts({
        {tr("Strength"), drug.strength},
        {tr("Form"), drug.form},
        {tr("Instructions"), renewal.sig},
        {tr("Indication"), prescription ? prescription->indication : QString()},
        {tr("Quantity"), renewal.quantity},
        {tr("Last fill"), lastFill},
        {tr("Refills left"), renewal.refillRemaining ? QString::number(*renewal.refillRemaining) : QString()},
        {tr("Expires"), items::readableDate(renewal.expires, zone)},
        {tr("Rx number"), renewal.prescriptionNumber},
        {tr("Prescriber"), items::prescriberWithCredential(detail)},
        {tr("Source"), items::prescriberSource(detail)},
        {tr("Station"),
         tr("%1 %2, %3", "number, name, record system")
             .arg(renewal.station.text(), m_stations.name(renewal.station), items::ehrText(renewal.ehr))},
        {tr("Taken by"), renewal.assignee},
        {tr("Denied because"), denialReason(renewal.outcomeReason).value_or(DenialReason{}).text},
    });
}

void RenewalDetailPane::showGates(const RenewalDetail &detail)
{
    QStringList lines;
    for (const GateResult &gate : detail.gates)
        lines += (!gate.known ? u"?  "_s : gate.passed ? u"✓  "_s : u"✗  "_s) + gate.text;
    if (lines.isEmpty())
        lines += !detail.prescription
                     ? tr("The prescription itself has not arrived, so no rule could be applied.")
                     : tr("This prescription is the renewal order itself, so no rule is applied to it.");
    m_verdict->setState(!detail.renewable   ? tr("Not checked")
                        : *detail.renewable ? tr("Yes")
                                            : tr("No"),
                        !detail.renewable   ? items::Tone::Neutral
                        : *detail.renewable ? items::Tone::Good
                                            : items::Tone::Bad);
    m_gates->setText(lines.join(u'\n'));
    m_plainReason->setText(detail.verdictText);
    m_plainReason->setVisible(!detail.verdictText.isEmpty() && !detail.renewable.value_or(false));
    QString rule = detail.ruleVersion;
    m_rule->setText(tr("Rule: %1", "version of a rule").arg(rule.replace(u'_', u' ')));
    m_rule->setVisible(!detail.ruleVersion.isEmpty());
}

} // namespace renewal::ui
