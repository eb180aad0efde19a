// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/correlationexport.h"
#include "app/operations/decisions.h"
#include "app/operations/followeddecision.h"
#include "app/operations/once.h"
#include "app/service/details.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "models/rest/restcorrelations.h"
#include "models/rest/restlinkparts.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <functional>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(followLog, "renewal.matching", QtInfoMsg)
constexpr const char *statusWords[] = {"none", "suggested", "auto", "manual", "refused", "external", "stale"};
constexpr qsizetype longestKey = 200;

QString say(const char *text)
{
    return QCoreApplication::translate("Service", text);
}

/// Who asked for what: the same key with another one of these is a mistake of its sender.
QString requestHash(const Call &call)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {call.method, call.path, call.ifMatch, call.body}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return QString::fromLatin1(hash.result().toHex());
}

Answer outcomeAnswer(const operations::GivenAnswer &given)
{
    const QJsonObject json = QJsonDocument::fromJson(given.body).object();
    const qint64 version = json[u"correlation"][u"version"].toInteger();
    return Answer{given.status, "application/json", given.body, {}}.with("ETag", etagOf(version));
}

using Change = std::function<Result<DecisionOutcome>(store::Connection &, qint64 version)>;

operations::FollowedDecision following(Workplace &workplace, store::Connection &connection)
{
    return {connection, workplace.clock, workplace.stations};
}

/// The decision stands whatever becomes of matching.
void logUnfollowed(const Done &done)
{
    if (!done)
        qCWarning(followLog).noquote() << "Matching did not follow:" << done.error().detail;
}

/// Lets matching follow a decision that is committed, and adds to its answer what moved.
void follow(operations::FollowedDecision following, PrescriberId id, operations::GivenAnswer &answer)
{
    const auto moved = following.follow(id);
    if (!moved)
        return logUnfollowed(failure(moved.error()));
    QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    json.insert(u"moved"_s, rest::listJson(*moved));
    answer.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// The common way of writes to a correlation: If-Match, Idempotency-Key, one transaction; then matching
/// follows.
Answer write(Workplace &workplace, const Call &call, PrescriberId id, const Change &change)
{
    if (call.ifMatch.isEmpty())
        return problemAnswer(
            428, say(QT_TRANSLATE_NOOP("Service", "If-Match with the ETag that was read is missing.")));
    const auto version = versionOf(call.ifMatch);
    if (!version)
        return problemAnswer(400,
                             say(QT_TRANSLATE_NOOP("Service", "If-Match is not an ETag of this service.")));
    if (call.idempotencyKey.size() > longestKey)
        return problemAnswer(400,
                             say(QT_TRANSLATE_NOOP("Service", "Idempotency-Key is over 200 characters.")));
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto work = [&]() -> Result<operations::GivenAnswer> {
        const auto outcome = change(**connection, *version);
        if (!outcome)
            return failure(outcome.error());
        return operations::GivenAnswer{200, QJsonDocument(toJson(*outcome)).toJson(QJsonDocument::Compact)};
    };
    logUnfollowed(following(workplace, **connection).begin(id));
    const operations::RepeatableRequest request{call.actor + u'/' + QString::fromLatin1(call.idempotencyKey),
                                                requestHash(call)};
    auto given = call.idempotencyKey.isEmpty()
                     ? work()
                     : operations::once(**connection, workplace.clock, request, work);
    if (given)
        follow(following(workplace, **connection), id, *given);
    return answered(given, outcomeAnswer);
}
} // namespace

Answer listPrescribers(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    PrescriberQuery query;
    query.status = reader.word(u"status"_s, statusWords);
    query.scope = reader.scope();
    query.search = reader.text(u"q"_s);
    query.limit = reader.limit();
    query.cursor = reader.text(u"cursor"_s, 1000);
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto page = store::PrescriberRepository(**connection).page(query);
    if (!page && page.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"cursor"_s, page.error().text}}, 400);
    return answered(page,
                    [](const Page<PrescriberSummary> &found) { return jsonAnswer(rest::pageJson(found)); });
}

Answer readPrescriber(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<PrescriberId>(call);
    if (!id)
        return notFound();
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(prescriberDetail(**connection, *id), [](const PrescriberDetail &detail) {
        return jsonAnswer(toJson(detail)).with("ETag", etagOf(detail.summary.correlation.version));
    });
}

Answer decideCorrelation(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<PrescriberId>(call);
    if (!id)
        return notFound();
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    Decision decision;
    if (const auto errors = readDecision(body, decision); !errors.isEmpty())
        return problemAnswer(errors);
    decision.prescriberId = *id;
    return write(workplace, call, *id, [&](store::Connection &connection, qint64 version) {
        decision.version = version;
        return operations::Decisions(connection, workplace.clock).decide(decision, call.actor);
    });
}

Answer previewCorrelation(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<PrescriberId>(call);
    if (!id)
        return notFound();
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    Decision decision;
    if (const auto errors = readDecision(body, decision); !errors.isEmpty())
        return problemAnswer(errors);
    decision.prescriberId = *id;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    // Read now, the station is at hand when the decision comes.
    logUnfollowed(following(workplace, **connection).ready(*id));
    return answered(operations::Decisions(**connection, workplace.clock).preview(decision),
                    [](const DecisionEffect &effect) { return jsonAnswer(toJson(effect)); });
}

Answer undoCorrelation(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<PrescriberId>(call);
    if (!id)
        return notFound();
    return write(workplace, call, *id, [&](store::Connection &connection, qint64 version) {
        return operations::Decisions(connection, workplace.clock).undo(*id, version, call.actor);
    });
}

Answer listCareTeams(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const QString station = reader.station();
    const QString search = reader.text(u"q"_s);
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(store::CareTeamRepository(**connection).find(station, search),
                    [](const QVector<CareTeam> &teams) { return jsonAnswer(rest::itemsJson(teams)); });
}

Answer listTeamChoices(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<PrescriberId>(call);
    if (!id)
        return notFound();
    QueryReader reader(call.query);
    const QString search = reader.text(u"q"_s);
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(teamChoices(**connection, workplace.stations, *id, search),
                    [](const QVector<TeamChoice> &choices) { return jsonAnswer(rest::itemsJson(choices)); });
}

Answer readMatchingQuality(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const Scope scope = reader.scope();
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const QDateTime since = workplace.clock.now().addDays(-MatchingQuality().days);
    return answered(store::CorrelationRepository(**connection).quality(scope, since),
                    [](const MatchingQuality &quality) { return jsonAnswer(toJson(quality)); });
}

/// Piece by piece: an answer is held in memory as a whole, and the service serves others in between.
Answer exportCorrelations(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const Scope scope = reader.scope();
    const QString cursor = reader.text(u"cursor"_s);
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto piece = operations::CorrelationExport(**connection).piece(scope, cursor);
    if (!piece && piece.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"cursor"_s, piece.error().text}}, 400);
    return answered(piece, [](const CsvPiece &found) {
        Answer answer{200, "text/csv; charset=utf-8", found.text, {}};
        if (!found.next.isEmpty())
            answer.headers.append({"Next-Cursor", found.next.toLatin1()});
        return answer;
    });
}

} // namespace renewal::service::handlers
