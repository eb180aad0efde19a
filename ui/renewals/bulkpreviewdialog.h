// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"
#include "models/items/triageplan.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace renewal::ui {

class TriageController;

/// Before many are acted on: how many, which, and which not and why. Of a whole view it reads them first.
class BulkPreviewDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit BulkPreviewDialog(const TriageRequest &request, QWidget *parent = nullptr);

    void setPlan(const items::TriagePlan &plan);
    /// All of the view. The gateway must outlive the dialog.
    void gather(RenewalsGateway *gateway, const RenewalQuery &query);
    QVector<Renewal> fitting() const { return m_plan.fitting; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    TriageRequest m_request;
    items::TriagePlan m_plan;
    QLabel *m_heading;
    QLabel *m_subjects;
    QLabel *m_others;
    QPushButton *m_run;
};

/// Runs it, after a look at what it would do where that is wanted.
void runOrPreview(TriageController *controller, const TriageRequest &request, const items::TriagePlan &plan,
                  QWidget *place);

} // namespace renewal::ui
