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
    {FileKind::RolloutPlan, "rollout_plan"},
    {FileKind::UpstreamErrors, "upstream_errors"},
    {FileKind::RenewabilityCases, "renewability_cases"},
    {FileKind::Correlations, "correlations"},
    {FileKind::JsonSchema, "json_schema"},
    {FileKind::SignaturePreference, "signature_preference"},
    {FileKind::MessageCategories, "message_categories"},
    {FileKind::RefillAnswer, "refill_answer"},
    {FileKind::OtherAnswer, "other_answer"},
};

constexpr EnumText<FileKind> kindTitles[] = {
    {FileKind::Prescriptions, QT_TRANSLATE_NOOP("exchange", "prescriptions")},
    {FileKind::CombinedMedications, QT_TRANSLATE_NOOP("exchange", "medications of VistA and Oracle Health")},
    {FileKind::FhirBundle, QT_TRANSLATE_NOOP("exchange", "Oracle Health prescriptions (FHIR)")},
    {FileKind::ShortPrescriptions, QT_TRANSLATE_NOOP("exchange", "prescriptions in short form")},
    {FileKind::Prescribers, QT_TRANSLATE_NOOP("exchange", "prescribers")},
    {FileKind::CareTeams, QT_TRANSLATE_NOOP("exchange", "care teams")},
    {FileKind::PatientTeams, QT_TRANSLATE_NOOP("exchange", "care teams of patients")},
    {FileKind::RenewalHistory, QT_TRANSLATE_NOOP("exchange", "past renewal messages")},
    {FileKind::Messages, QT_TRANSLATE_NOOP("exchange", "messages")},
    {FileKind::Facilities, QT_TRANSLATE_NOOP("exchange", "facilities")},
    {FileKind::FeatureToggles, QT_TRANSLATE_NOOP("exchange", "feature toggles")},
    {FileKind::FlipperFeatures, QT_TRANSLATE_NOOP("exchange", "Flipper features")},
    {FileKind::DatadogMetrics, QT_TRANSLATE_NOOP("exchange", "Datadog metrics")},
    {FileKind::PrometheusMetrics, QT_TRANSLATE_NOOP("exchange", "Prometheus metrics")},
    {FileKind::Ga4Metrics, QT_TRANSLATE_NOOP("exchange", "Google Analytics metrics")},
    {FileKind::RolloutPlan, QT_TRANSLATE_NOOP("exchange", "a rollout plan")},
    {FileKind::UpstreamErrors, QT_TRANSLATE_NOOP("exchange", "error answers")},
    {FileKind::RenewabilityCases, QT_TRANSLATE_NOOP("exchange", "renewability cases")},
    {FileKind::Correlations, QT_TRANSLATE_NOOP("exchange", "correlations")},
    {FileKind::JsonSchema, QT_TRANSLATE_NOOP("exchange", "a JSON schema")},
    {FileKind::SignaturePreference, QT_TRANSLATE_NOOP("exchange", "a signature preference")},
    {FileKind::MessageCategories, QT_TRANSLATE_NOOP("exchange", "message categories")},
    {FileKind::RefillAnswer, QT_TRANSLATE_NOOP("exchange", "the answer to a refill request")},
    {FileKind::OtherAnswer, QT_TRANSLATE_NOOP("exchange", "another answer of VA.gov")},
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

QString fileKindTitle(FileKind kind)
{
    for (const auto &row : kindTitles) {
        if (row.value == kind)
            return QCoreApplication::translate("exchange", row.text);
    }
    return {};
}

QString refusalReason(FileKind kind)
{
    switch (kind) {
    case FileKind::JsonSchema:
        return QCoreApplication::translate("exchange",
                                           "This is a JSON schema, which describes data but holds none.");
    case FileKind::SignaturePreference:
        return QCoreApplication::translate(
            "exchange", "This is a patient's signature preference, which has no bearing on renewals.");
    case FileKind::MessageCategories:
        return QCoreApplication::translate(
            "exchange", "This is the list of message categories, which has no bearing on renewals.");
    case FileKind::RefillAnswer:
        return QCoreApplication::translate(
            "exchange",
            "This is the answer to a refill request: it names prescriptions but tells nothing of them.");
    case FileKind::OtherAnswer:
        return QCoreApplication::translate(
            "exchange", "This is an answer of VA.gov of a type that has no bearing on renewals.");
    default:
        return {};
    }
}

} // namespace renewal::exchange
