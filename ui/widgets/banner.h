// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

class QLabel;
class QPushButton;

namespace renewal::ui {

/// A strip over the content that tells of a state (the service is away) or of a result (undo it here). What
/// only says that all went well lies at the lower edge, moves nothing under the mouse, and goes by itself:
/// after a while, or when the place it is in is left. Everything else stands in its place until it is closed.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(const QString &objectName, QWidget *parent = nullptr);

    /// `actionText` empty: no button.
    void showMessage(const QString &text, items::Tone tone, const QString &actionText = {});
    QString text() const;
    /// The place was left: good news is over.
    void leave();
    /// How long good news stays.
    void setStay(std::chrono::milliseconds stay);

signals:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isPassing() const;
    void standOrFloat();
    void place();

    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
    items::Tone m_tone = items::Tone::Info;
    QTimer m_end;
    int m_row = -1; ///< of the layout it was taken out of; -1 while it stands there
};

} // namespace renewal::ui
