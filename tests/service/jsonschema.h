// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringList>

#include <yaml-cpp/yaml.h>

namespace renewal::testing {

/// Checks JSON against the part of JSON Schema that our contract uses: type, nullable, required, properties,
/// items, enum, allOf, $ref, pattern, minimum, maximum, format date-time. A member that the schema does not
/// name is an error too: the contract must be whole.
class JsonSchema
{
public:
    explicit JsonSchema(YAML::Node document)
        : m_document(std::move(document))
    {
    }

    /// What is wrong, each with its place; empty when the value fits.
    QStringList check(const YAML::Node &schema, const QJsonValue &value, const QString &place = {}) const;
    /// A node with every "$ref" of the document followed.
    YAML::Node resolved(const YAML::Node &node) const;

private:
    QStringList checkObject(const YAML::Node &schema, const QJsonObject &object, const QString &place) const;
    QStringList checkText(const YAML::Node &schema, const QString &text, const QString &place) const;
    QStringList checkNumber(const YAML::Node &schema, double number, const QString &place) const;

    YAML::Node m_document;
};

} // namespace renewal::testing
