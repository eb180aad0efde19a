// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/criteria.h"

#include <QCoreApplication>

namespace renewal::rollout {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(rollout)
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

Criterion sendErrors()
{
    return {.key = u"message_send_errors"_s,
            .title = Texts::tr("Message send errors"),
            .shortTitle = Texts::tr("Message send errors"),
            .limit = 1.0,
            .unit = u"%"_s,
            .metric = key(errorShareKey),
            .counted = {key(errorsKey)},
            .of = {key(sentKey), key(errorsKey)},
            .alpha = 0.01,
            .fact = Texts::tr("%1 of %2 messages could not be sent (%3)."),
            .progress = Texts::tr("A verdict needs about %1 messages.")};
}

Criterion sendLatency()
{
    return {.key = u"send_latency_p95"_s,
            .title = Texts::tr("Send latency, 95th percentile"),
            .shortTitle = Texts::tr("Send latency"),
            .measure = Measure::Mean,
            .limit = 3.0,
            .unit = u"s"_s,
            .metric = key(latencyKey),
            .counted = {key(latencyKey)},
            .of = {key(sentKey)},
            .alpha = 0.005,
            // A mean of fewer is not yet nearly normal; and a day has good and bad hours.
            .minimumHours = 24,
            .fact = Texts::tr("The hourly 95th percentile averages %3 over %2 messages."),
            .progress = Texts::tr("A verdict needs about %1 messages.")};
}

Criterion careTeamFound()
{
    return {.key = u"renewals_with_care_team"_s,
            .title = Texts::tr("Renewals with a care team"),
            .shortTitle = Texts::tr("Renewals with a care team"),
            .atMost = false,
            .limit = 95.0,
            .unit = u"%"_s,
            .metric = key(careTeamShareKey),
            .counted = {key(noTeamKey)},
            .of = {key(begunKey)},
            .complement = true,
            .alpha = 0.01,
            .fact = Texts::tr("%1 of %2 renewals found a care team (%3)."),
            .progress = Texts::tr("A verdict needs about %1 renewals.")};
}

Criterion satisfaction()
{
    return {.key = u"csat"_s,
            .title = Texts::tr("Veteran satisfaction (CSAT)"),
            .shortTitle = Texts::tr("CSAT"),
            .measure = Measure::ComparedMean,
            .atMost = false,
            .metric = key(csatKey),
            .counted = {key(csatKey)},
            .of = {key(csatAnswersKey)},
            .alpha = 0.01,
            .minimum = 200,
            .minimumBefore = 100,
            .tolerated = 0.2,
            .scaleLow = 1,
            .scaleHigh = 5,
            .fact = Texts::tr("%2 answers average %3; before the rollout %5 answers averaged %4."),
            .progress = Texts::tr("A verdict needs about %1 answers.")};
}

Criterion misrouted()
{
    return {.key = u"misrouted_renewals"_s,
            .title = Texts::tr("Misrouted renewals"),
            .shortTitle = Texts::tr("Misrouted renewals"),
            .limit = 0.1,
            .unit = u"%"_s,
            .metric = key(misroutedShareKey),
            .counted = {key(misroutedKey)},
            .of = {key(sentKey)},
            .alpha = 0.015,
            .fact = Texts::tr("%1 of %2 renewals went to the wrong care team (%3)."),
            .progress = Texts::tr("A verdict needs about %1 renewals.")};
}
} // namespace

QVector<Criterion> releasePlanCriteria()
{
    return {sendErrors(), sendLatency(), careTeamFound(), satisfaction(), misrouted()};
}

} // namespace renewal::rollout
