// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importsgateway.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QLabel;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace renewal::items {
class SetAsideModel;
}

namespace renewal::ui {

class Card;
class Chip;
class CsvExport;
class FactsGrid;
class ListFrame;

/// What came of one import: what went in by kind, and every record that was set aside with place and reason.
class ImportReportPane final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the pane.
    ImportReportPane(ImportsGateway *gateway, const QTimeZone &zone, QWidget *parent = nullptr);

    /// Nothing is chosen without a report.
    void setReport(const std::optional<ImportReport> &report);
    bool isSettled() const;

signals:
    void settledChanged();
    void resultReported(const QString &text);
    void failed(const QString &text);

private:
    void setupHead(QVBoxLayout *layout);
    void setupList(QVBoxLayout *layout);
    void showFacts(const ImportReport &report);
    void exportSetAside();

    ImportsGateway *m_gateway;
    QTimeZone m_zone;
    std::optional<ImportReport> m_report;
    items::SetAsideModel *m_model;
    CsvExport *m_export;
    QLabel *m_title;
    Chip *m_state;
    QLabel *m_text;
    FactsGrid *m_facts;
    Card *m_filesCard = nullptr;
    FactsGrid *m_files = nullptr;
    QWidget *m_asideHead = nullptr;
    QLabel *m_asideTitle = nullptr;
    QPushButton *m_exportButton = nullptr;
    QListView *m_aside = nullptr;
    ListFrame *m_list = nullptr;
    QWidget *m_rest = nullptr; ///< takes the height when nothing was set aside
};

} // namespace renewal::ui
