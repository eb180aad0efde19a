// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/decisionsdialog.h"

#include "models/exchange/decisionsfile.h"
#include "models/items/await.h"
#include "models/items/decisionsmodel.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/documentsfolder.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tablesetup.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QUuid>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;
using Model = items::DecisionsModel;
using Stage = items::DecisionsStage;

DecisionsDialog::DecisionsDialog(CorrelationsGateway *gateway, QWidget *parent)
    : QDialog(parent)
    , m_gateway(gateway)
    , m_model(new Model(this))
    , m_title(makeLabel({}, u"decisionsTitleLabel"_s, FontRole::Heading, this))
    , m_summary(makeQuietLabel({}, u"decisionsSummaryLabel"_s, FontRole::Body, this))
    , m_onlyProblems(new QCheckBox(this))
    , m_detail(makeQuietLabel({}, u"decisionsDetailLabel"_s, FontRole::Body, this))
{
    setObjectName(u"decisionsDialog"_s);
    setWindowTitle(tr("Import decisions"));
    setBackgroundRole(QPalette::Base);
    m_onlyProblems->setObjectName(u"onlyProblemsCheckBox"_s);
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 20);
    layout->setContentsMargins(side, scaled(this, 18), side, scaled(this, 16));
    layout->setSpacing(scaled(this, 6));
    layout->addWidget(m_title);
    layout->addWidget(m_summary);
    layout->addWidget(m_onlyProblems);
    setupTable();
    layout->addWidget(m_table, 1);
    m_detail->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_detail);
    setupFoot(layout);
    resize(scaled(this, 780), scaled(this, 540));
    showState();
}

void DecisionsDialog::setupTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"decisionsTable"_s);
    m_table->setAccessibleName(tr("Decisions"));
    setupRowTable(m_table, RowDelegate::Height::TwoLines);
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::StyledPanel);
    setColumnWidths(m_table, Model::DecisionColumn,
                    {{Model::RowColumn, 60}, {Model::PrescriberColumn, 180}, {Model::StateColumn, 120}});
    m_overlay = new StateOverlay(m_table, RowDelegate::rowHeight(RowDelegate::Height::TwoLines, m_table));
    connect(m_overlay, &StateOverlay::retryRequested, this, &DecisionsDialog::look);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DecisionsDialog::showDetail);
    connect(m_onlyProblems, &QCheckBox::toggled, this, [this](bool only) {
        m_model->setOnlyProblems(only);
        m_table->selectRow(0);
        showDetail();
    });
}

void DecisionsDialog::setupFoot(QVBoxLayout *layout)
{
    m_other = makeButton(tr("Other file…"), u"otherDecisionsFileButton"_s, ButtonKind::Link, this);
    m_save = makeButton(tr("Save report…"), u"saveDecisionsReportButton"_s, ButtonKind::Link, this);
    m_close = makeButton(tr("Cancel"), u"closeDecisionsButton"_s, ButtonKind::Plain, this);
    m_apply = makeButton(tr("Apply"), u"applyDecisionsButton"_s, ButtonKind::Primary, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(this, 8));
    row->addWidget(m_other);
    row->addWidget(m_save);
    row->addStretch(1);
    row->addWidget(m_close);
    row->addWidget(m_apply);
    // Enter presses the button that has the keyboard, as in every dialog.
    for (QPushButton *button : {m_other, m_save, m_close, m_apply})
        button->setAutoDefault(true);
    layout->addSpacing(scaled(this, 6));
    layout->addLayout(row);
    connect(m_other, &QPushButton::clicked, this, &DecisionsDialog::chooseFile);
    connect(m_save, &QPushButton::clicked, this, &DecisionsDialog::saveReport);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &DecisionsDialog::apply);
}

