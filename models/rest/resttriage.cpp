// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/resttriage.h"

#include "models/rest/restrenewals.h"

#include <QCoreApplication>
#include <QSet>

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

namespace {
constexpr int longestNote = 2000;
constexpr int longestName = 200;

QString say(const char *text)
{
    return QCoreApplication::translate("Rest", text);
}

void checkChoices(ObjectReader &r, const QVector<RenewalChoice> &choices)
{
    if (choices.isEmpty() || choices.size() > TriageRequest::maximumRenewals) {
        r.refuse("renewals"_L1, say(QT_TRANSLATE_NOOP("Rest", "Choose between 1 and %1 renewals."))
                                    .arg(TriageRequest::maximumRenewals));
    }
    QSet<qint64> ids;
    for (const RenewalChoice &choice : choices)
        ids.insert(choice.id.value);
    if (ids.size() != choices.size())
        r.refuse("renewals"_L1, say(QT_TRANSLATE_NOOP("Rest", "A renewal is named twice. Name each once.")));
}

void checkAction(ObjectReader &r, const TriageRequest &request)
{
    if (request.action == TriageAction::Reroute && !request.careTeam.isValid())
        r.refuse("triageTeamId"_L1, say(QT_TRANSLATE_NOOP("Rest", "Choose a care team to route to.")));
    if (request.action == TriageAction::Deny && !denialReason(request.reason))
        r.refuse("reason"_L1, say(QT_TRANSLATE_NOOP("Rest", "Choose one of the reasons for a denial.")));
    if (request.note.size() > longestNote)
        r.refuse("note"_L1, say(QT_TRANSLATE_NOOP("Rest", "The note is longer than 2,000 characters.")));
    if (request.assignee.size() > longestName)
        r.refuse("assignee"_L1, say(QT_TRANSLATE_NOOP("Rest", "The name is longer than 200 characters.")));
}
} // namespace

QJsonObject toJson(const RenewalChoice &choice)
{
    return {
        {u"id"_s, idJson(choice.id)},
        {u"version"_s, choice.version},
    };
}

Done fromJson(const QJsonValue &value, RenewalChoice &choice)
{
    ObjectReader r(value);
    r.need("id"_L1);
    r.need("version"_L1);
    choice.id = r.id<RenewalId>("id"_L1);
    choice.version = r.integer("version"_L1);
    return r.done();
}

QJsonObject toJson(const TriageRequest &request)
{
    return {
        {u"action"_s, toString(request.action)},
        {u"renewals"_s, listJson(request.renewals)},
        {u"triageTeamId"_s, idJson(request.careTeam)},
        {u"assignee"_s, request.assignee},
        {u"reason"_s, request.reason},
        {u"note"_s, request.note},
    };
}

QVector<FieldError> readTriage(const QJsonValue &value, TriageRequest &request)
{
    ObjectReader r(value);
    r.need("action"_L1);
    r.need("renewals"_L1);
    request.action = r.word("action"_L1, triageActionFromString).value_or(TriageAction::Route);
    request.renewals = readList<RenewalChoice>(r, "renewals"_L1);
    request.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    request.assignee = r.text("assignee"_L1);
    request.reason = r.text("reason"_L1);
    request.note = r.text("note"_L1);
    if (r.errors().isEmpty()) {
        checkChoices(r, request.renewals);
        checkAction(r, request);
    }
    return r.errors();
}

Done fromJson(const QJsonValue &value, TriageRequest &request)
{
    const QVector<FieldError> errors = readTriage(value, request);
    if (errors.isEmpty())
        return ok();
    return failure(ErrorCode::InvalidInput, errors.first().field + u": "_s + errors.first().text);
}

QJsonObject toJson(const TriageRefusal &refusal)
{
    return {
        {u"id"_s, idJson(refusal.id)},
        {u"code"_s, refusal.code},
        {u"text"_s, refusal.text},
    };
}

Done fromJson(const QJsonValue &value, TriageRefusal &refusal)
{
    ObjectReader r(value);
    refusal.id = r.id<RenewalId>("id"_L1);
    refusal.code = r.text("code"_L1);
    refusal.text = r.text("text"_L1);
    return r.done();
}

QJsonObject toJson(const TriageOutcome &outcome)
{
    return {
        {u"batch"_s, outcome.batch},
        {u"changed"_s, listJson(outcome.changed)},
        {u"refused"_s, listJson(outcome.refused)},
    };
}

Done fromJson(const QJsonValue &value, TriageOutcome &outcome)
{
    ObjectReader r(value);
    outcome.batch = r.text("batch"_L1);
    outcome.changed = readList<Renewal>(r, "changed"_L1);
    outcome.refused = readList<TriageRefusal>(r, "refused"_L1);
    return r.done();
}

QJsonObject toJson(const RevealedPatient &patient)
{
    return {
        {u"patientKey"_s, patient.patientKey},
        {u"name"_s, patient.name},
    };
}

Done fromJson(const QJsonValue &value, RevealedPatient &patient)
{
    ObjectReader r(value);
    patient.patientKey = r.text("patientKey"_L1);
    patient.name = r.text("name"_L1);
    return r.done();
}

} // namespace renewal
