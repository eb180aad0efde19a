// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restmetricfeeds.h"

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

QJsonObject toJson(const MetricFeedState &state)
{
    return {
        {u"key"_s, state.key},
        {u"source"_s, state.source},
        {u"query"_s, state.query},
        {u"polledUntil"_s, instantJson(state.polledUntil)},
        {u"lookedAt"_s, instantJson(state.lookedAt)},
        {u"answeredAt"_s, instantJson(state.answeredAt)},
        {u"problem"_s, state.problem},
        {u"warnings"_s, QJsonArray::fromStringList(state.warnings)},
    };
}

Done fromJson(const QJsonValue &value, MetricFeedState &state)
{
    ObjectReader r(value);
    r.need("key"_L1);
    state.key = r.text("key"_L1);
    state.source = r.text("source"_L1);
    state.query = r.text("query"_L1);
    state.polledUntil = r.instant("polledUntil"_L1);
    state.lookedAt = r.instant("lookedAt"_L1);
    state.answeredAt = r.instant("answeredAt"_L1);
    state.problem = r.text("problem"_L1);
    const QJsonArray warnings = r.array("warnings"_L1);
    for (const auto warning : warnings)
        state.warnings.append(warning.toString());
    return r.done();
}

} // namespace renewal
