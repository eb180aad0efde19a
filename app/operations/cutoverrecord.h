// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/cutover.h"

#include <QDateTime>
#include <QJsonObject>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Who does it, and when.
struct CutOverStep
{
    QDateTime at;
    QString actor;
};

/// What every change of a cut-over leaves behind: an audit entry about the station, and a change.
Done recordCutOver(store::Connection &connection, const CutOverStep &step, const QString &action,
                   const CutOver &cutOver, QJsonObject after, const QString &note);
/// Stores the changed correlation with history, change and audit entry.
Done recordLink(store::Connection &connection, const CutOverStep &step, const QString &action,
                const Correlation &before, const Correlation &next, const QString &text);
/// Notes for the cut-overs whose day has come that it has, with audit entry and change.
Done beginCutOvers(store::Connection &connection, const QDateTime &now);
/// Ends what no longer holds at the station and moves its renewals.
Done settleStation(store::Connection &connection, const CutOverStep &step, const QString &parentStation);

} // namespace renewal::operations
