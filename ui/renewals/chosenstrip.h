// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/renewal.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace renewal::ui {

class Chip;

/// Above the actions: what they are for, wherever that is not just the renewal shown above. Hidden otherwise.
class ChosenStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ChosenStrip(QWidget *parent = nullptr);

    /// `chosen` is what an action would be for, ticked or of a heading; `shown` the renewal shown in full.
    void setChosen(const QVector<Renewal> &chosen, bool areTicked, RenewalId shown);

signals:
    void untickRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_count;
    Chip *m_other;
    QPushButton *m_untick;
    QLabel *m_subjects;
    QString m_told;
};

} // namespace renewal::ui
