// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakegateways.h"

#include <algorithm>

namespace renewal::test {

using namespace Qt::StringLiterals;

namespace {
template <class Row>
Page<Row> pageOf(const QVector<Row> &rows, const QString &cursor, int limit, qint64 extra = 0)
{
    const qsizetype from = cursor.toLongLong();
    Page<Row> page;
    page.items = rows.mid(from, limit);
    page.total = rows.size() + extra;
    if (from + limit < rows.size())
        page.next = QString::number(from + limit);
    return page;
}

bool contains(const QStringList &texts, const QString &search)
{
    return std::ranges::any_of(
        texts, [&](const QString &text) { return text.contains(search, Qt::CaseInsensitive); });
}

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
    return view == QLatin1StringView(views::overdue) ? renewal.stateReason == u"overdue" : false;
}

QFuture<Result<Page<Renewal>>> FakeRenewals::renewals(const RenewalQuery &query)
{
    queries.append(query);
    QVector<Renewal> fitting;
    std::ranges::copy_if(rows, std::back_inserter(fitting), [&](const Renewal &renewal) {
        return fits(renewal, query.view, query.scope) &&
               contains(
                   {renewal.drug, renewal.prescriptionNumber, renewal.patientKey, renewal.prescriberShown},
                   query.search);
    });
    qint64 extra = 0;
    for (const ViewCount &count : extraCounts)
        extra += count.view == query.view && query.search.isEmpty() ? count.count : 0;
    return pageReplies.reply(pageOf(fitting, query.cursor, query.limit, extra));
}

QFuture<Result<QVector<ViewCount>>> FakeRenewals::counts(const Scope &scope)
{
    QVector<ViewCount> counts;
    for (const char *view :
         {views::needsRouting, views::overdue, views::dueToday, views::readyToRoute, views::inReview,
          views::allPending, views::external, views::notRenewable, views::closed}) {
        ViewCount count{QString::fromLatin1(view), 0};
        count.count =
            std::ranges::count_if(rows, [&](const Renewal &row) { return fits(row, count.view, scope); });
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
    return detailReplies.reply(detail);
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

QFuture<Result<DecisionEffect>> FakeCorrelations::preview(const Decision &decision)
{
    const PrescriberDetail *detail = find(decision.prescriberId);
    const qint64 waiting = detail ? detail->summary.waiting : 0;
    DecisionEffect effect{.unchanged = waiting / 4};
    if (decision.kind == DecisionKind::Link)
        effect.becomeReady = waiting - effect.unchanged;
    else
        effect.unchanged = waiting;
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
    PrescriberDetail *detail = find(id);
    if (!detail || !m_before.contains(id.value) || detail->summary.correlation.version != version)
        return decideReplies.reply(failure(ErrorCode::Conflict, u"There is nothing to take back."_s));
    *detail = m_before.take(id.value);
    detail->summary.correlation.version = version + 1;
    return decideReplies.reply(
        DecisionOutcome{detail->summary.correlation, {.becomeNeedsTeam = detail->summary.waiting}});
}

QFuture<Result<QString>> FakeCorrelations::startMatching(const Scope &)
{
    return matchingReplies.reply(u"job-1"_s);
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

QFuture<Result<ServiceStatus>> FakeSystem::status()
{
    return statusReplies.reply(statusData);
}

QFuture<Result<QVector<Station>>> FakeSystem::stations()
{
    return stationReplies.reply(stationData);
}

QFuture<Result<Page<AuditEvent>>> FakeSystem::audit(const QString &cursor, int limit)
{
    return auditReplies.reply(pageOf(auditData, cursor, limit));
}

QFuture<Result<ChangeList>> FakeSystem::changes(qint64 since)
{
    ChangeList list{.changes = pendingChanges, .next = since};
    for (const Change &change : std::as_const(pendingChanges))
        list.next = std::max(list.next, change.sequence);
    pendingChanges.clear();
    return changeReplies.reply(list);
}

QFuture<Result<Job>> FakeSystem::job(const QString &id)
{
    if (!jobs.contains(id))
        return jobReplies.reply(failure(ErrorCode::NotFound, u"The service does not know this job."_s));
    return jobReplies.reply(jobs.value(id));
}

QFuture<Result<Job>> FakeSystem::cancelJob(const QString &id)
{
    jobs[id].state = u"cancelled"_s;
    return jobReplies.reply(jobs.value(id));
}

} // namespace renewal::test
