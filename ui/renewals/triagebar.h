// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QAction;
class QPushButton;

namespace renewal::ui {

/// The actions on what is chosen, pinned below the detail: one primary, three more. Each button follows its
/// action: its text, its tool tip, whether it can be pressed.
class TriageBar final : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *primary;
        QAction *reroute;
        QAction *assign;
        QAction *deny;
        QVector<QAction *> more; ///< in a menu of their own
    };
    explicit TriageBar(const Actions &actions, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static void follow(QPushButton *button, QAction *action);
    QPushButton *makeMore(const QVector<QAction *> &actions);
};

} // namespace renewal::ui
