// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/engine.h"
#include "models/correlation/matchingcheck.h"

#include <QMap>

/// The files of a region directory as matching sees them.
struct Region
{
    QMap<QString, renewal::correlation::StationInput> stations;
    QHash<qint64, renewal::correlation::Truth> truth; ///< by prescriber row
};

Region readRegion(const QString &directory);
