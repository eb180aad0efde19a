// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QAction;
class QGridLayout;

namespace renewal::ui {

/// What the keyboard can do, by place; and what a place is for.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Section
    {
        QString title;
        QList<QAction *> actions;
    };
    ShortcutsDialog(const QString &title, const QStringList &paragraphs, const QList<Section> &sections,
                    QWidget *parent = nullptr);

private:
    void addSection(QGridLayout *grid, const Section &section);
};

} // namespace renewal::ui
