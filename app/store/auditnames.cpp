// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditnames.h"

#include "app/store/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype idsAtOnce = 400;
constexpr qsizetype mostRenewals = 100; ///< of one entry; their number is told anyway
constexpr int endLength = 4;

QJsonObject parsed(const QString &state)
{
    return QJsonDocument::fromJson(state.toUtf8()).object();
}

qint64 idOf(const QString &subject, QLatin1StringView kind)
{
    return subject.section(u'/', 0, 0) == kind ? subject.section(u'/', 1).toLongLong() : 0;
}

QVector<qint64> teamsOf(const AuditEvent &event)
{
    QVector<qint64> teams;
    for (const QString &state : {event.before, event.after}) {
        const QJsonObject json = parsed(state);
        for (const QLatin1StringView key : {"careTeam"_L1, "triageTeamId"_L1, "sentTo"_L1}) {
            if (const qint64 id = json.value(key).toInteger(); id > 0)
                teams.append(id);
        }
    }
    return teams;
}

QVector<qint64> renewalsOf(const AuditEvent &event)
{
    if (const qint64 one = idOf(event.subject, "renewal"_L1); one > 0)
        return {one};
    QVector<qint64> ids;
    for (const QJsonValue id : parsed(event.after).value("renewals"_L1).toArray())
        ids.append(id.toInteger());
    if (ids.size() > mostRenewals)
        ids.resize(mostRenewals);
    return ids;
}

/// `sql` ends before the list of ids.
template <class Take>
Done eachOf(Connection &connection, const QString &sql, const QSet<qint64> &ids, Take take)
{
    const QList<qint64> all = ids.values();
    for (qsizetype begin = 0; begin < all.size(); begin += idsAtOnce) {
        QStringList some;
        for (const qint64 id : all.mid(begin, idsAtOnce))
            some.append(QString::number(id));
        const Done done = connection.each(sql + u" IN ("_s + some.join(u',') + u')', {}, [&](const Row &row) {
            take(row);
            return true;
        });
        if (!done)
            return done;
    }
    return ok();
}
} // namespace

AuditNames::Wanted AuditNames::wantedBy(const QVector<AuditEvent> &events)
{
    Wanted wanted;
    for (const AuditEvent &event : events) {
        if (const qint64 id = idOf(event.subject, "prescriber"_L1); id > 0)
            wanted.prescribers.insert(id);
        if (const qint64 id = idOf(event.subject, "triage"_L1); id > 0)
            wanted.batches.insert(id);
        for (const qint64 team : teamsOf(event))
            wanted.teams.insert(team);
        for (const qint64 renewal : renewalsOf(event))
            wanted.renewals.insert(renewal);
    }
    return wanted;
}

Done AuditNames::lookForRenewals(const QSet<qint64> &ids)
{
    return eachOf(m_connection, u"SELECT id, patient_key, prescriber_id FROM renewal WHERE id"_s, ids,
                  [this](const Row &row) {
                      m_renewals.insert(row.number(0), {row.text(1), row.number(2)});
                  });
}

Done AuditNames::look(const Wanted &wanted)
{
    if (const Done done = lookForRenewals(wanted.renewals); !done)
        return done;
    QSet<qint64> prescribers = wanted.prescribers;
    for (const Patient &patient : std::as_const(m_renewals)) {
        if (patient.prescriber > 0)
            prescribers.insert(patient.prescriber);
    }
    if (const Done done =
            eachOf(m_connection, u"SELECT id, shown FROM prescriber WHERE id"_s, prescribers,
                   [this](const Row &row) { m_prescribers.insert(row.number(0), row.text(1)); });
        !done)
        return done;
    if (const Done done =
            eachOf(m_connection,
                   u"SELECT triage_team_id, COALESCE(NULLIF(suggested_name_display, ''), name) "
                   "FROM care_team WHERE triage_team_id"_s,
                   wanted.teams, [this](const Row &row) { m_teams.insert(row.number(0), row.text(1)); });
        !done)
        return done;
    return eachOf(m_connection, u"SELECT DISTINCT batch, told FROM triage_step WHERE batch"_s, wanted.batches,
                  [this](const Row &row) { m_told[row.number(0)].append(row.text(1)); });
}

void AuditNames::fillOne(AuditEvent &event) const
{
    if (const qint64 id = idOf(event.subject, "prescriber"_L1); m_prescribers.contains(id))
        event.names.insert(u"subject"_s, m_prescribers.value(id));
    for (const qint64 team : teamsOf(event)) {
        if (m_teams.contains(team))
            event.names.insert(u"careTeam/"_s + QString::number(team), m_teams.value(team));
    }
    QStringList patients;
    QStringList prescribers;
    for (const qint64 id : renewalsOf(event)) {
        const Patient patient = m_renewals.value(id);
        if (!patient.key.isEmpty() && !patients.contains(patient.key))
            patients.append(patient.key);
        const QString name = m_prescribers.value(patient.prescriber);
        if (!name.isEmpty() && !prescribers.contains(name))
            prescribers.append(name);
    }
    // Two patients may end alike; a key that is no longer than its end would be told as a whole.
    for (QString &key : patients)
        key = key.size() > endLength ? key.right(endLength) : u"?"_s;
    if (!patients.isEmpty())
        event.names.insert(u"patients"_s, patients.join(u' '));
    if (!prescribers.isEmpty())
        event.names.insert(u"prescribers"_s, prescribers.join(u"; "_s));
    if (const QStringList told = m_told.value(idOf(event.subject, "triage"_L1)); !told.isEmpty())
        event.names.insert(u"told"_s, told.join(u' '));
}

Done AuditNames::fill(QVector<AuditEvent> &events)
{
    if (const Done done = look(wantedBy(events)); !done)
        return done;
    for (AuditEvent &event : events)
        fillOne(event);
    return ok();
}

} // namespace renewal::store
