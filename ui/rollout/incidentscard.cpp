// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/incidentscard.h"

#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostIncidents = 5;

QString severityText(const QString &severity)
{
    if (severity == u"low")
        return IncidentsCard::tr("Low", "severity of an incident");
    if (severity == u"high")
        return IncidentsCard::tr("High", "severity of an incident");
    if (severity == u"critical")
        return IncidentsCard::tr("Critical", "severity of an incident");
    return severity;
}
} // namespace

IncidentsCard::IncidentsCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Incidents"), u"incidentsCard"_s, this))
    , m_none(makeQuietLabel(tr("None were recorded."), u"noIncidentsLabel"_s, FontRole::Body, m_card))
{
    setObjectName(u"incidentsPane"_s);
    m_card->add(m_none);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void IncidentsCard::addRow()
{
    const qsizetype number = m_rows.size();
    Row row{new QWidget(m_card), nullptr, nullptr, nullptr};
    row.line->setObjectName(u"incident%1Line"_s.arg(number));
    row.severity = new Chip(u"incident%1Chip"_s.arg(number), row.line);
    row.text = makeLabel({}, u"incident%1Label"_s.arg(number), FontRole::Body, row.line);
    row.resolution = makeQuietLabel({}, u"incident%1ResolutionLabel"_s.arg(number), FontRole::Body, m_card);
    auto *layout = new QHBoxLayout(row.line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 6));
    layout->addWidget(row.severity, 0, Qt::AlignTop);
    layout->addWidget(row.text, 1);
    m_card->add(row.line);
    m_card->add(row.resolution);
    m_rows.append(row);
}

void IncidentsCard::setIncidents(const QVector<Incident> &incidents)
{
    const qsizetype shown = std::min(incidents.size(), mostIncidents);
    while (m_rows.size() < shown)
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool used = i < shown;
        m_rows[i].line->setVisible(used);
        m_rows[i].resolution->setVisible(used);
        if (!used)
            continue;
        const Incident &incident = incidents[i];
        m_rows[i].severity->setState(severityText(incident.severity),
                                     incident.severity == u"low" ? items::Tone::Caution : items::Tone::Bad);
        m_rows[i].text->setText(
            tr("%1: %2", "day, what happened")
                .arg(QLocale().toString(incident.at.toUTC().date(), tr("MMM d", "date format")),
                     incident.text));
        m_rows[i].resolution->setText(incident.resolution.isEmpty() ? tr("Still open") : incident.resolution);
    }
    m_none->setVisible(shown == 0);
}

} // namespace renewal::ui
