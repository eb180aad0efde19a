// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewalsmodel.h"
#include "models/items/renewaltexts.h"
#include "ui/paper/paperdialog.h"
#include "ui/renewals/exportdialog.h"
#include "ui/renewals/queueviewspane.h"
#include "ui/renewals/renewaldetailpane.h"
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
    const auto addPrint = [this](const QString &text, const QString &name, const QKeySequence &key) {
        QAction *print = addShortcut(text, name, {key}, Effect::OnlyShows);
        return print;
    };
    connect(addPrint(tr("Print this view…"), u"printViewAction"_s, QKeySequence::Print), &QAction::triggered,
            this, [this, reports] { openPaper(reports, false); });
    connect(addPrint(tr("Print this patient…"), u"printPatientAction"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_P),
            &QAction::triggered, this, [this, reports] { openPaper(reports, true); });
}

void RenewalsWorkspace::openPaper(ReportsGateway *reports, bool isPatient)
{
    if (window()->findChild<PaperDialog *>() || (isPatient && m_detail->bundle().isEmpty()))
        return;
    PaperDialog::Content content;
    content.query = m_views->query();
    content.title = m_views->title();
    content.stations = m_detail->stations();
    content.printedBy = m_needs.userName;
    if (isPatient) {
        content.renewals = m_detail->bundle();
        content.title = items::maskedPatient(m_detail->shownRenewal()->patientKey);
    }
    auto *dialog = new PaperDialog({m_needs.renewals, reports, m_needs.clock}, content, 250, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
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
