// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/importdialog.h"

#include "models/items/await.h"
#include "models/items/importfilesmodel.h"
#include "models/items/importtexts.h"
#include "models/items/roles.h"
#include "ui/imports/droparea.h"
#include "ui/imports/thinprogress.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tablesetup.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;
using Model = items::ImportFilesModel;

namespace {
constexpr int fullProgress = 1000;
}

ImportDialog::ImportDialog(ImportsGateway *gateway, QWidget *parent)
    : QDialog(parent)
    , m_gateway(gateway)
    , m_model(new Model(this))
    , m_title(makeLabel({}, u"importDialogTitleLabel"_s, FontRole::Heading, this))
    , m_summary(makeQuietLabel({}, u"importSummaryLabel"_s, FontRole::Body, this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import files"));
    setAcceptDrops(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 20);
    layout->setContentsMargins(side, scaled(this, 18), side, scaled(this, 16));
    layout->setSpacing(scaled(this, 4));
    layout->addWidget(m_title);
    layout->addWidget(m_summary);
    layout->addSpacing(scaled(this, 8));
    m_pages->setObjectName(u"importPages"_s);
    layout->addWidget(m_pages, 1);
    m_detail = makeQuietLabel({}, u"importDetailLabel"_s, FontRole::Body, this);
    m_detail->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addSpacing(scaled(this, 6));
    layout->addWidget(m_detail);
    m_progress = new ThinProgress(u"importProgressBar"_s, this);
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_progress->setRange(0, fullProgress);
    layout->addSpacing(scaled(this, 6));
    layout->addWidget(m_progress);
    setupFoot(layout);
    setupChoice();
    setupTable();
    resize(scaled(this, 760), scaled(this, 520));
    showState();
}

void ImportDialog::setupChoice()
{
    m_drop =
        new DropArea(tr("Drop files or a folder here"),
                     tr("Prescriptions, prescribers, care teams, messages, correlations and metrics; as "
                        "JSON, NDJSON or CSV, packed with gzip or not. A folder is taken as one region."),
                     u"importDropArea"_s, this);
    auto *row = new QWidget(m_drop);
    row->setObjectName(u"chooseRow"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    QPushButton *files = makeButton(tr("Choose files…"), u"chooseFilesButton"_s, ButtonKind::Primary, row);
    QPushButton *folder = makeButton(tr("Choose a folder…"), u"chooseFolderButton"_s, ButtonKind::Plain, row);
    for (QPushButton *choice : {files, folder}) {
        choice->setAutoDefault(true);
        layout->addWidget(choice);
    }
    m_drop->add(row);
    connect(files, &QPushButton::clicked, this, &ImportDialog::pickFiles);
    connect(folder, &QPushButton::clicked, this, &ImportDialog::pickFolder);
    m_pages->addWidget(m_drop);
    files->setFocus(); // what one came for
}

void ImportDialog::setupTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"importFilesTable"_s);
    m_table->setAccessibleName(tr("Files"));
    setupRowTable(m_table, RowDelegate::Height::TwoLines);
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::StyledPanel);
    setColumnWidths(m_table, Model::FileColumn,
                    {{Model::KindColumn, 176},
                     {Model::SizeColumn, 74},
                     {Model::RecordsColumn, 82},
                     {Model::StateColumn, 150}});
    m_overlay = new StateOverlay(m_table, RowDelegate::rowHeight(RowDelegate::Height::TwoLines, m_table));
    connect(m_overlay, &StateOverlay::retryRequested, this, &ImportDialog::reset);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportDialog::showDetail);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ImportDialog::showDetail);
    m_pages->addWidget(m_table);
}

