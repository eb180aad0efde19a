// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QWidget>

namespace renewal::ui {

class FactsGrid;

/// How well matching does, in counts. Hidden while there is nothing honest to say: no automatic link in the
/// time looked at, or no answer.
class QualityCard final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the card.
    explicit QualityCard(CorrelationsGateway *gateway, QWidget *parent = nullptr);

    /// Fetches the counts of the scope.
    void load(const Scope &scope);

private:
    void show(const MatchingQuality &quality);

    CorrelationsGateway *m_gateway;
    FactsGrid *m_facts;
    quint64 m_generation = 0;
};

} // namespace renewal::ui
