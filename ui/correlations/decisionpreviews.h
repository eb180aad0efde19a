// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/correlations/linkterms.h"

#include <QObject>

#include <array>
#include <optional>

namespace renewal::ui {

/// What each decision about one prescriber would do, asked of the service before anything is decided.
class DecisionPreviews final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive the previews.
    explicit DecisionPreviews(CorrelationsGateway *gateway, QObject *parent = nullptr);

    /// Asks for all of them; an invalid team means that no link is looked at. An answer to the same question
    /// stands until its successor is there.
    void look(PrescriberId prescriber, qint64 version, TriageTeamId team);
    /// The same prescriber, another team: only the link is asked for.
    void lookAtTeam(TriageTeamId team);
    /// For which days and which division, from the next question on.
    void setTerms(const LinkTerms &terms) { m_terms = terms; }
    void clear();

    /// nullopt while unknown.
    const std::optional<DecisionEffect> &effect(DecisionKind kind) const;
    /// Why the decision cannot be taken; empty when it can.
    QString obstacle(DecisionKind kind) const;
    bool isLooking(DecisionKind kind) const { return at(kind).waits; }
    bool isSettled() const;

signals:
    void changed();

private:
    struct Look
    {
        Decision decision; ///< prescriberId invalid: nothing is looked at
        std::optional<DecisionEffect> effect;
        QString obstacle;
        quint64 generation = 0;
        bool waits = false;
    };

    Look &at(DecisionKind kind) { return m_looks[static_cast<std::size_t>(kind)]; }
    const Look &at(DecisionKind kind) const { return m_looks[static_cast<std::size_t>(kind)]; }
    void ask(const Decision &wanted);
    static void forget(Look &look);

    CorrelationsGateway *m_gateway;
    std::array<Look, 3> m_looks;
    LinkTerms m_terms;
};

} // namespace renewal::ui
