// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/evidenceengine.h"
#include "models/correlation/evidencetexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::correlation {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Correlation)
};

/// A person's word and a closed team come before all that is weighed.
QString plainReason(const StationInput &station, const Prescriber &prescriber, const CareTeam &team)
{
    if (station.refused.contains({prescriber.id.value, team.triageTeamId.value}))
        return Texts::tr("A person refused this care team for the prescriber.");
    if (team.blocked)
        return Texts::tr("It is closed: nobody can write to it.");
    if (team.migratingToOh)
        return Texts::tr("It is moving to Oracle Health and will be replaced.");
    return {};
}

/// The heaviest piece against it.
QString weighedReason(const QVector<Evidence> &pieces)
{
    const Evidence *heaviest = nullptr;
    bool hasFor = false;
    for (const Evidence &piece : pieces) {
        if (piece.kind == u"prior")
            continue;
        hasFor = hasFor || piece.bits > 0;
        if (piece.bits < 0 && (!heaviest || piece.bits < heaviest->bits))
            heaviest = &piece;
    }
    if (heaviest)
        return heaviest->text;
    return hasFor ? Texts::tr("Other care teams fit better.")
                  : Texts::tr("No patient in common, and no word of its name fits.");
}
} // namespace

QMap<qint64, QString> EvidenceEngine::whyNot(const StationInput &station, const StationEvidence &evidence,
                                             qsizetype prescriber) const
{
    const Posterior posterior = posteriorOf(evidence, prescriber, m_weights);
    const CaseView view{station, evidence, posterior, prescriber, 0};
    QMap<qint64, QString> reasons;
    for (qsizetype team = 0; team < evidence.teams(); ++team) {
        const CareTeam &careTeam = station.careTeams.at(team);
        QString reason = plainReason(station, station.prescribers.at(prescriber), careTeam);
        if (reason.isEmpty())
            reason = weighedReason(evidenceOf(view, team, m_weights));
        reasons.insert(careTeam.triageTeamId.value, reason);
    }
    return reasons;
}

} // namespace renewal::correlation
