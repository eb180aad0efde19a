// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/matchingcheck.h"

#include "models/correlation/proportion.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MatchingCheck)
};

double share(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : 0;
}

QString percent(double value, int digits = 1)
{
    return QString::number(100 * value, 'f', digits);
}

void count(MatchingCounts &counts, const CandidateSet &set, const Truth &truth)
{
    const auto isRight = [&](qsizetype i) {
        return i < set.candidates.size() && truth.right.contains(set.candidates.at(i).careTeam.value);
    };
    const bool right = set.automatic && isRight(0) && !truth.ambiguous;
    ++counts.prescribers;
    counts.withTeam += !truth.right.isEmpty();
    counts.first += isRight(0);
    counts.firstThree += isRight(0) || isRight(1) || isRight(2);
    counts.patients += truth.right.isEmpty() ? 0 : truth.patients;
    counts.automatic += set.automatic;
    counts.right += right;
    counts.community += set.automatic && truth.kind == "community"_L1;
    counts.patientsRight += right ? truth.patients : 0;
}

QString row(const QString &name, const MatchingCounts &counts)
{
    const auto cell = [](qint64 number) { return QString::number(number).rightJustified(9); };
    return name.leftJustified(26) + cell(counts.prescribers) + cell(counts.withTeam) +
           percent(share(counts.first, counts.withTeam)).rightJustified(9) + cell(counts.automatic) +
           cell(counts.automatic - counts.right) + percent(counts.coverage()).rightJustified(11) + u'\n';
}

} // namespace

double MatchingCounts::precision() const
{
    return share(right, automatic);
}

double MatchingCounts::coverage() const
{
    return share(right, withTeam);
}

double MatchingCounts::patientCoverage() const
{
    return share(patientsRight, patients);
}

void MatchingCheck::add(const CandidateSet &set, const Truth &truth)
{
    count(m_all, set, truth);
    count(m_parts[u"kind "_s + truth.kind], set, truth);
    for (const QString &trap : truth.trap.split(u'+', Qt::SkipEmptyParts))
        count(m_parts[u"trap "_s + trap], set, truth);
    const double promised = set.candidates.isEmpty() ? 0 : set.candidates.constFirst().probability;
    const bool right =
        !set.candidates.isEmpty() && truth.right.contains(set.candidates.constFirst().careTeam.value);
    m_cases.append({1, promised, right, set.automatic});
}

Interval MatchingCheck::precisionInterval() const
{
    return exactInterval(double(m_all.right), double(m_all.automatic));
}

Calibration MatchingCheck::calibration() const
{
    return calibrationOf(m_cases, {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1});
}

QString MatchingCheck::summary() const
{
    const Interval interval = precisionInterval();
    const Calibration calibration = this->calibration();
    const QStringList lines{
        Texts::tr("precision    %1 %: %2 of %3 automatic links are right (%4 to %5 % with 95 % certainty)")
            .arg(percent(m_all.precision(), 2))
            .arg(m_all.right)
            .arg(m_all.automatic)
            .arg(percent(interval.low, 2), percent(interval.high, 2)),
        Texts::tr("coverage     %1 % of the %2 prescribers with a care team, %3 % of their patients")
            .arg(percent(m_all.coverage()))
            .arg(m_all.withTeam)
            .arg(percent(m_all.patientCoverage())),
        Texts::tr("right first  %1 %, in the first three %2 %")
            .arg(percent(share(m_all.first, m_all.withTeam)),
                 percent(share(m_all.firstThree, m_all.withTeam))),
        Texts::tr("community    %1 of %2 community care prescribers linked")
            .arg(m_all.community)
            .arg(m_parts.value(u"kind community"_s).prescribers),
        Texts::tr("calibration  ECE %1, Brier %2")
            .arg(QString::number(calibration.error, 'f', 4), QString::number(calibration.brier, 'f', 4)),
    };
    return lines.join(u'\n') + u'\n';
}

QString MatchingCheck::table() const
{
    QString text = u"part                      prescrib.    teams  first %automatic    wrong  covered %\n"_s;
    for (auto it = m_parts.cbegin(); it != m_parts.cend(); ++it)
        text += row(it.key(), *it);
    return text;
}

} // namespace renewal::correlation
