// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/careteamrepository.h"
#include "app/store/changerepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::samplePrescriber;
using renewal::testing::sampleRenewal;
using renewal::testing::sampleTeam;

class TstRenewalMoves : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    PrescriberId prepare();
    /// "1 ready_to_route 7001 v2" for each renewal, in order.
    QStringList states();
    Correlation decision(CorrelationStatus status, qint64 team = 0) const;

    PrescriberId m_prescriber;

private Q_SLOTS:
    void moves_data();
    void moves();
    void aSecondTimeChangesNothing();
    void movesAreTold();
    void aStationFollowsItsCorrelations();
};

/// One renewal in each state for the prescriber (number 2 is ready for team 7001), and one of somebody else.
PrescriberId TstRenewalMoves::prepare()
{
    const auto mine =
        PrescriberRepository(connection()).upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), {});
    const auto other = PrescriberRepository(connection()).upsert(samplePrescriber(u"BAKER"_s, u"JO"_s), {});
    if (!mine || !other)
        return {};
    for (const CareTeam &team : {sampleTeam(7001, u"Green team"_s), sampleTeam(7002, u"raw"_s)}) {
        CareTeam named = team;
        if (team.name == u"raw")
            named.suggestedNameDisplay = u"Blue team"_s;
        if (!CareTeamRepository(connection()).upsert(named))
            return {};
    }
    int number = 0;
    for (const RenewalState state :
         {RenewalState::NeedsRouting, RenewalState::ReadyToRoute, RenewalState::InReview,
          RenewalState::Routed, RenewalState::Returned, RenewalState::External, RenewalState::NotRenewable,
          RenewalState::Closed}) {
        ++number;
        Renewal renewal = sampleRenewal(QString::number(number), number);
        renewal.state = state;
        renewal.prescriberId = mine->id;
        if (state == RenewalState::ReadyToRoute)
            renewal.careTeam.value = 7001;
        if (!RenewalRepository(connection()).insert(renewal))
            return {};
    }
    Renewal foreign = sampleRenewal(u"9"_s, 9);
    foreign.prescriberId = other->id;
    if (!RenewalRepository(connection()).insert(foreign))
        return {};
    return m_prescriber = mine->id;
}

QStringList TstRenewalMoves::states()
{
    return connection()
        .rows<QString>(u"SELECT prescription_id, state, care_team, version FROM renewal ORDER BY 1"_s, {},
                       [](const Row &row) {
                           return u"%1 %2 %3 v%4"_s.arg(row.text(0), row.text(1), row.text(2), row.text(3));
                       })
        .value_or(QVector<QString>());
}

Correlation TstRenewalMoves::decision(CorrelationStatus status, qint64 team) const
{
    Correlation next;
    next.prescriberId = m_prescriber;
    next.parentStation = u"552"_s;
    next.status = status;
    next.careTeam.value = team;
    if (team)
        next.probability = 0.75;
    return next;
}

void TstRenewalMoves::moves_data()
{
    QTest::addColumn<CorrelationStatus>("status");
    QTest::addColumn<int>("team");
    QTest::addColumn<QString>("one"); // of the three that may move
    QTest::addColumn<QString>("two");
    QTest::addColumn<QString>("six");
    QTest::addColumn<int>("ready");
    QTest::addColumn<int>("needs");
    QTest::addColumn<int>("external");
    const QString needs = u"needs_routing  v2"_s;
    const QString external = u"external  v2"_s;
    QTest::newRow("link to the team some are ready for")
        << CorrelationStatus::Manual << 7001 << u"ready_to_route 7001 v2"_s << u"ready_to_route 7001 v1"_s
        << u"ready_to_route 7001 v2"_s << 2 << 0 << 0;
    QTest::newRow("link to another team")
        << CorrelationStatus::Manual << 7002 << u"ready_to_route 7002 v2"_s << u"ready_to_route 7002 v2"_s
        << u"ready_to_route 7002 v2"_s << 3 << 0 << 0;
    QTest::newRow("matching links") << CorrelationStatus::Automatic << 7001 << u"ready_to_route 7001 v2"_s
                                    << u"ready_to_route 7001 v1"_s << u"ready_to_route 7001 v2"_s << 2 << 0
                                    << 0;
    QTest::newRow("refuse") << CorrelationStatus::Refused << 0 << u"needs_routing  v1"_s << needs << needs
                            << 0 << 2 << 0;
    QTest::newRow("external") << CorrelationStatus::External << 0 << external << external << u"external  v1"_s
                              << 0 << 0 << 2;
    QTest::newRow("nothing decided") << CorrelationStatus::None << 0 << u"needs_routing  v1"_s << needs
                                     << needs << 0 << 2 << 0;
    QTest::newRow("stale, though it names a team")
        << CorrelationStatus::Stale << 7001 << u"needs_routing  v1"_s << needs << needs << 0 << 2 << 0;
}

