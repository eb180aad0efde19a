// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QMainWindow;
class QPushButton;

namespace renewal::ui {

/// Covers the window while nobody works at it, so that no patient data is in sight. It is a curtain, not a
/// lock: the program knows no password of its own, and says so. Comes by itself after a time of rest when
/// told so.
class LockCover final : public QWidget
{
    Q_OBJECT

public:
    explicit LockCover(QMainWindow *window);

    void lock();
    bool isLocked() const { return m_locked; }
    /// Minutes without a key or a movement of the mouse until it locks; 0: never.
    void setRest(int minutes);

signals:
    void locked();
    void resumed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void resume();
    void cover();

    QMainWindow *m_window;
    QPushButton *m_resume;
    QTimer m_rest;
    QString m_title;
    QPointer<QWidget> m_before;         ///< had the focus
    QList<QPointer<QWidget>> m_dialogs; ///< hidden meanwhile: they may show patient data
    bool m_locked = false;
};

} // namespace renewal::ui
