// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/throughputdialog.h"

#include "models/items/await.h"
#include "models/items/figuresmodel.h"
#include "models/items/throughputtexts.h"
#include "ui/charts/chartcard.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/reportwatcher.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shownTeams = 10;
constexpr double hour = 3600;
constexpr qsizetype longestName = 34; ///< on the axis; the table has the whole one

std::optional<double> hours(const std::optional<qint64> &seconds)
{
    return seconds ? std::optional(double(*seconds) / hour) : std::nullopt;
}

std::optional<double> ifKnown(bool isKnown, qint64 number)
{
    return isKnown ? std::optional(double(number)) : std::nullopt;
}
} // namespace

ThroughputDialog::ThroughputDialog(ReportsGateway *gateway, const Scope &scope, int interval, QWidget *parent)
    : QDialog(parent)
    , m_gateway(gateway)
    , m_watcher(new ReportWatcher(gateway, interval, this))
    , m_scope(scope)
    , m_days(new QButtonGroup(this))
    , m_dayValues(new items::FiguresModel(items::throughputDayHeaders(), this))
    , m_teamValues(new items::FiguresModel(items::throughputTeamHeaders(), this))
{
    setObjectName(u"throughputDialog"_s);
    setWindowTitle(tr("Throughput"));
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    const int side = scaled(this, 20);
    layout->setContentsMargins(side, scaled(this, 16), side, scaled(this, 14));
    layout->setSpacing(scaled(this, 8));
    setupDays(layout);
    m_summary = makeLabel({}, u"throughputSummaryLabel"_s, FontRole::Body, this);
    layout->addWidget(m_summary);
    setupCharts(layout);
    setupFoot(layout);
    resize(scaled(this, 940), scaled(this, 640));
    connect(m_watcher, &ReportWatcher::ended, this, [this](const Job &job) {
        if (job.state != u"finished"_s) {
            showMessage(job.text, true);
            return;
        }
        m_isReading = true;
        items::await(m_gateway->throughput(job.id), this,
                     [this, generation = m_generation](const Result<Throughput> &throughput) {
                         if (generation == m_generation)
                             take(throughput);
                     });
    });
    connect(m_watcher, &ReportWatcher::failed, this,
            [this](const QString &text) { showMessage(text, true); });
    connect(this, &QDialog::finished, m_watcher, &ReportWatcher::cancel);
    count();
}

void ThroughputDialog::setupDays(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    const QString place =
        m_scope.parentStation.isEmpty() ? tr("all stations") : tr("station %1").arg(m_scope.parentStation);
    row->addWidget(makeLabel(tr("How the queue moves, %1", "all stations, or one").arg(place),
                             u"throughputTitleLabel"_s, FontRole::Heading, this),
                   1);
    for (const int days : {7, 30, 90}) {
        QPushButton *filter =
            makeFilter(tr("%n days", nullptr, days), u"days%1Filter"_s.arg(days), items::Tone::Neutral, this);
        filter->setAccessibleName(tr("The last %n days", nullptr, days));
        m_days->addButton(filter, days);
        row->addWidget(filter);
    }
    m_days->setExclusive(true);
    m_days->button(30)->setChecked(true);
    connect(m_days, &QButtonGroup::idClicked, this, &ThroughputDialog::count);
    layout->addLayout(row);
}

ThroughputDialog::Part ThroughputDialog::addPart(const QString &title, Qt::Orientation bars,
                                                 items::FiguresModel *values, const QString &purpose)
{
    Part part;
    part.chart = new BarChart(title, bars, purpose + u"Chart"_s);
    part.card = new ChartCard(title, part.chart, values, purpose, this);
    part.card->setLegend(part.chart->legend());
    ChartCard *card = part.card;
    connect(part.chart, &BarChart::tableRequested, card, &ChartCard::toggleTable);
    connect(part.chart, &BarChart::exportRequested, card, &ChartCard::chooseExportFile);
    connect(card, &ChartCard::retryRequested, this, &ThroughputDialog::count);
    const auto tell = [this](const QString &text) {
        m_result->setText(text);
        announce(m_result, text);
    };
    connect(card, &ChartCard::exported, this,
            [tell](const QString &file) { tell(tr("The chart is in %1", "path of a file").arg(file)); });
    connect(card, &ChartCard::exportFailed, this, tell);
    return part;
}

void ThroughputDialog::setupCharts(QVBoxLayout *layout)
{
    m_moved = addPart(tr("Received and cleared per day"), Qt::Vertical, m_dayValues, u"moved"_s);
    m_ages = addPart(tr("Median age when cleared, per day"), Qt::Vertical, m_dayValues, u"ages"_s);
    m_teams = addPart(tr("By care team"), Qt::Horizontal, m_teamValues, u"teams"_s);
    auto *grid = new QGridLayout;
    grid->setSpacing(scaled(this, 10));
    grid->addWidget(m_moved.card, 0, 0);
    grid->addWidget(m_ages.card, 1, 0);
    grid->addWidget(m_teams.card, 0, 1, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid, 1);
}

