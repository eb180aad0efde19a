// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QActionGroup;
class QItemSelectionModel;

namespace renewal::ui {

/// The views of the queue as one button with a menu, for windows too narrow for a list of them.
class ViewMenuButton final : public QPushButton
{
    Q_OBJECT

public:
    /// `selection` is that of the list of views, over a QueueViewsModel; it must outlive the button.
    explicit ViewMenuButton(QItemSelectionModel *selection, QWidget *parent = nullptr);

private:
    void show();
    void fill();

    QItemSelectionModel *m_selection;
    QActionGroup *m_views;
};

} // namespace renewal::ui
