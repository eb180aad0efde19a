// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/fhirreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
/// What the contained resources of one MedicationRequest tell.
struct Contained
{
    struct Dispense
    {
        FillRecord fill;
        QString location;
    };
    QVector<Dispense> dispenses; ///< in file order
    QDateTime refillRequested;
    bool hasRefillRequest = false;
    QDateTime renewalRequested;
};

/// "Practitioner/45632912" -> "45632912"
QString referencedId(const QString &reference)
{
    return reference.mid(reference.lastIndexOf(u'/') + 1);
}

template <class Function>
void forEachObject(const std::optional<JsonValue> &value, Function function)
{
    JsonArray list;
    JsonObject object;
    if (!value)
        return;
    if (value->get(list) != simdjson::SUCCESS) {
        if (value->get(object) == simdjson::SUCCESS)
            function(object);
        return;
    }
    for (const JsonValue item : list) {
        if (item.get(object) == simdjson::SUCCESS)
            function(object);
    }
}

/// The texts at `path` of every object in a list, one behind the other.
QString joinedTexts(JsonObject resource, std::string_view list, std::initializer_list<std::string_view> path)
{
    QStringList texts;
    forEachObject(findValue(resource, list), [&](JsonObject item) {
        if (const QString text = textAt(item, path).trimmed(); !text.isEmpty())
            texts.append(text);
    });
    return texts.join(u"; "_s);
}

Contained::Dispense readDispense(JsonObject resource, FieldReader &problems)
{
    FieldReader fields(resource);
    Contained::Dispense dispense;
    dispense.fill.id = fields.text("id");
    dispense.fill.source = u"RF"_s;
    dispense.fill.status = fields.text("status");
    dispense.fill.refillDate = fields.date("whenPrepared");
    dispense.fill.dispensedDate = fields.date("whenHandedOver");
    dispense.location = textAt(resource, {"location", "display"});
    dispense.fill.facilityName = dispense.location;
    if (fields.hasProblem())
        problems.fail(u"MedicationDispense: "_s + fields.problem());
    return dispense;
}

/// A Task asks for a refill (intent order) or a renewal (intent proposal) while it is "requested".
void takeTask(JsonObject task, const QString &requestId, Contained &contained, FieldReader &problems)
{
    FieldReader fields(task);
    if (fields.text("status") != "requested"_L1)
        return;
    const QString focus = textAt(task, {"focus", "reference"});
    if (!focus.isEmpty() && referencedId(focus) != requestId)
        return;
    QDateTime start;
    if (const auto value = findPath(task, {"executionPeriod", "start"}); value && !readDate(*value, start))
        problems.fail(QCoreApplication::translate("exchange", "A Task's executionPeriod.start is no date."));
    const QString intent = fields.text("intent");
    if (intent == "order"_L1) {
        contained.hasRefillRequest = true;
        contained.refillRequested = std::max(contained.refillRequested, start);
        return;
    }
    bool isRenewal = intent == "proposal"_L1 && !focus.isEmpty();
    forEachObject(findValue(task, "extension"), [&](JsonObject extension) {
        if (!textAt(extension, {"url"}).endsWith("/task-type"_L1))
            return;
        QString type = textAt(extension, {"valueString"});
        if (type.isEmpty())
            type = textAt(extension, {"valueCode"});
        isRenewal = isRenewal && type.compare("renewal"_L1, Qt::CaseInsensitive) == 0;
    });
    if (isRenewal)
        contained.renewalRequested = std::max(contained.renewalRequested, start);
}

Contained readContained(JsonObject resource, const QString &requestId, FieldReader &problems)
{
    Contained contained;
    forEachObject(findValue(resource, "contained"), [&](JsonObject inner) {
        const QString type = textAt(inner, {"resourceType"});
        if (type == "MedicationDispense"_L1)
            contained.dispenses.append(readDispense(inner, problems));
        else if (type == "Task"_L1)
            takeTask(inner, requestId, contained, problems);
    });
    return contained;
}

