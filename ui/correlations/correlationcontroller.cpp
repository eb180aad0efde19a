// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/correlationcontroller.h"

#include "models/items/await.h"
#include "models/items/correlationtexts.h"

#include <QUuid>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
bool isStale(ErrorCode code)
{
    return code == ErrorCode::PreconditionFailed || code == ErrorCode::Conflict;
}

bool sameIntent(const Decision &a, const Decision &b)
{
    return a.prescriberId == b.prescriberId && a.kind == b.kind && a.careTeam == b.careTeam &&
           a.note == b.note && a.version == b.version;
}
} // namespace

CorrelationController::CorrelationController(CorrelationsGateway *gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_candidates(new items::CandidatesModel(this))
{
    connect(m_candidates, &items::CandidatesModel::chosenChanged, this,
            &CorrelationController::requestPreview);
}

void CorrelationController::setPrescriber(PrescriberId id)
{
    if (id == m_wanted)
        return;
    m_wanted = id;
    reload();
}

void CorrelationController::reload()
{
    const quint64 generation = ++m_generation;
    if (!m_wanted.isValid()) {
        m_loading = false;
        m_detail.reset();
        m_error.reset();
        m_candidates->clear();
        emit changed();
        return;
    }
    m_loading = true;
    items::await(m_gateway->prescriber(m_wanted), this,
                 [this, generation](const Result<PrescriberDetail> &result) {
                     if (generation != m_generation)
                         return;
                     m_loading = false;
                     const bool isOther = m_detail && m_detail->summary.prescriber.id != m_wanted;
                     if (result) {
                         m_detail = *result;
                         m_error.reset();
                         m_candidates->setDetail(*result);
                     } else {
                         m_error = result.error();
                         if (isOther) { // another prescriber's facts must not stand here
                             m_detail.reset();
                             m_candidates->clear();
                         }
                     }
                     emit changed();
                 });
}

bool CorrelationController::canLink() const
{
    const Candidate *chosen = m_candidates->candidate(m_candidates->chosenRow());
    if (!canDecide() || !chosen)
        return false;
    const Correlation &correlation = m_detail->summary.correlation;
    // A link that a person already made needs no second one; an automatic one may be confirmed.
    return correlation.status != CorrelationStatus::Manual || correlation.careTeam != chosen->careTeam;
}

void CorrelationController::requestPreview()
{
    const quint64 generation = ++m_previewGeneration;
    m_effect.reset();
    m_previewing = m_detail && m_candidates->chosenRow() >= 0;
    emit effectChanged();
    if (!m_previewing)
        return;
    const Candidate *chosen = m_candidates->candidate(m_candidates->chosenRow());
    Decision decision;
    decision.prescriberId = m_detail->summary.prescriber.id;
    decision.kind = chosen ? DecisionKind::Link : DecisionKind::Refuse;
    decision.careTeam = chosen ? chosen->careTeam : TriageTeamId{};
    decision.version = m_detail->summary.correlation.version;
    items::await(m_gateway->preview(decision), this,
                 [this, generation](const Result<DecisionEffect> &effect) {
                     if (generation != m_previewGeneration)
                         return;
                     m_previewing = false;
                     if (effect)
                         m_effect = *effect;
                     emit effectChanged();
                 });
}

void CorrelationController::linkChosen(const QString &note)
{
    if (canLink())
        decide(DecisionKind::Link, m_candidates->candidate(m_candidates->chosenRow())->careTeam, note);
}

void CorrelationController::decide(DecisionKind kind, TriageTeamId team, const QString &note)
{
    if (!canDecide())
        return;
    Decision decision;
    decision.prescriberId = m_detail->summary.prescriber.id;
    decision.kind = kind;
    decision.careTeam = team;
    decision.note = note;
    decision.version = m_detail->summary.correlation.version;
    decision.idempotencyKey = keyFor(decision);
    m_lastIntent = decision;
    m_busy = true;
    emit changed();
    const QString name = items::prescriberName(m_detail->summary.prescriber);
    const QString did = kind == DecisionKind::Link ? tr("%1 is linked", "prescriber").arg(name)
                        : kind == DecisionKind::Refuse
                            ? tr("No candidate fits %1", "prescriber").arg(name)
                            : tr("%1 is marked as community care", "prescriber").arg(name);
    items::await(m_gateway->decide(decision), this,
                 [this, did](const Result<DecisionOutcome> &outcome) { finish(outcome, did); });
}

void CorrelationController::undo()
{
    if (!canUndo())
        return;
    m_busy = true;
    emit changed();
    const QString did = tr("Took back the decision about %1", "prescriber")
                            .arg(items::prescriberName(m_detail->summary.prescriber));
    items::await(m_gateway->undo(m_detail->summary.prescriber.id, m_detail->summary.correlation.version,
                                 QUuid::createUuid().toString(QUuid::WithoutBraces)),
                 this, [this, did](const Result<DecisionOutcome> &outcome) { finish(outcome, did); });
}

void CorrelationController::finish(const Result<DecisionOutcome> &outcome, const QString &did)
{
    m_busy = false;
    if (outcome) {
        m_lastIntent = {};
        emit done(did + u": "_s + items::effectLines(outcome->effect).join(u", "));
    } else {
        emit refused(outcome.error().text, isStale(outcome.error().code));
    }
    emit changed();
    if (outcome || isStale(outcome.error().code))
        reload();
}

QString CorrelationController::keyFor(const Decision &decision)
{
    if (!m_lastIntent.idempotencyKey.isEmpty() && sameIntent(m_lastIntent, decision))
        return m_lastIntent.idempotencyKey;
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace renewal::ui
