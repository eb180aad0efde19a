// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/renewalsgateway.h"

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

    /// At most query.limit: prescribers by how many renewals wait for them, the others by their text.
    Result<QVector<FilterChoice>> find(const ChoiceQuery &query);

private:
    Result<QVector<FilterChoice>> divisions(const ChoiceQuery &query);
    Result<QVector<FilterChoice>> careTeams(const ChoiceQuery &query);
    Result<QVector<FilterChoice>> prescribers(const ChoiceQuery &query);
    Result<QVector<FilterChoice>> drugs(const ChoiceQuery &query);

    Connection &m_connection;
};

} // namespace renewal::store
