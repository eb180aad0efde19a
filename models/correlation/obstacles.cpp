// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/obstacles.h"

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

constexpr double percent = 100;

QString prescriberObstacle(const CaseView &view)
{
    if (view.station.prescribers.at(view.prescriber).homonyms > 1)
        return Texts::tr("Two prescribers at this station share this name, so a person must decide.");
    const OwnLevels &own = view.evidence.own(view.prescriber);
    if (own[size_t(OwnField::Site)] != 0)
        return Texts::tr("The prescriber belongs to community care, where no care team is.");
    if (own[size_t(OwnField::Specialty)] == quint8(CareKind::Never))
        return Texts::tr("Prescribers of this specialty seldom have a care team, so a person must decide.");
    return {};
}

QString teamObstacle(const CaseView &view)
{
    const CareTeam &team = view.station.careTeams.at(view.best);
    const Prescriber &prescriber = view.station.prescribers.at(view.prescriber);
    const CareKind kind = view.evidence.team(view.best).care.kind;
    if (view.station.refused.contains({prescriber.id.value, team.triageTeamId.value}))
        return Texts::tr("The care team that fits best was refused by a person.");
    if (team.blocked)
        return Texts::tr("The care team that fits best is blocked.");
    if (team.migratingToOh)
        return Texts::tr("The care team that fits best is moving to Oracle Health.");
    if (view.evidence.team(view.best).retired)
        return Texts::tr("The care team that fits best is marked as no longer used.");
    if (team.ehr != prescriber.ehr)
        return Texts::tr("The care team that fits best lives in another record system.");
    const bool hiddenPool =
        team.ehr == EhrSystem::OracleHealth && (team.name.contains(u'*') || team.name.startsWith("FHCC."_L1));
    if (team.signatureRequired || hiddenPool || kind == CareKind::Service || kind == CareKind::Pharmacy)
        return Texts::tr("The care team that fits best is not one that decides renewals.");
    return {};
}

/// Patients of the prescriber in a team beyond what chance brings.
double excess(const CaseView &view, qsizetype team)
{
    const PatientOverlap &patients = view.evidence.patients();
    if (patients.population() == 0)
        return 0;
    const double expected =
        double(patients.patientsOf(view.prescriber)) * patients.patientsOfTeam(team) / patients.population();
    return std::max(0.0, patients.shared(view.prescriber, team) - expected);
}

/// One person in two clinics, or two people behind one name: a second team of the kind has many of them too.
bool gathersElsewhere(const CaseView &view, double most)
{
    const CareType &care = view.evidence.team(view.best).care;
    const double best = excess(view, view.best);
    for (qsizetype team = 0; team < view.evidence.teams(); ++team) {
        if (team == view.best || view.evidence.team(team).care.kind != care.kind)
            continue;
        if (view.evidence.team(team).care.specialty != care.specialty)
            continue;
        const double second = excess(view, team);
        if (second > most * (best + second))
            return true;
    }
    return false;
}

/// Another usable team names the prescriber, and nobody else is meant.
bool isNamedElsewhere(const CaseView &view)
{
    for (qsizetype team = 0; team < view.evidence.teams(); ++team) {
        const NameFit &fit = view.evidence.name(view.prescriber, team);
        const PairLevels &levels = view.evidence.pair(view.prescriber, team);
        if (team != view.best && fit.level >= NameLevel::Given && fit.rivals == 0 &&
            levels[size_t(Field::State)] == 0 && levels[size_t(Field::System)] == 0)
            return true;
    }
    return false;
}

QString patientsObstacle(const CaseView &view, const Policy &policy)
{
    const PatientOverlap &patients = view.evidence.patients();
    const int shared = patients.shared(view.prescriber, view.best);
    const NameFit &fit = view.evidence.name(view.prescriber, view.best);
    const bool named = fit.level >= NameLevel::Surname && fit.rivals == 0;
    const int ofTeam = std::max(1, patients.patientsOfTeam(view.best));
    if (!named && (shared < policy.fewestShared || shared < policy.leastOfTeam * ofTeam))
        return Texts::tr(
            "Only %n patient(s) in common speak for it and no word does, so a person must decide.", nullptr,
            shared);
    if (shared == 0)
        return Texts::tr("Its words name the prescriber, but no patient is in common: it may be a former "
                         "team.");
    if (gathersElsewhere(view, policy.mostElsewhere))
        return Texts::tr("The patients gather in two care teams of this kind, so a person must choose.");
    if (!named && isNamedElsewhere(view))
        return Texts::tr("The patients point to one care team and the words to another.");
    return {};
}

} // namespace

QString automaticObstacle(const CaseView &view, const Policy &policy)
{
    for (const QString &obstacle : {prescriberObstacle(view), teamObstacle(view)}) {
        if (!obstacle.isEmpty())
            return obstacle;
    }
    const QVector<double> &probabilities = view.posterior.probabilities;
    const double best = probabilities.at(view.best);
    if (best < policy.probability) {
        return Texts::tr("The best candidate is %1 % likely; matching links alone from %2 % on.")
            .arg(std::floor(best * percent * 10) / 10)
            .arg(policy.probability * percent);
    }
    for (qsizetype team = 0; team < probabilities.size(); ++team) {
        if (team != view.best && best < probabilities.at(team) * std::exp2(policy.marginBits))
            return Texts::tr("A second care team is nearly as likely, so a person must choose.");
    }
    return patientsObstacle(view, policy);
}

} // namespace renewal::correlation
