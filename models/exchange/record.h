// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/careteam.h"
#include "models/domain/extract.h"
#include "models/domain/prescriber.h"
#include "models/domain/prescription.h"
#include "models/domain/renewal.h"
#include "models/domain/rollout.h"
#include "models/domain/station.h"

#include <variant>

namespace renewal::exchange {

/// One thing read from a file or an answer, in the field's own shape.
using Record = std::variant<Prescription, ShortPrescription, Prescriber, CareTeam, PatientTeams, PastRoute,
                            RenewalMessage, Station, FeatureToggle, FlipperFeature, MetricSeries,
                            ImportedCorrelation, UpstreamError, RolloutPlan>;

/// Takes what a reader finds, in file order, on the reader's thread. `place` is where the record stands
/// ("line 17", "data[3]"). Returning false stops the reader; it then ends with ErrorCode::Cancelled.
class RecordSink
{
public:
    virtual ~RecordSink() = default;
    virtual bool take(Record &&record, const QString &place) = 0;
    /// A record that could not be read; the reader goes on after it.
    virtual bool setAside(const SetAside &item) = 0;
    /// Something the user should know about the whole file, such as stations that did not answer.
    virtual void warn(const QString &text) { Q_UNUSED(text) }
};

} // namespace renewal::exchange
