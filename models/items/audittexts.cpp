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

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("AuditModel", text);
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
        if (const auto reason = rerouteReason(value.toString()))
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
        const QString field = auditFieldText(it.key());
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
    if (action == "return"_L1)
        return u"returned"_s;
    if (const QString outcome = stateOf(event.after).value("outcome"_L1).toString(); !outcome.isEmpty())
        return outcome;
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
    for (const QString &field : {u"reason"_s, u"careTeam"_s, u"assignee"_s, u"quantity"_s, u"refills"_s,
                                 u"gate"_s, u"overrideReason"_s}) {
        if (after.contains(field))
            add(auditFieldText(field), {}, valueText(field, after.value(field), reading));
    }
    return changes;
}
} // namespace

QString auditActionText(const QString &action)
{
    const QString text = auditActionWord(action);
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
    std::ranges::stable_sort(order, {}, auditFieldPlace);
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
