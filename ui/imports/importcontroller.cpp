// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/importcontroller.h"

#include "models/items/datetexts.h"
#include "models/items/importtexts.h"
#include "ui/imports/dropoverlay.h"
#include "ui/imports/importdialog.h"

#include <QWidget>

#include <algorithm>

namespace renewal::ui {

using Step = ImportFileState::Step;

ImportController::ImportController(ImportsGateway *gateway, QWidget *window)
    : m_gateway(gateway)
    , m_window(window)
{
    auto *overlay = new DropOverlay(window); // owned by the window
    connect(overlay, &DropOverlay::dropped, this, &ImportController::open);
}

ImportController::~ImportController()
{
    // The dialog looks at the run, and belongs to the window, which goes later.
    delete m_dialog;
}

ImportDialog *ImportController::dialog()
{
    if (m_dialog)
        return m_dialog;
    m_dialog = new ImportDialog(m_gateway, m_window);
    connect(m_dialog, &ImportDialog::startWanted, this, &ImportController::start);
    connect(m_dialog, &ImportDialog::replaceWanted, this, &ImportController::start);
    connect(m_dialog, &ImportDialog::stopWanted, this, [this] {
        if (m_run)
            m_run->cancel();
    });
    connect(m_dialog, &ImportDialog::reportWanted, this, [this](ImportId id) {
        m_dialog->hide();
        emit reportWanted(id);
    });
    connect(m_dialog, &ImportDialog::settledChanged, this, &ImportController::settledChanged);
    return m_dialog;
}

void ImportController::open(const QStringList &paths)
{
    ImportDialog *sheet = dialog();
    if (!isRunning()) {
        if (paths.isEmpty() && !sheet->isVisible())
            sheet->reset();
        sheet->choose(paths);
    }
    sheet->open();
    sheet->raise();
}

void ImportController::showRun()
{
    if (m_run)
        dialog()->open();
}

void ImportController::start(const QVector<ImportPreview> &files)
{
    if (isRunning())
        return;
    auto run = m_gateway->start(files);
    m_told = -1;
    connect(run.get(), &ImportRun::changed, this, &ImportController::showProgress);
    connect(run.get(), &ImportRun::finished, this, &ImportController::report);
    dialog()->follow(run.get()); // before the old one goes
    m_run = std::move(run);
}

void ImportController::showProgress()
{
    constexpr int hundred = 100;
    const int percent = static_cast<int>(m_run->part() * hundred);
    if (percent == m_told || m_run->isOver())
        return;
    m_told = percent;
    emit progressed(tr("Importing, %1", "a percentage").arg(items::percent(m_run->part())));
}

void ImportController::report()
{
    const auto &files = m_run->files();
    const bool anyWrong = std::ranges::any_of(files, [](const ImportFileState &file) {
        return file.step >= Step::Refused || file.report.setAsideCount > 0;
    });
    const QString text = items::runSummary(*m_run);
    emit progressed(text);
    if (!m_dialog || !m_dialog->isVisible())
        emit finished(text, anyWrong ? items::Tone::Caution : items::Tone::Good, tr("Show report"));
    emit dataChanged();
    emit settledChanged();
}

bool ImportController::isSettled() const
{
    return !m_dialog || !m_dialog->isLooking();
}

} // namespace renewal::ui
