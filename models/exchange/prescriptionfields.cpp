// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/prescriptionfields.h"

#include <array>
#include <cstring>

namespace renewal::exchange {

namespace {
using Kind = PrescriptionFieldKind;

constexpr PrescriptionField text(std::string_view key, QString Prescription::*member)
{
    return {key, Kind::Text, member, nullptr, nullptr};
}

constexpr PrescriptionField date(std::string_view key, QDateTime Prescription::*member)
{
    return {key, Kind::Date, nullptr, member, nullptr};
}

constexpr PrescriptionField flag(std::string_view key, std::optional<bool> Prescription::*member)
{
    return {key, Kind::Flag, nullptr, nullptr, member};
}

constexpr PrescriptionField fields[] = {
    {"attributes", Kind::Attributes},
    {"id", Kind::WrappingId},
    {"prescriptionId", Kind::PrescriptionId},
    {"stationNumber", Kind::Station},
    {"providerFirstName", Kind::FirstName},
    {"providerLastName", Kind::LastName},
    {"requesterDisplay", Kind::RequesterDisplay},
    {"refillRemaining", Kind::RefillRemaining},
    {"isTrackable", Kind::Trackable},
    {"inCernerTransition", Kind::CernerTransition},
    {"category", Kind::Category},
    {"facilityApiName", Kind::FacilityApiName},
    {"dispensedDate", Kind::DispensedDate},
    {"sortedDispensedDate", Kind::SortedDispensedDate},
    {"dataSourceSystem", Kind::DataSourceSystem},
    {"sourceEhr", Kind::SourceEhr},
    {"rxRfRecords", Kind::Fills},
    {"rxRFRecords", Kind::Fills}, // the upstream's spelling
    {"groupedMedications", Kind::Grouped},
    text("prescriptionNumber", &Prescription::prescriptionNumber),
    text("patientId", &Prescription::patientKey),
    text("prescriberId", &Prescription::extractPrescriberId),
    text("prescriptionName", &Prescription::name),
    text("orderableItem", &Prescription::orderableItem),
    text("sig", &Prescription::sig),
    text("indicationForUse", &Prescription::indication),
    text("remarks", &Prescription::remarks),
    text("quantity", &Prescription::quantity),
    text("prescriptionSource", &Prescription::source),
    text("refillStatus", &Prescription::refillStatus),
    text("dispStatus", &Prescription::dispStatus),
    text("notRenewableReason", &Prescription::notRenewableReason),
    text("divisionName", &Prescription::divisionName),
    text("facilityName", &Prescription::facilityName),
    flag("isRefillable", &Prescription::refillable),
    flag("isRenewable", &Prescription::renewable),
    date("orderedDate", &Prescription::orderedDate),
    date("refillDate", &Prescription::refillDate),
    date("refillSubmitDate", &Prescription::refillSubmitDate),
    date("expirationDate", &Prescription::expirationDate),
    date("modifiedDate", &Prescription::modifiedDate),
    date("renewalSubmittedTimestamp", &Prescription::renewalSubmitted),
};

constexpr std::size_t slotCount = 256;
constexpr std::size_t longestKey = 40;

constexpr std::size_t slotOf(std::string_view key)
{
    const auto at = [key](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(key[i]));
    };
    return (key.size() * 7 + at(0) * 31 + at(key.size() / 2) * 13 + at(key.size() - 1) * 5) % slotCount;
}

/// Open addressing with linear steps: index + 1 into `fields`, 0 for an empty slot.
constexpr std::array<std::uint8_t, slotCount> makeSlots()
{
    std::array<std::uint8_t, slotCount> table{};
    std::uint8_t number = 0;
    for (const PrescriptionField &field : fields) {
        ++number;
        std::size_t slot = slotOf(field.key);
        while (table[slot] != 0)
            slot = (slot + 1) % slotCount;
        table[slot] = number;
    }
    return table;
}

constexpr std::array<std::uint8_t, slotCount> slotTable = makeSlots();

const PrescriptionField *findExact(std::string_view key)
{
    std::size_t slot = slotOf(key);
    while (slotTable[slot] != 0) {
        const PrescriptionField &field = fields[slotTable[slot] - 1];
        if (field.key == key)
            return &field;
        slot = (slot + 1) % slotCount;
    }
    return nullptr;
}
} // namespace

const PrescriptionField *findPrescriptionField(std::string_view key)
{
    if (key.empty() || key.size() > longestKey)
        return nullptr;
    if (const PrescriptionField *field = findExact(key))
        return field;
    if (std::memchr(key.data(), '_', key.size()) == nullptr)
        return nullptr;
    char camel[longestKey];
    std::size_t length = 0;
    bool raise = false;
    for (const char c : key) {
        if (c == '_') {
            raise = length > 0;
            continue;
        }
        camel[length++] = raise && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        raise = false;
    }
    return length > 0 ? findExact({camel, length}) : nullptr;
}

} // namespace renewal::exchange
