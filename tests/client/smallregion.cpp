// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/smallregion.h"

#include "app/store/careteamrepository.h"
#include "app/store/metricrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/rolloutrepository.h"
#include "app/store/stationrepository.h"

namespace renewal::test {

using namespace Qt::StringLiterals;

namespace {

Renewal waitingRenewal(const Prescriber &prescriber, int number)
{
    Renewal renewal;
    renewal.patientKey = u"P-%1"_s.arg(number);
    renewal.station = prescriber.station;
    renewal.requestedAt = noon.addSecs(number);
    renewal.dueAt = noon.addDays(3).addSecs(number);
    renewal.prescriptionId = QString::number(number);
    renewal.drug = number % 2 ? u"LISINOPRIL 10MG TAB"_s : u"METFORMIN 500MG TAB"_s;
    renewal.prescriberId = prescriber.id;
    renewal.prescriberShown = prescriber.name.shown();
    renewal.sentTo = blueTeam;
    renewal.verdict = {u"vista_current"_s, u"all_gates_pass"_s, true};
    return renewal;
}

} // namespace

Done fillSmallRegion(store::Connection &connection)
{
    Station camden{
        StationNumber(u"552"), u"Camden Point"_s, u"Camden Point health care"_s, EhrSystem::VistA, {}};
    if (auto done = store::StationRepository(connection).upsert(camden); !done)
        return done;
    int number = 0;
    for (const auto &[last, count] : {std::pair(u"OKAFOR"_s, 3), std::pair(u"LYDON"_s, 1)}) {
        Prescriber prescriber;
        prescriber.station = StationNumber(u"552");
        prescriber.name = {u"CHIDI"_s, last, {}};
        const auto stored = store::PrescriberRepository(connection).upsert(prescriber, u"test"_s);
        if (!stored)
            return failure(stored.error());
        for (int i = 0; i < count; ++i) {
            const auto added = store::RenewalRepository(connection).insert(waitingRenewal(*stored, ++number));
            if (!added)
                return failure(added.error());
        }
    }
    for (qint64 id : {7001, 7002}) {
        CareTeam team;
        team.triageTeamId.value = id;
        team.name = id == 7001 ? u"CAM PC: Blue, Okafor"_s : u"CAM Pharmacy"_s;
        team.station = StationNumber(u"552");
        if (auto done = store::CareTeamRepository(connection).upsert(team); !done)
            return done;
    }
    MetricSeries series{u"send errors"_s, u"Send errors"_s, u"%"_s, u"csv"_s, {}, {}, 2.0, {}};
    for (int hour = 0; hour < 4; ++hour)
        series.points.append(
            {noon.addSecs(3600LL * hour), hour == 2 ? std::nullopt : std::optional(0.5), {}});
    if (auto done = store::MetricRepository(connection).upsert(series); !done)
        return done;
    RolloutOverview plan;
    plan.toggle = QString::fromLatin1(renewalRequestToggle);
    plan.percent = 5;
    plan.stages = {{u"A"_s, 5, noon, noon, 1}, {u"B"_s, 25, noon.addDays(1), {}, 5}};
    return store::RolloutRepository(connection).storePlan(plan);
}

} // namespace renewal::test
