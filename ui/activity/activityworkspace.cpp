// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activityworkspace.h"

#include "models/items/audittexts.h"
#include "ui/activity/importspage.h"
#include "ui/activity/recordpage.h"
#include "ui/activity/verifybar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/csvexport.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/typography.h"

#include <QAction>
#include <QButtonGroup>
#include <QDate>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
enum Page
{
    RecordIndex,
    ImportsIndex,
};
} // namespace

ActivityWorkspace::ActivityWorkspace(SystemGateway *gateway, ImportsGateway *imports, QWidget *parent)
    : Workspace(parent)
    , m_gateway(gateway)
    , m_pages(new QStackedWidget(this))
    , m_record(new RecordPage(gateway, this))
    , m_verify(new VerifyBar(gateway, 300, this))
    , m_export(new CsvExport(this))
    , m_tools(new QWidget(this))
    , m_recordButton(makeFilter(tr("Record"), u"recordPageButton"_s, items::Tone::Info, this))
    , m_importsButton(makeFilter(tr("Imports"), u"importsPageButton"_s, items::Tone::Info, this))
    , m_count(makeQuietLabel({}, u"activityCountLabel"_s, FontRole::Small, this))
    , m_exportButton(makeButton(tr("Export"), u"exportRecordButton"_s, ButtonKind::Plain, this))
    , m_importButton(makeButton(tr("Import files"), u"importFilesButton"_s, ButtonKind::Primary, this))
{
    setObjectName(u"activityWorkspace"_s);
    if (imports)
        m_imports = new ImportsPage(imports, this);
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_pages, 1);
    setupTools();
    setupPages(head);
    setupActions();
    connect(m_record, &RecordPage::settledChanged, this, &Workspace::settledChanged);
    connect(m_record, &RecordPage::settledChanged, this, &ActivityWorkspace::showCount);
    connect(m_record, &RecordPage::subjectRequested, this, &ActivityWorkspace::openSubject);
    connect(m_verify, &VerifyBar::verdictReached, m_record, &RecordPage::showVerdict);
    connect(m_verify, &VerifyBar::verdictReached, this, &Workspace::resultReported);
    connect(m_export, &CsvExport::finished, this, &Workspace::resultReported);
    connect(m_export, &CsvExport::failed, this,
            [this](const QString &text) { emit messageRaised(text, items::Tone::Caution, {}); });
    connect(m_export, &CsvExport::changed, this, [this] {
        m_exportButton->setText(m_export->isRunning() ? m_export->progressText() : tr("Export"));
    });
}

void ActivityWorkspace::setupTools()
{
    m_tools->setObjectName(u"activityTools"_s);
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(this, 8));
    for (QWidget *tool : std::initializer_list<QWidget *>{m_exportButton, m_verify, m_importButton})
        row->addWidget(tool);
    m_importButton->hide();
}

void ActivityWorkspace::setupPages(QWidget *head)
{
    head->setObjectName(u"activityHead"_s);
    head->setBackgroundRole(QPalette::Base);
    head->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(head);
    const int side = scaled(this, 8);
    row->setContentsMargins(scaled(this, 12), side, scaled(this, 16), side);
    row->setSpacing(side);
    auto *group = new QButtonGroup(this);
    group->addButton(m_recordButton, RecordIndex);
    group->addButton(m_importsButton, ImportsIndex);
    for (QPushButton *button : {m_recordButton, m_importsButton})
        row->addWidget(button);
    row->addStretch(1);
    m_count->setWordWrap(false);
    row->addWidget(m_count);
    m_recordButton->setChecked(true);
    m_importsButton->setVisible(m_imports);
    connect(group, &QButtonGroup::idClicked, this, [this](int page) {
        showPage(page);
        mainView()->setFocus();
    });
    m_pages->setObjectName(u"activityPages"_s);
    m_pages->addWidget(m_record);
    if (!m_imports)
        return;
    m_pages->addWidget(m_imports);
    connect(m_imports, &ImportsPage::settledChanged, this, &Workspace::settledChanged);
    connect(m_imports, &ImportsPage::resultReported, this, &Workspace::resultReported);
    connect(m_imports, &ImportsPage::failed, this,
            [this](const QString &text) { emit messageRaised(text, items::Tone::Caution, {}); });
}

