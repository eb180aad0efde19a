// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/manyplan.h"

#include <QObject>

namespace renewal::ui {

/// Finds out what one decision about several prescribers would be: fetches their candidates one after the
/// other where it needs them. A newer wish takes the place of an older one.
class ManyPlanner final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive the planner.
    explicit ManyPlanner(CorrelationsGateway *gateway, QObject *parent = nullptr);

    void plan(DecisionKind kind, const QVector<PrescriberSummary> &chosen, const QString &note);
    void forget();
    bool isBusy() const { return m_busy; }

signals:
    void busyChanged();
    void planned(const renewal::items::ManyPlan &plan);

private:
    void fetchNext();
    void finish();

    CorrelationsGateway *m_gateway;
    QVector<PrescriberSummary> m_chosen;
    QVector<std::optional<PrescriberDetail>> m_details;
    QString m_note;
    quint64 m_generation = 0;
    bool m_busy = false;
};

} // namespace renewal::ui
