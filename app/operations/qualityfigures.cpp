// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/qualityfigures.h"

#include "app/operations/matchingthreshold.h"
#include "app/store/connection.h"
#include "app/store/reviewrepository.h"
#include "app/store/transaction.h"

#include <QSet>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using correlation::ReviewedCase;

template <class Fits>
QVector<ReviewedCase> QualityFigures::figures(Fits fits) const
{
    QVector<ReviewedCase> found;
    for (const Judged &one : m_judged) {
        if (fits(one))
            found.append(one.figure);
    }
    return found;
}

Done QualityFigures::load(const Scope &scope)
{
    store::ReviewRepository reviews(m_connection);
    const auto samples = reviews.samples();
    if (!samples)
        return failure(samples.error());
    m_samples = *samples;
    const auto all = reviews.cases();
    if (!all)
        return failure(all.error());
    const auto populations = reviews.populations();
    if (!populations)
        return failure(populations.error());
    const auto counts = store::ThresholdRepository(m_connection).counts(scope);
    if (!counts)
        return failure(counts.error());
    m_counts = *counts;
    const auto threshold = MatchingThresholds(m_connection).policy();
    if (!threshold)
        return failure(threshold.error());
    m_threshold = threshold->probability;
    weigh(*all, *populations, scope);
    return ok();
}

/// Each judged case stands for its part of its stratum; pooled samples share the whole among them.
void QualityFigures::weigh(const QVector<ReviewCase> &all,
                           const QMap<std::pair<qint64, int>, qint64> &populations, const Scope &scope)
{
    QMap<std::pair<qint64, int>, qint64> judged;
    QMap<qint64, QString> rules;
    for (const ReviewSample &sample : std::as_const(m_samples))
        rules.insert(sample.id, sample.engineVersion);
    const QString present = m_samples.isEmpty() ? QString() : m_samples.constFirst().engineVersion;
    QSet<qint64> pooled;
    for (const ReviewCase &one : all) {
        m_open[one.sample] += one.verdict ? 0 : 1;
        if (!one.isRight())
            continue;
        ++judged[{one.sample, one.stratum}];
        if (rules.value(one.sample) == present)
            pooled.insert(one.sample);
    }
    for (const ReviewCase &one : all) {
        const auto right = one.isRight();
        const bool fits = (scope.parentStation.isEmpty() || scope.parentStation == one.parentStation) &&
                          (scope.ehr.isEmpty() || scope.ehr == one.ehr);
        if (!right || !fits)
            continue;
        const std::pair<qint64, int> stratum{one.sample, one.stratum};
        const bool isPresent = pooled.contains(one.sample);
        const double weight = double(populations.value(stratum)) / double(judged.value(stratum)) /
                              (isPresent ? double(pooled.size()) : 1);
        m_judged.append({one, {weight, one.probability, *right, one.automatic}, isPresent});
    }
}

/// What a threshold decides about: links, and suggestions that it keeps back. One that is surer than the
/// threshold was kept back by something else, and would be by any other.
QVector<ReviewedCase> QualityFigures::linkable() const
{
    return figures([this](const Judged &one) {
        return one.isPresent && (one.figure.automatic || one.figure.probability < m_threshold);
    });
}

double QualityFigures::withTeam() const
{
    double sum = 0;
    for (const store::LinkCounts &one : m_counts)
        sum += one.withTeam;
    return sum;
}

QVector<QualityPart> QualityFigures::parts(QString store::LinkCounts::*ofCounts,
                                           QString ReviewCase::*ofCase) const
{
    QMap<QString, QualityPart> parts;
    for (const store::LinkCounts &one : m_counts) {
        QualityPart &part = parts[one.*ofCounts];
        part.key = one.*ofCounts;
        part.links += one.links;
        part.prescribers += one.prescribers;
    }
    for (QualityPart &part : parts) {
        part.precision = correlation::estimatedShare(figures([&](const Judged &one) {
            return one.isPresent && one.figure.automatic && one.review.*ofCase == part.key;
        }));
    }
    return parts.values();
}

QVector<QualityPart> QualityFigures::months() const
{
    const auto monthOf = [](const Judged &one) { return one.review.linkedAt.toUTC().toString(u"yyyy-MM"_s); };
    QMap<QString, QualityPart> parts;
    for (const Judged &one : m_judged) {
        if (one.figure.automatic && one.review.linkedAt.isValid())
            parts[monthOf(one)].key = monthOf(one);
    }
    for (QualityPart &part : parts) {
        part.precision = correlation::estimatedShare(
            figures([&](const Judged &one) { return one.figure.automatic && monthOf(one) == part.key; }));
    }
    return parts.values();
}

Result<QualityReport> QualityFigures::report(const Scope &scope)
{
    auto transaction = store::Transaction::begin(m_connection, store::Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    if (const Done done = load(scope); !done)
        return failure(done.error());
    QualityReport report;
    if (!m_samples.isEmpty()) {
        const ReviewSample &newest = m_samples.constFirst();
        report.sample = newest.id;
        report.drawnAt = newest.drawnAt;
        report.drawnBy = newest.drawnBy;
        report.engineVersion = newest.engineVersion;
        report.drawn = newest.drawn;
        report.open = m_open.value(newest.id);
    }
    const auto linked = figures([](const Judged &one) { return one.isPresent && one.figure.automatic; });
    const auto all = figures([](const Judged &one) { return one.isPresent; });
    report.precision = correlation::estimatedShare(linked);
    report.stations = parts(&store::LinkCounts::parentStation, &ReviewCase::parentStation);
    report.systems = parts(&store::LinkCounts::ehr, &ReviewCase::ehr);
    report.months = months();
    double links = 0;
    for (const QualityPart &system : std::as_const(report.systems))
        links += double(system.links);
    const double reach = withTeam() > 0 ? links / withTeam() : 0;
    report.coverage = std::min(1.0, reach * report.precision.estimate);
    report.coverageInterval = {std::min(1.0, reach * report.precision.interval.low),
                               std::min(1.0, reach * report.precision.interval.high)};
    const correlation::Calibration calibration = correlation::calibrationOf(all);
    report.calibration = calibration.bins;
    report.calibrationError = calibration.error;
    report.brier = calibration.brier;
    report.thresholds = correlation::thresholdCurve(linkable(), withTeam());
    return report;
}

Result<ThresholdPoint> QualityFigures::atThreshold(double threshold)
{
    if (const Done done = load({}); !done)
        return failure(done.error());
    return correlation::atThreshold(linkable(), threshold, withTeam());
}

} // namespace renewal::operations
