// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/poolproposals.h"

#include "models/correlation/patientoverlap.h"
#include "models/correlation/teamreading.h"
#include "models/correlation/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {
constexpr double priorOfNone = 0.15;
constexpr double namedInCrosswalk = 12;
constexpr double otherInCrosswalk = -8;
constexpr double mostOfPatients = 10;
constexpr double leastOfPatients = -6;
constexpr double mostOfWord = 5;
constexpr double leastOfWord = 0.3;
constexpr double mostOfCare = 4;
constexpr double otherCare = -4;
constexpr double otherSpecialty = -3;
constexpr double otherTeam = -3;
constexpr double otherPerson = -2;
constexpr double hiddenPool = -4;
constexpr double strongFrom = 0.95;
constexpr double strongMargin = 8; ///< times as probable as the next one
constexpr double likelyFrom = 0.8;
constexpr double likelyMargin = 4;
constexpr double tieMargin = 2;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CutOver)
};

bool isColour(const ReadWord &word)
{
    return word.role == WordRole::Colour ||
           isIn(colours, word.folded); // "Green team" reads as a kind of care
}

bool tells(const ReadWord &word)
{
    const WordRole role = word.role;
    return isColour(word) || role == WordRole::TeamCode || role == WordRole::Surname ||
           role == WordRole::Given || role == WordRole::Place || role == WordRole::Unknown;
}

QSet<QString> wordsOf(const TeamReading &reading, bool (*wanted)(const ReadWord &))
{
    QSet<QString> words;
    for (const ReadWord &word : reading.words) {
        if (wanted(word))
            words.insert(word.folded);
    }
    return words;
}

/// In Oracle Health an asterisk hides a pool from patients; in VistA it means primary care.
bool isHidden(const CareTeam &pool)
{
    return pool.name.contains(u'*');
}

/// Colour or code: what tells the teams of one clinic apart.
bool isTeamMark(const ReadWord &word)
{
    return isColour(word) || word.role == WordRole::TeamCode;
}

bool isSurname(const ReadWord &word)
{
    return word.role == WordRole::Surname;
}

/// All pools of one station with what is held against them.
class Proposer
{
public:
    Proposer(const StationInput &station, const Lexicon &lexicon, const QVector<TriageTeamId> &oldTeams,
             const QVector<CrosswalkPair> &crosswalk);

    PoolProposal propose(qsizetype at) const;

private:
    QVector<Evidence> evidence(qsizetype at, qsizetype pool) const;
    void addCrosswalk(qsizetype at, qsizetype pool, QVector<Evidence> &all) const;
    void addWords(qsizetype at, qsizetype pool, QVector<Evidence> &all) const;
    void addCare(qsizetype at, qsizetype pool, QVector<Evidence> &all) const;
    void addPatients(qsizetype at, qsizetype pool, QVector<Evidence> &all) const;
    double rarity(qsizetype holders) const;
    void judge(PoolProposal &proposal) const;

    QVector<TriageTeamId> m_old;
    QVector<CrosswalkPair> m_crosswalk;
    QVector<CareTeam> m_pools;
    QVector<TeamReading> m_oldReadings; ///< empty for a team the station does not have
    QVector<TeamReading> m_poolReadings;
    QHash<QString, int> m_holders; ///< how many pools' names hold a word
    StationInput m_sides;
    PatientOverlap m_patients; ///< old teams against pools
    QVector<int> m_ofOld;      ///< patients of each old team, also those in no pool
};

/// The ties of patients to old teams and to pools, in the form that overlaps are counted in.
StationInput sides(const StationInput &station, const QVector<TriageTeamId> &oldTeams,
                   const QVector<CareTeam> &pools)
{
    StationInput input;
    input.patients = station.patients;
    input.prescribers.resize(oldTeams.size());
    input.careTeams = pools;
    QHash<qint64, quint32> oldRow;
    QHash<qint64, quint32> poolRow;
    for (qsizetype i = 0; i < oldTeams.size(); ++i)
        oldRow.insert(oldTeams.at(i).value, quint32(i));
    for (qsizetype i = 0; i < pools.size(); ++i)
        poolRow.insert(pools.at(i).triageTeamId.value, quint32(i));
    for (const PatientTie &tie : station.associated) {
        const qint64 team = station.careTeams.at(tie.row).triageTeamId.value;
        if (const auto row = oldRow.constFind(team); row != oldRow.cend())
            input.prescribed.append({tie.patient, *row});
        if (const auto row = poolRow.constFind(team); row != poolRow.cend())
            input.associated.append({tie.patient, *row});
    }
    return input;
}

