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

QJsonObject toJson(const ImportFileReport &file)
{
    return {
        {u"fileName"_s, file.fileName},
        {u"kind"_s, file.kind},
        {u"kindTitle"_s, file.kindTitle},
        {u"outcome"_s, file.outcome},
        {u"bytes"_s, file.bytes},
        {u"taken"_s, file.taken},
        {u"setAside"_s, file.setAside},
        {u"reason"_s, file.reason},
        {u"notes"_s, QJsonArray::fromStringList(file.notes)},
    };
}

Done fromJson(const QJsonValue &value, ImportFileReport &file)
{
    ObjectReader r(value);
    file.fileName = r.text("fileName"_L1);
    file.kind = r.text("kind"_L1);
    file.kindTitle = r.text("kindTitle"_L1);
    file.outcome = r.text("outcome"_L1);
    file.bytes = r.integer("bytes"_L1);
    file.taken = r.integer("taken"_L1);
    file.setAside = r.integer("setAside"_L1);
    file.reason = r.text("reason"_L1);
    const QJsonArray notes = r.array("notes"_L1);
    for (const auto &note : notes)
        file.notes.append(note.toString());
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
        {u"importId"_s, idJson(report.kept)},
        {u"extract"_s, report.extract},
        {u"actor"_s, report.actor},
        {u"startedAt"_s, instantJson(report.startedAt)},
        {u"finishedAt"_s, instantJson(report.finishedAt)},
        {u"files"_s, listJson(report.files)},
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
    report.kept = r.id<ImportId>("importId"_L1);
    report.extract = r.text("extract"_L1);
    report.actor = r.text("actor"_L1);
    report.startedAt = r.instant("startedAt"_L1);
    report.finishedAt = r.instant("finishedAt"_L1);
    report.files = readList<ImportFileReport>(r, "files"_L1);
    return r.done();
}

} // namespace renewal
