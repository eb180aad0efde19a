// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/evidencetexts.h"

#include "models/correlation/sharpenweights.h"

#include <QCoreApplication>

#include <cmath>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Correlation)
};

constexpr double nothing = 0.005; ///< bits

int percentOf(int part, int whole)
{
    return whole > 0 ? int(std::lround(100.0 * part / whole)) : 0;
}

/// The words that name the prescriber, as they stand there.
QString cited(const CareTeam &team, const NameFit &fit)
{
    return fit.isLead ? team.leadProviderName.trimmed() : team.name.trimmed();
}

QString gatheringText(const CaseView &view, qsizetype team)
{
    const PatientOverlap &patients = view.evidence.patients();
    const int own = patients.patientsOf(view.prescriber);
    const double expected =
        patients.population() > 0 ? double(own) * patients.patientsOfTeam(team) / patients.population() : 0;
    return Texts::tr("%1 of the %2 patients whose care team is known are in common; chance would "
                     "bring %3.")
        .arg(patients.shared(view.prescriber, team))
        .arg(own)
        .arg(QString::number(expected, 'f', expected < 10 ? 1 : 0));
}

QString nameText(const CaseView &view, qsizetype team)
{
    const NameFit &fit = view.evidence.name(view.prescriber, team);
    const QString words = cited(view.station.careTeams.at(team), fit);
    const QString rivals =
        fit.rivals > 0
            ? u' ' + Texts::tr("%n other prescriber(s) fit these words as well.", nullptr, fit.rivals)
            : QString();
    switch (fit.level) {
    case NameLevel::Nobody:
        return Texts::tr("Its name and lead provider name nobody.");
    case NameLevel::Stranger:
        return Texts::tr("It names somebody who prescribes nothing here.");
    case NameLevel::Colleague:
        return Texts::tr("It names another prescriber of the station.");
    case NameLevel::Contradicts:
        return Texts::tr("\"%1\" has the surname with another given name.").arg(words) + rivals;
    case NameLevel::Rough:
        return Texts::tr("\"%1\" holds nearly the surname.").arg(words) + rivals;
    case NameLevel::RoughGiven:
        return Texts::tr("\"%1\" holds nearly the surname, and the given name agrees.").arg(words) + rivals;
    case NameLevel::Surname:
        return Texts::tr("\"%1\" holds the surname.").arg(words) + rivals;
    case NameLevel::Initial:
        return Texts::tr("\"%1\" holds the surname, and the initial agrees.").arg(words) + rivals;
    case NameLevel::Given:
        return Texts::tr("\"%1\" holds surname and given name.").arg(words) + rivals;
    }
    return {};
}

QString kindText(CareKind kind)
{
    switch (kind) {
    case CareKind::Primary:
        return Texts::tr("It is a primary care team.");
    case CareKind::MentalHealth:
        return Texts::tr("It is a mental health team.");
    case CareKind::Specialty:
        return Texts::tr("It is a specialty team.");
    case CareKind::Pharmacy:
        return Texts::tr("It is a pharmacy.");
    case CareKind::Service:
        return Texts::tr("It is an office where nobody prescribes.");
    case CareKind::Unknown:
    case CareKind::Never:
        break;
    }
    return Texts::tr("Its kind of care is not told.");
}

QString careText(const CaseView &view, qsizetype team)
{
    const Prescriber &prescriber = view.station.prescribers.at(view.prescriber);
    if (view.evidence.care(view.prescriber).kind == CareKind::Unknown)
        return Texts::tr("The prescriber's specialty is not told.");
    const CareType &own = view.evidence.care(view.prescriber);
    const CareType &theirs = view.evidence.team(team).care;
    return own.kind == theirs.kind && (own.specialty.isEmpty() || theirs.specialty.isEmpty() ||
                                       own.specialty == theirs.specialty)
               ? Texts::tr("The specialty %1 goes with its kind of care.").arg(prescriber.specialty)
               : Texts::tr("The specialty %1 does not go with its kind of care.").arg(prescriber.specialty);
}

QString comparedText(int level, const QString &agrees, const QString &differs, const QString &unknown)
{
    return level == 1 ? agrees : level == 2 ? differs : unknown;
}

