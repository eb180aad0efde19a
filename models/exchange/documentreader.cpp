// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/documentreader.h"

#include "models/exchange/casesreader.h"
#include "models/exchange/errorreader.h"
#include "models/exchange/handover.h"
#include "models/exchange/metricreaders.h"
#include "models/exchange/recordfunctions.h"
#include "models/exchange/recordreader.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("exchange", text);
}

/// Where the list of a kind stands when it is not "data".
struct ListPath
{
    FileKind kind;
    std::string_view first;
    std::string_view second;
    std::string_view third;
    const char *place;
};
constexpr ListPath listPaths[] = {
    {FileKind::FeatureToggles, "data", "features", "", "data.features"},
    {FileKind::Facilities, "data", "nodeQuery", "entities", "data.nodeQuery.entities"},
    {FileKind::Prescriptions, "prescriptionList", "", "", "prescriptionList"},
    {FileKind::Prescriptions, "medicationList", "medication", "", "medicationList.medication"},
    {FileKind::Prescriptions, "medicationList", "", "", "medicationList"},
    {FileKind::CareTeams, "triageTeam", "", "", "triageTeam"},
    {FileKind::CareTeams, "mockAllRecipients", "", "", "mockAllRecipients"},
    {FileKind::FlipperFeatures, "features", "", "", "features"},
    {FileKind::FhirBundle, "entry", "", "", "entry"},
};

std::optional<JsonValue> follow(JsonObject root, const ListPath &path)
{
    auto value = findValue(root, path.first);
    for (const std::string_view key : {path.second, path.third}) {
        JsonObject object;
        if (key.empty() || !value)
            break;
        value = value->get(object) == simdjson::SUCCESS ? findValue(object, key) : std::nullopt;
    }
    return value;
}

/// Walks one document and gives its records to the sink.
class DocumentWalk
{
public:
    DocumentWalk(FileKind kind, RecordSink &sink)
        : m_kind(kind)
        , m_function(recordFunction(kind))
        , m_sink(sink)
    {
    }

    Done readRoot(JsonValue root);

private:
    Done readObject(JsonObject root);
    Done readRecords(JsonObject root);
    Done readList(const JsonArray &list, const QString &place);
    Done readItem(JsonValue item, const QString &place);
    Done readCombined(JsonObject root);
    Done readErrors(JsonObject root);
    bool isSkipped(JsonObject item);
    void warnOfFailedStations(JsonObject holder);

    FileKind m_kind;
    RecordFunction m_function;
    RecordSink &m_sink;
    QSet<QString> m_toggles; ///< names seen, so that both spellings of one count once
};

Done DocumentWalk::readRoot(JsonValue root)
{
    JsonArray list;
    JsonObject object;
    if (root.get(object) == simdjson::SUCCESS)
        return readObject(object);
    if (root.get(list) == simdjson::SUCCESS && m_function != nullptr)
        return readList(list, {});
    return failure(ErrorCode::InvalidInput, tr(QT_TRANSLATE_NOOP("exchange", "The text holds %1, not %2."))
                                                .arg(typeWord(root), fileKindTitle(m_kind)));
}

Done DocumentWalk::readObject(JsonObject root)
{
    switch (m_kind) {
    case FileKind::CombinedMedications:
        return readCombined(root);
    case FileKind::DatadogMetrics:
        return readDatadogQuery(root, m_sink);
    case FileKind::PrometheusMetrics:
        return readPrometheusQuery(root, m_sink);
    case FileKind::Ga4Metrics:
        return readGa4Report(root, m_sink);
    case FileKind::UpstreamErrors:
        return readErrors(root);
    default:
        break;
    }
    if (m_function == nullptr)
        return failure(
            ErrorCode::Unsupported,
            tr(QT_TRANSLATE_NOOP("exchange", "Files of %1 are not read here.")).arg(fileKindTitle(m_kind)));
    warnOfFailedStations(root);
    JsonObject meta;
    if (const auto value = findValue(root, "meta"); value && value->get(meta) == simdjson::SUCCESS)
        warnOfFailedStations(meta);
    return readRecords(root);
}

