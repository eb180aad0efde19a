// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restfind.h"

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

QJsonObject toJson(const FindHit &hit)
{
    return {
        {u"kind"_s, toString(hit.kind)},   {u"id"_s, hit.id},
        {u"station"_s, hit.station},       {u"name"_s, hit.name},
        {u"number"_s, hit.number},         {u"prescriber"_s, hit.prescriber},
        {u"patientEnd"_s, hit.patientEnd}, {u"state"_s, hit.state},
        {u"waiting"_s, hit.waiting},
    };
}

Done fromJson(const QJsonValue &value, FindHit &hit)
{
    ObjectReader r(value);
    hit.kind = r.word("kind"_L1, findKindFromString).value_or(FindKind::Renewal);
    hit.id = r.integer("id"_L1);
    hit.station = r.text("station"_L1);
    hit.name = r.text("name"_L1);
    hit.number = r.text("number"_L1);
    hit.prescriber = r.text("prescriber"_L1);
    hit.patientEnd = r.text("patientEnd"_L1);
    hit.state = r.text("state"_L1);
    hit.waiting = r.integer("waiting"_L1);
    return r.done();
}

} // namespace renewal
