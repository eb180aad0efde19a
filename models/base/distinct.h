// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <algorithm>

namespace renewal {

/// Puts the values in ascending order, each once.
template <class T>
void sortDistinct(QList<T> &values)
{
    std::sort(values.begin(), values.end());
    values.resize(std::unique(values.begin(), values.end()) - values.begin());
}

} // namespace renewal
