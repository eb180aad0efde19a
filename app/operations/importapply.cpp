// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importapply.h"

#include "app/operations/importcorrelations.h"
#include "app/operations/importedstations.h"
#include "app/operations/importrenewals.h"
#include "app/operations/importsetaside.h"
#include "app/operations/stagingwriter.h"
#include "app/operations/stalelinks.h"
#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/decisionlock.h"
#include "app/store/dialect.h"
#include "app/store/migrationscript.h"
#include "app/store/renewalload.h"
#include "app/store/renewalrepository.h"
#include "app/store/rolloutrepository.h"
#include "app/store/transaction.h"
#include "models/rest/restrollout.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(importLog, "renewal.import", QtInfoMsg)

QString tr(const char *text)
{
    return QCoreApplication::translate("Importer", text);
}

/// "patient_team" -> "patientTeam".
QString camelCase(const QString &table)
{
    QString name;
    for (const QString &word : table.split(u'_'))
        name += name.isEmpty() ? word : word.left(1).toUpper() + word.mid(1);
    return name;
}

FlipperFeature flipperFeature(const QJsonObject &json)
{
    FlipperFeature feature;
    feature.key = json.value("key"_L1).toString();
    feature.state = json.value("state"_L1).toString();
    feature.boolean = json.value("boolean"_L1).toBool();
    feature.actorCount = json.value("actorCount"_L1).toInt();
    if (json.contains("percentageOfActors"_L1))
        feature.percentageOfActors = json.value("percentageOfActors"_L1).toDouble();
    if (json.contains("percentageOfTime"_L1))
        feature.percentageOfTime = json.value("percentageOfTime"_L1).toDouble();
    for (const QJsonValue group : json.value("groups"_L1).toArray())
        feature.groups.append(group.toString());
    return feature;
}
} // namespace

ImportApply::ImportApply(store::Connection &connection, store::Import &import, const QDateTime &now,
                         const ImportRequest &request, std::function<bool()> goOn)
    : m_connection(connection)
    , m_import(import)
    , m_now(now)
    , m_actor(request.actor.isEmpty() ? u"import"_s : request.actor)
    , m_goOn(std::move(goOn))
    , m_figures(connection, request.replaceFigures)
{
}

Done ImportApply::run()
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (auto mine = claim(); !mine)
        return mine;
    using Step = std::function<Done()>;
    const auto script = [this](const QString &name) {
        return Step([this, name] { return runScript(name); });
    };
    const Step steps[] = {script(u"10_station"_s),
                          script(u"20_care_team"_s),
                          script(u"30_prescriber"_s),
                          script(u"32_homonyms"_s),
                          [this] { return ImportSetAside(m_connection, m_import).addUnknown(); },
                          script(u"40_prescribed"_s),
                          script(u"50_patient_team"_s),
                          script(u"60_past_route"_s),
                          script(u"70_prescription"_s),
                          [this] { return storeOthers(); },
                          [this] { return storeLinks(); },
                          script(u"80_message"_s),
                          script(u"90_request"_s),
                          script(u"92_asking"_s),
                          [this] { return storeRenewals(); },
                          [this] { return findStations(); },
                          [this] { return record(); }};
    QElapsedTimer timer;
    timer.start();
    int number = 0;
    for (const Step &step : steps) {
        if (auto stopped = checkCancelled(); !stopped)
            return stopped;
        if (auto done = step(); !done)
            return done;
        qCDebug(importLog, "step %d done after %lld ms", ++number, static_cast<long long>(timer.elapsed()));
    }
    return transaction->commit();
}

/// Holds the import's row to the end of the transaction: another import that starts meanwhile may not clear
/// what is being stored here, and one that did so before is noticed.
Done ImportApply::claim()
{
    const auto claimed = m_connection.run(
        u"UPDATE import SET finished_at = NULL WHERE id = ? AND state = 'staging'"_s, {m_import.id.value});
    if (!claimed)
        return failure(claimed.error());
    if (*claimed == 0)
        return failure(
            ErrorCode::Conflict,
            tr("Another import began before this one was stored, so nothing of it went in. Import again."));
    return ok();
}

Done ImportApply::checkCancelled() const
{
    return m_goOn() ? ok() : Done(failure(ErrorCode::Cancelled, tr("The import was cancelled.")));
}

