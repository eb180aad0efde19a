// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace renewal::ui {

class Chip;
class ProbabilityBar;

/// The care team a renewal goes to, how sure that is, and whether the Veteran wrote to the same one.
class CareTeamCard final : public QWidget
{
    Q_OBJECT

public:
    explicit CareTeamCard(QWidget *parent = nullptr);

    void setDetail(const RenewalDetail &detail);

signals:
    void reasonRequested();

private:
    static QString teamText(const RenewalDetail &detail);
    void showChoice(const RenewalDetail &detail);

    QPushButton *m_why;
    QLabel *m_team;
    ProbabilityBar *m_probability;
    QLabel *m_reason;
    QWidget *m_choice;
    QLabel *m_sentTo;
    Chip *m_mark;
};

} // namespace renewal::ui
