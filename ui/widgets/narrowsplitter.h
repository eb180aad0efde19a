// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSplitter>

namespace renewal::ui {

/// Parts side by side, and one above the other where there is no room for that: in a narrow window, or with
/// large text. It asks for the width of its widest part only, so nothing is cut before it stacks.
class NarrowSplitter final : public QSplitter
{
    Q_OBJECT

public:
    using QSplitter::QSplitter;

    /// The width (pixels of the drawn design) that a part should have beside others; without it its minimum.
    void setComfort(int index, int width);
    /// The height (likewise) that a part keeps while they stand one above the other, where the others have
    /// room for it: at most half of all.
    void setStackedHeight(int index, int height);
    bool isStacked() const { return orientation() == Qt::Vertical; }
    /// QSplitter::saveState() as it is, or was, side by side: that is what is worth keeping.
    QByteArray wideState() const;
    void restoreWideState(const QByteArray &state);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int comfortableWidth() const;
    void arrange();
    void keepHeights();
    QList<int> stackedSizes() const;

    QHash<int, int> m_comfort;
    QHash<int, int> m_stackedHeights;
    QByteArray m_wide; ///< while stacked
};

} // namespace renewal::ui
