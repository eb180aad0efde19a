// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/togglereader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
QStringList textList(JsonValue value)
{
    QStringList texts;
    JsonArray list;
    if (value.get(list) != simdjson::SUCCESS)
        return texts;
    for (const JsonValue item : list) {
        QString text;
        if (readText(item, text) && !text.isEmpty())
            texts.append(text);
    }
    return texts;
}

/// One gate of a Flipper feature; values are texts, null or lists.
void takeGate(JsonObject gate, FlipperFeature &feature, FieldReader &problems)
{
    FieldReader fields(gate);
    const QString key = fields.text("key");
    const auto value = fields.value("value");
    if (!value)
        return;
    std::optional<bool> boolean;
    bool read = true;
    if (key == "boolean"_L1) {
        read = readBoolean(*value, boolean);
        feature.boolean = boolean.value_or(false);
    } else if (key == "percentage_of_actors"_L1) {
        read = readNumber(*value, feature.percentageOfActors);
    } else if (key == "percentage_of_time"_L1) {
        read = readNumber(*value, feature.percentageOfTime);
    } else if (key == "actors"_L1) {
        read = value->is_array();
        feature.actorCount = static_cast<int>(textList(*value).size());
    } else if (key == "groups"_L1) {
        read = value->is_array();
        feature.groups = textList(*value);
    }
    if (!read)
        problems.fail(QCoreApplication::translate("exchange", "The gate %1 has a value that cannot be used.")
                          .arg(key.left(40)));
}
} // namespace

QString toggleName(const QString &delivered)
{
    if (delivered.contains(u'_'))
        return delivered.toLower();
    QString name;
    for (qsizetype i = 0; i < delivered.size(); ++i) {
        const QChar c = delivered[i];
        // A number is a word of its own only behind a whole word: "transition556" but "T5".
        const bool startsNumber = c.isDigit() && i > 0 && delivered[i - 1].isLower();
        if (i > 0 && (c.isUpper() || startsNumber))
            name += u'_';
        name += c.toLower();
    }
    return name;
}

Result<Record> readFeatureToggle(JsonObject object)
{
    FieldReader fields(object);
    FeatureToggle toggle;
    toggle.name = toggleName(fields.requiredText("name"));
    const auto value = fields.boolean("value");
    if (!value)
        fields.fail(missingField("value"));
    toggle.value = value.value_or(false);
    return fields.finish(std::move(toggle));
}

Result<Record> readFlipperFeature(JsonObject object)
{
    FieldReader fields(object);
    FlipperFeature feature;
    feature.key = fields.requiredText("key");
    feature.state = fields.text("state");
    if (const auto gates = fields.value("gates")) {
        JsonArray list;
        if (gates->get(list) != simdjson::SUCCESS)
            fields.fail(wrongField("gates", *gates));
        else {
            for (const JsonValue item : list) {
                JsonObject gate;
                if (item.get(gate) == simdjson::SUCCESS)
                    takeGate(gate, feature, fields);
            }
        }
    }
    return fields.finish(std::move(feature));
}

} // namespace renewal::exchange
