// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace renewal {
struct CareTeam;
struct PrescriberDetail;
} // namespace renewal

namespace renewal::ui {

class Card;
class SharedPatientsFigure;

/// How far the patients of the prescriber and of the chosen care team are the same people, as a figure and in
/// numbers. Hidden where nothing is known about that.
class SharedPatientsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit SharedPatientsCard(QWidget *parent = nullptr);

    /// `team` may be nullptr: none is chosen.
    void setState(const PrescriberDetail &detail, const CareTeam *team);

private:
    Card *m_card;
    SharedPatientsFigure *m_figure;
    QLabel *m_both;
    QLabel *m_prescriber;
    QLabel *m_careTeam;
};

} // namespace renewal::ui
