// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/store/findrepository.h"
#include "models/rest/restfind.h"

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

Answer findAnything(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    FindQuery query;
    query.words = reader.text(u"q"_s);
    query.parentStation = reader.station();
    query.limit = static_cast<int>(reader.integer(u"limit"_s, query.limit, 1, 50));
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(store::FindRepository(**connection).find(query),
                    [](const QVector<FindHit> &hits) { return jsonAnswer(rest::itemsJson(hits)); });
}

} // namespace renewal::service::handlers
