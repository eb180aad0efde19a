// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_correlation [--names] [--weights FILE] [--learn FILE] DIR...: matches region directories that have a
// truth.csv, pooled, and prints how many links were made without a person, how many of them are right, how
// well the probabilities are calibrated, what each kind of prescriber and trap came to, time and memory.
// --names matches by names alone; --learn first learns the weights from the regions (truth is not looked
// at) and writes them to FILE.
#include "app/operations/matchingtables.h"
#include "models/correlation/learnweights.h"
#include "tests/benchmarks/regionfiles.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <sys/resource.h>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

constexpr int bins = 10;

struct Counts
{
    qint64 prescribers = 0, withTeam = 0, first = 0, firstThree = 0, automatic = 0, right = 0, community = 0;
    double squares = 0;                                    ///< of the Brier score of the first candidate
    std::array<std::array<double, 3>, bins> reliability{}; ///< prescribers, promised, right
};

double percent(double part, double whole)
{
    return whole > 0 ? 100.0 * part / whole : 0.0;
}

/// Lower bound of the share at 95 %: Wilson 1927.
double wilsonLower(double right, double all)
{
    if (all == 0)
        return 0;
    const double z = 1.96;
    const double p = right / all;
    const double middle = p + z * z / (2 * all);
    const double spread = z * std::sqrt(p * (1 - p) / all + z * z / (4 * all * all));
    return (middle - spread) / (1 + z * z / all);
}

void count(Counts &counts, const CandidateSet &set, const Truth &truth)
{
    ++counts.prescribers;
    counts.withTeam += !truth.right.isEmpty();
    const auto isRight = [&](qsizetype i) {
        return i < set.candidates.size() && truth.right.contains(set.candidates.at(i).careTeam.value);
    };
    counts.first += isRight(0);
    counts.firstThree += isRight(0) || isRight(1) || isRight(2);
    const double promised = set.candidates.isEmpty() ? 0 : set.candidates.constFirst().probability;
    counts.squares += std::pow(promised - (isRight(0) ? 1 : 0), 2);
    auto &bin = counts.reliability[size_t(std::min(bins - 1, int(promised * bins)))];
    bin[0] += 1;
    bin[1] += promised;
    bin[2] += isRight(0) ? 1 : 0;
    if (!set.automatic)
        return;
    ++counts.automatic;
    counts.right += isRight(0) && !truth.ambiguous;
    counts.community += truth.kind == "community"_L1;
}

double calibrationError(const Counts &counts)
{
    double error = 0;
    for (const auto &bin : counts.reliability)
        error += std::abs(bin[1] - bin[2]);
    return error / double(std::max<qint64>(1, counts.prescribers));
}

void print(QTextStream &out, const QString &name, const Counts &counts)
{
    out << name.leftJustified(26) << QString::number(counts.prescribers).rightJustified(8)
        << QString::number(counts.withTeam).rightJustified(8)
        << QString::number(percent(counts.first, counts.withTeam), 'f', 1).rightJustified(9)
        << QString::number(counts.automatic).rightJustified(8)
        << QString::number(counts.automatic - counts.right).rightJustified(7)
        << QString::number(percent(counts.right, counts.withTeam), 'f', 1).rightJustified(10) << '\n';
}

void printAll(QTextStream &out, const Counts &all, const QMap<QString, Counts> &parts)
{
    const double automatic = double(all.automatic);
    out << "right first " << percent(all.first, all.withTeam) << " %, in the first three "
        << percent(all.firstThree, all.withTeam) << " % of " << all.withTeam << " with a team\n"
        << "linked without a person " << all.automatic << ", right " << percent(all.right, automatic)
        << " % (at least " << 100 * wilsonLower(double(all.right), automatic) << " % at 95 %)\n"
        << "coverage " << percent(all.right, all.withTeam) << " %, community care linked " << all.community
        << "\ncalibration: ECE " << calibrationError(all) << ", Brier "
        << all.squares / double(std::max<qint64>(1, all.prescribers)) << "\n\n"
        << "part                      persons   teams  first %    auto  wrong  covered %\n";
    for (auto it = parts.cbegin(); it != parts.cend(); ++it)
        print(out, it.key(), *it);
    out << "\npromised      right   prescribers\n";
    for (const auto &bin : all.reliability) {
        if (bin[0] > 0)
            out << QString::number(bin[1] / bin[0], 'f', 3).leftJustified(12)
                << QString::number(bin[2] / bin[0], 'f', 3).rightJustified(7)
                << QString::number(bin[0]).rightJustified(14) << '\n';
    }
}