void ImportDialog::setupFoot(QVBoxLayout *layout)
{
    m_moreFiles = makeButton(tr("Other files…"), u"otherFilesButton"_s, ButtonKind::Link, this);
    m_moreFolder = makeButton(tr("Other folder…"), u"otherFolderButton"_s, ButtonKind::Link, this);
    m_report = makeButton(tr("Show report"), u"showReportButton"_s, ButtonKind::Link, this);
    m_replace = makeButton({}, u"replaceFiguresButton"_s, ButtonKind::Danger, this);
    m_stop = makeButton(tr("Stop the import"), u"stopImportButton"_s, ButtonKind::Danger, this);
    m_close = makeButton(tr("Cancel"), u"closeImportButton"_s, ButtonKind::Plain, this);
    m_start = makeButton(tr("Import"), u"startImportButton"_s, ButtonKind::Primary, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(this, 8));
    for (QWidget *left : {m_moreFiles, m_moreFolder, m_report})
        row->addWidget(left);
    row->addStretch(1);
    // Enter presses the button that has the keyboard, as in every dialog.
    for (QPushButton *right : {m_replace, m_stop, m_close, m_start}) {
        right->setAutoDefault(true);
        row->addWidget(right);
    }
    m_report->setAutoDefault(true);
    connect(m_replace, &QPushButton::clicked, this, &ImportDialog::askToReplace);
    layout->addSpacing(scaled(this, 8));
    layout->addLayout(row);
    connect(m_moreFiles, &QPushButton::clicked, this, &ImportDialog::pickFiles);
    connect(m_moreFolder, &QPushButton::clicked, this, &ImportDialog::pickFolder);
    connect(m_report, &QPushButton::clicked, this, [this] {
        const ImportFileState *state = m_model->state(m_table->currentIndex().row());
        emit reportWanted(state ? state->report.kept : ImportId());
    });
    connect(m_stop, &QPushButton::clicked, this, &ImportDialog::stopWanted);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (!std::exchange(m_isAsking, false))
            return reject();
        showState(); // they stay
        m_close->setFocus();
    });
    connect(m_start, &QPushButton::clicked, this, [this] { emit startWanted(m_model->previews()); });
}

void ImportDialog::pickFiles()
{
    auto *dialog = new QFileDialog(this, tr("Choose files to import"));
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportDialog::choose);
    dialog->open();
}

void ImportDialog::pickFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose a folder to import"));
    dialog->setObjectName(u"importFolderDialog"_s);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportDialog::choose);
    dialog->open();
}

void ImportDialog::choose(const QStringList &paths)
{
    if ((m_run && !m_run->isOver()) || paths.isEmpty())
        return;
    m_run = nullptr;
    m_isAsking = false;
    m_problem.clear();
    m_model->setPreviews({});
    m_looking = true;
    const quint64 generation = ++m_generation;
    showState();
    items::await(m_gateway->inspect(paths), this,
                 [this, generation](const Result<QVector<ImportPreview>> &previews) {
                     if (generation == m_generation)
                         take(previews);
                 });
}

void ImportDialog::take(const Result<QVector<ImportPreview>> &previews)
{
    m_looking = false;
    if (previews)
        m_model->setPreviews(*previews);
    else
        m_problem = previews.error().text;
    if (m_model->rowCount() > 0) {
        // The summary speaks of reasons: the first of them is shown.
        const auto &files = m_model->previews();
        const auto wrong =
            std::ranges::find_if(files, [](const ImportPreview &file) { return !file.mayGo(); });
        const bool allGo = wrong == files.cend();
        m_table->setCurrentIndex(m_model->index(allGo ? 0 : static_cast<int>(wrong - files.cbegin()), 0));
    }
    showState();
    (readyFiles() > 0 ? static_cast<QWidget *>(m_start) : m_table)->setFocus();
    announce(m_summary, m_summary->text());
    emit settledChanged();
}

void ImportDialog::follow(ImportRun *run)
{
    m_run = run;
    m_isAsking = false;
    m_model->setRun(run);
    connect(run, &ImportRun::changed, this, &ImportDialog::showHead);
    connect(run, &ImportRun::finished, this, [this] {
        showState();
        m_close->setFocus();
        announce(m_summary, m_summary->text());
        emit settledChanged();
    });
    connect(run, &QObject::destroyed, this, [this, run] {
        if (m_run == run)
            m_run = nullptr;
    });
    showState();
    m_stop->setFocus();
}

void ImportDialog::reset()
{
    if (m_run && !m_run->isOver())
        return;
    ++m_generation;
    m_looking = false;
    m_run = nullptr;
    m_isAsking = false;
    m_problem.clear();
    m_model->setPreviews({});
    showState();
}

QVector<ImportPreview> ImportDialog::keptOut() const
{
    QVector<ImportPreview> kept;
    if (!m_run || !m_run->isOver())
        return kept;
    for (const ImportFileState &file : m_run->files()) {
        if (file.step != ImportFileState::Step::FiguresKept)
            continue;
        kept.append(file.file);
        kept.last().replaceFigures = true;
    }
    return kept;
}

