// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/renewalsgateway.h"
#include "models/items/stationdirectory.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace renewal::ui {

class Card;
class CareTeamCard;
class Chip;
class FactsGrid;
class FoldedCard;
class HistoryList;
class OtherRenewalsCard;
class RevealStrip;
class ThreadCard;
class StateOverlay;

/// Everything about one renewal that is needed to decide on it.
class RenewalDetailPane final : public QScrollArea
{
    Q_OBJECT

public:
    /// Both must outlive the pane.
    RenewalDetailPane(RenewalsGateway *gateway, const Clock *clock, QWidget *parent = nullptr);

    /// Fetches and shows the renewal; nothing for an invalid id. The one shown before stays until the
    /// answer is here.
    void setRenewal(RenewalId id);
    RenewalId renewal() const { return m_wanted; }
    /// What is shown; nullopt before the first answer.
    const std::optional<Renewal> &shownRenewal() const { return m_renewal; }
    /// What is shown, and what else waits for the same patient.
    const QVector<RenewalId> &bundle() const { return m_bundle; }
    const items::StationDirectory &stations() const { return m_stations; }
    RevealStrip *revealStrip() const { return m_reveal; }
    void setStations(const items::StationDirectory &stations);
    void refresh();
    bool isSettled() const { return !m_loading; }
    StateOverlay *overlay() const { return m_overlay; }

signals:
    void settledChanged();
    void revealRequested();
    /// Why this care team: the prescriber of the renewal that is shown.
    void prescriberWanted(renewal::PrescriberId id);
    /// Another one of the same patient.
    void renewalWanted(renewal::RenewalId id);

private:
    void setupHead(QVBoxLayout *layout);
    void setupCards(QVBoxLayout *layout);
    void request();
    void show(const RenewalDetail &detail);
    void showHead(const RenewalDetail &detail);
    void showWords(const QString &message);
    void showFacts(const RenewalDetail &detail);
    void showGates(const RenewalDetail &detail);

    RenewalsGateway *m_gateway;
    const Clock *m_clock;
    items::StationDirectory m_stations;
    RenewalId m_wanted;
    RenewalId m_shown;
    std::optional<Renewal> m_renewal;
    QVector<RenewalId> m_bundle;
    quint64 m_generation = 0;
    bool m_loading = false;

    StateOverlay *m_overlay = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    RevealStrip *m_reveal = nullptr;
    Chip *m_due = nullptr;
    Chip *m_state = nullptr;
    Chip *m_mismatch = nullptr; ///< the Veteran chose another care team than the link says
    QLabel *m_stateReason = nullptr;
    QLabel *m_asking = nullptr;
    QLabel *m_words = nullptr; ///< what the Veteran wrote besides the delivered lines
    FactsGrid *m_facts = nullptr;
    Card *m_gatesCard = nullptr;
    Chip *m_verdict = nullptr;
    QLabel *m_plainReason = nullptr; ///< why not, in one sentence
    QLabel *m_gates = nullptr;
    QLabel *m_rule = nullptr;
    CareTeamCard *m_team = nullptr;
    Card *m_historyCard = nullptr;
    HistoryList *m_history = nullptr;
    Card *m_messageCard = nullptr;
    QLabel *m_message = nullptr;
    FoldedCard *m_fills = nullptr;
    OtherRenewalsCard *m_others = nullptr;
    ThreadCard *m_thread = nullptr;
};

} // namespace renewal::ui
