// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/manyplanner.h"

#include "models/items/await.h"

namespace renewal::ui {

ManyPlanner::ManyPlanner(CorrelationsGateway *gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
}

void ManyPlanner::plan(DecisionKind kind, const QVector<PrescriberSummary> &chosen, const QString &note)
{
    ++m_generation;
    if (kind != DecisionKind::Link) {
        emit planned(items::planMany(kind, chosen, note));
        return;
    }
    m_chosen = chosen;
    m_note = note;
    m_details.clear();
    m_busy = true;
    emit busyChanged();
    fetchNext();
}

void ManyPlanner::forget()
{
    ++m_generation;
    if (!m_busy)
        return;
    m_busy = false;
    emit busyChanged();
}

void ManyPlanner::fetchNext()
{
    if (m_details.size() == m_chosen.size())
        return finish();
    const quint64 generation = m_generation;
    items::await(m_gateway->prescriber(m_chosen[m_details.size()].prescriber.id), this,
                 [this, generation](const Result<PrescriberDetail> &detail) {
                     if (generation != m_generation)
                         return;
                     m_details.append(detail ? std::optional(*detail) : std::nullopt);
                     fetchNext();
                 });
}

void ManyPlanner::finish()
{
    m_busy = false;
    emit busyChanged();
    emit planned(items::planLinks(m_chosen, m_details, m_note));
}

} // namespace renewal::ui
