// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/items/roles.h"

#include <QAbstractListModel>
#include <QVector>

namespace renewal::items {

/// A flat list of care teams to choose from.
class CareTeamsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setTeams(const QVector<CareTeam> &teams);
    /// With why matching does not suggest them.
    void setChoices(const QVector<TeamChoice> &choices);
    /// Empty for a candidate, and when nothing is known.
    QString reason(int row) const;
    const CareTeam *team(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QVector<TeamChoice> m_choices;
};

/// "Station 552, Cardiology, lead Okafor, Chidi, closed to messages"
QString careTeamFacts(const CareTeam &team);

} // namespace renewal::items
