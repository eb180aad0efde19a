// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/cutovers.h"
#include "app/operations/systemclock.h"
#include "app/service/routetable.h"
#include "app/store/correlationrepository.h"
#include "app/store/database.h"
#include "tests/service/jsonschema.h"
#include "tests/service/testservice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
/// What a path's placeholders are filled with, one value for each.
struct Fill
{
    const char *path;
    const char *filled;
};

/// The walk's answers to "which one?": paths that need more than a 1.
constexpr Fill fills[] = {
    {"/api/v1/metrics/{key}", "/api/v1/metrics/message_send_errors"},
    {"/api/v1/renewals/triage/{batch}/undo", "/api/v1/renewals/triage/%BATCH%/undo"},
    {"/api/v1/rollout/sign-offs/{discipline}", "/api/v1/rollout/sign-offs/ux_research"},
    {"/api/v1/jobs/{jobId}", "/api/v1/jobs/%JOB%"},
    {"/api/v1/reports/{reportId}", "/api/v1/reports/%REPORT%"},
    {"/api/v1/reports/{reportId}/content", "/api/v1/reports/%REPORT%/content"},
    {"/api/v1/imports/{id}", "/api/v1/imports/%IMPORT%"},
    {"/api/v1/imports/{id}/pieces/{piece}", "/api/v1/imports/%IMPORT%/pieces/0"},
    {"/api/v1/cut-overs/{id}/withdrawal", "/api/v1/cut-overs/2/withdrawal"},
    {"/api/v1/imports/{id}/finish", "/api/v1/imports/%IMPORT%/finish"},
    {"/api/v1/imports/{id}/set-aside", "/api/v1/imports/%IMPORT%/set-aside"},
};

/// A day for station 552, so that there are pools to confirm; the walk enters one for 589.
bool enterCutOver(const QString &databaseUrl)
{
    store::Database database(*store::DatabaseUrl::parse(databaseUrl));
    const auto connection = database.connection();
    const operations::SystemClock clock;
    return connection && operations::CutOvers(**connection, clock)
                             .enter({u"552"_s, clock.now().date().addDays(40), {}}, u"steward"_s);
}

/// A link of matching, so that there is something to review.
bool linkReyes(const QString &databaseUrl)
{
    store::Database database(*store::DatabaseUrl::parse(databaseUrl));
    const auto connection = database.connection();
    if (!connection)
        return false;
    store::CorrelationRepository correlations(**connection);
    auto link = correlations.current({3});
    if (!link)
        return false;
    link->status = CorrelationStatus::Automatic;
    link->careTeam = {1002};
    link->validFrom = QDateTime::currentDateTimeUtc();
    CandidateSet set{{3}, {{{1002}, u"Team"_s, 0.99, {}}}, 0.01, u"evidence-1"_s, true, {}};
    return correlations.storeCandidates({set}) &&
           correlations.store(*link, {link->validFrom, u"matching"_s, u"correlation.matched"_s, {}});
}

/// A message that got stuck.
bool addDeadLetter(const QString &databaseUrl)
{
    store::Database database(*store::DatabaseUrl::parse(databaseUrl));
    const auto connection = database.connection();
    return connection &&
           (*connection)
               ->run(u"INSERT INTO outbox (parent_station, renewal_id, care_team, care_team_name, send_key, "
                     "state, queued_at, due_at, code) "
                     "VALUES ('552', 7, 1002, 'Team', 'k', 'dead_letter', 1, 1, 'SM119')"_s);
}

/// Walks in this order, so that what one step makes the next one finds.
QStringList walkOrder(const YAML::Node &paths)
{
    QStringList first{u"post /api/v1/matching"_s,
                      u"post /api/v1/imports"_s,
                      u"get /api/v1/imports/{id}"_s,
                      u"put /api/v1/imports/{id}/pieces/{piece}"_s,
                      u"post /api/v1/imports/{id}/finish"_s,
                      u"post /api/v1/renewals/triage"_s,
                      u"post /api/v1/renewals/triage/{batch}/undo"_s,
                      u"post /api/v1/cut-overs"_s,
                      u"post /api/v1/cut-overs/{id}/choices"_s,
                      u"post /api/v1/cut-overs/{id}/choices/undo"_s,
                      u"get /api/v1/outbox"_s,
                      u"post /api/v1/outbox/{id}/repair"_s,
                      u"post /api/v1/reviews"_s,
                      u"get /api/v1/reviews/{id}"_s,
                      u"put /api/v1/reviews/{id}/verdict"_s,
                      u"put /api/v1/prescribers/{id}/correlation"_s,
                      u"post /api/v1/prescribers/{id}/correlation/undo"_s};
    QStringList all = first;
    for (const auto &path : paths) {
        for (const auto &operation : path.second) {
            const QString step = QString::fromStdString(operation.first.as<std::string>() + ' ' +
                                                        path.first.as<std::string>());
            if (!all.contains(step))
                all << step;
        }
    }
    return all;
}
} // namespace

