// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/advancecard.h"

#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

const RolloutStage *nextStage(const RolloutOverview &overview)
{
    for (const RolloutStage &stage : overview.stages) {
        if (!stage.startedAt.isValid())
            return &stage;
    }
    return nullptr;
}

const RolloutStage *presentStage(const RolloutOverview &overview)
{
    const RolloutStage *present = nullptr;
    for (const RolloutStage &stage : overview.stages) {
        if (stage.startedAt.isValid() && (!present || stage.startedAt >= present->startedAt))
            present = &stage;
    }
    return present;
}

AdvanceCard::AdvanceCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Why can’t I advance?"), u"advanceCard"_s, this))
    , m_answer(makeLabel({}, u"advanceAnswerLabel"_s, FontRole::Strong, m_card))
    , m_reasons(makeLabel({}, u"advanceReasonsLabel"_s, FontRole::Body, m_card))
{
    setObjectName(u"advancePane"_s);
    m_card->add(m_answer);
    m_card->add(m_reasons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void AdvanceCard::setOverview(const RolloutOverview &overview)
{
    const RolloutStage *next = nextStage(overview);
    const QStringList &reasons = overview.reasonsNotToAdvance;
    if (!next) {
        m_card->setTitle(tr("May we go on?"));
        m_answer->setText(tr("There is no further stage."));
    } else if (reasons.isEmpty()) {
        m_card->setTitle(tr("May we go on?"));
        m_answer->setText(
            tr("Yes: nothing stands in the way of stage %1.", "name of a stage").arg(next->name));
    } else {
        m_card->setTitle(tr("Why can’t I advance?"));
        m_answer->setText(
            tr("May we go on? Not yet: %n reason(s)", nullptr, static_cast<int>(reasons.size())));
    }
    QStringList lines;
    for (const QString &reason : reasons)
        lines += u"✕ "_s + reason;
    m_reasons->setText(lines.join(u'\n'));
    m_reasons->setAccessibleName(reasons.join(u". "));
    m_reasons->setVisible(next && !lines.isEmpty());
}

} // namespace renewal::ui
