// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/pagedmodelbase.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace renewal::bench {

/// Scrolls a list down by three rows a frame, as a wheel does, and prints what a frame took: the step, the
/// answers that came meanwhile (further pages), and the paint.
inline void timeScrolling(QTableView *table, int frames)
{
    const auto *model = qobject_cast<const items::PagedModelBase *>(table->model());
    QScrollBar *bar = table->verticalScrollBar();
    const int step = 3 * table->verticalHeader()->defaultSectionSize();
    std::vector<double> took;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->value() + step);
        QApplication::processEvents();
        table->viewport()->repaint();
        took.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(took.begin(), took.end());
    std::printf("%-40s %8.1f ms (99 of 100 under %.1f, worst %.1f)  %d frames, %lld renewals loaded\n",
                "a frame while the queue scrolls", took[took.size() / 2], took[took.size() * 99 / 100],
                took.back(), frames, static_cast<long long>(model->loadedCount()));
}

} // namespace renewal::bench
