// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/qualitypage.h"

#include "models/items/await.h"
#include "models/items/datetexts.h"
#include "models/items/figuresmodel.h"
#include "models/items/qualitytexts.h"
#include "models/items/renewaltexts.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/sharechart.h"
#include "ui/correlations/thresholdcard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tablesetup.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QUuid>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
QStringList partHeaders(const QString &first)
{
    return {first, QualityPage::tr("Links"), QualityPage::tr("Linked alone"), QualityPage::tr("Reviewed"),
            QualityPage::tr("Right (95 %)")};
}

SharePoint pointOf(double x, const EstimatedShare &share)
{
    return {x, share.estimate, share.interval.low, share.interval.high, share.reviewed};
}
} // namespace

QualityPage::QualityPage(QualityGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_scroll(new QScrollArea(this))
    , m_bins(new items::FiguresModel(
          {tr("Matching said"), tr("On the average"), tr("Found right (95 %)"), tr("Reviewed")}, this))
    , m_points(new items::FiguresModel({tr("Threshold"), tr("Right (95 %)"), tr("Coverage"), tr("Reviewed")},
                                       this))
    , m_stations(new items::FiguresModel(partHeaders(tr("Station")), this))
    , m_systems(new items::FiguresModel(partHeaders(tr("System")), this))
    , m_months(new items::FiguresModel({tr("Linked in"), tr("Reviewed"), tr("Right (95 %)")}, this))
{
    setObjectName(u"qualityPage"_s);
    auto *content = new QWidget;
    content->setObjectName(u"qualityContent"_s);
    auto *layout = new QVBoxLayout(content);
    const int side = scaled(this, 16);
    layout->setContentsMargins(side, scaled(this, 14), side, side);
    layout->setSpacing(scaled(this, 12));
    setupHead(layout);
    setupSummary(layout);
    setupCharts(layout);
    setupThreshold(layout);
    setupLearning(layout);
    setupTables(layout);
    layout->addStretch(1);
    m_scroll->setObjectName(u"qualityScroll"_s);
    m_scroll->setAccessibleName(tr("Matching quality"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    m_overlay = new StateOverlay(m_scroll, scaled(this, 47));
    connect(m_overlay, &StateOverlay::retryRequested, this, &QualityPage::refresh);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
}

void QualityPage::setupHead(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(this, 8));
    QLabel *title = makeLabel(tr("Matching quality"), u"qualityTitleLabel"_s, FontRole::Heading, this);
    title->setWordWrap(false);
    m_back = makeButton(tr("Back to the work list"), u"qualityBackButton"_s, ButtonKind::Plain, this);
    m_review = makeButton(tr("Review"), u"reviewButton"_s, ButtonKind::Plain, this);
    m_size = new QSpinBox(this);
    m_size->setObjectName(u"sampleSizeSpin"_s);
    m_size->setAccessibleName(tr("Cases of the sample"));
    m_size->setRange(10, 500);
    m_size->setSingleStep(10);
    m_draw = makeButton({}, u"drawSampleButton"_s, ButtonKind::Plain, this);
    const auto showSize = [this](int size) {
        m_draw->setText(tr("Draw a sample of %1", "a number").arg(size));
        m_drawKey.clear(); // it would be another request
    };
    connect(m_size, &QSpinBox::valueChanged, this, showSize);
    m_size->setValue(50);
    showSize(m_size->value());
    row->addWidget(m_back);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(m_review);
    row->addWidget(m_size);
    row->addWidget(m_draw);
    layout->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, &QualityPage::backRequested);
    connect(m_review, &QPushButton::clicked, this, &QualityPage::reviewRequested);
    connect(m_draw, &QPushButton::clicked, this, &QualityPage::draw);
}

void QualityPage::setupSummary(QVBoxLayout *layout)
{
    auto *card = new Card(tr("Links of matching that are right"), u"qualitySummaryCard"_s, this);
    m_precision = makeLabel({}, u"precisionLabel"_s, FontRole::Strong, card);
    m_coverage = makeLabel({}, u"coverageLabel"_s, FontRole::Body, card);
    m_sample = makeQuietLabel({}, u"sampleLabel"_s, FontRole::Body, card);
    for (QLabel *label : {m_precision, m_coverage, m_sample}) {
        label->setWordWrap(true);
        card->add(label);
    }
    layout->addWidget(card);
}

ChartCard *QualityPage::addChart(const QString &title, ShareChart *chart, items::FiguresModel *values,
                                 const QString &purpose)
{
    auto *card = new ChartCard(title, chart, values, purpose, this);
    connect(card, &ChartCard::retryRequested, this, &QualityPage::refresh);
    connect(card, &ChartCard::exported, this, [this](const QString &file) {
        emit messageRaised(tr("The chart was saved as %1", "a file").arg(file), items::Tone::Good);
    });
    connect(card, &ChartCard::exportFailed, this,
            [this](const QString &reason) { emit messageRaised(reason, items::Tone::Bad); });
    connect(qApp, &QApplication::focusChanged, card, [this, card](QWidget *, QWidget *now) {
        if (now && card->isAncestorOf(now))
            m_current = card;
    });
    return card;
}

void QualityPage::setupCharts(QVBoxLayout *layout)
{
    m_calibration = new ShareChart(tr("What matching said, what people found"), u"calibrationChart"_s);
    m_curve = new ShareChart(tr("Threshold against precision and coverage"), u"thresholdCurveChart"_s);
    m_calibrationCard =
        addChart(tr("What matching said, what people found"), m_calibration, m_bins, u"calibration"_s);
    m_curveCard =
        addChart(tr("Threshold against precision and coverage"), m_curve, m_points, u"thresholdCurve"_s);
    m_current = m_calibrationCard;
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(this, 12));
    row->addWidget(m_calibrationCard, 1);
    row->addWidget(m_curveCard, 1);
    layout->addLayout(row);
}

