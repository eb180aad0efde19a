// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/decisions.h"
#include "app/operations/matching.h"
#include "app/operations/verify.h"
#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/changerepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "models/correlation/surnameengine.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <QHash>

#include <functional>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
/// Says what a test told it to say: one candidate, sure or not; nothing for prescribers not named.
class ToldEngine final : public correlation::Engine
{
public:
    QHash<qint64, std::pair<qint64, bool>> answers; ///< prescriber id -> team id, automatic

    std::function<void()> meanwhile; ///< what others do while it thinks, the first time
    mutable int looks = 0;

    QString version() const override { return u"told-1"_s; }
    QVector<CandidateSet> match(const correlation::StationInput &station) const override
    {
        if (++looks == 1 && meanwhile)
            meanwhile();
        QVector<CandidateSet> sets;
        for (const Prescriber &prescriber : station.prescribers) {
            CandidateSet set;
            set.prescriberId = prescriber.id;
            set.engineVersion = version();
            if (const auto answer = answers.constFind(prescriber.id.value); answer != answers.cend()) {
                const bool no = station.refused.contains({prescriber.id.value, answer->first});
                set.candidates = {{TriageTeamId{answer->first}, u"Team"_s, 0.9, {}}};
                set.noneProbability = 0.1;
                set.automatic = answer->second && !no;
            }
            sets.append(set);
        }
        return sets;
    }
};
} // namespace

/// What a run of matching writes, and what it leaves alone.
class TestMatching : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void linksMovesAndAudits();
    void secondRunChangesNothing();
    void leavesDecisionsOfPeopleAlone();
    void refusedPairIsNeverLinkedAgain();
    void linkWithoutGroundsBecomesStale();
    void staysWithinItsStation();
    void stopsBetweenStations();
    void thinksAgainWhenOvertaken_data();
    void thinksAgainWhenOvertaken();
    void surnameEngineRuns();

private:
    void fill();
    Result<MatchingReport> run(const QString &station = {});
    Correlation current(int prescriber);
    RenewalState state(int renewal);

    FixedClock m_clock{noon()};
    ToldEngine m_engine;
};

void TestMatching::fill()
{
    m_engine.answers = {{1, {7001, true}}, {2, {7002, false}}, {4, {8001, true}}};
    for (const auto &[id, name, station] :
         {std::tuple(7001, u"DAYTON: Primary Care, Okafor, Chidi"_s, u"552"_s),
          std::tuple(7002, u"DAYTON: Primary Care, Lydon, John"_s, u"552"_s),
          std::tuple(8001, u"KC Lee"_s, u"589"_s)})
        VERIFY_OK(store::CareTeamRepository(connection()).upsert(sampleTeam(id, name, station)));
    int number = 0;
    for (const auto &[last, first, station] :
         {std::tuple(u"OKAFOR"_s, u"CHIDI"_s, u"552"_s), std::tuple(u"LYDON"_s, u"JOHN"_s, u"552"_s),
          std::tuple(u"REYES"_s, u"ANA"_s, u"552"_s), std::tuple(u"LEE"_s, u"MIN"_s, u"589"_s)}) {
        const auto stored =
            store::PrescriberRepository(connection()).upsert(samplePrescriber(last, first, station), u"t"_s);
        VERIFY_OK(stored);
        ++number;
        Renewal renewal = sampleRenewal(QString::number(number), number, station);
        renewal.prescriberId = stored->id;
        VERIFY_OK(store::RenewalRepository(connection()).insert(renewal));
    }
}

Result<MatchingReport> TestMatching::run(const QString &station)
{
    return Matching(connection(), m_engine, m_clock)
        .run(station.isEmpty() ? QStringList() : QStringList{station});
}

Correlation TestMatching::current(int prescriber)
{
    return store::CorrelationRepository(connection())
        .current(PrescriberId{prescriber})
        .value_or(Correlation());
}

RenewalState TestMatching::state(int renewal)
{
    return store::RenewalRepository(connection()).find(RenewalId{renewal}).value_or(Renewal()).state;
}

void TestMatching::linksMovesAndAudits()
{
    fill();
    const auto report = run();
    VERIFY_OK(report);
    QCOMPARE(report->stations, 2);
    QCOMPARE(report->prescribers, 4);
    QCOMPARE(report->linked, 2);
    QCOMPARE(report->suggested, 1);
    QCOMPARE(report->withoutCandidates, 1);
    QCOMPARE(report->effect.becomeReady, 2);
    QVERIFY(report->text().contains(u"2 newly linked"_s));
    QCOMPARE(toString(current(1).status), toString(CorrelationStatus::Automatic));
    QCOMPARE(current(1).careTeam.value, 7001);
    QCOMPARE(current(1).decidedBy, u"matching"_s);
    QCOMPARE(toString(current(2).status), toString(CorrelationStatus::Suggested));
    QCOMPARE(toString(current(3).status), toString(CorrelationStatus::None));
    QCOMPARE(toString(state(1)), toString(RenewalState::ReadyToRoute));
    QCOMPARE(toString(state(2)), toString(RenewalState::NeedsRouting));
    QStringList entries;
    const auto page = store::AuditRepository(connection()).page({});
    VERIFY_OK(page);
    for (const AuditEvent &event : page->items)
        entries << event.action + u' ' + event.subject;
    QCOMPARE(entries,
             QStringList({u"matching.finished station/589"_s, u"correlation.linked prescriber/4"_s,
                          u"matching.finished station/552"_s, u"correlation.linked prescriber/1"_s}));
    VERIFY_OK(verifyAudit(connection()));
}

