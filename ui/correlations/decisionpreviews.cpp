// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/decisionpreviews.h"

#include "models/items/await.h"

#include <algorithm>

namespace renewal::ui {

namespace {
bool sameQuestion(const Decision &a, const Decision &b)
{
    return a.prescriberId == b.prescriberId && a.careTeam == b.careTeam && a.version == b.version &&
           a.validFrom == b.validFrom && a.validTo == b.validTo && a.division == b.division;
}

/// The decision itself was refused; anything else says nothing about it.
bool isRefusal(ErrorCode code)
{
    return code == ErrorCode::Conflict || code == ErrorCode::InvalidInput;
}
} // namespace

DecisionPreviews::DecisionPreviews(CorrelationsGateway *gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
}

void DecisionPreviews::look(PrescriberId prescriber, qint64 version, TriageTeamId team)
{
    Decision decision;
    decision.prescriberId = prescriber;
    decision.version = version;
    for (const DecisionKind kind : {DecisionKind::Refuse, DecisionKind::External}) {
        decision.kind = kind;
        ask(decision);
    }
    lookAtTeam(team);
}

void DecisionPreviews::lookAtTeam(TriageTeamId team)
{
    Decision decision = at(DecisionKind::Refuse).decision;
    decision.kind = DecisionKind::Link;
    decision.careTeam = team;
    if (team.isValid() && decision.prescriberId.isValid())
        ask(decision);
    else
        forget(at(DecisionKind::Link));
    emit changed();
}

void DecisionPreviews::clear()
{
    for (Look &look : m_looks)
        forget(look);
    emit changed();
}

void DecisionPreviews::forget(Look &look)
{
    ++look.generation;
    look.decision = {};
    look.effect.reset();
    look.obstacle.clear();
    look.waits = false;
}

void DecisionPreviews::ask(const Decision &wanted)
{
    Decision decision = wanted;
    m_terms.addTo(decision);
    Look &look = at(decision.kind);
    if (!sameQuestion(decision, look.decision))
        forget(look);
    look.decision = decision;
    look.waits = true;
    const quint64 generation = ++look.generation;
    items::await(m_gateway->preview(decision), this,
                 [this, generation, kind = decision.kind](const Result<DecisionEffect> &effect) {
                     Look &asked = at(kind);
                     if (generation != asked.generation)
                         return;
                     asked.waits = false;
                     asked.effect = effect ? std::optional(*effect) : std::nullopt;
                     asked.obstacle =
                         effect || !isRefusal(effect.error().code) ? QString() : effect.error().text;
                     emit changed();
                 });
}

const std::optional<DecisionEffect> &DecisionPreviews::effect(DecisionKind kind) const
{
    return at(kind).effect;
}

QString DecisionPreviews::obstacle(DecisionKind kind) const
{
    return at(kind).obstacle;
}

bool DecisionPreviews::isSettled() const
{
    return std::ranges::none_of(m_looks, &Look::waits);
}

} // namespace renewal::ui
