// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/surnameengine.h"

#include "models/correlation/fitevidence.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Correlation)
};

constexpr qsizetype shownCandidates = 5;

/// Probabilities within the exclusive set: each candidate weighs 2^bits, "none of them" weighs one. What
/// falls to candidates beyond the shown ones counts as none of those shown.
void weigh(CandidateSet &set)
{
    double total = 1;
    for (Candidate &candidate : set.candidates) {
        double bits = priorBits;
        for (const Evidence &evidence : std::as_const(candidate.evidence))
            bits += evidence.bits;
        candidate.probability = std::exp2(bits);
        total += candidate.probability;
    }
    for (Candidate &candidate : set.candidates)
        candidate.probability /= total;
    std::sort(set.candidates.begin(), set.candidates.end(), [](const Candidate &a, const Candidate &b) {
        return a.probability != b.probability ? a.probability > b.probability : a.careTeam < b.careTeam;
    });
    set.candidates.resize(std::min(set.candidates.size(), shownCandidates));
    set.noneProbability = 1;
    for (const Candidate &candidate : std::as_const(set.candidates))
        set.noneProbability -= candidate.probability;
}

/// Teams that people name when they look for somebody, but where no renewal is decided: pharmacy counters,
/// offices that ask for a signature, and the Oracle Health pools that patients do not see (contracts of
/// Secure Messaging: "*" and "FHCC." in the name).
bool isForOtherBusiness(const CareTeam &team)
{
    if (team.signatureRequired || team.groupType.compare("PHARMACY"_L1, Qt::CaseInsensitive) == 0)
        return true;
    const QStringList words = foldedWords(team.name);
    if (words.contains(u"PHARMACY"_s) || words.contains(u"PHARMACIST"_s))
        return true;
    return team.ehr == EhrSystem::OracleHealth &&
           (team.name.contains(u'*') || team.name.startsWith("FHCC."_L1));
}

/// Why the only fitting team may not be linked without a person; empty when it may.
QString automaticObstacle(const StationIndex &index, qsizetype prescriberIndex, const SurnameFit &fit)
{
    const CareTeam &team = index.input().careTeams.at(fit.team);
    const PairFacts facts = pairFacts(index, prescriberIndex, fit);
    if (index.input().prescribers.at(prescriberIndex).homonyms > 1)
        return Texts::tr("Two prescribers at this station share this name, so a person must decide.");
    if (facts.refused)
        return Texts::tr("The only care team that fits was refused by a person.");
    if (team.blocked)
        return Texts::tr("The only care team that fits is blocked.");
    if (team.migratingToOh)
        return Texts::tr("The only care team that fits is moving to Oracle Health.");
    if (isForOtherBusiness(team))
        return Texts::tr("The only care team that fits is not one that decides renewals.");
    if (facts.otherSystem)
        return Texts::tr("The only care team that fits lives in another record system.");
    if (index.isTeamWord(index.person(prescriberIndex).surname()))
        return Texts::tr("The surname is also a place, a colour or a clinic word, so it proves little.");
    if (!fit.whole)
        return Texts::tr("Only one half of the double surname fits, so a person must decide.");
    if (facts.sharesSurname)
        return Texts::tr("Another prescriber at this station has the same surname, so a person must decide.");
    if (fit.givenContradicts)
        return Texts::tr("The surname fits, but the given name or initial does not.");
    if (fit.given == GivenMatch::Unknown)
        return Texts::tr("Only the surname fits: no given name or initial confirms it.");
    if (fit.given == GivenMatch::Beginning)
        return Texts::tr(
            "One given name begins like the other, which may be a short form or another person.");
    if (facts.otherDivision || facts.otherPlace)
        return Texts::tr("The name fits, but prescriber and care team are at different places.");
    return {};
}

QString severalFit(const StationIndex &index, const QVector<SurnameFit> &fits)
{
    if (fits.size() > 2)
        return Texts::tr("%1 care teams fit the surname, so a person must choose.").arg(fits.size());
    const auto &teams = index.input().careTeams;
    return Texts::tr("Two care teams fit: %1 and %2.")
        .arg(teams.at(fits.at(0).team).shownName().trimmed(),
             teams.at(fits.at(1).team).shownName().trimmed());
}

void explain(CandidateSet &set, const StationIndex &index, qsizetype prescriberIndex,
             const QVector<SurnameFit> &fits)
{
    if (index.person(prescriberIndex).isEmpty()) {
        set.explanation = Texts::tr("The prescriber's name is not known, so nothing can be compared.");
        return;
    }
    const QString shown = index.input().prescribers.at(prescriberIndex).name.shown();
    if (fits.isEmpty()) {
        set.explanation = Texts::tr("No care team at this station names %1.").arg(shown);
        return;
    }
    if (fits.size() > 1) {
        set.explanation = severalFit(index, fits);
        return;
    }
    set.explanation = automaticObstacle(index, prescriberIndex, fits.constFirst());
    if (!set.explanation.isEmpty())
        return;
    set.automatic = true;
    const bool wholeName = fits.constFirst().given == GivenMatch::Same;
    set.explanation =
        (wholeName
             ? Texts::tr("Linked by the simple surname rule: %1 is the only care team at this station that "
                         "names %2, and the given name agrees.")
             : Texts::tr("Linked by the simple surname rule: %1 is the only care team at this station that "
                         "names %2, and the initial of the given name agrees."))
            .arg(set.candidates.constFirst().careTeamName.trimmed(), shown);
}

} // namespace

QString SurnameEngine::version() const
{
    return u"surname-1"_s;
}

QVector<CandidateSet> SurnameEngine::match(const StationInput &station) const
{
    const StationIndex index(station);
    QVector<CandidateSet> sets;
    sets.reserve(station.prescribers.size());
    for (qsizetype i = 0; i < station.prescribers.size(); ++i) {
        const QVector<SurnameFit> fits = surnameFits(index, i);
        CandidateSet set;
        set.prescriberId = station.prescribers.at(i).id;
        set.engineVersion = version();
        for (const SurnameFit &fit : fits) {
            const CareTeam &team = station.careTeams.at(fit.team);
            set.candidates.append({team.triageTeamId, team.shownName(), 0, evidenceFor(index, i, fit)});
        }
        weigh(set);
        explain(set, index, i, fits);
        sets.append(set);
    }
    return sets;
}

} // namespace renewal::correlation
