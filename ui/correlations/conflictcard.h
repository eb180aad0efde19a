// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace renewal::ui {

class Card;
class CorrelationController;
class FactsGrid;

/// Somebody else was faster: what this person wanted beside what stands now. Nothing of the own work is
/// lost: candidate and note are still there.
class ConflictCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictCard(QWidget *parent = nullptr);

    /// Shown while the controller tells of a conflict.
    void setState(const CorrelationController &controller);

private:
    Card *m_card;
    FactsGrid *m_facts;
};

} // namespace renewal::ui
