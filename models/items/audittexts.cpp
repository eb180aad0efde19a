// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/audittexts.h"

#include "models/domain/triage.h"
#include "models/items/auditwords.h"
#include "models/items/datetexts.h"
#include "models/items/linktexts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMap>
#include <QStringList>

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
    {"triage.undo", QT_TRANSLATE_NOOP("AuditModel", "Took back a step on renewals")},
    {"renewal.sent", QT_TRANSLATE_NOOP("AuditModel", "Sent a renewal to its care team")},
    {"renewal.not_sent", QT_TRANSLATE_NOOP("AuditModel", "Could not send a renewal")},
    {"renewal.unconfirmed", QT_TRANSLATE_NOOP("AuditModel", "Perhaps sent a renewal, looks it up")},
    {"renewal.sent_again", QT_TRANSLATE_NOOP("AuditModel", "Had a renewal sent again")},
    {"outbox.give_up", QT_TRANSLATE_NOOP("AuditModel", "Gave up sending a renewal")},
    {"patient.revealed", QT_TRANSLATE_NOOP("AuditModel", "Revealed a patient's name")},
    {"rollout.signed_off", QT_TRANSLATE_NOOP("AuditModel", "Signed a stage off")},
    {"rollout.sign_off_taken_back", QT_TRANSLATE_NOOP("AuditModel", "Withdrew a sign-off")},
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
    {"assignee", QT_TRANSLATE_NOOP("AuditModel", "Given to")},
    {"figuresKept", QT_TRANSLATE_NOOP("AuditModel", "Figures left out, others are there")},
    {"figuresReplaced", QT_TRANSLATE_NOOP("AuditModel", "Figures of the rollout replaced")},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("AuditModel", text);
}

template <std::size_t N>
QString known(const WordText (&table)[N], const QString &word)
{
    for (const WordText &row : table) {
        if (word == QLatin1StringView(row.word))
            return tr(row.text);
    }
    return {};
}

/// "careTeam" and "care_team" read "Care team".
QString plainWords(const QString &word)
{
    QString text;
    for (const QChar c : word) {
        if (c.isUpper() && !text.isEmpty())
            text += u' ';
        text += c == u'_' || c == u'.' ? QChar(u' ') : c.toLower();
    }
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

bool isTeam(const QString &field)
{
    return field == "careTeam"_L1 || field == "triageTeamId"_L1 || field == "sentTo"_L1 ||
           field == "plannedTeam"_L1;
}

/// Instants travel as text or as milliseconds since 1970.
bool isInstant(const QString &field, const QJsonValue &value)
{
    constexpr double earliest = 1e11; // in 1973; no other number of an entry is as large
    return value.isDouble() && value.toDouble() > earliest &&
           (field == "validFrom"_L1 || field == "validTo"_L1 || field.startsWith("planned"_L1) ||
            field == "at"_L1 || field.endsWith("At"_L1));
}

struct Reading
{
    const QTimeZone &zone;
    const QMap<QString, QString> &names;
};

QString valueText(const QString &field, const QJsonValue &value, const Reading &reading)
{
    const QLocale locale;
    if (isInstant(field, value))
        return zonedTime(QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC), reading.zone);
    if (value.isDouble() && isTeam(field)) {
        const QString number = QString::number(value.toInteger());
        return reading.names.value(u"careTeam/"_s + number, number);
    }
    if (field == "reason"_L1) {
        if (const auto reason = denialReason(value.toString()))
            return reason->text;
        if (const QString reason = reasonText(value.toString()); !reason.isEmpty())
            return reason;
    }
    if (value.isBool())
        return value.toBool() ? tr("Yes") : tr("No");
    if (value.isDouble() && (field == "probability"_L1 || field == "percent"_L1))
        return percent(field == "percent"_L1 ? value.toDouble() / 100 : value.toDouble());
    // Numbers of teams and the like are names: no thousands separators.
    if (value.isDouble() && field.endsWith("Id"_L1))
        return QString::number(value.toInteger());
    if (value.isDouble())
        return value.toDouble() == static_cast<double>(value.toInteger()) ? locale.toString(value.toInteger())
                                                                          : locale.toString(value.toDouble());
    const QString text = value.toString();
    if (const QString word = auditValueText(text); !word.isEmpty())
        return word;
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() && text.contains(u'T') ? zonedTime(at, reading.zone) : text;
}

