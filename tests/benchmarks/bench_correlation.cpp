// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_correlation [--names] [--weights FILE] [--learn FILE] [--decisions N] [--threshold P] [--threads N]
// DIR...
//
// Matches region directories that have a truth.csv, pooled, and prints how many links were made without a
// person, how many of them are right, how well the probabilities are calibrated, what each kind of prescriber
// and trap came to, why a person is asked, time and memory. --names matches by names alone; --learn first
// learns the weights from the regions (truth is not looked at) and writes them to FILE; --decisions lets
// staff decide rightly about N prescribers that matching asks about, learns from them, and leaves them out.
#include "app/operations/matchingtables.h"
#include "models/correlation/learnweights.h"
#include "models/correlation/worthasking.h"
#include "tests/benchmarks/regionfiles.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTextStream>
#include <QThreadPool>
#include <QtConcurrent>

#include <memory>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

/// Prescribers whom a person is asked about, for one reason.
struct Asked
{
    qint64 prescribers = 0;
    qint64 right = 0; ///< the first candidate would have been
};

void countAsked(QMap<QString, Asked> &asked, const CandidateSet &set, const Truth &truth)
{
    if (set.automatic)
        return;
    QString reason = set.explanation;
    reason.remove(QRegularExpression(u"[0-9.]+ ?%? ?"_s));
    Asked &counts = asked[reason];
    ++counts.prescribers;
    counts.right +=
        !set.candidates.isEmpty() && truth.right.contains(set.candidates.constFirst().careTeam.value);
}

void print(QTextStream &out, const QMap<QString, Asked> &asked)
{
    out << "\nasked  first right  because\n";
    for (auto it = asked.cbegin(); it != asked.cend(); ++it)
        out << QString::number(it->prescribers).rightJustified(5)
            << QString::number(it->right).rightJustified(13) << "  " << it.key() << '\n';
}

void print(QTextStream &out, const Calibration &calibration)
{
    out << "\npromised      right   prescribers\n";
    for (const CalibrationBin &bin : calibration.bins)
        out << QString::number(bin.predicted, 'f', 3).leftJustified(12)
            << QString::number(bin.found.estimate, 'f', 3).rightJustified(7)
            << QString::number(bin.found.reviewed).rightJustified(14) << '\n';
}

Weights learn(const QVector<Region> &regions, const Lexicon &lexicon, QTextStream &out)
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
    const Weights weights = learnWeights(stations, u"evidence-1"_s);
    out << "learnt from " << anchorsOf(stations).size() << " settled cases and "
        << decisionsOf(stations).size() << " decisions in " << timer.elapsed() << " ms\n";
    return weights;
}

/// The staff of made-up regions know what is right: they decide about the cases that matching asks about.
void decide(QVector<Region> &regions, const Engine &engine, int count)
{
    for (Region &region : regions) {
        QVector<CandidateSet> sets;
        for (const StationInput &station : std::as_const(region.stations))
            sets += engine.match(station);
        const auto asked = worthAsking(sets, count / int(regions.size()));
        const QSet<PrescriberId> chosen(asked.cbegin(), asked.cend());
        for (StationInput &station : region.stations) {
            for (quint32 row = 0; row < quint32(station.prescribers.size()); ++row) {
                const PrescriberId id = station.prescribers.at(row).id;
                if (!chosen.contains(id))
                    continue;
                StaffDecision decision{row, {}};
                for (quint32 team = 0; team < quint32(station.careTeams.size()) && !decision.team; ++team) {
                    if (region.truth.value(id.value).right.contains(
                            station.careTeams.at(team).triageTeamId.value))
                        decision.team = team;
                }
                station.decided.append(decision);
            }
        }
    }
}

