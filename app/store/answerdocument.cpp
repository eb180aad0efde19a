// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/answerdocument.h"

#include "app/store/jsonparts.h"

#include <QJsonDocument>

namespace renewal::store {

using namespace Qt::StringLiterals;

QString answerDocument(const RenewalAnswer &answer)
{
    if (answer == RenewalAnswer())
        return {};
    QJsonObject json;
    if (answer.order) {
        QJsonObject order;
        json::put(order, "drug", answer.order->drug);
        json::put(order, "sig", answer.order->sig);
        json::put(order, "quantity", answer.order->quantity);
        json::put(order, "refills", answer.order->refills);
        json.insert("order"_L1, order);
    }
    if (answer.gateOverride) {
        QJsonObject gate;
        json::put(gate, "gate", answer.gateOverride->gate);
        json::put(gate, "reason", answer.gateOverride->reason);
        json.insert("override"_L1, gate);
    }
    json::put(json, "duplicateOf", answer.duplicateOf.value);
    json::put(json, "message", answer.message);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<RenewalAnswer> answerFromDocument(const QString &document)
{
    RenewalAnswer answer;
    if (document.isEmpty())
        return answer;
    const auto json = json::parseObject(document.toUtf8());
    if (!json)
        return failure(json.error());
    if (json->contains("order"_L1)) {
        const QJsonObject order = json->value("order"_L1).toObject();
        answer.order.emplace();
        json::take(order, "drug", answer.order->drug);
        json::take(order, "sig", answer.order->sig);
        json::take(order, "quantity", answer.order->quantity);
        json::take(order, "refills", answer.order->refills);
    }
    if (json->contains("override"_L1)) {
        const QJsonObject gate = json->value("override"_L1).toObject();
        answer.gateOverride.emplace();
        json::take(gate, "gate", answer.gateOverride->gate);
        json::take(gate, "reason", answer.gateOverride->reason);
    }
    json::take(*json, "duplicateOf", answer.duplicateOf.value);
    json::take(*json, "message", answer.message);
    return answer;
}

} // namespace renewal::store
