// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/prescriptiondocument.h"

#include "app/store/jsonparts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
template <class Object, class Value>
struct Field
{
    const char *name;
    Value Object::*member;
};

constexpr Field<Prescription, QString> textFields[] = {
    {"prescriptionId", &Prescription::prescriptionId},
    {"prescriptionNumber", &Prescription::prescriptionNumber},
    {"patientKey", &Prescription::patientKey},
    {"extractPrescriberId", &Prescription::extractPrescriberId},
    {"name", &Prescription::name},
    {"orderableItem", &Prescription::orderableItem},
    {"sig", &Prescription::sig},
    {"indication", &Prescription::indication},
    {"remarks", &Prescription::remarks},
    {"quantity", &Prescription::quantity},
    {"source", &Prescription::source},
    {"refillStatus", &Prescription::refillStatus},
    {"dispStatus", &Prescription::dispStatus},
    {"notRenewableReason", &Prescription::notRenewableReason},
    {"divisionName", &Prescription::divisionName},
    {"facilityName", &Prescription::facilityName},
};

constexpr Field<Prescription, QDateTime> instantFields[] = {
    {"orderedDate", &Prescription::orderedDate},           {"refillDate", &Prescription::refillDate},
    {"refillSubmitDate", &Prescription::refillSubmitDate}, {"dispensedDate", &Prescription::dispensedDate},
    {"expirationDate", &Prescription::expirationDate},     {"modifiedDate", &Prescription::modifiedDate},
    {"renewalSubmitted", &Prescription::renewalSubmitted},
};

constexpr Field<FillRecord, QString> fillTexts[] = {
    {"id", &FillRecord::id},
    {"source", &FillRecord::source},
    {"status", &FillRecord::status},
    {"facilityName", &FillRecord::facilityName},
};

constexpr Field<FillRecord, QDateTime> fillInstants[] = {
    {"refillDate", &FillRecord::refillDate},
    {"dispensedDate", &FillRecord::dispensedDate},
    {"expirationDate", &FillRecord::expirationDate},
};

template <class Object, class Value, std::size_t N>
void putFields(QJsonObject &json, const Object &object, const Field<Object, Value> (&fields)[N])
{
    for (const auto &field : fields)
        json::put(json, field.name, object.*field.member);
}

template <class Object, class Value, std::size_t N>
void takeFields(const QJsonObject &json, Object &object, const Field<Object, Value> (&fields)[N])
{
    for (const auto &field : fields)
        json::take(json, field.name, object.*field.member);
}

QJsonObject fhirToJson(const FhirFacts &fhir)
{
    QJsonObject json;
    json::put(json, "status", fhir.status);
    json::put(json, "intent", fhir.intent);
    json::put(json, "reported", fhir.reported);
    json::put(json, "categories", fhir.categories);
    json::put(json, "dispenseStatuses", fhir.dispenseStatuses);
    json::put(json, "repeatsAllowed", fhir.repeatsAllowed);
    json::put(json, "validityPeriodEnd", fhir.validityPeriodEnd);
    QJsonArray extensions;
    for (const FhirExtension &extension : fhir.extensions)
        extensions.append(QJsonObject{{u"url"_s, extension.url}, {u"value"_s, extension.valueBoolean}});
    json::put(json, "extensions", extensions);
    return json;
}

FhirFacts fhirFromJson(const QJsonObject &json)
{
    FhirFacts fhir;
    json::take(json, "status", fhir.status);
    json::take(json, "intent", fhir.intent);
    json::take(json, "reported", fhir.reported);
    json::take(json, "categories", fhir.categories);
    json::take(json, "dispenseStatuses", fhir.dispenseStatuses);
    json::take(json, "repeatsAllowed", fhir.repeatsAllowed);
    json::take(json, "validityPeriodEnd", fhir.validityPeriodEnd);
    const QJsonArray extensions = json.value("extensions"_L1).toArray();
    for (const auto &extension : extensions)
        fhir.extensions.append({extension["url"_L1].toString(), extension["value"_L1].toBool()});
    return fhir;
}

QJsonObject toJson(const Prescription &prescription)
{
    QJsonObject json;
    putFields(json, prescription, textFields);
    putFields(json, prescription, instantFields);
    json::put(json, "ehr", toString(prescription.ehr));
    json::put(json, "station", prescription.station.text());
    json::put(json, "prescriberFirst", prescription.prescriber.first);
    json::put(json, "prescriberLast", prescription.prescriber.last);
    json::put(json, "prescriberDisplay", prescription.prescriber.display);
    json::put(json, "categories", prescription.categories);
    json::put(json, "refillRemaining", prescription.refillRemaining);
    json::put(json, "refillable", prescription.refillable);
    json::put(json, "renewable", prescription.renewable);
    json::put(json, "trackable", prescription.trackable);
    json::put(json, "inCernerTransition", prescription.inCernerTransition);
    QJsonArray fills;
    for (const FillRecord &fill : prescription.fills) {
        QJsonObject one;
        putFields(one, fill, fillTexts);
        putFields(one, fill, fillInstants);
        fills.append(one);
    }
    json::put(json, "fills", fills);
    QJsonArray grouped;
    for (const Prescription &earlier : prescription.grouped)
        grouped.append(toJson(earlier));
    json::put(json, "grouped", grouped);
    if (prescription.fhir)
        json.insert("fhir"_L1, fhirToJson(*prescription.fhir));
    return json;
}

Prescription fromJson(const QJsonObject &json)
{
    Prescription prescription;
    takeFields(json, prescription, textFields);
    takeFields(json, prescription, instantFields);
    prescription.ehr = ehrSystemFromString(json.value("ehr"_L1).toString()).value_or(EhrSystem::VistA);
    prescription.station = StationNumber(json.value("station"_L1).toString());
    json::take(json, "prescriberFirst", prescription.prescriber.first);
    json::take(json, "prescriberLast", prescription.prescriber.last);
    json::take(json, "prescriberDisplay", prescription.prescriber.display);
    json::take(json, "categories", prescription.categories);
    json::take(json, "refillRemaining", prescription.refillRemaining);
    json::take(json, "refillable", prescription.refillable);
    json::take(json, "renewable", prescription.renewable);
    json::take(json, "trackable", prescription.trackable);
    json::take(json, "inCernerTransition", prescription.inCernerTransition);
    const QJsonArray fills = json.value("fills"_L1).toArray();
    for (const auto &one : fills) {
        FillRecord fill;
        takeFields(one.toObject(), fill, fillTexts);
        takeFields(one.toObject(), fill, fillInstants);
        prescription.fills.append(fill);
    }
    const QJsonArray grouped = json.value("grouped"_L1).toArray();
    for (const auto &earlier : grouped)
        prescription.grouped.append(fromJson(earlier.toObject()));
    if (json.contains("fhir"_L1))
        prescription.fhir = fhirFromJson(json.value("fhir"_L1).toObject());
    return prescription;
}
} // namespace

QByteArray toDocument(const Prescription &prescription)
{
    return QJsonDocument(toJson(prescription)).toJson(QJsonDocument::Compact);
}

Result<Prescription> prescriptionFromDocument(const QByteArray &document)
{
    const auto json = json::parseObject(document);
    if (!json)
        return failure(json.error());
    return fromJson(*json);
}

} // namespace renewal::store
