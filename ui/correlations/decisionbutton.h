// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/buttons.h"

#include <QPushButton>

namespace renewal::ui {

/// A wide button that begins with what it does and ends with its key.
class DecisionButton final : public QPushButton
{
    Q_OBJECT

public:
    DecisionButton(const QString &text, const QString &objectName, const QKeySequence &key, ButtonKind kind,
                   QWidget *parent);

    QSize minimumSizeHint() const override;

signals:
    /// The mouse or the keyboard came to it, or left it.
    void lookedAt(bool yes);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_key;
};

} // namespace renewal::ui
