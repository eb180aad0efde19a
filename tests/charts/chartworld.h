// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartcontent.h"

namespace renewal::test {

/// Two series over two days, hour by hour; the first has a gap of three hours on the second day. At hour h
/// the values are 100 + h with n = 1000 + h, and 10 + h.
inline ui::ChartContent twoSeries()
{
    const QDateTime start(QDate(2026, 11, 16), QTime(0, 0), Qt::UTC);
    MetricSeries vista;
    vista.key = QStringLiteral("sent.vista");
    vista.title = QStringLiteral("VistA");
    vista.source = QStringLiteral("datadog");
    MetricSeries oracle;
    oracle.key = QStringLiteral("sent.oh");
    oracle.title = QStringLiteral("Oracle Health");
    oracle.source = QStringLiteral("datadog");
    for (int hour = 0; hour < 48; ++hour) {
        const QDateTime at = start.addSecs(3600 * hour);
        const bool isMissing = hour >= 30 && hour < 33;
        vista.points.append({at, isMissing ? std::nullopt : std::optional(100.0 + hour), 1000.0 + hour});
        oracle.points.append({at, 10.0 + hour, {}});
    }
    ui::ChartContent content;
    content.title = QStringLiteral("Renewal messages sent");
    content.unit = QStringLiteral("per hour");
    content.series = {vista, oracle};
    content.limit = 200;
    content.stages = {{QStringLiteral("A"), 5, start, start},
                      {QStringLiteral("B"), 25, start.addDays(1), start.addDays(1)}};
    return content;
}

} // namespace renewal::test
