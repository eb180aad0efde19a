// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/engine.h"

#include <QMap>
#include <QSet>

/// What is right for a prescriber of a simulated region.
struct Truth
{
    QSet<qint64> right; ///< the team and those that are acceptable too; empty: has none
    bool ambiguous = false;
    QString kind;
    QString trap;
    QString naming;
};

/// The files of a region directory as matching sees them.
struct Region
{
    QMap<QString, renewal::correlation::StationInput> stations;
    QHash<qint64, Truth> truth; ///< by prescriber row
};

Region readRegion(const QString &directory);
