// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractScrollArea;
class QLabel;
class QPushButton;

namespace renewal::ui {

/// What stands in place of a list without rows: skeleton rows while loading, why it is empty and what to do,
/// or what failed with a button to try again. Covers its list and follows its size.
class StateOverlay final : public QWidget
{
    Q_OBJECT

public:
    enum class State
    {
        Hidden,
        Loading,
        Empty,
        Failed,
    };

    explicit StateOverlay(QAbstractScrollArea *list, int rowHeight);

    void showLoading();
    void showEmpty(const QString &title, const QString &hint);
    void showFailed(const QString &title, const QString &reason);
    void clear();
    State state() const { return m_state; }
    /// Title and explanation as shown.
    QString text() const;

signals:
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(State state, const QString &title, const QString &hint);
    void follow();

    QAbstractScrollArea *m_list;
    int m_rowHeight;
    State m_state = State::Hidden;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_retry;
};

} // namespace renewal::ui
