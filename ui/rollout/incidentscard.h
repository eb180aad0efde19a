// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"

#include <QVector>
#include <QWidget>

class QLabel;

namespace renewal::ui {

class Card;
class Chip;

/// What went wrong during the rollout, newest first, and what was done about it.
class IncidentsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit IncidentsCard(QWidget *parent = nullptr);

    void setIncidents(const QVector<Incident> &incidents);

private:
    struct Row
    {
        QWidget *line;
        Chip *severity;
        QLabel *text;
        QLabel *resolution;
    };
    void addRow();

    Card *m_card;
    QLabel *m_none;
    QVector<Row> m_rows;
};

} // namespace renewal::ui
