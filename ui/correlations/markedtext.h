// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/agreement.h"

#include <QWidget>

class QTextLayout;

namespace renewal::ui {

/// A text whose words are marked as agreeing (green), agreeing in part (amber, dashed below) or speaking
/// against (red, underlined). Wraps; the marks are spoken and told by the tool tip, too.
class MarkedTextView final : public QWidget
{
    Q_OBJECT

public:
    explicit MarkedTextView(const QString &objectName, QWidget *parent = nullptr);

    /// `label` is spoken before the text.
    void setText(const QString &label, const correlation::MarkedText &text);
    const correlation::MarkedText &text() const { return m_text; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// The height of the text in lines of `width`.
    double layOut(QTextLayout &layout, int width) const;
    void paintMark(QPainter *painter, const QTextLayout &layout,
                   const correlation::AgreementSpan &span) const;

    correlation::MarkedText m_text;
};

} // namespace renewal::ui
