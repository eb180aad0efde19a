// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/handover.h"

#include <QCoreApplication>

namespace renewal::exchange {

namespace {
Done stoppedUnless(bool goesOn)
{
    if (goesOn)
        return ok();
    return failure(ErrorCode::Cancelled, QCoreApplication::translate("exchange", "Reading was stopped."));
}
} // namespace

Done handOver(RecordSink &sink, Record &&record, const QString &place)
{
    return stoppedUnless(sink.take(std::move(record), place));
}

Done handOver(RecordSink &sink, Result<Record> &&result, const QString &place)
{
    return result ? handOver(sink, std::move(*result), place) : setAside(sink, place, result.error().text);
}

Done setAside(RecordSink &sink, const QString &place, const QString &reason)
{
    return stoppedUnless(sink.setAside({{}, place, reason}));
}

} // namespace renewal::exchange
