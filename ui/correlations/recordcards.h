// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/agreement.h"
#include "models/items/stationdirectory.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace renewal {
struct CareTeam;
struct PrescriberDetail;
} // namespace renewal

namespace renewal::ui {

class Card;
class RecordGrid;

/// The two records side by side, below each other where it is narrow: the prescriber as Medications knows
/// him or her, and a care team as Secure Messaging does. What agrees and what does not is marked in both.
class RecordCards final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordCards(QWidget *parent = nullptr);

    void setStations(const items::StationDirectory &stations) { m_stations = stations; }
    /// `team` may be nullptr: none is chosen; then `without` is said, or what follows from the detail.
    void setRecords(const PrescriberDetail &detail, const CareTeam *team, const QString &without = {});

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPrescriber(const PrescriberDetail &detail, const correlation::RecordComparison &records);
    void showTeam(const PrescriberDetail &detail, const CareTeam &team,
                  const correlation::RecordComparison &records);
    static QString noTeamText(const PrescriberDetail &detail);
    correlation::MarkedText stationText(const StationNumber &number,
                                        const correlation::MarkedText &marked) const;

    items::StationDirectory m_stations;
    QBoxLayout *m_cards;
    RecordGrid *m_prescriber = nullptr;
    Card *m_teamCard = nullptr;
    RecordGrid *m_team = nullptr;
    QLabel *m_noTeam = nullptr;
};

} // namespace renewal::ui
