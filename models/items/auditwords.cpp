// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct WordText
{
    const char *word;
    const char *text;
};
constexpr WordText actionTexts[] = {
    {"correlation.linked", QT_TRANSLATE_NOOP("AuditModel", "Linked to a care team")},
    {"correlation.refused", QT_TRANSLATE_NOOP("AuditModel", "Said that no candidate fits")},
    {"correlation.external", QT_TRANSLATE_NOOP("AuditModel", "Marked as community care")},
    {"correlation.planned", QT_TRANSLATE_NOOP("AuditModel", "Planned a link for a later day")},
    {"correlation.begun", QT_TRANSLATE_NOOP("AuditModel", "Began a planned link")},
    {"correlation.division", QT_TRANSLATE_NOOP("AuditModel", "Decided about one division")},
    {"correlation.undone", QT_TRANSLATE_NOOP("AuditModel", "Took a decision back")},
    {"correlation.matched", QT_TRANSLATE_NOOP("AuditModel", "Matched a prescriber")},
    {"correlation.end_set", QT_TRANSLATE_NOOP("AuditModel", "Ended a link on the day of a cut-over")},
    {"correlation.end_restored", QT_TRANSLATE_NOOP("AuditModel", "Gave a link its former end back")},
    {"cut_over.entered", QT_TRANSLATE_NOOP("AuditModel", "Entered a cut-over to Oracle Health")},
    {"cut_over.begun", QT_TRANSLATE_NOOP("AuditModel", "The day of a cut-over came")},
    {"cut_over.withdrawn", QT_TRANSLATE_NOOP("AuditModel", "Withdrew a cut-over")},
    {"cut_over.crosswalk", QT_TRANSLATE_NOOP("AuditModel", "Gave the crosswalk of a cut-over")},
    {"cut_over.confirmed", QT_TRANSLATE_NOOP("AuditModel", "Confirmed pools of a cut-over")},
    {"cut_over.taken_back", QT_TRANSLATE_NOOP("AuditModel", "Took back pools of a cut-over")},
    {"correlation.stale", QT_TRANSLATE_NOOP("AuditModel", "Ended a link that no longer holds")},
    {"correlation.imported", QT_TRANSLATE_NOOP("AuditModel", "Took a link from a file")},
    {"review.drawn", QT_TRANSLATE_NOOP("AuditModel", "Drew a sample for blind review")},
    {"review.judged", QT_TRANSLATE_NOOP("AuditModel", "Reviewed a case blind")},
    {"matching.threshold_set", QT_TRANSLATE_NOOP("AuditModel", "Moved the threshold of matching")},
    {"matching.finished", QT_TRANSLATE_NOOP("AuditModel", "Ran matching")},
    {"matching.learnt", QT_TRANSLATE_NOOP("AuditModel", "Learnt weights of matching")},
    {"import.finished", QT_TRANSLATE_NOOP("AuditModel", "Imported files")},
    {"import.refused", QT_TRANSLATE_NOOP("AuditModel", "Tried to import a file that was refused")},
    {"import.unchanged", QT_TRANSLATE_NOOP("AuditModel", "Imported a file that was here already")},
    {"triage.route", QT_TRANSLATE_NOOP("AuditModel", "Routed renewals")},
    {"triage.reroute", QT_TRANSLATE_NOOP("AuditModel", "Rerouted renewals")},
    {"triage.assign", QT_TRANSLATE_NOOP("AuditModel", "Assigned renewals")},
    {"triage.deny", QT_TRANSLATE_NOOP("AuditModel", "Denied renewals")},
    {"triage.approve", QT_TRANSLATE_NOOP("AuditModel", "Approved renewals")},
    {"triage.return", QT_TRANSLATE_NOOP("AuditModel", "Returned renewals to the Veteran")},
    {"triage.duplicate", QT_TRANSLATE_NOOP("AuditModel", "Closed renewals as duplicates")},
    {"triage.withdraw", QT_TRANSLATE_NOOP("AuditModel", "Closed renewals as withdrawn")},
    {"triage.undo", QT_TRANSLATE_NOOP("AuditModel", "Took back a step on renewals")},
    {"renewal.sent", QT_TRANSLATE_NOOP("AuditModel", "Sent a renewal to its care team")},
    {"renewal.not_sent", QT_TRANSLATE_NOOP("AuditModel", "Could not send a renewal")},
    {"renewal.unconfirmed", QT_TRANSLATE_NOOP("AuditModel", "Perhaps sent a renewal, looks it up")},
    {"renewal.sent_again", QT_TRANSLATE_NOOP("AuditModel", "Had a renewal sent again")},
    {"renewal.answered", QT_TRANSLATE_NOOP("AuditModel", "The Veteran wrote again about a renewal")},
    {"outbox.give_up", QT_TRANSLATE_NOOP("AuditModel", "Gave up sending a renewal")},
    {"patient.revealed", QT_TRANSLATE_NOOP("AuditModel", "Revealed a patient's name")},
    {"renewals.exported", QT_TRANSLATE_NOOP("AuditModel", "Exported a view of the queue")},
    {"rollout.signed_off", QT_TRANSLATE_NOOP("AuditModel", "Signed a stage off")},
    {"rollout.sign_off_taken_back", QT_TRANSLATE_NOOP("AuditModel", "Withdrew a sign-off")},
    {"rollout.step_decided", QT_TRANSLATE_NOOP("AuditModel", "Decided a step of the rollout")},
    {"rollout.step_done", QT_TRANSLATE_NOOP("AuditModel", "Flipper confirmed a step")},
    {"rollout.step_refused", QT_TRANSLATE_NOOP("AuditModel", "A step was not made")},
    {"rollout.step_partly", QT_TRANSLATE_NOOP("AuditModel", "A step was made in part")},
    {"rollout.step_unknown", QT_TRANSLATE_NOOP("AuditModel", "A step may have been made")},
    {"rollout.dry_run_on", QT_TRANSLATE_NOOP("AuditModel", "Turned the dry run on")},
    {"rollout.dry_run_off", QT_TRANSLATE_NOOP("AuditModel", "Turned the dry run off")},
    {"rollout.drift_seen", QT_TRANSLATE_NOOP("AuditModel", "A toggle was moved elsewhere")},
    {"rollout.drift_ended", QT_TRANSLATE_NOOP("AuditModel", "A moved toggle is back")},
    {"rollout.drift_accepted", QT_TRANSLATE_NOOP("AuditModel", "Accepted a toggle as it was moved")},
};

