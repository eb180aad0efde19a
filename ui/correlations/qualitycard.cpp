// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/qualitycard.h"

#include "models/items/await.h"
#include "models/items/datetexts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

QualityCard::QualityCard(CorrelationsGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_card(new Card(tr("Matching quality, last %n days", nullptr, MatchingQuality().days), u"qualityCard"_s,
                      this))
    , m_wrong(addLine(tr("Automatic links found wrong"), u"linksFoundWrongLabel"_s))
    , m_alone(addLine(tr("Linked without help"), u"linkedWithoutHelpLabel"_s))
{
    setObjectName(u"qualityPart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_card->setToolTip(
        tr("Found wrong: a person decided otherwise about a link that matching made in these days. Linked "
           "without help: of all prescribers but those in community care, today."));
    layout->addWidget(m_card);
    hide();
}

/// What is counted, quiet, and the count below it.
QLabel *QualityCard::addLine(const QString &what, const QString &objectName)
{
    QLabel *label = makeQuietLabel(what, objectName + u"Text"_s, FontRole::Body, m_card);
    QLabel *value = makeLabel({}, objectName, FontRole::Strong, m_card);
    m_card->add(label);
    m_card->add(value);
    return value;
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
    m_wrong->setText(ofAll(quality.foundWrong, quality.automatic));
    m_alone->setText(tr("%1, %2", "a percentage, numbers")
                         .arg(items::percent(static_cast<double>(quality.linkedAlone) /
                                             static_cast<double>(quality.prescribers)),
                              ofAll(quality.linkedAlone, quality.prescribers)));
    m_wrong->setAccessibleName(tr("Automatic links found wrong: %1", "numbers").arg(m_wrong->text()));
    m_alone->setAccessibleName(tr("Linked without help: %1", "numbers").arg(m_alone->text()));
}

} // namespace renewal::ui
