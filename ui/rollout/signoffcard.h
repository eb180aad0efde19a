// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"

#include <QVector>
#include <QWidget>

class QLabel;

namespace renewal::ui {

class Card;
class SignOffRow;

/// "Go or no-go for stage C": whose word is given and whose is missing. Choosing a row asks to give the word
/// or to take it back; the rows change only when the answer of the service arrives.
class SignOffCard final : public QWidget
{
    Q_OBJECT

public:
    explicit SignOffCard(QWidget *parent = nullptr);

    void setSignOffs(const QVector<SignOff> &signOffs);
    /// While a change is under way nothing can be chosen.
    void setBusy(bool busy);

signals:
    void changeWanted(const renewal::SignOff &present);

private:
    void addRow();

    Card *m_card;
    QLabel *m_hint;
    QVector<SignOffRow *> m_rows;
    QVector<SignOff> m_signOffs;
    bool m_busy = false;
};

} // namespace renewal::ui
