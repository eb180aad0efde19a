// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/gateway/correlationsgateway.h"
#include "models/items/stationdirectory.h"

#include <QWidget>

class QGridLayout;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace renewal::ui {

class CorrelationController;
class DecisionButton;
class EffectCard;
class HistoryList;
class QualityCard;
class TermsCard;

/// Where one says what is true: the decisions, what they will do, a note, and the way back.
class DecidePane final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the pane.
    DecidePane(CorrelationController *controller, CorrelationsGateway *gateway, QWidget *parent = nullptr);

    void setStations(const items::StationDirectory &stations);
    void loadQuality(const Scope &scope);
    /// Whether there is a screen "Matching quality" to go to.
    void setHasQualityScreen(bool has);
    /// Likewise "Cut-over".
    void setHasCutOverScreen(bool has);

    QString note() const;
    /// To the reason, the dates and the division, scrolled to.
    void focusTerms();
    void refuse();
    void external();

signals:
    void linkRequested();
    void otherTeamRequested();
    void qualityRequested();
    void cutOverRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    void arrangeButtons();
    void setupButtons(QVBoxLayout *layout);
    void setupCards(QVBoxLayout *layout);
    void setupHistory(QVBoxLayout *layout);
    void showState();
    void showEffect();
    void showPrimary();

    CorrelationController *m_controller;
    CorrelationsGateway *m_gateway;
    items::StationDirectory m_stations;
    DecisionButton *m_link = nullptr;
    DecisionButton *m_other = nullptr;
    DecisionButton *m_refuse = nullptr;
    DecisionButton *m_external = nullptr;
    QGridLayout *m_buttons = nullptr;
    int m_columns = 0; ///< the buttons stand in
    EffectCard *m_effects = nullptr;
    QPlainTextEdit *m_note = nullptr;
    TermsCard *m_terms = nullptr;
    QPushButton *m_takeBack = nullptr;
    HistoryList *m_history = nullptr;
    QualityCard *m_quality = nullptr;
    QPushButton *m_qualityScreen = nullptr;
    QPushButton *m_cutOverScreen = nullptr;
    PrescriberId m_notePrescriber; ///< whom the note is about
};

} // namespace renewal::ui
