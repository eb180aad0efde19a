// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/reportsgateway.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace renewal::ui {

class ReportFile;

/// Writes all that a view of the queue holds to a file, CSV or XLSX. The service does the work; the window
/// goes on meanwhile. Patient keys are whole only with a reason, which is recorded.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Content
    {
        RenewalQuery query;
        QString title;     ///< of the view
        qint64 number = 0; ///< of all renewals in it
    };

    /// The gateway must outlive the dialog; `interval` in milliseconds between two looks at the service.
    ExportDialog(ReportsGateway *gateway, const Content &content, int interval = 250,
                 QWidget *parent = nullptr);

    /// "renewals-overdue-552.csv"
    QString suggestedName() const;
    void startAt(const QString &path);

public slots:
    /// Stops what is under way: no half file stays.
    void done(int result) override;

private:
    void setupChoices(QVBoxLayout *layout);
    void setupFoot(QVBoxLayout *layout);
    void choosePlace();
    void showReady();
    void tell(const QString &text);

    Content m_content;
    ReportFile *m_file;
    QRadioButton *m_csv;
    QRadioButton *m_workbook;
    QCheckBox *m_whole;
    QLineEdit *m_reason;
    QProgressBar *m_progress = nullptr;
    QLabel *m_told = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace renewal::ui
