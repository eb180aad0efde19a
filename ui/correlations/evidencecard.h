// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace renewal {
struct CandidateSet;
}

namespace renewal::items {
class EvidenceModel;
}

namespace renewal::ui {

class Card;
class EvidenceChart;

/// Why the chosen candidate is as probable as it is: a chart, or the same as a table, what would change that,
/// and what matching says about all candidates.
class EvidenceCard final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceCard(QWidget *parent = nullptr);

    /// `candidate` is its row in the set; a row beyond it is "none of these".
    void setCandidate(const CandidateSet &set, int candidate);
    void toggleTable();

private:
    void setupTable();
    void showAs(bool table);
    void fitTable();

    Card *m_card;
    EvidenceChart *m_chart;
    items::EvidenceModel *m_model;
    QTableView *m_table;
    QPushButton *m_toggle;
    QLabel *m_explanation;
    QLabel *m_change; ///< what would change the judgement
    bool m_asTable = false;
};

} // namespace renewal::ui
