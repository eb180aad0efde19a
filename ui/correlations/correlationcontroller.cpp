// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/correlationcontroller.h"

#include "models/correlation/counterfactual.h"
#include "models/items/await.h"
#include "models/items/correlationtexts.h"
#include "models/items/datetexts.h"
#include "ui/correlations/manyundo.h"

#include <QCoreApplication>
#include <QUuid>

#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
bool sameIntent(const Decision &a, const Decision &b)
{
    return a.prescriberId == b.prescriberId && a.kind == b.kind && a.careTeam == b.careTeam &&
           a.note == b.note && a.version == b.version && a.reason == b.reason && a.validFrom == b.validFrom &&
           a.validTo == b.validTo && a.division == b.division;
}

QString didText(const Decision &decision, const QString &name)
{
    const auto tr = [](const char *text) {
        return QCoreApplication::translate("renewal::ui::CorrelationController", text);
    };
    const bool isLink = decision.kind == DecisionKind::Link;
    if (!decision.division.isEmpty())
        return (isLink ? tr(QT_TRANSLATE_NOOP("renewal::ui::CorrelationController",
                                              "Division %2 of %1 is linked"))
                       : tr(QT_TRANSLATE_NOOP("renewal::ui::CorrelationController",
                                              "No candidate fits division %2 of %1")))
            .arg(name, decision.division);
    if (isLink && decision.validFrom.isValid())
        return tr(QT_TRANSLATE_NOOP("renewal::ui::CorrelationController", "%1 will be linked from %2 on"))
            .arg(name, items::columnDate(decision.validFrom, QTimeZone::systemTimeZone()));
    const char *text =
        isLink ? QT_TRANSLATE_NOOP("renewal::ui::CorrelationController", "%1 is linked")
        : decision.kind == DecisionKind::Refuse
            ? QT_TRANSLATE_NOOP("renewal::ui::CorrelationController", "No candidate fits %1")
            : QT_TRANSLATE_NOOP("renewal::ui::CorrelationController", "%1 is marked as community care");
    return tr(text).arg(name);
}
} // namespace

CorrelationController::CorrelationController(CorrelationsGateway *gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_candidates(new items::CandidatesModel(this))
    , m_previews(new DecisionPreviews(gateway, this))
    , m_manyUndo(new ManyUndo(gateway, &m_log, this))
{
    connect(m_manyUndo, &ManyUndo::finished, this, [this](const QString &text, bool allTakenBack) {
        m_busy = false;
        m_takenBack.clear();
        emit undoneMany(text, allTakenBack);
        emit changed();
        reload();
    });
    connect(m_candidates, &items::CandidatesModel::chosenChanged, this, &CorrelationController::lookAhead);
    connect(m_previews, &DecisionPreviews::changed, this, &CorrelationController::effectChanged);
}

void CorrelationController::setPrescriber(PrescriberId id)
{
    if (id == m_wanted)
        return;
    m_wanted = id;
    if (m_collision && m_collision->prescriberId != id)
        m_collision.reset();
    // What was fetched ahead of a collision is not what holds now.
    if (!m_collision && m_ahead && m_ahead->summary.prescriber.id == id)
        take(*std::exchange(m_ahead, std::nullopt));
    else
        emit changed(); // nothing can be decided until it is there
    reload();
}

void CorrelationController::prefetch(PrescriberId id)
{
    if (!id.isValid() || id == m_wanted || id == m_aheadWanted)
        return;
    m_aheadWanted = id;
    m_ahead.reset();
    items::await(m_gateway->prescriber(id), this, [this, id](const Result<PrescriberDetail> &result) {
        if (result && id == m_aheadWanted && id != m_wanted)
            m_ahead = *result;
    });
}

void CorrelationController::reload()
{
    const quint64 generation = ++m_generation;
    // What was fetched ahead may have changed for the same reason.
    m_ahead.reset();
    m_aheadWanted = {};
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
                     if (result)
                         take(*result);
                     else
                         takeFailure(result.error());
                 });
}

