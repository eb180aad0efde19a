// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/figuresoutcome.h"
#include "models/base/result.h"
#include "models/domain/rollout.h"
#include "models/gateway/rolloutgateway.h"

#include <QVector>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Takes the rollout's figures and its plan into the store. Figures that are there already belong to the go
/// or no-go answer: those of another source or region never take their place unless somebody said so. Then
/// either all of the import go in, or none. Inside the transaction of the import, on the connection's thread.
class ImportFigures
{
public:
    ImportFigures(store::Connection &connection, bool mayReplace)
        : m_connection(connection)
        , m_mayReplace(mayReplace)
    {
    }

    void add(const MetricSeries &series) { m_series.append(series); }
    void add(const RolloutOverview &plan) { m_plans.append(plan); }
    Done store();
    /// Which files of the import hold figures.
    void addFile(int number) { m_outcome.files.insert(number); }
    const FiguresOutcome &outcome() const { return m_outcome; }

private:
    Done distinguish();
    Result<QStringList> conflicts();
    Done removeOthers();

    store::Connection &m_connection;
    bool m_mayReplace;
    QVector<MetricSeries> m_series;
    QVector<RolloutOverview> m_plans;
    FiguresOutcome m_outcome;
};

} // namespace renewal::operations
