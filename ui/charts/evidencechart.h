// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/evidencestory.h"

#include <QVector>
#include <QWidget>

namespace renewal::ui {

/// Why a candidate is as probable as it is: each step moves the odds to the right (for) or to the left
/// (against), from where the one before left them; the last line is the result. Sentences take the room
/// they need, in a second line if they must.
class EvidenceChart final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceChart(const QString &objectName, QWidget *parent = nullptr);

    void setStory(const correlation::EvidenceStory &story);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Bar
    {
        QString label;
        QString figure;
        double from = 0; ///< bits
        double to = 0;
        bool isResult = false;
        int top = 0;
        int height = 0;
    };
    /// Where things lie at a width.
    struct Places
    {
        QVector<Bar> bars;
        int labelWidth = 0;
        double least = 0;
        double unit = 1; ///< pixels a bit
        int height = 0;
    };
    Places places(int width) const;
    void paintBar(QPainter *painter, const Bar &bar, const Places &places) const;

    correlation::EvidenceStory m_story;
};

} // namespace renewal::ui
