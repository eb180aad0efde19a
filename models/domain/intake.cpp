// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/intake.h"

#include "models/base/enumtext.h"

namespace renewal {

namespace {
constexpr EnumText<IntakeSource> sourceNames[] = {
    {IntakeSource::Messages, "messages"},
    {IntakeSource::Prescriptions, "prescriptions"},
};
} // namespace

QString toString(IntakeSource source)
{
    return enumText(sourceNames, source);
}

std::optional<IntakeSource> intakeSourceFromString(QStringView word)
{
    return enumFromText(sourceNames, word);
}

} // namespace renewal
