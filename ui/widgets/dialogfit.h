// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDialog;

namespace renewal::ui {

/// Keeps every dialog of the program within its screen while this lives: no dialog is larger than the room
/// there is. Where large text needs more, what stands above the last row scrolls; the row with the buttons is
/// always in sight. Made once, on the UI thread.
class DialogFit final : public QObject
{
    Q_OBJECT

public:
    explicit DialogFit(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static void fit(QDialog *dialog);
};

} // namespace renewal::ui
