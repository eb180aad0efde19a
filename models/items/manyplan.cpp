// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/manyplan.h"

#include "models/items/correlationtexts.h"
#include "models/items/datetexts.h"

#include <QCoreApplication>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ManyPlan)
};

IntendedDecision intended(const PrescriberSummary &summary, DecisionKind kind, const QString &note)
{
    IntendedDecision row;
    row.decision.prescriberId = summary.prescriber.id;
    row.decision.kind = kind;
    row.decision.note = note;
    row.decision.version = summary.correlation.version;
    row.checksVersion = true;
    row.station = summary.prescriber.station;
    row.name = summary.prescriber.name.shown();
    return row;
}

/// Why matching itself did not link it, when that is more than a figure; empty otherwise. The one sentence of
/// matching that names a percentage says only that the candidate is not likely enough for it.
QString matchingObjects(const CandidateSet &set)
{
    return set.automatic || set.explanation.contains(u'%') ? QString() : set.explanation;
}

/// Why the first candidate of this one is not linked together with others; empty when it may be.
QString whyNoLink(const std::optional<PrescriberDetail> &detail)
{
    if (!detail)
        return Texts::tr("Its candidates could not be fetched; decide about it alone.");
    const CorrelationStatus now = detail->summary.correlation.status;
    if (now == CorrelationStatus::Manual || now == CorrelationStatus::Refused ||
        now == CorrelationStatus::External)
        return Texts::tr("A person decided about it already; change that alone.");
    const QVector<Candidate> &candidates = detail->candidates.candidates;
    if (candidates.isEmpty() || detail->careTeams.isEmpty())
        return Texts::tr("It has no candidate.");
    if (detail->summary.prescriber.homonyms > 1)
        return Texts::tr("Several people share this name; decide about them alone, with a note.");
    const CareTeam &team = detail->careTeams.constFirst();
    if (team.triageTeamId != candidates.constFirst().careTeam)
        return Texts::tr("Its first candidate is not a care team of the station any more.");
    if (team.blocked)
        return Texts::tr("Its first candidate is closed to messages.");
    if (candidates.constFirst().probability < likelyEnough)
        return Texts::tr("Its first candidate is %1 likely, less than %2; look at it alone.", "percentages")
            .arg(percent(candidates.constFirst().probability), percent(likelyEnough));
    return matchingObjects(detail->candidates);
}

ReportedDecision leftOut(const IntendedDecision &row, const std::optional<PrescriberDetail> &detail,
                         const QString &why)
{
    ReportedDecision reported;
    reported.prescriberId = row.decision.prescriberId;
    reported.prescriber = row.name;
    reported.station = row.station.text();
    reported.kind = row.decision.kind;
    if (detail && !detail->candidates.candidates.isEmpty()) {
        reported.careTeam = detail->candidates.candidates.constFirst().careTeam;
        reported.careTeamName = detail->candidates.candidates.constFirst().careTeamName;
    }
    reported.text = why;
    return reported;
}
} // namespace

ManyPlan planMany(DecisionKind kind, const QVector<PrescriberSummary> &chosen, const QString &note)
{
    ManyPlan plan;
    for (const PrescriberSummary &summary : chosen)
        plan.fitting.append(intended(summary, kind, note));
    return plan;
}

ManyPlan planLinks(const QVector<PrescriberSummary> &chosen,
                   const QVector<std::optional<PrescriberDetail>> &details, const QString &note)
{
    ManyPlan plan;
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        IntendedDecision row = intended(chosen[i], DecisionKind::Link, note);
        const auto detail = details.value(i);
        if (const QString why = whyNoLink(detail); !why.isEmpty()) {
            plan.leftOut.append(leftOut(row, detail, why));
            continue;
        }
        row.decision.careTeam = detail->candidates.candidates.constFirst().careTeam;
        plan.fitting.append(row);
    }
    return plan;
}

} // namespace renewal::items
