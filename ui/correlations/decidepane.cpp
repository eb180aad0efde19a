// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/decidepane.h"

#include "models/items/correlationtexts.h"
#include "models/items/datetexts.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/decisionbutton.h"
#include "ui/correlations/effectcard.h"
#include "ui/correlations/qualitycard.h"
#include "ui/correlations/termscard.h"
#include "ui/correlations/undobar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/historylist.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

DecidePane::DecidePane(CorrelationController *controller, CorrelationsGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_gateway(gateway)
{
    setObjectName(u"decidePane"_s);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"decideArea"_s);
    area->setAccessibleName(tr("Decide"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(area, 1);
    layout->addWidget(new UndoBar(controller, this));
    connect(controller, &CorrelationController::changed, this, &DecidePane::showState);
    connect(controller, &CorrelationController::effectChanged, this, &DecidePane::showEffect);
    connect(controller, &CorrelationController::done, this, [this](const QString &, PrescriberId prescriber) {
        if (prescriber == m_notePrescriber) {
            m_note->clear();
            m_terms->reset();
        }
    });
    showState();
}

QWidget *DecidePane::makeContent()
{
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
    setupHistory(layout);
    layout->addStretch(1);
    return content;
}

void DecidePane::setupButtons(QVBoxLayout *layout)
{
    m_link =
        new DecisionButton(tr("Link"), u"linkButton"_s, QKeySequence(Qt::Key_L), ButtonKind::Primary, this);
    m_other = new DecisionButton(tr("Link to another team…"), u"otherTeamButton"_s,
                                 QKeySequence(Qt::SHIFT | Qt::Key_L), ButtonKind::Plain, this);
    m_refuse = new DecisionButton(tr("None of these is right"), u"refuseButton"_s, QKeySequence(Qt::Key_N),
                                  ButtonKind::Plain, this);
    m_external = new DecisionButton(tr("Community care, has no team"), u"externalButton"_s,
                                    QKeySequence(Qt::Key_X), ButtonKind::Plain, this);
    layout->addSpacing(scaled(this, 2));
    m_buttons = new QGridLayout;
    m_buttons->setSpacing(layout->spacing());
    layout->addLayout(m_buttons);
    arrangeButtons();
    connect(m_link, &QPushButton::clicked, this, &DecidePane::linkRequested);
    connect(m_other, &QPushButton::clicked, this, &DecidePane::otherTeamRequested);
    connect(m_refuse, &QPushButton::clicked, this, &DecidePane::refuse);
    connect(m_external, &QPushButton::clicked, this, &DecidePane::external);
}

/// Below the evidence there is room to the side, and none to spare above.
void DecidePane::arrangeButtons()
{
    const int columns = width() >= scaled(this, 420) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    int place = 0;
    for (QPushButton *button : {m_link, m_other, m_refuse, m_external}) {
        m_buttons->removeWidget(button);
        m_buttons->addWidget(button, place / columns, place % columns);
        ++place;
    }
    m_buttons->setColumnStretch(1, columns - 1);
    m_buttons->setColumnStretch(0, 1);
}

void DecidePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeButtons();
}

void DecidePane::setupCards(QVBoxLayout *layout)
{
    m_effects = new EffectCard(this);
    auto *noteCard = new Card(tr("Note (goes into the record)"), u"noteCard"_s, this);
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName(u"noteEdit"_s);
    m_note->setAccessibleName(tr("Note, goes into the record"));
    m_note->setPlaceholderText(tr("Why, if it is not obvious. No patient names."));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(scaled(this, 58));
    noteCard->add(m_note);
    m_terms = new TermsCard(this);
    connect(m_terms, &TermsCard::changed, this, [this] { m_controller->setTerms(m_terms->terms()); });
    layout->addSpacing(scaled(this, 2));
    for (QWidget *card : {static_cast<QWidget *>(m_effects), static_cast<QWidget *>(noteCard),
                          static_cast<QWidget *>(m_terms)})
        layout->addWidget(card);
}

void DecidePane::setupHistory(QVBoxLayout *layout)
{
    auto *historyCard = new Card(tr("History"), u"decisionHistoryCard"_s, this);
    m_history = new HistoryList(u"decisionHistory"_s, this);
    m_takeBack = makeButton(tr("Take back"), u"takeBackButton"_s, ButtonKind::Link, this);
    m_takeBack->setAccessibleName(tr("Take back the newest decision about this prescriber"));
    m_takeBack->setToolTip(m_takeBack->accessibleName());
    historyCard->setCorner(m_takeBack);
    historyCard->add(m_history);
    m_quality = new QualityCard(m_gateway, this);
    layout->addWidget(historyCard);
    m_qualityScreen = makeButton(tr("Matching quality…"), u"qualityScreenButton"_s, ButtonKind::Link, this);
    m_qualityScreen->setToolTip(tr("Precision, coverage, calibration and threshold (Q)"));
    m_qualityScreen->hide();
    layout->addWidget(m_quality);
    layout->addWidget(m_qualityScreen, 0, Qt::AlignLeft);
    m_cutOverScreen =
        makeButton(tr("Cut-over to Oracle Health…"), u"cutOverScreenButton"_s, ButtonKind::Link, this);
    m_cutOverScreen->setToolTip(tr("Stations that go to Oracle Health, and their new pools (C)"));
    m_cutOverScreen->hide();
    layout->addWidget(m_cutOverScreen, 0, Qt::AlignLeft);
    connect(m_cutOverScreen, &QPushButton::clicked, this, &DecidePane::cutOverRequested);
    connect(m_qualityScreen, &QPushButton::clicked, this, &DecidePane::qualityRequested);
    connect(m_takeBack, &QPushButton::clicked, m_controller, &CorrelationController::undoShown);
}

void DecidePane::setHasQualityScreen(bool has)
{
    m_qualityScreen->setVisible(has);
}

void DecidePane::setHasCutOverScreen(bool has)
{
    m_cutOverScreen->setVisible(has);
}

void DecidePane::setStations(const items::StationDirectory &stations)
{
    m_stations = stations;
    showState();
}

void DecidePane::loadQuality(const Scope &scope)
{
    m_quality->load(scope);
}

QString DecidePane::note() const
{
    return m_note->toPlainText().trimmed();
}

void DecidePane::focusTerms()
{
    if (!m_terms->isEnabled())
        return;
    findChild<QScrollArea *>(u"decideArea"_s)->ensureWidgetVisible(m_terms);
    m_terms->setFocus();
}

void DecidePane::refuse()
{
    if (m_refuse->isEnabled())
        m_controller->decide(DecisionKind::Refuse, {}, note());
}

void DecidePane::external()
{
    if (m_external->isEnabled())
        m_controller->decide(DecisionKind::External, {}, note());
}

void DecidePane::showState()
{
    const auto &detail = m_controller->detail();
    const bool canDecide = m_controller->canDecide();
    m_other->setEnabled(canDecide);
    m_refuse->setEnabled(canDecide && !m_controller->isDecided(DecisionKind::Refuse));
    m_external->setEnabled(canDecide && !m_controller->isDecided(DecisionKind::External) &&
                           m_controller->terms().division.isEmpty());
    m_takeBack->setVisible(detail && detail->canUndo);
    m_takeBack->setEnabled(m_controller->canUndoShown());
    m_note->setEnabled(detail.has_value());
    // A note about one prescriber must not slip to the next, not even while that one is on its way.
    if (m_notePrescriber != m_controller->prescriber()) {
        m_notePrescriber = m_controller->prescriber();
        m_note->clear();
        m_terms->reset();
    }
    m_terms->setEnabled(detail.has_value());
    if (detail)
        m_terms->setDivisions(detail->divisions);
    if (detail)
        m_history->setEntries(detail->history, QTimeZone::systemTimeZone());
    showEffect();
}

void DecidePane::showEffect()
{
    const auto &effect = m_controller->effect(DecisionKind::Link);
    m_link->setEnabled(m_controller->canLink());
    const LinkTerms &terms = m_controller->terms();
    m_external->setEnabled(m_controller->canDecide() && terms.division.isEmpty() &&
                           !m_controller->isDecided(DecisionKind::External));
    QString text = m_controller->isConfirmation() ? tr("Confirm this link") : tr("Link");
    if (!terms.division.isEmpty())
        text = tr("Link division %1", "station").arg(terms.division);
    if (effect && effect->becomeReady > 0)
        text = terms.division.isEmpty()
                   ? tr("Link and release %n", "number of renewals", static_cast<int>(effect->becomeReady))
                   : tr("Link division %1 and release %n", "number of renewals",
                        static_cast<int>(effect->becomeReady))
                         .arg(terms.division);
    else if (terms.validFrom.isValid())
        text = tr("Link from %1 on", "date")
                   .arg(items::columnDate(terms.validFrom, QTimeZone::systemTimeZone()));
    // It asks first when several people share the name, and when the candidate is unlikely.
    if (m_controller->isSharedName() || m_controller->isUnlikely())
        text += u'…';
    m_link->setText(text);
    m_effects->setState(*m_controller);
    showPrimary();
}

/// What is offered first is what is chosen in the set; where nothing can be chosen, the search for a team.
void DecidePane::showPrimary()
{
    const items::CandidatesModel *candidates = m_controller->candidates();
    const int row = candidates->chosenRow();
    const bool isTeam = candidates->candidate(row);
    const bool isNone = row > 0 && !isTeam;
    m_link->setPrimary(isTeam);
    m_refuse->setPrimary(isNone && !m_controller->isDecided(DecisionKind::Refuse));
    m_other->setPrimary(row == 0 && !isTeam);
}

} // namespace renewal::ui
