// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/careteam.h"
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
    const CareTeam *team(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QVector<CareTeam> m_teams;
};

/// "Station 552, Cardiology, lead Okafor, Chidi, closed to messages"
QString careTeamFacts(const CareTeam &team);

} // namespace renewal::items
