// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/richworld.h"

namespace renewal::test {

using namespace Qt::StringLiterals;

namespace {
const QString region = u"/data/march-552"_s;

ImportPreview preview(const QString &name, qint64 bytes, const QString &kind, const QString &title,
                      const QString &system)
{
    ImportPreview file;
    file.path = region + u'/' + name;
    file.fileName = name;
    file.folder = u"march-552"_s;
    file.bytes = bytes;
    file.kind = kind;
    file.kindTitle = title;
    file.system = system;
    return file;
}

ImportReport report(qint64 id, const QString &name, const QString &kind, qint64 taken, qint64 aside)
{
    ImportReport report;
    report.id = {id};
    report.kept = report.id;
    report.fileName = name;
    report.state = u"finished"_s;
    report.taken = taken;
    report.setAsideCount = aside;
    report.text = u"Import %1: %2 records from 1 files went in."_s.arg(id).arg(taken);
    report.extract = u"march-552-1f2e3d4c5b6a"_s;
    report.actor = u"R. Alvarez"_s;
    report.files = {{name, {}, kind, u"taken"_s, 4'120'000, taken, aside, {}, {}}};
    return report;
}
} // namespace

void RichWorld::fillAudit()
{
    const struct
    {
        QString actor;
        QString action;
        QString subject;
        QString note;
        QString before;
        QString after;
    } rows[] = {
        {u"R. Alvarez"_s, u"correlation.linked"_s, u"prescriber/12"_s,
         u"Confirmed by phone with the clinic"_s, uR"({"status":"suggested","careTeam":null})"_s,
         uR"({"status":"manual","careTeam":6910405,"decidedBy":"R. Alvarez",)"
         R"("validFrom":"2026-11-22T14:58:00.000Z"})"_s},
        {u"S. Kim"_s,
         u"matching.finished"_s,
         u"station/552"_s,
         {},
         {},
         uR"({"prescribers":1204,"linked":31,"suggested":26,"effect":{"becomeReady":212}})"_s},
        {u"R. Alvarez"_s, u"correlation.undone"_s, u"prescriber/7"_s, {}, {}, {}},
        {u"R. Alvarez"_s, u"correlation.external"_s, u"prescriber/7"_s, u"Community care"_s, {}, {}},
        {u"S. Kim"_s, u"import.finished"_s, u"import/3"_s, {}, {}, uR"({"renewal":1204})"_s},
    };
    for (int i = 0; i < 40; ++i) {
        const auto &row = rows[i % 5];
        AuditEvent event;
        event.sequence = 40 - i;
        event.at = clock.now().addSecs(-i * 1340);
        event.actor = row.actor;
        event.action = row.action;
        event.subject = row.subject;
        event.note = row.note;
        event.before = row.before;
        event.after = row.after;
        event.hash = auditHash(event);
        event.previousHash = event.hash;
        system.auditData.append(event);
    }
    system.verification = {u"check"_s, u"audit"_s, u"finished"_s, 1, u"All 40 entries are whole."_s, {}};
}

void RichWorld::fillImports()
{
    QVector<ImportPreview> files{
        preview(u"stations.json"_s, 4'812, u"facilities"_s, u"facilities"_s, u"VA.gov"_s),
        preview(u"triage_teams.json"_s, 214'400, u"care_teams"_s, u"care teams"_s, u"Secure Messaging"_s),
        preview(u"prescribers.ndjson"_s, 88'310, u"prescribers"_s, u"prescribers"_s, u"Medications"_s),
        preview(u"prescriptions.ndjson.gz"_s, 12'904'112, u"short_prescriptions"_s,
                u"prescriptions in short form"_s, u"Medications"_s),
        preview(u"renewal_messages.ndjson"_s, 1'730'008, u"messages"_s, u"messages"_s, u"Secure Messaging"_s),
        preview(u"schema.json"_s, 3'901, u"json_schema"_s, u"a JSON schema"_s, {}),
        preview(u"truth.csv"_s, 40'022, {}, {}, {})};
    files[5].refusal = u"This is a JSON schema, which describes data but holds none."_s;
    files[6].refusal = u"It is the answer sheet of a simulated region and is not imported."_s;
    files[6].passedOver = true;
    imports.files.insert(region, files);
    for (const ImportPreview &file : std::as_const(files))
        imports.files.insert(file.path, {file});

    imports.reports = {report(9, u"renewal_messages.ndjson"_s, u"messages"_s, 1204, 3),
                       report(8, u"prescriptions.ndjson.gz"_s, u"prescriptions in short form"_s, 48'210, 0),
                       report(7, u"triage_teams.json"_s, u"care teams"_s, 412, 0),
                       report(6, u"schema.json"_s, u"a JSON schema"_s, 0, 0)};
    ImportReport &refused = imports.reports.last();
    refused.state = u"failed"_s;
    refused.text = u"This is a JSON schema, which describes data but holds none."_s;
    refused.files[0].outcome = u"refused"_s;
    refused.files[0].reason = refused.text;
    for (qsizetype i = 0; i < imports.reports.size(); ++i) {
        imports.reports[i].startedAt = clock.now().addSecs(-3600 * (i + 1));
        imports.reports[i].finishedAt = imports.reports.at(i).startedAt.addSecs(42);
    }
    imports.asides.insert(9, {{u"renewal_messages.ndjson"_s, u"line 17"_s, u"prescriptionId is missing."_s},
                              {u"renewal_messages.ndjson"_s, u"line 402"_s, u"It is not JSON."_s},
                              {u"renewal_messages.ndjson"_s, u"line 1190"_s,
                               u"The station 999 is not known; import its facilities first."_s}});
}

} // namespace renewal::test
