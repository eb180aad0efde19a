// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/cutover.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListView;
class QVBoxLayout;

namespace renewal::items {
class PoolsModel;
}

namespace renewal::ui {

class Card;
class EvidenceChart;

/// Beside an old care team: the pools that may take its place, why the one at hand may, and the choice.
class PoolsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PoolsPane(QWidget *parent = nullptr);

    /// nullptr: none is at hand.
    void setTeam(const CutOverTeam *team, const QVector<CareTeam> &pools,
                 const std::optional<TriageTeamId> &chosen);
    /// The row of the list; the last one is "None of these".
    void choose(int row);
    void chooseNone();
    void step(int by);

signals:
    /// An invalid id: none of the pools.
    void poolChosen(renewal::TriageTeamId oldTeam, renewal::TriageTeamId pool);

private:
    void setupList(QVBoxLayout *layout);
    void showEvidence(int row);

    items::PoolsModel *m_pools;
    QLabel *m_title;
    QLabel *m_facts;
    Card *m_listCard = nullptr;
    QListView *m_list = nullptr;
    Card *m_evidenceCard;
    EvidenceChart *m_evidence;
    TriageTeamId m_oldTeam;
    bool m_filling = false;
};

} // namespace renewal::ui