Result<Weights> weightsFor(const QCommandLineParser &line, const QVector<Region> &regions,
                           const Lexicon &lexicon, QTextStream &out)
{
    if (line.isSet(u"learn"_s)) {
        const Weights weights = learn(regions, lexicon, out);
        QFile file(line.value(u"learn"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(weights.toJson());
        return weights;
    }
    if (!line.isSet(u"weights"_s))
        return operations::loadWeights();
    QFile file(line.value(u"weights"_s));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, file.errorString());
    return Weights::fromJson(file.readAll());
}

Result<std::unique_ptr<Engine>> engineFor(const QCommandLineParser &line, QVector<Region> &regions,
                                          QTextStream &out)
{
    if (line.isSet(u"names"_s))
        return std::unique_ptr<Engine>(std::make_unique<SurnameEngine>());
    const auto lexicon = operations::loadLexicon();
    if (!lexicon)
        return failure(lexicon.error());
    auto weights = weightsFor(line, regions, *lexicon, out);
    if (!weights)
        return failure(weights.error());
    Policy policy;
    if (line.isSet(u"threshold"_s))
        policy.probability = line.value(u"threshold"_s).toDouble();
    if (const int count = line.value(u"decisions"_s).toInt(); count > 0) {
        decide(regions, EvidenceEngine(*lexicon, *weights, policy), count);
        weights = learn(regions, *lexicon, out);
    }
    return std::unique_ptr<Engine>(std::make_unique<EvidenceEngine>(*lexicon, *weights, policy));
}

/// The most memory held since the last call, in MB.
qint64 peakSinceLast()
{
    qint64 peak = 0;
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                peak = line.mid(6).trimmed().split(' ').constFirst().toLongLong() / 1024;
        }
    }
    QFile reset(u"/proc/self/clear_refs"_s);
    if (reset.open(QIODevice::WriteOnly))
        reset.write("5");
    return peak;
}

/// Whom staff decided about is not matching's merit.
void compare(const Region &region, const StationInput &station, const QVector<CandidateSet> &sets,
             MatchingCheck &check, QMap<QString, Asked> &asked)
{
    QSet<PrescriberId> decided;
    for (const StaffDecision &decision : station.decided)
        decided.insert(station.prescribers.at(decision.prescriber).id);
    for (const CandidateSet &set : sets) {
        if (decided.contains(set.prescriberId))
            continue;
        const Truth truth = region.truth.value(set.prescriberId.value);
        check.add(set, truth);
        countAsked(asked, set, truth);
    }
}

void run(const QVector<Region> &regions, const Engine &engine, int threads, QTextStream &out)
{
    using Station = std::pair<const Region *, const StationInput *>;
    QVector<Station> stations;
    for (const Region &region : regions) {
        for (const StationInput &station : region.stations)
            stations.append({&region, &station});
    }
    const qint64 loaded = peakSinceLast();
    QThreadPool pool;
    pool.setMaxThreadCount(threads);
    QElapsedTimer timer;
    timer.start();
    const auto sets = QtConcurrent::blockingMapped<QVector<QVector<CandidateSet>>>(
        &pool, stations,
        std::function<QVector<CandidateSet>(const Station &)>(
            [&engine](const Station &station) { return engine.match(*station.second); }));
    const double elapsed = double(timer.nsecsElapsed() / 1000) / 1000.0;
    const qint64 matched = peakSinceLast();
    MatchingCheck result;
    QMap<QString, Asked> asked;
    for (qsizetype i = 0; i < stations.size(); ++i)
        compare(*stations.at(i).first, *stations.at(i).second, sets.at(i), result, asked);
    out << "engine " << engine.version() << ", " << regions.size() << " regions, " << stations.size()
        << " stations\n"
        << result.summary() << '\n'
        << result.table();
    print(out, asked);
    print(out, result.calibration());
    out << "\ntime " << elapsed << " ms with " << threads << " threads; memory at most " << loaded
        << " MB while reading, " << matched << " MB while matching (with what was read)\n";
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    QCommandLineParser line;
    line.addOptions({{u"names"_s, u"By names alone."_s},
                     {u"weights"_s, u"Weights to match with."_s, u"FILE"_s},
                     {u"learn"_s, u"Learn the weights and write them."_s, u"FILE"_s},
                     {u"decisions"_s, u"Let staff decide about so many."_s, u"N"_s},
                     {u"threads"_s, u"Match so many stations at once."_s, u"N"_s, u"1"_s},
                     {u"threshold"_s, u"Link alone from this probability on."_s, u"P"_s}});
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
    run(regions, **engine, std::max(1, line.value(u"threads"_s).toInt()), out);
    return 0;
}
