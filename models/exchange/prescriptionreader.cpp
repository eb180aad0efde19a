// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/prescriptionreader.h"

#include "models/exchange/prescriptionfields.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
using Kind = PrescriptionFieldKind;

// Delivered lists hold earlier prescriptions, never those of earlier ones; deeper is an attack or a mistake.
constexpr int deepestGroup = 8;

/// Collects one prescription. `problem` is empty as long as all went well.
class PrescriptionCollector
{
public:
    explicit PrescriptionCollector(int depth)
        : m_depth(depth)
    {
    }

    bool takeFields(JsonObject object);
    bool finish();
    Prescription &result() { return m_result; }
    const QString &problem() const { return m_problem; }
    bool isShortForm() const
    {
        return m_result.prescriptionId.isEmpty() && !m_result.extractPrescriberId.isEmpty() &&
               !m_result.patientKey.isEmpty();
    }

private:
    bool take(const PrescriptionField &field, JsonValue value);
    bool takeSpecial(const PrescriptionField &field, JsonValue value);
    bool takeRefillRemaining(JsonValue value);
    bool takeStation(JsonValue value);
    bool takeCategory(JsonValue value);
    bool takeAttributes(JsonValue value);
    bool takeFills(JsonValue value);
    bool takeGrouped(JsonValue value);
    bool takeEhr(JsonValue value);
    bool takeFlag(JsonValue value, bool &out);
    QString problemWith(const PrescriptionField &field, JsonValue value) const;
    bool fail(const QString &problem)
    {
        m_problem = problem;
        return false;
    }

    Prescription m_result;
    QString m_wrappingId;
    QString m_facilityApiName;
    QDateTime m_sortedDispensedDate;
    std::optional<EhrSystem> m_ehr;
    QString m_problem;
    int m_depth;
};

QString PrescriptionCollector::problemWith(const PrescriptionField &field, JsonValue value) const
{
    if (!m_problem.isEmpty())
        return m_problem;
    switch (field.kind) {
    case Kind::Date:
    case Kind::DispensedDate:
    case Kind::SortedDispensedDate:
        return wrongDate(field.key);
    case Kind::RefillRemaining:
        return wrongNumber(field.key);
    default:
        return wrongField(field.key, value);
    }
}

bool PrescriptionCollector::takeFields(JsonObject object)
{
    for (const auto field : object) {
        const PrescriptionField *known = findPrescriptionField(field.key);
        if (known == nullptr || field.value.is_null())
            continue;
        if (!take(*known, field.value))
            return fail(problemWith(*known, field.value));
    }
    return true;
}

bool PrescriptionCollector::take(const PrescriptionField &field, JsonValue value)
{
    switch (field.kind) {
    case Kind::Text:
        return readText(value, m_result.*field.text);
    case Kind::Date:
        return readDate(value, m_result.*field.date);
    case Kind::Flag:
        return readBoolean(value, m_result.*field.flag);
    default:
        return takeSpecial(field, value);
    }
}

bool PrescriptionCollector::takeSpecial(const PrescriptionField &field, JsonValue value)
{
    switch (field.kind) {
    case Kind::Attributes:
        return takeAttributes(value);
    case Kind::WrappingId:
        return readText(value, m_wrappingId);
    case Kind::PrescriptionId:
        return readText(value, m_result.prescriptionId);
    case Kind::Station:
        return takeStation(value);
    case Kind::FirstName:
        return readText(value, m_result.prescriber.first);
    case Kind::LastName:
        return readText(value, m_result.prescriber.last);
    case Kind::RequesterDisplay:
        return readText(value, m_result.prescriber.display);
    case Kind::RefillRemaining:
        return takeRefillRemaining(value);
    case Kind::Trackable:
        return takeFlag(value, m_result.trackable);
    case Kind::CernerTransition:
        return takeFlag(value, m_result.inCernerTransition);
    case Kind::Category:
        return takeCategory(value);
    case Kind::FacilityApiName:
        return readText(value, m_facilityApiName);
    case Kind::DispensedDate:
        return readDate(value, m_result.dispensedDate);
    case Kind::SortedDispensedDate:
        return readDate(value, m_sortedDispensedDate);
    case Kind::DataSourceSystem:
    case Kind::SourceEhr:
        return takeEhr(value);
    case Kind::Fills:
        return takeFills(value);
    case Kind::Grouped:
        return takeGrouped(value);
    case Kind::Text:
    case Kind::Date:
    case Kind::Flag:
        break;
    }
    return true;
}

bool PrescriptionCollector::takeFlag(JsonValue value, bool &out)
{
    std::optional<bool> flag;
    if (!readBoolean(value, flag))
        return false;
    out = flag.value_or(out);
    return true;
}

bool PrescriptionCollector::takeRefillRemaining(JsonValue value)
{
    std::optional<qint64> number;
    if (!readInteger(value, number))
        return false;
    if (number && (*number < 0 || *number > std::numeric_limits<int>::max()))
        return false;
    if (number)
        m_result.refillRemaining = static_cast<int>(*number);
    return true;
}

bool PrescriptionCollector::takeStation(JsonValue value)
{
    QString text;
    if (!readText(value, text))
        return false;
    m_result.station = StationNumber(text);
    return m_result.station.isEmpty() || m_result.station.isValid() || fail(wrongStation("stationNumber"));
}

