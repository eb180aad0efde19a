// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/rolloutplan.h"

#include "models/simulation/metrics.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

RolloutPlan simulateRollout(const Options &options)
{
    const QDateTime begin(options.start, QTime(0, 0), Qt::UTC);
    const auto at = [&](int hour) { return begin.addSecs(qint64(hour) * 3'600); };
    const auto reached = [&](int hour) { return hour < options.days * 24 ? at(hour) : QDateTime(); };
    const auto day = [&](int number, int hour) { return at((number - 1) * 24 + hour); };
    RolloutPlan plan;
    plan.toggle = QLatin1StringView(renewalRequestToggle);
    plan.environment = u"simulated"_s;
    plan.stages = {{u"A"_s, 5, at(stageAHour), reached(stageAHour), 1},
                   {u"B"_s, 25, day(2, 14), reached(stageBHour), 5},
                   {u"C"_s, 50, day(8, 14), {}, 3},
                   {u"D"_s, 75, day(11, 14), {}, 5},
                   {u"E"_s, 100, day(16, 14), {}, 0}};
    plan.downstream = u"No effect reported"_s;
    // What lies behind the window has not happened yet.
    if (options.days < 6)
        return plan;
    plan.signOffs = {{u"product"_s, u"C"_s, true, u"P. Osei"_s, day(6, 15), {}},
                     {u"engineering"_s, u"C"_s, true, u"D. Lund"_s, day(6, 17), {}},
                     {u"depo_octo"_s, u"C"_s, true, {}, day(5, 19), {}},
                     {u"qa"_s, u"C"_s, true, {}, day(6, 20), u"Checklist 14 of 14"_s}};
    plan.incidents = {{day(3, 16), u"low"_s, u"Prefill lost the “sig”"_s,
                       u"Toggle stayed on, fixed on %1"_s.arg(
                           QLocale::c().toString(options.start.addDays(3), u"MMM d"_s))}};
    return plan;
}

} // namespace renewal::simulation
