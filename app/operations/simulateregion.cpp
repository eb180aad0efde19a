// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/simulateregion.h"

#include "app/operations/simulatefolder.h"
#include "app/operations/simulatepatients.h"
#include "app/operations/simulatestatic.h"
#include "models/simulation/metrics.h"
#include "models/simulation/regionbuilder.h"
#include "models/simulation/rolloutplan.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace renewal::operations {

namespace {
constexpr qint64 patientsBetweenReports = 4'096;

QString metricFileName(const QString &key)
{
    return u"metrics_"_s + key + u".json"_s;
}

Done writeStatic(RegionFolder &folder, const simulation::Region &region, const simulation::Options &options)
{
    struct Content
    {
        QString name;
        QByteArray bytes;
    };
    QVector<Content> contents{
        {u"stations.json"_s, stationsFile(region)},
        {u"triage_teams.json"_s, careTeamsFile(region)},
        {u"prescribers.ndjson"_s, prescribersFile(region)},
        {u"rollout_plan.json"_s, rolloutPlanFile(simulation::simulateRollout(options))}};
    for (const simulation::SimulatedMetric &metric : simulation::simulateMetrics(region, options))
        contents.append({metricFileName(metric.key), metricFile(metric, options)});
    for (const Content &content : std::as_const(contents)) {
        if (auto done = folder.write(content.name, content.bytes); !done)
            return done;
    }
    return ok();
}

Done writePatients(PatientWriter &writer, simulation::PatientSource &source, qint64 total,
                   const SimulationProgress &progress)
{
    simulation::SimulatedPatient patient;
    qint64 done = 0;
    while (source.next(patient)) {
        if (auto written = writer.write(patient); !written)
            return written;
        ++done;
        if (progress && (done % patientsBetweenReports == 0 || done == total) && !progress(done, total)) {
            return failure(ErrorCode::Cancelled,
                           QCoreApplication::translate("simulate", "Stopped. Nothing was written."));
        }
    }
    return ok();
}
} // namespace

Result<SimulationReport> simulateRegion(const simulation::Tables &tables, const simulation::Options &options,
                                        const QString &folderPath, bool force,
                                        const SimulationProgress &progress)
{
    if (auto done = simulation::validate(options, tables); !done)
        return failure(done.error());
    RegionFolder folder(folderPath);
    if (auto done = folder.prepare(force); !done)
        return failure(done.error());

    const simulation::Region region = simulation::buildRegion(tables, options);
    SimulationReport report;
    report.stations = int(region.stations.size());
    report.careTeams = int(region.teams.size());
    report.prescribers = int(region.prescribers.size());
    if (auto done = writeStatic(folder, region, options); !done)
        return failure(done.error());

    PatientWriter writer(region, tables, options, report);
    if (auto done = writer.open(folder); !done)
        return failure(done.error());
    simulation::PatientSource source(region, tables, options);
    if (auto done = writePatients(writer, source, options.patients, progress); !done)
        return failure(done.error());

    if (auto done = folder.write(u"truth.csv"_s, truthFile(region, writer.patientCounts())); !done)
        return failure(done.error());
    // Last, so that whoever finds it finds the whole region.
    if (auto done = folder.write(u"meta.json"_s, metaFile(region, options, report)); !done)
        return failure(done.error());
    if (auto done = folder.commit(); !done)
        return failure(done.error());
    report.bytes = folder.bytes();
    return report;
}

QStringList simulatedFileNames()
{
    return {u"stations.json"_s,
            u"triage_teams.json"_s,
            u"prescribers.ndjson"_s,
            u"truth.csv"_s,
            u"rollout_plan.json"_s,
            metricFileName(u"renewal_messages_sent"_s),
            metricFileName(u"message_send_errors"_s),
            metricFileName(u"send_latency_p95"_s),
            metricFileName(u"renewals_begun"_s),
            metricFileName(u"no_care_team"_s),
            metricFileName(u"misrouted_renewals"_s),
            metricFileName(u"funnel_saw_link"_s),
            metricFileName(u"funnel_opened"_s),
            metricFileName(u"funnel_chose_care_team"_s),
            metricFileName(u"funnel_prefilled"_s),
            metricFileName(u"funnel_sent"_s),
            metricFileName(u"csat_score"_s),
            metricFileName(u"csat_answers"_s),
            u"prescriptions.ndjson"_s,
            u"patient_triage_teams.ndjson"_s,
            u"renewal_history.ndjson"_s,
            u"renewal_messages.ndjson"_s,
            u"meta.json"_s};
}

} // namespace renewal::operations
