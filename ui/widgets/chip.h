// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"

#include <QWidget>

namespace renewal::ui {

/// A state as a word in a coloured pill.
class Chip final : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const QString &objectName, QWidget *parent = nullptr);

    /// Hidden while the text is empty.
    void setState(const QString &text, items::Tone tone);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    items::Tone m_tone = items::Tone::Neutral;
};

} // namespace renewal::ui
