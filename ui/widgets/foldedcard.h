// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace renewal::ui {

/// A card with lines of text, of which only the first are shown until one asks for all. Hidden without lines.
class FoldedCard final : public QWidget
{
    Q_OBJECT

public:
    FoldedCard(const QString &title, int shown, const QString &purpose, QWidget *parent = nullptr);

    void setLines(const QStringList &lines);

private:
    void show();

    int m_shown;
    QStringList m_lines;
    QLabel *m_text;
    QPushButton *m_fold;
    bool m_isOpen = false;
};

} // namespace renewal::ui
