// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/blindreviewpage.h"

#include "models/gateway/correlationsgateway.h"
#include "models/items/await.h"
#include "models/items/correlationtexts.h"
#include "models/items/figuresmodel.h"
#include "ui/correlations/decisionbutton.h"
#include "ui/correlations/recordcards.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/narrowsplitter.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tablesetup.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QUuid>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

BlindReviewPage::BlindReviewPage(QualityGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_model(new items::FiguresModel({tr("Prescriber"), tr("Station")}, this))
{
    setObjectName(u"blindReviewPage"_s);
    auto *splitter = new NarrowSplitter(this);
    splitter->setObjectName(u"blindReviewSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(makeCase());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(this, 342), scaled(this, 938)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    showState();
}

QWidget *BlindReviewPage::makeList()
{
    auto *side = new QWidget(this);
    side->setObjectName(u"blindReviewList"_s);
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(scaled(this, 8), scaled(this, 10), scaled(this, 8), scaled(this, 6));
    auto *back = makeButton(tr("Back to the work list"), u"reviewBackButton"_s, ButtonKind::Plain, side);
    connect(back, &QPushButton::clicked, this, &BlindReviewPage::backRequested);
    head->addWidget(back);
    head->addStretch(1);
    layout->addLayout(head);
    m_table = new QTableView(side);
    m_table->setObjectName(u"reviewsTable"_s);
    m_table->setAccessibleName(tr("Cases to review"));
    setupRowTable(m_table, RowDelegate::Height::OneLine);
    m_table->setModel(m_model);
    setColumnWidths(m_table, 0, {{1, 90}});
    layout->addWidget(m_table, 1);
    m_overlay = new StateOverlay(m_table, scaled(this, 30));
    connect(m_overlay, &StateOverlay::retryRequested, this, &BlindReviewPage::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { choose(current.row()); });
    side->setMinimumWidth(scaled(this, 240));
    return side;
}

QWidget *BlindReviewPage::makeCase()
{
    m_area = new QScrollArea(this);
    QScrollArea *area = m_area;
    area->setObjectName(u"reviewArea"_s);
    area->setAccessibleName(tr("Case to review"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setObjectName(u"reviewContent"_s);
    auto *layout = new QVBoxLayout(content);
    const int side = scaled(this, 16);
    layout->setContentsMargins(side, scaled(this, 14), side, side);
    layout->setSpacing(scaled(this, 10));
    m_title = makeLabel({}, u"reviewTitleLabel"_s, FontRole::Heading, content);
    layout->addWidget(m_title);
    layout->addWidget(
        makeQuietLabel(tr("Which care team is right? What matching thinks is not shown, so that "
                          "the verdict is yours alone. It cannot be taken back. The teams "
                          "stand by name; the keys 1 to 9 choose one."),
                       u"reviewHintLabel"_s, FontRole::Body, content));
    m_records = new RecordCards(content);
    // The work list has the same cards: here they have names of their own.
    const QList<QWidget *> parts = m_records->findChildren<QWidget *>();
    for (QWidget *part : parts) {
        if (!part->objectName().isEmpty())
            part->setObjectName(u"review_"_s + part->objectName());
    }
    m_records->setObjectName(u"reviewRecordCards"_s);
    layout->addWidget(m_records);
    m_teams = new QListWidget(content);
    m_teams->setObjectName(u"reviewTeamsList"_s);
    m_teams->setAccessibleName(tr("Care teams, by name"));
    connect(m_teams, &QListWidget::currentRowChanged, this, &BlindReviewPage::showTeam);
    layout->addWidget(m_teams);
    setupButtons(layout);
    layout->addStretch(1);
    area->setWidget(content);
    return area;
}

void BlindReviewPage::setupButtons(QVBoxLayout *layout)
{
    m_note = new QLineEdit(this);
    m_note->setObjectName(u"reviewNoteEdit"_s);
    m_note->setAccessibleName(tr("Note, goes into the record"));
    m_note->setPlaceholderText(tr("Note, if it is not obvious. No patient names."));
    layout->addWidget(m_note);
    m_right = new DecisionButton(tr("The chosen team is right"), u"reviewRightButton"_s, Qt::Key_L,
                                 ButtonKind::Primary, this);
    m_none = new DecisionButton(tr("None of these is right"), u"reviewNoneButton"_s, Qt::Key_N,
                                ButtonKind::Plain, this);
    m_unsure =
        new DecisionButton(tr("Cannot be told"), u"reviewUnsureButton"_s, Qt::Key_U, ButtonKind::Plain, this);
    auto *row = new FlowLayout; // in a narrow window they stand in two rows
    row->setSpacing(scaled(this, 8));
    for (QPushButton *button : {m_right, m_none, m_unsure})
        row->addWidget(button);
    layout->addLayout(row);
    // Said of every case: that it holds for this one would tell what matching thinks.
    layout->addWidget(makeQuietLabel(tr("If matching linked another team, that link ends at once and its "
                                        "renewals need routing again."),
                                     u"reviewEffectLabel"_s, FontRole::Body, this));
    m_quality = makeButton(tr("Matching quality…"), u"reviewQualityButton"_s, ButtonKind::Plain, this);
    m_quality->setToolTip(tr("A sample to review is drawn there (Q)"));
    layout->addWidget(m_quality, 0, Qt::AlignLeft);
    connect(m_quality, &QPushButton::clicked, this, &BlindReviewPage::qualityRequested);
    m_result = makeLabel({}, u"reviewResultLabel"_s, FontRole::Body, this);
    m_result->hide();
    layout->addWidget(m_result);
    connect(m_right, &QPushButton::clicked, this, &BlindReviewPage::judgeTeam);
    connect(m_none, &QPushButton::clicked, this, &BlindReviewPage::judgeNone);
    connect(m_unsure, &QPushButton::clicked, this, &BlindReviewPage::judgeUnsure);
}

void BlindReviewPage::setScope(const Scope &scope)
{
    m_scope = scope;
    refresh();
}

void BlindReviewPage::setStations(const items::StationDirectory &stations)
{
    m_records->setStations(stations);
}

void BlindReviewPage::refresh()
{
    const quint64 generation = ++m_generation;
    if (m_open.isEmpty())
        m_overlay->showLoading();
    ++m_waiting;
    items::await(m_gateway->openReviews(m_scope), this,
                 [this, generation](const Result<QVector<OpenReview>> &open) {
                     if (generation == m_generation)
                         takeList(open);
                     settle();
                 });
}

void BlindReviewPage::takeList(const Result<QVector<OpenReview>> &open)
{
    if (!open) {
        if (m_open.isEmpty())
            m_overlay->showFailed(tr("The cases could not be fetched"), open.error().text);
        return;
    }
    m_open = *open;
    QVector<QStringList> rows;
    for (const OpenReview &one : std::as_const(m_open))
        rows.append({items::prescriberName(one.prescriber), one.prescriber.station.text()});
    m_model->setRows(rows);
    emit openCountArrived(m_open.size());
    if (m_open.isEmpty())
        m_overlay->showEmpty(tr("Nothing to review"),
                             tr("A pharmacy administrator draws a sample on the screen Matching quality."));
    else
        m_overlay->clear();
    int row = 0;
    for (int i = 0; i < m_open.size(); ++i) {
        if (m_open.at(i).id == m_wanted)
            row = i;
    }
    if (m_open.isEmpty())
        choose(-1);
    else if (m_table->currentIndex().row() != row)
        m_table->selectRow(row);
    else
        choose(row);
}

void BlindReviewPage::choose(int row)
{
    const ReviewCaseId id = m_open.value(row).id;
    if (id.isValid() && id == m_wanted && m_case)
        return;
    m_wanted = id;
    m_case.reset();
    showState();
    if (!id.isValid())
        return;
    ++m_waiting;
    items::await(m_gateway->review(id), this, [this, id](const Result<BlindCase> &blind) {
        if (id == m_wanted)
            takeCase(blind);
        settle();
    });
}

void BlindReviewPage::takeCase(const Result<BlindCase> &blind)
{
    if (!blind) {
        emit failed(blind.error().text);
        return;
    }
    m_case = *blind;
    m_key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    fillTeams();
    m_note->clear();
    showState();
}

/// All of them in sight: what is scrolled away may be the right one.
void BlindReviewPage::fillTeams()
{
    m_teams->clear();
    for (const CareTeam &team : std::as_const(m_case->careTeams))
        m_teams->addItem(team.shownName());
    const int rowHeight = scaled(this, 30);
    for (int row = 0; row < m_teams->count(); ++row)
        m_teams->item(row)->setSizeHint(QSize(0, rowHeight));
    m_teams->setFixedHeight(m_teams->count() * rowHeight + 2 * m_teams->frameWidth());
    m_teams->setCurrentRow(-1);
    m_teams->scrollToTop();
    m_area->verticalScrollBar()->setValue(0);
}

void BlindReviewPage::showTeam()
{
    if (!m_case)
        return;
    // The cards show what the blind case holds; everything else of the detail stays empty.
    PrescriberDetail detail;
    detail.summary.prescriber = m_case->review.prescriber;
    detail.patients = m_case->patients;
    detail.careTeams = m_case->careTeams;
    detail.sharedPatients = m_case->sharedPatients;
    for (const CareTeam &team : std::as_const(m_case->careTeams))
        detail.candidates.candidates.append({team.triageTeamId, team.shownName(), 0, {}});
    const int row = m_teams->currentRow();
    m_records->setRecords(detail, row >= 0 ? &m_case->careTeams.at(row) : nullptr,
                          tr("Choose a care team below to see its record."));
    m_right->setEnabled(row >= 0 && !m_busy);
}

void BlindReviewPage::showState()
{
    const bool canJudge = m_case.has_value() && !m_busy;
    m_title->setText(m_case ? tr("%1 at station %2", "prescriber, number")
                                  .arg(items::prescriberName(m_case->review.prescriber),
                                       m_case->review.prescriber.station.text())
                            : QString());
    for (QWidget *part :
         {static_cast<QWidget *>(m_records), static_cast<QWidget *>(m_teams), static_cast<QWidget *>(m_note)})
        part->setVisible(m_case.has_value());
    m_quality->setVisible(m_open.isEmpty());
    m_right->setEnabled(canJudge && m_teams->currentRow() >= 0);
    m_none->setEnabled(canJudge);
    m_unsure->setEnabled(canJudge);
    showTeam();
}

void BlindReviewPage::moveSelection(int step)
{
    const int row = m_table->currentIndex().row() + step;
    if (row >= 0 && row < m_model->rowCount())
        m_table->selectRow(row);
}

void BlindReviewPage::chooseTeam(int row)
{
    if (row >= 0 && row < m_teams->count())
        m_teams->setCurrentRow(row);
}

void BlindReviewPage::judgeTeam()
{
    const int row = m_teams->currentRow();
    if (m_case && row >= 0)
        judge(ReviewVerdict::Team, m_case->careTeams.at(row).triageTeamId);
}

void BlindReviewPage::judge(ReviewVerdict verdict, TriageTeamId team)
{
    if (!m_case || m_busy)
        return;
    m_busy = true;
    m_table->setFocus(); // the buttons are off now, and the keyboard stays here
    showState();
    ++m_waiting;
    const QString name = items::prescriberName(m_case->review.prescriber);
    const ReviewAnswer answer{m_case->review.id, verdict, team, m_note->text().trimmed(),
                              m_key + toString(verdict)};
    items::await(m_gateway->judge(answer), this, [this, name](const Result<ReviewOutcome> &outcome) {
        m_busy = false;
        if (outcome) {
            m_case.reset();
            m_wanted = {};
            tell(name, *outcome);
        } else {
            emit failed(outcome.error().text);
        }
        showState();
        refresh();
        settle();
    });
}

void BlindReviewPage::tell(const QString &name, const ReviewOutcome &outcome)
{
    const QString text =
        outcome.linkEnded ? tr("%1 is reviewed. Matching had linked %2: that link ended, and %n renewal(s) "
                               "need routing again.",
                               "prescriber, care team", static_cast<int>(outcome.needRouting))
                                .arg(name, outcome.endedTeam)
                          : tr("%1 is reviewed. No link ended.", "prescriber").arg(name);
    m_result->setText(text);
    m_result->show();
    emit judged(text, outcome.linkEnded);
}

void BlindReviewPage::settle()
{
    if (--m_waiting == 0)
        emit settledChanged();
}

} // namespace renewal::ui
