// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/sharedpatientscard.h"

#include "models/gateway/correlationsgateway.h"
#include "models/items/datetexts.h"
#include "ui/correlations/sharedpatientsfigure.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

SharedPatientsCard::SharedPatientsCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Shared patients"), u"sharedPatientsCard"_s, this))
    , m_figure(new SharedPatientsFigure(u"sharedPatientsFigure"_s, this))
    , m_both(makeLabel({}, u"sharedPatientsLabel"_s, FontRole::Strong, this))
    , m_prescriber(makeQuietLabel({}, u"prescriberPatientsLabel"_s, FontRole::Body, this))
    , m_careTeam(makeQuietLabel({}, u"careTeamPatientsLabel"_s, FontRole::Body, this))
{
    setObjectName(u"sharedPatientsPart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    auto *line = new QWidget(this);
    line->setObjectName(u"sharedPatientsLine"_s);
    auto *beside = new QHBoxLayout(line);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(scaled(this, 16));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(scaled(this, 2));
    for (QLabel *label : {m_both, m_prescriber, m_careTeam})
        texts->addWidget(label);
    beside->addWidget(m_figure, 0, Qt::AlignVCenter);
    beside->addLayout(texts, 1);
    m_card->add(line);
    hide();
}

void SharedPatientsCard::setState(const PrescriberDetail &detail, const CareTeam *team)
{
    const qint64 number = team ? team->triageTeamId.value : 0;
    const bool known = team && detail.sharedPatients.contains(number) && detail.patients > 0;
    setVisible(known);
    if (!known)
        return;
    const qint64 both = detail.sharedPatients.value(number);
    const qint64 ofTeam = detail.teamPatients.value(number);
    const QLocale locale;
    const double share = static_cast<double>(both) / static_cast<double>(detail.patients);
    m_both->setText(both > 0
                        ? tr("%1 are the same people, %2 of all the prescriber’s", "a number, a percentage")
                              .arg(locale.toString(both), items::percent(share))
                        : tr("None are the same people"));
    m_prescriber->setText(tr("Solid circle: %1 with prescriptions of this prescriber", "a number")
                              .arg(locale.toString(detail.patients)));
    m_careTeam->setText(
        tr("Dashed circle: %1 who belong to this care team", "a number").arg(locale.toString(ofTeam)));
    // A team of which nothing is known in all has no circle.
    m_careTeam->setVisible(ofTeam > 0);
    m_figure->setVisible(ofTeam > 0);
    m_figure->setCounts(detail.patients, ofTeam, both);
    m_figure->setAccessibleName(tr("Shared patients"));
    m_figure->setAccessibleDescription(m_both->text() + u". "_s + m_prescriber->text() + u". "_s +
                                       m_careTeam->text());
}

} // namespace renewal::ui
