// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct WordText
{
    const char *word;
    const char *text;
};

constexpr WordText valueTexts[] = {
    {"none", QT_TRANSLATE_NOOP("AuditModel", "No link")},
    {"automatic", QT_TRANSLATE_NOOP("AuditModel", "Linked by matching")},
    {"auto", QT_TRANSLATE_NOOP("AuditModel", "Linked by matching")},
    {"manual", QT_TRANSLATE_NOOP("AuditModel", "Linked by hand")},
    {"suggested", QT_TRANSLATE_NOOP("AuditModel", "Suggested, a person must decide")},
    {"refused", QT_TRANSLATE_NOOP("AuditModel", "None of the candidates")},
    {"external", QT_TRANSLATE_NOOP("AuditModel", "Community care, has no team")},
    {"stale", QT_TRANSLATE_NOOP("AuditModel", "No longer holds")},
    {"needs_routing", QT_TRANSLATE_NOOP("AuditModel", "Needs routing")},
    {"ready_to_route", QT_TRANSLATE_NOOP("AuditModel", "Ready to route")},
    {"in_review", QT_TRANSLATE_NOOP("AuditModel", "In review")},
    {"routed", QT_TRANSLATE_NOOP("AuditModel", "Routed")},
    {"closed", QT_TRANSLATE_NOOP("AuditModel", "Closed")},
    {"denied", QT_TRANSLATE_NOOP("AuditModel", "Denied")},
    {"returned", QT_TRANSLATE_NOOP("AuditModel", "Returned")},
    {"not_renewable", QT_TRANSLATE_NOOP("AuditModel", "Not renewable")},
    {"unsure", QT_TRANSLATE_NOOP("AuditModel", "Could not be told")},
    {"VISTA", QT_TRANSLATE_NOOP("AuditModel", "VistA")},
    {"ORACLE_HEALTH", QT_TRANSLATE_NOOP("AuditModel", "Oracle Health")},
};

constexpr const char *hiddenFields[] = {
    "stayReady",         "stayNeedsTeam", "stayExternal", "version", "prescriberId", "id",
    "subject",           "hash",          "cutOver",      "batch",   "teamName",     "plannedName",
    "prescriberStation", "later",         "changeKind"};
} // namespace

QString auditValueText(const QString &word)
{
    for (const WordText &row : valueTexts) {
        if (word == QLatin1StringView(row.word))
            return QCoreApplication::translate("AuditModel", row.text);
    }
    return {};
}

bool isHiddenAuditField(const QString &field)
{
    return std::ranges::any_of(hiddenFields,
                               [&](const char *hidden) { return field == QLatin1StringView(hidden); });
}

QString auditDivisionText(const QJsonObject &object)
{
    const QString division = object.value("division"_L1).toString();
    const QString name = object.value("name"_L1).toString();
    return division.isEmpty() ? QString() : name.isEmpty() ? division : division + u": "_s + name;
}

} // namespace renewal::items
