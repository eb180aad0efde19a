// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/thresholdcard.h"

#include "models/domain/renewal.h"
#include "models/items/await.h"
#include "models/items/figuresmodel.h"
#include "models/items/qualitytexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/historylist.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tablesetup.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTableView>
#include <QTimeZone>
#include <QUuid>
#include <QVBoxLayout>

#include <cmath>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double least = 80; ///< per cent
constexpr double most = 99.9;
constexpr int stepsOfOne = 10; ///< slider steps in one per cent
constexpr int patience = 200;
} // namespace

ThresholdCard::ThresholdCard(QualityGateway *gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_card(new Card(tr("Threshold: from where on matching links alone"), u"thresholdCard"_s, this))
    , m_stations(new items::FiguresModel(
          {tr("Station"), tr("Links today"), tr("Added, at most"), tr("Become suggestions")}, this))
{
    setObjectName(u"thresholdPart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    setupInputs();
    setupEffects();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &ThresholdCard::look);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { m_spin->setValue(double(value) / stepsOfOne); });
    connect(m_spin, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_slider->setValue(int(std::lround(value * stepsOfOne)));
        m_isKnown = false;
        m_patience.start();
        showState();
    });
    connect(m_margin, &QDoubleSpinBox::valueChanged, this, [this] {
        m_isKnown = false;
        m_patience.start();
        showState();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &ThresholdCard::showState);
    connect(m_apply, &QPushButton::clicked, this, &ThresholdCard::apply);
    showState();
}

void ThresholdCard::setupInputs()
{
    m_present = makeQuietLabel({}, u"thresholdPresentLabel"_s, FontRole::Body, m_card);
    m_card->add(m_present);
    auto *inputs = new QWidget(m_card);
    inputs->setObjectName(u"thresholdInputs"_s);
    auto *row = new QHBoxLayout(inputs);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(this, 10));
    m_slider = new QSlider(Qt::Horizontal, inputs);
    m_slider->setObjectName(u"thresholdSlider"_s);
    m_slider->setAccessibleName(tr("Threshold"));
    m_slider->setRange(int(least) * stepsOfOne, int(std::lround(most * stepsOfOne)));
    m_slider->setPageStep(stepsOfOne);
    m_spin = new QDoubleSpinBox(inputs);
    m_spin->setObjectName(u"thresholdSpin"_s);
    m_spin->setAccessibleName(tr("Threshold in per cent"));
    m_spin->setRange(least, most);
    m_spin->setSingleStep(0.1);
    m_spin->setDecimals(1);
    m_spin->setSuffix(tr(" %", "after a number"));
    auto *marginText = makeQuietLabel(tr("Ahead of the second"), u"marginLabel"_s, FontRole::Body, inputs);
    marginText->setWordWrap(false);
    m_margin = new QDoubleSpinBox(inputs);
    m_margin->setObjectName(u"marginSpin"_s);
    m_margin->setAccessibleName(tr("Bits ahead of the second candidate"));
    m_margin->setRange(0, 7);
    m_margin->setSingleStep(0.5);
    m_margin->setDecimals(1);
    m_margin->setSuffix(tr(" bits", "after a number"));
    m_spin->setMinimumWidth(scaled(this, 92));
    m_margin->setMinimumWidth(scaled(this, 92));
    row->addWidget(m_slider, 1);
    row->addWidget(m_spin);
    row->addWidget(marginText);
    row->addWidget(m_margin);
    m_card->add(inputs);
}

void ThresholdCard::setupEffects()
{
    m_effect = makeLabel({}, u"thresholdEffectLabel"_s, FontRole::Strong, m_card);
    m_effect->setWordWrap(true);
    m_estimate = makeQuietLabel({}, u"thresholdEstimateLabel"_s, FontRole::Body, m_card);
    m_table = new QTableView(m_card);
    m_table->setObjectName(u"thresholdStationsTable"_s);
    m_table->setAccessibleName(tr("What would change, by station"));
    setupRowTable(m_table, RowDelegate::Height::OneLine);
    m_table->setModel(m_stations);
    setColumnWidths(m_table, 0, {{1, 110}, {2, 120}, {3, 150}});
    m_table->setMinimumHeight(scaled(this, 130));
    m_reason = new QLineEdit(m_card);
    m_reason->setObjectName(u"thresholdReasonEdit"_s);
    m_reason->setAccessibleName(tr("Why the threshold moves, goes into the record"));
    m_reason->setPlaceholderText(tr("Why? It goes into the record."));
    m_apply = makeButton(tr("Apply"), u"applyThresholdButton"_s, ButtonKind::Primary, m_card);
    m_history = new HistoryList(u"thresholdHistory"_s, m_card);
    auto *last = new QWidget(m_card);
    last->setObjectName(u"thresholdApplyRow"_s);
    auto *row = new QHBoxLayout(last);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_reason, 1);
    row->addWidget(m_apply);
    for (QWidget *part : {static_cast<QWidget *>(m_effect), static_cast<QWidget *>(m_estimate),
                          static_cast<QWidget *>(m_table), last, static_cast<QWidget *>(m_history)})
        m_card->add(part);
}