FhirFacts readFacts(JsonObject resource, const Contained &contained, FieldReader &fields)
{
    FhirFacts facts;
    facts.status = fields.text("status");
    facts.intent = fields.text("intent");
    facts.reported = fields.boolean("reportedBoolean");
    forEachObject(findValue(resource, "category"), [&](JsonObject category) {
        forEachObject(findValue(category, "coding"), [&](JsonObject coding) {
            if (const QString code = textAt(coding, {"code"}); !code.isEmpty())
                facts.categories.append(code);
        });
    });
    for (const Contained::Dispense &dispense : contained.dispenses)
        facts.dispenseStatuses.append(dispense.fill.status);
    std::optional<qint64> repeats;
    if (const auto value = findPath(resource, {"dispenseRequest", "numberOfRepeatsAllowed"})) {
        if (!readInteger(*value, repeats) || (repeats && (*repeats < 0 || *repeats > 1'000'000)))
            fields.fail(wrongNumber("numberOfRepeatsAllowed"));
        else if (repeats)
            facts.repeatsAllowed = static_cast<int>(*repeats);
    }
    facts.validityPeriodEnd = textAt(resource, {"dispenseRequest", "validityPeriod", "end"});
    forEachObject(findValue(resource, "extension"), [&](JsonObject extension) {
        FieldReader inner(extension);
        facts.extensions.append({inner.text("url"), inner.flag("valueBoolean")});
    });
    return facts;
}

/// Exactly the categories community and discharge, not reported by the patient, ordered.
bool isVaPrescription(const FhirFacts &facts)
{
    QStringList codes;
    for (const QString &code : facts.categories)
        codes.append(code.toLower());
    codes.removeDuplicates();
    codes.sort();
    return codes == QStringList{u"community"_s, u"discharge"_s} && facts.reported == false &&
           facts.intent == "order"_L1;
}

const Contained::Dispense *newestDispense(const Contained &contained)
{
    const auto when = [](const Contained::Dispense &dispense) {
        return dispense.fill.dispensedDate.isValid() ? dispense.fill.dispensedDate : dispense.fill.refillDate;
    };
    const Contained::Dispense *newest = nullptr;
    for (const Contained::Dispense &dispense : contained.dispenses) {
        if (newest == nullptr || (when(dispense).isValid() && !(when(dispense) < when(*newest))))
            newest = &dispense;
    }
    return newest;
}

QString refillStatus(const FhirFacts &facts, const Contained &contained)
{
    const Contained::Dispense *newest = newestDispense(contained);
    const QString dispensing = newest == nullptr ? QString() : newest->fill.status;
    if (dispensing == "in-progress"_L1 || dispensing == "preparation"_L1 || dispensing == "on-hold"_L1)
        return u"refillinprocess"_s;
    if (facts.status == "on-hold"_L1)
        return u"providerHold"_s;
    static constexpr QLatin1StringView ended[] = {"cancelled"_L1, "entered-in-error"_L1, "stopped"_L1,
                                                  "completed"_L1};
    if (std::find(std::begin(ended), std::end(ended), facts.status) != std::end(ended))
        return u"discontinued"_s;
    if (facts.status == "draft"_L1)
        return u"pending"_s;
    if (facts.status != "active"_L1)
        return u"unknown"_s;
    return contained.hasRefillRequest ? u"submitted"_s : u"active"_s;
}

QString dispStatus(const QString &refillStatus, bool isVa)
{
    if (refillStatus == "refillinprocess"_L1)
        return u"Active: Refill in Process"_s;
    if (refillStatus == "providerHold"_L1)
        return u"Active: On hold"_s;
    if (refillStatus == "discontinued"_L1)
        return u"Discontinued"_s;
    if (refillStatus == "submitted"_L1)
        return u"Active: Submitted"_s;
    if (refillStatus == "active"_L1)
        return isVa ? u"Active"_s : u"Active: Non-VA"_s;
    return u"Unknown"_s;
}

/// max(repeats - max(completed dispenses - 1, 0), 0); 0 for anything but a VA prescription.
std::optional<int> refillRemaining(const FhirFacts &facts, bool isVa)
{
    if (!isVa)
        return 0;
    if (!facts.repeatsAllowed)
        return std::nullopt;
    const int completed = static_cast<int>(facts.dispenseStatuses.count(u"completed"_s));
    return std::max(*facts.repeatsAllowed - std::max(completed - 1, 0), 0);
}

