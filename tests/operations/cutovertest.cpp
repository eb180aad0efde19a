// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operations/cutovertest.h"

#include "app/operations/decisions.h"
#include "app/operations/duelinks.h"
#include "app/operations/poolchoices.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/stationrepository.h"

namespace renewal::testing {

using namespace operations;
using namespace Qt::StringLiterals;

CutOverEntry CutOverTest::entry(const QDate &date)
{
    return {u"552"_s, date, u"Wave 3"_s};
}

Correlation CutOverTest::now(PrescriberId id)
{
    return *store::CorrelationRepository(connection()).current(id);
}

qint64 CutOverTest::version(const CutOver &cutOver)
{
    return CutOvers(connection(), m_clock).find(cutOver.id)->version;
}

void CutOverTest::fill()
{
    m_clock.set(noon());
    Station station;
    station.number = StationNumber(u"552"_s);
    station.timeZone = u"America/New_York"_s;
    VERIFY_OK(store::StationRepository(connection()).upsert(station));
    store::CareTeamRepository teams(connection());
    VERIFY_OK(teams.upsert(sampleTeam(green.value, u"** DAYTON: Primary Care Green %"_s)));
    VERIFY_OK(teams.upsert(sampleTeam(blue.value, u"** DAYTON: Primary Care Blue %"_s)));
    const QStringList pools{u"VHA DAY Primary Care Green - Clinical"_s,
                            u"VHA DAY Primary Care Blue - Clinical"_s, u"VHA DAY Cardiology - Clinical"_s,
                            u"VHA DAY Mental Health - Clinical"_s, u"VHA DAY Dermatology - Clinical"_s};
    qint64 id = 8000;
    for (const QString &name : pools) {
        CareTeam pool = sampleTeam(++id, name);
        pool.ehr = EhrSystem::OracleHealth;
        VERIFY_OK(teams.upsert(pool));
    }
    m_open = add(u"OKAFOR"_s);
    m_shorter = add(u"SMITH"_s);
    m_longer = add(u"IVANOV"_s);
    m_blue = add(u"KIM"_s);
    m_nobody = add(u"DUARTE"_s);
    m_twin = add(u"OKAFOR"_s, EhrSystem::OracleHealth);
    link(m_open, green);
    link(m_shorter, green, noon().addDays(10));
    link(m_longer, green, noon().addDays(300));
    link(m_blue, blue);
}

PrescriberId CutOverTest::add(const QString &last, EhrSystem ehr)
{
    Prescriber prescriber = samplePrescriber(last, u"CHIDI"_s);
    prescriber.ehr = ehr;
    const auto stored = store::PrescriberRepository(connection()).upsert(prescriber, u"t"_s);
    if (!stored)
        qFatal("%s", qPrintable(stored.error().detail));
    ++m_number;
    Renewal renewal = sampleRenewal(QString::number(m_number), m_number);
    renewal.prescriberId = stored->id;
    renewal.ehr = ehr;
    const auto inserted = store::RenewalRepository(connection()).insert(renewal);
    if (!inserted)
        qFatal("%s", qPrintable(inserted.error().detail));
    return stored->id;
}

void CutOverTest::link(PrescriberId id, TriageTeamId team, const QDateTime &until)
{
    Decision decision;
    decision.prescriberId = id;
    decision.careTeam = team;
    decision.validTo = until;
    decision.version = now(id).version;
    VERIFY_OK(Decisions(connection(), m_clock).decide(decision, u"nurse"_s));
}

/// "manual 7001 until 2026-05-01, then 8001"
QString CutOverTest::told(PrescriberId id)
{
    const Correlation present = now(id);
    QString text = toString(present.status);
    if (present.careTeam.isValid())
        text += u" %1"_s.arg(present.careTeam.value);
    if (present.validTo.isValid() && isLinked(present.status))
        text += u" until "_s + present.validTo.toString(u"MM-dd hh"_s);
    if (present.planned)
        text += u", then %1"_s.arg(present.planned->careTeam.value);
    if (!present.change.kind.isEmpty())
        text += u" ("_s + present.change.kind + u')';
    return text;
}

QStringList CutOverTest::states()
{
    QStringList all;
    for (const PrescriberId id : {m_open, m_shorter, m_longer, m_blue, m_nobody, m_twin})
        all.append(told(id));
    return all;
}

CutOver CutOverTest::enter(const QDate &date)
{
    const auto entered = CutOvers(connection(), m_clock).enter(entry(date), u"steward"_s);
    if (!entered)
        qFatal("%s %s", qPrintable(entered.error().text), qPrintable(entered.error().detail));
    return *entered;
}

Result<CutOverOutcome> CutOverTest::confirm(const CutOver &cutOver, TriageTeamId oldTeam, TriageTeamId pool)
{
    return PoolChoices(connection(), m_clock)
        .confirm(cutOver.id, version(cutOver), {{oldTeam, pool, {}, {}, {}}}, u"steward"_s);
}

void CutOverTest::passTo(const QDateTime &at)
{
    m_clock.set(at);
    VERIFY_OK(DueLinks(connection(), at).run());
}

} // namespace renewal::testing
