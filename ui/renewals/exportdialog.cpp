// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/exportdialog.h"

#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/documentsfolder.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/reportfile.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int steps = 1000;
constexpr qint64 rowsOfWorkbook = 1'048'575;
} // namespace

ExportDialog::ExportDialog(ReportsGateway *gateway, const Content &content, int interval, QWidget *parent)
    : QDialog(parent)
    , m_content(content)
    , m_file(new ReportFile(gateway, interval, this))
    , m_csv(new QRadioButton(tr("Comma-separated values (CSV)"), this))
    , m_workbook(new QRadioButton(tr("Workbook (XLSX), with real dates and numbers"), this))
    , m_whole(new QCheckBox(tr("Write whole patient keys"), this))
    , m_reason(new QLineEdit(this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 20);
    layout->setContentsMargins(side, scaled(this, 16), side, scaled(this, 14));
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(tr("Export “%1”", "name of a view").arg(m_content.title),
                                u"exportTitleLabel"_s, FontRole::Heading, this));
    layout->addWidget(makeLabel(
        tr("All %1 renewals that the view holds are written, in its order and with its search words and "
           "filters; not only those that are loaded.",
           "a number")
            .arg(QLocale().toString(m_content.number)),
        u"exportNumberLabel"_s, FontRole::Body, this));
    setupChoices(layout);
    setupFoot(layout);
    resize(scaled(this, 480), sizeHint().height());
    connect(m_file, &ReportFile::progressed, this, [this](double part, const QString &text) {
        m_progress->setRange(0, part < 0 ? 0 : steps);
        m_progress->setValue(int(part * steps));
        m_told->setText(text);
    });
    connect(m_file, &ReportFile::finished, this, &ExportDialog::tell);
    connect(m_file, &ReportFile::failed, this, &ExportDialog::tell);
    showReady();
}

void ExportDialog::setupChoices(QVBoxLayout *layout)
{
    m_csv->setObjectName(u"exportCsvButton"_s);
    m_csv->setChecked(true);
    m_workbook->setObjectName(u"exportWorkbookButton"_s);
    if (m_content.number > rowsOfWorkbook) {
        m_workbook->setEnabled(false);
        m_workbook->setText(tr("Workbook (XLSX): takes %1 renewals, narrow the view first", "a number")
                                .arg(QLocale().toString(rowsOfWorkbook)));
    }
    m_whole->setObjectName(u"wholeKeysCheck"_s);
    m_reason->setObjectName(u"exportReasonEdit"_s);
    m_reason->setAccessibleName(tr("Reason (goes into the record)"));
    m_reason->setPlaceholderText(tr("Reason (goes into the record); name no patient"));
    m_reason->setMaxLength(500);
    for (QWidget *choice : {static_cast<QWidget *>(m_csv), static_cast<QWidget *>(m_workbook),
                            static_cast<QWidget *>(m_whole), static_cast<QWidget *>(m_reason)})
        layout->addWidget(choice);
    connect(m_whole, &QCheckBox::toggled, this, &ExportDialog::showReady);
    connect(m_reason, &QLineEdit::textChanged, this, &ExportDialog::showReady);
}

void ExportDialog::setupFoot(QVBoxLayout *layout)
{
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setTextVisible(false);
    QSizePolicy keeps = m_progress->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keeps);
    layout->addWidget(m_progress);
    m_told = makeLabel({}, u"exportToldLabel"_s, FontRole::Body, this);
    m_told->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_told);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    m_close = makeButton({}, u"closeExportButton"_s, ButtonKind::Plain, this);
    m_export = makeButton(tr("Export…"), u"startExportButton"_s, ButtonKind::Primary, this);
    row->addWidget(m_close);
    row->addWidget(m_export);
    layout->addLayout(row);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::choosePlace);
}

QString ExportDialog::suggestedName() const
{
    QString name = u"renewals-"_s + m_content.query.view;
    if (!m_content.query.scope.parentStation.isEmpty())
        name += u'-' + m_content.query.scope.parentStation;
    return name.replace(u'_', u'-') + (m_workbook->isChecked() ? u".xlsx"_s : u".csv"_s);
}

void ExportDialog::choosePlace()
{
    const bool isWorkbook = m_workbook->isChecked();
    auto *dialog =
        new QFileDialog(this, tr("Export “%1”", "name of a view").arg(m_content.title),
                        QDir(documentsFolder()).filePath(suggestedName()),
                        isWorkbook ? tr("Workbook (*.xlsx)") : tr("Comma-separated values (*.csv)"));
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isWorkbook ? u"xlsx"_s : u"csv"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::startAt);
    dialog->open();
}

void ExportDialog::startAt(const QString &path)
{
    RenewalExport wanted{m_content.query,
                         m_workbook->isChecked() ? ExportFormat::Workbook : ExportFormat::Csv,
                         m_whole->isChecked() ? m_reason->text().trimmed() : QString()};
    wanted.query.cursor.clear();
    m_file->start(wanted, path);
    showReady();
}

void ExportDialog::showReady()
{
    const bool isRunning = m_file->isRunning();
    for (QWidget *choice : {static_cast<QWidget *>(m_csv), static_cast<QWidget *>(m_whole)})
        choice->setEnabled(!isRunning);
    m_workbook->setEnabled(!isRunning && m_content.number <= rowsOfWorkbook);
    m_reason->setEnabled(!isRunning && m_whole->isChecked());
    m_progress->setVisible(isRunning);
    const bool hasReason = !m_whole->isChecked() || !m_reason->text().trimmed().isEmpty();
    m_export->setEnabled(!isRunning && hasReason);
    m_close->setText(isRunning ? tr("Cancel") : tr("Close"));
}

void ExportDialog::tell(const QString &text)
{
    showReady();
    m_told->setText(text);
    announce(m_told, text);
}

void ExportDialog::done(int result)
{
    if (m_file->isRunning()) {
        m_file->cancel();
        tell(tr("The export was cancelled; no file was written."));
        return;
    }
    QDialog::done(result);
}

} // namespace renewal::ui
