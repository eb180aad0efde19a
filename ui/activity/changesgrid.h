// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/audittexts.h"

#include <QVector>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace renewal::ui {

/// What was and what is, a line a value: quiet label, then "before", an arrow and "after".
class ChangesGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesGrid(QWidget *parent = nullptr);

    void setChanges(const QVector<items::AuditChange> &changes);

private:
    struct Row
    {
        QLabel *label;
        QLabel *value;
    };

    QGridLayout *m_grid;
    QVector<Row> m_rows;
};

} // namespace renewal::ui
