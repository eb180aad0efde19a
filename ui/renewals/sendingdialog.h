// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/outboxgateway.h"

#include <QDialog>
#include <QVector>

#include <optional>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace renewal::items {
class OutboxModel;
}

namespace renewal::ui {

/// Routed renewals that got stuck on their way: what surely was not sent and why, what may have been sent,
/// and what still waits; with what a person can do about each. Several are done one after the other; what
/// cannot be done is told, the others go on. It stays until all is done.
class SendingDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive the dialog.
    SendingDialog(OutboxGateway *gateway, const Clock *clock, QWidget *parent = nullptr);

    items::OutboxModel *model() const { return m_model; }

public slots:
    /// Not while something is being done.
    void done(int result) override;

signals:
    void changed();
    void renewalWanted(renewal::RenewalId id);

private:
    void setupFilters(QVBoxLayout *layout);
    void setupTable(QVBoxLayout *layout);
    void setupFoot(QVBoxLayout *layout);
    QPushButton *addAction(const QString &text, const QString &name, RepairAction action);
    void askStatus();
    void showStatus(const Result<OutboxStatus> &status);
    void showChosen();
    QVector<OutboxItem> chosen() const;
    void showBusy();
    void begin(RepairAction action);
    void next();
    void nextEarlier();
    void end();

    OutboxGateway *m_gateway;
    items::OutboxModel *m_model;
    QLabel *m_summary;
    QButtonGroup *m_filters;
    QTableView *m_table = nullptr;
    QLabel *m_detail = nullptr;
    QLabel *m_result = nullptr; ///< of the newest action
    QCheckBox *m_all = nullptr; ///< of those that were routed earlier, also those not shown
    QLineEdit *m_number = nullptr;
    QLineEdit *m_note = nullptr;
    QPushButton *m_show = nullptr;
    QPushButton *m_close = nullptr;
    QVector<QPushButton *> m_actions;       ///< in the order of RepairAction
    QVector<RepairRequest> m_waiting;       ///< to be done, the next one last
    std::optional<EarlierRepair> m_earlier; ///< to be done, for all of them
    int m_done = 0;
    QString m_refusal; ///< why the last one that was refused was
    bool m_isBusy = false;
};

} // namespace renewal::ui
