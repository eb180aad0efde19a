// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/recordfunctions.h"

#include "models/exchange/careteamreader.h"
#include "models/exchange/errorreader.h"
#include "models/exchange/fhirreader.h"
#include "models/exchange/messagereader.h"
#include "models/exchange/prescriptionreader.h"
#include "models/exchange/regionreader.h"
#include "models/exchange/rolloutplan.h"
#include "models/exchange/stationreader.h"
#include "models/exchange/togglereader.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace renewal::exchange {

namespace {
// Beyond this the second look that finds the place of a mistake takes too long.
constexpr qsizetype locatedBytes = 64 * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("exchange", text);
}

Result<Record> readError(JsonObject object)
{
    const QVector<UpstreamError> errors = readUpstreamErrors(object);
    if (errors.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       tr(QT_TRANSLATE_NOOP("exchange", "The error body tells no error.")));
    return Record(errors.first());
}

/// A resource, or an entry of a bundle around it.
Result<Record> readFhirEntry(JsonObject object)
{
    JsonObject resource;
    if (const auto value = findValue(object, "resource"); value && value->get(resource) == simdjson::SUCCESS)
        return readMedicationRequest(resource);
    return readMedicationRequest(object);
}

/// Says where the JSON is wrong. simdjson's tree parser does not tell, so the text is read a second time.
QString brokenJson(QByteArrayView json, simdjson::error_code code)
{
    if (code == simdjson::DEPTH_ERROR)
        return tr(QT_TRANSLATE_NOOP("exchange", "The JSON text is nested too deeply to be real data."));
    if (code == simdjson::CAPACITY || code == simdjson::MEMALLOC)
        return tr(QT_TRANSLATE_NOOP("exchange", "The JSON text is too large to be read in one piece."));
    if (json.size() > locatedBytes)
        return tr(QT_TRANSLATE_NOOP("exchange", "The text is not valid JSON; it may be cut off."));
    QJsonParseError mistake;
    QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &mistake);
    const qsizetype at =
        mistake.error == QJsonParseError::NoError ? 0 : qBound(0, mistake.offset, int(json.size()));
    const QByteArrayView before = json.first(at);
    const qsizetype line = std::count(before.begin(), before.end(), '\n') + 1;
    const qsizetype column = at - before.lastIndexOf('\n');
    if (json.sliced(at).trimmed().isEmpty() || mistake.error == QJsonParseError::UnterminatedString)
        //: %1 is a line number
        return tr(QT_TRANSLATE_NOOP("exchange",
                                    "The JSON text ends too early, in line %1: it seems to be cut off."))
            .arg(line);
    return tr(QT_TRANSLATE_NOOP("exchange", "The text is not valid JSON: see line %1, column %2."))
        .arg(line)
        .arg(column);
}
} // namespace

RecordFunction recordFunction(FileKind kind)
{
    switch (kind) {
    case FileKind::Prescriptions:
    case FileKind::ShortPrescriptions:
        return readPrescription;
    case FileKind::FhirBundle:
        return readFhirEntry;
    case FileKind::Prescribers:
        return readPrescriber;
    case FileKind::CareTeams:
        return readCareTeam;
    case FileKind::PatientTeams:
        return readPatientTeams;
    case FileKind::RenewalHistory:
        return readPastRoute;
    case FileKind::Messages:
        return readMessage;
    case FileKind::Facilities:
        return readStation;
    case FileKind::FeatureToggles:
        return readFeatureToggle;
    case FileKind::FlipperFeatures:
        return readFlipperFeature;
    case FileKind::RolloutPlan:
        return readRolloutPlan;
    case FileKind::UpstreamErrors:
        return readError;
    case FileKind::CombinedMedications:
    case FileKind::DatadogMetrics:
    case FileKind::PrometheusMetrics:
    case FileKind::Ga4Metrics:
    case FileKind::RenewabilityCases:
    case FileKind::Correlations:
    case FileKind::JsonSchema:
    case FileKind::SignaturePreference:
    case FileKind::MessageCategories:
    case FileKind::RefillAnswer:
    case FileKind::OtherAnswer:
        break;
    }
    return nullptr;
}

Result<JsonValue> parseJson(simdjson::dom::parser &parser, QByteArrayView json)
{
    if (json.startsWith("\xEF\xBB\xBF"))
        json = json.sliced(3);
    JsonValue value;
    const simdjson::error_code code =
        parser.parse(json.data(), static_cast<std::size_t>(json.size()), false).get(value);
    if (code == simdjson::SUCCESS)
        return value;
    return failure(ErrorCode::InvalidInput, brokenJson(json, code),
                   QString::fromLatin1(simdjson::error_message(code)));
}

} // namespace renewal::exchange