void collect(const QJsonObject &object, const Reading &reading, QMap<QString, QString> &lines,
             QStringList &order)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (isHiddenAuditField(it.key()) || it.value().isNull())
            continue;
        if (it.value().isObject()) {
            collect(it.value().toObject(), reading, lines, order);
            continue;
        }
        QString text;
        if (it.value().isArray()) {
            QStringList parts;
            const QJsonArray array = it.value().toArray();
            for (const auto each : array)
                parts.append(each.isObject() ? auditDivisionText(each.toObject())
                                             : valueText(it.key(), each, reading));
            parts.removeAll(QString());
            text = parts.isEmpty() ? QLocale().toString(array.size()) : parts.join(u", "_s);
        } else {
            text = valueText(it.key(), it.value(), reading);
        }
        const QString field = known(fieldTexts, it.key());
        const QString label = field.isEmpty() ? plainWords(it.key()) : field;
        if (!order.contains(label))
            order.append(label);
        lines.insert(label, text);
    }
}

QJsonObject stateOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

qsizetype renewalsIn(const AuditEvent &event)
{
    const qsizetype many = stateOf(event.after).value("renewals"_L1).toArray().size();
    return many > 0 || !event.subject.startsWith("renewal/"_L1) ? many : 1;
}

/// "•••• 4365, •••• 2210": never more of a patient than that.
QStringList maskedPatients(const AuditEvent &event)
{
    QStringList masked;
    for (const QString &end : event.names.value(u"patients"_s).split(u' ', Qt::SkipEmptyParts))
        masked.append(u"•••• "_s + end);
    return masked;
}

/// A whole list would hide the rest of the row.
QString some(const QStringList &all, qsizetype most)
{
    const QString first = all.first(std::min(most, all.size())).join(u", "_s);
    return all.size() > most ? QCoreApplication::translate("AuditModel", "%1 and %2 more", "names, a number")
                                   .arg(first, QLocale().toString(all.size() - most))
                             : first;
}

QString renewalsText(const AuditEvent &event)
{
    const int number = static_cast<int>(renewalsIn(event));
    const QString renewals = QCoreApplication::translate("AuditModel", "%Ln renewal(s)", nullptr, number);
    const QStringList patients = maskedPatients(event);
    if (patients.isEmpty())
        return renewals;
    if (patients.size() == 1)
        return QCoreApplication::translate("AuditModel", "%1 of patient %2", "renewals, masked")
            .arg(renewals, patients.constFirst());
    return QCoreApplication::translate("AuditModel", "%1 of %2 patients: %3", "renewals, number, masked")
        .arg(renewals, QLocale().toString(patients.size()), some(patients, 3));
}

/// The state that an action on renewals ends in; empty where it differs from one to the next.
QString endState(const AuditEvent &event)
{
    const QString action = event.action.section(u'.', 1);
    if (action == "route"_L1 || action == "reroute"_L1)
        return u"routed"_s;
    if (action == "deny"_L1)
        return u"denied"_s;
    if (action == "assign"_L1 && !stateOf(event.after).value("assignee"_L1).toString().isEmpty())
        return u"in_review"_s;
    return {};
}

/// Each of them once, in their order.
QString stateWords(const QJsonArray &states)
{
    QStringList words;
    for (const auto state : states) {
        const QString word = auditValueText(state.toString());
        const QString text = word.isEmpty() ? plainWords(state.toString()) : word;
        if (!words.contains(text))
            words.append(text);
    }
    return words.join(u", "_s);
}