void DecisionsDialog::chooseFile()
{
    if (m_busy)
        return show();
    const QString folder = documentsFolder();
    QWidget *over = isVisible() ? this : parentWidget();
    auto *dialog = new QFileDialog(over, tr("Choose a file of decisions"), folder,
                                   tr("Comma-separated values (*.csv);;All files (*)"));
    dialog->setObjectName(u"decisionsFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &DecisionsDialog::openFile);
    dialog->open();
}

void DecisionsDialog::openFile(const QString &path)
{
    if (m_busy)
        return;
    m_fileName = QFileInfo(path).fileName();
    m_heading = tr("Decisions in %1", "file name").arg(m_fileName);
    begin();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(tr("The file cannot be read: %1. Choose another one.").arg(file.errorString()));
    if (file.size() > largestDecisionsFile)
        return fail(tr("The file has over 8 MB; split it, and take one part after the other."));
    m_csv = file.readAll();
    look();
}

void DecisionsDialog::review(const QString &title, const QVector<IntendedDecision> &rows,
                             const QVector<ReportedDecision> &leftOut)
{
    if (m_busy)
        return show();
    m_heading = title;
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal); // what is chosen stays so while it is looked at
    m_table->setColumnHidden(Model::RowColumn, true);
    begin();
    m_leftOut = leftOut;
    if (rows.isEmpty())
        return take(DecisionsReport(), Stage::Preview);
    m_csv = exchange::decisionsCsv(rows);
    look();
}

/// Nothing is known yet.
void DecisionsDialog::begin()
{
    m_csv.clear();
    m_leftOut.clear();
    m_problem.clear();
    m_hasReport = false;
    m_onlyProblems->setChecked(false);
    show();
    raise();
    activateWindow();
}

void DecisionsDialog::look()
{
    if (m_csv.isEmpty())
        return chooseFile();
    m_hasReport = false;
    m_problem.clear();
    m_key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    setBusy(true);
    const quint64 generation = ++m_generation;
    items::await(m_gateway->previewDecisions(m_csv), this,
                 [this, generation](const Result<DecisionsReport> &report) {
                     if (generation == m_generation)
                         take(report, Stage::Preview);
                 });
}

void DecisionsDialog::apply()
{
    if (m_busy || m_stage != Stage::Preview || ready() == 0)
        return;
    setBusy(true);
    const quint64 generation = ++m_generation;
    items::await(m_gateway->takeDecisions(m_csv, m_key), this,
                 [this, generation](const Result<DecisionsReport> &report) {
                     if (generation == m_generation)
                         take(report, Stage::Taken);
                 });
}

void DecisionsDialog::take(const Result<DecisionsReport> &report, Stage stage)
{
    m_busy = false;
    if (!report && stage == Stage::Preview)
        return fail(report.error().text);
    if (!report) { // what would happen stays in sight, and can be tried again
        showState();
        m_summary->setText(tr("Nothing was decided. %1").arg(report.error().text));
        announce(m_summary, m_summary->text());
        m_apply->setFocus();
        emit settledChanged();
        return;
    }
    m_report = *report;
    m_report.rows += m_leftOut;
    m_stage = stage;
    m_hasReport = true;
    m_model->setReport(m_report, stage);
    if (m_report.problems() == 0)
        m_onlyProblems->setChecked(false);
    m_table->selectRow(0);
    showState();
    QWidget *next = stage == Stage::Taken ? m_close : ready() > 0 ? m_apply : nullptr;
    (next ? next : m_table)->setFocus();
    announce(m_summary, m_summary->text());
    emit settledChanged();
    if (stage == Stage::Taken)
        emit taken(m_report);
}

void DecisionsDialog::fail(const QString &text)
{
    m_problem = text;
    m_model->setReport({}, Stage::Preview);
    setBusy(false);
    m_other->setFocus();
    announce(m_summary, text);
}

void DecisionsDialog::setBusy(bool busy)
{
    m_busy = busy;
    if (!m_hasReport) {
        m_stage = Stage::Preview;
        m_model->setReport({}, m_stage);
    }
    showState();
    emit settledChanged();
}

