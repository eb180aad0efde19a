// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/outboxitem.h"

namespace renewal::test {

/// A message with every member filled.
inline OutboxItem outboxItem()
{
    using namespace Qt::StringLiterals;
    OutboxItem item{{}, u"The team is gone."_s, u"R-1"_s, u"LISINOPRIL"_s, u"••••4821"_s, u"Okafor"_s};
    item.entry = {OutboxId{5},
                  4,
                  RenewalId{42},
                  u"552"_s,
                  TriageTeamId{7},
                  u"Team"_s,
                  u"RX-1"_s,
                  {},
                  OutboxState::DeadLetter,
                  2,
                  QDateTime::fromSecsSinceEpoch(1, Qt::UTC).addSecs(1),
                  QDateTime::fromSecsSinceEpoch(1, Qt::UTC).addSecs(2),
                  QDateTime::fromSecsSinceEpoch(1, Qt::UTC).addSecs(3),
                  QDateTime::fromSecsSinceEpoch(1, Qt::UTC).addSecs(4),
                  u"SM119"_s,
                  {},
                  u"674838"_s,
                  {},
                  0,
                  0};
    return item;
}

} // namespace renewal::test
