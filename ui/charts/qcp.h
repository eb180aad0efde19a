// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place that includes QCustomPlot: its header uses Qt's foreach, which is switched off everywhere.
// NOLINTNEXTLINE(bugprone-macro-parentheses): its second argument is a range, its first a declaration.
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef foreach
