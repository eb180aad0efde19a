// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/correlationtexts.h"

#include "models/correlation/counterfactual.h"
#include "models/correlation/evidenceengine.h"
#include "models/items/datetexts.h"
#include "models/items/linktexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CorrelationTexts)
};

int counted(qint64 n)
{
    return static_cast<int>(std::min<qint64>(n, std::numeric_limits<int>::max()));
}
} // namespace

QString statusText(CorrelationStatus status)
{
    switch (status) {
    case CorrelationStatus::None:
        return Texts::tr("No team");
    case CorrelationStatus::Suggested:
        return Texts::tr("Check");
    case CorrelationStatus::Automatic:
        return Texts::tr("Auto");
    case CorrelationStatus::Manual:
        return Texts::tr("By hand");
    case CorrelationStatus::Refused:
        return Texts::tr("None fits");
    case CorrelationStatus::External:
        return Texts::tr("External");
    case CorrelationStatus::Stale:
        return Texts::tr("Stale");
    }
    return {};
}

Tone statusTone(CorrelationStatus status)
{
    switch (status) {
    case CorrelationStatus::None:
    case CorrelationStatus::Refused:
    case CorrelationStatus::Stale:
        return Tone::Bad;
    case CorrelationStatus::Suggested:
        return Tone::Caution;
    case CorrelationStatus::Automatic:
        return Tone::Good;
    case CorrelationStatus::Manual:
        return Tone::Info;
    case CorrelationStatus::External:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString statusChip(const PrescriberSummary &summary)
{
    const Correlation &correlation = summary.correlation;
    const QString word = statusText(correlation.status);
    std::optional<double> figure;
    if (correlation.status == CorrelationStatus::Automatic)
        figure = correlation.probability;
    else if (correlation.status == CorrelationStatus::Suggested)
        figure = correlation.probability ? correlation.probability : summary.bestProbability;
    return figure ? word + u' ' + percent(*figure) : word;
}

QString decisionText(DecisionKind kind, const QString &careTeam)
{
    switch (kind) {
    case DecisionKind::Link:
        return Texts::tr("Link to %1", "care team").arg(careTeam);
    case DecisionKind::Refuse:
        return Texts::tr("None of these is right");
    case DecisionKind::External:
        return Texts::tr("Community care, has no team");
    }
    return {};
}

QString correlationText(const Correlation &correlation, const QString &careTeam)
{
    QString text = statusText(correlation.status);
    if (isLinked(correlation.status) && !careTeam.isEmpty())
        text = Texts::tr("Linked to %1", "care team").arg(careTeam);
    else if (correlation.status == CorrelationStatus::Refused)
        text = decisionText(DecisionKind::Refuse, {});
    else if (correlation.status == CorrelationStatus::External)
        text = decisionText(DecisionKind::External, {});
    return correlation.decidedBy.isEmpty()
               ? text
               : Texts::tr("%1, by %2", "decision, who decided").arg(text, correlation.decidedBy);
}

QString laterText(DecisionKind kind, const PrescriberDetail &detail)
{
    const int people = detail.summary.prescriber.homonyms;
    switch (kind) {
    case DecisionKind::Link:
        return people > 1
                   ? Texts::tr("Later renewals of these %n people go to this team too", nullptr, people)
                   : Texts::tr("Later renewals go to this team by themselves");
    case DecisionKind::Refuse:
        return detail.candidates.candidates.isEmpty()
                   ? QString()
                   : Texts::tr("Matching will not suggest these teams again");
    case DecisionKind::External:
        return Texts::tr("Later renewals are marked as external");
    }
    return {};
}

QString agreementWord(correlation::Agreement agreement)
{
    switch (agreement) {
    case correlation::Agreement::Agrees:
        return Texts::tr("agrees");
    case correlation::Agreement::Partly:
        return Texts::tr("agrees in part");
    case correlation::Agreement::Against:
        return Texts::tr("speaks against it");
    }
    return {};
}

QString agreementText(const correlation::MarkedText &text)
{
    QStringList parts;
    for (const correlation::AgreementSpan &span : text.spans)
        parts += Texts::tr("%1 %2", "word, agrees")
                     .arg(text.text.sliced(span.start, span.length), agreementWord(span.agreement));
    return parts.join(u"; ");
}

QString prescriberSecondLine(const PrescriberSummary &summary)
{
    const Prescriber &prescriber = summary.prescriber;
    QString fact;
    if (needsAnotherLook(summary.correlation))
        fact = changeWord(summary.correlation.change);
    else if (prescriber.homonyms > 1)
        fact = Texts::tr("%n same name", "people", prescriber.homonyms);
    else if (summary.correlation.status == CorrelationStatus::Automatic)
        fact = Texts::tr("linked");
    else if (summary.correlation.status == CorrelationStatus::Manual)
        fact = Texts::tr("linked by hand");
    else if (prescriber.ehr == EhrSystem::OracleHealth)
        fact = u"Oracle Health"_s;
    else
        fact = Texts::tr("%n candidate(s)", nullptr, summary.candidates);
    return Texts::tr("Station %1, %2").arg(prescriber.station.text(), fact);
}

QString prescriberName(const Prescriber &prescriber)
{
    const QString shown = prescriber.name.shown();
    return shown.isEmpty() ? Texts::tr("No name delivered") : shown;
}

QStringList movedLines(const DecisionEffect &effect)
{
    QStringList lines;
    if (effect.becomeReady > 0)
        lines += Texts::tr("%n renewal(s) become ready to route", nullptr, counted(effect.becomeReady));
    if (effect.becomeNeedsTeam > 0)
        lines +=
            Texts::tr("%n renewal(s) go back to “Needs routing”", nullptr, counted(effect.becomeNeedsTeam));
    if (effect.becomeExternal > 0)
        lines += Texts::tr("%n renewal(s) become external", nullptr, counted(effect.becomeExternal));
    if (effect.stayReady > 0)
        lines +=
            Texts::tr("%n are ready to route to this team already", "renewals", counted(effect.stayReady));
    if (effect.stayNeedsTeam > 0)
        lines += Texts::tr("%n go on waiting for a care team", "renewals", counted(effect.stayNeedsTeam));
    if (effect.stayExternal > 0)
        lines += Texts::tr("%n are external already", "renewals", counted(effect.stayExternal));
    if (effect.later > 0)
        lines += Texts::tr("%n renewal(s) become ready when the link begins", nullptr, counted(effect.later));
    if (lines.isEmpty())
        lines += Texts::tr("No waiting renewal changes");
    return lines;
}

QString beyondText(const DecisionEffect &effect)
{
    return effect.beyondDecisions() > 0
               ? Texts::tr("%n stay: not renewable, or in review", nullptr, counted(effect.beyondDecisions()))
               : QString();
}

QStringList effectLines(const DecisionEffect &effect)
{
    QStringList lines = movedLines(effect);
    if (const QString rest = beyondText(effect); !rest.isEmpty())
        lines += rest;
    return lines;
}

namespace {
QString movedText(const MovedCase &moved)
{
    if (moved.isLinked)
        return Texts::tr("%1 is linked to %2 now").arg(moved.prescriber, moved.careTeam);
    if (moved.isFreed)
        return Texts::tr("%1 waits for a person now").arg(moved.prescriber);
    return Texts::tr("%1: %2 from %3 to %4", "prescriber: care team from 40 % to 60 %")
        .arg(moved.prescriber, moved.careTeam, percent(moved.before), percent(moved.after));
}
} // namespace

QString outcomeText(const DecisionOutcome &outcome)
{
    constexpr qsizetype named = 3;
    QStringList parts{effectLines(outcome.effect).join(u", ")};
    for (const MovedCase &moved : outcome.moved.mid(0, named))
        parts.append(movedText(moved));
    if (outcome.moved.size() > named)
        parts.append(Texts::tr("%Ln other case(s) moved", nullptr, int(outcome.moved.size() - named)));
    return parts.join(u"; "); // names have commas
}

QString waitingText(const PrescriberSummary &summary, const QDateTime &now)
{
    if (summary.waiting == 0)
        return Texts::tr("No renewal is waiting");
    const int waiting = counted(summary.waiting);
    // What is linked waits for no decision any more.
    const QString text =
        isLinked(summary.correlation.status)
            ? Texts::tr("%n renewal(s) are ready to route to the linked team", nullptr, waiting)
            : Texts::tr("%n renewal(s) are waiting for this decision", nullptr, waiting);
    return summary.oldestWaiting.isValid() ? Texts::tr("%1, the oldest for %2", "sentence, duration")
                                                 .arg(text, duration(summary.oldestWaiting.secsTo(now)))
                                           : text;
}

QString counterfactualText(const CandidateSet &set, qsizetype candidate)
{
    // What matters is whether matching would link by itself; below that a person decides anyway.
    const double bar = correlation::Policy{}.probability;
    const auto found = correlation::counterfactual(set, candidate, bar);
    if (!found)
        return {};
    QStringList facts;
    for (const qsizetype piece : found->pieces) {
        QString text = set.candidates[candidate].evidence[piece].text.trimmed();
        if (text.endsWith(u'.'))
            text.chop(1);
        facts += Texts::tr("“%1”", "a sentence of evidence").arg(text);
    }
    // A figure and its sign stay in one line.
    const QString figure = percent(found->probability).replace(u' ', QChar(QChar::Nbsp));
    const QString last = facts.takeLast();
    const QString all =
        facts.isEmpty() ? last : Texts::tr("%1 and %2", "facts").arg(facts.join(Texts::tr(", ")), last);
    const QString least = QLocale().toString(bar * 100, 'f', 1) + QChar(QChar::Nbsp) + u'%';
    return found->probability < bar
               ? Texts::tr("What would change this: without %1 it would be %2, below the %3 that matching "
                           "needs to link by itself.")
                     .arg(all, figure, least)
               : Texts::tr("What would change this: without %1 it would be %2, at or above the %3 that "
                           "matching needs to link by itself.")
                     .arg(all, figure, least);
}

} // namespace renewal::items