QString stateText(int level)
{
    switch (level) {
    case 1:
        return Texts::tr("It is blocked: no message can be sent to it.");
    case 2:
        return Texts::tr("It is moving to Oracle Health and will be replaced.");
    case 3:
        return Texts::tr("It is marked as no longer used.");
    default:
        return Texts::tr("It takes messages.");
    }
}

QString kindWord(Field field)
{
    static const char *const words[] = {"shared_patients", "share",     "coverage", "name",
                                        "specialty",       "care_type", "division", "place",
                                        "record_system",   "state"};
    static_assert(std::size(words) == fieldCount);
    return QString::fromLatin1(words[int(field)]);
}

QString textOf(const CaseView &view, qsizetype team, Field field)
{
    const PatientOverlap &patients = view.evidence.patients();
    const int level = view.evidence.pair(view.prescriber, team)[size_t(field)];
    const int shared = patients.shared(view.prescriber, team);
    switch (field) {
    case Field::Gathering:
        return gatheringText(view, team);
    case Field::Share:
        return Texts::tr("That is %1 % of the prescriber's %2 patients whose care team is known.")
            .arg(percentOf(shared, patients.patientsOf(view.prescriber)))
            .arg(patients.patientsOf(view.prescriber));
    case Field::Coverage:
        return Texts::tr("That is %1 % of the team's %2 patients with prescriptions here.")
            .arg(percentOf(shared, patients.patientsOfTeam(team)))
            .arg(patients.patientsOfTeam(team));
    case Field::Name:
        return nameText(view, team);
    case Field::Care:
        return careText(view, team);
    case Field::TeamKind:
        return kindText(view.evidence.team(team).care.kind);
    case Field::Division:
        return comparedText(level, Texts::tr("It belongs to the prescriber's division."),
                            Texts::tr("It belongs to another division of the station."),
                            Texts::tr("The division is not told on both sides."));
    case Field::Place:
        return comparedText(level, Texts::tr("It is at the prescriber's place."),
                            Texts::tr("It is at another place than the prescriber."),
                            Texts::tr("The place is not told on both sides."));
    case Field::System:
        return level == 0 ? Texts::tr("It lives in the record system of the prescriptions.")
                          : Texts::tr("It lives in another record system than the prescriptions.");
    case Field::State:
        return stateText(level);
    }
    return {};
}

} // namespace

namespace {
/// What is left between the pieces and the result: what decisions about others taught as a whole.
Evidence experience(const CaseView &view, const QVector<Evidence> &pieces)
{
    double bits = view.posterior.bits.at(view.best) - view.posterior.noneBits;
    for (const Evidence &piece : pieces)
        bits -= piece.bits;
    return {u"decisions"_s, bits,
            Texts::tr("How often staff found matching right where it was as sure as this.")};
}
} // namespace

QVector<Evidence> evidenceOf(const CaseView &view, qsizetype team, const Weights &weights)
{
    QVector<Evidence> pieces{{u"prior"_s, -view.posterior.noneBits,
                              Texts::tr("Where the odds start: how often prescribers like this one have no "
                                        "care team.")}};
    const PairLevels &levels = view.evidence.pair(view.prescriber, team);
    for (int i = 0; i < fieldCount; ++i) {
        const Field field = Field(i);
        const double bits =
            weights.worth(field, levels) + (team == view.best ? learntBits(weights, field, levels) : 0.0);
        if (std::abs(bits) >= nothing)
            pieces.append({kindWord(field), bits, textOf(view, team, field)});
    }
    const bool refused = view.station.refused.contains({view.station.prescribers.at(view.prescriber).id.value,
                                                        view.station.careTeams.at(team).triageTeamId.value});
    if (refused)
        pieces.append(
            {u"refused"_s, refusedBits, Texts::tr("A person refused this care team for the prescriber.")});
    if (team == view.best && !weights.learnt.isEmpty())
        pieces.append(experience(view, pieces));
    return pieces;
}

QString linkedBecause(const CaseView &view)
{
    const CareTeam &team = view.station.careTeams.at(view.best);
    const NameFit &fit = view.evidence.name(view.prescriber, view.best);
    const QString patients = gatheringText(view, view.best);
    if (fit.level < NameLevel::Surname)
        return Texts::tr("Linked by patients in common: %1").arg(patients);
    return Texts::tr("Linked by name and patients in common: \"%1\" names the prescriber. %2")
        .arg(cited(team, fit), patients);
}

} // namespace renewal::correlation
