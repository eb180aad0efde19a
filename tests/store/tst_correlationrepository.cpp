// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/transaction.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::samplePrescriber;
using renewal::testing::sampleTeam;

class TstCorrelationRepository : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    CorrelationRepository correlations() { return CorrelationRepository(connection()); }
    PrescriberId addPrescriber(const QString &last, const QString &station = u"552"_s)
    {
        const auto added =
            PrescriberRepository(connection()).upsert(samplePrescriber(last, u"A"_s, station), {});
        return added ? added->id : PrescriberId();
    }
    static CorrelationStep step(const QString &action)
    {
        return {noon(), u"ann"_s, action, u"A sentence about "_s + action};
    }

private Q_SLOTS:
    void aDecisionComesBackAsItWent();
    void aStaleVersionIsRefused_data();
    void aStaleVersionIsRefused();
    void decisionsAreUndoneOneByOne();
    void matchingLeavesPeoplesDecisionsAlone();
    void candidatesComeBackAsTheyWent();
    void matchingReadsOneStation();
    void refusalsGoWithTheirDecision();
    void everyPrescriberIsExported();
};

void TstCorrelationRepository::aDecisionComesBackAsItWent()
{
    const PrescriberId id = addPrescriber(u"OKAFOR"_s);
    const auto none = correlations().current(id);
    VERIFY_OK(none);
    QVERIFY(none->status == CorrelationStatus::None && none->version == 0 && none->parentStation == u"552");
    Correlation next = *none;
    next.status = CorrelationStatus::Manual;
    next.careTeam.value = 7001;
    next.probability = 0.91;
    next.validFrom = noon();
    next.validTo = noon().addDays(100);
    next.decidedBy = u"ann"_s;
    next.note = u"Asked the clinic, \"ñ\""_s;
    next.engineVersion = u"surname-1"_s;
    const auto stored = correlations().store(next, step(u"correlation.linked"_s));
    VERIFY_OK(stored);
    next.id = stored->id;
    next.version = 1;
    next.grounds = stored->grounds; // noted by the store itself
    QCOMPARE(next.grounds.station, PrescriberRepository(connection()).find(id)->station.text());
    QVERIFY(next.id.isValid());
    QVERIFY(*stored == next);
    QVERIFY(*correlations().current(id) == next);
    QVERIFY(PrescriberRepository(connection()).summary(id)->correlation == next);

    next.status = CorrelationStatus::External;
    next.careTeam = {};
    next.probability = std::nullopt;
    next.validTo = {};
    QCOMPARE(correlations().store(next, step(u"correlation.external"_s))->version, 2);
    const auto history = correlations().history(id);
    VERIFY_OK(history);
    QVERIFY(*history ==
            (QVector<HistoryEntry>{
                {noon(), u"ann"_s, u"correlation.external"_s, u"A sentence about correlation.external"_s},
                {noon(), u"ann"_s, u"correlation.linked"_s, u"A sentence about correlation.linked"_s}}));
    QCOMPARE(correlations().history(id, 1)->size(), 1);
    VERIFY_ERROR(correlations().current(PrescriberId{4711}), ErrorCode::NotFound);
}

void TstCorrelationRepository::aStaleVersionIsRefused_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("older") << 1;
    QTest::newRow("as if nothing was decided") << 0;
    QTest::newRow("newer than any") << 3;
}

void TstCorrelationRepository::aStaleVersionIsRefused()
{
    QFETCH(int, version);
    const PrescriberId id = addPrescriber(u"OKAFOR"_s);
    for (int i = 0; i < 2; ++i)
        VERIFY_OK(correlations().store(*correlations().current(id), step(u"correlation.refused"_s)));
    Correlation next = *correlations().current(id);
    next.version = version;
    next.status = CorrelationStatus::External;
    VERIFY_ERROR(correlations().store(next, step(u"correlation.external"_s)), ErrorCode::PreconditionFailed);
    QVERIFY(correlations().current(id)->status == CorrelationStatus::None);
    QCOMPARE(correlations().history(id)->size(), 2);
    QCOMPARE(PrescriberRepository(connection()).page({})->items.constFirst().correlation.version, 2);
}

void TstCorrelationRepository::decisionsAreUndoneOneByOne()
{
    const PrescriberId id = addPrescriber(u"OKAFOR"_s);
    QVERIFY(!correlations().undoable(id)->has_value());
    Correlation next = *correlations().current(id);
    next.status = CorrelationStatus::Manual;
    next.careTeam.value = 7001;
    const Correlation linked = *correlations().store(next, step(u"correlation.linked"_s));
    next = linked;
    next.status = CorrelationStatus::External;
    next.careTeam = {};
    const Correlation external = *correlations().store(next, step(u"correlation.external"_s));

    const auto newest = correlations().undoable(id);
    VERIFY_OK(newest);
    QCOMPARE((*newest)->version, 2);
    QVERIFY((*newest)->before == linked);
    Correlation back = (*newest)->before;
    back.version = external.version;
    const auto undone = correlations().store(back, step(u"correlation.undone"_s));
    VERIFY_OK(undone);
    VERIFY_OK(correlations().markUndone(id, 2, undone->version));
    QVERIFY(undone->status == CorrelationStatus::Manual && undone->careTeam == linked.careTeam);

    const auto older = correlations().undoable(id);
    QCOMPARE((*older)->version, 1);
    QVERIFY((*older)->before.status == CorrelationStatus::None);
    VERIFY_OK(correlations().markUndone(id, 1, 4));
    QVERIFY(!correlations().undoable(id)->has_value());
}