Card *QualityPage::addTable(const QString &title, items::FiguresModel *model, const QString &purpose)
{
    auto *card = new Card(title, purpose + u"QualityCard"_s, this);
    auto *table = new QTableView(card);
    table->setObjectName(purpose + u"QualityTable"_s);
    table->setAccessibleName(title);
    setupRowTable(table, RowDelegate::Height::OneLine);
    table->setModel(model);
    if (model->columnCount() == 3)
        setColumnWidths(table, 0, {{1, 78}, {2, 160}});
    else
        setColumnWidths(table, 0, {{1, 60}, {2, 96}, {3, 78}, {4, 160}});
    table->setMinimumHeight(scaled(this, 130));
    card->add(table, 1);
    return card;
}

void QualityPage::setupTables(QVBoxLayout *layout)
{
    layout->addWidget(addTable(tr("By station"), m_stations, u"stations"_s));
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(this, 12));
    row->addWidget(addTable(tr("By record system"), m_systems, u"systems"_s), 1);
    row->addWidget(addTable(tr("By month of linking"), m_months, u"months"_s), 1);
    layout->addLayout(row);
}

void QualityPage::setupThreshold(QVBoxLayout *layout)
{
    m_result = new Banner(u"qualityResultBanner"_s, this);
    m_threshold = new ThresholdCard(m_gateway, this);
    layout->addWidget(m_result);
    layout->addWidget(m_threshold);
    connect(m_threshold, &ThresholdCard::settledChanged, this, &QualityPage::settledChanged);
    connect(m_threshold, &ThresholdCard::failed, this,
            [this](const QString &text) { emit messageRaised(text, items::Tone::Bad); });
    connect(m_threshold, &ThresholdCard::presentArrived, this, [this](double probability) {
        m_present = probability;
        if (m_report)
            showCharts();
    });
    connect(m_threshold, &ThresholdCard::applied, this, [this](const QString &text) {
        m_result->showMessage(text, items::Tone::Good, tr("Run matching now"));
        refresh();
    });
    connect(m_result, &Banner::actionRequested, this, &QualityPage::matchingRequested);
}

void QualityPage::setupLearning(QVBoxLayout *layout)
{
    auto *card = new Card(tr("Weights: what each piece of evidence counts"), u"weightsCard"_s, this);
    card->add(
        makeQuietLabel(tr("They are learnt from the records of all stations and from what staff decided. "
                          "Learn again when much of either is new; matching then runs everywhere, and what "
                          "staff decided stays."),
                       u"weightsHintLabel"_s, FontRole::Body, card));
    auto *learn = makeButton(tr("Learn, then run matching"), u"learnButton"_s, ButtonKind::Plain, card);
    card->setCorner(learn);
    connect(learn, &QPushButton::clicked, this, &QualityPage::learningRequested);
    layout->addWidget(card);
}

void QualityPage::hideOffer()
{
    m_result->hide();
}

void QualityPage::setScope(const Scope &scope)
{
    m_scope = scope;
    if (isVisible())
        refresh();
}

QWidget *QualityPage::firstView() const
{
    return m_back;
}

bool QualityPage::isSettled() const
{
    return m_waiting == 0 && m_threshold->isSettled();
}

void QualityPage::refresh()
{
    const quint64 generation = ++m_generation;
    if (!m_report)
        m_overlay->showLoading();
    ++m_waiting;
    items::await(m_gateway->report(m_scope), this, [this, generation](const Result<QualityReport> &report) {
        if (generation == m_generation)
            take(report);
        settle();
    });
    m_threshold->load();
}

