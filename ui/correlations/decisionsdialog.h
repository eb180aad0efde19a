// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/decisionsreport.h"
#include "models/items/decisionstexts.h"

#include <QByteArray>
#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace renewal::items {
class DecisionsModel;
}

namespace renewal::ui {

class StateOverlay;

/// Decisions from a file: what each row would do, problems first; then, when a person agrees, what it did.
/// Nothing is decided before the button that names how many.
class DecisionsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The gateway must outlive the dialog.
    explicit DecisionsDialog(CorrelationsGateway *gateway, QWidget *parent = nullptr);

    /// Asks for a file; nothing while decisions are being taken.
    void chooseFile();
    /// Looks at this file instead of the one before.
    void openFile(const QString &path);
    /// Looks at decisions that come from no file; `leftOut` stays, and is told with its reasons.
    void review(const QString &title, const QVector<IntendedDecision> &rows,
                const QVector<ReportedDecision> &leftOut);
    bool isSettled() const { return !m_busy; }

signals:
    /// The decisions that the report names were taken.
    void taken(const renewal::DecisionsReport &report);
    void settledChanged();

private:
    void setupTable();
    void setupFoot(QVBoxLayout *layout);
    void look();
    void begin();
    void apply();
    void take(const Result<DecisionsReport> &report, items::DecisionsStage stage);
    void fail(const QString &text);
    void saveReport();
    void writeReport(const QString &path);
    void showState();
    void showDetail();
    void setBusy(bool busy);
    int ready() const;

    CorrelationsGateway *m_gateway;
    items::DecisionsModel *m_model;
    QByteArray m_csv;
    QString m_fileName;
    QString m_heading;                   ///< of what comes from no file
    QVector<ReportedDecision> m_leftOut; ///< likewise
    QString m_key; ///< of the intended decisions: pressing again after a lost answer decides nothing twice
    DecisionsReport m_report;
    items::DecisionsStage m_stage = items::DecisionsStage::Preview;
    bool m_hasReport = false;
    bool m_busy = false;
    QString m_problem; ///< why there is no report
    quint64 m_generation = 0;

    QLabel *m_title;
    QLabel *m_summary;
    QCheckBox *m_onlyProblems;
    QTableView *m_table = nullptr;
    StateOverlay *m_overlay = nullptr;
    QLabel *m_detail; ///< all that is to be said of the chosen row
    QPushButton *m_other = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_apply = nullptr;
};

} // namespace renewal::ui
