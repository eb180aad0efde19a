// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/audittexts.h"

#include "models/items/datetexts.h"

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
    {"correlation.undone", QT_TRANSLATE_NOOP("AuditModel", "Took a decision back")},
    {"correlation.matched", QT_TRANSLATE_NOOP("AuditModel", "Matched a prescriber")},
    {"correlation.stale", QT_TRANSLATE_NOOP("AuditModel", "Ended a link that no longer holds")},
    {"correlation.imported", QT_TRANSLATE_NOOP("AuditModel", "Took a link from a file")},
    {"matching.finished", QT_TRANSLATE_NOOP("AuditModel", "Ran matching")},
    {"import.finished", QT_TRANSLATE_NOOP("AuditModel", "Imported files")},
    {"import.refused", QT_TRANSLATE_NOOP("AuditModel", "Tried to import a file that was refused")},
    {"import.unchanged", QT_TRANSLATE_NOOP("AuditModel", "Imported a file that was here already")},
    {"triage.route", QT_TRANSLATE_NOOP("AuditModel", "Routed renewals")},
    {"triage.reroute", QT_TRANSLATE_NOOP("AuditModel", "Rerouted renewals")},
    {"triage.assign", QT_TRANSLATE_NOOP("AuditModel", "Assigned renewals")},
    {"triage.deny", QT_TRANSLATE_NOOP("AuditModel", "Denied renewals")},
    {"triage.undo", QT_TRANSLATE_NOOP("AuditModel", "Took back a step on renewals")},
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
    {"becomeReady", QT_TRANSLATE_NOOP("AuditModel", "Renewals became ready")},
    {"becomeNeedsTeam", QT_TRANSLATE_NOOP("AuditModel", "Renewals need a team again")},
    {"becomeExternal", QT_TRANSLATE_NOOP("AuditModel", "Renewals became community care")},
    {"unchanged", QT_TRANSLATE_NOOP("AuditModel", "Renewals unchanged")},
    {"becameStale", QT_TRANSLATE_NOOP("AuditModel", "Links ended")},
    {"linked", QT_TRANSLATE_NOOP("AuditModel", "Newly linked")},
    {"suggested", QT_TRANSLATE_NOOP("AuditModel", "Need a person")},
    {"withoutCandidates", QT_TRANSLATE_NOOP("AuditModel", "Without a candidate")},
    {"ehr", QT_TRANSLATE_NOOP("AuditModel", "System")},
    {"parentStation", QT_TRANSLATE_NOOP("AuditModel", "Station")},
    {"note", QT_TRANSLATE_NOOP("AuditModel", "Note")},
    {"prescribed", QT_TRANSLATE_NOOP("AuditModel", "Prescriptions in short form")},
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
    {"VISTA", QT_TRANSLATE_NOOP("AuditModel", "VistA")},
    {"ORACLE_HEALTH", QT_TRANSLATE_NOOP("AuditModel", "Oracle Health")},
};

/// What only the program cares for.
constexpr const char *hiddenFields[] = {"version", "prescriberId", "id", "subject", "hash", "batch"};

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

QString valueText(const QString &field, const QJsonValue &value, const QTimeZone &zone)
{
    const QLocale locale;
    if (value.isBool())
        return value.toBool() ? tr("Yes") : tr("No");
    if (value.isDouble() && (field == "probability"_L1 || field == "percent"_L1))
        return percent(field == "percent"_L1 ? value.toDouble() / 100 : value.toDouble());
    // Numbers of teams and the like are names: no thousands separators.
    if (value.isDouble() && (field.endsWith("Id"_L1) || field == "careTeam"_L1 || field == "sentTo"_L1))
        return QString::number(value.toInteger());
    if (value.isDouble())
        return value.toDouble() == static_cast<double>(value.toInteger()) ? locale.toString(value.toInteger())
                                                                          : locale.toString(value.toDouble());
    const QString text = value.toString();
    if (const QString word = known(valueTexts, text); !word.isEmpty())
        return word;
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() && text.contains(u'T') ? readableTime(at, zone) : text;
}

void collect(const QJsonObject &object, const QTimeZone &zone, QMap<QString, QString> &lines,
             QStringList &order)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isHidden = std::ranges::any_of(
            hiddenFields, [&](const char *field) { return it.key() == QLatin1StringView(field); });
        if (isHidden || it.value().isNull())
            continue;
        if (it.value().isObject()) {
            collect(it.value().toObject(), zone, lines, order);
            continue;
        }
        QString text;
        if (it.value().isArray()) {
            QStringList parts;
            const QJsonArray array = it.value().toArray();
            for (const QJsonValue &each : array)
                parts.append(each.isObject() ? QString() : valueText(it.key(), each, zone));
            parts.removeAll(QString());
            text = parts.isEmpty() ? QLocale().toString(array.size()) : parts.join(u", "_s);
        } else {
            text = valueText(it.key(), it.value(), zone);
        }
        const QString field = known(fieldTexts, it.key());
        const QString label = field.isEmpty() ? plainWords(it.key()) : field;
        if (!order.contains(label))
            order.append(label);
        lines.insert(label, text);
    }
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
    collect(QJsonDocument::fromJson(event.after.toUtf8()).object(), zone, after, order);
    collect(QJsonDocument::fromJson(event.before.toUtf8()).object(), zone, before, order);
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
