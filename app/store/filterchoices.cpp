// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/filterchoices.h"

#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalviews.h"
#include "app/store/stationrepository.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
/// Each word begins a word of the text.
bool fits(const QString &text, const QString &search)
{
    const QString words = u' ' + text.toCaseFolded();
    for (const QString &word : search.toCaseFolded().split(u' ', Qt::SkipEmptyParts)) {
        if (!words.contains(u' ' + word))
            return false;
    }
    return true;
}
} // namespace

Result<QVector<FilterChoice>> FilterChoices::find(const ChoiceQuery &query)
{
    switch (query.field) {
    case ChoiceField::Division:
        return divisions(query);
    case ChoiceField::CareTeam:
        return careTeams(query);
    case ChoiceField::Prescriber:
        return prescribers(query);
    case ChoiceField::Drug:
        return drugs(query);
    }
    return QVector<FilterChoice>();
}

Result<QVector<FilterChoice>> FilterChoices::divisions(const ChoiceQuery &query)
{
    const auto stations = StationRepository(m_connection).list();
    if (!stations)
        return failure(stations.error());
    QVector<FilterChoice> choices;
    for (const Station &station : *stations) {
        const QString number = station.number.text();
        const QString text = station.name.isEmpty() ? number : u"%1 %2"_s.arg(number, station.name);
        const bool isInScope =
            (query.scope.parentStation.isEmpty() || station.number.parent() == query.scope.parentStation) &&
            (query.scope.ehr.isEmpty() || toString(station.ehr) == query.scope.ehr);
        if (isInScope && choices.size() < query.limit && fits(text, query.search))
            choices.append({number, text, station.number.parent()});
    }
    return choices;
}

Result<QVector<FilterChoice>> FilterChoices::careTeams(const ChoiceQuery &query)
{
    const auto teams =
        CareTeamRepository(m_connection).find(query.scope.parentStation, query.search, query.limit);
    if (!teams)
        return failure(teams.error());
    QVector<FilterChoice> choices;
    for (const CareTeam &team : *teams) {
        if (query.scope.ehr.isEmpty() || toString(team.ehr) == query.scope.ehr)
            choices.append({QString::number(team.triageTeamId.value), team.name, team.station.parent()});
    }
    return choices;
}

Result<QVector<FilterChoice>> FilterChoices::prescribers(const ChoiceQuery &query)
{
    PrescriberQuery wanted;
    wanted.scope = query.scope;
    wanted.search = query.search;
    wanted.limit = query.limit;
    const auto page = PrescriberRepository(m_connection).page(wanted);
    if (!page)
        return failure(page.error());
    QVector<FilterChoice> choices;
    for (const PrescriberSummary &summary : page->items)
        choices.append({QString::number(summary.prescriber.id.value), summary.prescriber.name.shown(),
                        summary.prescriber.station.parent()});
    return choices;
}

Result<QVector<FilterChoice>> FilterChoices::drugs(const ChoiceQuery &query)
{
    // From each name the index leads to the next one, however many renewals have it.
    QVector<FilterChoice> choices;
    const Done read = m_connection.each(
        u"WITH RECURSIVE names(name) AS (SELECT min(lower(drug)) FROM renewal WHERE lower(drug) > '' "
        "UNION ALL SELECT (SELECT min(lower(r.drug)) FROM renewal r WHERE lower(r.drug) > names.name) "
        "FROM names WHERE names.name IS NOT NULL) "
        "SELECT (SELECT r.drug FROM renewal r WHERE lower(r.drug) = names.name ORDER BY r.id LIMIT 1) "
        "FROM names WHERE names.name IS NOT NULL"_s,
        {}, [&](const Row &row) {
            const QString drug = row.text(0);
            if (fits(drug, query.search))
                choices.append({drug, drug, {}});
            return choices.size() < query.limit;
        });
    if (!read)
        return failure(read.error());
    return choices;
}

} // namespace renewal::store
