// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/renewalsgateway.h"

#include <QDateTime>

namespace renewal::store {

class Connection;

/// What a filter of the queue can be set to.
class FilterChoices
{
public:
    explicit FilterChoices(Connection &connection)
        : m_connection(connection)
    {
    }

    /// At most query.limit, each with its exact count: prescribers by how many renewals wait for them, words
    /// in the order of their list, the others by their text. `now` and `actor` as for a page of renewals.
    Result<QVector<FilterChoice>> find(const ChoiceQuery &query, const QDateTime &now,
                                       const QString &actor = {});

private:
    Result<QVector<FilterChoice>> listed(const ChoiceQuery &query);
    Done count(QVector<FilterChoice> &choices, const ChoiceQuery &query, const QDateTime &now,
               const QString &actor);
    Result<QVector<FilterChoice>> divisions(const ChoiceQuery &query);
    Result<QVector<FilterChoice>> careTeams(const ChoiceQuery &query);
    Result<QVector<FilterChoice>> prescribers(const ChoiceQuery &query);
    Result<QVector<FilterChoice>> drugs(const ChoiceQuery &query);
    Result<QVector<FilterChoice>> gates(const ChoiceQuery &query);
    Result<QVector<FilterChoice>> exactly(const ChoiceQuery &query);

    Connection &m_connection;
};

} // namespace renewal::store
