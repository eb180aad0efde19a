// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QWidget>

class QLabel;

namespace renewal::ui {

class Card;
class CorrelationController;

/// "What will happen": for each decision that can be taken, what it would do to the renewals.
class EffectCard final : public QWidget
{
    Q_OBJECT

public:
    explicit EffectCard(QWidget *parent = nullptr);

    void setState(const CorrelationController &controller);

private:
    struct Block
    {
        DecisionKind kind = DecisionKind::Link;
        QLabel *title = nullptr;
        QLabel *lines = nullptr;
        QLabel *later = nullptr;
    };

    void addBlock(DecisionKind kind, const QString &word);
    void showBlock(const Block &block, const CorrelationController &controller);

    Card *m_card;
    QVector<Block> m_blocks;
    QLabel *m_beyond;
};

} // namespace renewal::ui
