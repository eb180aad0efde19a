// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/correlation.h"

#include <QVector>
#include <QWidget>

namespace renewal::ui {

/// Why a candidate is as probable as it is: each piece of evidence moves the odds to the right (for) or to
/// the left (against), from where the one before left them; the last line is the result.
class EvidenceChart final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceChart(const QString &objectName, QWidget *parent = nullptr);

    void setEvidence(const QVector<Evidence> &evidence, double probability);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Span
    {
        double from = 0;
        double to = 0;
    };
    int rowHeight() const;
    /// Where the bars lie, in bits, and how far all of them reach.
    QVector<Span> spans(double *least, double *most) const;

    QVector<Evidence> m_evidence;
    double m_probability = 0;
};

/// "+9.1" with a true minus sign.
QString bitsText(double bits);

} // namespace renewal::ui
