// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/renewal.h"

#include <QTimeZone>
#include <QVector>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace renewal::ui {

/// What happened, oldest first: a quiet time and a sentence a line.
class HistoryList final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryList(const QString &objectName, QWidget *parent = nullptr);

    /// Shows the newest `limit` entries. Each time names its zone, so that one event has one clock in every
    /// place; give that of the computer.
    void setEntries(const QVector<HistoryEntry> &entries, const QTimeZone &zone, int limit = 8);

protected:
    void paintEvent(QPaintEvent *event) override;
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

private:
    struct Line
    {
        QString time;
        QString text;
    };
    QRect textRect(const Line &line, int width) const;

    QVector<Line> m_lines;
};

} // namespace renewal::ui
