// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/patients.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
constexpr qint64 secondsPerDay = 86'400;
constexpr qint64 secondsPerHour = 3'600;

qint64 midnight(QDate day)
{
    return (day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * secondsPerDay;
}
} // namespace

bool isRenewable(Disposition disposition)
{
    return disposition == Disposition::NoRefillsLeft || disposition == Disposition::ExpiredLately;
}

void SimulatedPatient::clear()
{
    teams.clear();
    prescriptions.clear();
    renewals.clear();
    history.clear();
}

PatientSource::PatientSource(const Region &region, const Tables &tables, const Options &options)
    : m_region(region)
    , m_tables(tables)
    , m_options(options)
    , m_ties(region)
{
    for (int i = 0; i < region.teams.size(); ++i)
        m_teamIndex.insert(region.teams.at(i).careTeam.triageTeamId.value, i);
    for (int i = 0; i < options.patients; ++i)
        m_weightTotal += quint64(renewalWeight(quint64(i)));
}

bool PatientSource::usesMessaging(quint64 patient) const
{
    Random random(m_options.seed, Random::Purpose::RenewalShare, patient);
    // So that even a region of one patient can have requests.
    return random.chance(500) || patient == 0;
}

int PatientSource::renewalWeight(quint64 patient) const
{
    // Of those who write at all half ask for nothing now, many for one thing, some for several.
    static constexpr int weights[] = {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4, 6};
    if (!usesMessaging(patient))
        return 0;
    Random random(m_options.seed, Random::Purpose::RenewalShare, patient);
    random.next(); // whether they write at all
    const int weight = weights[random.below(int(std::size(weights)))];
    return patient == 0 ? std::max(weight, 1) : weight;
}

int PatientSource::renewalQuota(quint64 patient)
{
    m_weightSoFar += quint64(renewalWeight(patient));
    const quint64 upTo = quint64(m_options.renewalCount()) * m_weightSoFar / m_weightTotal;
    const int quota = int(upTo - m_renewalsSoFar);
    m_renewalsSoFar = upTo;
    return quota;
}

bool PatientSource::next(SimulatedPatient &patient)
{
    if (m_nextPatient >= quint64(m_options.patients))
        return false;
    Random random(m_options.seed, Random::Purpose::Patient, m_nextPatient);
    patient.clear();
    patient.number = m_nextPatient++;
    const Ties ties = m_ties.draw(random);
    patient.station = ties.station;
    const int quota = renewalQuota(patient.number);
    if (usesMessaging(patient.number))
        patient.teams = m_ties.drawTeams(ties, random);
    addPrescriptions(patient, ties, random);
    addHistory(patient, ties, random);
    addRenewals(patient, ties, quota);
    return true;
}

int PatientSource::drawRecipient(const SimulatedPatient &patient, int prescriber, const Ties &ties,
                                 Random &random) const
{
    const TriageTeamId right = m_region.prescribers.at(prescriber).truth.team;
    const int rightTeam = m_teamIndex.value(right.value, -1);
    const int draw = random.below(100);
    if (draw < 72 && patient.teams.contains(rightTeam))
        return rightTeam;
    if (draw < 92 && patient.teams.contains(ties.primary))
        return ties.primary;
    QVector<int> open;
    for (const int team : patient.teams) {
        if (!m_region.teams.at(team).careTeam.blocked)
            open.append(team);
    }
    return random.pick(open);
}

void PatientSource::addPrescriptions(SimulatedPatient &patient, const Ties &ties, Random &random) const
{
    for (int count = 1 + random.below(6); count > 0; --count) {
        SimulatedPrescription prescription;
        // Many drugs come from the one who prescribed the last.
        const bool same = !patient.prescriptions.isEmpty() && random.chance(200);
        prescription.prescriber =
            same ? patient.prescriptions.constLast().prescriber : m_ties.drawPrescriber(ties, random);
        const bool departed = m_region.prescribers.at(prescription.prescriber).truth.kind == "departed"_L1;
        const int age = departed ? random.between(120, 420) : random.between(1, 360);
        prescription.ordered = m_options.start.addDays(-age);
        patient.prescriptions.append(prescription);
    }
}

void PatientSource::addHistory(SimulatedPatient &patient, const Ties &ties, Random &random) const
{
    if (patient.teams.isEmpty() || !random.chance(16))
        return;
    for (int count = random.between(1, 2); count > 0; --count) {
        SimulatedRoute route;
        route.prescriber = m_ties.drawPrescriber(ties, random);
        route.sentTo = drawRecipient(patient, route.prescriber, ties, random);
        const TriageTeamId right = m_region.prescribers.at(route.prescriber).truth.team;
        const int rightTeam = m_teamIndex.value(right.value, -1);
        // Staff send on two of three that went wrong; the rest they answer themselves.
        if (rightTeam >= 0 && rightTeam != route.sentTo && random.chance(660))
            route.reroutedTo = rightTeam;
        patient.history.append(route);
    }
}

