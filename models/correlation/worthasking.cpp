// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/worthasking.h"

#include <algorithm>

namespace renewal::correlation {

namespace {

struct Open
{
    quint64 draw = 0;
    PrescriberId id;
};

/// Mixes the bits of an id (the finaliser of SplitMix64, Steele et al. 2014): an order without meaning that
/// is the same each time.
quint64 mixed(qint64 id)
{
    quint64 bits = quint64(id) + 0x9e3779b97f4a7c15ULL;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31);
}

} // namespace

QVector<PrescriberId> worthAsking(const QVector<CandidateSet> &sets, int count)
{
    QVector<Open> open;
    for (const CandidateSet &set : sets) {
        if (!set.automatic && !set.candidates.isEmpty())
            open.append({mixed(set.prescriberId.value), set.prescriberId});
    }
    std::ranges::sort(open, {}, &Open::draw);
    open.resize(std::clamp<qsizetype>(count, 0, open.size()));
    QVector<PrescriberId> chosen;
    for (const Open &one : std::as_const(open))
        chosen.append(one.id);
    return chosen;
}

} // namespace renewal::correlation
