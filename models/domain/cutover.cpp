// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/cutover.h"

#include "models/base/enumtext.h"

namespace renewal {

using namespace Qt::StringLiterals;

namespace {
constexpr EnumText<ProposalStrength> strengths[] = {
    {ProposalStrength::Strong, "strong"},
    {ProposalStrength::Likely, "likely"},
    {ProposalStrength::Undecided, "undecided"},
};

/// On which day after the cut-over the phases p0, p1, ... begin.
constexpr int phaseDays[] = {-60, -45, -30, -6, -3, 0, 2, 7, 30, 45};
} // namespace

QString cutOverPhase(const QDate &date, const QDate &today)
{
    const qint64 day = date.daysTo(today);
    int phase = -1;
    for (const int begins : phaseDays)
        phase += day >= begins ? 1 : 0;
    return phase < 0 ? QString() : u"p%1"_s.arg(phase);
}

QString toString(ProposalStrength strength)
{
    return enumText(strengths, strength);
}

std::optional<ProposalStrength> proposalStrengthFromString(QStringView word)
{
    return enumFromText(strengths, word);
}

} // namespace renewal
