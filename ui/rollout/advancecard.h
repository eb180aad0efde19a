// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/rolloutgateway.h"

#include <QWidget>

class QLabel;

namespace renewal::ui {

class Card;

/// The one answer a rollout owes: may we go on, and if not, what stands in the way.
class AdvanceCard final : public QWidget
{
    Q_OBJECT

public:
    explicit AdvanceCard(QWidget *parent = nullptr);

    void setOverview(const RolloutOverview &overview);

private:
    Card *m_card;
    QLabel *m_answer;
    QLabel *m_reasons;
};

/// The first stage that has not begun; nullptr when all have.
const RolloutStage *nextStage(const RolloutOverview &overview);
/// The last stage that has begun; nullptr before the first.
const RolloutStage *presentStage(const RolloutOverview &overview);

} // namespace renewal::ui
