// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/manyplan.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace renewal::ui {

class DecisionButton;

/// In place of the decision about one: what is chosen in the work list, and what can be decided about all of
/// it. Each button leads to a look at what it would do.
class ManyPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ManyPane(QWidget *parent = nullptr);

    void setChosen(const QVector<PrescriberSummary> &chosen);
    const QVector<PrescriberSummary> &chosen() const { return m_chosen; }
    /// While the candidates are fetched.
    void setBusy(bool busy);
    /// Asks for a look at this decision, where it can be taken.
    void want(DecisionKind kind);
    QString note() const;
    void clearNote();

signals:
    void wanted(renewal::DecisionKind kind);
    void onlyOneWanted();

private:
    void setupButtons(QVBoxLayout *layout);
    void showState();

    QVector<PrescriberSummary> m_chosen;
    bool m_busy = false;
    QLabel *m_title;
    QLabel *m_names;
    QLabel *m_hint;
    DecisionButton *m_link = nullptr;
    DecisionButton *m_refuse = nullptr;
    DecisionButton *m_external = nullptr;
    QPlainTextEdit *m_note = nullptr;
};

} // namespace renewal::ui
