// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/flippergates.h"

#include <QVector>

namespace renewal::exchange {

/// One writing call of Flipper's HTTP API, below features/:key.
struct FlipperCall
{
    bool isDelete = false; ///< else POST
    QString gate;          ///< "boolean", "actors", "groups", "percentage_of_actors", ...
    QByteArray body;       ///< JSON; empty without parameters

    bool operator==(const FlipperCall &) const = default;
};

/// The same feature with every gate closed: off for everybody.
FlipperGates closedGates(const FlipperGates &gates);
/// The same feature for that part of the users (0 to 100), besides the actors and groups that it lets in
/// already.
FlipperGates gatesAtPercentage(const FlipperGates &gates, double percentage);

/// Same gates, whatever the state is called; a percentage of 0 is none.
bool isSameGates(const FlipperGates &left, const FlipperGates &right);

/// The calls that bring a feature from one set of gates to another, in their order; none when they are the
/// same. Both boolean calls close all other gates, so what shall stay open is opened again after them; nobody
/// is let in on the way who is not in the end, and all who shall be out are out after the first calls.
QVector<FlipperCall> callsTowards(const FlipperGates &present, const FlipperGates &wanted);

} // namespace renewal::exchange