Result<Weights> learn(const QVector<Region> &regions, const Lexicon &lexicon, QTextStream &out)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<StationEvidence>> kept;
    QVector<LearningStation> stations;
    for (const Region &region : regions) {
        for (const StationInput &station : region.stations) {
            kept.push_back(std::make_unique<StationEvidence>(station, lexicon));
            stations.append({&station, kept.back().get()});
        }
    }
    qsizetype named = 0;
    const QVector<Anchor> anchors = anchorsOf(stations);
    for (const Anchor &anchor : anchors)
        named += anchor.team.has_value();
    Weights weights = learnWeights(stations, u"evidence-1"_s);
    out << "learnt from " << named << " named and " << anchors.size() - named << " without a team in "
        << timer.elapsed() << " ms\n";
    return weights;
}

Result<Weights> readWeights(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, file.errorString());
    return Weights::fromJson(file.readAll());
}

Result<std::unique_ptr<Engine>> engineFor(const QCommandLineParser &line, const QVector<Region> &regions,
                                          QTextStream &out)
{
    if (line.isSet(u"names"_s))
        return std::unique_ptr<Engine>(std::make_unique<SurnameEngine>());
    const auto lexicon = operations::loadLexicon();
    if (!lexicon)
        return failure(lexicon.error());
    if (!line.isSet(u"learn"_s) && !line.isSet(u"weights"_s)) {
        const auto shipped = operations::loadEngine();
        if (!shipped)
            return failure(shipped.error());
        return std::unique_ptr<Engine>(std::make_unique<EvidenceEngine>(*shipped));
    }
    const auto weights =
        line.isSet(u"learn"_s) ? learn(regions, *lexicon, out) : readWeights(line.value(u"weights"_s));
    if (!weights)
        return failure(weights.error());
    QFile file(line.value(u"learn"_s));
    if (line.isSet(u"learn"_s) && file.open(QIODevice::WriteOnly))
        file.write(weights->toJson());
    return std::unique_ptr<Engine>(std::make_unique<EvidenceEngine>(*lexicon, *weights));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    QCommandLineParser line;
    line.addOptions({{u"names"_s, u"By names alone."_s},
                     {u"weights"_s, u"Weights to match with."_s, u"FILE"_s},
                     {u"learn"_s, u"Learn the weights and write them."_s, u"FILE"_s}});
    line.addPositionalArgument(u"DIR"_s, u"Regions."_s);
    line.process(app);
    QVector<Region> regions;
    for (const QString &directory : line.positionalArguments())
        regions.append(readRegion(directory));
    const auto engine = engineFor(line, regions, out);
    if (!engine) {
        out << engine.error().text << '\n';
        return 1;
    }
    Counts all;
    QMap<QString, Counts> parts;
    qint64 elapsed = 0;
    for (const Region &region : std::as_const(regions)) {
        for (const StationInput &station : region.stations) {
            QElapsedTimer timer;
            timer.start();
            const QVector<CandidateSet> sets = (*engine)->match(station);
            elapsed += timer.nsecsElapsed();
            for (const CandidateSet &set : sets) {
                const Truth truth = region.truth.value(set.prescriberId.value);
                count(all, set, truth);
                count(parts[u"kind "_s + truth.kind], set, truth);
                if (!truth.trap.isEmpty())
                    count(parts[u"trap "_s + truth.trap], set, truth);
            }
        }
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    out << "engine " << (*engine)->version() << ", " << regions.size() << " regions\n";
    printAll(out, all, parts);
    out << "\ntime " << double(elapsed / 1000) / 1000.0 << " ms, memory at most " << usage.ru_maxrss / 1024
        << " MB\n";
    return 0;
}
