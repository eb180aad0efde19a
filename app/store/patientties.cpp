// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/patientties.h"

#include <QHash>

#include <algorithm>

namespace renewal::store {

using namespace Qt::StringLiterals;
using correlation::PatientTie;

namespace {

using Rows = QHash<qint64, quint32>;

/// Ties as they stand in one table: patient key, and the id of what it is tied to.
struct RawTie
{
    QString patient;
    quint32 row = 0;
};

Result<QVector<RawTie>> readTies(Connection &connection, const QString &sql, const QVariantList &values,
                                 const Rows &rows)
{
    QVector<RawTie> ties;
    const Done done = connection.each(sql, values, [&](const Row &row) {
        const auto found = rows.constFind(row.number(1));
        if (found != rows.cend())
            ties.append({row.text(0), *found});
        return true;
    });
    if (!done)
        return failure(done.error());
    return ties;
}

/// Sorted, each pair once.
QVector<PatientTie> numbered(const QVector<RawTie> &ties, const QHash<QString, quint32> &numbers)
{
    QVector<PatientTie> out;
    out.reserve(ties.size());
    for (const RawTie &tie : ties)
        out.append({numbers.value(tie.patient), tie.row});
    std::ranges::sort(out);
    out.resize(std::unique(out.begin(), out.end()) - out.begin());
    return out;
}

QHash<QString, quint32> numbersOf(const QVector<RawTie> &one, const QVector<RawTie> &other)
{
    QStringList keys;
    keys.reserve(one.size() + other.size());
    for (const auto *ties : {&one, &other}) {
        for (const RawTie &tie : *ties)
            keys.append(tie.patient);
    }
    keys.sort();
    QHash<QString, quint32> numbers;
    for (const QString &key : std::as_const(keys)) {
        if (!numbers.contains(key))
            numbers.insert(key, quint32(numbers.size()));
    }
    return numbers;
}

} // namespace

Done readPatientTies(Connection &connection, correlation::StationInput &input)
{
    Rows prescribers;
    for (qsizetype i = 0; i < input.prescribers.size(); ++i)
        prescribers.insert(input.prescribers.at(i).id.value, quint32(i));
    Rows teams;
    for (qsizetype i = 0; i < input.careTeams.size(); ++i)
        teams.insert(input.careTeams.at(i).triageTeamId.value, quint32(i));
    const auto prescribed = readTies(
        connection,
        u"SELECT patient_key, prescriber_id FROM prescribed WHERE parent_station = ? UNION ALL "
        "SELECT patient_key, prescriber_id FROM prescription WHERE parent_station = ? AND patient_key <> '' "
        "AND prescriber_id IS NOT NULL"_s,
        {input.parentStation, input.parentStation}, prescribers);
    if (!prescribed)
        return failure(prescribed.error());
    const auto associated = readTies(
        connection, u"SELECT patient_key, triage_team_id FROM patient_team WHERE parent_station = ?"_s,
        {input.parentStation}, teams);
    if (!associated)
        return failure(associated.error());
    const QHash<QString, quint32> numbers = numbersOf(*prescribed, *associated);
    input.patients = quint32(numbers.size());
    input.prescribed = numbered(*prescribed, numbers);
    input.associated = numbered(*associated, numbers);
    return ok();
}

} // namespace renewal::store
