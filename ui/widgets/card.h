// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/roles.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace renewal::ui {

/// A bordered box with a title, room for one widget at the right of it, and content below.
class Card final : public QWidget
{
    Q_OBJECT

public:
    explicit Card(const QString &title, const QString &objectName, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Placed at the right end of the title line; the card takes it over.
    void setCorner(QWidget *widget);
    /// Below what is there already; with a stretch it takes the extra height.
    void add(QWidget *widget, int stretch = 0);
    /// A coloured border and title; nullopt is the normal look.
    void setTone(std::optional<items::Tone> tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QHBoxLayout *m_head;
    QVBoxLayout *m_content;
    std::optional<items::Tone> m_tone;
};

} // namespace renewal::ui
