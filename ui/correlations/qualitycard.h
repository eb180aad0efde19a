// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QWidget>

class QLabel;

namespace renewal::ui {

class Card;

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
    QLabel *addLine(const QString &what, const QString &objectName);
    void show(const MatchingQuality &quality);

    CorrelationsGateway *m_gateway;
    Card *m_card;
    QLabel *m_wrong;
    QLabel *m_alone;
    quint64 m_generation = 0;
};

} // namespace renewal::ui