/// Holds the service to resources/openapi.yaml: every path and method of it is asked, every answer is checked
/// against its schema, and the route table has nothing that the contract has not.
class TestOpenApi : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyOperationAnswersAsWritten_data();
    void everyOperationAnswersAsWritten();
    void everyOperationRefusesAsWritten_data() { everyOperationAnswersAsWritten_data(); }
    void everyOperationRefusesAsWritten();
    void headAndOtherMethods_data();
    void headAndOtherMethods();
    void tableAndContractAgree();
    void servedContractIsTheFile();

private:
    QByteArray filled(const QString &path) const;
    QByteArray fieldsOf(const QString &method, const QString &path, const YAML::Node &operation) const;
    std::optional<QByteArray> bodyOf(const QString &method, const YAML::Node &operation) const;
    void checkAnswer(const YAML::Node &operation, const RawAnswer &answer) const;
    void remember(const QString &step, const RawAnswer &answer);

    YAML::Node m_document;
    std::unique_ptr<TestService> m_service;
    QByteArray m_job = "none";
    QByteArray m_import = "1";
    QByteArray m_batch = "1";
    QByteArray m_report = "none";
};

void TestOpenApi::initTestCase()
{
    m_document = YAML::LoadFile(RENEWAL_SOURCE_DIR "/resources/openapi.yaml");
    service::ServiceOptions options;
    options.requestBurst = 4000; // the walk asks everything, and again
    m_service = std::make_unique<TestService>(options);
    QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
    QVERIFY(linkReyes(m_service->databaseUrl()));
    QVERIFY(enterCutOver(m_service->databaseUrl()));
    QVERIFY(addDeadLetter(m_service->databaseUrl()));
}

QByteArray TestOpenApi::filled(const QString &path) const
{
    QByteArray result = path.toLatin1();
    for (const Fill &fill : fills) {
        if (result == fill.path)
            result = fill.filled;
    }
    return result.replace("%JOB%", m_job)
        .replace("%IMPORT%", m_import)
        .replace("%REPORT%", m_report)
        .replace("%BATCH%", m_batch)
        .replace("{id}", "1");
}

QByteArray TestOpenApi::fieldsOf(const QString &method, const QString &path,
                                 const YAML::Node &operation) const
{
    QByteArray fields;
    for (const YAML::Node &parameter :
         operation["parameters"] ? operation["parameters"] : YAML::Node(YAML::NodeType::Sequence)) {
        const std::string name = JsonSchema(m_document).resolved(parameter)["name"].as<std::string>();
        if (name == "If-Match")
            fields += "If-Match: " + m_service->ask("GET", "/api/v1/prescribers/1")->value("etag") + "\r\n";
        if (name == "Idempotency-Key")
            fields += "Idempotency-Key: " + method.toLatin1() + path.toLatin1() + "\r\n";
    }
    if (operation["requestBody"]) {
        const std::string type = operation["requestBody"]["content"].begin()->first.as<std::string>();
        fields += "Content-Type: " + QByteArray::fromStdString(type) + "\r\n";
    }
    return fields;
}

