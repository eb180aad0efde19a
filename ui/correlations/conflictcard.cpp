// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/conflictcard.h"

#include "models/items/correlationtexts.h"
#include "models/items/datetexts.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ConflictCard::ConflictCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Somebody was faster"), u"conflictCard"_s, this))
    , m_facts(new FactsGrid(58, u"conflictFacts"_s, this))
{
    setObjectName(u"conflictPart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_card->setTone(items::Tone::Caution);
    m_card->add(m_facts);
    m_card->add(makeQuietLabel(tr("Your note is kept. Look at what stands now, then decide again."),
                               u"conflictHintLabel"_s, FontRole::Small, this));
    hide();
}

void ConflictCard::setState(const CorrelationController &controller)
{
    const auto &detail = controller.detail();
    const bool shown = detail && !controller.conflict().isEmpty();
    setVisible(shown);
    if (!shown)
        return;
    const Correlation &correlation = detail->summary.correlation;
    const QString team =
        correlation.careTeam.isValid() ? controller.candidates()->nameOf(correlation.careTeam) : QString();
    m_facts->setFacts({
        {tr("You"), controller.conflict()},
        {tr("Now"), items::correlationText(correlation, team)},
        {tr("Since"), correlation.validFrom.isValid()
                          ? items::zonedTime(correlation.validFrom, QTimeZone::systemTimeZone())
                          : QString()},
    });
}

} // namespace renewal::ui
