// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/askingtexts.h"

#include "models/items/datetexts.h"

#include <QCoreApplication>
#include <QStringList>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AskingTexts)
};

QString partText(ThreadPart part)
{
    switch (part) {
    case ThreadPart::Asked:
        return Texts::tr("Asked");
    case ThreadPart::AskedByRecord:
        return Texts::tr("Asked through the prescription’s record");
    case ThreadPart::Answered:
        return Texts::tr("Answered");
    case ThreadPart::Replied:
        return Texts::tr("Replied");
    }
    return {};
}
} // namespace

bool isAnswered(const Renewal &renewal)
{
    return renewal.answered.isValid() && isPending(renewal.state) && renewal.state != RenewalState::Returned;
}

QString askingMark(const Renewal &renewal)
{
    const QString times =
        renewal.asked > 1 ? Texts::tr("%1×", "how often asked").arg(renewal.asked) : QString();
    if (!isAnswered(renewal))
        return times;
    return times.isEmpty() ? Texts::tr("Answered", "by the Veteran")
                           : Texts::tr("%1, answered", "3×").arg(times);
}

QString askedText(const Renewal &renewal, const QTimeZone &zone)
{
    if (renewal.asked < 2)
        return {};
    const QString times = Texts::tr("Asked %n time(s)", nullptr, renewal.asked);
    if (!renewal.askedLast.isValid() || !renewal.requestedAt.isValid())
        return Texts::tr("%1.", "asked so often").arg(times);
    const QDate first = renewal.requestedAt.toTimeZone(zone).date();
    const QDate last = renewal.askedLast.toTimeZone(zone).date();
    const QString within = first == last
                               ? Texts::tr("on one day")
                               : Texts::tr("in %n day(s)", nullptr, static_cast<int>(first.daysTo(last)));
    return Texts::tr("%1 %2, last on %3.", "asked so often, in so many days, time with zone")
        .arg(times, within, zonedTime(renewal.askedLast, zone));
}

QString answeredText(const Renewal &renewal, const QTimeZone &zone)
{
    return renewal.answered.isValid() ? Texts::tr("The Veteran replied on %1.", "time with zone")
                                            .arg(zonedTime(renewal.answered, zone))
                                      : QString();
}

QString askingText(const Renewal &renewal, const QTimeZone &zone)
{
    QStringList sentences{askedText(renewal, zone), answeredText(renewal, zone)};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString threadHeading(const ThreadEntry &entry, const QTimeZone &zone)
{
    return Texts::tr("%1, %2", "asked or answered, time with zone")
        .arg(partText(entry.part),
             entry.at.isValid() ? zonedTime(entry.at, zone) : Texts::tr("time not told"));
}

} // namespace renewal::items
