// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/filekind.h"

#include "models/exchange/jsonoutline.h"

#include <QCoreApplication>

#include <optional>

namespace renewal::exchange {

namespace {
// Each function knows one family of answers; they are asked in order, the surest marks first.

std::optional<FileKind> wholeDocuments(const JsonOutline &json)
{
    if (json.has("$schema"))
        return FileKind::JsonSchema;
    if (json.has("oraclehealth") || json.has("vista.medicationlist"))
        return FileKind::CombinedMedications;
    if (json.has("resourcetype") || json.has("[].resourcetype") || json.has("resource.resourcetype"))
        return FileKind::FhirBundle;
    if (json.has("cases[].input"))
        return FileKind::RenewabilityCases;
    if (json.has("data.nodequery.entities") || json.recordHas("fieldfacilitylocatorapiid"))
        return FileKind::Facilities;
    if (json.has("data.features") || json.has("data.type=feature_toggles"))
        return FileKind::FeatureToggles;
    if (json.has("rolloutplan"))
        return FileKind::RolloutPlan;
    if (json.has("successfulids") || json.has("failedids"))
        return FileKind::RefillAnswer;
    return std::nullopt;
}

std::optional<FileKind> metricsAndGates(const JsonOutline &json)
{
    if (json.has("gates") || json.has("[].gates") || json.has("features[].key") ||
        (json.has("key") && json.has("state")))
        return FileKind::FlipperFeatures;
    if (json.has("restype") || json.has("series[].pointlist"))
        return FileKind::DatadogMetrics;
    if (json.has("data.resulttype"))
        return FileKind::PrometheusMetrics;
    if (json.has("metricheaders") || json.has("kind=analyticsData#runReport"))
        return FileKind::Ga4Metrics;
    return std::nullopt;
}

std::optional<FileKind> errorBodies(const JsonOutline &json)
{
    const bool told = json.has("errortype") || json.has("errorcode") || json.has("error.code") ||
                      json.has("error.message") || (json.has("code") && json.has("message")) ||
                      (json.has("errors") && !json.has("data"));
    return told ? std::optional(FileKind::UpstreamErrors) : std::nullopt;
}

std::optional<FileKind> namedTypes(const QByteArray &type)
{
    if (type == "prescriptions" || type == "prescription_details" || type == "prescription")
        return FileKind::Prescriptions;
    if (type == "all_triage_teams" || type == "triage_teams")
        return FileKind::CareTeams;
    if (type == "messages" || type == "message_threads" || type == "message_thread_details" ||
        type == "message_drafts" || type == "threads")
        return FileKind::Messages;
    if (type == "facility" || type == "facilities" || type == "va_facilities")
        return FileKind::Facilities;
    if (type == "message_signature")
        return FileKind::SignaturePreference;
    if (type == "categories")
        return FileKind::MessageCategories;
    return std::nullopt;
}

std::optional<FileKind> namedLists(const JsonOutline &json)
{
    if (json.has("prescriptionlist") || json.has("medicationlist"))
        return FileKind::Prescriptions;
    if (json.has("triageteam") || json.has("[].triageteam") || json.has("mockallrecipients"))
        return FileKind::CareTeams;
    return std::nullopt;
}

std::optional<FileKind> recordFields(const JsonOutline &json)
{
    const auto has = [&json](const char *key) { return json.recordHas(key); };
    if (has("triageteamids"))
        return FileKind::PatientTeams;
    if (has("senttotriageteamid"))
        return FileKind::RenewalHistory;
    const bool isMessage =
        has("messageid") || has("threadid") || (has("recipientid") && (has("subject") || has("body")));
    if (isMessage || (has("recipientid") && has("prescriptionid")))
        return FileKind::Messages;
    if (has("prescriptionid"))
        return FileKind::Prescriptions;
    if (has("triageteamid") || (has("blockedstatus") && has("name")))
        return FileKind::CareTeams;
    if (has("patientid") && has("prescriberid"))
        return FileKind::ShortPrescriptions;
    if (has("prescriberid") || has("requesterdisplay") || has("providerlastname"))
        return FileKind::Prescribers;
    return std::nullopt;
}

/// An empty list still has its meta data.
std::optional<FileKind> emptyLists(const JsonOutline &json)
{
    if (json.has("meta.associatedtriagegroups") || json.has("associatedtriagegroupsqty"))
        return FileKind::CareTeams;
    if (json.has("meta.failedstationlist") || json.has("meta.filtercount"))
        return FileKind::Prescriptions;
    return std::nullopt;
}

std::optional<FileKind> kindOf(const JsonOutline &json)
{
    const QByteArray type = json.typeOfRecord();
    if (auto kind = wholeDocuments(json))
        return kind;
    if (auto kind = metricsAndGates(json))
        return kind;
    if (auto kind = namedTypes(type))
        return kind;
    if (auto kind = errorBodies(json))
        return kind;
    if (auto kind = namedLists(json))
        return kind;
    if (auto kind = recordFields(json))
        return kind;
    if (auto kind = emptyLists(json))
        return kind;
    return type.isEmpty() ? std::nullopt : std::optional(FileKind::OtherAnswer);
}

Error unknownKind(const JsonOutline &json)
{
    if (json.isCutOff())
        return {ErrorCode::Unsupported,
                QCoreApplication::translate("exchange",
                                            "The text is JSON that breaks off, or its fields are "
                                            "none of those known here. Check that the file is whole."),
                {}};
    if (json.namesNothing())
        return {ErrorCode::Unsupported,
                QCoreApplication::translate("exchange", "The text is JSON without any record."),
                {}};
    return {ErrorCode::Unsupported,
            QCoreApplication::translate("exchange",
                                        "The text is JSON, but its fields are none of those known "
                                        "here: prescriptions, prescribers, care teams, messages, "
                                        "stations, correlations, toggles and metrics can be read."),
            {}};
}
} // namespace

Result<Detection> detectKind(QByteArrayView head)
{
    const JsonOutline json(head);
    if (json.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("exchange", "The file is empty."));
    if (!json.isJson())
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate(
                "exchange", "The text is not JSON: it begins neither with an object nor with a list."));
    const auto kind = kindOf(json);
    if (!kind)
        return failure(unknownKind(json));
    return Detection{*kind, json.hasSecondValue() ? FileLayout::Lines : FileLayout::Document};
}

} // namespace renewal::exchange
