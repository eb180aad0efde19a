// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/reportsgateway.h"
#include "ui/paper/papertexts.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace renewal::ui {

class ReportWatcher;

/// Brings a view of the queue, or all renewals of one patient, to paper or into a PDF. Patient keys are whole
/// only with a reason, which is recorded. The service gathers what is printed; the window goes on meanwhile.
class PaperDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Content
    {
        RenewalQuery query;          ///< of a view
        QString title;               ///< of the view, or the masked patient
        QVector<RenewalId> renewals; ///< of one patient; empty: the view is printed
        items::StationDirectory stations;
        QString printedBy;
    };
    struct Needs
    {
        RenewalsGateway *renewals = nullptr;
        ReportsGateway *reports = nullptr;
        const Clock *clock = nullptr;
    };

    /// All must outlive the dialog; `interval` in milliseconds between two looks at the service.
    PaperDialog(const Needs &needs, const Content &content, int interval = 250, QWidget *parent = nullptr);

    /// "renewals-overdue.pdf"; names nobody.
    QString suggestedName() const;
    void saveAt(const QString &path);
    const Paper &paper() const { return m_paper; }

private:
    using Then = std::function<void()>;

    void setupChoices(QVBoxLayout *layout);
    void setupFoot(QVBoxLayout *layout);
    void gather(const Then &then);
    void gatherView();
    void reveal();
    void fetchNext();
    void finish(const Paper &paper);
    void choosePlace();
    void preview();
    void showReady();
    void tell(const QString &text);
    QString reason() const;
    PaperFrame frame() const;

    Needs m_needs;
    Content m_content;
    ReportWatcher *m_watcher;
    QCheckBox *m_whole;
    QLineEdit *m_reason;
    QLabel *m_told = nullptr;
    QPushButton *m_preview = nullptr;
    QPushButton *m_save = nullptr;
    Then m_then;
    Paper m_paper;
    RevealedPatient m_patient;
    QVector<RenewalDetail> m_details;
    bool m_isBusy = false;
};

} // namespace renewal::ui
