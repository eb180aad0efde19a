// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/linktexts.h"

#include "models/items/datetexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LinkTexts)
};

QString figure(const QString &probability)
{
    return percent(probability.toDouble());
}
} // namespace

QString changeText(const LinkChange &change)
{
    const QString &kind = change.kind;
    if (kind == u"unknown")
        return Texts::tr("The care team %1 is not known any more.", "name").arg(change.before);
    if (kind == u"blocked")
        return Texts::tr("The care team %1 was open to messages → it is closed now.", "name")
            .arg(change.before);
    if (kind == u"moving")
        return Texts::tr("The care team %1 was to stay → it moves to Oracle Health and will be replaced.",
                         "name")
            .arg(change.before);
    if (kind == u"cut_over")
        return Texts::tr("The station went to Oracle Health on %1: %2 was closed.", "date, name")
            .arg(change.after, change.before);
    if (kind == u"over")
        return Texts::tr("The link was valid until %1 → that time is over.", "date")
            .arg(change.before.left(10));
    if (kind == u"shared")
        return Texts::tr("The name was one person's → %n people share it now.", nullptr,
                         change.after.toInt());
    if (kind == u"renamed")
        return Texts::tr("The care team was renamed: %1 → %2", "names").arg(change.before, change.after);
    if (kind == u"moved")
        return Texts::tr("The prescriber moved: station %1 → %2", "stations")
            .arg(change.before, change.after);
    if (kind == u"evidence")
        return Texts::tr("Matching judged anew how sure it is of this team: %1 → %2", "percentages")
            .arg(figure(change.before), figure(change.after));
    if (kind == u"division")
        return Texts::tr("The care team of division %1 can no longer be written to: %2", "station, name")
            .arg(change.before, change.after);
    if (kind == u"not_begun")
        return Texts::tr("The planned link could not begin: nobody can write to %1.", "name")
            .arg(change.before);
    return {};
}

QString changeWord(const LinkChange &change)
{
    static const QMap<QString, const char *> words{
        {u"unknown"_s, QT_TRANSLATE_NOOP("LinkTexts", "its team is gone")},
        {u"blocked"_s, QT_TRANSLATE_NOOP("LinkTexts", "its team closed")},
        {u"moving"_s, QT_TRANSLATE_NOOP("LinkTexts", "its team moves")},
        {u"cut_over"_s, QT_TRANSLATE_NOOP("LinkTexts", "cut-over")},
        {u"over"_s, QT_TRANSLATE_NOOP("LinkTexts", "its time is over")},
        {u"shared"_s, QT_TRANSLATE_NOOP("LinkTexts", "name now shared")},
        {u"renamed"_s, QT_TRANSLATE_NOOP("LinkTexts", "its team renamed")},
        {u"moved"_s, QT_TRANSLATE_NOOP("LinkTexts", "prescriber moved")},
        {u"evidence"_s, QT_TRANSLATE_NOOP("LinkTexts", "evidence changed")},
        {u"division"_s, QT_TRANSLATE_NOOP("LinkTexts", "division's team gone")},
        {u"not_begun"_s, QT_TRANSLATE_NOOP("LinkTexts", "could not begin")},
    };
    const char *word = words.value(change.kind, QT_TRANSLATE_NOOP("LinkTexts", "its team changed"));
    return QCoreApplication::translate("LinkTexts", word);
}

QString reasonText(const QString &reason)
{
    if (reason == u"works_there")
        return Texts::tr("Works in this team");
    if (reason == u"asked_clinic")
        return Texts::tr("Asked the clinic");
    if (reason == u"took_over")
        return Texts::tr("The team took over");
    return reason == u"other" ? Texts::tr("Another reason, see the note") : QString();
}

QString lastDay(const QDateTime &end, const QTimeZone &zone)
{
    return columnDate(end.addMSecs(-1), zone);
}

QStringList termLines(const Correlation &correlation, const QTimeZone &zone)
{
    QStringList lines;
    if (isLinked(correlation.status) && correlation.validTo.isValid())
        lines += Texts::tr("This link holds until %1, that day included", "date")
                     .arg(lastDay(correlation.validTo, zone));
    if (const QString reason = reasonText(correlation.reason); !reason.isEmpty())
        lines += Texts::tr("Reason: %1").arg(reason);
    for (const DivisionTeam &one : correlation.divisions)
        lines += one.careTeam.isValid()
                     ? Texts::tr("Division %1: %2, by %3", "station, care team, who")
                           .arg(one.division, one.careTeamName.trimmed(), one.decidedBy)
                     : Texts::tr("Division %1: no care team, its renewals need routing").arg(one.division);
    if (correlation.planned) {
        const PlannedLink &planned = *correlation.planned;
        QString line =
            Texts::tr("From %1 on: %2, planned by %3", "date, care team, who")
                .arg(columnDate(planned.validFrom, zone), planned.careTeamName.trimmed(), planned.decidedBy);
        if (planned.validTo.isValid())
            line += Texts::tr(", until %1", "date").arg(lastDay(planned.validTo, zone));
        lines += line;
    }
    return lines;
}

QString divisionText(const DivisionWork &work)
{
    return Texts::tr("%1: %n waiting, %2 Rx", "division, renewals, number of prescriptions",
                     static_cast<int>(work.waiting))
        .arg(work.division, QLocale().toString(work.prescriptions));
}

} // namespace renewal::items
