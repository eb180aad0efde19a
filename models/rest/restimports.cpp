// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restimports.h"

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

QJsonObject toJson(const SetAside &item)
{
    return {
        {u"file"_s, item.file},
        {u"place"_s, item.place},
        {u"reason"_s, item.reason},
    };
}

Done fromJson(const QJsonValue &value, SetAside &item)
{
    ObjectReader r(value);
    item.file = r.text("file"_L1);
    item.place = r.text("place"_L1);
    item.reason = r.text("reason"_L1);
    return r.done();
}

QJsonObject toJson(const ImportReport &report)
{
    return {
        {u"id"_s, idJson(report.id)},
        {u"fileName"_s, report.fileName},
        {u"state"_s, report.state},
        {u"receivedBytes"_s, report.receivedBytes},
        {u"taken"_s, report.taken},
        {u"setAsideCount"_s, report.setAsideCount},
        {u"setAside"_s, listJson(report.setAside)},
        {u"text"_s, report.text},
    };
}

Done fromJson(const QJsonValue &value, ImportReport &report)
{
    ObjectReader r(value);
    report.id = r.id<ImportId>("id"_L1);
    report.fileName = r.text("fileName"_L1);
    report.state = r.text("state"_L1);
    report.receivedBytes = r.integer("receivedBytes"_L1);
    report.taken = r.integer("taken"_L1);
    report.setAsideCount = r.integer("setAsideCount"_L1);
    report.setAside = readList<SetAside>(r, "setAside"_L1);
    report.text = r.text("text"_L1);
    return r.done();
}

} // namespace renewal
