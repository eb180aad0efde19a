// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/blindreview.h"

#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationrepository.h"
#include "app/store/decisionlock.h"
#include "app/store/prescriberrepository.h"
#include "app/store/prescriptionrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/reviewrepository.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::Transaction;

namespace {
/// As many as matching shows at most.
constexpr qsizetype teamsShown = 5;

QString say(const char *text)
{
    return QCoreApplication::translate("BlindReview", text);
}

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// Judged since the case was shown.
Error alreadyReviewed()
{
    return {ErrorCode::Conflict,
            say(QT_TRANSLATE_NOOP("BlindReview", "This case was reviewed already. Go on with the next one.")),
            {}};
}
} // namespace

Result<ReviewSample> BlindReview::draw(int size, const QString &actor)
{
    if (size < smallest || size > largest) {
        return failure(
            ErrorCode::InvalidInput,
            say(QT_TRANSLATE_NOOP("BlindReview", "A sample has %1 to %2 cases.")).arg(smallest).arg(largest));
    }
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    store::ReviewRepository reviews(m_connection);
    const auto frame = reviews.frame();
    if (!frame)
        return failure(frame.error());
    if (frame->isEmpty()) {
        return failure(ErrorCode::Conflict,
                       say(QT_TRANSLATE_NOOP("BlindReview", "There is no link of matching to review. Run "
                                                            "matching first.")));
    }
    const QDateTime now = m_clock.now();
    const qint64 seed = now.toMSecsSinceEpoch();
    const QVector<correlation::ReviewStratum> strata = correlation::drawReview(*frame, size, quint64(seed));
    const auto first = std::ranges::find_if(strata, [](const auto &one) { return !one.drawn.isEmpty(); });
    const auto engine = store::CorrelationRepository(m_connection).candidates(first->drawn.constFirst());
    if (!engine)
        return failure(engine.error());
    auto sample = reviews.addSample({0, now, actor, seed, size, 0, engine->engineVersion}, strata);
    if (!sample)
        return sample;
    for (const correlation::ReviewStratum &stratum : strata)
        sample->drawn += stratum.drawn.size();
    if (const Done done = addCases(*sample, strata); !done)
        return failure(done.error());
    const QString subject = u"review/"_s + QString::number(sample->id);
    if (const Done done = store::ChangeRepository(m_connection).add(u"review"_s, subject); !done)
        return failure(done.error());
    const QString after = compact({{u"engineVersion"_s, sample->engineVersion}});
    const QString note = say(QT_TRANSLATE_NOOP("BlindReview", "%1 cases were drawn.")).arg(sample->drawn);
    const auto entry = store::AuditRepository(m_connection)
                           .append({0, now, actor, u"review.drawn"_s, subject, {}, after, note, {}, {}});
    if (!entry)
        return failure(entry.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return sample;
}

Done BlindReview::addCases(const ReviewSample &sample, const QVector<correlation::ReviewStratum> &strata)
{
    store::CorrelationRepository correlations(m_connection);
    store::ReviewRepository reviews(m_connection);
    for (qsizetype i = 0; i < strata.size(); ++i) {
        for (const PrescriberId id : strata.at(i).drawn) {
            const auto present = correlations.current(id);
            if (!present)
                return failure(present.error());
            const auto set = correlations.candidates(id);
            if (!set)
                return failure(set.error());
            const bool automatic = present->status == CorrelationStatus::Automatic;
            ReviewCase drawn;
            drawn.prescriber = id;
            drawn.parentStation = present->parentStation;
            drawn.ehr = toString(present->ehr);
            drawn.sample = sample.id;
            drawn.stratum = int(i);
            drawn.drawnAt = sample.drawnAt;
            drawn.probability = set->candidates.constFirst().probability;
            drawn.engineVersion = set->engineVersion;
            drawn.careTeam = automatic ? present->careTeam : set->candidates.constFirst().careTeam;
            drawn.automatic = automatic;
            drawn.linkedAt = automatic ? present->validFrom : QDateTime();
            if (const Done done = reviews.addCase(drawn); !done)
                return done;
        }
    }
    return ok();
}

Result<BlindCase> BlindReview::show(ReviewCaseId id)
{
    auto transaction = Transaction::begin(m_connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    const auto drawn = store::ReviewRepository(m_connection).find(id);
    if (!drawn)
        return failure(drawn.error());
    const auto prescriber = store::PrescriberRepository(m_connection).find(drawn->prescriber);
    if (!prescriber)
        return failure(prescriber.error());
    const auto set = store::CorrelationRepository(m_connection).candidates(drawn->prescriber);
    if (!set)
        return failure(set.error());
    QVector<TriageTeamId> teams{drawn->careTeam};
    for (const Candidate &candidate : set->candidates) {
        if (!teams.contains(candidate.careTeam))
            teams.append(candidate.careTeam);
    }
    const auto found = store::CareTeamRepository(m_connection).find(drawn->parentStation, teams);
    if (!found)
        return failure(found.error());
    BlindCase blind{{id, *prescriber}, 0, *found, {}};
    if (const Done done = addOthers(*drawn, blind); !done)
        return failure(done.error());
    std::ranges::sort(blind.careTeams, [](const CareTeam &one, const CareTeam &other) {
        const int order = one.shownName().localeAwareCompare(other.shownName());
        return order != 0 ? order < 0 : one.triageTeamId < other.triageTeamId;
    });
    if (const Done done = addPatients(*drawn, blind); !done)
        return failure(done.error());
    return blind;
}

/// Other teams of the station up to the usual number: a short list would tell how sure matching is. Always
/// the same ones for a case.
Done BlindReview::addOthers(const ReviewCase &drawn, BlindCase &blind)
{
    const auto all = store::CareTeamRepository(m_connection).ofStation(drawn.parentStation);
    if (!all)
        return failure(all.error());
    QVector<CareTeam> others;
    std::ranges::copy_if(*all, std::back_inserter(others), [&](const CareTeam &team) {
        return toString(team.ehr) == drawn.ehr && !team.blocked &&
               std::ranges::none_of(blind.careTeams, [&](const CareTeam &shown) {
                   return shown.triageTeamId == team.triageTeamId;
               });
    });
    const auto place = [&](const CareTeam &team) {
        return ::qHash(team.triageTeamId.value, size_t(drawn.id.value));
    };
    std::ranges::sort(others, [&](const CareTeam &one, const CareTeam &other) {
        return std::pair(place(one), one.triageTeamId) < std::pair(place(other), other.triageTeamId);
    });
    const qsizetype missing = std::max<qsizetype>(0, teamsShown - blind.careTeams.size());
    blind.careTeams += others.mid(0, missing);
    return ok();
}

/// Facts, not scores: whom the prescriber treats, and how many of these each team knows.
Done BlindReview::addPatients(const ReviewCase &drawn, BlindCase &blind)
{
    store::PrescriptionRepository prescriptions(m_connection);
    const auto patients = prescriptions.patients(drawn.parentStation, drawn.prescriber);
    if (!patients)
        return failure(patients.error());
    blind.patients = *patients;
    const auto shared = prescriptions.sharedPatients(drawn.parentStation, drawn.prescriber);
    if (!shared)
        return failure(shared.error());
    for (const CareTeam &team : blind.careTeams) {
        if (!shared->isEmpty())
            blind.sharedPatients.insert(team.triageTeamId.value, shared->value(team.triageTeamId.value));
    }
    return ok();
}

Result<ReviewOutcome> BlindReview::judge(const ReviewAnswer &answer, const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    store::ReviewRepository reviews(m_connection);
    auto judged = reviews.find(answer.review);
    if (!judged)
        return failure(judged.error());
    if (judged->verdict)
        return failure(alreadyReviewed());
    judged->verdict = answer.verdict;
    judged->verdictTeam = answer.verdict == ReviewVerdict::Team ? answer.careTeam : TriageTeamId();
    judged->judgedBy = actor;
    judged->judgedAt = m_clock.now();
    judged->note = answer.note;
    if (const Done done = reviews.storeVerdict(*judged); !done)
        return failure(done.error());
    ReviewOutcome outcome;
    if (const Done done = endWrongLink(*judged, outcome); !done)
        return failure(done.error());
    if (const Done done = record(*judged); !done)
        return failure(done.error());
    const auto open = reviews.openCount();
    if (!open)
        return failure(open.error());
    outcome.open = *open;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return outcome;
}

/// What the review found, as a sentence; InvalidInput when its team is not one of the station.
Result<QString> BlindReview::foundText(const ReviewCase &judged)
{
    if (judged.verdict != ReviewVerdict::Team)
        return say(QT_TRANSLATE_NOOP("BlindReview", "A blind review found none of the care teams right, so "
                                                    "the automatic link no longer holds."));
    const auto team = store::CareTeamRepository(m_connection).find(judged.parentStation, judged.verdictTeam);
    if (!team && team.error().code == ErrorCode::NotFound) {
        return failure(ErrorCode::InvalidInput,
                       say(QT_TRANSLATE_NOOP("BlindReview", "Care team %1 is not one of station %2; choose "
                                                            "one of that station."))
                           .arg(judged.verdictTeam.value)
                           .arg(judged.parentStation));
    }
    if (!team)
        return failure(team.error());
    return say(QT_TRANSLATE_NOOP("BlindReview", "A blind review found %1 right, so the automatic link to "
                                                "another care team no longer holds."))
        .arg(team->shownName());
}

/// When the link was matching's, still is the one that was drawn, and the verdict says otherwise.
Done BlindReview::endWrongLink(const ReviewCase &judged, ReviewOutcome &outcome)
{
    const auto why = foundText(judged); // also checks the team of a verdict that agrees
    if (!why)
        return failure(why.error());
    if (judged.isRight().value_or(true))
        return ok();
    const auto before = store::CorrelationRepository(m_connection).current(judged.prescriber);
    if (!before)
        return failure(before.error());
    if (before->status != CorrelationStatus::Automatic || before->careTeam != judged.careTeam)
        return ok();
    const auto effect = storeEnd(*before, judged, *why);
    if (!effect)
        return failure(effect.error());
    const auto team = store::CareTeamRepository(m_connection).find(judged.parentStation, judged.careTeam);
    if (!team && team.error().code != ErrorCode::NotFound)
        return failure(team.error());
    outcome.linkEnded = true;
    outcome.endedTeam = team ? team->shownName() : QString::number(judged.careTeam.value);
    outcome.needRouting = effect->becomeNeedsTeam;
    return ok();
}

Result<DecisionEffect> BlindReview::storeEnd(const Correlation &before, const ReviewCase &judged,
                                             const QString &why)
{
    store::CorrelationRepository correlations(m_connection);
    Correlation next = before;
    next.status = CorrelationStatus::Stale;
    next.validTo = judged.judgedAt;
    next.decidedBy = judged.judgedBy; // what a person ended, matching does not begin again
    next.note = why;
    const QString action = u"correlation.stale"_s;
    const auto stored = correlations.store(next, {judged.judgedAt, judged.judgedBy, action, why});
    if (!stored)
        return failure(stored.error());
    if (const Done done = correlations.refuse(judged.prescriber, {judged.careTeam}, stored->version); !done)
        return failure(done.error());
    const auto moved = store::RenewalRepository(m_connection).move(*stored, why);
    if (!moved)
        return moved;
    const QString subject = u"prescriber/"_s + QString::number(judged.prescriber.value);
    if (const Done done = store::ChangeRepository(m_connection).add(u"prescriber"_s, subject); !done)
        return failure(done.error());
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    judged.judgedAt,
                                    judged.judgedBy,
                                    action,
                                    subject,
                                    QString::fromUtf8(store::toDocument(before)),
                                    QString::fromUtf8(store::toDocument(*stored)),
                                    why,
                                    {},
                                    {}});
    if (!entry)
        return failure(entry.error());
    return moved;
}

Done BlindReview::record(const ReviewCase &judged)
{
    const QString subject = u"prescriber/"_s + QString::number(judged.prescriber.value);
    QJsonObject after{{u"verdict"_s, toString(*judged.verdict)}};
    if (judged.verdictTeam.isValid())
        after.insert(u"careTeam"_s, judged.verdictTeam.value);
    if (const Done done = store::ChangeRepository(m_connection)
                              .add(u"review"_s, u"review/"_s + QString::number(judged.sample));
        !done)
        return done;
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    judged.judgedAt,
                                    judged.judgedBy,
                                    u"review.judged"_s,
                                    subject,
                                    {},
                                    compact(after),
                                    judged.note,
                                    {},
                                    {}});
    return entry ? ok() : Done(failure(entry.error()));
}

} // namespace renewal::operations