constexpr WordText fieldTexts[] = {
    {"status", QT_TRANSLATE_NOOP("AuditModel", "State")},
    {"careTeam", QT_TRANSLATE_NOOP("AuditModel", "Care team")},
    {"triageTeamId", QT_TRANSLATE_NOOP("AuditModel", "Care team")},
    {"sentTo", QT_TRANSLATE_NOOP("AuditModel", "Sent to care team")},
    {"decidedBy", QT_TRANSLATE_NOOP("AuditModel", "Decided by")},
    {"validFrom", QT_TRANSLATE_NOOP("AuditModel", "Holds from")},
    {"validTo", QT_TRANSLATE_NOOP("AuditModel", "Holds until")},
    {"engineVersion", QT_TRANSLATE_NOOP("AuditModel", "Rules of matching")},
    {"probability", QT_TRANSLATE_NOOP("AuditModel", "Probability")},
    {"date", QT_TRANSLATE_NOOP("AuditModel", "First day on Oracle Health")},
    {"left", QT_TRANSLATE_NOOP("AuditModel", "Stayed as they were")},
    {"becomeReady", QT_TRANSLATE_NOOP("AuditModel", "Renewals became ready")},
    {"becomeNeedsTeam", QT_TRANSLATE_NOOP("AuditModel", "Renewals need a team again")},
    {"becomeExternal", QT_TRANSLATE_NOOP("AuditModel", "Renewals became community care")},
    {"unchanged", QT_TRANSLATE_NOOP("AuditModel", "Renewals unchanged")},
    {"becameStale", QT_TRANSLATE_NOOP("AuditModel", "Links ended")},
    {"linked", QT_TRANSLATE_NOOP("AuditModel", "Newly linked")},
    {"suggested", QT_TRANSLATE_NOOP("AuditModel", "Need a person")},
    {"withoutCandidates", QT_TRANSLATE_NOOP("AuditModel", "Without a candidate")},
    {"ehr", QT_TRANSLATE_NOOP("AuditModel", "System")},
    {"marginBits", QT_TRANSLATE_NOOP("AuditModel", "Margin in bits")},
    {"verdict", QT_TRANSLATE_NOOP("AuditModel", "Found right")},
    {"parentStation", QT_TRANSLATE_NOOP("AuditModel", "Station")},
    {"note", QT_TRANSLATE_NOOP("AuditModel", "Note")},
    {"prescribed", QT_TRANSLATE_NOOP("AuditModel", "Prescriptions in short form")},
    {"reason", QT_TRANSLATE_NOOP("AuditModel", "Reason")},
    {"plannedTeam", QT_TRANSLATE_NOOP("AuditModel", "Planned care team")},
    {"plannedFrom", QT_TRANSLATE_NOOP("AuditModel", "Planned from")},
    {"plannedTo", QT_TRANSLATE_NOOP("AuditModel", "Planned until")},
    {"changeBefore", QT_TRANSLATE_NOOP("AuditModel", "What was so")},
    {"changeAfter", QT_TRANSLATE_NOOP("AuditModel", "What is so now")},
    {"divisions", QT_TRANSLATE_NOOP("AuditModel", "Care teams of divisions")},
    {"quantity", QT_TRANSLATE_NOOP("AuditModel", "Count")},
    {"refills", QT_TRANSLATE_NOOP("AuditModel", "Refills")},
    {"gate", QT_TRANSLATE_NOOP("AuditModel", "Overridden check")},
    {"overrideReason", QT_TRANSLATE_NOOP("AuditModel", "Why it was overridden")},
    {"assignee", QT_TRANSLATE_NOOP("AuditModel", "Given to")},
    {"figuresKept", QT_TRANSLATE_NOOP("AuditModel", "Figures left out, others are there")},
    {"figuresReplaced", QT_TRANSLATE_NOOP("AuditModel", "Figures of the rollout replaced")},
};