/// Runs a file of resources/sql/apply; every `?` is the import's number.
Done ImportApply::runScript(const QString &name)
{
    QFile file(u":/sql/apply/"_s + name + u".sql"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, tr("The program is incomplete; install it again."),
                       file.fileName());
    const QStringList statements =
        store::migrationStatements(QString::fromUtf8(file.readAll()), m_connection.dialect().name());
    static const QRegularExpression target(u"^INSERT INTO (\\w+)"_s);
    for (const QString &statement : statements) {
        const QVariantList values(statement.count(u'?'), QVariant(m_import.id.value));
        const auto changed = m_connection.run(statement, values);
        if (!changed)
            return failure(changed.error());
        const QString table = target.match(statement).captured(1);
        if (!table.isEmpty() && !table.startsWith(u"staging"_s))
            m_rows[table] += *changed;
    }
    return ok();
}

Done ImportApply::storeOthers()
{
    struct Other
    {
        qint64 seq;
        QString kind;
        QByteArray document;
    };
    const auto documents = m_connection.rows<Other>(
        u"SELECT seq, kind, document FROM staging_other WHERE import_id = ? ORDER BY seq"_s,
        {m_import.id.value}, [](const store::Row &row) {
            return Other{row.number(0), row.text(1), row.text(2).toUtf8()};
        });
    if (!documents)
        return failure(documents.error());
    for (const auto &[seq, kind, document] : *documents) {
        if (auto stored = storeOther(kind, document); !stored)
            return stored;
        if (kind == "metric"_L1 || kind == "rollout"_L1)
            m_figures.addFile(StagingPlace::fileOf(seq));
    }
    return storeFigures();
}

Done ImportApply::storeOther(const QString &kind, const QByteArray &document)
{
    const QJsonObject json = QJsonDocument::fromJson(document).object();
    store::RolloutRepository rollout(m_connection);
    ++m_rows[kind == u"metric"_s    ? u"metric_series"_s
             : kind == u"rollout"_s ? u"rollout_plan"_s
                                    : u"feature_toggle"_s];
    if (kind == u"toggle"_s)
        return rollout.upsert(
            FeatureToggle{json.value("name"_L1).toString(), json.value("value"_L1).toBool()}, m_now);
    if (kind == u"flipper"_s)
        return rollout.upsert(flipperFeature(json), m_now);
    if (kind == u"rollout"_s) {
        RolloutOverview plan;
        if (auto read = fromJson(json, plan); !read)
            return read;
        plan.readAt = m_now;
        m_figures.add(plan);
        return ok();
    }
    MetricSeries series;
    if (auto read = fromJson(json, series); !read)
        return read;
    m_figures.add(series);
    return ok();
}

Done ImportApply::storeFigures()
{
    if (auto stored = m_figures.store(); !stored)
        return stored;
    if (m_figures.outcome().kept.isEmpty())
        return ok();
    m_rows.remove(u"metric_series"_s);
    m_rows.remove(u"rollout_plan"_s);
    // They did not go in, so the same content is not "already here" when it comes again.
    for (store::ImportFile &file : m_import.files) {
        if (!figures().files.contains(file.number))
            continue;
        file.state = u"kept"_s;
        file.taken = 0;
    }
    return ok();
}

/// Links of a correlations file; then those end whose care team this import closed or whose name it found to
/// be two people's, before any renewal is worked out.
Done ImportApply::storeLinks()
{
    if (auto locked = store::lockDecisions(m_connection); !locked)
        return locked;
    ImportCorrelations correlations(m_connection, m_import, m_now, m_actor);
    const auto stored = correlations.store();
    if (!stored)
        return failure(stored.error());
    m_rows[u"correlation"_s] += *stored;
    for (const QString &station : correlations.stations())
        m_correlatedStations.insert(station);
    const auto stale = StaleLinks(m_connection, m_now, m_actor).end();
    if (!stale)
        return failure(stale.error());
    for (const QString &station : *stale)
        m_correlatedStations.insert(station);
    return ok();
}