std::optional<QByteArray> TestOpenApi::bodyOf(const QString &method, const YAML::Node &operation) const
{
    if (!operation["requestBody"])
        return method == "get"_L1 ? std::nullopt : std::optional(QByteArray());
    const std::string id = operation["operationId"].as<std::string>();
    if (id == "decideCorrelation")
        return R"({"decision":"link","triageTeamId":1001,"note":"by phone"})";
    if (id == "previewCorrelation")
        return R"({"decision":"external"})";
    if (id == "triageRenewals")
        return R"({"action":"assign","renewals":[{"id":6,"version":1}],"assignee":"tester"})";
    if (id == "revealPatient")
        return R"({"reason":"Calling the Veteran back"})";
    if (id == "repairEarlierOutbox")
        return R"({"action":"sent","note":"seen to"})";
    if (id == "repairOutbox")
        return R"({"version":1,"action":"retry","note":"by phone"})";
    if (id == "drawReview")
        return R"({"size":10})";
    if (id == "judgeReview")
        return R"({"verdict":"none","note":"by phone"})";
    if (id == "setThreshold")
        return R"({"probability":0.97,"marginBits":4,"reason":"all were right","version":0})";
    if (id == "previewThreshold")
        return R"({"probability":0.9,"marginBits":4})";
    if (QStringList{u"signOff"_s, u"decideStep"_s, u"setSteeringMode"_s}.contains(QString::fromStdString(id)))
        return R"({"stage":"B","given":true,"note":"interviews done","kind":"off","dryRun":true,"version":0})";
    if (id == "beginImport")
        return R"({"fileName":"teams.csv"})";
    if (id == "enterCutOver" || id == "previewCutOver")
        return R"({"parentStation":"589","date":")" +
               QDate::currentDate().addDays(50).toString(Qt::ISODate).toLatin1() + R"("})";
    if (id == "withdrawCutOver")
        return R"({"version":1,"reason":"postponed"})";
    if (id == "giveCrosswalk")
        return "1002,4711\n";
    if (id == "confirmPools")
        return R"({"version":1,"choices":[{"oldTeam":1002,"pool":null}]})";
    if (id == "takeBackPools")
        return R"({"version":2,"choices":[{"oldTeam":1002}]})";
    if (id == "takeDecisions" || id == "previewDecisions")
        return "id,station,prescriber,decision\n1,552,nobody,external\n";
    if (id == "putPiece")
        return "triageTeamId,name,stationNumber\n2009,CLEVELAND: Podiatry,589\n";
    return R"({"station":"589","toggle":"mhv_secure_messaging_medications_renewal_request"})"; // not 552
}

void TestOpenApi::everyOperationAnswersAsWritten_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    const QStringList steps = walkOrder(m_document["paths"]);
    for (const QString &step : steps)
        QTest::newRow(qPrintable(step)) << step.section(u' ', 0, 0) << step.section(u' ', 1);
}

void TestOpenApi::checkAnswer(const YAML::Node &operation, const RawAnswer &answer) const
{
    const JsonSchema schema(m_document);
    const std::string status = std::to_string(answer.status);
    const YAML::Node response = schema.resolved(operation["responses"][status]);
    QVERIFY2(response.IsMap(), qPrintable(u"%1 is not in the contract"_s.arg(answer.status)));
    for (const auto &header : response["headers"] ? response["headers"] : YAML::Node(YAML::NodeType::Map))
        QVERIFY(!answer.value(QByteArray::fromStdString(header.first.as<std::string>()).toLower()).isEmpty());
    if (!response["content"]) {
        QVERIFY(answer.body.isEmpty());
        return;
    }
    const QByteArray type = answer.value("content-type").split(';').first();
    const YAML::Node content = response["content"][type.toStdString()];
    QVERIFY2(content, type);
    if (!type.endsWith("json"))
        return;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    const QStringList wrong = schema.check(content["schema"], document.object());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestOpenApi::remember(const QString &step, const RawAnswer &answer)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    if (step == "post /api/v1/matching"_L1)
        m_job = json[u"id"].toString().toLatin1();
    if (step == "post /api/v1/renewals/triage"_L1)
        m_batch = json[u"batch"].toString().toLatin1();
    if (step == "post /api/v1/reports/throughput"_L1)
        m_report = m_service->finishedReport(json);
    if (step == "post /api/v1/imports"_L1)
        m_import = QByteArray::number(json[u"id"].toInteger());
}

void TestOpenApi::everyOperationAnswersAsWritten()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    const YAML::Node operation = m_document["paths"][path.toStdString()][method.toStdString()];
    const auto answer = m_service->ask(method.toUpper().toLatin1(), filled(path),
                                       fieldsOf(method, path, operation), bodyOf(method, operation));
    QVERIFY(answer);
    QVERIFY2(answer->status < 300, answer->body);
    checkAnswer(operation, *answer);
    remember(method + u' ' + path, *answer);
}