/// It cannot be taken back, so it asks once, in words.
void ImportDialog::askToReplace()
{
    if (std::exchange(m_isAsking, !m_isAsking)) {
        const QVector<ImportPreview> files = keptOut();
        m_model->setPreviews(files); // the others are done with
        emit replaceWanted(files);
        return;
    }
    showState();
    m_close->setFocus();
    announce(m_summary, m_summary->text());
}

int ImportDialog::readyFiles() const
{
    const auto &previews = m_model->previews();
    return static_cast<int>(
        std::ranges::count_if(previews, [](const ImportPreview &file) { return file.mayGo(); }));
}

void ImportDialog::showState()
{
    const bool isChoice = !m_looking && m_problem.isEmpty() && m_model->rowCount() == 0;
    m_pages->setCurrentWidget(isChoice ? static_cast<QWidget *>(m_drop) : m_table);
    m_table->setColumnHidden(Model::RecordsColumn, !(m_run && m_run->isOver()));
    if (m_looking)
        m_overlay->showLoading();
    else if (!m_problem.isEmpty())
        m_overlay->showFailed(tr("Nothing to import"), m_problem);
    else
        m_overlay->clear();
    showHead();
    showDetail();
    showButtons();
}

void ImportDialog::showHead()
{
    const bool isRunning = m_run && !m_run->isOver();
    m_progress->setVisible(isRunning);
    if (isRunning) {
        const auto &files = m_run->files();
        const auto done =
            std::ranges::count_if(files, [](const ImportFileState &file) { return file.isOver(); });
        m_progress->setValue(static_cast<int>(m_run->part() * fullProgress));
        m_title->setText(tr("Importing, %1 of %2 files done").arg(done).arg(files.size()));
        m_summary->setText(tr("You may close this and go on working; the result is told at the end."));
    } else if (m_isAsking) {
        m_title->setText(tr("Replace the figures of the rollout?"));
        m_summary->setText(
            tr("The figures that are there are deleted, and the go or no-go answer rests on those "
               "of %n file(s) from then on. This cannot be undone; the old figures would have "
               "to be imported again.",
               nullptr, static_cast<int>(keptOut().size())));
    } else if (m_run) {
        m_title->setText(tr("What came of it"));
        m_summary->setText(items::runSummary(*m_run));
    } else {
        m_title->setText(tr("Import files"));
        m_summary->setText(m_looking                 ? tr("Looking at the files…")
                           : m_model->rowCount() > 0 ? items::previewSummary(m_model->previews())
                           : m_problem.isEmpty()     ? tr("Nothing is sent before you have seen what the "
                                                              "files are.")
                                                     : QString());
    }
}

void ImportDialog::showDetail()
{
    const QModelIndex file = m_model->index(m_table->currentIndex().row(), Model::FileColumn);
    const bool isShown = file.isValid() && m_pages->currentWidget() == m_table;
    m_detail->setText(isShown ? tr("%1: %2", "file, what is to be said of it")
                                    .arg(file.data().toString(), file.data(items::SecondLineRole).toString())
                              : QString());
}

void ImportDialog::showButtons()
{
    const bool isRunning = m_run && !m_run->isOver();
    const bool isOver = m_run && m_run->isOver();
    const bool isPreview = !m_run && !m_looking && m_model->rowCount() > 0;
    m_moreFiles->setVisible((isPreview || isOver) && !m_looking);
    m_moreFolder->setVisible(m_moreFiles->isVisibleTo(this));
    m_report->setVisible(isOver);
    m_stop->setVisible(isRunning);
    m_close->setText(m_isAsking  ? tr("Keep the old ones")
                     : isRunning ? tr("Go on working")
                     : isOver    ? tr("Close")
                                 : tr("Cancel"));
    const int kept = static_cast<int>(keptOut().size());
    m_replace->setVisible(kept > 0);
    m_replace->setText(m_isAsking ? tr("Replace by %n file(s)", nullptr, kept)
                                  : tr("Replace figures by %n file(s)…", nullptr, kept));
    m_start->setVisible(isPreview || m_looking);
    const int ready = readyFiles();
    m_start->setEnabled(isPreview && ready > 0);
    m_start->setText(ready > 0 ? tr("Import %n file(s)", nullptr, ready) : tr("Import"));
    m_start->setDefault(m_start->isEnabled());
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!isIdle() || localPaths(event->mimeData()).isEmpty())
        return;
    m_drop->setHot(true);
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void ImportDialog::dragLeaveEvent(QDragLeaveEvent *)
{
    m_drop->setHot(false);
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    m_drop->setHot(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    choose(localPaths(event->mimeData()));
}

} // namespace renewal::ui
