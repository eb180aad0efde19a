// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/factsgrid.h"

#include <QDialog>

class QPushButton;

namespace renewal::ui {

/// A small sheet of facts: about the program, about a care team that was found.
class FactsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `note` stands below the facts and may be empty.
    FactsDialog(const QString &title, const QVector<Fact> &facts, const QString &note,
                const QString &objectName, QWidget *parent = nullptr);

    /// One more button beside Close; choosing it closes with Accepted.
    QPushButton *addAction(const QString &text, const QString &objectName);

    /// For a sheet that asks: "Cancel".
    void setCloseText(const QString &text);

private:
    QPushButton *m_close;
    QWidget *m_buttons;
};

} // namespace renewal::ui
