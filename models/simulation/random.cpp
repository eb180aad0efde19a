// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/random.h"

namespace renewal::simulation {

namespace {
quint64 splitMix(quint64 &state)
{
    state += 0x9E3779B97F4A7C15ULL;
    quint64 z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

quint64 rotatedLeft(quint64 value, int bits)
{
    return (value << bits) | (value >> (64 - bits));
}
} // namespace

Random::Random(quint64 seed, Purpose purpose, quint64 index)
{
    quint64 state = seed;
    state = splitMix(state) ^ quint64(purpose);
    state = splitMix(state) ^ index;
    for (quint64 &word : m_state)
        word = splitMix(state);
}

quint64 Random::next()
{
    const quint64 result = rotatedLeft(m_state[1] * 5, 7) * 9;
    const quint64 shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = rotatedLeft(m_state[3], 45);
    return result;
}

int Random::below(int n)
{
    if (n < 2)
        return 0;
    return int(((next() >> 32) * quint64(n)) >> 32);
}

quint64 scrambled(quint64 value, quint64 modulus, quint64 seed)
{
    // A multiplier prime to 2, 3 and 5 makes value -> value * m + offset a permutation. Values and
    // multipliers stay below 1e9, so the product fits.
    static constexpr quint64 multipliers[] = {618'033'989, 381'966'011, 414'213'563,
                                              732'050'807, 236'067'977, 645'751'313};
    quint64 state = seed;
    const quint64 offset = splitMix(state) % modulus;
    const quint64 multiplier = multipliers[splitMix(state) % std::size(multipliers)];
    return ((value % modulus) * multiplier + offset) % modulus;
}

} // namespace renewal::simulation
