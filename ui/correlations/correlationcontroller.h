// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/items/candidatesmodel.h"

#include <QObject>

#include <optional>

namespace renewal::ui {

/// One prescriber and the decision about it, without any widget: fetches, previews, decides, undoes.
///
/// A decision carries the version the person saw. When somebody else was faster the service refuses it;
/// then the sentence is told and the present state fetched, nothing is retried by itself.
class CorrelationController final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive the controller.
    explicit CorrelationController(CorrelationsGateway *gateway, QObject *parent = nullptr);

    void setPrescriber(PrescriberId id);
    PrescriberId prescriber() const { return m_wanted; }
    void reload();

    /// What is shown; nullopt before the first answer and after a failure.
    const std::optional<PrescriberDetail> &detail() const { return m_detail; }
    const std::optional<Error> &error() const { return m_error; }
    items::CandidatesModel *candidates() const { return m_candidates; }

    /// What linking to the chosen candidate (or choosing none) would do; nullopt while unknown.
    const std::optional<DecisionEffect> &effect() const { return m_effect; }
    bool canLink() const;
    bool canDecide() const { return m_detail && !m_busy; }
    bool canUndo() const { return canDecide() && m_detail->canUndo; }
    bool isSettled() const { return !m_loading && !m_previewing && !m_busy; }

    void linkChosen(const QString &note);
    void decide(DecisionKind kind, TriageTeamId team, const QString &note);
    void undo();

signals:
    /// detail(), error() or what can be done changed.
    void changed();
    void effectChanged();
    /// A decision or an undo took place: a sentence for the user.
    void done(const QString &text);
    /// It did not: the sentence, and whether the state on the service is another one than was shown.
    void refused(const QString &text, bool stale);

private:
    void requestPreview();
    void finish(const Result<DecisionOutcome> &outcome, const QString &did);
    QString keyFor(const Decision &decision);

    CorrelationsGateway *m_gateway;
    items::CandidatesModel *m_candidates;
    PrescriberId m_wanted;
    std::optional<PrescriberDetail> m_detail;
    std::optional<Error> m_error;
    std::optional<DecisionEffect> m_effect;
    quint64 m_generation = 0;
    quint64 m_previewGeneration = 0;
    bool m_loading = false;
    bool m_previewing = false;
    bool m_busy = false;
    Decision m_lastIntent; ///< with its key, so that a repeat after a lost answer has no second effect
};

} // namespace renewal::ui
