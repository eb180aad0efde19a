// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/renewal.h"

#include <QTimeZone>
#include <QVector>
#include <QWidget>

class QLabel;

namespace renewal::ui {

class Card;

/// All that was asked and written about one renewal, the newest first; hidden while that is one message or
/// none, which the message card shows.
class ThreadCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ThreadCard(QWidget *parent = nullptr);

    void setThread(const QVector<ThreadEntry> &thread, const QTimeZone &zone);

private:
    Card *m_card;
    QLabel *m_text;
};

} // namespace renewal::ui
