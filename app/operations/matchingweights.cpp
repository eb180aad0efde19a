// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/matchingweights.h"

#include "app/operations/matchingtables.h"
#include "app/store/auditrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/stationrepository.h"
#include "app/store/transaction.h"
#include "app/store/weightsrepository.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <memory>
#include <vector>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using correlation::StationEvidence;
using correlation::StationInput;
using correlation::Weights;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MatchingWeights)
};

/// What is read takes most of the time; the rest of the progress is the learning itself.
constexpr double readingPart = 0.5;

/// Everything to learn from, station by station in ascending order.
struct Material
{
    std::vector<std::unique_ptr<StationInput>> inputs;
    std::vector<std::unique_ptr<StationEvidence>> evidence;
    QVector<correlation::LearningStation> stations;
};

bool hasPatients(const StationInput &input)
{
    return !input.prescribed.isEmpty() && !input.associated.isEmpty();
}

Error cancelled()
{
    return {ErrorCode::Cancelled, Texts::tr("Learning was stopped; matching goes on as before."), {}};
}

Result<Material> readAll(store::Connection &connection, const MatchingWeights::Progress &progress)
{
    const auto names = store::StationRepository(connection).parentsWithPrescribers();
    if (!names)
        return failure(names.error());
    const auto lexicon = loadLexicon();
    if (!lexicon)
        return failure(lexicon.error());
    Material material;
    for (qsizetype i = 0; i < names->size(); ++i) {
        const double part = readingPart * double(i) / double(names->size());
        if (progress && !progress(part, Texts::tr("Reading station %1.").arg(names->at(i))))
            return failure(cancelled());
        auto input = store::CorrelationRepository(connection).stationInput(names->at(i));
        if (!input)
            return failure(input.error());
        if (!hasPatients(*input))
            continue;
        material.inputs.push_back(std::make_unique<StationInput>(std::move(*input)));
        material.evidence.push_back(std::make_unique<StationEvidence>(*material.inputs.back(), *lexicon));
        material.stations.append({material.inputs.back().get(), material.evidence.back().get()});
    }
    return material;
}

bool isEnough(const QVector<correlation::Anchor> &anchors, LeastToLearn least)
{
    const auto named =
        std::ranges::count_if(anchors, [](const auto &anchor) { return anchor.team.has_value(); });
    return named >= least.named && anchors.size() - named >= least.without;
}

QString compact(const QJsonObject &state)
{
    return QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact));
}

/// Equal but for the version.
bool isSame(Weights one, const Weights &other)
{
    one.version = other.version;
    return one.toJson() == other.toJson();
}
} // namespace

QString LearningReport::text() const
{
    if (version.isEmpty())
        return Texts::tr("There is too little to learn from (%1 settled cases); matching uses the weights "
                         "it came with.")
            .arg(anchors);
    return Texts::tr("Weights %1 were learnt from %2 settled cases and %3 decisions at %4 stations.")
        .arg(version)
        .arg(anchors)
        .arg(decisions)
        .arg(stations);
}

Result<Weights> MatchingWeights::weights()
{
    const auto stored = store::WeightsRepository(m_connection).newest();
    if (!stored)
        return failure(stored.error());
    return *stored ? Weights::fromJson((*stored)->document) : loadWeights();
}

Result<correlation::EvidenceEngine> MatchingWeights::engine(const correlation::Policy &policy)
{
    auto lexicon = loadLexicon();
    if (!lexicon)
        return failure(lexicon.error());
    auto present = weights();
    if (!present)
        return failure(present.error());
    return correlation::EvidenceEngine(std::move(*lexicon), std::move(*present), policy);
}

Result<bool> MatchingWeights::wantLearning() const
{
    const auto stored = store::WeightsRepository(m_connection).newest();
    if (!stored)
        return failure(stored.error());
    if (*stored)
        return false;
    const auto stations = store::StationRepository(m_connection).parentsWithPrescribers();
    if (!stations)
        return failure(stations.error());
    return stations->size() >= manyStations;
}

Result<LearningReport> MatchingWeights::learn(const QString &actor, const Clock &clock,
                                              const Progress &progress)
{
    const auto material = readAll(m_connection, progress);
    if (!material)
        return failure(material.error());
    if (progress && !progress(readingPart, Texts::tr("Learning from %n station(s).", nullptr,
                                                     int(material->stations.size()))))
        return failure(cancelled());
    const auto anchors = correlation::anchorsOf(material->stations);
    LearningReport report;
    report.stations = int(material->stations.size());
    report.anchors = anchors.size();
    report.decisions = correlation::decisionsOf(material->stations).size();
    if (!isEnough(anchors, m_least))
        return report;
    return store(report, correlation::learnWeights(material->stations, {}), actor, clock.now());
}

Result<LearningReport> MatchingWeights::store(LearningReport report, Weights learnt, const QString &actor,
                                              const QDateTime &now)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto shipped = loadWeights();
    const auto present = weights();
    const auto newest = store::WeightsRepository(m_connection).newest();
    if (!shipped || !present || !newest)
        return failure(!shipped ? shipped.error() : !present ? present.error() : newest.error());
    const qint64 number = *newest ? (*newest)->version + 1 : 1;
    if (isSame(learnt, *present)) {
        report.version = present->version;
        return report;
    }
    learnt.version = u"%1.%2"_s.arg(shipped->version).arg(number);
    report.version = learnt.version;
    const Done added =
        store::WeightsRepository(m_connection)
            .add({number, actor, now, report.stations, report.anchors, report.decisions, learnt.toJson()});
    if (!added)
        return failure(added.error());
    const QJsonObject state{{u"engineVersion"_s, report.version},
                            {u"stations"_s, report.stations},
                            {u"anchors"_s, report.anchors},
                            {u"decisions"_s, report.decisions}};
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    now,
                                    actor,
                                    u"matching.learnt"_s,
                                    u"matching/weights"_s,
                                    compact({{u"engineVersion"_s, present->version}}),
                                    compact(state),
                                    report.text(),
                                    {},
                                    {}});
    if (!entry)
        return failure(entry.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return report;
}

} // namespace renewal::operations
