// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/transferbar.h"

#include "ui/correlations/correlationsexport.h"
#include "ui/correlations/decisionsdialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/documentsfolder.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace renewal::ui {

using namespace Qt::StringLiterals;

TransferBar::TransferBar(CorrelationsGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_work(new CorrelationsExport(gateway, this))
    , m_progress(makeQuietLabel({}, u"exportProgressLabel"_s, FontRole::Body, this))
    , m_cancel(makeButton(tr("Cancel"), u"cancelExportButton"_s, ButtonKind::Plain, this))
    , m_import(makeButton(tr("Import"), u"importButton"_s, ButtonKind::Plain, this))
    , m_export(makeButton(tr("Export"), u"exportCorrelationsButton"_s, ButtonKind::Plain, this))
{
    setObjectName(u"transferBar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 8));
    m_progress->setWordWrap(false);
    m_cancel->setAccessibleName(tr("Cancel the export"));
    setupImport();
    m_export->setToolTip(tr("The prescribers of the chosen station with their care teams, as CSV or as an "
                            "Excel workbook (Ctrl+E)"));
    for (QWidget *widget : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_cancel),
                            static_cast<QWidget *>(m_import), static_cast<QWidget *>(m_export)})
        layout->addWidget(widget);
    connect(m_export, &QPushButton::clicked, this, &TransferBar::chooseFile);
    connect(m_cancel, &QPushButton::clicked, m_work, &CorrelationsExport::cancel);
    connect(m_work, &CorrelationsExport::changed, this, &TransferBar::showState);
    connect(m_work, &CorrelationsExport::finished, this, &TransferBar::finished);
    connect(m_work, &CorrelationsExport::cancelled, this, &TransferBar::cancelled);
    connect(m_work, &CorrelationsExport::failed, this, &TransferBar::failed);
    showState();
}

void TransferBar::chooseFile()
{
    if (m_work->isRunning())
        return;
    const QString csvFilter = tr("Comma-separated values (*.csv)");
    const QString workbookFilter = tr("Excel workbook (*.xlsx)");
    const QString folder = documentsFolder();
    auto *dialog = new QFileDialog(this, tr("Export correlations"),
                                   QDir(folder).filePath(CorrelationsExport::suggestedName(m_scope)),
                                   csvFilter + u";;"_s + workbookFilter);
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, workbookFilter](const QString &filter) {
        dialog->setDefaultSuffix(filter == workbookFilter ? u"xlsx"_s : u"csv"_s);
    });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, scope = m_scope](const QString &path) { m_work->start(scope, path); });
    dialog->open();
}

void TransferBar::setupImport()
{
    auto *menu = new QMenu(m_import);
    menu->setObjectName(u"importMenu"_s);
    menu->setToolTipsVisible(true);
    QAction *files = menu->addAction(tr("Import files…"), this, &TransferBar::importWanted);
    files->setToolTip(tr("Prescribers, care teams, prescriptions and messages from files"));
    QAction *decisions = menu->addAction(tr("Import decisions…"), this, &TransferBar::importDecisions);
    decisions->setToolTip(
        tr("An export with its column \"decision\" filled in; nothing is decided before you have "
           "seen what each row does"));
    m_import->setMenu(menu);
    m_import->setToolTip(tr("Files of the region, or decisions"));
}

void TransferBar::importDecisions()
{
    if (!m_decisions) {
        m_decisions = new DecisionsDialog(m_gateway, this);
        connect(m_decisions, &DecisionsDialog::taken, this, &TransferBar::decisionsTaken);
    }
    m_decisions->chooseFile();
}

void TransferBar::showState()
{
    const bool running = m_work->isRunning();
    m_progress->setText(m_work->rows() > 0
                            ? tr("Exporting, %1 so far", "a number").arg(QLocale().toString(m_work->rows()))
                            : tr("Exporting…"));
    // The keyboard follows what is there: to Cancel while it runs, and back.
    const bool toCancel = running && m_export->hasFocus();
    const bool toExport = !running && m_cancel->hasFocus();
    m_progress->setVisible(running);
    if (running)
        m_cancel->show();
    else
        m_export->setEnabled(true);
    if (toCancel)
        m_cancel->setFocus();
    if (toExport)
        m_export->setFocus();
    m_cancel->setVisible(running);
    m_export->setEnabled(!running);
}

} // namespace renewal::ui
