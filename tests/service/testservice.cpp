// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/testservice.h"

#include "app/store/careteamrepository.h"
#include "app/store/changerepository.h"
#include "app/store/database.h"
#include "app/store/metricrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/rolloutrepository.h"
#include "app/store/stationrepository.h"
#include "app/store/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace renewal::testing {

using namespace Qt::StringLiterals;

namespace {
const QDateTime &dayOfRegion()
{
    static const QDateTime day = QDateTime::fromString(u"2026-03-02T14:00:00Z"_s, Qt::ISODate);
    return day;
}

CareTeam team(qint64 id, const QString &name, const QString &station, bool blocked, const QString &lead)
{
    CareTeam team;
    team.triageTeamId = TriageTeamId{id};
    team.name = name;
    team.station = StationNumber(station);
    team.blocked = blocked;
    team.leadProviderName = lead;
    return team;
}

Prescriber prescriber(const QString &last, const QString &first, const QString &station)
{
    Prescriber prescriber;
    prescriber.name = {first, last, {}};
    prescriber.station = StationNumber(station);
    return prescriber;
}

Renewal renewal(const Prescriber &prescriber, int number, RenewalState state)
{
    Renewal renewal;
    renewal.state = state;
    renewal.patientKey = u"P-%1"_s.arg(number);
    renewal.station = prescriber.station;
    renewal.prescriptionId = QString::number(9000 + number);
    renewal.prescriptionNumber = u"27%1A"_s.arg(number, 5, 10, QChar(u'0'));
    renewal.drug = u"LISINOPRIL 10MG TAB"_s;
    renewal.requestedAt = dayOfRegion().addSecs(60 * number);
    renewal.dueAt = renewal.requestedAt.addDays(3);
    renewal.prescriberId = prescriber.id;
    renewal.prescriberShown = prescriber.name.shown();
    renewal.verdict = {u"vista_current"_s, u"all_gates_pass"_s, state != RenewalState::NotRenewable};
    return renewal;
}

Done seedTeams(store::Connection &connection)
{
    store::StationRepository stations(connection);
    for (const auto &[number, name] :
         {std::pair(u"552"_s, u"Dayton"_s), std::pair(u"589"_s, u"Kansas City"_s)}) {
        Station station;
        station.number = StationNumber(number);
        station.name = name;
        if (const Done done = stations.upsert(station); !done)
            return done;
    }
    store::CareTeamRepository teams(connection);
    for (const CareTeam &each :
         {team(1001, u"** DAYTON: Primary Care, Okafor, Chidi, MD"_s, u"552"_s, false, u"Okafor, Chidi"_s),
          team(1002, u"DAYTON: Primary Care, Smith, Allen"_s, u"552"_s, false, u"Smith, Allen"_s),
          team(1003, u"DAYTON: Mental Health, Reyes, Ana"_s, u"552"_s, true, u"Reyes, Ana"_s),
          team(2001, u"KANSAS_CITY_PRIMARY_CARE_LEE_MIN"_s, u"589"_s, false, {})}) {
        if (const Done done = teams.upsert(each); !done)
            return done;
    }
    return ok();
}

Done seedRenewals(store::Connection &connection)
{
    using enum RenewalState;
    struct Row
    {
        Prescriber prescriber;
        QVector<RenewalState> states;
    };
    const QVector<Row> rows{
        {prescriber(u"OKAFOR"_s, u"CHIDI"_s, u"552"_s),
         {NeedsRouting, NeedsRouting, NeedsRouting, NotRenewable, InReview}},
        {prescriber(u"SMITH"_s, u"ALLEN B"_s, u"552GA"_s), {NeedsRouting, NeedsRouting}},
        {prescriber(u"REYES"_s, u"ANA"_s, u"552"_s), {NeedsRouting}},
        {prescriber(u"LEE"_s, u"MIN"_s, u"589"_s), {NeedsRouting}},
    };
    int number = 0;
    for (const Row &row : rows) {
        const auto stored = store::PrescriberRepository(connection).upsert(row.prescriber, u"test"_s);
        if (!stored)
            return failure(stored.error());
        for (const RenewalState state : row.states) {
            const auto added = store::RenewalRepository(connection).insert(renewal(*stored, ++number, state));
            if (!added)
                return failure(added.error());
        }
    }
    return store::ChangeRepository(connection).add(u"renewal"_s, u"*"_s);
}

Done seedRollout(store::Connection &connection)
{
    MetricSeries series;
    series.key = u"message_send_errors"_s;
    series.title = u"Message send errors"_s;
    series.unit = u"per hour"_s;
    series.source = u"simulated"_s;
    series.threshold = 5;
    series.points = {{dayOfRegion(), 1.5, 100.0},
                     {dayOfRegion().addSecs(3600), std::nullopt, std::nullopt},
                     {dayOfRegion().addSecs(7200), 2.5, 120.0}};
    if (const Done done = store::MetricRepository(connection).upsert(series); !done)
        return done;
    RolloutOverview plan;
    plan.toggle = QString::fromLatin1(renewalRequestToggle);
    plan.environment = u"demo"_s;
    plan.percent = 25;
    plan.readAt = dayOfRegion();
    plan.stages = {{u"A"_s, 1, dayOfRegion(), dayOfRegion()}, {u"B"_s, 25, dayOfRegion().addDays(2), {}}};
    return store::RolloutRepository(connection).storePlan(plan);
}
} // namespace