Proposer::Proposer(const StationInput &station, const Lexicon &lexicon, const QVector<TriageTeamId> &oldTeams,
                   const QVector<CrosswalkPair> &crosswalk)
    : m_old(oldTeams)
    , m_crosswalk(crosswalk)
    , m_pools(openPools(station))
    , m_oldReadings(oldTeams.size())
    , m_sides(sides(station, oldTeams, m_pools))
    , m_patients(m_sides)
    , m_ofOld(oldTeams.size(), 0)
{
    for (const PatientTie &tie : std::as_const(m_sides.prescribed))
        ++m_ofOld[tie.row];
    const TeamReader reader(station, lexicon);
    for (const CareTeam &team : station.careTeams) {
        const qsizetype at = m_old.indexOf(team.triageTeamId);
        if (at >= 0)
            m_oldReadings[at] = reader.read(team);
    }
    for (const CareTeam &pool : std::as_const(m_pools)) {
        m_poolReadings.append(reader.read(pool));
        const QSet<QString> words = wordsOf(m_poolReadings.constLast(), tells);
        for (const QString &word : words)
            ++m_holders[word];
    }
}

/// What a thing is worth that so many of the pools share; one pool alone has little to be told from.
double Proposer::rarity(qsizetype holders) const
{
    return std::log2(double(m_pools.size() + 1) / double(holders));
}

void Proposer::addCrosswalk(qsizetype at, qsizetype pool, QVector<Evidence> &all) const
{
    const TriageTeamId old = m_old.at(at);
    const qsizetype named = std::ranges::count(m_crosswalk, old, &CrosswalkPair::oldTeam);
    if (named == 0)
        return;
    if (!m_crosswalk.contains(CrosswalkPair{old, m_pools.at(pool).triageTeamId})) {
        all.append({u"crosswalk"_s, otherInCrosswalk, Texts::tr("The crosswalk names another pool.")});
        return;
    }
    all.append({u"crosswalk"_s, namedInCrosswalk,
                named == 1 ? Texts::tr("The crosswalk names this pool.")
                           : Texts::tr("The crosswalk names this pool, and others: %1 in all.").arg(named)});
}

void Proposer::addWords(qsizetype at, qsizetype pool, QVector<Evidence> &all) const
{
    const TeamReading &old = m_oldReadings.at(at);
    const TeamReading &now = m_poolReadings.at(pool);
    const QSet<QString> held = wordsOf(now, tells);
    QStringList common;
    for (const QString &word : wordsOf(old, tells)) {
        if (held.contains(word))
            common.append(word);
    }
    common.sort();
    for (const QString &word : std::as_const(common)) {
        const int holders = m_holders.value(word);
        if (rarity(holders) < leastOfWord)
            continue; // the station's short form, in all of them
        all.append({u"words"_s, std::min(mostOfWord, rarity(holders)),
                    Texts::tr("\"%1\" stands in both names; %2 of %3 pools have it.")
                        .arg(word)
                        .arg(holders)
                        .arg(m_pools.size())});
    }
    const auto differ = [&](bool (*role)(const ReadWord &)) {
        const QSet<QString> before = wordsOf(old, role);
        const QSet<QString> after = wordsOf(now, role);
        return !before.isEmpty() && !after.isEmpty() && !before.intersects(after);
    };
    if (differ(isTeamMark))
        all.append({u"words"_s, otherTeam, Texts::tr("Its colour or team number is another one.")});
    if (differ(isSurname))
        all.append({u"words"_s, otherPerson, Texts::tr("It names somebody else.")});
    if (isHidden(m_pools.at(pool)))
        all.append({u"state"_s, hiddenPool, Texts::tr("An asterisk: this pool is hidden from patients.")});
    if (m_pools.at(pool).name.startsWith("FHCC."_L1))
        all.append({u"state"_s, hiddenPool, Texts::tr("This pool belongs to the Department of Defense.")});
}

void Proposer::addCare(qsizetype at, qsizetype pool, QVector<Evidence> &all) const
{
    const CareType &old = m_oldReadings.at(at).care;
    const CareType &now = m_poolReadings.at(pool).care;
    if (old.kind == CareKind::Unknown || now.kind == CareKind::Unknown)
        return;
    if (old == now) {
        qsizetype same = 0;
        for (qsizetype i = 0; i < m_pools.size(); ++i)
            same += m_poolReadings.at(i).care == now && (i == pool || !isHidden(m_pools.at(i))) ? 1 : 0;
        all.append(
            {u"care"_s, std::min(mostOfCare, rarity(same)),
             Texts::tr("The same kind of care; %1 of %2 pools give it.").arg(same).arg(m_pools.size())});
    } else if (old.kind != now.kind) {
        all.append({u"care"_s, otherCare, Texts::tr("Another kind of care.")});
    } else if (!old.specialty.isEmpty() && !now.specialty.isEmpty()) {
        all.append({u"care"_s, otherSpecialty, Texts::tr("Another specialty.")});
    }
}