/// "556-RX-MAIN-OP" -> 556; a location that does not begin with a station number gives none.
StationNumber stationOf(const QString &location)
{
    const StationNumber station(QStringView(location).left(3));
    const bool longerNumber = location.size() > 3 && location[3].isDigit();
    return station.isValid() && !longerNumber ? station : StationNumber();
}

void takeOrder(JsonObject resource, FieldReader &fields, Prescription &out)
{
    out.name = textAt(resource, {"medicationCodeableConcept", "text"});
    if (out.name.isEmpty())
        out.name = textAt(resource, {"medicationReference", "display"});
    out.orderableItem = out.name;
    out.quantity = textAt(resource, {"dispenseRequest", "quantity", "value"});
    out.indication = joinedTexts(resource, "reasonCode", {"text"});
    out.remarks = joinedTexts(resource, "note", {"text"});
    bool first = true;
    forEachObject(findValue(resource, "dosageInstruction"), [&](JsonObject dosage) {
        if (!std::exchange(first, false))
            return;
        out.sig = textAt(dosage, {"patientInstruction"});
        if (out.sig.isEmpty())
            out.sig = textAt(dosage, {"text"});
    });
    forEachObject(findValue(resource, "identifier"), [&](JsonObject identifier) {
        const QString system = textAt(identifier, {"system"}) + textAt(identifier, {"type", "text"});
        if (out.prescriptionNumber.isEmpty() && system.contains("rx-number"_L1, Qt::CaseInsensitive))
            out.prescriptionNumber = textAt(identifier, {"value"});
    });
    out.orderedDate = fields.date("authoredOn");
    if (const auto changed = findPath(resource, {"meta", "lastUpdated"}))
        readDate(*changed, out.modifiedDate);
    // A value that is no date stays as text in the facts: a rule has an answer for it.
    if (const auto end = findPath(resource, {"dispenseRequest", "validityPeriod", "end"}))
        readDate(*end, out.expirationDate);
}
} // namespace

Result<Record> readMedicationRequest(JsonObject resource)
{
    const QString type = textAt(resource, {"resourceType"});
    if (!type.isEmpty() && type != "MedicationRequest"_L1)
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("exchange", "It is a FHIR %1, not a MedicationRequest.")
                           .arg(type.left(40)));
    FieldReader fields(resource);
    Prescription out;
    out.ehr = EhrSystem::OracleHealth;
    out.prescriptionId = fields.requiredText("id");
    out.patientKey = referencedId(textAt(resource, {"subject", "reference"}));
    out.extractPrescriberId = referencedId(textAt(resource, {"requester", "reference"}));
    out.prescriber.display = textAt(resource, {"requester", "display"});
    takeOrder(resource, fields, out);

    const Contained contained = readContained(resource, out.prescriptionId, fields);
    const FhirFacts facts = readFacts(resource, contained, fields);
    const bool isVa = isVaPrescription(facts);
    out.categories = facts.categories;
    out.source = isVa ? u"VA"_s : u"NV"_s;
    out.refillStatus = refillStatus(facts, contained);
    out.dispStatus = dispStatus(out.refillStatus, isVa);
    out.refillRemaining = refillRemaining(facts, isVa);
    out.refillSubmitDate = contained.refillRequested;
    out.renewalSubmitted = contained.renewalRequested;
    for (const Contained::Dispense &dispense : contained.dispenses)
        out.fills.append(dispense.fill);
    if (const Contained::Dispense *newest = newestDispense(contained)) {
        out.station = stationOf(newest->location);
        out.dispensedDate = newest->fill.dispensedDate;
        out.facilityName = newest->location;
    }
    if (out.facilityName.isEmpty())
        out.facilityName = textAt(resource, {"dispenseRequest", "performer", "display"});
    out.fhir = facts;
    return fields.finish(std::move(out));
}

} // namespace renewal::exchange
