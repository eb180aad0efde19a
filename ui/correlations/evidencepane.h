// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/stationdirectory.h"

#include <QScrollArea>
#include <QTimer>

class QLabel;
class QListView;
class QVBoxLayout;

namespace renewal {
struct PrescriberDetail;
}

namespace renewal::ui {

class Card;
class ChangeCard;
class Chip;
class CorrelationController;
class EvidenceCard;
class RecordCards;
class SharedPatientsCard;
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
    void toggleEvidenceTable();

private:
    void setupHead(QVBoxLayout *layout);
    void setupCandidates(QVBoxLayout *layout);
    void showDetail();
    void showChosen();
    void showHead(const PrescriberDetail &detail);

    CorrelationController *m_controller;
    const Clock *m_clock;
    StateOverlay *m_overlay = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QLabel *m_terms = nullptr;
    ChangeCard *m_change = nullptr;
    Chip *m_sharedName = nullptr;
    RecordCards *m_records = nullptr;
    EvidenceCard *m_evidence = nullptr;
    Card *m_candidatesCard = nullptr;
    QListView *m_candidates = nullptr;
    SharedPatientsCard *m_shared = nullptr;
    QTimer m_patience; ///< a loading sign only after a fifth of a second
};

} // namespace renewal::ui
