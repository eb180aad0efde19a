// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/engine.h"
#include "models/correlation/namefit.h"

#include <QVector>

namespace renewal::correlation {

/// How every prescriber of a station goes with every care team's words: who else could be meant is part of
/// the answer. Staff's decisions settle that: a name they gave to one prescriber does not mean the others it
/// fits as well, and whom they put elsewhere is no rival for it. A decision never changes what the words say
/// about the prescriber it is about: else matching would learn from its own labels.
class NameTable
{
public:
    NameTable(const QVector<PersonName> &people, const QVector<TeamReading> &teams, const Lexicon &lexicon,
              const QVector<StaffDecision> &decided = {});

    const NameFit &fit(qsizetype prescriber, qsizetype team) const
    {
        return m_fits.at(prescriber * m_teams + team);
    }

    /// What the decision about one prescriber, now in `decided` or no longer there, changed for others: the
    /// pairs of prescriber and care team that fit differently now. `people` and `teams` are those it was made
    /// of.
    QVector<std::pair<qsizetype, qsizetype>>
    decideAgain(qsizetype prescriber, const QVector<PersonName> &people, const QVector<TeamReading> &teams,
                const Lexicon &lexicon, const QVector<StaffDecision> &decided);

private:
    /// By prescriber: the care team staff chose (an empty inner one is "none"); empty while they did not
    /// decide.
    using Choices = QVector<std::optional<std::optional<quint32>>>;

    static Choices choicesOf(const QVector<StaffDecision> &decided, qsizetype people);
    void addTeam(const QVector<PersonName> &people, qsizetype team, const TeamReading &reading,
                 const Lexicon &lexicon, const Choices &choices);
    void addMention(const QVector<NameLevel> &levels, qsizetype team, bool isLead, const Choices &choices);
    NameFit &at(qsizetype prescriber, qsizetype team) { return m_fits[prescriber * m_teams + team]; }

    qsizetype m_teams = 0;
    QVector<NameFit> m_fits;
};

} // namespace renewal::correlation
