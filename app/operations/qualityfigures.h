// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/thresholdrepository.h"
#include "models/base/result.h"
#include "models/correlation/reviewstatistics.h"
#include "models/domain/qualityreport.h"
#include "models/domain/review.h"
#include "models/gateway/page.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// What the reviewed samples say about matching. Samples of the present rules of matching are pooled; only
/// the figures by month look at those of older rules too. Lives on the connection's thread; cheap to make.
class QualityFigures
{
public:
    explicit QualityFigures(store::Connection &connection)
        : m_connection(connection)
    {
    }

    Result<QualityReport> report(const Scope &scope);
    Result<ThresholdPoint> atThreshold(double threshold);

private:
    /// A case with a verdict, and how many it stands for.
    struct Judged
    {
        ReviewCase review;
        correlation::ReviewedCase figure;
        bool isPresent = false; ///< of the present rules of matching
    };

    Done load(const Scope &scope);
    void weigh(const QVector<ReviewCase> &all, const QMap<std::pair<qint64, int>, qint64> &populations,
               const Scope &scope);
    template <class Fits>
    QVector<correlation::ReviewedCase> figures(Fits fits) const;
    QVector<QualityPart> parts(QString store::LinkCounts::*ofCounts, QString ReviewCase::*ofCase) const;
    QVector<QualityPart> months() const;
    QVector<correlation::ReviewedCase> linkable() const;
    double withTeam() const;

    store::Connection &m_connection;
    QVector<ReviewSample> m_samples; ///< newest first
    QVector<Judged> m_judged;
    QVector<store::LinkCounts> m_counts;
    QMap<qint64, qint64> m_open; ///< by sample
    double m_threshold = 0;      ///< that holds now
};

} // namespace renewal::operations
