// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/cutovergateway.h"
#include "models/items/roles.h"
#include "models/items/stationdirectory.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace renewal::items {
class CutOverTeamsModel;
class FiguresModel;
} // namespace renewal::items

namespace renewal::ui {

class Banner;
class CutOverController;
class PoolsPane;
class StateOverlay;

/// "Cut-over": stations that go to Oracle Health on a day, their old care teams with the pools that are to
/// take their places, and the choice. Nothing is confirmed by itself.
class CutOverPage final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    CutOverPage(CutOverGateway *gateway, const Clock *clock, QWidget *parent = nullptr);

    void setStations(const items::StationDirectory &stations);
    void refresh();
    bool isSettled() const;
    /// Where the keyboard should be on entering.
    QTableView *table() const { return m_teams; }

    void moveSelection(int step);
    void choosePool(int row);
    void stepPool(int by);
    void chooseNone();
    /// Confirms the chosen rows.
    void confirm();
    void undo();

signals:
    void backRequested();
    void messageRaised(const QString &text, renewal::items::Tone tone);
    /// Links changed.
    void changed(const QString &text);
    void settledChanged();

private:
    QWidget *makeList();
    QWidget *makeReview();
    void setupHead(QVBoxLayout *layout);
    void setupTeams(QVBoxLayout *layout);
    void setupFoot(QVBoxLayout *layout);
    void connectController();
    void showList();
    void showReview();
    void showTeam();
    void showButtons();
    void selectStrong();
    void takeBack();
    void askEntry();
    void askWithdrawal();
    void chooseCrosswalk();
    void openCrosswalk(const QString &path);
    void showCrosswalk(const CrosswalkReport &report);
    QVector<int> chosenRows() const;

    const Clock *m_clock;
    CutOverController *m_controller;
    items::FiguresModel *m_stations;
    items::CutOverTeamsModel *m_model;
    items::StationDirectory m_directory;
    QTableView *m_list = nullptr;
    QTableView *m_teams = nullptr;
    StateOverlay *m_listOverlay = nullptr;
    StateOverlay *m_overlay = nullptr;
    Banner *m_result = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_enter = nullptr;
    QPushButton *m_crosswalk = nullptr;
    QPushButton *m_withdraw = nullptr;
    QPushButton *m_strong = nullptr;
    QPushButton *m_takeBack = nullptr;
    QPushButton *m_confirm = nullptr;
    PoolsPane *m_pools = nullptr;
    CutOverId m_shown;      ///< whose teams are in the table
    CutOverEntry m_unsaved; ///< what was typed and not taken; asked again with it
    QString m_reason;       ///< the same of a withdrawal
    bool m_filling = false;
};

} // namespace renewal::ui
