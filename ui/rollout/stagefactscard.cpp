// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/stagefactscard.h"

#include "ui/rollout/advancecard.h"
#include "ui/widgets/card.h"
#include "ui/widgets/factsgrid.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
QString count(const std::optional<qint64> &value)
{
    return value ? QLocale().toString(*value) : StageFactsCard::tr("not known");
}

QString incidents(const QVector<Incident> &all)
{
    if (all.isEmpty())
        return StageFactsCard::tr("none");
    const auto open =
        std::ranges::count_if(all, [](const Incident &incident) { return incident.resolution.isEmpty(); });
    const int size = static_cast<int>(all.size());
    return open == 0 ? StageFactsCard::tr("%n, all closed", "number of incidents", size)
                     : StageFactsCard::tr("%1, %2 open", "numbers of incidents").arg(size).arg(open);
}
} // namespace

StageFactsCard::StageFactsCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("This stage so far"), u"stageFactsCard"_s, this))
    , m_facts(new FactsGrid(96, u"stageFactsGrid"_s, m_card))
{
    setObjectName(u"stageFactsPane"_s);
    m_card->add(m_facts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void StageFactsCard::setOverview(const RolloutOverview &overview)
{
    const RolloutStage *present = presentStage(overview);
    m_card->setTitle(present ? tr("Stage %1 so far", "name of a stage").arg(present->name)
                             : tr("This stage so far"));
    const StageSummary &summary = overview.stageSummary;
    QString errors = count(summary.errors);
    if (!summary.errorsByType.isEmpty())
        errors = tr("%1 (%2)", "number of errors, by type").arg(errors, summary.errorsByType);
    QVector<Incident> ofStage = overview.incidents;
    if (present)
        ofStage.removeIf([present](const Incident &incident) { return incident.at < present->startedAt; });
    m_facts->setFacts(
        {{tr("Unique Veterans"), count(summary.uniqueUsers)},
         {tr("Messages sent"), count(summary.messagesSent)},
         {tr("Errors"), errors},
         {tr("Downstream"), summary.downstream.isEmpty() ? tr("not known") : summary.downstream},
         {tr("Incidents"), incidents(ofStage)}});
}

} // namespace renewal::ui