/// What an action did to renewals, without their numbers, which tell nobody anything.
QVector<AuditChange> triageChanges(const AuditEvent &event, const Reading &reading)
{
    QVector<AuditChange> changes;
    const auto add = [&changes](const QString &what, const QString &before, const QString &after) {
        if (!before.isEmpty() || !after.isEmpty())
            changes.append({what, before, after});
    };
    const QJsonObject after = stateOf(event.after);
    add(tr(QT_TRANSLATE_NOOP("AuditModel", "What happened")), {}, event.names.value(u"told"_s));
    add(tr(QT_TRANSLATE_NOOP("AuditModel", "Renewals")), {}, QLocale().toString(renewalsIn(event)));
    add(tr(QT_TRANSLATE_NOOP("AuditModel", "Patients")), {}, maskedPatients(event).join(u", "_s));
    add(tr(QT_TRANSLATE_NOOP("AuditModel", "Prescribers")), {}, event.names.value(u"prescribers"_s));
    const QString end = auditValueText(endState(event));
    const QString before = stateWords(stateOf(event.before).value("states"_L1).toArray());
    if (!end.isEmpty())
        add(tr(QT_TRANSLATE_NOOP("AuditModel", "State")), before, end);
    for (const QString &field : {u"reason"_s, u"careTeam"_s, u"assignee"_s}) {
        if (after.contains(field))
            add(known(fieldTexts, field), {}, valueText(field, after.value(field), reading));
    }
    return changes;
}
} // namespace

QString auditActionText(const QString &action)
{
    const QString text = known(actionTexts, action);
    QString plain = action;
    return text.isEmpty() ? plain.replace(u'.', u' ').replace(u'_', u' ') : text;
}

QString auditSubjectText(const QString &subject)
{
    const qsizetype slash = subject.indexOf(u'/');
    if (slash < 0)
        return plainWords(subject);
    return plainWords(subject.left(slash)) + u' ' + subject.mid(slash + 1);
}

QString auditSubjectText(const AuditEvent &event)
{
    if (const QString name = event.names.value(u"subject"_s); !name.isEmpty())
        return name;
    if (event.action == "patient.revealed"_L1 && !maskedPatients(event).isEmpty())
        return QCoreApplication::translate("AuditModel", "Patient %1", "masked")
            .arg(maskedPatients(event).constFirst());
    if (event.subject.startsWith("triage/"_L1) || event.subject.startsWith("renewal/"_L1))
        return renewalsIn(event) > 0 ? renewalsText(event) : auditSubjectText(event.subject);
    const QString stage = event.subject.section(u'/', 1, 1);
    if (event.subject.startsWith("rollout/"_L1) && !stage.isEmpty())
        return QCoreApplication::translate("AuditModel", "Stage %1, %2", "name, discipline")
            .arg(stage, plainWords(event.subject.section(u'/', 2)));
    return auditSubjectText(event.subject);
}

QVector<AuditActionKind> auditActionKinds()
{
    return {{tr("Anything"), {}},
            {tr("Decisions about prescribers"), u"correlation."_s},
            {tr("Work on renewals"), u"triage."_s},
            {tr("Patients revealed"), u"patient."_s},
            {tr("Imports"), u"import."_s},
            {tr("Matching"), u"matching."_s},
            {tr("Rollout"), u"rollout."_s}};
}

QVector<AuditChange> auditChanges(const AuditEvent &event, const QTimeZone &zone)
{
    QMap<QString, QString> before;
    QMap<QString, QString> after;
    QStringList order;
    const Reading reading{zone, event.names};
    if (event.subject.startsWith("triage/"_L1))
        return triageChanges(event, reading);
    collect(stateOf(event.after), reading, after, order);
    collect(stateOf(event.before), reading, before, order);
    // The known ones first, in the order of the table: what matters most.
    std::ranges::stable_sort(order, {}, [](const QString &label) {
        std::size_t place = 0;
        while (place < std::size(fieldTexts) && label != tr(fieldTexts[place].text))
            ++place;
        return place;
    });
    QVector<AuditChange> changes;
    for (const QString &label : std::as_const(order)) {
        const AuditChange change{label, before.value(label), after.value(label)};
        if (change.before != change.after)
            changes.append(change);
    }
    return changes;
}

std::optional<FindHit> auditTarget(const QString &subject)
{
    const QString kind = subject.section(u'/', 0, 0);
    const QString rest = subject.section(u'/', 1);
    FindHit hit;
    hit.id = rest.toLongLong();
    if (kind == "station"_L1 && !rest.isEmpty()) {
        hit.kind = FindKind::Station;
        hit.station = rest;
        return hit;
    }
    const auto known = findKindFromString(kind);
    if (!known || hit.id <= 0)
        return std::nullopt;
    hit.kind = *known;
    return hit;
}

} // namespace renewal::items
