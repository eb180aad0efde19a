// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openteam.h"

#include "app/store/careteamrepository.h"
#include "app/store/connection.h"

#include <QCoreApplication>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Decisions", text);
}
} // namespace

Result<std::optional<QString>> pastCutOver(store::Connection &connection, const QString &parentStation,
                                           const QDateTime &at)
{
    return connection.first<QString>(
        u"SELECT day FROM cut_over WHERE parent_station = ? AND withdrawn_at IS NULL AND ends_at <= ?"_s,
        {parentStation, at.toMSecsSinceEpoch()}, [](const store::Row &row) { return row.text(0); });
}

QString whyClosed(const CareTeam &team, const std::optional<QString> &cutOverDay)
{
    if (team.blocked)
        return say(QT_TRANSLATE_NOOP("Decisions",
                                     "%1 is blocked: nobody can write to it. Choose another care team."))
            .arg(team.shownName());
    if (team.migratingToOh)
        return say(QT_TRANSLATE_NOOP(
                       "Decisions",
                       "%1 moves to Oracle Health and will be replaced. Choose another care team."))
            .arg(team.shownName());
    if (cutOverDay && team.ehr == EhrSystem::VistA)
        return say(QT_TRANSLATE_NOOP("Decisions", "Station %1 went to Oracle Health on %2, and %3 with it. "
                                                  "Choose one of the new care teams."))
            .arg(team.station.parent(), *cutOverDay, team.shownName());
    return {};
}

Result<CareTeam> openTeam(store::Connection &connection, const QString &parentStation, TriageTeamId id,
                          const QDateTime &at)
{
    const auto team = store::CareTeamRepository(connection).find(parentStation, id);
    if (!team && team.error().code == ErrorCode::NotFound) {
        return failure(
            ErrorCode::InvalidInput,
            say(QT_TRANSLATE_NOOP("Decisions",
                                  "Care team %1 is not one of station %2; choose one of that station."))
                .arg(id.value)
                .arg(parentStation));
    }
    if (!team)
        return failure(team.error());
    const auto cutOver = pastCutOver(connection, parentStation, at);
    if (!cutOver)
        return failure(cutOver.error());
    const QString why = whyClosed(*team, *cutOver);
    if (!why.isEmpty())
        return failure(ErrorCode::Conflict, why);
    return team;
}

} // namespace renewal::operations
