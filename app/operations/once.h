// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// A write that its sender may repeat: `key` is unique for one intended write of one sender, `requestHash`
/// tells whether a repeat is really the same request.
struct RepeatableRequest
{
    QString key;
    QString requestHash;
};

/// What was answered.
struct GivenAnswer
{
    int status = 200;
    QByteArray body;
};

/// Makes the change once: a repeat gets the answer already given, and has no second effect. Change and
/// answer are written in one transaction. The same key with another request is InvalidInput. A change that
/// fails is not remembered.
Result<GivenAnswer> once(store::Connection &connection, const Clock &clock, const RepeatableRequest &request,
                         const std::function<Result<GivenAnswer>()> &change);

} // namespace renewal::operations
