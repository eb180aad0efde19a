// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/qcp.h"

namespace renewal::ui {

/// How the positions of an item are measured. It also makes the item one that no click selects.
void placeBy(QCPAbstractItem *item, QCPItemPosition::PositionType x, QCPItemPosition::PositionType y);

/// A stretch of the time axis with slanted lines over it: values there may still change. Drawn as lines,
/// not as a pattern: crisp at every scale, and the same in vector files. The coordinates are
/// QCPItemRect's, the lines have its pen.
class HatchedSpan final : public QCPItemRect
{
    Q_OBJECT

public:
    explicit HatchedSpan(QCustomPlot *plot);

protected:
    void draw(QCPPainter *painter) override;
};

/// What is drawn while a stretch of time is dragged out: as high as the chart, since only time is chosen.
class TimeSelection final : public QCPSelectionRect
{
    Q_OBJECT

public:
    explicit TimeSelection(QCustomPlot *plot);

protected:
    void draw(QCPPainter *painter) override;
};

/// "2 %", "400", "0": a value on the axis with the sign of its unit, if that is short.
class ValueTicker final : public QCPAxisTicker
{
public:
    explicit ValueTicker(const QString &unit);

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    QString m_unit;
};

/// Days at midnight, or hours when the span is short, in the zone of the chart; the date stands at the first
/// tick of each day.
class ZoneTicker final : public QCPAxisTickerDateTime
{
public:
    explicit ZoneTicker(const QTimeZone &zone);

protected:
    double getTickStep(const QCPRange &range) override;
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    QTimeZone m_zone;
    double m_step = 0;
};

} // namespace renewal::ui
