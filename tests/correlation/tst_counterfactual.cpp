// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/counterfactual.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <cmath>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

/// What would have to be unknown for a candidate to be judged otherwise.
class TestCounterfactual : public QObject
{
    Q_OBJECT

private slots:
    void smallestSet_data();
    void smallestSet();
    void startingOddsStay();
    void noSuchCandidate();
    void nothingSmallerDoesIt_data();
    void nothingSmallerDoesIt();

private:
    /// A set whose probabilities follow from the bits: "none" weighs one, each candidate 2^bits.
    static CandidateSet weighed(const QVector<QVector<double>> &bitsOfEach)
    {
        CandidateSet set;
        double total = 1;
        for (const QVector<double> &bits : bitsOfEach) {
            Candidate candidate;
            double sum = 0;
            for (const double piece : bits) {
                candidate.evidence.append({u"piece"_s, piece, u"A fact."_s});
                sum += piece;
            }
            candidate.probability = std::exp2(sum);
            total += candidate.probability;
            set.candidates.append(candidate);
        }
        for (Candidate &candidate : set.candidates)
            candidate.probability /= total;
        set.noneProbability = 1 / total;
        return set;
    }
    /// The probability of the first candidate when the pieces of the mask are left out, from scratch.
    static double without(const QVector<QVector<double>> &bitsOfEach, quint32 mask)
    {
        QVector<QVector<double>> left = bitsOfEach;
        for (qsizetype i = 0; i < left[0].size(); ++i) {
            if (mask >> i & 1U)
                left[0][i] = 0;
        }
        return weighed(left).candidates[0].probability;
    }
};

void TestCounterfactual::smallestSet_data()
{
    QTest::addColumn<QVector<double>>("bits");
    QTest::addColumn<double>("bar");
    QTest::addColumn<QVector<qsizetype>>("pieces"); // none: nothing does it
    QTest::newRow("one piece carries it") << QVector<double>{-3, 1, 5} << 0.5 << QVector<qsizetype>{2};
    QTest::newRow("the heaviest two, heaviest first")
        << QVector<double>{2, 3, 2.5} << 0.9 << QVector<qsizetype>{1, 2};
    QTest::newRow("a lower bar takes more")
        << QVector<double>{2, 3, 2.5, -1} << 0.4 << QVector<qsizetype>{1, 2, 0};
    QTest::newRow("below: the piece against it goes")
        << QVector<double>{3, -5, -0.5} << 0.5 << QVector<qsizetype>{1};
    QTest::newRow("below: exactly at the bar is enough")
        << QVector<double>{1, -1, -1} << 0.5 << QVector<qsizetype>{1};
    QTest::newRow("at the bar it stands above, and falls")
        << QVector<double>{1, -1} << 0.5 << QVector<qsizetype>{0};
    QTest::newRow("nothing speaks for it, nothing against")
        << QVector<double>{0, 0} << 0.6 << QVector<qsizetype>{};
    QTest::newRow("all that speaks for it is not enough")
        << QVector<double>{1, 2} << 0.2 << QVector<qsizetype>{};
}

void TestCounterfactual::smallestSet()
{
    QFETCH(QVector<double>, bits);
    QFETCH(double, bar);
    QFETCH(QVector<qsizetype>, pieces);
    const CandidateSet set = weighed({bits});
    const auto found = counterfactual(set, 0, bar);
    QCOMPARE(found.has_value(), !pieces.isEmpty());
    if (found)
        QCOMPARE(found->pieces, pieces);
}

void TestCounterfactual::startingOddsStay()
{
    CandidateSet set = weighed({{-4, 6}});
    QCOMPARE(set.candidates[0].probability, 0.8);
    set.candidates[0].evidence[0].kind = u"prior"_s;
    const auto falls = counterfactual(set, 0, evenProbability);
    QVERIFY(falls);
    QCOMPARE(falls->pieces, QVector<qsizetype>{1});
    QCOMPARE(falls->probability, 1.0 / 17);
    set = weighed({{-4, 3}});
    set.candidates[0].evidence[0].kind = u"prior"_s;
    QVERIFY(!counterfactual(set, 0, evenProbability)); // better starting odds are no fact about this pair
}

void TestCounterfactual::noSuchCandidate()
{
    const CandidateSet set = weighed({{3}});
    QVERIFY(!counterfactual(set, 1, evenProbability)); // none of these
    QVERIFY(!counterfactual(set, -1, evenProbability));
    QVERIFY(!counterfactual({}, 0, evenProbability));
}

void TestCounterfactual::nothingSmallerDoesIt_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 200; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Against every set of pieces there is, weighed from scratch.
void TestCounterfactual::nothingSmallerDoesIt()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    QVector<QVector<double>> bits(1 + random.bounded(3));
    for (QVector<double> &one : bits) {
        const int pieces = 1 + random.bounded(8);
        for (int i = 0; i < pieces; ++i)
            one.append(std::round(random.generateDouble() * 140 - 60) / 10);
    }
    const double bar = 0.05 + 0.9 * random.generateDouble();
    const CandidateSet set = weighed(bits);
    const bool falls = set.candidates[0].probability >= bar;
    int least = 99;
    for (quint32 mask = 1; mask < 1U << bits[0].size(); ++mask) {
        if ((without(bits, mask) < bar) == falls)
            least = std::min(least, std::popcount(mask));
    }
    const auto found = counterfactual(set, 0, bar);
    QCOMPARE(found ? static_cast<int>(found->pieces.size()) : 99, least);
    if (!found)
        return;
    quint32 mask = 0;
    for (const qsizetype piece : found->pieces)
        mask |= 1U << piece;
    QVERIFY(std::abs(found->probability - without(bits, mask)) < 1e-9);
}

QTEST_APPLESS_MAIN(TestCounterfactual)
#include "tst_counterfactual.moc"
