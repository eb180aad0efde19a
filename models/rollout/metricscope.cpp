// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/metricscope.h"

#include "models/domain/station.h"

namespace renewal::rollout {

using namespace Qt::StringLiterals;

QString labelValue(const QString &labels, QStringView name)
{
    for (const QStringView label : QStringView(labels).split(u',')) {
        const qsizetype colon = label.indexOf(u':');
        if (colon == name.size() && label.startsWith(name))
            return label.mid(colon + 1).toString();
    }
    return {};
}

MetricScope scopeOf(const MetricSeries &series)
{
    MetricScope scope;
    // A series whose labels made it one of several carries them in braces.
    const QString name = series.key.section(u'{', 0, 0);
    scope.base = name.section(u'.', 0, 0);
    scope.suffix = series.key.mid(scope.base.size());
    scope.station = labelValue(series.labels, u"station_number");
    scope.errorType = labelValue(series.labels, u"error_type");
    const auto ehr = ehrSystemFromString(labelValue(series.labels, u"ehr_source"));
    scope.ehr = ehr ? toString(*ehr) : QString();
    return scope;
}

} // namespace renewal::rollout
