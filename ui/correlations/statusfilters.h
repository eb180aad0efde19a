// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/items/roles.h"

#include <QVector>
#include <QWidget>

class QPushButton;

namespace renewal::ui {

/// The states as chips with their counts: each shows only its prescribers, "All" shows everybody.
class StatusFilters final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the filters.
    explicit StatusFilters(CorrelationsGateway *gateway, QWidget *parent = nullptr);

    void setScope(const Scope &scope);
    void refresh();
    bool isSettled() const { return m_waiting == 0; }
    /// A status word; empty means all.
    void choose(const QString &status);
    /// The first that holds cases for a person, when the counts of the scope are there; all where there is
    /// none.
    void chooseOpen();
    /// Open cases of blind review; the chip stands there only when there are any.
    void setReviews(qint64 open);

    /// No team, to be checked, or stale.
    static bool needsPerson(CorrelationStatus status);

signals:
    void statusChosen(const QString &status);
    void settledChanged();
    void openCountArrived(qint64 count);
    void blindReviewChosen();

private:
    QPushButton *addButton(const QString &text, const QString &word, items::Tone tone);
    void showChoice(const QString &status);
    void takeCount(int position, qint64 count);
    void tellTotals();

    CorrelationsGateway *m_gateway;
    Scope m_scope;
    QVector<QPushButton *> m_buttons; ///< one for each row of the table of filters
    QPushButton *m_all = nullptr;
    QPushButton *m_reviews = nullptr;
    QVector<qint64> m_counts; ///< -1: not known
    QString m_status;
    quint64 m_generation = 0;
    int m_waiting = 0;
    bool m_seeksOpen = false; ///< chooseOpen() waits for the counts
};

} // namespace renewal::ui
