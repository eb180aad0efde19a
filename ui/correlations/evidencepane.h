// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/stationdirectory.h"

#include <QScrollArea>

class QBoxLayout;
class QLabel;
class QListView;
class QVBoxLayout;

namespace renewal {
struct PrescriberDetail;
}

namespace renewal::ui {

class Card;
class CorrelationController;
class EvidenceChart;
class FactsGrid;
class StateOverlay;

/// What is known: the prescriber beside the chosen care team, why the program thinks so, and the candidates.
class EvidencePane final : public QScrollArea
{
    Q_OBJECT

public:
    /// Both must outlive the pane.
    EvidencePane(CorrelationController *controller, const Clock *clock, QWidget *parent = nullptr);

    void setStations(const items::StationDirectory &stations);
    QListView *candidatesList() const { return m_candidates; }
    StateOverlay *overlay() const { return m_overlay; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupFacts(QVBoxLayout *layout);
    void setupEvidence(QVBoxLayout *layout);
    void setupCandidates(QVBoxLayout *layout);
    void showDetail();
    void showChosen();
    void showPrescriber(const PrescriberDetail &detail);

    CorrelationController *m_controller;
    const Clock *m_clock;
    items::StationDirectory m_stations;
    StateOverlay *m_overlay = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QBoxLayout *m_factCards = nullptr;
    FactsGrid *m_prescriberFacts = nullptr;
    Card *m_teamCard = nullptr;
    FactsGrid *m_teamFacts = nullptr;
    QLabel *m_teamNone = nullptr;
    Card *m_evidenceCard = nullptr;
    EvidenceChart *m_evidence = nullptr;
    QLabel *m_explanation = nullptr;
    Card *m_candidatesCard = nullptr;
    QListView *m_candidates = nullptr;
};

} // namespace renewal::ui
