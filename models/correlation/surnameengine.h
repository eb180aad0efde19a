// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/engine.h"

namespace renewal::correlation {

/// Matching by names alone: the exact or normalised surname within the parent station, with a given name or
/// initial for or against it. Simple and careful: it sees no patients, so most prescribers are left to
/// people, and what it links itself needs everything in its favour (see automaticObstacle in the source).
/// Stateless: any number of threads.
class SurnameEngine final : public Engine
{
public:
    QString version() const override;
    QVector<CandidateSet> match(const StationInput &station) const override;
};

} // namespace renewal::correlation
