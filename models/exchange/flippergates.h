// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/rollout.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace renewal::exchange {

/// All gates of one feature as Flipper's HTTP API delivers them (contracts.md 5.2), so that they can be put
/// back. The actors are personal data: this value lives in memory only and is never logged, stored or sent to
/// a client.
struct FlipperGates
{
    QString key;
    QString state; ///< "on", "off", "conditional"
    bool boolean = false;
    QStringList actors;                       ///< sorted
    QStringList groups;                       ///< sorted
    std::optional<double> percentageOfActors; ///< 0 to 100
    std::optional<double> percentageOfTime;   ///< 0 to 100
    QJsonValue expression = QJsonValue::Null; ///< passed on as it came

    bool operator==(const FlipperGates &) const = default;

    /// No gate lets anybody in.
    bool isOff() const;
    /// Without the actors themselves.
    FlipperFeature summary() const;
};

/// A feature, as GET /features/:key and every write answer it. InvalidInput when it is not that.
Result<FlipperGates> readFlipperGates(const QByteArray &body);

/// What an answer that is no success means. Its codes: 1 feature not found, 2 group not registered, 3
/// percentage invalid, 4 flipper_id missing, 5 name missing, 6 import invalid, 7 expression invalid; others
/// go by the status.
Error flipperError(int status, const QByteArray &body);

} // namespace renewal::exchange
