// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <iterator>

namespace renewal::simulation {

/// Random numbers that are the same on every machine and with every library: xoshiro256** in whole numbers,
/// seeded through SplitMix64. No floating point and no std distribution, whose results differ by library.
///
/// Every station and every patient draws from a stream of its own, so that adding one draw in one place does
/// not change all the others. Draw once a statement: the order within one is the compiler's choice.
class Random
{
public:
    /// What a stream is for; with the seed and an index it names the stream.
    enum class Purpose : quint32
    {
        Region = 1,
        Station,
        Patient,
        Renewals,
        RenewalShare,
        Metrics,
    };

    Random(quint64 seed, Purpose purpose, quint64 index = 0);

    quint64 next();
    /// 0 to n - 1; 0 when n is below 2.
    int below(int n);
    /// low to high, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    /// True in `perMille` of 1,000 cases.
    bool chance(int perMille) { return below(1000) < perMille; }
    /// One element of a container that is not empty.
    template <class Container>
    const auto &pick(const Container &container)
    {
        return container[below(int(std::size(container)))];
    }
    /// Fisher and Yates.
    template <class Container>
    void shuffle(Container &container)
    {
        for (int i = int(std::size(container)) - 1; i > 0; --i)
            qSwap(container[i], container[below(i + 1)]);
    }

private:
    quint64 m_state[4];
};

/// A one-to-one scramble of 0..modulus-1, so that opaque numbers are unique without remembering them.
/// `modulus` is at most 1e9 and has no other prime factors than 2, 3 and 5.
quint64 scrambled(quint64 value, quint64 modulus, quint64 seed);

} // namespace renewal::simulation
