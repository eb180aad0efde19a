// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/qualitycard.h"

#include "models/items/await.h"
#include "models/items/datetexts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/typography.h"

#include <QLocale>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

QualityCard::QualityCard(CorrelationsGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_facts(new FactsGrid(150, u"qualityFacts"_s, this))
{
    setObjectName(u"qualityPart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("Matching quality, last %n days", nullptr, MatchingQuality().days),
                          u"qualityCard"_s, this);
    card->add(m_facts);
    card->setToolTip(
        tr("Found wrong: a person decided otherwise about a link that matching made in these days. Linked "
           "without help: of all prescribers but those in community care, today."));
    layout->addWidget(card);
    hide();
}

void QualityCard::load(const Scope &scope)
{
    const quint64 generation = ++m_generation;
    items::await(m_gateway->quality(scope), this, [this, generation](const Result<MatchingQuality> &quality) {
        if (generation == m_generation)
            show(quality.value_or(MatchingQuality()));
    });
}

void QualityCard::show(const MatchingQuality &quality)
{
    setVisible(quality.automatic > 0 && quality.prescribers > 0);
    if (quality.automatic == 0 || quality.prescribers == 0)
        return;
    const QLocale locale;
    const auto ofAll = [&](qint64 part, qint64 all) {
        return tr("%1 of %2", "two numbers").arg(locale.toString(part), locale.toString(all));
    };
    m_facts->setFacts({
        {tr("Automatic links found wrong"), ofAll(quality.foundWrong, quality.automatic)},
        {tr("Linked without help"), tr("%1, %2", "a percentage, numbers")
                                        .arg(items::percent(static_cast<double>(quality.linkedAlone) /
                                                            static_cast<double>(quality.prescribers)),
                                             ofAll(quality.linkedAlone, quality.prescribers))},
    });
}

} // namespace renewal::ui
