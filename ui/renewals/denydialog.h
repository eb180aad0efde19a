// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/triage.h"

#include <QDialog>

class QKeyEvent;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace renewal::ui {

/// Asks once, in words, before renewals are denied: which they are, what will happen, and the reason. No
/// reason is chosen at first, and Enter on one leads to the button: it denies nothing by itself.
class DenyDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DenyDialog(const QVector<Renewal> &renewals, QWidget *parent = nullptr);

    /// A DenialReason code; empty while none is chosen.
    QString reason() const;
    QString note() const;
    /// Where the reason is that they are the wrong ones to ask, another care team is offered first.
    void offerReroute();

signals:
    /// For this RerouteReason; the dialog is left.
    void rerouteWanted(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupReasons();
    bool takeKey(const QKeyEvent *event);
    void showOffer();
    QString rerouteReason() const;

    QListWidget *m_reasons;
    QPlainTextEdit *m_note;
    QPushButton *m_deny;
    QPushButton *m_reroute;
    bool m_offersReroute = false;
};

} // namespace renewal::ui
