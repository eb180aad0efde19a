// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/decisionsreport.h"

#include <QObject>

namespace renewal::items {
struct ManyPlan;
}

namespace renewal::ui {

class DecisionsDialog;
class ManyPane;
class ManyPlanner;
class PrescriberList;

/// One decision about all that are chosen in the work list: from the choice over a look at what it would do
/// to what came of it.
class ManyDecisionsFlow final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the flow; `window` owns its pane and its dialog.
    ManyDecisionsFlow(CorrelationsGateway *gateway, PrescriberList *list, QWidget *window);

    ManyPane *pane() const { return m_pane; }
    /// More than one is chosen.
    bool isSeveral() const;

signals:
    void severalChanged(bool several);
    /// The decisions that the report names were taken; `what` was decided.
    void taken(const renewal::DecisionsReport &report, const QString &what);

private:
    void takeChoice();
    void want(DecisionKind kind);
    void review(const items::ManyPlan &plan);

    CorrelationsGateway *m_gateway;
    PrescriberList *m_list;
    QWidget *m_window;
    ManyPane *m_pane;
    ManyPlanner *m_planner;
    DecisionsDialog *m_dialog = nullptr; ///< made when it is wanted
    QString m_what;                      ///< is to be decided
};

} // namespace renewal::ui