Done DocumentWalk::readRecords(JsonObject root)
{
    JsonArray list;
    for (const ListPath &path : listPaths) {
        if (path.kind != m_kind)
            continue;
        const auto value = follow(root, path);
        if (value && value->get(list) == simdjson::SUCCESS)
            return readList(list, QString::fromLatin1(path.place));
    }
    bool hasData = false;
    for (const auto field : root) {
        if (field.key != "data")
            continue;
        hasData = true;
        if (field.value.get(list) == simdjson::SUCCESS)
            return readList(list, u"data"_s);
        if (field.value.is_object())
            return readItem(field.value, u"data"_s);
    }
    if (hasData)
        return failure(ErrorCode::InvalidInput,
                       tr(QT_TRANSLATE_NOOP(
                              "exchange", "\"data\" is neither a list nor an object: there are no %1 in it."))
                           .arg(fileKindTitle(m_kind)));
    return handOver(m_sink, m_function(root), u"top level"_s);
}

Done DocumentWalk::readList(const JsonArray &list, const QString &place)
{
    int index = 0;
    for (const JsonValue item : list) {
        if (const auto done = readItem(item, u"%1[%2]"_s.arg(place).arg(index++)); !done)
            return done;
    }
    return ok();
}

Done DocumentWalk::readItem(JsonValue item, const QString &place)
{
    JsonObject object;
    if (item.get(object) != simdjson::SUCCESS)
        return setAside(
            m_sink, place,
            tr(QT_TRANSLATE_NOOP("exchange", "An object was expected, but this is %1.")).arg(typeWord(item)));
    if (m_kind == FileKind::CareTeams) {
        // The upstream's list is [{counts}, {triageTeam: [...]}].
        JsonArray teams;
        const auto value = findValue(object, "triageTeam");
        if (value && value->get(teams) == simdjson::SUCCESS)
            return readList(teams, place + u".triageTeam"_s);
    }
    if (isSkipped(object))
        return ok();
    auto record = m_function(object);
    if (m_kind == FileKind::FeatureToggles && record) {
        const QString name = std::get<FeatureToggle>(*record).name;
        if (m_toggles.contains(name))
            return ok();
        m_toggles.insert(name);
    }
    return handOver(m_sink, std::move(record), place);
}

/// What stands between the records of a list and is none.
bool DocumentWalk::isSkipped(JsonObject item)
{
    if (m_kind == FileKind::CareTeams)
        return findValue(item, "associatedTriageGroups") && !findValue(item, "name");
    if (m_kind != FileKind::FhirBundle)
        return false;
    QString type = textAt(item, {"resource", "resourceType"});
    if (type.isEmpty())
        type = textAt(item, {"resourceType"});
    return !type.isEmpty() && type != "MedicationRequest"_L1;
}

Done DocumentWalk::readCombined(JsonObject root)
{
    JsonObject vista;
    JsonObject bundle;
    JsonArray list;
    if (const auto value = findValue(root, "vista"); value && value->get(vista) == simdjson::SUCCESS) {
        warnOfFailedStations(vista);
        auto medications = findPath(vista, {"medicationList", "medication"});
        if (!medications)
            medications = findValue(vista, "medicationList");
        m_function = recordFunction(FileKind::Prescriptions);
        if (medications && medications->get(list) == simdjson::SUCCESS) {
            if (const auto done = readList(list, u"vista.medicationList.medication"_s); !done)
                return done;
        }
    }
    auto value = findValue(root, "oracle-health");
    if (!value)
        value = findValue(root, "oracleHealth");
    if (!value || value->get(bundle) != simdjson::SUCCESS)
        return ok();
    m_function = recordFunction(FileKind::FhirBundle);
    m_kind = FileKind::FhirBundle;
    const auto entries = findValue(bundle, "entry");
    return entries && entries->get(list) == simdjson::SUCCESS ? readList(list, u"oracle-health.entry"_s)
                                                              : ok();
}

