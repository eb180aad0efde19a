// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace renewal::exchange {

/// What the records of a file or an answer are. Found from the content, never from the name.
enum class FileKind
{
    Prescriptions,       ///< v1, v2, grouped, MHV upstream: list, single, bare array, one object
    CombinedMedications, ///< {vista: {...}, "oracle-health": Bundle}
    FhirBundle,          ///< Oracle Health MedicationRequests: a Bundle or one resource
    ShortPrescriptions,  ///< patientId, prescriberId, stationNumber, orderedDate
    Prescribers,
    CareTeams,      ///< recipients in every delivered shape
    PatientTeams,   ///< patientId, triageTeamIds
    RenewalHistory, ///< past renewal messages and where staff sent them
    Messages,       ///< requests and answers of sending, sent folder, threads, messages of a thread
    Facilities,
    FeatureToggles,
    FlipperFeatures,
    DatadogMetrics,
    PrometheusMetrics,
    Ga4Metrics,
    RolloutPlan, ///< stages of a toggle: {"rolloutPlan": {...}}, see docs/region-extras.md
    UpstreamErrors,
    RenewabilityCases, ///< the table of renewability edge cases: see renewabilitycases.h
    Correlations,      ///< CSV only
    // Known, but they carry nothing for us: readers refuse them with a reason.
    JsonSchema,
    SignaturePreference,
    MessageCategories,
    RefillAnswer,
    OtherAnswer, ///< a JSON:API answer of another type
};

/// How the values stand in the file.
enum class FileLayout
{
    Document, ///< one JSON value
    Lines,    ///< one JSON value a line (NDJSON): a second value follows the first
};

/// What detectKind() found out.
struct Detection
{
    FileKind kind = FileKind::Prescriptions;
    FileLayout layout = FileLayout::Document;

    bool operator==(const Detection &) const = default;
};

/// The stable word for machines: "prescriptions", "care_teams".
QString toString(FileKind kind);
std::optional<FileKind> fileKindFromString(QStringView word);
/// What a person calls it: "prescriptions", "care teams".
QString fileKindTitle(FileKind kind);
/// Empty for kinds that carry records; else one sentence that says why there is nothing to take.
QString refusalReason(FileKind kind);

/// The kind of JSON text from its beginning. The first 64 KiB are enough (the whole text is fine too); a
/// cut-off end does no harm. Leading byte order mark and white space are skipped. Fails with InvalidInput
/// when the text is not JSON at all, with Unsupported when it is JSON of no known kind.
Result<Detection> detectKind(QByteArrayView head);

} // namespace renewal::exchange
