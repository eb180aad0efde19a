// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/errorreader.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
// MHV answers bare numbers; VA.gov shows them with the service's letters (contracts of Secure Messaging
// and prescriptions). Numbers that both use (135, 99) stay bare unless the text tells.
constexpr int messagingCodes[] = {100, 101, 102, 103, 104, 105, 106, 111, 112, 115, 119, 122, 123,
                                  124, 128, 129, 130, 131, 134, 151, 172, 900, 901, 902, 903, 904};
constexpr int prescriptionCodes[] = {138, 139};

template <std::size_t N>
bool contains(const int (&codes)[N], int code)
{
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

QString mhvCode(const QString &delivered, const QString &text)
{
    bool isNumber = false;
    const int number = delivered.toInt(&isNumber);
    if (!isNumber)
        return delivered;
    const bool aboutPrescriptions = text.contains("prescription"_L1, Qt::CaseInsensitive) ||
                                    text.contains("rxrefill"_L1, Qt::CaseInsensitive);
    if (number == 99 && text.contains("optimistic locking"_L1, Qt::CaseInsensitive))
        return u"RX99LOCKED"_s;
    if (contains(prescriptionCodes, number) || aboutPrescriptions)
        return u"RX"_s + delivered;
    return contains(messagingCodes, number) ? u"SM"_s + delivered : delivered;
}

/// The HTTP status when a text or number is one.
int httpStatus(const QString &text)
{
    const int number = text.toInt();
    return number >= 100 && number <= 599 ? number : 0;
}

UpstreamError fromListItem(JsonValue item)
{
    UpstreamError error;
    JsonObject object;
    if (item.get(object) != simdjson::SUCCESS) {
        readText(item, error.title);
        return error;
    }
    FieldReader fields(object);
    error.code = fields.text("code");
    error.title = fields.text("title", "message");
    error.detail = fields.text("detail");
    error.httpStatus = httpStatus(fields.text("status"));
    return error;
}

bool isTold(const UpstreamError &error)
{
    return !error.code.isEmpty() || !error.title.isEmpty() || !error.detail.isEmpty();
}
} // namespace

QVector<UpstreamError> readUpstreamErrors(JsonObject object)
{
    QVector<UpstreamError> errors;
    const auto add = [&errors](const UpstreamError &error) {
        if (isTold(error))
            errors.append(error);
    };
    FieldReader fields(object);
    JsonArray list;
    JsonObject inner;
    if (const auto value = fields.value("errors"); value && value->get(list) == simdjson::SUCCESS) {
        for (const JsonValue item : list)
            add(fromListItem(item));
        return errors;
    }
    if (fields.value("errorCode")) {
        const QString title = fields.text("message");
        const QString detail = fields.text("developerMessage");
        add({mhvCode(fields.text("errorCode"), title + detail), title, detail, 0});
        return errors;
    }
    const auto error = fields.value("error");
    if (error && error->get(inner) == simdjson::SUCCESS) {
        FieldReader told(inner);
        const QString code = told.text("code");
        add({told.text("status", "code"), told.text("message"), {}, httpStatus(code)});
    } else if (error) {
        add({fields.text("errorType"), fields.text("error"), {}, 0});
    } else if (fields.value("code") && fields.value("message")) {
        add({fields.text("code"), fields.text("message"), fields.text("moreInfo"), 0});
    }
    return errors;
}

} // namespace renewal::exchange
