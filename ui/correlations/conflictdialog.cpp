// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/conflictdialog.h"

#include "models/items/await.h"
#include "models/items/candidatesmodel.h"
#include "models/items/correlationtexts.h"
#include "models/items/datetexts.h"
#include "models/items/linktexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
/// The decision that made the present state; nullopt when it was no person's.
std::optional<DecisionKind> kindOf(CorrelationStatus status)
{
    switch (status) {
    case CorrelationStatus::Manual:
        return DecisionKind::Link;
    case CorrelationStatus::Refused:
        return DecisionKind::Refuse;
    case CorrelationStatus::External:
        return DecisionKind::External;
    default:
        return std::nullopt;
    }
}
} // namespace

ConflictDialog::ConflictDialog(CorrelationsGateway *gateway, const PrescriberDetail &detail,
                               const Decision &mine, const items::CandidatesModel &candidates,
                               QWidget *parent)
    : QDialog(parent)
    , m_gateway(gateway)
    , m_theirFacts(new FactsGrid(72, u"theirFacts"_s, this))
    , m_myFacts(new FactsGrid(72, u"myFacts"_s, this))
    , m_theirEffect(makeLabel(tr("Looking…"), u"theirEffectLabel"_s, FontRole::Body, this))
    , m_myEffect(makeLabel(tr("Looking…"), u"myEffectLabel"_s, FontRole::Body, this))
{
    setObjectName(u"conflictDialog"_s);
    setWindowTitle(tr("Two decisions"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 10));
    layout->addWidget(makeLabel(tr("Somebody decided about %1 before you", "prescriber")
                                    .arg(items::prescriberName(detail.summary.prescriber)),
                                u"conflictTitleLabel"_s, FontRole::Heading, this));
    auto *sides = new QHBoxLayout;
    sides->setSpacing(scaled(this, 10));
    sides->addWidget(addSide(tr("Theirs, holds now"), u"theirCard"_s, m_theirFacts, m_theirEffect), 1);
    sides->addWidget(addSide(tr("Yours, not taken yet"), u"myCard"_s, m_myFacts, m_myEffect), 1);
    layout->addLayout(sides, 1);
    layout->addWidget(
        makeQuietLabel(tr("Your note is kept either way."), u"conflictHintLabel"_s, FontRole::Small, this));
    showTheirs(detail, candidates);
    showMine(detail, mine, candidates);
    addButtons();
    setAccessibleDescription(tr("Choose which of the two decisions is to hold."));
    resize(scaled(this, 640), sizeHint().height());
}

Card *ConflictDialog::addSide(const QString &title, const QString &name, FactsGrid *facts, QLabel *effect)
{
    auto *card = new Card(title, name, this);
    card->add(facts);
    card->add(effect, 1);
    effect->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return card;
}

void ConflictDialog::showTheirs(const PrescriberDetail &detail, const items::CandidatesModel &candidates)
{
    const Correlation &now = detail.summary.correlation;
    const QString team = now.careTeam.isValid() ? candidates.nameOf(now.careTeam) : QString();
    Correlation decision = now; // who stands in a line of its own
    decision.decidedBy.clear();
    const HistoryEntry newest = detail.history.value(0);
    QString what = items::correlationText(decision, team);
    const QStringList terms = items::termLines(now, QTimeZone::systemTimeZone());
    if (!terms.isEmpty())
        what += u'\n' + terms.join(u'\n');
    const QDateTime at = newest.at.isValid() ? newest.at : now.validFrom;
    m_theirFacts->setFacts({
        {tr("Decision"), what},
        {tr("Who"), newest.actor.isEmpty() ? now.decidedBy : newest.actor},
        {tr("When"), at.isValid() ? items::zonedTime(at, QTimeZone::systemTimeZone()) : QString()},
        {tr("Note"), now.note},
    });
    const auto kind = kindOf(now.status);
    if (!kind) {
        m_theirEffect->setText(newest.text);
        return;
    }
    Decision theirs;
    theirs.prescriberId = detail.summary.prescriber.id;
    theirs.kind = *kind;
    theirs.careTeam = now.careTeam;
    theirs.version = now.version;
    look(theirs, m_theirEffect);
}

void ConflictDialog::showMine(const PrescriberDetail &detail, const Decision &mine,
                              const items::CandidatesModel &candidates)
{
    const bool isLink = mine.kind == DecisionKind::Link;
    QString what = items::decisionText(mine.kind, isLink ? candidates.nameOf(mine.careTeam) : QString());
    if (!mine.division.isEmpty())
        what += u'\n' + tr("For division %1 alone").arg(mine.division);
    if (mine.validFrom.isValid())
        what += u'\n' +
                tr("From %1 on", "date").arg(items::columnDate(mine.validFrom, QTimeZone::systemTimeZone()));
    if (mine.validTo.isValid())
        what += u'\n' + tr("Until %1, that day included", "date")
                            .arg(items::lastDay(mine.validTo, QTimeZone::systemTimeZone()));
    if (const QString reason = items::reasonText(mine.reason); !reason.isEmpty())
        what += u'\n' + tr("Reason: %1").arg(reason);
    m_myFacts->setFacts({
        {tr("Decision"), what},
        {tr("Who"), tr("You")},
        {tr("When"), tr("Just now")},
        {tr("Note"), mine.note},
    });
    Decision again = mine;
    again.version = detail.summary.correlation.version;
    look(again, m_myEffect);
}

void ConflictDialog::look(const Decision &decision, QLabel *label)
{
    items::await(m_gateway->preview(decision), this, [label](const Result<DecisionEffect> &effect) {
        label->setText(effect ? items::effectLines(*effect).join(u'\n') : effect.error().text);
    });
}

void ConflictDialog::addButtons()
{
    QPushButton *theirs = makeButton(tr("Keep &theirs"), u"keepTheirsButton"_s, ButtonKind::Primary, this);
    QPushButton *mine = makeButton(tr("Use &mine instead"), u"useMineButton"_s, ButtonKind::Plain, this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(mine);
    buttons->addWidget(theirs);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    connect(theirs, &QPushButton::clicked, this, &QDialog::reject);
    connect(mine, &QPushButton::clicked, this, &QDialog::accept);
    theirs->setDefault(true);
    theirs->setFocus();
}

} // namespace renewal::ui
