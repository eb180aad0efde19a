// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/qualitygateway.h"
#include "models/items/stationdirectory.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;
class QTableView;
class QVBoxLayout;

namespace renewal::items {
class FiguresModel;
}

namespace renewal::ui {

class RecordCards;
class StateOverlay;

/// The cases of blind review: both records and the care teams by name. What matching thinks of them is not
/// known here. Nothing can be judged while another case is on its way.
class BlindReviewPage final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the page.
    explicit BlindReviewPage(QualityGateway *gateway, QWidget *parent = nullptr);

    void setScope(const Scope &scope);
    void setStations(const items::StationDirectory &stations);
    void refresh();
    bool isSettled() const { return m_waiting == 0; }
    QTableView *table() const { return m_table; }
    void moveSelection(int step);
    /// The team in this row becomes the chosen one.
    void chooseTeam(int row);
    /// The verdicts about the case in sight.
    void judgeTeam();
    void judgeNone() { judge(ReviewVerdict::None, {}); }
    void judgeUnsure() { judge(ReviewVerdict::Unsure, {}); }

signals:
    void backRequested();
    /// To where samples are drawn.
    void qualityRequested();
    void openCountArrived(qint64 count);
    /// A verdict was taken: a sentence, and whether a link ended by it.
    void judged(const QString &text, bool linkEnded);
    void failed(const QString &text);
    void settledChanged();

private:
    QWidget *makeList();
    QWidget *makeCase();
    void setupButtons(QVBoxLayout *layout);
    void takeList(const Result<QVector<OpenReview>> &open);
    void choose(int row);
    void takeCase(const Result<BlindCase> &blind);
    void fillTeams();
    void showTeam();
    void judge(ReviewVerdict verdict, TriageTeamId team);
    /// What the verdict did, where one looks and in the status line.
    void tell(const QString &name, const ReviewOutcome &outcome);
    void showState();
    void settle();

    QualityGateway *m_gateway;
    Scope m_scope;
    items::FiguresModel *m_model;
    QVector<OpenReview> m_open;
    std::optional<BlindCase> m_case;
    ReviewCaseId m_wanted;
    QTableView *m_table = nullptr;
    StateOverlay *m_overlay = nullptr;
    QScrollArea *m_area = nullptr;
    QLabel *m_title = nullptr;
    RecordCards *m_records = nullptr;
    QListWidget *m_teams = nullptr;
    QLineEdit *m_note = nullptr;
    QPushButton *m_right = nullptr;
    QPushButton *m_none = nullptr;
    QPushButton *m_unsure = nullptr;
    QPushButton *m_quality = nullptr; ///< while there is nothing to review
    QLabel *m_result = nullptr;
    QString m_key; ///< of the verdict in sight: a repeat after a lost answer has no second effect
    quint64 m_generation = 0;
    int m_waiting = 0;
    bool m_busy = false;
};

} // namespace renewal::ui