void CorrelationController::take(const PrescriberDetail &detail)
{
    m_detail = detail;
    m_error.reset();
    m_taking = true;
    m_candidates->setDetail(detail);
    m_taking = false;
    emit changed();
    if (m_collision && m_collision->prescriberId == detail.summary.prescriber.id && !m_loading) {
        const Decision mine = *std::exchange(m_collision, std::nullopt);
        if (mine.version != detail.summary.correlation.version)
            emit collided(mine);
    }
}

void CorrelationController::takeFailure(const Error &error)
{
    m_error = error;
    if (m_detail && m_detail->summary.prescriber.id != m_wanted) {
        m_detail.reset(); // another prescriber's facts must not stand here
        m_candidates->clear();
    }
    emit changed();
}

bool CorrelationController::canDecide() const
{
    return m_detail && !m_busy && m_detail->summary.prescriber.id == m_wanted;
}

bool CorrelationController::canLink() const
{
    const Candidate *chosen = m_candidates->candidate(m_candidates->chosenRow());
    if (!canDecide() || !chosen)
        return false;
    // A link that a person already made needs no second one; an automatic one may be confirmed.
    return m_terms.problem.isEmpty() && !isDecided(DecisionKind::Link) &&
           obstacle(DecisionKind::Link).isEmpty();
}

bool CorrelationController::isConfirmation() const
{
    const Candidate *chosen = m_candidates->candidate(m_candidates->chosenRow());
    return m_detail && chosen && m_detail->summary.correlation.status == CorrelationStatus::Automatic &&
           m_detail->summary.correlation.careTeam == chosen->careTeam;
}

bool CorrelationController::isSharedName() const
{
    return m_detail && m_detail->summary.prescriber.homonyms > 1;
}

bool CorrelationController::canUndo() const
{
    return !m_busy && (!m_log.isEmpty() || canUndoShown());
}

bool CorrelationController::isDecided(DecisionKind kind) const
{
    if (!m_detail)
        return false;
    const Correlation &correlation = m_detail->summary.correlation;
    const Candidate *chosen = m_candidates->candidate(m_candidates->chosenRow());
    if (!m_terms.division.isEmpty()) {
        const Correlation own = inDivision(correlation, m_terms.division);
        return own != correlation && kind == DecisionKind::Link && chosen && own.careTeam == chosen->careTeam;
    }
    if (kind == DecisionKind::Link && (m_terms.validFrom.isValid() || m_terms.validTo.isValid()))
        return false; // other days
    switch (kind) {
    case DecisionKind::Link:
        return chosen && correlation.status == CorrelationStatus::Manual &&
               correlation.careTeam == chosen->careTeam;
    case DecisionKind::Refuse:
        return correlation.status == CorrelationStatus::Refused;
    case DecisionKind::External:
        return correlation.status == CorrelationStatus::External;
    }
    return false;
}

bool CorrelationController::isUnlikely() const
{
    const auto probability = m_candidates->chosenProbability();
    return probability && *probability < correlation::evenProbability;
}

/// Asks what the decisions would do; only about the link when just another candidate was chosen.
void CorrelationController::lookAhead()
{
    if (!m_detail) {
        m_previews->clear();
        return;
    }
    const Candidate *chosen = m_candidates->candidate(m_candidates->chosenRow());
    const TriageTeamId team = chosen ? chosen->careTeam : TriageTeamId{};
    if (m_taking)
        m_previews->look(m_detail->summary.prescriber.id, m_detail->summary.correlation.version, team);
    else
        m_previews->lookAtTeam(team);
}

void CorrelationController::setTerms(const LinkTerms &terms)
{
    if (terms == m_terms)
        return;
    m_terms = terms;
    m_previews->setTerms(terms);
    m_taking = true; // all questions anew
    lookAhead();
    m_taking = false;
    emit effectChanged();
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
    m_terms.addTo(decision);
    send(decision);
}

void CorrelationController::decideAgain(const Decision &mine)
{
    if (canDecide() && mine.prescriberId == m_detail->summary.prescriber.id)
        send(mine);
}

