// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/renewalsgateway.h"

#include "models/base/enumtext.h"

namespace renewal {

namespace {
constexpr EnumText<ChoiceField> fieldNames[] = {
    {ChoiceField::Division, "division"},     {ChoiceField::CareTeam, "care_team"},
    {ChoiceField::Prescriber, "prescriber"}, {ChoiceField::Drug, "drug"},
    {ChoiceField::DrugClass, "drug_class"},  {ChoiceField::Due, "due"},
    {ChoiceField::Source, "source"},         {ChoiceField::Gate, "gate"},
};
} // namespace

QString toString(ChoiceField field)
{
    return enumText(fieldNames, field);
}

std::optional<ChoiceField> choiceFieldFromString(QStringView word)
{
    return enumFromText(fieldNames, word);
}

} // namespace renewal
