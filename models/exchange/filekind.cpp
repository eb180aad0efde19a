// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/filekind.h"

#include "models/base/enumtext.h"

#include <QCoreApplication>

namespace renewal::exchange {

namespace {
constexpr EnumText<FileKind> kindWords[] = {
    {FileKind::Prescriptions, "prescriptions"},
    {FileKind::CombinedMedications, "combined_medications"},
    {FileKind::FhirBundle, "fhir_bundle"},
    {FileKind::ShortPrescriptions, "short_prescriptions"},
    {FileKind::Prescribers, "prescribers"},
    {FileKind::CareTeams, "care_teams"},
    {FileKind::PatientTeams, "patient_triage_teams"},
    {FileKind::RenewalHistory, "renewal_history"},
    {FileKind::Messages, "messages"},
    {FileKind::Facilities, "facilities"},
    {FileKind::FeatureToggles, "feature_toggles"},
    {FileKind::FlipperFeatures, "flipper_features"},
    {FileKind::DatadogMetrics, "datadog_metrics"},
    {FileKind::PrometheusMetrics, "prometheus_metrics"},
    {FileKind::Ga4Metrics, "ga4_metrics"},
    {FileKind::UpstreamErrors, "upstream_errors"},
    {FileKind::RenewabilityCases, "renewability_cases"},
    {FileKind::Correlations, "correlations"},
    {FileKind::JsonSchema, "json_schema"},
    {FileKind::SignaturePreference, "signature_preference"},
    {FileKind::MessageCategories, "message_categories"},
    {FileKind::RefillAnswer, "refill_answer"},
    {FileKind::OtherAnswer, "other_answer"},
};
} // namespace

QString toString(FileKind kind)
{
    return enumText(kindWords, kind);
}

std::optional<FileKind> fileKindFromString(QStringView word)
{
    return enumFromText(kindWords, word);
}

} // namespace renewal::exchange