void TestMatching::secondRunChangesNothing()
{
    fill();
    VERIFY_OK(run());
    const Correlation before = current(1);
    const auto again = run();
    VERIFY_OK(again);
    QCOMPARE(again->linked, 0);
    QCOMPARE(again->effect, DecisionEffect());
    QCOMPARE(current(1), before);
    QCOMPARE(store::CorrelationRepository(connection()).history(PrescriberId{2})->size(), 1);
}

void TestMatching::leavesDecisionsOfPeopleAlone()
{
    fill();
    Decisions decisions(connection(), m_clock);
    Decision decision;
    decision.prescriberId = PrescriberId{1};
    decision.kind = DecisionKind::External;
    VERIFY_OK(decisions.decide(decision, u"nurse"_s));
    decision.prescriberId = PrescriberId{4};
    decision.kind = DecisionKind::Link;
    decision.careTeam = TriageTeamId{8001};
    VERIFY_OK(decisions.decide(decision, u"nurse"_s));
    VERIFY_OK(run());
    QCOMPARE(toString(current(1).status), toString(CorrelationStatus::External));
    QCOMPARE(toString(state(1)), toString(RenewalState::External));
    QCOMPARE(toString(current(4).status), toString(CorrelationStatus::Manual));
    QCOMPARE(current(4).decidedBy, u"nurse"_s);
}

void TestMatching::refusedPairIsNeverLinkedAgain()
{
    fill();
    VERIFY_OK(run());
    Decision decision;
    decision.prescriberId = PrescriberId{1};
    decision.kind = DecisionKind::Refuse;
    decision.version = current(1).version;
    VERIFY_OK(Decisions(connection(), m_clock).decide(decision, u"nurse"_s));
    QCOMPARE(toString(state(1)), toString(RenewalState::NeedsRouting));
    VERIFY_OK(run());
    QCOMPARE(toString(current(1).status), toString(CorrelationStatus::Refused));
    QVERIFY(store::CorrelationRepository(connection()).stationInput(u"552"_s)->refused.contains({1, 7001}));
}

void TestMatching::linkWithoutGroundsBecomesStale()
{
    fill();
    VERIFY_OK(run());
    m_engine.answers.remove(1);
    const auto report = run();
    VERIFY_OK(report);
    QCOMPARE(report->becameStale, 1);
    QCOMPARE(report->effect.becomeNeedsTeam, 1);
    QCOMPARE(toString(current(1).status), toString(CorrelationStatus::Stale));
    QCOMPARE(toString(state(1)), toString(RenewalState::NeedsRouting));
    m_engine.answers.insert(1, {7001, true});
    VERIFY_OK(run());
    QCOMPARE(toString(current(1).status), toString(CorrelationStatus::Automatic));
    QCOMPARE(toString(state(1)), toString(RenewalState::ReadyToRoute));
}

void TestMatching::staysWithinItsStation()
{
    fill();
    VERIFY_OK(run(u"589"_s));
    QCOMPARE(toString(current(1).status), toString(CorrelationStatus::None));
    QCOMPARE(toString(current(4).status), toString(CorrelationStatus::Automatic));
    QCOMPARE(toString(state(1)), toString(RenewalState::NeedsRouting));
}

void TestMatching::stopsBetweenStations()
{
    fill();
    QVector<double> parts;
    const auto stopped = Matching(connection(), m_engine, m_clock).run({}, [&](double part, const QString &) {
        parts.append(part);
        return parts.size() < 2;
    });
    VERIFY_ERROR(stopped, ErrorCode::Cancelled);
    QCOMPARE(parts, QVector<double>({0, 0.5}));
    QCOMPARE(toString(current(1).status), toString(CorrelationStatus::Automatic));
    QCOMPARE(toString(current(4).status), toString(CorrelationStatus::None));
}

void TestMatching::thinksAgainWhenOvertaken_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<int>("looks");
    QTest::newRow("nobody") << QString() << QString() << 1;
    QTest::newRow("a decision about this station") << u"prescriber"_s << u"prescriber/3"_s << 2;
    QTest::newRow("a decision about another station") << u"prescriber"_s << u"prescriber/4"_s << 1;
    QTest::newRow("an import") << u"care_team"_s << u"*"_s << 2;
    QTest::newRow("a renewal") << u"renewal"_s << u"renewal/1"_s << 1;
}

/// What matching saw of a station is out of date when somebody changed the station meanwhile.
void TestMatching::thinksAgainWhenOvertaken()
{
    QFETCH(QString, kind);
    QFETCH(QString, subject);
    fill();
    m_engine.looks = 0;
    m_engine.meanwhile = [&] {
        if (!kind.isEmpty())
            VERIFY_OK(store::ChangeRepository(connection()).add(kind, subject));
    };
    VERIFY_OK(run(u"552"_s));
    m_engine.meanwhile = {};
    QTEST(m_engine.looks, "looks");
}

void TestMatching::surnameEngineRuns()
{
    fill();
    const correlation::SurnameEngine engine;
    const auto report = Matching(connection(), engine, m_clock).run({});
    VERIFY_OK(report);
    QCOMPARE(report->prescribers, 4);
    const auto okafor = store::CorrelationRepository(connection()).candidates(PrescriberId{1});
    VERIFY_OK(okafor);
    QVERIFY(!okafor->candidates.isEmpty());
    QCOMPARE(okafor->candidates.first().careTeam.value, 7001);
    QCOMPARE(okafor->engineVersion, engine.version());
}

RENEWAL_STORE_TEST_MAIN(TestMatching)
#include "tst_matching.moc"
