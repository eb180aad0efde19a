// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restcutover.h"

#include "models/rest/restcorrelations.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace renewal {

using namespace Qt::StringLiterals;
using namespace rest;

namespace {
constexpr qsizetype longestNote = 2000;
constexpr qsizetype mostChoices = 2000;

QString say(const char *text)
{
    return QCoreApplication::translate("Rest", text);
}

QDate readDay(ObjectReader &r, QLatin1StringView name)
{
    const QString text = r.text(name);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !day.isValid())
        r.refuse(name, say(QT_TRANSLATE_NOOP("Rest", "A day is written like 2026-12-05.")));
    return day;
}

QStringList readTexts(ObjectReader &r, QLatin1StringView name)
{
    QStringList texts;
    for (const auto &one : r.array(name))
        texts.append(one.toString());
    return texts;
}
} // namespace

QJsonObject toJson(const CutOver &cutOver)
{
    return {
        {u"id"_s, idJson(cutOver.id)},
        {u"parentStation"_s, cutOver.parentStation},
        {u"date"_s, cutOver.date.toString(Qt::ISODate)},
        {u"endsAt"_s, instantJson(cutOver.endsAt)},
        {u"enteredBy"_s, cutOver.enteredBy},
        {u"enteredAt"_s, instantJson(cutOver.enteredAt)},
        {u"note"_s, cutOver.note},
        {u"version"_s, cutOver.version},
        {u"links"_s, cutOver.links},
        {u"crosswalkRows"_s, cutOver.crosswalkRows},
        {u"oldTeams"_s, cutOver.oldTeams},
        {u"openTeams"_s, cutOver.openTeams},
    };
}

Done fromJson(const QJsonValue &value, CutOver &cutOver)
{
    ObjectReader r(value);
    cutOver.id = r.id<CutOverId>("id"_L1);
    cutOver.parentStation = r.text("parentStation"_L1);
    cutOver.date = readDay(r, "date"_L1);
    cutOver.endsAt = r.instant("endsAt"_L1);
    cutOver.enteredBy = r.text("enteredBy"_L1);
    cutOver.enteredAt = r.instant("enteredAt"_L1);
    cutOver.note = r.text("note"_L1);
    cutOver.version = r.integer("version"_L1);
    cutOver.links = r.integer("links"_L1);
    cutOver.crosswalkRows = r.integer("crosswalkRows"_L1);
    cutOver.oldTeams = r.integer("oldTeams"_L1);
    cutOver.openTeams = r.integer("openTeams"_L1);
    return r.done();
}

QJsonObject toJson(const CutOverEntry &entry)
{
    return {{u"parentStation"_s, entry.parentStation},
            {u"date"_s, entry.date.toString(Qt::ISODate)},
            {u"note"_s, entry.note}};
}

QVector<FieldError> readCutOverEntry(const QJsonValue &value, CutOverEntry &entry)
{
    ObjectReader r(value);
    r.need("parentStation"_L1);
    r.need("date"_L1);
    entry.parentStation = r.text("parentStation"_L1);
    entry.date = readDay(r, "date"_L1);
    entry.note = r.text("note"_L1).trimmed();
    if (entry.note.size() > longestNote)
        r.refuse("note"_L1, say(QT_TRANSLATE_NOOP("Rest", "The note is longer than 2,000 characters.")));
    return r.errors();
}

QJsonObject toJson(const CutOverEffect &effect)
{
    return {{u"links"_s, effect.links},     {u"sooner"_s, effect.sooner},
            {u"waiting"_s, effect.waiting}, {u"oldTeams"_s, effect.oldTeams},
            {u"pools"_s, effect.pools},     {u"divisions"_s, effect.divisions}};
}

Done fromJson(const QJsonValue &value, CutOverEffect &effect)
{
    ObjectReader r(value);
    effect.links = r.integer("links"_L1);
    effect.sooner = r.integer("sooner"_L1);
    effect.waiting = r.integer("waiting"_L1);
    effect.oldTeams = r.integer("oldTeams"_L1);
    effect.pools = r.integer("pools"_L1);
    effect.divisions = r.integer("divisions"_L1);
    return r.done();
}

QJsonObject toJson(const CrosswalkProblem &problem)
{
    return {{u"row"_s, problem.row}, {u"text"_s, problem.text}};
}

Done fromJson(const QJsonValue &value, CrosswalkProblem &problem)
{
    ObjectReader r(value);
    problem.row = r.integer("row"_L1);
    problem.text = r.text("text"_L1);
    return r.done();
}

QJsonObject toJson(const CrosswalkReport &report)
{
    return {{u"rows"_s, report.rows}, {u"taken"_s, report.taken}, {u"problems"_s, listJson(report.problems)}};
}

Done fromJson(const QJsonValue &value, CrosswalkReport &report)
{
    ObjectReader r(value);
    report.rows = r.integer("rows"_L1);
    report.taken = r.boolean("taken"_L1);
    report.problems = readList<CrosswalkProblem>(r, "problems"_L1);
    return r.done();
}

QJsonObject toJson(const PoolChoice &choice)
{
    return {{u"oldTeam"_s, idJson(choice.oldTeam)},
            {u"pool"_s, idJson(choice.pool)},
            {u"poolName"_s, choice.poolName},
            {u"decidedBy"_s, choice.decidedBy},
            {u"decidedAt"_s, instantJson(choice.decidedAt)}};
}

Done fromJson(const QJsonValue &value, PoolChoice &choice)
{
    ObjectReader r(value);
    choice.oldTeam = r.id<TriageTeamId>("oldTeam"_L1);
    choice.pool = r.id<TriageTeamId>("pool"_L1);
    choice.poolName = r.text("poolName"_L1);
    choice.decidedBy = r.text("decidedBy"_L1);
    choice.decidedAt = r.instant("decidedAt"_L1);
    return r.done();
}

