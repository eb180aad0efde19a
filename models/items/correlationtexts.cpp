// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/correlationtexts.h"

#include "models/items/datetexts.h"

#include <QCoreApplication>

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

QString statusChip(const Correlation &correlation)
{
    const QString word = statusText(correlation.status);
    const bool withFigure = correlation.probability && (correlation.status == CorrelationStatus::Suggested ||
                                                        correlation.status == CorrelationStatus::Automatic);
    return withFigure ? word + u' ' + percent(*correlation.probability) : word;
}

QString prescriberSecondLine(const PrescriberSummary &summary)
{
    const Prescriber &prescriber = summary.prescriber;
    QString fact;
    if (prescriber.homonyms > 1)
        fact = Texts::tr("%n with the same name", nullptr, prescriber.homonyms);
    else if (summary.correlation.status == CorrelationStatus::Automatic)
        fact = Texts::tr("linked");
    else if (summary.correlation.status == CorrelationStatus::Manual)
        fact = Texts::tr("linked by hand");
    else if (summary.correlation.status == CorrelationStatus::Stale)
        fact = Texts::tr("its team changed");
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

QStringList effectLines(const DecisionEffect &effect)
{
    QStringList lines;
    if (effect.becomeReady > 0)
        lines += Texts::tr("%n renewal(s) become ready to route", nullptr, counted(effect.becomeReady));
    if (effect.becomeNeedsTeam > 0)
        lines +=
            Texts::tr("%n renewal(s) go back to “Needs routing”", nullptr, counted(effect.becomeNeedsTeam));
    if (effect.becomeExternal > 0)
        lines += Texts::tr("%n renewal(s) become external", nullptr, counted(effect.becomeExternal));
    if (effect.unchanged > 0)
        lines += Texts::tr("%n stay as they are", nullptr, counted(effect.unchanged));
    if (lines.isEmpty())
        lines += Texts::tr("No waiting renewal changes");
    return lines;
}

} // namespace renewal::items
