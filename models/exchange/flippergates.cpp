// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/flippergates.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::exchange {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Flipper)
};

Error unreadable(const QString &gate)
{
    return {ErrorCode::InvalidInput,
            gate.isEmpty()
                ? Texts::tr("Flipper's answer is not a feature with its gates; check the address of its API.")
                : Texts::tr("Flipper's answer has a value in the gate %1 that cannot be meant.").arg(gate),
            {}};
}

/// "10", "0.05", 10 or null; false when it is none of these, or not from 0 to 100.
bool readPercentage(const QJsonValue &value, std::optional<double> &out)
{
    if (value.isNull() || value.isUndefined())
        return true;
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || !(number >= 0 && number <= 100))
        return false;
    out = number;
    return true;
}

/// "true", true, "false", false or null.
bool readBoolean(const QJsonValue &value, bool &out)
{
    const QString word = value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString();
    out = word == "true"_L1;
    return value.isNull() || value.isUndefined() || out || word == "false"_L1;
}

bool readTexts(const QJsonValue &value, QStringList &out)
{
    if (value.isNull() || value.isUndefined())
        return true;
    for (const auto item : value.toArray())
        out.append(item.toString());
    out.sort();
    return value.isArray() && !out.contains(QString());
}

bool readGate(const QString &key, const QJsonValue &value, FlipperGates &gates)
{
    if (key == "boolean"_L1)
        return readBoolean(value, gates.boolean);
    if (key == "actors"_L1)
        return readTexts(value, gates.actors);
    if (key == "groups"_L1)
        return readTexts(value, gates.groups);
    if (key == "percentage_of_actors"_L1)
        return readPercentage(value, gates.percentageOfActors);
    if (key == "percentage_of_time"_L1)
        return readPercentage(value, gates.percentageOfTime);
    if (key == "expression"_L1)
        gates.expression = value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
    return true; // a gate of a newer Flipper
}

QString meaning(int code)
{
    switch (code) {
    case 1:
        return Texts::tr("Flipper does not know this feature. Nothing was changed, and none was made.");
    case 2:
        return Texts::tr("Flipper does not know this group; its program must register it first.");
    case 3:
        return Texts::tr("Flipper takes percentages from 0 to 100 only.");
    case 4:
        return Texts::tr("Flipper was told no user.");
    case 5:
        return Texts::tr("Flipper was told no name.");
    case 6:
        return Texts::tr("Flipper cannot use what was to be imported.");
    case 7:
        return Texts::tr("Flipper cannot use the expression.");
    default:
        return {};
    }
}

Error byStatus(int status)
{
    if (status == 401 || status == 403)
        return {ErrorCode::Unauthorized, Texts::tr("Flipper refuses the token; set one that may write."), {}};
    if (status == 404)
        return {ErrorCode::NotFound, Texts::tr("There is no Flipper API at this address."), {}};
    if (status == 429 || status >= 500)
        return {ErrorCode::Unavailable, Texts::tr("Flipper cannot answer now (status %1).").arg(status), {}};
    return {ErrorCode::Unsupported, Texts::tr("Flipper answered with status %1.").arg(status), {}};
}
} // namespace

bool FlipperGates::isOff() const
{
    return !boolean && actors.isEmpty() && groups.isEmpty() && percentageOfActors.value_or(0) <= 0 &&
           percentageOfTime.value_or(0) <= 0 && expression.isNull();
}

FlipperFeature FlipperGates::summary() const
{
    return {key,   state, boolean, percentageOfActors, percentageOfTime, static_cast<int>(actors.size()),
            groups};
}

Result<FlipperGates> readFlipperGates(const QByteArray &body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    FlipperGates gates;
    gates.key = root.value("key"_L1).toString();
    gates.state = root.value("state"_L1).toString();
    const bool isState = gates.state == "on"_L1 || gates.state == "off"_L1 || gates.state == "conditional"_L1;
    if (gates.key.isEmpty() || !isState || !root.value("gates"_L1).isArray())
        return failure(unreadable({}));
    for (const auto item : root.value("gates"_L1).toArray()) {
        const QJsonObject gate = item.toObject();
        const QString key = gate.value("key"_L1).toString();
        if (!readGate(key, gate.value("value"_L1), gates))
            return failure(unreadable(key.left(40)));
    }
    return gates;
}

Error flipperError(int status, const QByteArray &body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    const int code = root.value("code"_L1).toInt();
    const QString text = meaning(code);
    if (text.isEmpty())
        return byStatus(status);
    return {code == 1 ? ErrorCode::NotFound : ErrorCode::InvalidInput, text, {}};
}

} // namespace renewal::exchange
