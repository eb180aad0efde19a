// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/rolloutgateway.h"

#include <QDateTime>
#include <QWidget>

class QLabel;

namespace renewal::ui {

class Card;
class Chip;
class StageStrip;

/// The toggle that the rollout steers: for how many it is on, where that was read, and the stages.
class ToggleCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ToggleCard(QWidget *parent = nullptr);

    void setOverview(const RolloutOverview &overview, const QDateTime &now);
    /// Time goes on while the overview stays.
    void showAge(const QDateTime &now);

private:
    Card *m_card;
    QLabel *m_toggle;
    Chip *m_percent;
    QLabel *m_readAt;
    StageStrip *m_stages;
    QString m_environment;
    QDateTime m_read;
};

} // namespace renewal::ui