void TestOpenApi::everyOperationRefusesAsWritten()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    const YAML::Node operation = m_document["paths"][path.toStdString()][method.toStdString()];
    if (operation["security"])
        return; // nobody is refused here
    const auto nobody = m_service->ask(method.toUpper().toLatin1(), filled(path), {}, QByteArray(), {});
    QVERIFY(nobody);
    QCOMPARE(nobody->status, 401);
    checkAnswer(operation, *nobody);
    if (operation["requestBody"]) {
        const auto wrongType =
            m_service->ask(method.toUpper().toLatin1(), filled(path), "Content-Type: text/xml\r\n", "<a/>");
        QVERIFY(wrongType);
        QCOMPARE(wrongType->status, 415);
        checkAnswer(operation, *wrongType);
    }
    if (path.contains(u"{id}"_s)) {
        QByteArray none = filled(path);
        none.replace("/" + (path.contains(u"imports"_s) ? m_import : QByteArray("1")), "/987654321");
        const QByteArray fields =
            fieldsOf(method, path, operation).replace("Idempotency-Key: ", "Idempotency-Key: none-");
        const auto missing =
            m_service->ask(method.toUpper().toLatin1(), none, fields, bodyOf(method, operation));
        QVERIFY(missing);
        QCOMPARE(missing->status, 404);
        checkAnswer(operation, *missing);
    }
}

void TestOpenApi::headAndOtherMethods_data()
{
    QTest::addColumn<QString>("path");
    for (const auto &path : m_document["paths"])
        QTest::newRow(path.first.as<std::string>().c_str())
            << QString::fromStdString(path.first.as<std::string>());
}

void TestOpenApi::headAndOtherMethods()
{
    QFETCH(QString, path);
    QStringList allowed;
    for (const auto &operation : m_document["paths"][path.toStdString()])
        allowed << QString::fromStdString(operation.first.as<std::string>()).toUpper();
    for (const char *method : {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"}) {
        if (allowed.contains(QLatin1StringView(method)))
            continue;
        const auto answer = m_service->ask(method, filled(path), {}, QByteArray());
        QVERIFY(answer);
        QCOMPARE(answer->status, 405);
        for (const QString &word : std::as_const(allowed))
            QVERIFY(answer->value("allow").contains(word.toLatin1()));
    }
    const auto head = m_service->ask("HEAD", filled(path));
    QVERIFY(head);
    QCOMPARE(head->status, allowed.contains(u"GET"_s) ? 200 : 405);
    QVERIFY(head->body.isEmpty());
    if (head->status == 200)
        QVERIFY(head->value("content-length").toInt() > 0);
}

void TestOpenApi::tableAndContractAgree()
{
    QSet<QString> written;
    for (const auto &path : m_document["paths"]) {
        for (const auto &operation : path.second) {
            QStringList roles;
            for (const YAML::Node &role : operation.second["x-roles"])
                roles << QString::fromStdString(role.as<std::string>());
            roles.sort();
            written << QString::fromStdString(operation.first.as<std::string>()).toUpper() + u' ' +
                           QString::fromStdString(path.first.as<std::string>()) + u' ' + roles.join(u',');
        }
    }
    QSet<QString> built;
    for (const service::Route &route : service::routes()) {
        QStringList roles;
        for (const auto role : {service::Role::Clinical, service::Role::PharmacyAdmin, service::Role::Product,
                                service::Role::Admin}) {
            if (route.roles & role)
                roles << service::toString(role);
        }
        roles.sort();
        built << QString::fromLatin1(route.method) + u' ' + QString::fromLatin1(route.pattern) + u' ' +
                     roles.join(u',');
    }
    QCOMPARE(built - written, QSet<QString>());
    QCOMPARE(written - built, QSet<QString>());
}

void TestOpenApi::servedContractIsTheFile()
{
    QFile file(QStringLiteral(RENEWAL_SOURCE_DIR "/resources/openapi.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(m_service->ask("GET", "/api/v1/openapi.yaml", {}, {}, {})->body, file.readAll());
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
