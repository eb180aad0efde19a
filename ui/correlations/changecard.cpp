// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/changecard.h"

#include "models/items/linktexts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ChangeCard::ChangeCard(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, u"changeLabel"_s, FontRole::Body, this))
    , m_before(makeQuietLabel({}, u"changeBeforeLabel"_s, FontRole::Small, this))
{
    setObjectName(u"changePart"_s);
    auto *card = new Card(tr("Why this came back"), u"changeCard"_s, this);
    card->setTone(items::Tone::Caution);
    card->add(m_text);
    card->add(m_before);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    hide();
}

void ChangeCard::setCorrelation(const Correlation &correlation)
{
    const QString text = items::changeText(correlation.change);
    m_text->setText(text.isEmpty() ? tr("The grounds of the link changed; the history tells more.") : text);
    m_before->setText(correlation.decidedBy.isEmpty()
                          ? QString()
                          : tr("The link was decided by %1.", "who").arg(correlation.decidedBy));
    m_before->setVisible(!m_before->text().isEmpty());
    setVisible(needsAnotherLook(correlation));
}

} // namespace renewal::ui
