// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one does on the page "Cut-over", and what it asks for.
#include "models/items/cutoverteamsmodel.h"
#include "ui/correlations/crosswalkdialog.h"
#include "ui/correlations/cutovercontroller.h"
#include "ui/correlations/cutoverdialog.h"
#include "ui/correlations/cutoverpage.h"
#include "ui/correlations/poolspane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/documentsfolder.h"
#include "ui/widgets/textdialog.h"

#include <QFile>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QTableView>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestFile = 8LL * 1024 * 1024; // what the service takes
}

void CutOverPage::moveSelection(int step)
{
    const int row = m_teams->currentIndex().row() + step;
    if (row >= 0 && row < m_model->rowCount())
        m_teams->selectRow(row);
}

void CutOverPage::choosePool(int row)
{
    m_pools->choose(row);
}

void CutOverPage::stepPool(int by)
{
    m_pools->step(by);
}

void CutOverPage::chooseNone()
{
    m_pools->chooseNone();
}

void CutOverPage::confirm()
{
    QVector<PoolChoice> choices;
    for (const int row : chosenRows()) {
        if (m_model->canConfirm(row))
            choices.append({m_model->team(row)->careTeam, *m_model->target(row), {}, {}, {}});
    }
    m_teams->setFocus(); // the button is off now, and the keyboard stays here
    m_controller->confirm(choices);
}

void CutOverPage::undo()
{
    if (m_controller->isBusy())
        return;
    m_result->hide();
    m_controller->undo();
}

void CutOverPage::takeBack()
{
    QVector<TriageTeamId> oldTeams;
    for (const int row : chosenRows()) {
        if (m_model->team(row)->choice)
            oldTeams.append(m_model->team(row)->careTeam);
    }
    m_teams->setFocus();
    m_controller->takeBack(oldTeams);
}

void CutOverPage::selectStrong()
{
    QItemSelection strong;
    int first = -1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->team(row)->proposal.strength != ProposalStrength::Strong || !m_model->canConfirm(row))
            continue;
        first = first < 0 ? row : first;
        strong.select(m_model->index(row, 0), m_model->index(row, items::CutOverTeamsModel::ColumnCount - 1));
    }
    if (first < 0)
        return;
    m_teams->selectionModel()->setCurrentIndex(m_model->index(first, 0), QItemSelectionModel::NoUpdate);
    m_teams->selectionModel()->select(strong, QItemSelectionModel::ClearAndSelect);
    m_teams->setFocus();
}

void CutOverPage::askEntry()
{
    auto *dialog = new CutOverDialog(m_directory, m_controller->cutOvers(), m_clock->now().date(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CutOverDialog::previewWanted, m_controller, &CutOverController::preview);
    connect(m_controller, &CutOverController::previewed, dialog, &CutOverDialog::setEffect);
    dialog->setEntry(m_unsaved);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_teams->setFocus(); // the button is off meanwhile, and the keyboard stays here
        m_unsaved = dialog->entry();
        m_controller->enter(m_unsaved);
    });
    dialog->open();
}

void CutOverPage::askWithdrawal()
{
    const auto &review = m_controller->review();
    if (!review)
        return;
    auto *dialog = new TextDialog(
        {u"withdrawCutOverDialog"_s, tr("Withdraw the cut-over"),
         tr("%Ln link(s) of station %1 get their former ends back, and confirmed pools are taken back. What "
            "somebody decided otherwise since stays.",
            "number", int(review->cutOver.links))
             .arg(review->cutOver.parentStation),
         tr("Why (goes into the record)"), tr("Withdraw")},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setText(m_reason);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_teams->setFocus();
        m_reason = dialog->text();
        m_controller->withdraw(m_reason);
    });
    dialog->open();
}

void CutOverPage::chooseCrosswalk()
{
    auto *dialog = new QFileDialog(this, tr("Choose a crosswalk"), documentsFolder(),
                                   tr("Crosswalks (*.csv *.json);;All files (*)"));
    dialog->setObjectName(u"crosswalkFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &CutOverPage::openCrosswalk);
    dialog->open();
}

void CutOverPage::openCrosswalk(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit messageRaised(tr("The file cannot be read: %1. Choose another one.").arg(file.errorString()),
                           items::Tone::Bad);
    } else if (file.size() > largestFile) {
        emit messageRaised(tr("The file has over 8 MB; give only the rows of one station."),
                           items::Tone::Bad);
    } else {
        m_teams->setFocus();
        m_controller->giveCrosswalk(file.readAll());
    }
}

void CutOverPage::showCrosswalk(const CrosswalkReport &report)
{
    if (report.taken) {
        m_result->showMessage(
            tr("The crosswalk of %Ln row(s) is taken into account.", nullptr, int(report.rows)),
            items::Tone::Good);
        return;
    }
    auto *dialog = new CrosswalkDialog(report, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CrosswalkDialog::otherFileWanted, this, &CutOverPage::chooseCrosswalk);
    dialog->open();
}

} // namespace renewal::ui
