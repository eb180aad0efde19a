// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/items/stationdirectory.h"

#include <QScrollArea>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace renewal::ui {

class CorrelationController;
class HistoryList;

/// Where one says what is true: the decisions, what they will do, a note, and the way back.
class DecidePane final : public QScrollArea
{
    Q_OBJECT

public:
    /// The controller must outlive the pane.
    explicit DecidePane(CorrelationController *controller, QWidget *parent = nullptr);

    void setStations(const items::StationDirectory &stations);

    QString note() const;
    void link();
    void refuse();
    void external();
    void undo();

signals:
    void otherTeamRequested();

private:
    void setupButtons(QVBoxLayout *layout);
    void setupCards(QVBoxLayout *layout);
    void showState();
    void showEffect();

    CorrelationController *m_controller;
    items::StationDirectory m_stations;
    QPushButton *m_link = nullptr;
    QPushButton *m_other = nullptr;
    QPushButton *m_refuse = nullptr;
    QPushButton *m_external = nullptr;
    QPushButton *m_undo = nullptr;
    QLabel *m_effect = nullptr;
    QPlainTextEdit *m_note = nullptr;
    HistoryList *m_history = nullptr;
    PrescriberId m_notePrescriber; ///< whom the note is about
};

} // namespace renewal::ui