Done seedRegion(const QString &databaseUrl)
{
    const auto url = store::DatabaseUrl::parse(databaseUrl);
    if (!url)
        return failure(url.error());
    store::Database database(*url);
    if (const Done done = database.migrate(); !done)
        return done;
    const auto connection = database.connection();
    if (!connection)
        return failure(connection.error());
    auto transaction = store::Transaction::begin(**connection);
    if (!transaction)
        return failure(transaction.error());
    for (const auto seed : {seedTeams, seedRenewals, seedRollout}) {
        if (const Done done = seed(**connection); !done)
            return done;
    }
    return transaction->commit();
}

TestService::TestService(service::ServiceOptions options)
{
    using service::Role;
    options.databaseUrl = databaseUrl();
    options.tokens = {service::Access::everyRole(token(), u"tester"_s)};
    for (const Role role : {Role::Clinical, Role::PharmacyAdmin, Role::Product, Role::Admin}) {
        service::TokenEntry entry = service::Access::everyRole(token(role), toString(role));
        entry.roles = role;
        options.tokens.append(entry);
    }
    for (const QString &name : {u"Ann"_s, u"Bob"_s})
        options.tokens.append(service::Access::everyRole("test-token-of-" + name.toUtf8(), name));
    if (const Done done = seedRegion(options.databaseUrl); !done) {
        m_problem = done.error().text + u' ' + done.error().detail;
        return;
    }
    const auto endpoint = m_service.start(options);
    if (!endpoint)
        m_problem = endpoint.error().text + u' ' + endpoint.error().detail;
    else
        m_endpoint = *endpoint;
}

QString TestService::databaseUrl() const
{
    return u"sqlite:"_s + m_dir.filePath(u"renewal.db"_s);
}

QByteArray TestService::token(service::Role role)
{
    return "test-token-of-" + toString(role).toLatin1();
}

std::optional<RawAnswer> TestService::ask(const QByteArray &method, const QByteArray &target,
                                          const QByteArray &fields, const std::optional<QByteArray> &body,
                                          const QByteArray &asToken) const
{
    RawSocket socket(port());
    if (!socket.isConnected() || !socket.send(request(method, target, asToken, fields, body)))
        return std::nullopt;
    return socket.answer(method == "HEAD");
}

bool TestService::isWell() const
{
    const auto answer = ask("GET", "/api/v1/status");
    return answer && answer->status == 200;
}

QByteArray TestService::finishedReport(const QJsonObject &started) const
{
    const QByteArray id = started[u"id"].toString().toLatin1();
    QString state;
    const bool isOver = QTest::qWaitFor(
        [&] {
            const auto answer = ask("GET", "/api/v1/reports/" + id);
            state = answer ? QJsonDocument::fromJson(answer->body)[u"state"].toString() : QString();
            return !state.isEmpty() && state != u"queued" && state != u"running";
        },
        60'000);
    return isOver && state == u"finished" ? id : QByteArray();
}

} // namespace renewal::testing
