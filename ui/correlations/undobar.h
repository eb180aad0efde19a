// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace renewal::ui {

class CorrelationController;

/// The way back, always in the same place: the newest decision of this desk with whom it was about and what
/// it moved, and Undo. It says so when somebody else is in sight.
class UndoBar final : public QWidget
{
    Q_OBJECT

public:
    /// The controller must outlive the bar.
    explicit UndoBar(CorrelationController *controller, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showState();
    QString aboutText() const;
    bool isOfShown() const;

    CorrelationController *m_controller;
    QLabel *m_about;
    QLabel *m_text;
    QPushButton *m_undo;
};

} // namespace renewal::ui
