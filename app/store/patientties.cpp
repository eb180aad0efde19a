// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/patientties.h"

#include "models/base/distinct.h"

#include <QHash>

#include <algorithm>

namespace renewal::store {

using namespace Qt::StringLiterals;
using correlation::PatientTie;

namespace {

using Rows = QHash<qint64, quint32>;

/// Patients in the order they come. Which number a patient has says nothing: matching only counts.
class PatientNumbers
{
public:
    quint32 of(const QString &key)
    {
        const auto known = m_numbers.constFind(key);
        return known != m_numbers.cend() ? *known : *m_numbers.insert(key, count());
    }
    quint32 count() const { return quint32(m_numbers.size()); }

private:
    QHash<QString, quint32> m_numbers;
};

/// Sorted, each pair once.
Result<QVector<PatientTie>> readTies(Connection &connection, const QString &sql, const QVariantList &values,
                                     const Rows &rows, PatientNumbers &numbers)
{
    QVector<PatientTie> ties;
    const Done done = connection.each(sql, values, [&](const Row &row) {
        const auto found = rows.constFind(row.number(1));
        if (found != rows.cend())
            ties.append({numbers.of(row.text(0)), *found});
        return true;
    });
    if (!done)
        return failure(done.error());
    sortDistinct(ties);
    return ties;
}

Result<QVector<PatientTie>> readAssociated(Connection &connection, const correlation::StationInput &input,
                                           PatientNumbers &numbers)
{
    Rows teams;
    for (qsizetype i = 0; i < input.careTeams.size(); ++i)
        teams.insert(input.careTeams.at(i).triageTeamId.value, quint32(i));
    return readTies(connection,
                    u"SELECT patient_key, triage_team_id FROM patient_team WHERE parent_station = ?"_s,
                    {input.parentStation}, teams, numbers);
}

} // namespace

Done readTeamTies(Connection &connection, correlation::StationInput &input)
{
    PatientNumbers numbers;
    const auto associated = readAssociated(connection, input, numbers);
    if (!associated)
        return failure(associated.error());
    input.patients = numbers.count();
    input.associated = *associated;
    return ok();
}

Done readPatientTies(Connection &connection, correlation::StationInput &input)
{
    Rows prescribers;
    for (qsizetype i = 0; i < input.prescribers.size(); ++i)
        prescribers.insert(input.prescribers.at(i).id.value, quint32(i));
    PatientNumbers numbers;
    const auto prescribed = readTies(
        connection,
        u"SELECT patient_key, prescriber_id FROM prescribed WHERE parent_station = ? UNION ALL "
        "SELECT patient_key, prescriber_id FROM prescription WHERE parent_station = ? AND patient_key <> '' "
        "AND prescriber_id IS NOT NULL"_s,
        {input.parentStation, input.parentStation}, prescribers, numbers);
    if (!prescribed)
        return failure(prescribed.error());
    const auto associated = readAssociated(connection, input, numbers);
    if (!associated)
        return failure(associated.error());
    input.patients = numbers.count();
    input.prescribed = *prescribed;
    input.associated = *associated;
    return ok();
}

} // namespace renewal::store