bool PrescriptionCollector::takeEhr(JsonValue value)
{
    QString word;
    if (!readText(value, word))
        return false;
    // Either key may carry a word that is not ours; the other one then decides.
    const auto ehr = ehrSystemFromString(word);
    if (ehr && m_ehr && *ehr != *m_ehr)
        return fail(QCoreApplication::translate("exchange",
                                                "It names two record systems that contradict each other."));
    if (ehr)
        m_ehr = ehr;
    return true;
}

bool PrescriptionCollector::takeCategory(JsonValue value)
{
    JsonArray list;
    if (value.get(list) != simdjson::SUCCESS) {
        QString word;
        if (!readText(value, word))
            return false;
        if (!word.isEmpty())
            m_result.categories.append(word);
        return true;
    }
    for (const JsonValue item : list) {
        QString word;
        if (!readText(item, word))
            return false;
        if (!word.isEmpty())
            m_result.categories.append(word);
    }
    return true;
}

bool PrescriptionCollector::takeAttributes(JsonValue value)
{
    JsonObject attributes;
    if (value.get(attributes) != simdjson::SUCCESS || m_depth > deepestGroup)
        return false;
    ++m_depth;
    return takeFields(attributes);
}

/// One refill or partial fill; its own "id" equals its prescriptionId.
Result<FillRecord> readFill(JsonObject object)
{
    FieldReader fields(object);
    FillRecord fill;
    fill.id = fields.text("prescriptionId", "id");
    fill.source = fields.text("prescriptionSource");
    fill.status = fields.text("refillStatus");
    fill.refillDate = fields.date("refillDate");
    fill.dispensedDate = fields.date("dispensedDate");
    fill.expirationDate = fields.date("expirationDate");
    fill.facilityName = fields.text("facilityApiName", "facilityName");
    if (fields.hasProblem())
        return failure(ErrorCode::InvalidInput, fields.problem());
    return fill;
}

bool PrescriptionCollector::takeFills(JsonValue value)
{
    JsonArray list;
    if (value.get(list) != simdjson::SUCCESS || ++m_depth > deepestGroup)
        return false;
    for (const JsonValue item : list) {
        JsonObject object;
        if (item.get(object) == simdjson::SUCCESS) {
            auto fill = readFill(object);
            if (!fill)
                return fail(u"rxRfRecords: "_s + fill.error().text);
            m_result.fills.append(std::move(*fill));
        } else if (item.is_array()) {
            // Older answers: [["rf_record", [{...}, ...]]].
            if (!takeFills(item))
                return false;
        } else if (!item.is_string() && !item.is_null()) {
            return false;
        }
    }
    --m_depth;
    return true;
}

bool PrescriptionCollector::takeGrouped(JsonValue value)
{
    JsonArray list;
    if (value.get(list) != simdjson::SUCCESS || m_depth > deepestGroup)
        return false;
    for (const JsonValue item : list) {
        JsonObject object;
        PrescriptionCollector earlier(m_depth + 1);
        if (item.get(object) != simdjson::SUCCESS)
            return false;
        if (!earlier.takeFields(object) || !earlier.finish())
            return fail(u"groupedMedications: "_s + earlier.problem());
        m_result.grouped.append(std::move(earlier.result()));
    }
    return true;
}

/// What depends on more than one field.
bool PrescriptionCollector::finish()
{
    if (m_result.prescriptionId.isEmpty())
        m_result.prescriptionId = m_wrappingId;
    if (m_result.prescriptionId.isEmpty())
        return isShortForm() || fail(missingField("prescriptionId"));
    if (m_result.name.isEmpty())
        m_result.name = m_result.orderableItem;
    if (!m_facilityApiName.isEmpty())
        m_result.facilityName = m_facilityApiName;
    // A day alone does not replace the instant of that day.
    const bool isSameDay = m_result.dispensedDate.isValid() &&
                           std::abs(m_sortedDispensedDate.secsTo(m_result.dispensedDate)) < 24 * 60 * 60;
    if (m_sortedDispensedDate.isValid() && !isSameDay)
        m_result.dispensedDate = m_sortedDispensedDate;
    // The Oracle Health adapter marks its prescriptions VA, some answers OH; VistA never uses either.
    const bool oracleSource = m_result.source == "VA"_L1 || m_result.source == "OH"_L1;
    m_result.ehr = m_ehr.value_or(oracleSource ? EhrSystem::OracleHealth : EhrSystem::VistA);
    return true;
}
} // namespace

Result<Record> readPrescription(JsonObject object)
{
    PrescriptionCollector collector(0);
    if (!collector.takeFields(object) || !collector.finish())
        return failure(ErrorCode::InvalidInput, collector.problem());
    Prescription &found = collector.result();
    if (collector.isShortForm()) {
        if (found.station.isEmpty())
            return failure(ErrorCode::InvalidInput, missingField("stationNumber"));
        return Record(ShortPrescription{found.patientKey, found.extractPrescriberId, found.station,
                                        found.orderedDate.date()});
    }
    return Record(std::move(found));
}

} // namespace renewal::exchange