void CorrelationController::send(Decision decision)
{
    decision.version = m_detail->summary.correlation.version;
    decision.idempotencyKey = keyFor(decision);
    m_lastIntent = decision;
    emit starting();
    m_busy = true;
    emit changed();
    const QString name = items::prescriberName(m_detail->summary.prescriber);
    items::await(
        m_gateway->decide(decision), this,
        [this, decision, name](const Result<DecisionOutcome> &outcome) { finish(outcome, decision, name); });
}

void CorrelationController::finish(const Result<DecisionOutcome> &outcome, const Decision &decision,
                                   const QString &name)
{
    m_busy = false;
    if (!outcome) {
        if (outcome.error().code == ErrorCode::PreconditionFailed)
            m_collision = decision;
        refuse(outcome.error(), decision.prescriberId, name);
        return;
    }
    m_lastIntent = {};
    const QString text = didText(decision, name) + u": "_s + items::outcomeText(*outcome);
    m_log.add({decision.prescriberId, name, text, outcome->correlation.version});
    m_takenBack.clear();
    const PrescriberId before = m_wanted;
    emit done(text, decision.prescriberId);
    emit changed();
    if (m_wanted == before) // nobody went on to the next case
        reload();
}

/// By now another case may be in sight: then it is said about whom the answer is.
void CorrelationController::refuse(const Error &error, PrescriberId about, const QString &name)
{
    emit refused(about == m_wanted ? error.text
                                   : tr("%1: %2", "prescriber, what went wrong").arg(name, error.text),
                 isStale(error.code));
    emit changed();
    if (m_collision && m_collision->prescriberId != m_wanted)
        emit collidedElsewhere(about);
    else if (isStale(error.code))
        reload();
}

void CorrelationController::undo()
{
    if (!canUndo())
        return;
    const LoggedDecision *last = m_log.last();
    if (last && !last->parts.isEmpty())
        undoMany(last->parts);
    else if (last)
        undo(last->prescriber, last->name, last->version);
    else
        undoShown();
}

void CorrelationController::undoShown()
{
    if (canUndoShown())
        undo(m_detail->summary.prescriber.id, items::prescriberName(m_detail->summary.prescriber),
             m_detail->summary.correlation.version);
}

void CorrelationController::takeNote(const DecisionsReport &report, const QString &text)
{
    LoggedDecision many;
    many.text = text;
    for (const ReportedDecision &row : report.rows) {
        if (row.result == DecisionResult::Decided)
            many.parts.append({row.prescriberId, row.prescriber, row.version});
    }
    if (many.parts.isEmpty())
        return;
    m_log.add(many);
    m_takenBack.clear();
    emit changed();
    reload();
}

void CorrelationController::undoMany(const QVector<DecisionPart> &parts)
{
    emit starting();
    m_busy = true;
    emit changed();
    m_manyUndo->start(parts);
}

void CorrelationController::undo(PrescriberId id, const QString &name, qint64 version)
{
    emit starting();
    m_busy = true;
    emit changed();
    items::await(m_gateway->undo(id, version, QUuid::createUuid().toString(QUuid::WithoutBraces)), this,
                 [this, id, name, version](const Result<DecisionOutcome> &outcome) {
                     finishUndo(outcome, id, name, version);
                 });
}

void CorrelationController::finishUndo(const Result<DecisionOutcome> &outcome, PrescriberId id,
                                       const QString &name, qint64 version)
{
    m_busy = false;
    if (!outcome) {
        if (isStale(outcome.error().code))
            m_log.forget(id, version); // somebody decided after us: ours is no more the newest
        refuse(outcome.error(), id, name);
        return;
    }
    m_log.stepBack(id, version, outcome->correlation.version);
    m_takenBack = name;
    const QString text = tr("Took back the decision about %1", "prescriber").arg(name) + u": "_s +
                         items::outcomeText(*outcome);
    const PrescriberId before = m_wanted;
    emit undone(text, id, outcome->correlation.status);
    emit changed();
    if (m_wanted == before)
        reload();
}

QString CorrelationController::keyFor(const Decision &decision)
{
    if (!m_lastIntent.idempotencyKey.isEmpty() && sameIntent(m_lastIntent, decision))
        return m_lastIntent.idempotencyKey;
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace renewal::ui
