// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace renewal::ui {

class DropArea;

/// Lets files be dropped anywhere on a window: covers it while they hang over it.
class DropOverlay final : public QWidget
{
    Q_OBJECT

public:
    /// `window` begins to take drops.
    explicit DropOverlay(QWidget *window);

signals:
    void dropped(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_window;
    DropArea *m_area;
};

} // namespace renewal::ui
