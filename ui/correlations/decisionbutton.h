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

    /// Whether it is the one that is offered first.
    void setPrimary(bool primary);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int keyWidth() const;

    QString m_key;
};

} // namespace renewal::ui