int DecisionsDialog::ready() const
{
    return m_hasReport && m_stage == Stage::Preview
               ? static_cast<int>(m_report.count(DecisionResult::Decided))
               : 0;
}

void DecisionsDialog::showState()
{
    const bool isTaken = m_hasReport && m_stage == Stage::Taken;
    m_title->setText(isTaken               ? tr("What came of it")
                     : m_heading.isEmpty() ? tr("Import decisions")
                                           : m_heading);
    QString summary = m_hasReport ? items::decisionsSummary(m_report, m_stage) : m_problem;
    if (isTaken && m_report.count(DecisionResult::Decided) > 0)
        summary += u' ' + tr("Undo takes all of them back.");
    if (m_busy)
        summary = m_hasReport ? tr("Taking the decisions…") : tr("Looking at what they would do…");
    m_summary->setText(summary);
    const int problems = m_hasReport ? static_cast<int>(m_report.problems()) : 0;
    m_onlyProblems->setText(tr("Only the %Ln problem(s)", nullptr, problems));
    m_onlyProblems->setVisible(problems > 0);
    if (m_busy && !m_hasReport)
        m_overlay->showLoading();
    else if (!m_problem.isEmpty())
        m_overlay->showFailed(tr("No decisions to show"), m_problem);
    else if (m_hasReport && m_report.rows.isEmpty())
        m_overlay->showEmpty(tr("The file decides nothing"),
                             tr("Fill in its column \"decision\" with link, refuse or external."));
    else
        m_overlay->clear();
    m_other->setEnabled(!m_busy);
    m_other->setVisible(!isTaken && !m_fileName.isEmpty());
    m_save->setVisible(m_hasReport && !m_report.rows.isEmpty());
    m_save->setEnabled(!m_busy);
    m_close->setText(isTaken ? tr("Close") : m_busy && m_hasReport ? tr("Go on working") : tr("Cancel"));
    m_apply->setVisible(!isTaken);
    m_apply->setEnabled(!m_busy && ready() > 0);
    m_apply->setText(ready() > 0 ? tr("Apply %Ln decision(s)", nullptr, ready()) : tr("Apply"));
    m_apply->setDefault(m_apply->isEnabled());
    showDetail();
}

void DecisionsDialog::showDetail()
{
    const ReportedDecision *row = m_model->decision(m_table->currentIndex().row());
    if (!row)
        m_detail->clear();
    else if (m_fileName.isEmpty())
        m_detail->setText(tr("%1: %2", "prescriber, what is to be said of it")
                              .arg(row->prescriber, items::decisionRowDetail(*row)));
    else
        m_detail->setText(
            tr("Row %1, %2: %3", "number, prescriber, what is to be said of it")
                .arg(QString::number(row->row), row->prescriber, items::decisionRowDetail(*row)));
}

void DecisionsDialog::saveReport()
{
    const QString folder = documentsFolder();
    const QString base = m_fileName.isEmpty() ? u"decisions"_s : QFileInfo(m_fileName).completeBaseName();
    const QString name = base + u"-report.csv"_s;
    auto *dialog = new QFileDialog(this, tr("Save the report"), QDir(folder).filePath(name),
                                   tr("Comma-separated values (*.csv)"));
    dialog->setObjectName(u"decisionsReportDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &DecisionsDialog::writeReport);
    dialog->open();
}

void DecisionsDialog::writeReport(const QString &path)
{
    QSaveFile file(path);
    const QByteArray csv = exchange::reportCsv(m_report);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit();
    m_detail->setText(
        isWritten ? tr("The report is in %1.", "file name").arg(QFileInfo(path).fileName())
                  : tr("The report cannot be written: %1. Choose another place.").arg(file.errorString()));
    announce(m_detail, m_detail->text());
}

} // namespace renewal::ui
