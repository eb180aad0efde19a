// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/careteamrepository.h"

#include "app/store/connection.h"
#include "app/store/searchtext.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QString columns()
{
    return u"triage_team_id, station, ehr, name, blocked, preferred, migrating_to_oh, signature_required, "
           "relation_type, lead_provider_name, location_name, team_name, suggested_name_display, "
           "health_care_system_name, group_type, sub_group_type, group_type_display, sub_group_type_display"_s;
}

CareTeam map(const Row &row)
{
    CareTeam team;
    int column = 0;
    team.triageTeamId.value = row.number(column++);
    team.station = StationNumber(row.text(column++));
    team.ehr = ehrSystemFromString(row.text(column++)).value_or(EhrSystem::VistA);
    team.name = row.text(column++);
    team.blocked = row.truth(column++);
    team.preferred = row.truth(column++);
    team.migratingToOh = row.truth(column++);
    team.signatureRequired = row.truth(column++);
    for (QString *field : {&team.relationType, &team.leadProviderName, &team.locationName, &team.teamName,
                           &team.suggestedNameDisplay, &team.healthCareSystemName, &team.groupType,
                           &team.subGroupType, &team.groupTypeDisplay, &team.subGroupTypeDisplay})
        *field = row.text(column++);
    return team;
}
} // namespace

Result<QVector<CareTeam>> CareTeamRepository::find(const QString &parentStation, const QString &search,
                                                   int limit)
{
    QStringList terms{u"1 = 1"_s};
    QVariantList values;
    if (!parentStation.isEmpty()) {
        terms.append(u"parent_station = ?"_s);
        values.append(parentStation);
    }
    const QStringList words = searchWords(search);
    for (const QString &word : words) {
        terms.append(u"lower(suggested_name_display || ' ' || name) LIKE ?"_s);
        values.append(QString(u'%' + word + u'%'));
    }
    return m_connection.rows<CareTeam>(
        u"SELECT %1 FROM care_team WHERE %2 ORDER BY CASE WHEN suggested_name_display <> '' "
        "THEN suggested_name_display ELSE name END, triage_team_id LIMIT %3"_s.arg(
            columns(), terms.join(u" AND "_s), QString::number(limit)),
        values, map);
}

Result<CareTeam> CareTeamRepository::find(const QString &parentStation, TriageTeamId id)
{
    const auto found = find(parentStation, QVector<TriageTeamId>{id});
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate(
                           "store", "There is no care team %1 at station %2. Choose another one.")
                           .arg(id.value)
                           .arg(parentStation));
    return found->constFirst();
}

Result<QVector<CareTeam>> CareTeamRepository::find(const QString &parentStation,
                                                   const QVector<TriageTeamId> &ids)
{
    QVector<CareTeam> teams;
    for (const TriageTeamId id : ids) {
        const auto found = m_connection.first<CareTeam>(
            u"SELECT %1 FROM care_team WHERE parent_station = ? AND triage_team_id = ?"_s.arg(columns()),
            {parentStation, id.value}, map);
        if (!found)
            return failure(found.error());
        if (*found)
            teams.append(**found);
    }
    return teams;
}

Result<QVector<CareTeam>> CareTeamRepository::ofStation(const QString &parentStation)
{
    return m_connection.rows<CareTeam>(
        u"SELECT %1 FROM care_team WHERE parent_station = ? ORDER BY triage_team_id"_s.arg(columns()),
        {parentStation}, map);
}

Done CareTeamRepository::upsert(const CareTeam &team)
{
    const QStringList names = (u"parent_station, "_s + columns()).split(u", "_s);
    QStringList replaced;
    for (const QString &name : names) {
        if (name != u"parent_station" && name != u"triage_team_id")
            replaced.append(u"%1 = excluded.%1"_s.arg(name));
    }
    const auto done = m_connection.run(
        u"INSERT INTO care_team (%1) VALUES (%2) ON CONFLICT (parent_station, triage_team_id) DO UPDATE SET %3"_s
            .arg(names.join(u", "_s), QStringList(names.size(), u"?"_s).join(u", "_s),
                 replaced.join(u", "_s)),
        {team.station.parent(), team.triageTeamId.value, team.station.text(), toString(team.ehr),
         text(team.name), team.blocked ? 1 : 0, team.preferred ? 1 : 0, team.migratingToOh ? 1 : 0,
         team.signatureRequired ? 1 : 0, text(team.relationType), text(team.leadProviderName),
         text(team.locationName), text(team.teamName), text(team.suggestedNameDisplay),
         text(team.healthCareSystemName), text(team.groupType), text(team.subGroupType),
         text(team.groupTypeDisplay), text(team.subGroupTypeDisplay)});
    if (!done)
        return failure(done.error());
    return ok();
}

Result<qint64> CareTeamRepository::total()
{
    return m_connection.number(u"SELECT count(*) FROM care_team"_s);
}

} // namespace renewal::store
