// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/reviewdraw.h"

#include "models/correlation/reviewstatistics.h"

#include <algorithm>
#include <cmath>

namespace renewal::correlation {

namespace {
constexpr double leastError = 0.002; ///< nobody is surer than this, however sure matching is
constexpr double partOfSuggested = 0.25;

/// A number that depends on seed and prescriber alone: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
quint64 ticket(quint64 seed, PrescriberId id)
{
    quint64 z = seed + quint64(id.value) * 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

struct Kind
{
    QVector<ReviewStratum> strata;
    QVector<double> wish; ///< in proportion to this
    qint64 population = 0;
};

Kind kindOf(const QVector<ReviewFrameRow> &frame, bool automatic, quint64 seed)
{
    Kind kind;
    const QVector<double> &bounds = probabilityBounds();
    for (qsizetype i = 0; i + 1 < bounds.size(); ++i) {
        const bool isLast = i + 2 == bounds.size();
        ReviewStratum stratum{bounds.at(i), bounds.at(i + 1), automatic, 0, {}};
        double sum = 0;
        for (const ReviewFrameRow &row : frame) {
            if (row.automatic != automatic || row.probability < stratum.low ||
                (!isLast && row.probability >= stratum.high))
                continue;
            stratum.drawn.append(row.prescriber);
            sum += row.probability;
        }
        if (stratum.drawn.isEmpty())
            continue;
        std::ranges::sort(stratum.drawn, [seed](PrescriberId one, PrescriberId other) {
            return std::pair(ticket(seed, one), one.value) < std::pair(ticket(seed, other), other.value);
        });
        stratum.population = stratum.drawn.size();
        const double population = double(stratum.population);
        const double share = std::clamp(sum / population, 0.5, 1 - leastError);
        kind.wish.append(population * std::sqrt(share * (1 - share)));
        kind.population += stratum.population;
        kind.strata.append(stratum);
    }
    return kind;
}

/// Cuts each stratum to its part of `size`: one each, then always to the one that is farthest behind.
void share(Kind &kind, qint64 size)
{
    QVector<qint64> sizes(kind.strata.size(), 0);
    for (qint64 given = 0; given < std::min(size, kind.population); ++given) {
        qsizetype next = -1;
        double most = -1;
        for (qsizetype i = 0; i < sizes.size(); ++i) {
            const bool isFull = sizes.at(i) == kind.strata.at(i).population;
            const double behind =
                sizes.at(i) == 0 ? 1e12 + kind.wish.at(i) : kind.wish.at(i) / double(sizes.at(i) + 1);
            if (!isFull && behind > most) {
                most = behind;
                next = i;
            }
        }
        ++sizes[next];
    }
    for (qsizetype i = 0; i < sizes.size(); ++i)
        kind.strata[i].drawn.resize(sizes.at(i));
}
} // namespace

QVector<ReviewStratum> drawReview(const QVector<ReviewFrameRow> &frame, int size, quint64 seed)
{
    Kind linked = kindOf(frame, true, seed);
    Kind suggested = kindOf(frame, false, seed);
    const qint64 ofSuggested = std::min<qint64>(suggested.population, std::llround(size * partOfSuggested));
    const qint64 ofLinked = std::min<qint64>(linked.population, size - ofSuggested);
    share(linked, ofLinked);
    share(suggested, size - ofLinked);
    return linked.strata + suggested.strata;
}

} // namespace renewal::correlation
