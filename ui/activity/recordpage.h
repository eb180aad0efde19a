// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/systemgateway.h"
#include "models/items/roles.h"

#include <QWidget>

class QTableView;

namespace renewal::items {
class AuditModel;
}

namespace renewal::ui {

class AuditDetailPane;
class AuditFilterBar;
class Banner;
class ListFrame;

/// The record of what was done and by whom, newest first: filters, list, and the chosen entry in words.
class RecordPage final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the page.
    explicit RecordPage(SystemGateway *gateway, QWidget *parent = nullptr);

    /// Asks for the first page, once.
    void start();
    void refresh();
    bool isSettled() const;
    QWidget *mainView() const;
    void focusFilter();
    /// Entries that fit; 0 before the first answer.
    qint64 total() const;
    /// What the list is narrowed to: for the export.
    AuditQuery query() const;
    /// What the check of the record came to.
    void showVerdict(const QString &text, items::Tone tone);

signals:
    void settledChanged();
    /// To where an entry's subject is: "prescriber/42".
    void subjectRequested(const QString &subject);

private:
    void setupTable();
    void setupLayout();
    void showCurrent();
    void showTexts();

    items::AuditModel *m_model;
    AuditFilterBar *m_filter;
    QTableView *m_table;
    ListFrame *m_list = nullptr;
    AuditDetailPane *m_detail;
    Banner *m_verdict;
    bool m_started = false;
};

} // namespace renewal::ui
