// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QDialog>

class QLabel;

namespace renewal::items {
class CandidatesModel;
}

namespace renewal::ui {

class Card;
class FactsGrid;

/// Two people decided about one prescriber: what the other one did beside what this one wanted, with what
/// each does to the renewals. Accepted means "mine"; rejected leaves theirs. Nothing is typed anew.
class ConflictDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `detail` is the present state, `mine` was refused. The gateway must outlive the dialog.
    ConflictDialog(CorrelationsGateway *gateway, const PrescriberDetail &detail, const Decision &mine,
                   const items::CandidatesModel &candidates, QWidget *parent = nullptr);

private:
    Card *addSide(const QString &title, const QString &name, FactsGrid *facts, QLabel *effect);
    void showTheirs(const PrescriberDetail &detail, const items::CandidatesModel &candidates);
    void showMine(const PrescriberDetail &detail, const Decision &mine,
                  const items::CandidatesModel &candidates);
    void addButtons();
    void look(const Decision &decision, QLabel *label);

    CorrelationsGateway *m_gateway;
    FactsGrid *m_theirFacts;
    FactsGrid *m_myFacts;
    QLabel *m_theirEffect;
    QLabel *m_myEffect;
};

} // namespace renewal::ui
