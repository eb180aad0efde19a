// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/renewal.h"

#include <QDateTime>
#include <QTimeZone>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace renewal::ui {

class Card;

/// All other renewals of the same patient, those that wait first: Enter shows one. A long list folds.
class OtherRenewalsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit OtherRenewalsCard(QWidget *parent = nullptr);

    /// Hidden without any.
    void setRenewals(const QVector<Renewal> &renewals, const QDateTime &now, const QTimeZone &zone);

signals:
    void renewalWanted(renewal::RenewalId id);

private:
    void fold();

    Card *m_card;
    QListWidget *m_list;
    QPushButton *m_fold;
    bool m_isOpen = false;
};

} // namespace renewal::ui