void ActivityWorkspace::setupActions()
{
    connect(m_exportButton, &QPushButton::clicked, this,
            [this] { m_export->isRunning() ? m_export->cancel() : exportRecord(); });
    connect(m_importButton, &QPushButton::clicked, this, &ActivityWorkspace::importWanted);
    // The window's own Export, with its key, comes here.
    connect(addShortcut(tr("Export the record…"), u"exportRecordAction"_s, {}, Effect::OnlyShows),
            &QAction::triggered, this, &ActivityWorkspace::exportRecord);
    connect(addShortcut(tr("Check the record"), u"verifyRecordAction"_s, {QKeySequence(u"V"_s)},
                        Effect::OnlyShows),
            &QAction::triggered, m_verify, &VerifyBar::start);
    connect(addShortcut(tr("Filter the record"), u"filterRecordAction"_s, {QKeySequence(u"F"_s)},
                        Effect::OnlyShows),
            &QAction::triggered, this, [this] {
                showPage(RecordIndex);
                m_record->focusFilter();
            });
    connect(addShortcut(tr("The record"), u"showRecordAction"_s, {QKeySequence(u"R"_s)}, Effect::OnlyShows),
            &QAction::triggered, this, [this] {
                showPage(RecordIndex);
                mainView()->setFocus();
            });
    if (!m_imports)
        return;
    connect(addShortcut(tr("Reports of imports"), u"showReportsAction"_s, {QKeySequence(u"I"_s)},
                        Effect::OnlyShows),
            &QAction::triggered, this, [this] {
                showImports();
                mainView()->setFocus();
            });
}

void ActivityWorkspace::showPage(int page)
{
    m_pages->setCurrentIndex(page);
    m_recordButton->setChecked(page == RecordIndex);
    m_importsButton->setChecked(page == ImportsIndex);
    const bool isRecord = page == RecordIndex;
    m_verify->setVisible(isRecord);
    m_exportButton->setVisible(isRecord);
    m_importButton->setVisible(!isRecord);
    if (m_started && !isRecord)
        m_imports->start();
    showCount();
    emit settledChanged();
}

/// Of all entries that fit, loaded or not.
void ActivityWorkspace::showCount()
{
    const bool isRecord = m_pages->currentIndex() == RecordIndex;
    const qint64 count = m_record->total();
    constexpr qint64 most = std::numeric_limits<int>::max();
    m_count->setText(isRecord && count > 0
                         ? tr("%Ln entry(s)", nullptr, static_cast<int>(std::min(count, most)))
                         : QString());
}

void ActivityWorkspace::showImports()
{
    if (m_imports)
        showPage(ImportsIndex);
}

void ActivityWorkspace::showImport(ImportId id)
{
    if (!m_imports)
        return;
    showPage(ImportsIndex);
    m_imports->showImport(id);
    m_imports->refresh();
}

void ActivityWorkspace::setScope(const Scope &)
{
    m_started = true;
    m_record->start();
    showPage(m_pages->currentIndex());
}

void ActivityWorkspace::refresh()
{
    m_record->refresh();
    if (m_imports)
        m_imports->refresh();
}

bool ActivityWorkspace::isSettled() const
{
    return m_pages->currentIndex() == RecordIndex ? m_record->isSettled() : m_imports->isSettled();
}

QList<QWidget *> ActivityWorkspace::topBarWidgets() const
{
    return {m_tools};
}

QWidget *ActivityWorkspace::mainView() const
{
    return m_pages->currentIndex() == RecordIndex ? m_record->mainView() : m_imports->mainView();
}

QVariantMap ActivityWorkspace::layoutState() const
{
    return {{u"page"_s, m_pages->currentIndex()}};
}

void ActivityWorkspace::restoreLayoutState(const QVariantMap &state)
{
    const int page = state.value(u"page"_s).toInt();
    showPage(m_imports && page == ImportsIndex ? ImportsIndex : RecordIndex);
}

void ActivityWorkspace::exportRecord()
{
    const QString name = u"activity-%1.csv"_s.arg(QDate::currentDate().toString(Qt::ISODate));
    m_export->choose(this, tr("Export the record"), name,
                     [gateway = m_gateway, query = m_record->query()](const QString &cursor) {
                         AuditQuery piece = query;
                         piece.cursor = cursor;
                         return gateway->exportAudit(piece);
                     });
}

void ActivityWorkspace::openSubject(const QString &subject)
{
    if (subject.startsWith("import/"_L1)) {
        showImport(ImportId{subject.section(u'/', 1).toLongLong()});
        mainView()->setFocus();
    } else if (const auto hit = items::auditTarget(subject)) {
        emit hitWanted(*hit);
    }
}

} // namespace renewal::ui
