// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/triage.h"

#include <QDialog>

class QListWidget;
class QPlainTextEdit;

namespace renewal::ui {

/// Asks once, in words, before renewals are denied: what will happen, and the reason.
class DenyDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DenyDialog(const QVector<Renewal> &renewals, QWidget *parent = nullptr);

    /// A DenialReason code; empty while none is chosen.
    QString reason() const;
    QString note() const;

private:
    QListWidget *m_reasons;
    QPlainTextEdit *m_note;
};

} // namespace renewal::ui
