// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/drugparts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Form
{
    const char *word; ///< as VistA writes it
    const char *text;
};
constexpr Form forms[] = {
    {"TAB", QT_TRANSLATE_NOOP("DrugForm", "tablet")},
    {"TABLET", QT_TRANSLATE_NOOP("DrugForm", "tablet")},
    {"CAP", QT_TRANSLATE_NOOP("DrugForm", "capsule")},
    {"CAPSULE", QT_TRANSLATE_NOOP("DrugForm", "capsule")},
    {"INJ", QT_TRANSLATE_NOOP("DrugForm", "injection")},
    {"INHL", QT_TRANSLATE_NOOP("DrugForm", "inhaler")},
    {"CREAM", QT_TRANSLATE_NOOP("DrugForm", "cream")},
    {"OINT", QT_TRANSLATE_NOOP("DrugForm", "ointment")},
    {"PATCH", QT_TRANSLATE_NOOP("DrugForm", "patch")},
    {"SOLN", QT_TRANSLATE_NOOP("DrugForm", "solution")},
    {"SUSP", QT_TRANSLATE_NOOP("DrugForm", "suspension")},
    {"SUPP", QT_TRANSLATE_NOOP("DrugForm", "suppository")},
    {"GEL", QT_TRANSLATE_NOOP("DrugForm", "gel")},
};
} // namespace

DrugParts drugParts(const QString &drug)
{
    static const QRegularExpression strength(
        uR"((?<![\w.])(\d[\d.,]*(?:[-/]\d[\d.,]*)*\s?(?:MCG|MG|GM|G|MEQ|ML|UNITS?|UNT|%|MIU|IU))"
        uR"((?:\s?/\s?(?:\d[\d.,]*\s?)?(?:MCG|MG|GM|G|ML|L|HR|H|ACT|PUFF|DOSE|ACTUAT))?)(?![\w]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString plain = drug.simplified();
    const auto match = strength.match(plain);
    if (!match.hasMatch())
        return {plain, {}, {}};
    DrugParts parts{plain.left(match.capturedStart()).trimmed(), match.captured(1), {}};
    parts.form = plain.mid(match.capturedEnd()).trimmed();
    for (const Form &form : forms) {
        if (parts.form.compare(QLatin1StringView(form.word), Qt::CaseInsensitive) == 0)
            parts.form = QCoreApplication::translate("DrugForm", form.text);
    }
    return parts;
}

} // namespace renewal::items
