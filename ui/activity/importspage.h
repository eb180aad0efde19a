// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importsgateway.h"

#include <QWidget>

class QTableView;

namespace renewal::items {
class ImportsModel;
}

namespace renewal::ui {

class ImportReportPane;
class ListFrame;

/// The imports of all times, newest first, with the report of the chosen one.
class ImportsPage final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the page.
    explicit ImportsPage(ImportsGateway *gateway, QWidget *parent = nullptr);

    /// Asks for the first page, once.
    void start();
    void refresh();
    bool isSettled() const;
    QWidget *mainView() const;
    /// Chooses the report when it is among those loaded, else as soon as it is.
    void showImport(ImportId id);

signals:
    void settledChanged();
    /// An export is over, or failed.
    void resultReported(const QString &text);
    void failed(const QString &text);

private:
    void setupTable();
    void showCurrent();
    void chooseWanted();

    items::ImportsModel *m_model;
    QTableView *m_table;
    ListFrame *m_list = nullptr;
    ImportReportPane *m_report;
    ImportId m_wanted;
    bool m_started = false;
};

} // namespace renewal::ui