Done ImportApply::storeRenewals()
{
    ImportRenewals renewals(m_connection, m_import.id, m_now);
    const auto staged = renewals.stage(m_goOn);
    if (!staged)
        return failure(staged.error());
    auto load = store::RenewalLoad::begin(m_connection, *staged);
    if (!load)
        return failure(load.error());
    if (auto told = recordAnswers(); !told)
        return told;
    if (auto stored = runScript(u"95_renewal"_s); !stored)
        return stored;
    if (auto finished = load->finish(); !finished)
        return finished;
    store::RenewalRepository repository(m_connection);
    QStringList stations(m_correlatedStations.cbegin(), m_correlatedStations.cend());
    stations.sort();
    for (const QString &station : stations) {
        if (const auto moved = repository.moveStation(station); !moved)
            return failure(moved.error());
    }
    return ok();
}

/// A renewal that the Veteran was asked about and that comes back is a step of its own in its history.
Done ImportApply::recordAnswers()
{
    const auto back = m_connection.rows<std::pair<qint64, QString>>(
        u"SELECT r.id, s.state FROM staging_renewal s JOIN renewal r ON r.parent_station = s.parent_station "
        "AND r.ehr = s.ehr AND r.patient_key = s.patient_key AND r.prescription_id = s.prescription_id "
        "WHERE s.import_id = ? AND s.has_news = 1 AND r.state = 'returned' ORDER BY r.id"_s,
        {m_import.id.value}, [](const store::Row &row) { return std::pair(row.number(0), row.text(1)); });
    if (!back)
        return failure(back.error());
    store::AuditRepository audit(m_connection);
    for (const auto &[id, state] : *back) {
        AuditEvent event;
        event.at = m_now;
        event.actor = m_actor;
        event.action = u"renewal.answered"_s;
        event.subject = u"renewal/%1"_s.arg(id);
        event.note = tr("The Veteran wrote again, so it is back in the queue.");
        event.before = uR"({"state":"returned"})"_s;
        event.after = uR"({"state":"%1"})"_s.arg(state);
        if (const auto appended = audit.append(event); !appended)
            return failure(appended.error());
    }
    return ok();
}

Done ImportApply::findStations()
{
    static const QString tables[] = {u"care_team"_s, u"prescriber"_s, u"prescriber_source"_s, u"prescribed"_s,
                                     u"patient_team"_s};
    if (std::ranges::all_of(tables, [this](const QString &table) { return m_rows.value(table) == 0; }))
        return ok();
    const auto stations = importedStations(m_connection, m_import.id);
    if (!stations)
        return failure(stations.error());
    m_stations = *stations;
    return ok();
}

/// Files, import, change log and audit entry; last, as their rows are what other writers wait for.
Done ImportApply::record()
{
    store::ImportRepository imports(m_connection);
    for (const store::ImportFile &file : std::as_const(m_import.files)) {
        if (auto updated = imports.updateFile(m_import.id, file); !updated)
            return updated;
    }
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        if (it.value() > 0)
            m_import.counts.insert(camelCase(it.key()), it.value());
    }
    m_import.state = u"applied"_s;
    m_import.finishedAt = m_now;
    if (auto updated = imports.update(m_import); !updated)
        return updated;
    const QString subject = u"import/%1"_s.arg(m_import.id.value);
    static const std::pair<const char *, const char *> kinds[] = {
        {"renewal", "renewal"},       {"prescriber", "prescriber"}, {"correlation", "prescriber"},
        {"care_team", "care_team"},   {"metric_series", "rollout"}, {"rollout_plan", "rollout"},
        {"feature_toggle", "rollout"}};
    store::ChangeRepository changes(m_connection);
    for (const auto &[table, kind] : kinds) {
        if (m_rows.value(QString::fromLatin1(table)) == 0)
            continue;
        if (auto added = changes.add(QString::fromLatin1(kind), u"*"_s); !added)
            return added;
    }
    if (auto added = changes.add(u"import"_s, subject); !added)
        return added;
    QJsonObject after = m_import.counts;
    if (!figures().kept.isEmpty())
        after.insert(u"figuresKept"_s, QJsonArray::fromStringList(figures().kept));
    if (!figures().replaced.isEmpty())
        after.insert(u"figuresReplaced"_s, QJsonArray::fromStringList(figures().replaced));
    AuditEvent event;
    event.at = m_now;
    event.actor = m_actor;
    event.action = u"import.finished"_s;
    event.subject = subject;
    event.after = QString::fromUtf8(QJsonDocument(after).toJson(QJsonDocument::Compact));
    const auto appended = store::AuditRepository(m_connection).append(event);
    return appended ? ok() : Done(failure(appended.error()));
}

} // namespace renewal::operations