void Proposer::addPatients(qsizetype at, qsizetype pool, QVector<Evidence> &all) const
{
    const int own = m_patients.patientsOf(at);
    const int ofPool = m_patients.patientsOfTeam(pool);
    if (own == 0 || ofPool == 0)
        return;
    const double bits =
        std::clamp(m_patients.gathering(at, pool) / std::log(2.0), leastOfPatients, mostOfPatients);
    const double chance = double(own) * ofPool / m_patients.population();
    all.append({u"patients"_s, bits,
                Texts::tr("%1 of %2 patients of the old team are in this pool; chance would bring %3.")
                    .arg(m_patients.shared(at, pool))
                    .arg(m_ofOld.at(at))
                    .arg(QString::number(chance, 'f', chance < 10 ? 1 : 0))});
}

QVector<Evidence> Proposer::evidence(qsizetype at, qsizetype pool) const
{
    QVector<Evidence> all;
    addCrosswalk(at, pool, all);
    addPatients(at, pool, all);
    addWords(at, pool, all);
    addCare(at, pool, all);
    return all;
}

PoolProposal Proposer::propose(qsizetype at) const
{
    PoolProposal proposal;
    proposal.oldTeam = m_old.at(at);
    double sum = priorOfNone;
    for (qsizetype pool = 0; pool < m_pools.size(); ++pool) {
        Candidate candidate{m_pools.at(pool).triageTeamId, m_pools.at(pool).shownName(), 0,
                            evidence(at, pool)};
        double bits = std::log2((1 - priorOfNone) / double(m_pools.size()));
        for (const Evidence &piece : std::as_const(candidate.evidence))
            bits += piece.bits;
        candidate.probability = std::exp2(bits);
        sum += candidate.probability;
        proposal.pools.append(candidate);
    }
    for (Candidate &candidate : proposal.pools)
        candidate.probability /= sum;
    proposal.noneProbability = priorOfNone / sum;
    // Pools come in ascending id order, and so do those of equal weight.
    std::ranges::stable_sort(proposal.pools, std::ranges::greater(), &Candidate::probability);
    judge(proposal);
    return proposal;
}

void Proposer::judge(PoolProposal &proposal) const
{
    if (proposal.pools.isEmpty()) {
        proposal.why = Texts::tr("No Oracle Health pool is known at this station yet.");
        return;
    }
    const Candidate &best = proposal.pools.constFirst();
    const double next = proposal.pools.size() > 1 ? proposal.pools.at(1).probability : 0;
    const auto isPast = [&](double from, double margin) {
        return best.probability >= from && best.probability >= margin * next;
    };
    if (isPast(strongFrom, strongMargin))
        proposal.strength = ProposalStrength::Strong;
    else if (isPast(likelyFrom, likelyMargin))
        proposal.strength = ProposalStrength::Likely;
    if (proposal.strength != ProposalStrength::Undecided) {
        proposal.why = std::ranges::max_element(best.evidence, {}, &Evidence::bits)->text;
    } else if (best.probability < tieMargin * next && best.probability > proposal.noneProbability) {
        proposal.why = Texts::tr("Two pools fit about as well: %1, and %2.")
                           .arg(best.careTeamName, proposal.pools.at(1).careTeamName);
    } else {
        proposal.why = Texts::tr("Too little speaks for any pool.");
    }
}
} // namespace

QVector<CareTeam> openPools(const StationInput &station)
{
    QVector<CareTeam> pools;
    for (const CareTeam &team : station.careTeams) {
        if (team.ehr == EhrSystem::OracleHealth && !team.blocked)
            pools.append(team);
    }
    return pools;
}

QVector<PoolProposal> proposePools(const StationInput &station, const Lexicon &lexicon,
                                   const QVector<TriageTeamId> &oldTeams,
                                   const QVector<CrosswalkPair> &crosswalk)
{
    const Proposer proposer(station, lexicon, oldTeams, crosswalk);
    QVector<PoolProposal> proposals;
    for (qsizetype i = 0; i < oldTeams.size(); ++i)
        proposals.append(proposer.propose(i));
    return proposals;
}

} // namespace renewal::correlation
