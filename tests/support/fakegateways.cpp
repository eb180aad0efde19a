// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakegateways.h"

#include "tests/support/fakepages.h"

#include <algorithm>

namespace renewal::test {

using namespace Qt::StringLiterals;

namespace {
bool inScope(const StationNumber &station, EhrSystem ehr, const Scope &scope)
{
    return (scope.parentStation.isEmpty() || station.parent() == scope.parentStation) &&
           (scope.ehr.isEmpty() || toString(ehr) == scope.ehr);
}
} // namespace

bool FakeRenewals::fits(const Renewal &renewal, const QString &view, const Scope &scope) const
{
    if (!inScope(renewal.station, renewal.ehr, scope))
        return false;
    if (view == QLatin1StringView(views::allPending))
        return isPending(renewal.state);
    if (const auto state = renewalStateFromString(view))
        return renewal.state == *state;
    if (view == QLatin1StringView(views::assignedToMe))
        return renewal.state == RenewalState::InReview && renewal.assignee == me;
    if (view == QLatin1StringView(views::denied))
        return renewal.state == RenewalState::Closed && renewal.outcome == u"denied";
    return view == QLatin1StringView(views::overdue) ? renewal.stateReason == u"overdue" : false;
}

QFuture<Result<Page<Renewal>>> FakeRenewals::renewals(const RenewalQuery &query)
{
    queries.append(query);
    QVector<Renewal> fitting;
    std::ranges::copy_if(rows, std::back_inserter(fitting), [&](const Renewal &renewal) {
        return fits(renewal, query.view, query.scope) && passes(renewal, query.filter) &&
               contains(
                   {renewal.drug, renewal.prescriptionNumber, renewal.patientKey, renewal.prescriberShown},
                   query.search);
    });
    sortBy(fitting, query.sort);
    qint64 extra = 0;
    for (const ViewCount &count : extraCounts)
        extra += count.view == query.view && query.search.isEmpty() ? count.count : 0;
    return pageReplies.reply(pageOf(fitting, query.cursor, query.limit, extra));
}

QFuture<Result<QVector<ViewCount>>> FakeRenewals::counts(const Scope &scope, const RenewalFilter &filter)
{
    QVector<ViewCount> counts;
    for (const char *view :
         {views::allPending, views::needsRouting, views::readyToRoute, views::overdue, views::dueToday,
          views::inReview, views::returned, views::assignedToMe, views::external, views::notRenewable,
          views::routed, views::denied, views::closed}) {
        ViewCount count{QString::fromLatin1(view), 0};
        count.count = std::ranges::count_if(
            rows, [&](const Renewal &row) { return fits(row, count.view, scope) && passes(row, filter); });
        for (const ViewCount &extra : extraCounts)
            count.count += extra.view == count.view ? extra.count : 0;
        counts.append(count);
    }
    return countReplies.reply(counts);
}

QFuture<Result<RenewalDetail>> FakeRenewals::renewal(RenewalId id)
{
    const auto it = std::ranges::find(rows, id, &Renewal::id);
    if (it == rows.cend())
        return detailReplies.reply(
            failure(ErrorCode::NotFound, u"This renewal is no longer in the queue."_s));
    RenewalDetail detail = details.value(id.value);
    detail.renewal = *it;
    if (detail.former == RenewalOrder())
        detail.former = {it->drug, it->sig, quantityOf(it->quantity), {}};
    return detailReplies.reply(detail);
}

QFuture<Result<RevealedPatient>> FakeRenewals::reveal(RenewalId id, const QString &reason)
{
    revealReasons.append(reason);
    const auto it = std::ranges::find(rows, id, &Renewal::id);
    if (it == rows.cend())
        return revealReplies.reply(
            failure(ErrorCode::NotFound, u"This renewal is no longer in the queue."_s));
    return revealReplies.reply(patients.value(id.value, {it->patientKey, {}}));
}

PrescriberDetail *FakeCorrelations::find(PrescriberId id)
{
    const auto it = std::ranges::find_if(prescriberDetails, [&](const PrescriberDetail &detail) {
        return detail.summary.prescriber.id == id;
    });
    return it == prescriberDetails.end() ? nullptr : &*it;
}

QFuture<Result<Page<PrescriberSummary>>> FakeCorrelations::prescribers(const PrescriberQuery &query)
{
    QVector<PrescriberSummary> fitting;
    for (const PrescriberDetail &detail : std::as_const(prescriberDetails)) {
        const PrescriberSummary &summary = detail.summary;
        const bool hasStatus = query.status.isEmpty() || toString(summary.correlation.status) == query.status;
        if (hasStatus && inScope(summary.prescriber.station, summary.prescriber.ehr, query.scope) &&
            contains({summary.prescriber.name.shown()}, query.search))
            fitting.append(summary);
    }
    std::ranges::stable_sort(fitting, std::ranges::greater(), &PrescriberSummary::waiting);
    return pageReplies.reply(pageOf(fitting, query.cursor, query.limit, extraCounts.value(query.status)));
}

QFuture<Result<PrescriberDetail>> FakeCorrelations::prescriber(PrescriberId id)
{
    const PrescriberDetail *detail = find(id);
    if (!detail)
        return detailReplies.reply(failure(ErrorCode::NotFound, u"This prescriber is not known any more."_s));
    return detailReplies.reply(*detail);
}

QFuture<Result<QVector<CareTeam>>> FakeCorrelations::careTeams(const QString &parentStation,
                                                               const QString &search)
{
    QVector<CareTeam> fitting;
    std::ranges::copy_if(teams, std::back_inserter(fitting), [&](const CareTeam &team) {
        return team.station.parent() == parentStation && contains({team.name, team.leadProviderName}, search);
    });
    return teamReplies.reply(fitting);
}

QFuture<Result<QVector<TeamChoice>>> FakeCorrelations::teamChoices(PrescriberId id, const QString &search)
{
    const PrescriberDetail *detail = find(id);
    const QString station = detail ? detail->summary.prescriber.station.parent() : QString();
    QVector<TeamChoice> choices;
    for (const CareTeam &team : std::as_const(teams)) {
        if (team.station.parent() == station && contains({team.name, team.leadProviderName}, search))
            choices.append({team, whyNot.value(team.triageTeamId.value)});
    }
    return choiceReplies.reply(choices);
}

QFuture<Result<DecisionEffect>> FakeCorrelations::preview(const Decision &decision)
{
    const PrescriberDetail *detail = find(decision.prescriberId);
    const qint64 waiting = detail ? detail->summary.waiting : 0;
    previews.append(decision);
    DecisionEffect effect{.unchanged = waiting / 4};
    const qint64 movable = waiting - effect.unchanged;
    switch (decision.kind) {
    case DecisionKind::Link:
        effect.becomeReady = movable;
        break;
    case DecisionKind::Refuse:
        effect.stayNeedsTeam = movable;
        effect.unchanged = waiting;
        break;
    case DecisionKind::External:
        effect.becomeExternal = movable;
        break;
    }
    for (const CareTeam &team : std::as_const(teams)) {
        if (decision.kind == DecisionKind::Link && team.triageTeamId == decision.careTeam && team.blocked)
            return previewReplies.reply(
                failure(ErrorCode::Conflict, u"This team is blocked: nobody can write to it."_s));
    }
    return previewReplies.reply(effect);
}

Result<DecisionOutcome> FakeCorrelations::apply(const Decision &decision)
{
    PrescriberDetail *detail = find(decision.prescriberId);
    if (!detail)
        return failure(ErrorCode::NotFound, u"This prescriber is not known any more."_s);
    Correlation &correlation = detail->summary.correlation;
    if (decision.version != correlation.version) {
        return failure(
            ErrorCode::PreconditionFailed,
            u"Somebody else decided about this prescriber a moment ago. Look at the present state first."_s);
    }
    if (decision.kind == DecisionKind::Link && detail->summary.prescriber.homonyms > 1 &&
        decision.note.trimmed().isEmpty())
        return failure(ErrorCode::InvalidInput, u"Two people share this name: say why in a note."_s);
    m_before.insert(decision.prescriberId.value, *detail);
    DecisionOutcome outcome;
    outcome.effect.becomeReady = decision.kind == DecisionKind::Link ? detail->summary.waiting : 0;
    correlation.version += 1;
    correlation.careTeam = decision.careTeam;
    correlation.status = decision.kind == DecisionKind::Link     ? CorrelationStatus::Manual
                         : decision.kind == DecisionKind::Refuse ? CorrelationStatus::Refused
                                                                 : CorrelationStatus::External;
    detail->canUndo = true;
    detail->summary.waiting = decision.kind == DecisionKind::Link ? 0 : detail->summary.waiting;
    detail->linkedTeam.reset();
    for (const CareTeam &team : std::as_const(teams)) {
        if (decision.kind == DecisionKind::Link && team.triageTeamId == decision.careTeam)
            detail->linkedTeam = team;
    }
    outcome.correlation = correlation;
    return outcome;
}

QFuture<Result<DecisionOutcome>> FakeCorrelations::decide(const Decision &decision)
{
    decisions.append(decision);
    return decideReplies.reply(decideReplies.error ? Result<DecisionOutcome>() : apply(decision));
}

QFuture<Result<DecisionOutcome>> FakeCorrelations::undo(PrescriberId id, qint64 version, const QString &)
{
    ++undos;
    if (undoErrors.contains(id.value))
        return decideReplies.reply(failure(undoErrors.value(id.value)));
    PrescriberDetail *detail = find(id);
    if (!detail || !m_before.contains(id.value) || detail->summary.correlation.version != version)
        return decideReplies.reply(failure(ErrorCode::Conflict, u"There is nothing to take back."_s));
    *detail = m_before.take(id.value);
    detail->summary.correlation.version = version + 1;
    return decideReplies.reply(
        DecisionOutcome{detail->summary.correlation, {.becomeNeedsTeam = detail->summary.waiting}});
}

QFuture<Result<QString>> FakeCorrelations::startMatching(const MatchingRequest &request)
{
    matchings.append(request);
    return matchingReplies.reply(u"job-1"_s);
}

QFuture<Result<MatchingQuality>> FakeCorrelations::quality(const Scope &)
{
    return qualityReplies.reply(qualityData);
}

/// Two prescribers a piece, so that there are several.
QFuture<Result<CsvPiece>> FakeCorrelations::exportPiece(const Scope &, const QString &cursor)
{
    constexpr qsizetype each = 2;
    const qsizetype first = cursor.toInt();
    CsvPiece piece{first == 0 ? QByteArray("station,prescriber\n") : QByteArray(), {}};
    const qsizetype end = std::min(first + each, prescriberDetails.size());
    for (qsizetype i = first; i < end; ++i) {
        const Prescriber &prescriber = prescriberDetails[i].summary.prescriber;
        piece.text += prescriber.station.text().toUtf8() + ',' + prescriber.name.last.toUtf8() + '\n';
    }
    if (end < prescriberDetails.size())
        piece.next = QString::number(end);
    return exportReplies.reply(piece);
}

QFuture<Result<QByteArray>> FakeCorrelations::exportWorkbook(const Scope &)
{
    return workbookReplies.reply(QByteArray("PK workbook"));
}

QFuture<Result<DecisionsReport>> FakeCorrelations::previewDecisions(const QByteArray &)
{
    return fileReplies.reply(fileReport);
}

QFuture<Result<DecisionsReport>> FakeCorrelations::takeDecisions(const QByteArray &csv, const QString &)
{
    decisionFiles.append(csv);
    DecisionsReport report = fileReport;
    for (ReportedDecision &row : report.rows) {
        const PrescriberDetail *detail = find(row.prescriberId);
        if (fileReplies.error || row.result != DecisionResult::Decided || !detail)
            continue;
        const auto outcome = apply(
            {row.prescriberId, *row.kind, row.careTeam, u"file"_s, detail->summary.correlation.version, {}});
        row.version = outcome ? outcome->correlation.version : 0;
    }
    return fileReplies.reply(report);
}

QFuture<Result<RolloutOverview>> FakeRollout::overview()
{
    return overviewReplies.reply(overviewData);
}

QFuture<Result<MetricSeries>> FakeRollout::series(const QString &key, const QDateTime &, const QDateTime &)
{
    const auto it = std::ranges::find(seriesData, key, &MetricSeries::key);
    if (it == seriesData.cend())
        return seriesReplies.reply(failure(ErrorCode::NotFound, u"There is no such metric."_s));
    return seriesReplies.reply(*it);
}

QFuture<Result<RolloutOverview>> FakeRollout::signOff(const QString &discipline, const QString &stage,
                                                      bool given, const QString &note, const QString &)
{
    for (SignOff &signOff : overviewData.signOffs) {
        if (signOff.discipline == discipline && signOff.stage == stage && !signOffReplies.error) {
            const QDateTime at = given ? overviewData.readAt : QDateTime();
            signOff = {discipline, stage, given, given ? u"R. Alvarez"_s : QString(), at, note};
        }
    }
    return signOffReplies.reply(overviewData);
}

} // namespace renewal::test
