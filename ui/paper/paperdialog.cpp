// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paperdialog.h"

#include "models/items/await.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/documentsfolder.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/reportwatcher.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>
#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

PaperDialog::PaperDialog(const Needs &needs, const Content &content, int interval, QWidget *parent)
    : QDialog(parent)
    , m_needs(needs)
    , m_content(content)
    , m_watcher(new ReportWatcher(needs.reports, interval, this))
    , m_whole(new QCheckBox(tr("Print whole patient keys"), this))
    , m_reason(new QLineEdit(this))
{
    setObjectName(u"paperDialog"_s);
    setWindowTitle(tr("Print"));
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 20);
    layout->setContentsMargins(side, scaled(this, 16), side, scaled(this, 14));
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(tr("Print “%1”", "a view, or a patient").arg(m_content.title),
                                u"paperTitleLabel"_s, FontRole::Heading, this));
    const QString sentence =
        m_content.renewals.isEmpty()
            ? tr("What the view holds, with its search words and filters; at most the first 2,000 renewals.")
            : tr("%n renewals of this patient with all facts.", nullptr, int(m_content.renewals.size()));
    layout->addWidget(makeLabel(sentence, u"paperNumberLabel"_s, FontRole::Body, this));
    setupChoices(layout);
    setupFoot(layout);
    resize(scaled(this, 480), sizeHint().height());
    connect(m_watcher, &ReportWatcher::failed, this, &PaperDialog::tell);
    connect(m_watcher, &ReportWatcher::ended, this, [this](const Job &job) {
        if (job.state != u"finished"_s) {
            tell(job.text);
            return;
        }
        items::await(m_needs.reports->rows(job.id), this, [this](const Result<Page<Renewal>> &page) {
            if (page)
                finish(queuePaper(m_content.title, *page, frame()));
            else
                tell(page.error().text);
        });
    });
    connect(this, &QDialog::finished, m_watcher, &ReportWatcher::cancel);
    showReady();
}

void PaperDialog::setupChoices(QVBoxLayout *layout)
{
    m_whole->setObjectName(u"wholePaperKeysCheck"_s);
    m_reason->setObjectName(u"paperReasonEdit"_s);
    m_reason->setAccessibleName(tr("Reason (goes into the record, and on the paper)"));
    m_reason->setPlaceholderText(tr("Reason (goes into the record, and on the paper); name no patient"));
    m_reason->setMaxLength(500);
    layout->addWidget(m_whole);
    layout->addWidget(m_reason);
    connect(m_whole, &QCheckBox::toggled, this, &PaperDialog::showReady);
    connect(m_reason, &QLineEdit::textChanged, this, &PaperDialog::showReady);
}

void PaperDialog::setupFoot(QVBoxLayout *layout)
{
    m_told = makeLabel({}, u"paperToldLabel"_s, FontRole::Body, this);
    m_told->setMinimumHeight(2 * fontMetrics().lineSpacing());
    layout->addWidget(m_told);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    QPushButton *close = makeButton(tr("Close"), u"closePaperButton"_s, ButtonKind::Plain, this);
    m_save = makeButton(tr("Save as PDF…"), u"savePaperButton"_s, ButtonKind::Plain, this);
    m_preview = makeButton(tr("Preview…"), u"previewPaperButton"_s, ButtonKind::Primary, this);
    for (QPushButton *button : {close, m_save, m_preview})
        row->addWidget(button);
    layout->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PaperDialog::choosePlace);
    connect(m_preview, &QPushButton::clicked, this, [this] { gather([this] { preview(); }); });
}

QString PaperDialog::reason() const
{
    return m_whole->isChecked() ? m_reason->text().trimmed() : QString();
}

PaperFrame PaperDialog::frame() const
{
    return {m_content.stations, m_needs.clock->now(), m_content.printedBy, reason()};
}

QString PaperDialog::suggestedName() const
{
    const QString what = m_content.renewals.isEmpty() ? m_content.query.view : u"patient"_s;
    return u"renewals-"_s + QString(what).replace(u'_', u'-') + u".pdf"_s;
}

void PaperDialog::choosePlace()
{
    auto *dialog = new QFileDialog(this, tr("Save as PDF"), QDir(documentsFolder()).filePath(suggestedName()),
                                   tr("PDF (*.pdf)"));
    dialog->setObjectName(u"paperFileDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &PaperDialog::saveAt);
    dialog->open();
}

void PaperDialog::saveAt(const QString &path)
{
    gather([this, path] {
        const auto pages = savePaper(m_paper, path);
        tell(pages ? tr("%n pages are in %1.", "path of a file", *pages).arg(QDir::toNativeSeparators(path))
                   : pages.error().text);
    });
}

void PaperDialog::preview()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintPreviewDialog(printer.get(), this);
    dialog->setObjectName(u"paperPreviewDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(scaled(this, 900), scaled(this, 640));
    connect(dialog, &QPrintPreviewDialog::paintRequested, this,
            [this](QPrinter *device) { paintPaper(m_paper, device); });
    // The dialog uses the printer until it is gone.
    connect(dialog, &QObject::destroyed, this, [printer] { Q_UNUSED(printer) });
    dialog->open();
    tell({});
}

void PaperDialog::gather(const Then &then)
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    m_then = then;
    m_details.clear();
    m_patient = {};
    m_told->setText(tr("Gathering what is to be printed…"));
    showReady();
    if (m_content.renewals.isEmpty())
        gatherView();
    else if (reason().isEmpty())
        fetchNext();
    else
        reveal();
}

void PaperDialog::gatherView()
{
    RenewalExport wanted{m_content.query, ExportFormat::Rows, reason()};
    wanted.query.cursor.clear();
    m_watcher->follow(m_needs.reports->startExport(wanted));
}

void PaperDialog::reveal()
{
    items::await(m_needs.renewals->reveal(m_content.renewals.constFirst(), reason()), this,
                 [this](const Result<RevealedPatient> &patient) {
                     if (!patient) {
                         tell(patient.error().text);
                         return;
                     }
                     m_patient = *patient;
                     fetchNext();
                 });
}

void PaperDialog::fetchNext()
{
    if (m_details.size() == m_content.renewals.size()) {
        const QString whole =
            m_patient.name.isEmpty()
                ? m_patient.patientKey
                : tr("%1, key %2", "name, patient key").arg(m_patient.name, m_patient.patientKey);
        finish(bundlePaper(m_patient.patientKey.isEmpty() ? m_content.title : whole, m_details, frame()));
        return;
    }
    items::await(m_needs.renewals->renewal(m_content.renewals[m_details.size()]), this,
                 [this](const Result<RenewalDetail> &detail) {
                     if (!detail) {
                         tell(detail.error().text);
                         return;
                     }
                     m_details.append(*detail);
                     fetchNext();
                 });
}

void PaperDialog::finish(const Paper &paper)
{
    m_paper = paper;
    if (const Then then = std::exchange(m_then, {}))
        then();
}

void PaperDialog::showReady()
{
    m_whole->setEnabled(!m_isBusy);
    m_reason->setEnabled(!m_isBusy && m_whole->isChecked());
    const bool isReady = !m_isBusy && (!m_whole->isChecked() || !m_reason->text().trimmed().isEmpty());
    m_save->setEnabled(isReady);
    m_preview->setEnabled(isReady);
}

/// It is over, well or not.
void PaperDialog::tell(const QString &text)
{
    m_isBusy = false;
    m_then = {};
    showReady();
    m_told->setText(text);
    announce(m_told, text);
}

} // namespace renewal::ui
