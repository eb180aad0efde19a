// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/renewals/triagecontroller.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace renewal::ui {

/// The quiet line below the queue: what an action did and its undo, what stayed and why, how far a large
/// one is.
class ResultLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ResultLine(QWidget *parent = nullptr);

    void showReport(const TriageReport &report);
    void showProgress(const QString &text);
    /// `what` can be taken back next: "1 denied (Patient •••• 4821: LISINOPRIL)"; empty: nothing. It waits
    /// while the pause after an action lasts.
    void setUndo(const QString &what, bool isPaused);
    QString text() const;

signals:
    void undoRequested();
    /// What was not reached is to be done now.
    void restRequested();
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showDetails(bool shown);

    QLabel *m_text;
    QLabel *m_subjects;
    QPushButton *m_undo;
    QPushButton *m_cancel;
    QPushButton *m_rest;
    QPushButton *m_details;
    QPushButton *m_close;
    QLabel *m_refusals;
    bool m_isOfUndo = false;   ///< what is told is an undoing
    bool m_hasChanged = false; ///< it changed something
};

} // namespace renewal::ui