void ThroughputDialog::setupFoot(QVBoxLayout *layout)
{
    m_note = makeQuietLabel({}, u"throughputNoteLabel"_s, FontRole::Small, this);
    layout->addWidget(m_note);
    auto *row = new QHBoxLayout;
    m_result = makeLabel({}, u"throughputResultLabel"_s, FontRole::Body, this);
    row->addWidget(m_result, 1);
    QPushButton *again = makeButton(tr("Count again"), u"countAgainButton"_s, ButtonKind::Plain, this);
    QPushButton *close = makeButton(tr("Close"), u"closeThroughputButton"_s, ButtonKind::Plain, this);
    again->setShortcut(QKeySequence::Refresh);
    row->addWidget(again);
    row->addWidget(close);
    layout->addLayout(row);
    connect(again, &QPushButton::clicked, this, &ThroughputDialog::count);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

bool ThroughputDialog::isSettled() const
{
    return !m_watcher->isFollowing() && !m_isReading;
}

/// The service knows the last day: today by the clock of the station.
void ThroughputDialog::count()
{
    ++m_generation;
    m_isReading = false;
    for (const Part &part : {m_moved, m_ages, m_teams})
        part.card->showLoading();
    m_summary->setText(tr("The service is counting…"));
    m_watcher->follow(m_gateway->startThroughput({m_scope, {}, {}, m_days->checkedId()}));
}

void ThroughputDialog::take(const Result<Throughput> &throughput)
{
    m_isReading = false;
    if (throughput)
        show(*throughput);
    else
        showMessage(throughput.error().text, true);
}

void ThroughputDialog::showMessage(const QString &text, bool canRetry)
{
    m_isReading = false;
    m_summary->setText(tr("The throughput could not be counted."));
    m_note->clear();
    for (const Part &part : {m_moved, m_ages, m_teams})
        part.card->showMessage(text, canRetry);
}

void ThroughputDialog::show(const Throughput &throughput)
{
    m_dayValues->setRows(items::throughputDayRows(throughput));
    m_teamValues->setRows(items::throughputTeamRows(throughput));
    m_summary->setText(items::throughputSummary(throughput));
    m_note->setText(items::throughputNote(throughput));
    BarContent moved{tr("Received and cleared per day"),
                     tr("day", "column of a file"),
                     {},
                     {},
                     {},
                     {{tr("Received"), {}}, {tr("Cleared"), {}}},
                     m_note->text()};
    BarContent ages{tr("Median age when cleared, per day"),
                    tr("day", "column of a file"),
                    tr("h", "hours, short"),
                    {},
                    {},
                    {{tr("Median age"), {}}},
                    m_note->text()};
    for (const ThroughputDay &day : throughput.days) {
        for (BarContent *content : {&moved, &ages}) {
            content->places.append(QLocale().toString(day.day, tr("MMM d", "format of a day")));
            content->spoken.append(day.day.toString(Qt::ISODate));
        }
        moved.series[0].values.append(ifKnown(day.isKnown, day.received));
        moved.series[1].values.append(ifKnown(day.isKnown, day.cleared));
        ages.series[0].values.append(hours(day.medianAge));
    }
    const qsizetype count = std::min(throughput.teams.size(), shownTeams);
    BarContent teams{tr("By care team"),
                     tr("care team", "column of a file"),
                     {},
                     {},
                     {},
                     {{tr("Waiting"), {}}, {tr("Received"), {}}, {tr("Cleared"), {}}},
                     m_note->text()};
    for (qsizetype i = 0; i < count; ++i) {
        const ThroughputTeam &team = throughput.teams[i];
        const QString name = m_teamValues->rows().at(i).constFirst();
        teams.places.append(name.size() > longestName ? name.left(longestName - 1) + u'…' : name);
        teams.spoken.append(name);
        teams.series[0].values.append(double(team.waiting));
        teams.series[1].values.append(double(team.received));
        teams.series[2].values.append(double(team.cleared));
    }
    m_moved.chart->setContent(moved);
    m_ages.chart->setContent(ages);
    m_teams.chart->setContent(teams);
    m_teams.card->setSubtitle(
        throughput.teamCount > count
            ? tr("%1 of %2", "numbers of care teams").arg(count).arg(throughput.teamCount)
            : QString());
    for (const Part &part : {m_moved, m_ages, m_teams})
        part.card->showValues();
    announce(m_summary, m_summary->text());
    // A chart can have the keyboard only once it is in sight.
    if (std::exchange(m_isFirst, false))
        m_moved.card->focusTarget()->setFocus();
}

} // namespace renewal::ui