namespace {
/// Whether each says which pool, be it none; what is left out or misspelt must not undo links.
bool namePools(const QJsonArray &choices)
{
    return std::ranges::all_of(
        choices, [](const QJsonValue &choice) { return choice.toObject().contains("pool"_L1); });
}

bool areDistinct(const QVector<PoolChoice> &choices)
{
    QSet<qint64> oldTeams;
    for (const PoolChoice &choice : choices)
        oldTeams.insert(choice.oldTeam.value);
    return oldTeams.size() == choices.size();
}
} // namespace

QVector<FieldError> readConfirmation(const QJsonValue &value, qint64 &version, QVector<PoolChoice> &choices)
{
    auto errors = readChoices(value, version, choices);
    if (errors.isEmpty() && !namePools(value["choices"_L1].toArray()))
        errors.append(
            {u"choices"_s, say(QT_TRANSLATE_NOOP("Rest", "Each choice names its pool, or null for none."))});
    return errors;
}

QVector<FieldError> readChoices(const QJsonValue &value, qint64 &version, QVector<PoolChoice> &choices)
{
    ObjectReader r(value);
    r.need("version"_L1);
    r.need("choices"_L1);
    version = r.integer("version"_L1);
    choices = readList<PoolChoice>(r, "choices"_L1);
    if (r.errors().isEmpty() && (choices.isEmpty() || choices.size() > mostChoices))
        r.refuse("choices"_L1, say(QT_TRANSLATE_NOOP("Rest", "Choose for 1 to 2,000 care teams.")));
    for (const PoolChoice &choice : std::as_const(choices)) {
        if (!choice.oldTeam.isValid() && r.errors().isEmpty())
            r.refuse("choices"_L1, say(QT_TRANSLATE_NOOP("Rest", "Each choice names its old care team.")));
    }
    if (r.errors().isEmpty() && !areDistinct(choices))
        r.refuse("choices"_L1, say(QT_TRANSLATE_NOOP("Rest", "Name each old care team once.")));
    return r.errors();
}

QJsonObject toJson(const PoolProposal &proposal)
{
    return {{u"oldTeam"_s, idJson(proposal.oldTeam)},
            {u"strength"_s, toString(proposal.strength)},
            {u"why"_s, proposal.why},
            {u"pools"_s, listJson(proposal.pools)},
            {u"noneProbability"_s, proposal.noneProbability}};
}

Done fromJson(const QJsonValue &value, PoolProposal &proposal)
{
    ObjectReader r(value);
    proposal.oldTeam = r.id<TriageTeamId>("oldTeam"_L1);
    proposal.strength =
        r.word("strength"_L1, proposalStrengthFromString).value_or(ProposalStrength::Undecided);
    proposal.why = r.text("why"_L1);
    proposal.pools = readList<Candidate>(r, "pools"_L1);
    proposal.noneProbability = r.number("noneProbability"_L1);
    if (proposal.pools.isEmpty())
        proposal.strength = ProposalStrength::Undecided;
    return r.done();
}

QJsonObject toJson(const CutOverTeam &team)
{
    return {{u"triageTeamId"_s, idJson(team.careTeam)},
            {u"name"_s, team.name},
            {u"prescribers"_s, team.prescribers},
            {u"open"_s, team.open},
            {u"waiting"_s, team.waiting},
            {u"someNames"_s, QJsonArray::fromStringList(team.someNames)},
            {u"proposal"_s, toJson(team.proposal)},
            {u"choice"_s, team.choice ? QJsonValue(toJson(*team.choice)) : QJsonValue()}};
}

Done fromJson(const QJsonValue &value, CutOverTeam &team)
{
    ObjectReader r(value);
    team.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    team.name = r.text("name"_L1);
    team.prescribers = r.integer("prescribers"_L1);
    team.open = r.integer("open"_L1);
    team.waiting = r.integer("waiting"_L1);
    team.someNames = readTexts(r, "someNames"_L1);
    team.proposal = readOptional<PoolProposal>(r, "proposal"_L1).value_or(PoolProposal{});
    team.choice = readOptional<PoolChoice>(r, "choice"_L1);
    return r.done();
}

QJsonObject toJson(const CutOverReview &review)
{
    return {{u"cutOver"_s, toJson(review.cutOver)},
            {u"teams"_s, listJson(review.teams)},
            {u"pools"_s, listJson(review.pools)}};
}

Done fromJson(const QJsonValue &value, CutOverReview &review)
{
    ObjectReader r(value);
    review.cutOver = readOptional<CutOver>(r, "cutOver"_L1).value_or(CutOver{});
    review.teams = readList<CutOverTeam>(r, "teams"_L1);
    review.pools = readList<CareTeam>(r, "pools"_L1);
    return r.done();
}

QJsonObject toJson(const CutOverOutcome &outcome)
{
    return {{u"cutOver"_s, toJson(outcome.cutOver)},
            {u"prescribers"_s, outcome.prescribers},
            {u"left"_s, outcome.left},
            {u"problems"_s, QJsonArray::fromStringList(outcome.problems)}};
}

Done fromJson(const QJsonValue &value, CutOverOutcome &outcome)
{
    ObjectReader r(value);
    outcome.cutOver = readOptional<CutOver>(r, "cutOver"_L1).value_or(CutOver{});
    outcome.prescribers = r.integer("prescribers"_L1);
    outcome.left = r.integer("left"_L1);
    outcome.problems = readTexts(r, "problems"_L1);
    return r.done();
}

} // namespace renewal
