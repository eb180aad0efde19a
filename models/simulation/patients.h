// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/messagebody.h"
#include "models/simulation/options.h"
#include "models/simulation/patientties.h"
#include "models/simulation/random.h"
#include "models/simulation/region.h"
#include "models/simulation/tables.h"

#include <QDate>
#include <QVector>

namespace renewal::simulation {

/// A prescription in the short form used for matching.
struct SimulatedPrescription
{
    int prescriber = 0; ///< index in Region::prescribers
    QDate ordered;
};

/// Where a prescription that somebody asks to renew stands.
enum class Disposition
{
    NoRefillsLeft,  ///< active, 0 refills: renewable
    ExpiredLately,  ///< within 120 days: renewable
    ExpiredLongAgo, ///< more than 120 days before the request
    RefillsLeft,    ///< active with refills: a refill would do
    Discontinued,
    RefillInProcess,
    OnHold,
};

bool isRenewable(Disposition disposition);

/// One request to renew one prescription, with the prescription itself.
struct SimulatedRenewal
{
    quint64 number = 0; ///< 0, 1, 2 in the region; ids are made from it
    int prescriber = 0; ///< index in Region::prescribers
    int drug = 0;       ///< index in Tables::drugs
    int team = 0;       ///< index in Region::teams: the care team the Veteran chose
    Disposition disposition = Disposition::NoRefillsLeft;
    int refillsLeft = 0;
    QDate ordered;
    QDate expires;
    QDate lastFilled;      ///< invalid: never filled
    qint64 sentAt = 0;     ///< seconds since 1970 UTC
    qint64 repeatedAt = 0; ///< the same request sent again; 0: it was not
    bool task = false;     ///< the record system knows of the request too
    BodyForm form = BodyForm::Prefilled;
    int remark = 0; ///< picks the Veteran's own words
    QString signer; ///< only with BodyForm::Signed
};

/// A past renewal message and what staff did.
struct SimulatedRoute
{
    int prescriber = 0;
    int sentTo = 0;      ///< index in Region::teams
    int reroutedTo = -1; ///< -1: not rerouted
};

/// One Veteran. Opaque: no name, no birth date, nothing but a key.
struct SimulatedPatient
{
    quint64 number = 0;
    int station = 0;
    QVector<int> teams; ///< associated in Secure Messaging, indices in Region::teams; empty: does not use it
    QVector<SimulatedPrescription> prescriptions;
    QVector<SimulatedRenewal> renewals;
    QVector<SimulatedRoute> history;

    void clear();
};

/// Makes the patients of a region one after the other, so that a large region needs no memory. Every
/// patient has a random stream of its own; exactly options.renewalCount() requests are spread over all.
class PatientSource
{
public:
    /// Keeps references to all three.
    PatientSource(const Region &region, const Tables &tables, const Options &options);
    /// Fills `patient` with the next one; false after the last.
    bool next(SimulatedPatient &patient);

private:
    bool usesMessaging(quint64 patient) const;
    int renewalWeight(quint64 patient) const;
    int renewalQuota(quint64 patient);
    int drawRecipient(const SimulatedPatient &patient, int prescriber, const Ties &ties,
                      Random &random) const;
    void addPrescriptions(SimulatedPatient &patient, const Ties &ties, Random &random) const;
    void addHistory(SimulatedPatient &patient, const Ties &ties, Random &random) const;
    void addRenewals(SimulatedPatient &patient, const Ties &ties, int count);
    SimulatedRenewal drawRenewal(const SimulatedPatient &patient, const Ties &ties, Random &random) const;
    void drawDates(SimulatedRenewal &renewal, Random &random) const;
    void drawBody(SimulatedRenewal &renewal, Random &random) const;
    qint64 drawSentAt(Random &random) const;

    const Region &m_region;
    const Tables &m_tables;
    const Options &m_options;
    TieSource m_ties;
    QHash<qint64, int> m_teamIndex; ///< triageTeamId -> index in Region::teams
    quint64 m_weightTotal = 0;
    quint64 m_weightSoFar = 0;
    quint64 m_renewalsSoFar = 0;
    quint64 m_nextPatient = 0;
};

} // namespace renewal::simulation
