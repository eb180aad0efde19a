// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace renewal::ui {

/// A strip over the content that tells of a state (the service is away) or of a result (undo it here).
class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(const QString &objectName, QWidget *parent = nullptr);

    /// `actionText` empty: no button.
    void showMessage(const QString &text, items::Tone tone, const QString &actionText = {});
    QString text() const;

signals:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
    items::Tone m_tone = items::Tone::Info;
};

} // namespace renewal::ui
