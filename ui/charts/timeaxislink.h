// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVector>

namespace renewal::ui {

class TimeSeriesChart;

/// Charts that show the same stretch of time: all cover the same whole, zooming one zooms all, and the
/// cursor of one marks the others. The charts must live as long as this or longer.
class TimeAxisLink final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void add(TimeSeriesChart *chart);

private:
    void alignBounds();

    QVector<TimeSeriesChart *> m_charts;
};

} // namespace renewal::ui
