// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/narrowsplitter.h"

#include "ui/widgets/typography.h"

#include <algorithm>

namespace renewal::ui {

namespace {
int leastWidth(const QWidget *part)
{
    return part->minimumWidth() > 0 ? part->minimumWidth() : part->minimumSizeHint().width();
}
} // namespace

void NarrowSplitter::setComfort(int index, int width)
{
    m_comfort.insert(index, width);
}

void NarrowSplitter::setStackedHeight(int index, int height)
{
    m_stackedHeights.insert(index, height);
}

int NarrowSplitter::comfortableWidth() const
{
    int wanted = 0;
    for (int i = 0; i < count(); ++i) {
        if (!widget(i)->isHidden())
            wanted += std::max(scaled(this, m_comfort.value(i)), leastWidth(widget(i))) + handleWidth();
    }
    return wanted - handleWidth();
}

QSize NarrowSplitter::minimumSizeHint() const
{
    int wide = 0;
    for (int i = 0; i < count(); ++i) {
        if (!widget(i)->isHidden())
            wide = std::max(wide, leastWidth(widget(i)));
    }
    return {wide, QSplitter::minimumSizeHint().height()};
}

void NarrowSplitter::resizeEvent(QResizeEvent *event)
{
    arrange();
    keepHeights();
    QSplitter::resizeEvent(event);
}

/// A part that does not stretch would keep whatever is left to it when the room shrinks.
void NarrowSplitter::keepHeights()
{
    for (auto it = m_stackedHeights.cbegin(); it != m_stackedHeights.cend(); ++it) {
        const int most = height() / std::max(count(), 1);
        widget(it.key())->setMinimumHeight(isStacked() ? std::min(scaled(this, it.value()), most) : 0);
    }
}

/// What has a height of its own gets that, the others share the rest.
QList<int> NarrowSplitter::stackedSizes() const
{
    QList<int> sizes;
    int left = height();
    for (int i = 0; i < count(); ++i) {
        sizes.append(scaled(this, m_stackedHeights.value(i)));
        left -= sizes.last();
    }
    const auto others = std::ranges::count(sizes, 0);
    for (int &size : sizes)
        size = size > 0 ? size : std::max<int>(left, 0) / static_cast<int>(std::max<qsizetype>(others, 1));
    return sizes;
}

void NarrowSplitter::arrange()
{
    const bool stack = width() < comfortableWidth();
    if (stack == isStacked())
        return;
    if (stack) {
        m_wide = saveState();
        setOrientation(Qt::Vertical);
        setSizes(stackedSizes());
    } else {
        setOrientation(Qt::Horizontal);
        restoreState(m_wide);
    }
}

QByteArray NarrowSplitter::wideState() const
{
    return isStacked() ? m_wide : saveState();
}

void NarrowSplitter::restoreWideState(const QByteArray &state)
{
    if (isStacked())
        m_wide = state;
    else
        restoreState(state);
}

} // namespace renewal::ui