constexpr WordText valueTexts[] = {
    {"none", QT_TRANSLATE_NOOP("AuditModel", "No link")},
    {"automatic", QT_TRANSLATE_NOOP("AuditModel", "Linked by matching")},
    {"auto", QT_TRANSLATE_NOOP("AuditModel", "Linked by matching")},
    {"manual", QT_TRANSLATE_NOOP("AuditModel", "Linked by hand")},
    {"suggested", QT_TRANSLATE_NOOP("AuditModel", "Suggested, a person must decide")},
    {"refused", QT_TRANSLATE_NOOP("AuditModel", "None of the candidates")},
    {"external", QT_TRANSLATE_NOOP("AuditModel", "Community care, has no team")},
    {"stale", QT_TRANSLATE_NOOP("AuditModel", "No longer holds")},
    {"needs_routing", QT_TRANSLATE_NOOP("AuditModel", "Needs routing")},
    {"ready_to_route", QT_TRANSLATE_NOOP("AuditModel", "Ready to route")},
    {"in_review", QT_TRANSLATE_NOOP("AuditModel", "In review")},
    {"routed", QT_TRANSLATE_NOOP("AuditModel", "Routed")},
    {"closed", QT_TRANSLATE_NOOP("AuditModel", "Closed")},
    {"denied", QT_TRANSLATE_NOOP("AuditModel", "Denied")},
    {"approved", QT_TRANSLATE_NOOP("AuditModel", "Approved")},
    {"approved_with_changes", QT_TRANSLATE_NOOP("AuditModel", "Approved with changes")},
    {"replaced", QT_TRANSLATE_NOOP("AuditModel", "Replaced")},
    {"duplicate", QT_TRANSLATE_NOOP("AuditModel", "Duplicate")},
    {"withdrawn", QT_TRANSLATE_NOOP("AuditModel", "Withdrawn")},
    {"returned", QT_TRANSLATE_NOOP("AuditModel", "Returned")},
    {"not_renewable", QT_TRANSLATE_NOOP("AuditModel", "Not renewable")},
    {"unsure", QT_TRANSLATE_NOOP("AuditModel", "Could not be told")},
    {"VISTA", QT_TRANSLATE_NOOP("AuditModel", "VistA")},
    {"ORACLE_HEALTH", QT_TRANSLATE_NOOP("AuditModel", "Oracle Health")},
};

constexpr const char *hiddenFields[] = {
    "stayReady",         "stayNeedsTeam", "stayExternal", "version", "prescriberId", "id",
    "subject",           "hash",          "cutOver",      "batch",   "teamName",     "plannedName",
    "prescriberStation", "later",         "changeKind"};
template <std::size_t N>
QString known(const WordText (&table)[N], const QString &word)
{
    for (const WordText &row : table) {
        if (word == QLatin1StringView(row.word))
            return QCoreApplication::translate("AuditModel", row.text);
    }
    return {};
}
} // namespace

QString auditActionWord(const QString &action)
{
    return known(actionTexts, action);
}

QString auditFieldText(const QString &field)
{
    return known(fieldTexts, field);
}

qsizetype auditFieldPlace(const QString &text)
{
    return std::ranges::find(
               fieldTexts, text,
               [](const WordText &row) { return QCoreApplication::translate("AuditModel", row.text); }) -
           std::begin(fieldTexts);
}

QString auditValueText(const QString &word)
{
    return known(valueTexts, word);
}

bool isHiddenAuditField(const QString &field)
{
    return std::ranges::any_of(hiddenFields,
                               [&](const char *hidden) { return field == QLatin1StringView(hidden); });
}

QString auditDivisionText(const QJsonObject &object)
{
    const QString division = object.value("division"_L1).toString();
    const QString name = object.value("name"_L1).toString();
    return division.isEmpty() ? QString() : name.isEmpty() ? division : division + u": "_s + name;
}

} // namespace renewal::items
