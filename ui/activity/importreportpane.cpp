// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/importreportpane.h"

#include "models/items/datetexts.h"
#include "models/items/importtexts.h"
#include "models/items/setasidemodel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/csvexport.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/listframe.h"
#include "ui/widgets/rowdelegate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ImportReportPane::ImportReportPane(ImportsGateway *gateway, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_zone(zone)
    , m_model(new items::SetAsideModel(gateway, this))
    , m_export(new CsvExport(this))
    , m_title(makeLabel({}, u"importTitleLabel"_s, FontRole::Heading, this))
    , m_state(new Chip(u"importStateChip"_s, this))
    , m_text(makeQuietLabel({}, u"importTextLabel"_s, FontRole::Body, this))
    , m_facts(new FactsGrid(88, u"importFacts"_s, this))
{
    setObjectName(u"importReportPane"_s);
    setAccessibleName(tr("Report of the import"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setupHead(layout);
    setupList(layout);
    connect(m_export, &CsvExport::finished, this, &ImportReportPane::resultReported);
    connect(m_export, &CsvExport::failed, this, &ImportReportPane::failed);
    connect(m_export, &CsvExport::changed, this, [this] {
        m_exportButton->setText(m_export->isRunning() ? m_export->progressText() : tr("Export…"));
        m_exportButton->setEnabled(!m_export->isRunning());
    });
    connect(m_model, &items::PagedModelBase::stateChanged, this, &ImportReportPane::settledChanged);
    setReport({});
}

void ImportReportPane::setupHead(QVBoxLayout *layout)
{
    auto *head = new QWidget(this);
    head->setObjectName(u"importHead"_s);
    auto *column = new QVBoxLayout(head);
    const int side = scaled(this, 16);
    column->setContentsMargins(side, scaled(this, 14), side, scaled(this, 8));
    column->setSpacing(scaled(this, 4));
    column->addWidget(m_title);
    column->addWidget(m_state, 0, Qt::AlignLeft);
    column->addWidget(m_text);
    column->addSpacing(scaled(this, 4));
    column->addWidget(m_facts);
    column->addSpacing(scaled(this, 6));
    m_filesCard = new Card(tr("What went in"), u"importFilesCard"_s, this);
    m_files = new FactsGrid(88, u"importFiles"_s, this);
    m_filesCard->add(m_files);
    column->addWidget(m_filesCard);
    layout->addWidget(head);
}

void ImportReportPane::setupList(QVBoxLayout *layout)
{
    m_asideHead = new QWidget(this);
    m_asideHead->setObjectName(u"setAsideHead"_s);
    auto *row = new QHBoxLayout(m_asideHead);
    const int side = scaled(this, 16);
    row->setContentsMargins(side, scaled(this, 6), side, scaled(this, 6));
    m_asideTitle = makeLabel({}, u"setAsideLabel"_s, FontRole::Card, m_asideHead);
    m_exportButton = makeButton(tr("Export…"), u"exportSetAsideButton"_s, ButtonKind::Link, m_asideHead);
    m_exportButton->setAccessibleName(tr("Export what was set aside"));
    row->addWidget(m_asideTitle, 1);
    row->addWidget(m_exportButton);
    layout->addWidget(m_asideHead);
    m_aside = new QListView(this);
    m_aside->setObjectName(u"setAsideList"_s);
    m_aside->setAccessibleName(tr("Records set aside"));
    m_aside->setModel(m_model);
    m_aside->setItemDelegate(new RowDelegate(RowDelegate::Height::TwoLines, m_aside));
    m_aside->setUniformItemSizes(true);
    m_aside->setFrameShape(QFrame::NoFrame);
    m_aside->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list = new ListFrame(m_aside, m_model, RowDelegate::rowHeight(RowDelegate::Height::TwoLines, this),
                           u"setAsideListFrame"_s, this);
    m_list->setTexts({
        .emptyTitle = tr("Nothing was set aside"),
        .emptyHint = {},
        .failedTitle = tr("The list could not be fetched"),
        .narrowHint = tr("Export them to work through all."),
    });
    layout->addWidget(m_list, 1);
    m_rest = new QWidget(this);
    m_rest->setObjectName(u"importRest"_s);
    layout->addWidget(m_rest, 1);
    connect(m_exportButton, &QPushButton::clicked, this, &ImportReportPane::exportSetAside);
}

void ImportReportPane::setReport(const std::optional<ImportReport> &report)
{
    m_report = report;
    m_title->setText(report ? report->fileName : tr("Nothing chosen"));
    m_text->setText(report ? items::reportSummary(*report) : tr("Choose an import to see what came of it."));
    const items::StepText state = report ? items::reportStateText(*report) : items::StepText();
    m_state->setState(state.text, state.tone);
    const bool hasAside = report && report->setAsideCount > 0;
    m_asideHead->setVisible(hasAside);
    m_list->setVisible(hasAside);
    m_rest->setVisible(!hasAside);
    m_facts->setVisible(report.has_value());
    m_filesCard->setVisible(false);
    if (report)
        showFacts(*report);
    if (hasAside) {
        m_asideTitle->setText(
            tr("%Ln record(s) set aside", nullptr, static_cast<int>(report->setAsideCount)));
        m_model->setImport(report->id, report->files.size() > 1);
    }
}

void ImportReportPane::showFacts(const ImportReport &report)
{
    m_facts->setFacts({{tr("Who"), report.actor},
                       {tr("Begun"), items::zonedTime(report.startedAt, m_zone)},
                       {tr("Ended"), items::zonedTime(report.finishedAt, m_zone)},
                       {tr("Extract"), report.extract}});
    QVector<Fact> files;
    for (const ImportFileReport &file : report.files) {
        QString kind = file.kindTitle.isEmpty() ? tr("unknown content") : file.kindTitle;
        kind[0] = kind.at(0).toUpper();
        QString what = tr("%1: %2", "kind of file, records").arg(kind, items::recordsText(file.taken));
        if (file.outcome == "refused"_L1)
            what = tr("%1: refused", "kind of file").arg(kind);
        else if (file.outcome == "already_imported"_L1)
            what = tr("%1: here already, nothing changed", "kind of file").arg(kind);
        else if (file.outcome == "figures_kept"_L1)
            what = tr("%1: left out, the rollout keeps its other figures", "kind of file").arg(kind);
        if (!file.notes.isEmpty())
            what += u'\n' + file.notes.join(u'\n');
        files.append({report.files.size() > 1 ? file.fileName : tr("This file"), what});
    }
    m_files->setFacts(files);
    m_filesCard->setVisible(!files.isEmpty());
}

bool ImportReportPane::isSettled() const
{
    return !m_list->isVisibleTo(this) || m_list->isSettled();
}

void ImportReportPane::exportSetAside()
{
    if (!m_report)
        return;
    m_export->choose(this, tr("Export what was set aside"), u"set-aside-%1.csv"_s.arg(m_report->id.value),
                     [gateway = m_gateway, id = m_report->id](const QString &cursor) {
                         return gateway->exportSetAside(id, cursor);
                     });
}

} // namespace renewal::ui
