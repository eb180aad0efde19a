// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/extract.h"
#include "models/rest/restpage.h"

namespace renewal {

/// An import as GET /imports/{id} shows it: where it stands, and what was set aside and why.
struct ImportReport
{
    ImportId id;
    QString fileName;
    QString state; ///< receiving, queued, running, finished, failed, cancelled
    qint64 receivedBytes = 0;
    qint64 taken = 0;         ///< records that went in
    qint64 setAsideCount = 0; ///< records that could not; the list holds the first ones
    QVector<SetAside> setAside;
    QString text; ///< what came of it, one sentence

    bool operator==(const ImportReport &) const = default;
};

QJsonObject toJson(const SetAside &item);
Done fromJson(const QJsonValue &value, SetAside &item);

QJsonObject toJson(const ImportReport &report);
Done fromJson(const QJsonValue &value, ImportReport &report);

} // namespace renewal
