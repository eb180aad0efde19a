// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restintake.h"

#include "models/rest/restimports.h"

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

QJsonObject toJson(const IntakeSourceStatus &source)
{
    return {
        {u"source"_s, toString(source.source)},
        {u"lookedAt"_s, instantJson(source.lookedAt)},
        {u"taken"_s, source.taken},
        {u"takenInAll"_s, source.takenInAll},
        {u"setAsideInAll"_s, source.setAsideInAll},
        {u"problem"_s, source.problem},
        {u"problemAt"_s, instantJson(source.problemAt)},
    };
}

Done fromJson(const QJsonValue &value, IntakeSourceStatus &source)
{
    ObjectReader r(value);
    source.source = r.word("source"_L1, intakeSourceFromString).value_or(IntakeSource::Messages);
    source.lookedAt = r.instant("lookedAt"_L1);
    source.taken = r.integer("taken"_L1);
    source.takenInAll = r.integer("takenInAll"_L1);
    source.setAsideInAll = r.integer("setAsideInAll"_L1);
    source.problem = r.text("problem"_L1);
    source.problemAt = r.instant("problemAt"_L1);
    return r.done();
}

QJsonObject toJson(const IntakeStatus &status)
{
    return {
        {u"connected"_s, status.isConnected},
        {u"sources"_s, listJson(status.sources)},
        {u"unplaced"_s, status.unplaced},
        {u"setAside"_s, listJson(status.setAside)},
    };
}

Done fromJson(const QJsonValue &value, IntakeStatus &status)
{
    ObjectReader r(value);
    status.isConnected = r.boolean("connected"_L1);
    status.sources = readList<IntakeSourceStatus>(r, "sources"_L1);
    status.unplaced = r.integer("unplaced"_L1);
    status.setAside = readList<SetAside>(r, "setAside"_L1);
    return r.done();
}

} // namespace renewal