void QualityPage::take(const Result<QualityReport> &report)
{
    if (!report) {
        if (m_report)
            emit messageRaised(report.error().text, items::Tone::Caution);
        else
            m_overlay->showFailed(tr("The quality of matching could not be fetched"), report.error().text);
        return;
    }
    m_overlay->clear();
    m_report = *report;
    showSummary();
    showCharts();
    showTables();
}

void QualityPage::showSummary()
{
    const QualityReport &report = *m_report;
    m_precision->setText(items::reviewedText(report.precision));
    m_coverage->setVisible(report.precision.reviewed > 0);
    m_coverage->setText(
        tr("Coverage: %1 (%2) of the prescribers that have a team are linked right by "
           "matching alone, as far as matching can tell who has one.",
           "a percentage, its interval")
            .arg(items::finePercent(report.coverage), items::intervalText(report.coverageInterval)));
    m_sample->setText(
        report.sample == 0
            ? tr("No sample was drawn yet. A pharmacy administrator draws one; people then "
                 "judge its cases without seeing what matching thinks.")
            : tr("Newest sample: %1 cases, drawn by %2 on %3; %4 still to be reviewed.",
                 "number, person, date, number")
                  .arg(report.drawn)
                  .arg(report.drawnBy, items::readableDate(report.drawnAt, QTimeZone::systemTimeZone()))
                  .arg(report.open));
    m_review->setText(report.open > 0 ? tr("Review %1", "a number of cases").arg(report.open) : tr("Review"));
    m_review->setEnabled(report.open > 0);
}

void QualityPage::showCharts()
{
    const QualityReport &report = *m_report;
    if (report.calibration.isEmpty()) {
        for (ChartCard *card : {m_calibrationCard, m_curveCard})
            card->showMessage(tr("Nothing has been reviewed yet."), false);
        return;
    }
    ShareLine found{tr("Found right"), {}, true};
    QVector<QStringList> bins;
    for (const CalibrationBin &bin : report.calibration) {
        found.points.append(pointOf(bin.predicted, bin.found));
        bins.append(items::calibrationRow(bin));
    }
    m_bins->setRows(bins);
    m_calibration->setContent({tr("What matching said, what people found"),
                               tr("Probability that matching gave"),
                               {found},
                               true,
                               {}});
    m_calibrationCard->setSubtitle(
        tr("%1 off on the average (ECE), Brier %2", "percentage, number")
            .arg(items::finePercent(report.calibrationError), QLocale().toString(report.brier, 'f', 3)));
    ShareLine precision{tr("Precision"), {}, true};
    ShareLine coverage{tr("Coverage"), {}, false};
    QVector<QStringList> points;
    for (const ThresholdPoint &point : report.thresholds) {
        points.append(items::thresholdRow(point));
        if (point.precision.reviewed == 0)
            continue; // nothing is known there
        precision.points.append(pointOf(point.threshold, point.precision));
        coverage.points.append({point.threshold, point.coverage, 0, 0, 0});
    }
    m_points->setRows(points);
    m_curve->setContent({tr("Threshold against precision and coverage"),
                         tr("Threshold (dots: precision, squares: coverage, dashed: now)"),
                         {precision, coverage},
                         false,
                         m_present > 0 ? std::optional(m_present) : std::nullopt});
    m_calibrationCard->showValues();
    m_curveCard->showValues();
}

void QualityPage::showTables()
{
    QVector<QStringList> rows;
    for (const QualityPart &part : m_report->stations)
        rows.append(items::partRow(part, part.key + u' ' + m_stationNames.name(StationNumber(part.key))));
    m_stations->setRows(rows);
    rows.clear();
    for (const QualityPart &part : m_report->systems)
        rows.append(
            items::partRow(part, items::ehrText(ehrSystemFromString(part.key).value_or(EhrSystem::VistA))));
    m_systems->setRows(rows);
    rows.clear();
    for (const QualityPart &part : m_report->months)
        rows.append(items::monthRow(part));
    m_months->setRows(rows);
}

void QualityPage::draw()
{
    if (!m_draw->isEnabled())
        return;
    m_draw->setEnabled(false);
    if (m_drawKey.isEmpty())
        m_drawKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    ++m_waiting;
    items::await(
        m_gateway->draw(m_size->value(), m_drawKey), this, [this](const Result<ReviewSample> &sample) {
            m_draw->setEnabled(true);
            if (sample) {
                m_drawKey.clear();
                emit drawn(tr("A sample of %1 cases was drawn; they stand under Blind review.", "a number")
                               .arg(sample->drawn));
                refresh();
            } else {
                emit messageRaised(sample.error().text, items::Tone::Bad);
            }
            settle();
        });
}

void QualityPage::settle()
{
    if (--m_waiting == 0)
        emit settledChanged();
}

} // namespace renewal::ui
