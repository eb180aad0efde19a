// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/cutover.h"

#include <QDialog>

namespace renewal::ui {

/// What is wrong with a crosswalk, row by row: nothing of it was taken.
class CrosswalkDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit CrosswalkDialog(const CrosswalkReport &report, QWidget *parent = nullptr);

signals:
    void otherFileWanted();
};

} // namespace renewal::ui
