// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_triage [ROUTED [OTHERS]]
//
// Routes ROUTED renewals (10,000) of a queue that holds OTHERS (10,000) beside them, over the service and in
// pieces of 500 as the window does it, on SQLite and on PostgreSQL. Prints the time of reading the view, of
// routing it, of the slowest piece, and of taking all of it back.
#include "app/operations/decisions.h"
#include "app/operations/systemclock.h"
#include "app/service/service.h"
#include "app/store/bulkwriter.h"
#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/prescriberrepository.h"
#include "app/store/transaction.h"
#include "tests/service/rawsocket.h"
#include "tests/support/samples.h"
#include "tests/support/testdatabase.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <string>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {

template <class Value>
Value must(Result<Value> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().text), qPrintable(result.error().detail));
    return std::move(*result);
}

void must(const Done &done)
{
    if (!done)
        qFatal("%s (%s)", qPrintable(done.error().text), qPrintable(done.error().detail));
}

/// Every twentieth renewal of a patient group; those to be routed are of a linked prescriber.
void fill(store::Connection &connection, int routed, int others)
{
    must(store::CareTeamRepository(connection).upsert(sampleTeam(7001, u"Team 7001"_s)));
    const Prescriber prescriber = must(
        store::PrescriberRepository(connection).upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), u"t"_s));
    Decision link;
    link.prescriberId = prescriber.id;
    link.kind = DecisionKind::Link;
    link.careTeam.value = 7001;
    must(operations::Decisions(connection, operations::SystemClock()).decide(link, u"nurse"_s));
    auto transaction = must(store::Transaction::begin(connection));
    auto rows =
        must(store::BulkWriter::open(connection, u"renewal"_s,
                                     {u"parent_station"_s, u"station"_s, u"ehr"_s, u"state"_s, u"due_at"_s,
                                      u"requested_at"_s, u"patient_key"_s, u"prescription_id"_s, u"drug"_s,
                                      u"prescriber_id"_s, u"care_team"_s, u"care_team_name"_s}));
    const std::int64_t due = noon().toMSecsSinceEpoch();
    for (int i = 0; i < routed + others; ++i) {
        const std::string patient = "P-" + std::to_string(i / 3);
        const std::string prescription = std::to_string(i);
        const bool isReady = i < routed;
        must(rows.addRow({"552", "552", "VISTA", isReady ? "ready_to_route" : "needs_routing",
                          due + std::int64_t(i) * 1000, due, patient, prescription, "LISINOPRIL 10MG TAB",
                          isReady ? store::Cell(std::int64_t(prescriber.id.value)) : store::Cell(),
                          isReady ? store::Cell(std::int64_t(7001)) : store::Cell(),
                          isReady ? "Team 7001" : ""}));
    }
    must(rows.finish());
    must(transaction.commit());
    must(connection.script(u"ANALYZE;"_s)); // as after an import
}

QJsonObject asked(quint16 port, const QByteArray &token, const QByteArray &method, const QByteArray &target,
                  const QByteArray &key = {}, const QByteArray &body = {})
{
    RawSocket socket(port);
    const QByteArray fields =
        key.isEmpty() ? QByteArray() : "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\n";
    socket.send(request(method, target, token, fields,
                        key.isEmpty() ? std::optional<QByteArray>() : std::optional(body)));
    const auto answer = socket.answer();
    if (!answer || answer->status != 200)
        qFatal("%s %s: %d %s", method.constData(), target.constData(), answer ? answer->status : 0,
               answer ? answer->body.left(300).constData() : "no answer");
    return QJsonDocument::fromJson(answer->body).object();
}

void run(store::DatabaseUrl::Engine engine, const char *name, int routed, int others)
{
    const auto database = must(TestDatabase::create(engine));
    fill(database->connection(), routed, others);
    service::Service service;
    service::ServiceOptions options;
    options.databaseUrl = database->url();
    const auto endpoint = must(service.start(options));
    const auto port = static_cast<quint16>(QUrl(endpoint.url).port());

    QElapsedTimer timer;
    timer.start();
    QVector<QJsonArray> pieces;
    QString cursor;
    do {
        const QJsonObject page = asked(port, endpoint.token, "GET",
                                       "/api/v1/renewals?view=ready_to_route&limit=500&cursor=" +
                                           cursor.toUtf8().toPercentEncoding());
        QJsonArray piece;
        const QJsonArray items = page[u"items"].toArray();
        for (const auto item : items)
            piece.append(QJsonObject{{u"id"_s, item[u"id"]}, {u"version"_s, item[u"version"]}});
        pieces.append(piece);
        cursor = page[u"next"].toString();
    } while (!cursor.isEmpty());
    const qint64 read = timer.restart();

    qint64 slowest = 0;
    qsizetype changed = 0;
    QStringList batches;
    for (const QJsonArray &piece : std::as_const(pieces)) {
        QElapsedTimer one;
        one.start();
        const QJsonObject outcome =
            asked(port, endpoint.token, "POST", "/api/v1/renewals/triage",
                  "piece-" + QByteArray::number(batches.size()),
                  QJsonDocument(QJsonObject{{u"action"_s, u"route"_s}, {u"renewals"_s, piece}}).toJson());
        changed += outcome[u"changed"].toArray().size();
        batches.append(outcome[u"batch"].toString());
        slowest = std::max(slowest, one.elapsed());
    }
    const qint64 route = timer.restart();
    for (qsizetype i = batches.size() - 1; i >= 0; --i)
        asked(port, endpoint.token, "POST", "/api/v1/renewals/triage/" + batches[i].toUtf8() + "/undo",
              "undo-" + QByteArray::number(i), "{}");
    std::printf("%-10s %6lld routed beside %d: read %5lld ms, route %5lld ms (slowest piece %lld ms), "
                "take back %lld ms\n",
                name, qlonglong(changed), others, qlonglong(read), qlonglong(route), qlonglong(slowest),
                qlonglong(timer.elapsed()));
    std::fflush(stdout);
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int routed = argc > 1 ? QByteArray(argv[1]).toInt() : 10'000;
    const int others = argc > 2 ? QByteArray(argv[2]).toInt() : 10'000;
    run(store::DatabaseUrl::Engine::Sqlite, "SQLite", routed, others);
    run(store::DatabaseUrl::Engine::PostgreSql, "PostgreSQL", routed, others);
    return 0;
}