void PatientSource::addRenewals(SimulatedPatient &patient, const Ties &ties, int count)
{
    const quint64 first = m_renewalsSoFar - quint64(count);
    Random random(m_options.seed, Random::Purpose::Renewals, patient.number);
    for (int i = 0; i < count; ++i) {
        SimulatedRenewal renewal = drawRenewal(patient, ties, random);
        renewal.number = first + quint64(i);
        // Several at one sitting: half of the later ones follow the first within minutes.
        if (i > 0 && random.chance(500)) {
            const qint64 end = midnight(m_options.end());
            renewal.sentAt = std::min(patient.renewals.first().sentAt + i * 180, end - 1);
            renewal.repeatedAt = 0;
        }
        patient.renewals.append(renewal);
    }
}

SimulatedRenewal PatientSource::drawRenewal(const SimulatedPatient &patient, const Ties &ties,
                                            Random &random) const
{
    SimulatedRenewal renewal;
    renewal.prescriber = m_ties.drawPrescriber(ties, random);
    renewal.drug = random.below(int(m_tables.drugs.size()));
    renewal.team = drawRecipient(patient, renewal.prescriber, ties, random);
    drawDates(renewal, random);
    renewal.sentAt = drawSentAt(random);
    if (random.chance(20)) {
        const qint64 later = renewal.sentAt + random.between(20, 60) * secondsPerHour;
        renewal.repeatedAt = later < midnight(m_options.end()) ? later : 0;
    }
    renewal.task = random.chance(80);
    drawBody(renewal, random);
    return renewal;
}

void PatientSource::drawDates(SimulatedRenewal &renewal, Random &random) const
{
    const int draw = random.below(100);
    renewal.disposition = draw < 62   ? Disposition::NoRefillsLeft
                          : draw < 80 ? Disposition::ExpiredLately
                          : draw < 86 ? Disposition::ExpiredLongAgo
                          : draw < 92 ? Disposition::RefillsLeft
                          : draw < 96 ? Disposition::Discontinued
                          : draw < 98 ? Disposition::RefillInProcess
                                      : Disposition::OnHold;
    const int supply = m_tables.drugs.at(renewal.drug).daysSupply;
    // Days from the expiration to the end of the window; below zero it lies ahead.
    int past = -random.between(5, 300);
    if (renewal.disposition == Disposition::ExpiredLately)
        past = random.between(m_options.days + 1, 118);
    else if (renewal.disposition == Disposition::ExpiredLongAgo)
        past = random.between(130 + m_options.days, 420);
    renewal.expires = m_options.end().addDays(-past);
    renewal.ordered = renewal.expires.addDays(-365);
    if (renewal.disposition == Disposition::RefillsLeft)
        renewal.refillsLeft = random.between(1, 5);
    else if (past > 0 && random.chance(300))
        renewal.refillsLeft = random.between(1, 3);
    const int sinceOrder = int(renewal.ordered.daysTo(m_options.start)) - 1;
    const int fills = std::clamp(sinceOrder / supply, 0, 365 / supply - 1);
    renewal.lastFilled = renewal.ordered.addDays(qint64(fills) * supply + random.between(1, 5));
    if (renewal.lastFilled >= m_options.start || random.chance(10))
        renewal.lastFilled = QDate();
}

void PatientSource::drawBody(SimulatedRenewal &renewal, Random &random) const
{
    const int draw = random.below(100);
    renewal.form = draw < 72   ? BodyForm::Prefilled
                   : draw < 81 ? BodyForm::Edited
                   : draw < 87 ? BodyForm::Signed
                   : draw < 91 ? BodyForm::Cleared
                   : draw < 95 ? BodyForm::OlderPrefill
                   : draw < 97 ? BodyForm::LoadError
                               : BodyForm::LinesRemoved;
    renewal.remark = random.below(remarkCount());
    if (renewal.form == BodyForm::Signed) {
        // One draw a statement: compilers differ in which side of a plus they take first.
        renewal.signer = titleCase(m_tables.maleNames.pick(random));
        renewal.signer += u' ' + titleCase(m_tables.surnames.pick(random));
    }
}

qint64 PatientSource::drawSentAt(Random &random) const
{
    const int hours = m_options.days * 24;
    const qint64 end = midnight(m_options.end());
    for (int attempt = 0;; ++attempt) {
        // The last days weigh more: older requests have mostly been answered.
        int back = random.below(hours);
        if (random.chance(500))
            back = std::min(back, random.below(hours));
        const qint64 at = end - qint64(back) * secondsPerHour - 1 - random.below(int(secondsPerHour));
        const int hourOfDay = int(at % secondsPerDay / secondsPerHour);
        const bool night = hourOfDay >= 5 && hourOfDay < 12; // UTC: the small hours in America
        if (!night || attempt == 3 || random.chance(250))
            return at;
    }
}

} // namespace renewal::simulation
