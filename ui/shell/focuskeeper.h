// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace renewal::ui {

class WorkspaceHost;

/// Keeps the keyboard in the place where one works. A button that had it and is disabled or hidden by what it
/// did would hand it to whatever comes next in the window, such as the navigation; it goes to the place's
/// main view instead. And a field in which nothing can be undone leaves Ctrl+Z to the window.
class FocusKeeper final : public QObject
{
    Q_OBJECT

public:
    /// The host and the window must outlive it.
    FocusKeeper(const WorkspaceHost *host, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *old, QWidget *now);
    void bringBack(QWidget *from, QWidget *to);

    const WorkspaceHost *m_host;
    QWidget *m_window;
    QPointer<QWidget> m_field; ///< a text field of the window that has the keyboard
};

} // namespace renewal::ui
