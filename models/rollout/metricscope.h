// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"

namespace renewal::rollout {

/// What a series measures, and where. "renewal_messages_sent.668" with the label "station_number:668" is the
/// base "renewal_messages_sent" at that station.
struct MetricScope
{
    QString base;      ///< key of the metric without the place
    QString suffix;    ///< what follows it in the key, with its dot; empty for the whole
    QString station;   ///< of the label station_number; empty: all stations
    QString ehr;       ///< of the label ehr_source, as toString(EhrSystem); empty: both, or not told
    QString errorType; ///< of the label error_type

    /// Everything: no station, no record system, no kind of error.
    bool isWhole() const
    {
        return suffix.isEmpty() && station.isEmpty() && ehr.isEmpty() && errorType.isEmpty();
    }
};

MetricScope scopeOf(const MetricSeries &series);
/// The value of one label of "a:b,c:d"; empty when it is not there.
QString labelValue(const QString &labels, QStringView name);

} // namespace renewal::rollout