void TstCorrelationRepository::matchingLeavesPeoplesDecisionsAlone()
{
    QVector<Correlation> wanted;
    const CorrelationStatus before[] = {CorrelationStatus::None,      CorrelationStatus::Suggested,
                                        CorrelationStatus::Automatic, CorrelationStatus::Stale,
                                        CorrelationStatus::Manual,    CorrelationStatus::Refused,
                                        CorrelationStatus::External};
    for (const CorrelationStatus status : before) {
        const PrescriberId id = addPrescriber(u"N"_s + toString(status));
        Correlation next = *correlations().current(id);
        next.status = status;
        if (status != CorrelationStatus::None)
            VERIFY_OK(correlations().store(next, step(u"correlation.linked"_s)));
        next.status = CorrelationStatus::Automatic;
        next.careTeam.value = 7001;
        next.probability = 0.999;
        next.engineVersion = u"surname-1"_s;
        wanted.append(next);
    }
    QCOMPARE(*correlations().storeAutomatic(wanted, step(u"correlation.matched"_s)), 4);
    for (int i = 0; i < wanted.size(); ++i) {
        const auto now = correlations().current(wanted.at(i).prescriberId);
        VERIFY_OK(now);
        QVERIFY(now->status == (i < 4 ? CorrelationStatus::Automatic : before[i]));
    }
    QCOMPARE(*correlations().storeAutomatic(wanted, step(u"correlation.matched"_s)), 0); // nothing new to say
    // What matching decided, a person does not undo as his own decision.
    QVERIFY(!correlations().undoable(wanted.at(0).prescriberId)->has_value());
}

void TstCorrelationRepository::candidatesComeBackAsTheyWent()
{
    const PrescriberId id = addPrescriber(u"OKAFOR"_s);
    QVERIFY(correlations().candidates(id)->candidates.isEmpty());
    QCOMPARE(correlations().candidates(id)->noneProbability, 1.0);
    CandidateSet set;
    set.prescriberId = id;
    set.engineVersion = u"surname-1"_s;
    set.noneProbability = 0.05;
    set.automatic = true;
    set.explanation = u"Only one team bears this name"_s;
    set.candidates = {{TriageTeamId{7001},
                       u"** DAYTON: Okafor \\ ñ"_s,
                       0.9,
                       {{u"surname"_s, 6.5, u"The surname is the same"_s}, {u"given_name"_s, -1.25, u"…"_s}}},
                      {TriageTeamId{7002}, u"DAYTON"_s, 0.05, {}}};
    VERIFY_OK(correlations().storeCandidates({set}));
    QVERIFY(*correlations().candidates(id) == set);
    QCOMPARE(PrescriberRepository(connection()).summary(id)->candidates, 2);
    set.candidates.clear();
    set.automatic = false;
    VERIFY_OK(correlations().storeCandidates({set}));
    QVERIFY(*correlations().candidates(id) == set);
    QCOMPARE(PrescriberRepository(connection()).summary(id)->candidates, 0);
}

void TstCorrelationRepository::matchingReadsOneStation()
{
    const PrescriberId first = addPrescriber(u"OKAFOR"_s);
    const PrescriberId second = addPrescriber(u"BAKER"_s);
    addPrescriber(u"OKAFOR"_s, u"553"_s);
    for (const CareTeam &team :
         {sampleTeam(7002, u"B"_s), sampleTeam(7001, u"A"_s), sampleTeam(7003, u"C"_s, u"553"_s)})
        VERIFY_OK(CareTeamRepository(connection()).upsert(team));
    VERIFY_OK(correlations().refuse(second, {TriageTeamId{7001}, TriageTeamId{7002}}, 1));
    const auto input = correlations().stationInput(u"552"_s);
    VERIFY_OK(input);
    QCOMPARE(input->parentStation, u"552"_s);
    QCOMPARE(input->prescribers.size(), 2);
    QCOMPARE(input->prescribers.at(0).id, first);
    QCOMPARE(input->careTeams.size(), 2);
    QCOMPARE(input->careTeams.at(0).triageTeamId.value, 7001);
    QCOMPARE(input->refused, (QSet<std::pair<qint64, qint64>>{{second.value, 7001}, {second.value, 7002}}));
}

void TstCorrelationRepository::refusalsGoWithTheirDecision()
{
    const PrescriberId id = addPrescriber(u"OKAFOR"_s);
    VERIFY_OK(correlations().refuse(id, {TriageTeamId{7001}}, 1));
    VERIFY_OK(correlations().refuse(id, {TriageTeamId{7001}, TriageTeamId{7002}},
                                    2)); // the first stays version 1's
    VERIFY_OK(correlations().unrefuse(id, 2));
    QCOMPARE(correlations().stationInput(u"552"_s)->refused,
             (QSet<std::pair<qint64, qint64>>{{id.value, 7001}}));
    VERIFY_OK(correlations().unrefuse(id, 1));
    QVERIFY(correlations().stationInput(u"552"_s)->refused.isEmpty());
}

void TstCorrelationRepository::everyPrescriberIsExported()
{
    const PrescriberId decided = addPrescriber(u"OKAFOR"_s);
    addPrescriber(u"BAKER"_s);
    Correlation next = *correlations().current(decided);
    next.status = CorrelationStatus::Manual;
    next.careTeam.value = 7001;
    VERIFY_OK(correlations().store(next, step(u"correlation.linked"_s)));
    QStringList seen;
    VERIFY_OK(correlations().each([&](const Correlation &one) {
        seen.append(u"%1 %2"_s.arg(toString(one.status)).arg(one.careTeam.value));
        return true;
    }));
    QCOMPARE(seen, (QStringList{u"manual 7001"_s, u"none 0"_s}));
}

RENEWAL_STORE_TEST_MAIN(TstCorrelationRepository)
#include "tst_correlationrepository.moc"
