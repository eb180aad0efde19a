// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace renewal::ui {

class CorrelationsExport;
class DecisionsDialog;

/// Data in and out: asks for the import, and writes the correlations of the present scope to a file.
class TransferBar final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the bar.
    explicit TransferBar(CorrelationsGateway *gateway, QWidget *parent = nullptr);

    void setScope(const Scope &scope) { m_scope = scope; }
    /// Asks where to, then writes while everybody goes on working.
    void chooseFile();
    /// Asks for a file of decisions, and shows what they would do.
    void importDecisions();

signals:
    void importWanted();
    void finished(const QString &text);
    void cancelled(const QString &text);
    void failed(const QString &text);
    /// Decisions of a file were taken.
    void decisionsTaken(const renewal::DecisionsReport &report);

private:
    void setupImport();
    void showState();

    CorrelationsGateway *m_gateway;
    Scope m_scope;
    CorrelationsExport *m_work;
    DecisionsDialog *m_decisions = nullptr; ///< made when it is wanted
    QLabel *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_import;
    QPushButton *m_export;
};

} // namespace renewal::ui
