// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewalsmodel.h"
#include "ui/renewals/exportdialog.h"
#include "ui/renewals/queueviewspane.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/renewals/throughputdialog.h"

#include <QAction>
#include <QPointer>

namespace renewal::ui {

using namespace Qt::StringLiterals;

void RenewalsWorkspace::setReports(ReportsGateway *reports)
{
    if (!reports)
        return;
    auto *action = new QAction(tr("Throughput…"), this);
    action->setObjectName(u"throughputAction"_s);
    action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    setOnlyShows(action);
    connect(action, &QAction::triggered, this, [this, reports] {
        if (window()->findChild<ThroughputDialog *>())
            return;
        auto *dialog = new ThroughputDialog(reports, m_views->query().scope, 250, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    auto *exporting = new QAction(tr("Export this view…"), this);
    exporting->setObjectName(u"exportViewAction"_s); // the key of the window's Export… leads here
    addAction(exporting);
    setOnlyShows(exporting);
    connect(exporting, &QAction::triggered, this, [this, reports] { openExport(reports); });
}

/// The window goes on meanwhile.
void RenewalsWorkspace::openExport(ReportsGateway *reports)
{
    if (auto *open = window()->findChild<ExportDialog *>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog =
        new ExportDialog(reports, {m_views->query(), m_views->title(), m_model->total()}, 250, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace renewal::ui
