// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/effectcard.h"

#include "models/items/correlationtexts.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

EffectCard::EffectCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("What will happen"), u"effectCard"_s, this))
    , m_beyond(makeQuietLabel({}, u"effectBeyondLabel"_s, FontRole::Body, this))
{
    setObjectName(u"effectPart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    addBlock(DecisionKind::Link, u"Link"_s);
    addBlock(DecisionKind::Refuse, u"Refuse"_s);
    addBlock(DecisionKind::External, u"External"_s);
    m_card->add(m_beyond);
}

void EffectCard::addBlock(DecisionKind kind, const QString &word)
{
    auto *part = new QWidget(this);
    part->setObjectName(u"effect%1Part"_s.arg(word));
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, scaled(this, 4));
    layout->setSpacing(0);
    Block block;
    block.kind = kind;
    block.title = makeLabel({}, u"effect%1Title"_s.arg(word), FontRole::Small, part);
    QFont strong = block.title->font();
    strong.setWeight(QFont::DemiBold);
    block.title->setFont(strong);
    block.lines = makeLabel({}, u"effect%1Label"_s.arg(word), FontRole::Body, part);
    block.later = makeQuietLabel({}, u"later%1Label"_s.arg(word), FontRole::Small, part);
    for (QLabel *label : {block.title, block.lines, block.later})
        layout->addWidget(label);
    m_card->add(part);
    m_blocks.append(block);
}

void EffectCard::setState(const CorrelationController &controller)
{
    for (const Block &block : std::as_const(m_blocks))
        showBlock(block, controller);
    // The same ones for every decision: those that none of them moves.
    const auto &effect = controller.effect(DecisionKind::Refuse);
    const QString beyond = effect ? items::beyondText(*effect) : QString();
    m_beyond->setText(beyond.isEmpty() ? QString()
                                       : tr("In any case %1", "2 stay: not renewable").arg(beyond));
    m_beyond->setVisible(!beyond.isEmpty());
}

void EffectCard::showBlock(const Block &block, const CorrelationController &controller)
{
    const auto &detail = controller.detail();
    const items::CandidatesModel *candidates = controller.candidates();
    const Candidate *chosen = candidates->candidate(candidates->chosenRow());
    const bool isLink = block.kind == DecisionKind::Link;
    const auto &effect = controller.effect(block.kind);
    const QString obstacle = controller.obstacle(block.kind);
    QString lines;
    if (detail && isLink && !chosen)
        lines = detail->candidates.candidates.isEmpty() ? tr("Choose another team to see it.")
                                                        : tr("Choose a candidate to see it.");
    else if (detail)
        lines = !obstacle.isEmpty()                ? obstacle
                : effect                           ? items::movedLines(*effect).join(u'\n')
                : controller.isLooking(block.kind) ? tr("Looking…")
                                                   : tr("The service did not say.");
    block.title->setText(
        isLink && !chosen
            ? tr("Link")
            : items::decisionText(block.kind, chosen ? chosen->careTeamName.trimmed() : QString()));
    block.lines->setText(lines);
    const bool done = detail && controller.isDecided(block.kind);
    QString later;
    if (done)
        later = tr("This is what holds now");
    else if (const QString division = controller.terms().division; detail && !division.isEmpty())
        later = block.kind == DecisionKind::External ? tr("Only for all divisions")
                                                     : tr("For division %1 alone", "station").arg(division);
    else if (effect && detail && obstacle.isEmpty())
        later = items::laterText(block.kind, *detail);
    block.later->setText(later);
    block.later->setVisible(!later.isEmpty());
}

} // namespace renewal::ui
