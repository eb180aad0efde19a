// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/triage.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace renewal::ui {

/// What the Veteran is asked for, in the words that are kept with the request.
class ReturnDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ReturnDialog(const QVector<Renewal> &renewals, QWidget *parent = nullptr);

    QString message() const;

private:
    QPlainTextEdit *m_message;
    QPushButton *m_return;
};

} // namespace renewal::ui