double ThresholdCard::probability() const
{
    return std::round(m_spin->value() * 10) / 1000;
}

void ThresholdCard::load()
{
    const quint64 generation = ++m_loads;
    ++m_waiting;
    items::await(m_gateway->thresholds(), this,
                 [this, generation](const Result<QVector<MatchingThreshold>> &history) {
                     if (generation == m_loads) {
                         if (history && !history->isEmpty())
                             takeHistory(*history);
                         else
                             m_present->setText(history ? QString() : history.error().text);
                     }
                     settle();
                 });
}

void ThresholdCard::takeHistory(const QVector<MatchingThreshold> &history)
{
    const MatchingThreshold &now = history.constFirst();
    // What a person is about to set is not taken away by a refresh.
    const bool isUntouched = m_now.probability == 0 ||
                             (probability() == m_now.probability && m_margin->value() == m_now.marginBits);
    m_now = now;
    m_present->setText(tr("Now: %1", "a threshold").arg(items::thresholdText(now)));
    QVector<HistoryEntry> entries;
    for (const MatchingThreshold &one : history) {
        if (one.version > 0)
            entries.append({one.setAt, one.setBy, u"matching.threshold_set"_s,
                            tr("%1 set it to %2: %3", "person, threshold, reason")
                                .arg(one.setBy, items::thresholdText(one), one.reason)});
    }
    m_history->setEntries(entries, QTimeZone::systemTimeZone());
    m_history->setVisible(!entries.isEmpty());
    if (isUntouched) {
        m_spin->setValue(now.probability * 100);
        m_margin->setValue(now.marginBits);
    }
    emit presentArrived(now.probability);
    m_isKnown = false;
    m_patience.start();
    showState();
}

void ThresholdCard::look()
{
    const quint64 generation = ++m_looks;
    ++m_waiting;
    items::await(m_gateway->previewThreshold(probability(), m_margin->value()), this,
                 [this, generation](const Result<ThresholdPreview> &preview) {
                     if (generation == m_looks)
                         takePreview(preview);
                     settle();
                 });
}

void ThresholdCard::takePreview(const Result<ThresholdPreview> &preview)
{
    m_isKnown = preview.has_value();
    if (preview) {
        m_effect->setText(items::previewText(*preview));
        m_estimate->setText(
            preview->precision.reviewed == 0
                ? tr("Without a reviewed sample nobody can tell how many of the links would be right.")
                : tr("Expected: %1 of the links right, %2 of the prescribers that have a team linked.",
                     "percentages")
                      .arg(items::shareText(preview->precision), items::finePercent(preview->coverage)));
        QVector<QStringList> rows;
        for (const ThresholdEffect &effect : preview->stations)
            rows.append(items::effectRow(effect));
        m_stations->setRows(rows);
    } else {
        m_effect->setText(preview.error().text);
        m_estimate->clear();
        m_stations->setRows({});
    }
    m_table->setVisible(m_stations->rowCount() > 0);
    showState();
}

void ThresholdCard::apply()
{
    if (!m_apply->isEnabled())
        return;
    m_busy = true;
    showState();
    MatchingThreshold wanted = m_now;
    wanted.probability = probability();
    wanted.marginBits = m_margin->value();
    wanted.reason = m_reason->text().trimmed();
    ++m_waiting;
    items::await(m_gateway->setThreshold(wanted, QUuid::createUuid().toString(QUuid::WithoutBraces)), this,
                 [this](const Result<MatchingThreshold> &set) {
                     m_busy = false;
                     if (set) {
                         m_reason->clear();
                         emit applied(tr("The threshold is %1 now. Links follow it at the next matching; "
                                         "those of people stay.",
                                         "a threshold")
                                          .arg(items::thresholdText(*set)));
                     } else {
                         emit failed(set.error().text);
                     }
                     load();
                     settle();
                 });
}

void ThresholdCard::showState()
{
    const bool isOther = m_now.probability > 0 && (std::abs(probability() - m_now.probability) > 1e-9 ||
                                                   std::abs(m_margin->value() - m_now.marginBits) > 1e-9);
    m_apply->setEnabled(isOther && m_isKnown && !m_busy && !m_reason->text().trimmed().isEmpty());
    m_apply->setToolTip(!isOther                               ? tr("Move the threshold first.")
                        : m_reason->text().trimmed().isEmpty() ? tr("Say why first.")
                                                               : QString());
    m_reason->setEnabled(!m_busy);
    m_effect->setEnabled(m_isKnown);
    m_estimate->setEnabled(m_isKnown);
}

void ThresholdCard::settle()
{
    if (--m_waiting == 0)
        emit settledChanged();
}

} // namespace renewal::ui
