// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/rolloutgateway.h"

#include <QWidget>

namespace renewal::ui {

class Card;
class FactsGrid;

/// "Stage B so far": what the present stage has brought, in figures.
class StageFactsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit StageFactsCard(QWidget *parent = nullptr);

    void setOverview(const RolloutOverview &overview);

private:
    Card *m_card;
    FactsGrid *m_facts;
};

} // namespace renewal::ui
