// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importsgateway.h"
#include "models/items/roles.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace renewal::ui {

class ImportDialog;

/// Imports of one window: the dialog, files dropped on the window, and the run, which goes on when the dialog
/// is closed and reports at its end.
class ImportController final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the controller.
    ImportController(ImportsGateway *gateway, QWidget *window);
    ~ImportController() override;

    /// Shows the dialog, with these files when there are some and nothing is on its way.
    void open(const QStringList &paths = {});
    /// Shows the dialog with the run of the last time.
    void showRun();
    bool isRunning() const { return m_run && !m_run->isOver(); }
    /// Nothing is being looked at.
    bool isSettled() const;

signals:
    /// One sentence for the status line, while it goes on.
    void progressed(const QString &text);
    /// What came of it, when the dialog is not in sight.
    void finished(const QString &text, renewal::items::Tone tone, const QString &actionText);
    /// Something went in.
    void dataChanged();
    void reportWanted(renewal::ImportId id);
    void settledChanged();

private:
    ImportDialog *dialog();
    void start(const QVector<ImportPreview> &files);
    void showProgress();
    void report();

    ImportsGateway *m_gateway;
    QWidget *m_window;
    std::unique_ptr<ImportRun> m_run;
    QPointer<ImportDialog> m_dialog;
    int m_told = -1; ///< per cent
};

} // namespace renewal::ui
