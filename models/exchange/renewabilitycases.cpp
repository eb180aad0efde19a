// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/renewabilitycases.h"

#include "models/exchange/casesreader.h"
#include "models/exchange/recordfunctions.h"
#include "models/exchange/recordreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("exchange", text);
}

QStringList textList(const std::optional<JsonValue> &value)
{
    QStringList texts;
    JsonArray list;
    if (!value || value->get(list) != simdjson::SUCCESS)
        return texts;
    for (const JsonValue item : list) {
        QString text;
        readText(item, text);
        texts.append(text);
    }
    return texts;
}

std::optional<int> smallNumber(FieldReader &fields, std::string_view key)
{
    const auto number = fields.integer(key);
    return number ? std::optional(static_cast<int>(qBound(qint64(0), *number, qint64(1'000'000))))
                  : std::nullopt;
}

/// max(repeats - max(completed dispenses - 1, 0), 0), as the table itself states it.
void takeFhirInput(FieldReader &fields, Prescription &out)
{
    FhirFacts facts;
    facts.status = fields.text("status");
    facts.intent = fields.text("intent");
    facts.reported = fields.boolean("reportedBoolean");
    facts.categories = textList(fields.value("category"));
    facts.dispenseStatuses = textList(fields.value("dispenseStatuses"));
    facts.repeatsAllowed = smallNumber(fields, "numberOfRepeatsAllowed");
    facts.validityPeriodEnd = fields.text("validityPeriodEnd");
    JsonArray list;
    if (const auto value = fields.value("extensions"); value && value->get(list) == simdjson::SUCCESS) {
        for (const JsonValue item : list) {
            JsonObject extension;
            if (item.get(extension) != simdjson::SUCCESS)
                continue;
            FieldReader inner(extension);
            facts.extensions.append({inner.text("url"), inner.flag("valueBoolean")});
        }
    }
    if (const auto end = fields.value("validityPeriodEnd"))
        readDate(*end, out.expirationDate);
    out.categories = facts.categories;
    for (const QString &status : facts.dispenseStatuses) {
        FillRecord fill;
        fill.source = u"RF"_s;
        fill.status = status;
        out.fills.append(fill);
    }
    out.fhir = facts;
}

void takeVistaInput(FieldReader &fields, Prescription &out)
{
    out.dispStatus = fields.text("dispStatus");
    out.refillStatus = fields.text("refillStatus");
    out.refillRemaining = smallNumber(fields, "refillRemaining");
    out.source = fields.text("prescriptionSource");
    out.refillable = fields.boolean("isRefillable");
    out.renewable = fields.boolean("upstreamIsRenewable");
    if (!out.renewable)
        out.renewable = fields.boolean("isRenewable");
    out.expirationDate = fields.date("expirationDate");
    JsonArray list;
    if (const auto value = fields.value("rfRecordExpirationDates");
        value && value->get(list) == simdjson::SUCCESS) {
        for (const JsonValue item : list) {
            FillRecord fill;
            fill.source = u"RF"_s;
            if (!readDate(item, fill.expirationDate))
                fields.fail(tr(QT_TRANSLATE_NOOP(
                    "exchange", "rfRecordExpirationDates holds something that is no date.")));
            out.fills.append(fill);
        }
    }
}

Result<RenewabilityCase> readCase(JsonObject object)
{
    FieldReader fields(object);
    RenewabilityCase row;
    row.id = fields.requiredText("id");
    row.source = fields.requiredText("source");
    row.today = fields.date("today");
    row.description = fields.text("description");
    row.expectedRenewable = fields.boolean("expectedRenewable");
    row.expectedGate = fields.text("expectedGate");
    const auto ehr = ehrSystemFromString(QString(row.source).replace(u'_', u' '));
    row.ehr = ehr.value_or(EhrSystem::VistA);
    if (!ehr)
        fields.fail(tr(QT_TRANSLATE_NOOP("exchange", "source is neither vista nor oracle_health.")));
    JsonObject input;
    if (const auto value = findValue(object, "input"); value && value->get(input) == simdjson::SUCCESS) {
        FieldReader inputFields(input);
        Prescription prescription;
        prescription.prescriptionId = row.id;
        prescription.ehr = row.ehr;
        if (row.ehr == EhrSystem::OracleHealth)
            takeFhirInput(inputFields, prescription);
        else
            takeVistaInput(inputFields, prescription);
        if (inputFields.hasProblem())
            fields.fail(inputFields.problem());
        row.prescription = prescription;
    }
    if (fields.hasProblem())
        return failure(ErrorCode::InvalidInput, fields.problem());
    return row;
}
} // namespace

Result<QVector<RenewabilityCase>> readRenewabilityCases(JsonObject root)
{
    JsonArray list;
    const auto cases = findValue(root, "cases");
    if (!cases || cases->get(list) != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidInput,
                       tr(QT_TRANSLATE_NOOP("exchange", "The table has no list \"cases\".")));
    QVector<RenewabilityCase> rows;
    for (const JsonValue item : list) {
        JsonObject object;
        const QString place = u"cases[%1]: "_s.arg(rows.size());
        if (item.get(object) != simdjson::SUCCESS)
            return failure(ErrorCode::InvalidInput,
                           place +
                               tr(QT_TRANSLATE_NOOP("exchange", "An object was expected, but this is %1."))
                                   .arg(typeWord(item)));
        auto row = readCase(object);
        if (!row)
            return failure(ErrorCode::InvalidInput, place + row.error().text);
        rows.append(std::move(*row));
    }
    return rows;
}

Result<QVector<RenewabilityCase>> readRenewabilityCases(const QByteArray &json)
{
    simdjson::dom::parser parser;
    const QByteArray padded = json + QByteArray(jsonPadding, '\0');
    const auto root = parseJson(parser, QByteArrayView(padded).first(json.size()));
    if (!root)
        return failure(root.error());
    JsonObject object;
    if (root->get(object) != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidInput,
                       tr(QT_TRANSLATE_NOOP("exchange", "The table has no list \"cases\".")));
    return readRenewabilityCases(object);
}

} // namespace renewal::exchange
