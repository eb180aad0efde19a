// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/careteamcard.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/probabilitybar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

CareTeamCard::CareTeamCard(QWidget *parent)
    : QWidget(parent)
    , m_why(makeButton(tr("Why this team?"), u"whyTeamButton"_s, ButtonKind::Link, this))
    , m_team(makeLabel({}, u"careTeamLabel"_s, FontRole::Strong, this))
    , m_probability(new ProbabilityBar(u"careTeamBar"_s, this))
    , m_reason(makeQuietLabel({}, u"careTeamReasonLabel"_s, FontRole::Body, this))
    , m_choice(new QWidget(this))
    , m_sentTo(makeLabel({}, u"sentToLabel"_s, FontRole::Body, m_choice))
    , m_mark(new Chip(u"sentToChip"_s, m_choice))
{
    setObjectName(u"careTeamPart"_s);
    auto *card = new Card(tr("Care team"), u"careTeamCard"_s, this);
    card->setCorner(m_why);
    card->add(m_team);
    card->add(m_probability);
    card->add(m_reason);
    card->add(m_choice);
    auto *choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(0, scaled(this, 4), 0, 0);
    choice->setSpacing(scaled(this, 8));
    choice->addWidget(m_sentTo, 1);
    choice->addWidget(m_mark, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_why, &QPushButton::clicked, this, &CareTeamCard::reasonRequested);
}

void CareTeamCard::setDetail(const RenewalDetail &detail)
{
    // Whom the prescriber is linked to says nothing where there is nothing to route.
    const bool isNeeded = detail.careTeam || detail.renewal.state != RenewalState::NotRenewable;
    m_team->setText(teamText(detail));
    m_probability->setProbability(detail.careTeam ? detail.renewal.careTeamProbability : std::nullopt);
    // The queue says the same reason where there is no team.
    const QString reason = detail.careTeamReason.isEmpty() && !detail.careTeam ? detail.renewal.stateReason
                                                                               : detail.careTeamReason;
    m_reason->setText(reason);
    m_reason->setVisible(isNeeded && !reason.isEmpty());
    m_why->setText(detail.careTeam ? tr("Why this team?") : tr("Find the team"));
    m_why->setVisible(isNeeded && detail.renewal.prescriberId.isValid());
    m_why->setToolTip(tr("Opens the prescriber in Correlations (W)"));
    showChoice(detail);
}

QString CareTeamCard::teamText(const RenewalDetail &detail)
{
    if (detail.careTeam)
        return detail.careTeam->shownName();
    switch (detail.renewal.state) {
    case RenewalState::External:
        return tr("Community care has no care team");
    case RenewalState::NotRenewable:
        return tr("Not needed: not renewable");
    default:
        return tr("Not found");
    }
}

void CareTeamCard::showChoice(const RenewalDetail &detail)
{
    m_choice->setVisible(detail.sentTo.has_value());
    if (!detail.sentTo)
        return;
    const bool same = detail.careTeam && detail.careTeam->triageTeamId == detail.sentTo->triageTeamId;
    m_sentTo->setText(same ? tr("The Veteran wrote to this team.")
                           : tr("The Veteran wrote to %1.", "care team").arg(detail.sentTo->shownName()));
    if (same)
        m_mark->setState(tr("Same team"), items::Tone::Good);
    else if (detail.careTeam)
        m_mark->setState(tr("Other team"), items::Tone::Caution);
    else
        m_mark->setState({}, items::Tone::Neutral);
}

} // namespace renewal::ui