void TstRenewalMoves::moves()
{
    QFETCH(CorrelationStatus, status);
    QFETCH(int, team);
    QFETCH(QString, one);
    QFETCH(QString, two);
    QFETCH(QString, six);
    QFETCH(int, ready);
    QFETCH(int, needs);
    QFETCH(int, external);
    QVERIFY(prepare().isValid());
    const Correlation next = decision(status, team);
    // One of the three is where the decision wants it already, except when all of them go to another team.
    DecisionEffect expected{ready, needs, external, 6 - ready - needs - external};
    const qint64 there = 3 - ready - needs - external;
    (isLinked(status) ? expected.stayReady
     : external > 0   ? expected.stayExternal
                      : expected.stayNeedsTeam) = there;
    RenewalRepository renewals(connection());
    const auto preview = renewals.previewMove(next);
    VERIFY_OK(preview);
    QVERIFY(*preview == expected);
    const auto effect = renewals.move(next, u"Refused by a person"_s);
    VERIFY_OK(effect);
    QVERIFY(*effect == expected);
    QCOMPARE(states(), (QStringList{u"1 "_s + one, u"2 "_s + two, u"3 in_review  v1"_s, u"4 routed  v1"_s,
                                    u"5 returned  v1"_s, u"6 "_s + six, u"7 not_renewable  v1"_s,
                                    u"8 closed  v1"_s, u"9 needs_routing  v1"_s}));
    const auto names = connection().rows<QString>(
        u"SELECT DISTINCT care_team_name || '/' || state_reason FROM renewal WHERE version = 2"_s, {},
        [](const Row &row) { return row.text(0); });
    const QString name = !isLinked(status) ? u""_s : team == 7001 ? u"Green team"_s : u"Blue team"_s;
    QCOMPARE(*names, QVector<QString>{name + (needs > 0 ? u"/Refused by a person"_s : u"/"_s)});
    const qint64 waiting = PrescriberRepository(connection()).summary(m_prescriber)->waiting;
    QCOMPARE(waiting, isLinked(status) ? 3 : external > 0 ? 0 : 3);
    QCOMPARE(renewals.counts({}, noon())->at(2).count, isLinked(status) ? 3 : 0);
}

void TstRenewalMoves::aSecondTimeChangesNothing()
{
    QVERIFY(prepare().isValid());
    RenewalRepository renewals(connection());
    const Correlation next = decision(CorrelationStatus::Manual, 7001);
    VERIFY_OK(renewals.move(next, {}));
    const QStringList before = states();
    const auto again = renewals.move(next, {});
    VERIFY_OK(again);
    QVERIFY(*again == (DecisionEffect{0, 0, 0, 6, 3, 0, 0}));
    QCOMPARE(states(), before);
}

void TstRenewalMoves::movesAreTold()
{
    QVERIFY(prepare().isValid());
    VERIFY_OK(RenewalRepository(connection()).move(decision(CorrelationStatus::Manual, 7001), {}));
    const auto changes = ChangeRepository(connection()).after(0);
    VERIFY_OK(changes);
    QCOMPARE(changes->changes.size(), 2);
    const auto ids =
        connection().rows<QString>(u"SELECT 'renewal/' || id FROM renewal WHERE version = 2 ORDER BY id"_s,
                                   {}, [](const Row &row) { return row.text(0); });
    QStringList told{changes->changes.at(0).subject, changes->changes.at(1).subject};
    told.sort();
    QCOMPARE(told, *ids);
    QCOMPARE(changes->changes.at(0).kind, u"renewal"_s);
}

void TstRenewalMoves::aStationFollowsItsCorrelations()
{
    QVERIFY(prepare().isValid());
    CorrelationRepository correlations(connection());
    VERIFY_OK(correlations.storeAutomatic(
        {decision(CorrelationStatus::Automatic, 7002)},
        {noon(), u"matching"_s, u"correlation.matched"_s, u"Linked by matching"_s}));
    RenewalRepository renewals(connection());
    const auto linked = renewals.moveStation(u"552"_s);
    VERIFY_OK(linked);
    QVERIFY(*linked == (DecisionEffect{3, 0, 0, 0}));
    QVERIFY(states().contains(u"2 ready_to_route 7002 v2"_s));
    QVERIFY(states().contains(u"9 needs_routing  v1"_s));
    const auto again = renewals.moveStation(u"552"_s);
    QVERIFY(*again == DecisionEffect());
    Correlation external = *correlations.current(m_prescriber);
    external.status = CorrelationStatus::External;
    external.careTeam = {};
    VERIFY_OK(correlations.store(external, {noon(), u"ann"_s, u"correlation.external"_s, {}}));
    QVERIFY(*renewals.moveStation(u"553"_s) == DecisionEffect());
    QVERIFY(*renewals.moveStation(u"552"_s) == (DecisionEffect{0, 0, 3, 0}));
    Correlation none = *correlations.current(m_prescriber);
    none.status = CorrelationStatus::Suggested;
    VERIFY_OK(correlations.store(none, {noon(), u"ann"_s, u"correlation.undone"_s, {}}));
    QVERIFY(*renewals.moveStation(u"552"_s) == (DecisionEffect{0, 3, 0, 0}));
}

RENEWAL_STORE_TEST_MAIN(TstRenewalMoves)
#include "tst_renewalmoves.moc"