Done DocumentWalk::readErrors(JsonObject root)
{
    const QVector<UpstreamError> errors = readUpstreamErrors(root);
    if (errors.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       tr(QT_TRANSLATE_NOOP("exchange", "The error body tells no error.")));
    for (qsizetype i = 0; i < errors.size(); ++i) {
        if (const auto done = handOver(m_sink, Record(errors[i]), u"errors[%1]"_s.arg(i)); !done)
            return done;
    }
    return ok();
}

void DocumentWalk::warnOfFailedStations(JsonObject holder)
{
    const auto value = findValue(holder, "failedStationList");
    if (!value)
        return;
    QStringList stations;
    QString text;
    JsonArray list;
    if (readText(*value, text)) {
        stations.append(text.trimmed());
    } else if (value->get(list) == simdjson::SUCCESS) {
        for (const JsonValue item : list) {
            text.clear();
            readText(item, text);
            stations.append(text.trimmed());
        }
    }
    stations.removeAll(QString());
    if (!stations.isEmpty())
        //: %1 is a list of stations as the upstream names them
        m_sink.warn(
            tr(QT_TRANSLATE_NOOP(
                   "exchange", "Some stations did not answer, so their prescriptions are missing here: %1."))
                .arg(stations.join(u", "_s)));
}

Done readCases(JsonObject root, RecordSink &sink)
{
    const auto cases = readRenewabilityCases(root);
    if (!cases)
        return failure(cases.error());
    for (qsizetype i = 0; i < cases->size(); ++i) {
        const RenewabilityCase &row = cases->at(i);
        const QString place = u"cases[%1]"_s.arg(i);
        const Done done =
            row.prescription
                ? handOver(sink, Record(*row.prescription), place)
                : setAside(sink, place,
                           tr(QT_TRANSLATE_NOOP("exchange", "The input of case %1 is no prescription."))
                               .arg(row.id));
        if (!done)
            return done;
    }
    return ok();
}

/// Keeps everything.
class CollectingSink final : public RecordSink
{
public:
    explicit CollectingSink(DocumentContent &content)
        : m_content(content)
    {
    }
    bool take(Record &&record, const QString &place) override
    {
        m_content.records.append(std::move(record));
        m_content.places.append(place);
        return true;
    }
    bool setAside(const SetAside &item) override
    {
        m_content.setAside.append(item);
        return true;
    }
    void warn(const QString &text) override { m_content.warnings.append(text); }

private:
    DocumentContent &m_content;
};
} // namespace

Done readDocument(QByteArrayView json, FileKind kind, RecordSink &sink)
{
    if (const QString reason = refusalReason(kind); !reason.isEmpty())
        return failure(ErrorCode::Unsupported, reason);
    simdjson::dom::parser parser;
    const auto root = parseJson(parser, json);
    if (!root)
        return failure(root.error());
    JsonObject object;
    if (kind == FileKind::RenewabilityCases && root->get(object) == simdjson::SUCCESS)
        return readCases(object, sink);
    return DocumentWalk(kind, sink).readRoot(*root);
}

Result<DocumentContent> readDocument(const QByteArray &json, FileKind kind)
{
    DocumentContent content;
    content.kind = kind;
    CollectingSink sink(content);
    const QByteArray padded = json + QByteArray(jsonPadding, '\0');
    if (const auto done = readDocument(QByteArrayView(padded).first(json.size()), kind, sink); !done)
        return failure(done.error());
    return content;
}

Result<DocumentContent> readDocument(const QByteArray &json)
{
    const auto found = detectKind(json);
    if (!found)
        return failure(found.error());
    return readDocument(json, found->kind);
}

} // namespace renewal::exchange
