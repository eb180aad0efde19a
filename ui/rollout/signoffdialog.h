// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"

#include <QDialog>

class QLineEdit;

namespace renewal::ui {

/// Asks once, with room for a note, before somebody's word for a stage is given or taken back.
class SignOffDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Asks for the opposite of `present`.
    explicit SignOffDialog(const SignOff &present, QWidget *parent = nullptr);

    QString note() const;

private:
    QLineEdit *m_note;
};

} // namespace renewal::ui
