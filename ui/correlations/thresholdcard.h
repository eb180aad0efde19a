// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/qualitygateway.h"

#include <QTimer>
#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;
class QTableView;

namespace renewal::items {
class FiguresModel;
}

namespace renewal::ui {

class Card;
class HistoryList;

/// From where on matching links alone. Moving it shows what would change; only "Apply" sets it, with a
/// reason. The figures are those of the threshold in sight: while they are on their way nothing is applied.
class ThresholdCard final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the card.
    explicit ThresholdCard(QualityGateway *gateway, QWidget *parent = nullptr);

    /// Fetches the present threshold and its history, and goes back to it.
    void load();
    bool isSettled() const { return m_waiting == 0 && !m_patience.isActive(); }

signals:
    /// A sentence about what holds now.
    void applied(const QString &text);
    void failed(const QString &text);
    void presentArrived(double probability);
    void settledChanged();

private:
    void setupInputs();
    void setupEffects();
    void takeHistory(const QVector<MatchingThreshold> &history);
    void look();
    void takePreview(const Result<ThresholdPreview> &preview);
    void apply();
    void showState();
    void settle();
    double probability() const;

    QualityGateway *m_gateway;
    Card *m_card;
    QSlider *m_slider = nullptr;
    QDoubleSpinBox *m_spin = nullptr;
    QDoubleSpinBox *m_margin = nullptr;
    QLabel *m_present = nullptr;
    QLabel *m_effect = nullptr;
    QLabel *m_estimate = nullptr;
    items::FiguresModel *m_stations;
    QTableView *m_table = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_apply = nullptr;
    HistoryList *m_history = nullptr;
    MatchingThreshold m_now;
    QTimer m_patience;      ///< one question when the slider rests, not one for each step
    bool m_isKnown = false; ///< the effects are those of the threshold in sight
    bool m_busy = false;
    quint64 m_loads = 0; ///< the newest question counts, of either kind
    quint64 m_looks = 0;
    int m_waiting = 0;
};

} // namespace renewal::ui
