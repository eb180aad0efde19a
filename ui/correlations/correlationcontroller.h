// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/gateway/decisionsreport.h"
#include "models/items/candidatesmodel.h"
#include "ui/correlations/decisionlog.h"
#include "ui/correlations/decisionpreviews.h"
#include "ui/correlations/linkterms.h"

#include <QObject>

#include <optional>

namespace renewal::ui {

class ManyUndo;

/// One prescriber and the decision about it, without any widget: fetches, previews, decides, undoes.
///
/// A decision carries the version the person saw. When somebody else was faster the service refuses it;
/// then the sentence is told and the present state fetched, nothing is retried by itself. Nothing can be
/// decided while another prescriber is still on its way: what is shown is what is decided about.
class CorrelationController final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive the controller.
    explicit CorrelationController(CorrelationsGateway *gateway, QObject *parent = nullptr);

    /// Shows at once what was prefetched, and asks whether it still holds.
    void setPrescriber(PrescriberId id);
    PrescriberId prescriber() const { return m_wanted; }
    /// Fetches the case that will come next, so that it stands there when its turn comes.
    void prefetch(PrescriberId id);
    void reload();

    /// What is shown; nullopt before the first answer and after a failure.
    const std::optional<PrescriberDetail> &detail() const { return m_detail; }
    const std::optional<Error> &error() const { return m_error; }
    items::CandidatesModel *candidates() const { return m_candidates; }

    /// What a decision would do, for links: to the chosen candidate; nullopt while unknown.
    const std::optional<DecisionEffect> &effect(DecisionKind kind) const { return m_previews->effect(kind); }
    /// Why a decision cannot be taken; empty when it can.
    QString obstacle(DecisionKind kind) const { return m_previews->obstacle(kind); }
    bool isLooking(DecisionKind kind) const { return m_previews->isLooking(kind); }
    /// It holds already by a person's decision; for links: to the chosen candidate.
    bool isDecided(DecisionKind kind) const;

    bool canLink() const;
    bool canDecide() const;
    /// The chosen candidate is the team that matching linked: a person may confirm it.
    bool isConfirmation() const;
    /// Several people share the name: a link is for all of them, and wants a reason.
    bool isSharedName() const;
    /// The chosen candidate is more likely wrong than right: a link to it is asked about.
    bool isUnlikely() const;
    bool isSettled() const { return !m_loading && m_previews->isSettled() && !m_busy; }

    /// The newest decision of this desk, else nullptr.
    const LoggedDecision *lastDecision() const { return m_log.last(); }
    /// The prescriber whose decision was taken back last, when nothing was decided since; else empty.
    QString takenBack() const { return m_takenBack; }
    /// There is one, or the prescriber in sight has one of another day.
    bool canUndo() const;
    bool canUndoShown() const { return canDecide() && m_detail->canUndo; }
    /// For which days and which division the next decision is, and why.
    void setTerms(const LinkTerms &terms);
    const LinkTerms &terms() const { return m_terms; }

    void decide(DecisionKind kind, TriageTeamId team, const QString &note);
    /// What was decided while somebody else was faster, now about the present state.
    void decideAgain(const Decision &mine);
    /// Several were taken together elsewhere: from now on they are the newest decision of this desk.
    void takeNote(const DecisionsReport &report, const QString &text);
    /// Takes back the newest decision of this desk, or of the prescriber in sight.
    void undo();
    /// Takes back the newest decision about the prescriber in sight.
    void undoShown();

signals:
    /// A decision, or taking one back, is on its way to the service; what is enabled has not changed yet.
    void starting();
    /// detail(), error() or what can be done changed.
    void changed();
    void effectChanged();
    /// A decision took place: a sentence for the user.
    void done(const QString &text, renewal::PrescriberId prescriber);
    void undone(const QString &text, renewal::PrescriberId prescriber, renewal::CorrelationStatus now);
    /// Somebody else was faster, and what he or she decided is shown by now: `mine` was not taken.
    void collided(const renewal::Decision &mine);
    /// The same, while another case is in sight: collided() comes when this one is opened.
    void collidedElsewhere(renewal::PrescriberId prescriber);
    /// Several that were taken together, as far as nobody decided after them.
    void undoneMany(const QString &text, bool allTakenBack);
    /// It did not: the sentence, and whether the state on the service is another one than was shown.
    void refused(const QString &text, bool stale);

private:
    void take(const PrescriberDetail &detail);
    void takeFailure(const Error &error);
    void lookAhead();
    void undo(PrescriberId id, const QString &name, qint64 version);
    void finish(const Result<DecisionOutcome> &outcome, const Decision &decision, const QString &name);
    void undoMany(const QVector<DecisionPart> &parts);
    void finishUndo(const Result<DecisionOutcome> &outcome, PrescriberId id, const QString &name,
                    qint64 version);
    void refuse(const Error &error, PrescriberId about, const QString &name);
    QString keyFor(const Decision &decision);
    void send(Decision decision);

    CorrelationsGateway *m_gateway;
    items::CandidatesModel *m_candidates;
    DecisionPreviews *m_previews;
    ManyUndo *m_manyUndo;
    PrescriberId m_wanted;
    std::optional<PrescriberDetail> m_detail;
    std::optional<PrescriberDetail> m_ahead; ///< the case that comes next
    PrescriberId m_aheadWanted;
    std::optional<Error> m_error;
    DecisionLog m_log;
    QString m_takenBack;
    std::optional<Decision> m_collision; ///< until the present state is there
    LinkTerms m_terms;
    quint64 m_generation = 0;
    bool m_loading = false;
    bool m_taking = false; ///< a new detail is being taken in
    bool m_busy = false;
    Decision m_lastIntent; ///< with its key, so that a repeat after a lost answer has no second effect
};

} // namespace renewal::ui
