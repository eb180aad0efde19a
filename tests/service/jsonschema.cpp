// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/jsonschema.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

namespace renewal::testing {

using namespace Qt::StringLiterals;

namespace {
QString textOf(const YAML::Node &node)
{
    return QString::fromStdString(node.as<std::string>());
}
} // namespace

YAML::Node JsonSchema::resolved(const YAML::Node &node) const
{
    if (!node.IsMap() || !node["$ref"])
        return node;
    YAML::Node found;
    found.reset(m_document);
    const QStringList steps = textOf(node["$ref"]).mid(2).split(u'/');
    for (const QString &step : steps)
        found.reset(found[step.toStdString()]);
    return resolved(found);
}

QStringList JsonSchema::check(const YAML::Node &given, const QJsonValue &value, const QString &place) const
{
    const YAML::Node schema = resolved(given);
    if (value.isNull() && schema["nullable"] && schema["nullable"].as<bool>())
        return {};
    QStringList wrong;
    for (const YAML::Node &part : schema["allOf"] ? schema["allOf"] : YAML::Node(YAML::NodeType::Sequence))
        wrong += check(part, value, place);
    if (!schema["type"])
        return wrong;
    const QString type = textOf(schema["type"]);
    if (type == "object"_L1 && value.isObject())
        return wrong + checkObject(schema, value.toObject(), place);
    if (type == "array"_L1 && value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            wrong += check(schema["items"], array[i], u"%1[%2]"_s.arg(place).arg(i));
        return wrong;
    }
    if (type == "string"_L1 && value.isString())
        return wrong + checkText(schema, value.toString(), place);
    const bool whole = value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    if ((type == "integer"_L1 && whole) || (type == "number"_L1 && value.isDouble()))
        return wrong + checkNumber(schema, value.toDouble(), place);
    if (type == "boolean"_L1 && value.isBool())
        return wrong;
    return wrong << place + u" is not of type "_s + type;
}

QStringList JsonSchema::checkObject(const YAML::Node &schema, const QJsonObject &object,
                                    const QString &place) const
{
    QStringList wrong;
    for (const YAML::Node &name :
         schema["required"] ? schema["required"] : YAML::Node(YAML::NodeType::Sequence)) {
        if (!object.contains(textOf(name)))
            wrong << place + u'.' + textOf(name) + u" is missing"_s;
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        const YAML::Node property = schema["properties"] ? schema["properties"][member.key().toStdString()]
                                                         : schema["additionalProperties"];
        const QString inside = place + u'.' + member.key();
        if (property)
            wrong += check(property, member.value(), inside);
        else
            wrong << inside + u" is not in the contract"_s;
    }
    return wrong;
}

QStringList JsonSchema::checkText(const YAML::Node &schema, const QString &text, const QString &place) const
{
    QStringList wrong;
    if (schema["enum"]) {
        QStringList words;
        for (const YAML::Node &word : schema["enum"])
            words << textOf(word);
        if (!words.contains(text))
            wrong << place + u" is not one of "_s + words.join(u", "_s);
    }
    if (schema["pattern"] && !QRegularExpression(textOf(schema["pattern"])).match(text).hasMatch())
        wrong << place + u" does not fit "_s + textOf(schema["pattern"]);
    if (schema["format"] && textOf(schema["format"]) == "date-time"_L1) {
        const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
        if (!instant.isValid() || instant.timeSpec() == Qt::LocalTime)
            wrong << place + u" is no date-time"_s;
    }
    return wrong;
}

QStringList JsonSchema::checkNumber(const YAML::Node &schema, double number, const QString &place) const
{
    QStringList wrong;
    if (schema["minimum"] && number < schema["minimum"].as<double>())
        wrong << place + u" is below the minimum"_s;
    if (schema["maximum"] && number > schema["maximum"].as<double>())
        wrong << place + u" is above the maximum"_s;
    return wrong;
}

} // namespace renewal::testing
