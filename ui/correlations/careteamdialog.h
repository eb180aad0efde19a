// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/triage.h"
#include "models/gateway/correlationsgateway.h"

#include <QDialog>
#include <QStringList>
#include <QTimer>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace renewal::items {
class CareTeamsModel;
}

namespace renewal::ui {

class StateOverlay;

/// Chooses one care team of a parent station from a list that is searched on the service. None is chosen at
/// first.
class CareTeamDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The gateway must outlive the dialog.
    CareTeamDialog(CorrelationsGateway *gateway, const QString &parentStation, const QString &prescriber,
                   QWidget *parent = nullptr);

    /// Other words where the choice is not a link: the window's title, the sentence above the list, the
    /// button.
    void setWords(const QString &title, const QString &heading, const QString &button);
    /// The choice is a link: what it would do stands below the list and on the button, with what matching
    /// thinks of the team. `decision` says about whom; its team and kind are the dialog's.
    void setDecision(const Decision &decision, const CandidateSet &candidates);
    /// The choice is for these: on top stand the teams that are likely to be meant, with what speaks for
    /// each.
    void setRenewals(const QVector<Renewal> &renewals);
    /// Asks why they go to another team; the first reason is taken unless another is chosen.
    void setReasons(const QVector<RerouteReason> &reasons, const QString &chosen);
    /// A RerouteReason code; empty where none is asked.
    QString reason() const;
    /// How many renewals follow the link to the chosen team; nullopt while that is not known.
    std::optional<qint64> releases() const;
    /// Invalid while none is chosen.
    TriageTeamId chosen() const;
    QString chosenName() const;
    /// nullopt while none is chosen.
    std::optional<CareTeam> chosenTeam() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// A team that comes before the others, and why.
    struct First
    {
        TriageTeamId team;
        QStringList notes;
    };

    void setupList();
    void showUnfit();
    void addFirst(TriageTeamId team, const QString &note);
    QVector<TeamChoice> arranged(const QVector<TeamChoice> &choices) const;
    void request();
    void take(const Result<QVector<TeamChoice>> &teams);
    QModelIndex chosenIndex() const;
    void choose(int row);
    void showChoice();
    void lookAhead();
    void showAhead();
    QString matchingText() const;

    CorrelationsGateway *m_gateway;
    QString m_station;
    items::CareTeamsModel *m_model;
    QLabel *m_heading = nullptr;
    QLineEdit *m_search;
    QListView *m_list;
    StateOverlay *m_overlay = nullptr;
    QLabel *m_ahead = nullptr; ///< what the link would do
    QPushButton *m_link;
    QTimer m_typing;
    quint64 m_generation = 0;
    QVector<First> m_first;
    QComboBox *m_reasons = nullptr;
    QVector<Renewal> m_renewals;        ///< that go there; for links none
    std::optional<Decision> m_decision; ///< only for links
    CandidateSet m_candidates;
    std::optional<Result<DecisionEffect>> m_effect; ///< of the chosen team
    quint64 m_lookGeneration = 0;
};

} // namespace renewal::ui
