// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"

#include <QVector>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace renewal::ui {

class Card;

/// "Look at this": places that behave differently from the rest, each with the way there. Hidden while there
/// is none.
class NoticeCard final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeCard(QWidget *parent = nullptr);

    void setNotices(const QVector<RolloutNotice> &notices);

signals:
    void correlationsWanted(const QString &station);

private:
    struct Row
    {
        QLabel *text;
        QPushButton *open;
    };
    void addRow();

    Card *m_card;
    QVector<Row> m_rows;
    QVector<RolloutNotice> m_notices;
};

} // namespace renewal::ui
