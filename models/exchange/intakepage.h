// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/intake.h"
#include "models/exchange/record.h"

#include <QByteArray>

#include <vector>

namespace renewal::exchange {

/// One record of a page, or why it could not be read.
struct IntakeRecord
{
    Result<Record> record;
    QByteArray hash; ///< of its content, hexadecimal: the same again is known by it
    QString place;   ///< "data[3]"
    QDateTime at;    ///< when it was sent or changed; invalid: not told
};

/// A page of a list of the upstream.
struct IntakePage
{
    std::vector<IntakeRecord> records;
    QString next; ///< the cursor of the page after it; empty: this was the last one
};

/// Reads {"data": [...], "meta": {"next": "..."}}, the elements in the shapes that messages and prescriptions
/// are delivered in (contracts: VA.gov and upstream). One that cannot be read spoils no other; a text that is
/// no page is InvalidInput. What lacks something that makes it a request, such as its Veteran, cannot be
/// read.
Result<IntakePage> readIntakePage(const QByteArray &body, IntakeSource source);

} // namespace renewal::exchange
