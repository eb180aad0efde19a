// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cutovertexts.h"

#include "models/items/datetexts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CutOverTexts)
};

QString leftText(const CutOverOutcome &outcome)
{
    if (outcome.left == 0)
        return {};
    QString text = u' ' + Texts::tr("%n stay(s) as it is.", nullptr, int(outcome.left));
    if (!outcome.problems.isEmpty())
        text += u' ' + outcome.problems.join(u' ');
    return text;
}
} // namespace

QString dayText(const QDate &date)
{
    return readableDate(QDateTime(date, QTime(12, 0), Qt::UTC), QTimeZone::utc());
}

QString phaseText(const QDate &date, const QDate &today)
{
    const int days = int(today.daysTo(date));
    const QString distance = days == 0  ? Texts::tr("today")
                             : days > 0 ? Texts::tr("%n day(s) to go", nullptr, days)
                                        : Texts::tr("%n day(s) ago", nullptr, -days);
    const QString phase = cutOverPhase(date, today);
    return phase.isEmpty() ? distance : Texts::tr("phase %1, %2", "phase, days").arg(phase, distance);
}

QString cutOverEffectText(const CutOverEffect &effect, const QDate &date)
{
    QStringList lines{Texts::tr("%Ln link(s) to VistA care teams would end on %1.", "day", int(effect.links))
                          .arg(dayText(date)),
                      Texts::tr("%Ln renewal(s) wait on them today.", nullptr, int(effect.waiting))};
    if (effect.divisions > 0)
        lines.append(
            Texts::tr("%Ln care team(s) of single divisions end too; choose those anew in the work list.",
                      nullptr, int(effect.divisions)));
    if (effect.sooner > 0)
        lines.append(Texts::tr("%Ln link(s) end sooner anyway.", nullptr, int(effect.sooner)));
    lines.append(effect.pools == 0
                     ? Texts::tr("No Oracle Health pool is known there yet; proposals come with them.")
                     : Texts::tr("%Ln Oracle Health pool(s) can take the places of %1.", "care teams",
                                 int(effect.pools))
                           .arg(Texts::tr("%Ln care team(s)", nullptr, int(effect.oldTeams))));
    return lines.join(u'\n');
}

QString cutOverFacts(const CutOver &cutOver, const QDate &today)
{
    QString phase = phaseText(cutOver.date, today);
    phase[0] = phase.at(0).toUpper();
    QStringList facts{phase, Texts::tr("%Ln link(s) end then", nullptr, int(cutOver.links)),
                      cutOver.crosswalkRows > 0
                          ? Texts::tr("crosswalk of %Ln row(s)", nullptr, int(cutOver.crosswalkRows))
                          : Texts::tr("no crosswalk"),
                      Texts::tr("entered by %1", "person").arg(cutOver.enteredBy)};
    if (!cutOver.note.isEmpty())
        facts.append(cutOver.note);
    return facts.join(u" · "_s);
}

QString strengthText(const PoolProposal &proposal)
{
    if (proposal.strength == ProposalStrength::Undecided)
        return Texts::tr("Undecided");
    const QString figure = percent(std::min(proposal.pools.constFirst().probability, 0.99));
    return proposal.strength == ProposalStrength::Strong ? Texts::tr("Strong %1", "percentage").arg(figure)
                                                         : Texts::tr("Likely %1", "percentage").arg(figure);
}

Tone strengthTone(ProposalStrength strength)
{
    switch (strength) {
    case ProposalStrength::Strong:
        return Tone::Good;
    case ProposalStrength::Likely:
        return Tone::Info;
    case ProposalStrength::Undecided:
        break;
    }
    return Tone::Caution;
}

QString prescribersText(const CutOverTeam &team)
{
    const QString more = team.prescribers > team.someNames.size() ? u"; …"_s : QString();
    return Texts::tr("%n prescriber(s): %1", "names", int(team.prescribers))
        .arg(team.someNames.join(u"; "_s) + more);
}

QString confirmedText(const CutOverOutcome &outcome)
{
    return Texts::tr("%Ln prescriber(s) go to their new pools from %1 on.", "day", int(outcome.prescribers))
               .arg(dayText(outcome.cutOver.date)) +
           leftText(outcome);
}

QString takenBackText(const CutOverOutcome &outcome)
{
    return Texts::tr("Taken back: %Ln prescriber(s) are as they were.", nullptr, int(outcome.prescribers)) +
           leftText(outcome);
}

QString withdrawnText(const CutOverOutcome &outcome)
{
    return Texts::tr("The cut-over of station %1 is withdrawn; %2 as long as before.", "number, links hold")
               .arg(outcome.cutOver.parentStation,
                    Texts::tr("%Ln link(s) hold", nullptr, int(outcome.prescribers))) +
           leftText(outcome);
}

} // namespace renewal::items
