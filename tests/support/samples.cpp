// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"

namespace renewal::testing {

using namespace Qt::StringLiterals;

QDateTime noon()
{
    return QDateTime(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
}

Prescriber samplePrescriber(const QString &last, const QString &first, const QString &station)
{
    Prescriber prescriber;
    prescriber.station = StationNumber(station);
    prescriber.name = {first, last, {}};
    return prescriber;
}

CareTeam sampleTeam(qint64 id, const QString &name, const QString &station)
{
    CareTeam team;
    team.triageTeamId.value = id;
    team.name = name;
    team.station = StationNumber(station);
    return team;
}

Renewal sampleRenewal(const QString &prescriptionId, int hours, const QString &station)
{
    Renewal renewal;
    renewal.patientKey = u"P-"_s + prescriptionId;
    renewal.station = StationNumber(station);
    renewal.requestedAt = noon().addDays(-2);
    renewal.dueAt = noon().addSecs(3600LL * hours);
    renewal.prescriptionId = prescriptionId;
    renewal.prescriptionNumber = u"27203"_s + prescriptionId + u'A';
    renewal.drug = u"LISINOPRIL 10MG TAB"_s;
    renewal.sig = u"Take one a day"_s;
    renewal.quantity = u"90"_s;
    renewal.refillRemaining = 0;
    renewal.lastFilled = noon().addDays(-80);
    renewal.expires = noon().addDays(20);
    renewal.prescriberShown = u"Okafor, Chidi"_s;
    renewal.sentTo.value = 7001;
    renewal.verdict = {u"vista_current"_s, u"all_gates_pass"_s, true};
    renewal.messageId = u"M-"_s + prescriptionId;
    return renewal;
}

} // namespace renewal::testing
