// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/routetable.h"

#include "app/service/handlers.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace renewal::service {

namespace {
constexpr Roles anyRole = Roles(Role::Clinical) | Role::PharmacyAdmin | Role::Product | Role::Admin;
constexpr Roles care = Roles(Role::Clinical) | Role::PharmacyAdmin | Role::Admin;
constexpr Roles keepers = Roles(Role::PharmacyAdmin) | Role::Admin;
constexpr Roles rollout = Roles(Role::Product) | Role::PharmacyAdmin | Role::Admin;
constexpr Roles nobodyAsked = Roles();

// clang-format off
const Route table[] = {
    {"GET",    "/api/v1/renewals",                             care,        BodyKind::None,  handlers::listRenewals},
    {"GET",    "/api/v1/renewals/counts",                      care,        BodyKind::None,  handlers::countRenewals},
    {"GET",    "/api/v1/renewals/choices",                     care,        BodyKind::None,  handlers::listFilterChoices},
    {"POST",   "/api/v1/renewals/triage",                      care,        BodyKind::Json,  handlers::triageRenewals},
    {"POST",   "/api/v1/renewals/triage/{batch}/undo",         care,        BodyKind::None,  handlers::undoTriage},
    {"GET",    "/api/v1/staff",                                care,        BodyKind::None,  handlers::listStaff},
    {"GET",    "/api/v1/renewals/{id}",                        care,        BodyKind::None,  handlers::readRenewal},
    {"POST",   "/api/v1/renewals/{id}/reveal",                 care,        BodyKind::Json,  handlers::revealPatient},
    {"POST",   "/api/v1/reports/throughput",                   care,        BodyKind::Json,  handlers::startThroughput},
    {"POST",   "/api/v1/reports/renewals",                     care,        BodyKind::Json,  handlers::startExport},
    {"GET",    "/api/v1/reports/{reportId}",                   care,        BodyKind::None,  handlers::readReport},
    {"DELETE", "/api/v1/reports/{reportId}",                   care,        BodyKind::None,  handlers::cancelReport},
    {"GET",    "/api/v1/reports/{reportId}/content",           care,        BodyKind::None,  handlers::readReportContent},
    {"GET",    "/api/v1/prescribers",                          care,        BodyKind::None,  handlers::listPrescribers},
    {"GET",    "/api/v1/prescribers/{id}",                     care,        BodyKind::None,  handlers::readPrescriber},
    {"PUT",    "/api/v1/prescribers/{id}/correlation",         care,        BodyKind::Json,  handlers::decideCorrelation},
    {"POST",   "/api/v1/prescribers/{id}/correlation/preview", care,        BodyKind::Json,  handlers::previewCorrelation},
    {"POST",   "/api/v1/prescribers/{id}/correlation/undo",    care,        BodyKind::None,  handlers::undoCorrelation},
    {"GET",    "/api/v1/prescribers/{id}/teams",               care,        BodyKind::None,  handlers::listTeamChoices},
    {"GET",    "/api/v1/care-teams",                           care,        BodyKind::None,  handlers::listCareTeams},
    {"GET",    "/api/v1/find",                                 care,        BodyKind::None,  handlers::findAnything},
    {"GET",    "/api/v1/correlations/export",                  care,        BodyKind::None,  handlers::exportCorrelations},
    {"GET",    "/api/v1/correlations/workbook",                care,        BodyKind::None,  handlers::exportWorkbook},
    {"POST",   "/api/v1/correlations/decisions",               care,        BodyKind::Csv,   handlers::takeDecisions},
    {"POST",   "/api/v1/correlations/decisions/preview",       care,        BodyKind::Csv,   handlers::previewDecisions},
    {"GET",    "/api/v1/matching/quality",                     care,        BodyKind::None,  handlers::readMatchingQuality},
    {"GET",    "/api/v1/stations",                             anyRole,     BodyKind::None,  handlers::listStations},
    {"GET",    "/api/v1/metrics",                              rollout,     BodyKind::None,  handlers::listMetrics},
    {"GET",    "/api/v1/metric-feeds",                         rollout,     BodyKind::None,  handlers::listMetricFeeds},
    {"GET",    "/api/v1/metrics/{key}",                        rollout,     BodyKind::None,  handlers::readMetric},
    {"GET",    "/api/v1/rollout",                              rollout,     BodyKind::None,  handlers::readRollout},
    {"PUT",    "/api/v1/rollout/sign-offs/{discipline}",       rollout,     BodyKind::Json,  handlers::signOff},
    {"GET",    "/api/v1/rollout/steering",                     rollout,     BodyKind::None,  handlers::readSteering},
    {"PUT",    "/api/v1/rollout/steering/mode",                rollout,     BodyKind::Json,  handlers::setSteeringMode},
    {"POST",   "/api/v1/rollout/steering/drift-accepted",      rollout,     BodyKind::Json,  handlers::acceptDrift},
    {"POST",   "/api/v1/rollout/steps",                        rollout,     BodyKind::Json,  handlers::decideStep},
    {"GET",    "/api/v1/audit",                                anyRole,     BodyKind::None,  handlers::listAudit},
    {"GET",    "/api/v1/audit/export",                         anyRole,     BodyKind::None,  handlers::exportAudit},
    {"POST",   "/api/v1/audit/verification",                   keepers,     BodyKind::None,  handlers::startVerification},
    {"GET",    "/api/v1/changes",                              anyRole,     BodyKind::None,  handlers::listChanges},
    {"GET",    "/api/v1/status",                               anyRole,     BodyKind::None,  handlers::readStatus},
    {"POST",   "/api/v1/matching",                             keepers,     BodyKind::Json,  handlers::startMatching},
    {"GET",    "/api/v1/jobs/{jobId}",                         anyRole,     BodyKind::None,  handlers::readJob},
    {"DELETE", "/api/v1/jobs/{jobId}",                         keepers,     BodyKind::None,  handlers::cancelJob},
    {"POST",   "/api/v1/imports",                              keepers,     BodyKind::Json,  handlers::beginImport},
    {"GET",    "/api/v1/imports",                              keepers,     BodyKind::None,  handlers::listImports},
    {"GET",    "/api/v1/imports/{id}",                         keepers,     BodyKind::None,  handlers::readImport},
    {"DELETE", "/api/v1/imports/{id}",                         keepers,     BodyKind::None,  handlers::cancelImport},
    {"GET",    "/api/v1/imports/{id}/set-aside",               keepers,     BodyKind::None,  handlers::listSetAside},
    {"PUT",    "/api/v1/imports/{id}/pieces/{piece}",          keepers,     BodyKind::Bytes, handlers::putPiece},
    {"POST",   "/api/v1/imports/{id}/finish",                  keepers,     BodyKind::None,  handlers::finishImport},
    {"GET",    "/api/v1/reviews",                              care,        BodyKind::None,  handlers::listReviews},
    {"POST",   "/api/v1/reviews",                              keepers,     BodyKind::Json,  handlers::drawReview},
    {"GET",    "/api/v1/reviews/{id}",                         care,        BodyKind::None,  handlers::readReview},
    {"PUT",    "/api/v1/reviews/{id}/verdict",                 care,        BodyKind::Json,  handlers::judgeReview},
    {"GET",    "/api/v1/matching/report",                      care,        BodyKind::None,  handlers::readQualityReport},
    {"GET",    "/api/v1/matching/threshold",                   care,        BodyKind::None,  handlers::readThresholds},
    {"PUT",    "/api/v1/matching/threshold",                   keepers,     BodyKind::Json,  handlers::setThreshold},
    {"POST",   "/api/v1/matching/threshold/preview",           care,        BodyKind::Json,  handlers::previewThreshold},
    {"GET",    "/api/v1/cut-overs",                           care,        BodyKind::None,  handlers::listCutOvers},
    {"POST",   "/api/v1/cut-overs",                           keepers,     BodyKind::Json,  handlers::enterCutOver},
    {"POST",   "/api/v1/cut-overs/preview",                   keepers,     BodyKind::Json,  handlers::previewCutOver},
    {"GET",    "/api/v1/cut-overs/{id}",                      care,        BodyKind::None,  handlers::readCutOver},
    {"POST",   "/api/v1/cut-overs/{id}/withdrawal",           keepers,     BodyKind::Json,  handlers::withdrawCutOver},
    {"PUT",    "/api/v1/cut-overs/{id}/crosswalk",            keepers,     BodyKind::Bytes, handlers::giveCrosswalk},
    {"POST",   "/api/v1/cut-overs/{id}/choices",              keepers,     BodyKind::Json,  handlers::confirmPools},
    {"POST",   "/api/v1/cut-overs/{id}/choices/undo",         keepers,     BodyKind::Json,  handlers::takeBackPools},
    {"GET",    "/api/v1/outbox",                               care,        BodyKind::None,  handlers::listOutbox},
    {"GET",    "/api/v1/outbox/status",                        care,        BodyKind::None,  handlers::readOutboxStatus},
    {"POST",   "/api/v1/outbox/{id}/repair",                   care,        BodyKind::Json,  handlers::repairOutbox},
    {"POST",   "/api/v1/outbox/routed-earlier",                care,        BodyKind::Json,  handlers::repairEarlierOutbox},
    {"GET",    "/api/v1/intake",                               care,        BodyKind::None,  handlers::readIntake},
    {"GET",    "/api/v1/openapi.yaml",                         nobodyAsked, BodyKind::None,  handlers::readContract},
    {"GET",    "/healthz",                                     nobodyAsked, BodyKind::None,  handlers::readHealth},
    {"GET",    "/readyz",                                      nobodyAsked, BodyKind::None,  handlers::readReadiness},
    {"GET",    "/metrics",                                     nobodyAsked, BodyKind::None,  handlers::readOwnMetrics},
};
// clang-format on

/// The decoded placeholders when `path` fits `pattern`. A literal segment wins over a placeholder by its
/// place in the table: counts stands before {id}.
std::optional<QStringList> fit(const QList<QByteArray> &path, const QByteArray &pattern)
{
    const QList<QByteArray> wanted = pattern.split('/');
    if (wanted.size() != path.size())
        return std::nullopt;
    QStringList arguments;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].startsWith('{')) {
            if (path[i] != wanted[i])
                return std::nullopt;
            continue;
        }
        const QByteArray decoded = QByteArray::fromPercentEncoding(path[i]);
        const bool plain = std::none_of(decoded.cbegin(), decoded.cend(), [](char c) {
            return static_cast<unsigned char>(c) < ' ' || c == '/' || c == '\\' || c == 0x7f;
        });
        if (decoded.isEmpty() || !plain)
            return std::nullopt;
        arguments.append(QString::fromUtf8(decoded));
    }
    return arguments;
}
} // namespace

std::span<const Route> routes()
{
    return table;
}

RouteMatch findRoute(std::span<const Route> table, const QByteArray &method, const QByteArray &path)
{
    const QList<QByteArray> segments = path.split('/');
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    RouteMatch match;
    const char *pattern = nullptr; // of the path found first; its other methods count too
    for (const Route &route : table) {
        if (pattern && qstrcmp(pattern, route.pattern) != 0)
            continue;
        const auto arguments = fit(segments, route.pattern);
        if (!arguments)
            continue;
        pattern = route.pattern;
        match.isPublic = route.isPublic();
        const QByteArray separator = match.allowed.isEmpty() ? "" : ", ";
        match.allowed += separator + (qstrcmp(route.method, "GET") == 0 ? "GET, HEAD" : route.method);
        if (wanted == route.method) {
            match.route = &route;
            match.arguments = *arguments;
        }
    }
    return match;
}

} // namespace renewal::service
