// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/metriccard.h"

#include "models/items/await.h"
#include "models/items/metrictablemodel.h"
#include "ui/charts/timeserieschart.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tablesetup.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

MetricCard::MetricCard(RolloutGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_card(new Card({}, u"metricChartCard"_s, this))
    , m_choice(new QComboBox(this))
    , m_tableButton(makeButton(tr("Table"), u"tableButton"_s, ButtonKind::Plain, this))
    , m_subtitle(makeQuietLabel({}, u"metricSubtitleLabel"_s, FontRole::Body, this))
    , m_summary(makeQuietLabel({}, u"metricSummaryLabel"_s, FontRole::Small, this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new TimeSeriesChart(u"metricChart"_s, this))
    , m_table(new QTableView(this))
    , m_model(new items::MetricTableModel(this))
{
    setObjectName(u"metricCard"_s);
    setupHead();
    setupTable();
    m_stack->setObjectName(u"metricStack"_s);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    m_stack->setMinimumHeight(scaled(this, 240));
    m_card->add(m_stack, 1);
    m_card->add(m_summary);
    m_card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void MetricCard::setupHead()
{
    auto *head = new QWidget(m_card);
    head->setObjectName(u"metricHead"_s);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 10));
    m_choice->setObjectName(u"metricCombo"_s);
    m_choice->setAccessibleName(tr("Metric"));
    m_choice->setMinimumWidth(scaled(this, 230));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_tableButton->setCheckable(true);
    m_tableButton->setToolTip(tr("Show the values as a table (T)"));
    m_subtitle->setWordWrap(false);
    layout->addWidget(m_choice);
    layout->addWidget(m_subtitle, 1);
    layout->addWidget(m_tableButton);
    m_card->add(head);
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { chooseMetric(m_choice->itemData(index).toString()); });
    connect(m_tableButton, &QPushButton::clicked, this, &MetricCard::toggleTable);
}

void MetricCard::setupTable()
{
    m_table->setObjectName(u"metricTable"_s);
    m_table->setAccessibleName(tr("Values of the chart"));
    setupRowTable(m_table, RowDelegate::Height::OneLine);
    m_table->setModel(m_model);
    using Model = items::MetricTableModel;
    setColumnWidths(m_table, Model::ValueColumn, {{Model::TimeColumn, 180}, {Model::CountColumn, 130}});
}

void MetricCard::setOverview(const RolloutOverview &overview)
{
    m_overview = overview;
    m_choice->clear();
    for (const MetricSeries &series : overview.series)
        m_choice->addItem(series.title, series.key);
    // What tells a fault soonest comes first, until the user has chosen.
    const int kept = m_choice->findData(m_key.isEmpty() ? u"message_send_errors"_s : m_key);
    m_choice->setCurrentIndex(std::max(kept, 0));
    m_key = m_choice->currentData().toString();
    request();
}

void MetricCard::chooseMetric(const QString &key)
{
    const int index = m_choice->findData(key);
    if (index < 0)
        return;
    m_choice->setCurrentIndex(index);
    m_key = key;
    request();
}

void MetricCard::toggleTable()
{
    const bool showTable = !isTableShown();
    m_stack->setCurrentWidget(showTable ? static_cast<QWidget *>(m_table) : m_chart);
    m_tableButton->setChecked(showTable);
    m_tableButton->setText(showTable ? tr("Chart") : tr("Table"));
    focusTarget()->setFocus();
}

bool MetricCard::isTableShown() const
{
    return m_stack->currentWidget() == m_table;
}

QWidget *MetricCard::focusTarget() const
{
    return isTableShown() ? static_cast<QWidget *>(m_table) : m_chart;
}

void MetricCard::refresh()
{
    request();
}

void MetricCard::request()
{
    const quint64 generation = ++m_generation;
    if (m_key.isEmpty()) {
        m_summary->setText(
            tr("No metric has been imported yet. Import a metrics answer, or connect a source."));
        m_loading = false;
        emit settledChanged();
        return;
    }
    m_loading = true;
    items::await(m_gateway->series(m_key, {}, {}), this,
                 [this, generation](const Result<MetricSeries> &series) {
                     if (generation != m_generation)
                         return;
                     m_loading = false;
                     if (series) {
                         show(*series);
                     } else if (m_shownKey != m_key) {
                         m_chart->setData({}, {}, QTimeZone::utc());
                         m_model->setSeries({}, QTimeZone::utc());
                         m_subtitle->setText({});
                         m_summary->setText(series.error().text);
                     }
                     emit settledChanged();
                 });
}

void MetricCard::show(const MetricSeries &series)
{
    m_shownKey = m_key;
    const QTimeZone zone = QTimeZone::utc();
    m_chart->setData(series, m_overview.stages, zone);
    m_model->setSeries(series, zone);
    const QString subtitle = chartSubtitle(series);
    m_subtitle->setText(subtitle);
    m_summary->setText(chartSummary(series, zone) + u' ' + tr("Times are UTC."));
}

} // namespace renewal::ui
