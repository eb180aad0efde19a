// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importsgateway.h"
#include "models/gateway/systemgateway.h"
#include "ui/widgets/workspace.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace renewal::ui {

class CsvExport;
class ImportsPage;
class RecordPage;
class VerifyBar;

/// What was done: the record of all that was decided, and the reports of all imports.
class ActivityWorkspace final : public Workspace
{
    Q_OBJECT

public:
    /// The gateways must outlive the workspace; without one for imports their page is not there.
    ActivityWorkspace(SystemGateway *gateway, ImportsGateway *imports, QWidget *parent = nullptr);

    /// The record is one for all stations.
    void setScope(const Scope &scope) override;
    void setSearch(const QString &) override {}
    void setStations(const items::StationDirectory &) override {}
    void refresh() override;
    bool isSettled() const override;
    bool canSearch() const override { return false; }
    QList<QWidget *> topBarWidgets() const override;
    QWidget *mainView() const override;
    QVariantMap layoutState() const override;
    void restoreLayoutState(const QVariantMap &state) override;

    void showImports();
    void showImport(ImportId id);

signals:
    /// The import belongs to the window.
    void importWanted();
    /// To go to what an entry is about.
    void hitWanted(const renewal::FindHit &hit);

private:
    void setupTools();
    void setupPages(QWidget *head);
    void setupActions();
    void showPage(int page);
    void showCount();
    void exportRecord();
    void openSubject(const QString &subject);

    SystemGateway *m_gateway;
    QStackedWidget *m_pages;
    RecordPage *m_record;
    ImportsPage *m_imports = nullptr;
    VerifyBar *m_verify;
    CsvExport *m_export;
    QWidget *m_tools; ///< in the top bar
    QPushButton *m_recordButton;
    QPushButton *m_importsButton;
    QLabel *m_count;
    QPushButton *m_exportButton;
    QPushButton *m_importButton;
    bool m_started = false;
};

} // namespace renewal::ui
