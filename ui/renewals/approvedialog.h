// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace renewal::ui {

/// Asks what is authorized, beside what was so before, and says while one types which outcome that is. What
/// does not pass its gates, or is not fully checked, asks for a reason before it can be approved.
class ApproveDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The gateway must outlive the dialog.
    ApproveDialog(RenewalsGateway *gateway, const Renewal &renewal, QWidget *parent = nullptr);

    RenewalOrder order() const;
    /// nullopt where the gates pass.
    std::optional<GateOverride> gateOverride() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupFields();
    void addRow(int row, const QString &name, QLabel *former, QWidget *field, const QString &objectName);
    void setupGates(bool isLikelyRefused);
    void showWhy(bool isAsked);
    void take(const Result<RenewalDetail> &detail);
    void showFormer();
    void showGates(const RenewalDetail &detail);
    void showOutcome();

    QGridLayout *m_grid;
    QLabel *m_formerDrug;
    QLabel *m_formerSig;
    QLabel *m_formerQuantity;
    QLabel *m_formerRefills;
    QLineEdit *m_drug;
    QPlainTextEdit *m_sig;
    QLineEdit *m_quantity;
    QSpinBox *m_refills;
    QLabel *m_gates;
    QLabel *m_whyLabel;
    QLineEdit *m_why;
    QLabel *m_outcome;
    QPushButton *m_approve;
    RenewalOrder m_former;
    QString m_gate; ///< in the way; empty: none
    bool m_isKnown = false;
};

} // namespace renewal::ui
