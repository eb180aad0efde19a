// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What most files of ui/ include, beside pch_core.h.
#include "resources/cmake/pch_core.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QFuture>
#include <QtGui>
#include <QtWidgets>
