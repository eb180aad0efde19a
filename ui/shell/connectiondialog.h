// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/connectiongateway.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace renewal::ui {

/// Which service the window works with: address and token of one that runs elsewhere, tried before it is
/// used, or back to the embedded one. Closes when another was chosen.
class ConnectionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The gateway must outlive the dialog.
    explicit ConnectionDialog(ConnectionGateway *services, QWidget *parent = nullptr);

private:
    void setupFields();
    QWidget *makeButtons();
    void tryOut();
    void showResult(const QString &text, bool isBad);
    void update();
    ServiceAddress address() const;

    ConnectionGateway *m_services;
    QLineEdit *m_url;
    QLineEdit *m_token;
    QCheckBox *m_keep;
    QLabel *m_result;
    QPushButton *m_test = nullptr;
    QPushButton *m_connect = nullptr;
    quint64 m_generation = 0;
};

} // namespace renewal::ui
