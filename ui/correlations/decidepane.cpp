// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/decidepane.h"

#include "models/items/correlationtexts.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/historylist.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

DecidePane::DecidePane(CorrelationController *controller, QWidget *parent)
    : QScrollArea(parent)
    , m_controller(controller)
{
    setObjectName(u"decidePane"_s);
    setAccessibleName(tr("Decide"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setObjectName(u"decideContent"_s);
    content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    const int side = scaled(this, 16);
    layout->setContentsMargins(side, scaled(this, 14), side, side);
    layout->setSpacing(scaled(this, 8));
    auto *head = new QVBoxLayout;
    head->setSpacing(scaled(this, 2));
    head->addWidget(makeLabel(tr("Decide"), u"decideTitleLabel"_s, FontRole::Heading, this));
    head->addWidget(makeQuietLabel(tr("Choose what is true; you can undo it."), u"decideHintLabel"_s,
                                   FontRole::Body, this));
    layout->addLayout(head);
    setupButtons(layout);
    setupCards(layout);
    layout->addStretch(1);
    setWidget(content);
    connect(controller, &CorrelationController::changed, this, &DecidePane::showState);
    connect(controller, &CorrelationController::effectChanged, this, &DecidePane::showEffect);
    connect(controller, &CorrelationController::done, m_note, &QPlainTextEdit::clear);
    showState();
}

void DecidePane::setupButtons(QVBoxLayout *layout)
{
    m_link = makeButton(tr("Link"), u"linkButton"_s, ButtonKind::Primary, this);
    m_other = makeButton(tr("Link to another team…"), u"otherTeamButton"_s, ButtonKind::Plain, this);
    m_refuse = makeButton(tr("None of these is right"), u"refuseButton"_s, ButtonKind::Plain, this);
    m_external = makeButton(tr("Community care, has no team"), u"externalButton"_s, ButtonKind::Plain, this);
    m_undo = makeButton(tr("Undo the last decision"), u"undoButton"_s, ButtonKind::Plain, this);
    m_link->setToolTip(tr("L"));
    m_other->setToolTip(tr("T"));
    m_refuse->setToolTip(tr("N"));
    m_external->setToolTip(tr("X"));
    m_undo->setToolTip(tr("Ctrl+Z"));
    layout->addSpacing(scaled(this, 2));
    for (QPushButton *button : {m_link, m_other, m_refuse, m_external, m_undo})
        layout->addWidget(button);
    connect(m_link, &QPushButton::clicked, this, &DecidePane::link);
    connect(m_other, &QPushButton::clicked, this, &DecidePane::otherTeamRequested);
    connect(m_refuse, &QPushButton::clicked, this, &DecidePane::refuse);
    connect(m_external, &QPushButton::clicked, this, &DecidePane::external);
    connect(m_undo, &QPushButton::clicked, this, &DecidePane::undo);
}

void DecidePane::setupCards(QVBoxLayout *layout)
{
    auto *effectCard = new Card(tr("What will happen"), u"effectCard"_s, this);
    m_effect = makeLabel({}, u"effectLabel"_s, FontRole::Body, this);
    effectCard->add(m_effect);
    auto *noteCard = new Card(tr("Note (goes into the record)"), u"noteCard"_s, this);
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName(u"noteEdit"_s);
    m_note->setAccessibleName(tr("Note, goes into the record"));
    m_note->setPlaceholderText(tr("Why, if it is not obvious. No patient names."));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(scaled(this, 62));
    noteCard->add(m_note);
    auto *historyCard = new Card(tr("History"), u"decisionHistoryCard"_s, this);
    m_history = new HistoryList(u"decisionHistory"_s, this);
    historyCard->add(m_history);
    layout->addSpacing(scaled(this, 2));
    for (Card *card : {effectCard, noteCard, historyCard})
        layout->addWidget(card);
}

void DecidePane::setStations(const items::StationDirectory &stations)
{
    m_stations = stations;
    showState();
}

QString DecidePane::note() const
{
    return m_note->toPlainText().trimmed();
}

void DecidePane::link()
{
    m_controller->linkChosen(note());
}

void DecidePane::refuse()
{
    m_controller->decide(DecisionKind::Refuse, {}, note());
}

void DecidePane::external()
{
    m_controller->decide(DecisionKind::External, {}, note());
}

void DecidePane::undo()
{
    m_controller->undo();
}

void DecidePane::showState()
{
    const auto &detail = m_controller->detail();
    const bool canDecide = m_controller->canDecide();
    const auto status = detail ? detail->summary.correlation.status : CorrelationStatus::None;
    m_link->setEnabled(m_controller->canLink());
    m_other->setEnabled(canDecide);
    m_refuse->setEnabled(canDecide && status != CorrelationStatus::Refused);
    m_external->setEnabled(canDecide && status != CorrelationStatus::External);
    m_undo->setEnabled(m_controller->canUndo());
    m_undo->setVisible(detail && detail->canUndo);
    m_note->setEnabled(detail.has_value());
    if (detail && m_notePrescriber != detail->summary.prescriber.id) {
        m_notePrescriber = detail->summary.prescriber.id;
        m_note->clear(); // a note about one prescriber must not slip to the next
    }
    if (detail)
        m_history->setEntries(detail->history, m_stations.zone(detail->summary.prescriber.station));
    showEffect();
}

void DecidePane::showEffect()
{
    const auto &effect = m_controller->effect();
    const items::CandidatesModel *candidates = m_controller->candidates();
    const bool isTeam = candidates->candidate(candidates->chosenRow());
    m_link->setEnabled(m_controller->canLink());
    m_link->setText(
        effect && isTeam && effect->becomeReady > 0
            ? tr("Link and release %n", "number of renewals", static_cast<int>(effect->becomeReady))
            : tr("Link"));
    if (effect)
        m_effect->setText(items::effectLines(*effect).join(u'\n'));
    else
        m_effect->setText(m_controller->isSettled() ? tr("Choose a candidate to see it.") : tr("Looking…"));
}

} // namespace renewal::ui
