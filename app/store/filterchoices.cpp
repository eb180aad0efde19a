// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/filterchoices.h"

#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalviews.h"
#include "app/store/stationrepository.h"
#include "models/domain/drugclass.h"

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

namespace {
FilterChoice word(const QString &word)
{
    return {word, word, {}, 0};
}

QVector<FilterChoice> words(ChoiceField field)
{
    QVector<FilterChoice> choices;
    if (field == ChoiceField::DrugClass) {
        for (const DrugClass &known : drugClasses())
            choices.append(word(QString::fromLatin1(known.code)));
    } else if (field == ChoiceField::Due) {
        for (const DueWindow window :
             {DueWindow::Overdue, DueWindow::Today, DueWindow::ThreeDays, DueWindow::SevenDays})
            choices.append(word(toString(window)));
    } else if (field == ChoiceField::Source) {
        for (const RequestSource source : {RequestSource::Message, RequestSource::Prescription})
            choices.append(word(toString(source)));
    }
    return choices;
}

/// The filter with this value alone in the field's part.
RenewalFilter chosenAlone(RenewalFilter filter, ChoiceField field, const QString &value)
{
    switch (field) {
    case ChoiceField::Division:
        filter.divisions = {value};
        break;
    case ChoiceField::CareTeam:
        filter.careTeams = {TriageTeamId{value.toLongLong()}};
        break;
    case ChoiceField::Prescriber:
        filter.prescribers = {PrescriberId{value.toLongLong()}};
        break;
    case ChoiceField::Drug:
        filter.drugs = {value};
        break;
    case ChoiceField::DrugClass:
        filter.drugClasses = {value};
        break;
    case ChoiceField::Due:
        filter.due = {dueWindowFromString(value).value_or(DueWindow::Overdue)};
        break;
    case ChoiceField::Source:
        filter.source = requestSourceFromString(value);
        break;
    case ChoiceField::Gate:
        filter.gates = {value};
        break;
    }
    return filter;
}
} // namespace

Result<QVector<FilterChoice>> FilterChoices::find(const ChoiceQuery &query, const QDateTime &now,
                                                  const QString &actor)
{
    auto choices = query.values.isEmpty() ? listed(query) : exactly(query);
    if (!choices)
        return choices;
    if (const Done counted = count(*choices, query, now, actor); !counted)
        return failure(counted.error());
    return choices;
}

Done FilterChoices::count(QVector<FilterChoice> &choices, const ChoiceQuery &query, const QDateTime &now,
                          const QString &actor)
{
    const renewalviews::Rule *rule = renewalviews::find(query.view);
    if (!rule)
        return ok();
    for (FilterChoice &choice : choices) {
        const renewalviews::Filter filter = renewalviews::rowFilter(
            *rule, query.scope, {now, actor, chosenAlone(query.filter, query.field, choice.value)});
        const auto number =
            m_connection.number(u"SELECT count(*) FROM renewal WHERE "_s + filter.where(), filter.values);
        if (!number)
            return failure(number.error());
        choice.count = *number;
    }
    return ok();
}

Result<QVector<FilterChoice>> FilterChoices::listed(const ChoiceQuery &query)
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
    case ChoiceField::Gate:
        return gates(query);
    default:
        return words(query.field);
    }
}

/// By their values; what is not there any more is left out.
Result<QVector<FilterChoice>> FilterChoices::exactly(const ChoiceQuery &query)
{
    const auto named = [&](const QString &value) -> Result<std::optional<FilterChoice>> {
        const auto map = [&](const Row &row) { return FilterChoice{value, row.text(0), row.text(1), 0}; };
        switch (query.field) {
        case ChoiceField::Division:
            return m_connection.first<FilterChoice>(
                u"SELECT CASE WHEN name = '' THEN station ELSE station || ' ' || name END, parent_station "
                "FROM station WHERE station = ?"_s,
                {value}, map);
        case ChoiceField::CareTeam:
            return m_connection.first<FilterChoice>(
                u"SELECT name, parent_station FROM care_team WHERE triage_team_id = ? "
                "ORDER BY parent_station LIMIT 1"_s,
                {value.toLongLong()}, map);
        case ChoiceField::Prescriber: {
            const auto found = PrescriberRepository(m_connection).find(PrescriberId{value.toLongLong()});
            if (!found && found.error().code == ErrorCode::NotFound)
                return std::nullopt;
            if (!found)
                return failure(found.error());
            return FilterChoice{value, found->name.shown(), found->station.parent(), 0};
        }
        default:
            return word(value);
        }
    };
    QVector<FilterChoice> choices;
    for (const QString &value : query.values) {
        const auto choice = named(value);
        if (!choice)
            return failure(choice.error());
        if (*choice)
            choices.append(**choice);
    }
    return choices;
}

Result<QVector<FilterChoice>> FilterChoices::gates(const ChoiceQuery &query)
{
    QVector<FilterChoice> choices;
    const Done read =
        m_connection.each(u"WITH RECURSIVE gates(gate) AS (SELECT min(gate) FROM renewal WHERE gate > '' "
                          "UNION ALL SELECT (SELECT min(r.gate) FROM renewal r WHERE r.gate > gates.gate) "
                          "FROM gates WHERE gates.gate IS NOT NULL) "
                          "SELECT gate FROM gates WHERE gate IS NOT NULL"_s,
                          {}, [&](const Row &row) {
                              choices.append(word(row.text(0)));
                              return choices.size() < query.limit;
                          });
    if (!read)
        return failure(read.error());
    return choices;
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
            choices.append({number, text, station.number.parent(), 0});
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
            choices.append({QString::number(team.triageTeamId.value), team.name, team.station.parent(), 0});
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
                        summary.prescriber.station.parent(), 0});
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
                choices.append({drug, drug, {}, 0});
            return choices.size() < query.limit;
        });
    if (!read)
        return failure(read.error());
    return choices;
}

} // namespace renewal::store
