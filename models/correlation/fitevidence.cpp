// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/fitevidence.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Correlation)
};

bool differInPlace(const QString &division, const QString &location)
{
    static const QStringList generic{u"VA"_s,   u"CLINIC"_s, u"MEDICAL"_s,  u"CENTER"_s,   u"HEALTH"_s,
                                     u"CARE"_s, u"SYSTEM"_s, u"MEMORIAL"_s, u"VETERANS"_s, u"HCS"_s};
    const auto wordsOf = [](const QString &text) {
        QStringList words = foldedWords(text);
        words.removeIf([](const QString &word) { return generic.contains(word); });
        return words;
    };
    const QStringList one = wordsOf(division);
    const QStringList other = wordsOf(location);
    if (one.isEmpty() || other.isEmpty())
        return false;
    return std::none_of(one.cbegin(), one.cend(), [&](const QString &word) { return other.contains(word); });
}

/// The division of a team: of its station number, or as written in its name ("548QB PACT ...").
QStringList divisionsOf(const CareTeam &team, const QString &parent)
{
    QStringList divisions{team.station.division()};
    for (const QString &word : foldedWords(team.name)) {
        if (word.startsWith(parent) && StationNumber(word).isValid())
            divisions.append(word.mid(3));
    }
    divisions.removeAll(QString());
    return divisions;
}

Evidence surnameEvidence(const Prescriber &prescriber, const CareTeam &team, const SurnameFit &fit)
{
    if (!fit.whole)
        return {u"surname"_s, 3.0,
                Texts::tr("Only one half of the double surname of %1 fits.").arg(prescriber.name.shown())};
    if (fit.inLead)
        return {u"surname"_s, 4.0,
                Texts::tr("Its lead provider is written as %1.").arg(team.leadProviderName.trimmed())};
    return {u"surname"_s, 4.0, Texts::tr("Its name holds the surname of %1.").arg(prescriber.name.shown())};
}

std::optional<Evidence> givenEvidence(const SurnameFit &fit)
{
    if (fit.givenContradicts)
        return Evidence{u"given_name"_s, -4.0,
                        Texts::tr("Another given name or initial stands beside the surname.")};
    if (fit.given == GivenMatch::Same)
        return Evidence{u"given_name"_s, 3.0, Texts::tr("The given name agrees.")};
    if (fit.given == GivenMatch::Beginning)
        return Evidence{u"given_name"_s, 2.5, Texts::tr("One given name begins like the other.")};
    if (fit.given == GivenMatch::SameInitial)
        return Evidence{u"initial"_s, 2.5, Texts::tr("The initial of the given name agrees.")};
    return std::nullopt;
}

} // namespace

PairFacts pairFacts(const StationIndex &index, qsizetype prescriberIndex, const SurnameFit &fit)
{
    const Prescriber &prescriber = index.input().prescribers.at(prescriberIndex);
    const CareTeam &team = index.input().careTeams.at(fit.team);
    const QString division = prescriber.station.division();
    const QStringList divisions = divisionsOf(team, prescriber.station.parent());
    PairFacts facts;
    facts.sharesSurname = prescriber.homonyms > 1;
    for (const QString &form : index.person(prescriberIndex).surnameForms())
        facts.sharesSurname = facts.sharesSurname || index.prescribersNamed(form) > 1;
    facts.otherSystem = prescriber.ehr != team.ehr;
    facts.otherDivision = !division.isEmpty() && !divisions.isEmpty() && !divisions.contains(division);
    facts.otherPlace = differInPlace(prescriber.divisionName, team.locationName);
    facts.refused = index.input().refused.contains({prescriber.id.value, team.triageTeamId.value});
    return facts;
}

QVector<Evidence> evidenceFor(const StationIndex &index, qsizetype prescriberIndex, const SurnameFit &fit)
{
    const Prescriber &prescriber = index.input().prescribers.at(prescriberIndex);
    const CareTeam &team = index.input().careTeams.at(fit.team);
    const PairFacts facts = pairFacts(index, prescriberIndex, fit);
    QVector<Evidence> evidence{surnameEvidence(prescriber, team, fit)};
    if (const auto given = givenEvidence(fit))
        evidence.append(*given);
    if (facts.sharesSurname)
        evidence.append({u"shared_surname"_s, 0.0,
                         Texts::tr("Other prescribers at this station have this surname too.")});
    else
        evidence.append(
            {u"only_prescriber"_s, 2.5, Texts::tr("No other prescriber at this station has this surname.")});
    if (facts.otherDivision)
        evidence.append({u"division"_s, -2.0, Texts::tr("It belongs to another division of the station.")});
    if (facts.otherPlace)
        evidence.append({u"place"_s, -1.0,
                         Texts::tr("It is at %1, the prescriber at %2.")
                             .arg(team.locationName, prescriber.divisionName)});
    if (facts.otherSystem)
        evidence.append({u"record_system"_s, -3.0,
                         Texts::tr("It lives in another record system than the prescriptions.")});
    if (team.blocked)
        evidence.append({u"blocked"_s, -6.0, Texts::tr("It is blocked: no message can be sent to it.")});
    if (team.migratingToOh)
        evidence.append(
            {u"migrating"_s, -6.0, Texts::tr("It is moving to Oracle Health and will be replaced.")});
    if (facts.refused)
        evidence.append(
            {u"refused"_s, -8.0, Texts::tr("A person refused this care team for the prescriber.")});
    return evidence;
}

} // namespace renewal::correlation
