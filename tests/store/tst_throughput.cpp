// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/careteamrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/stationrepository.h"
#include "app/store/throughputrepository.h"
#include "app/store/transaction.h"
#include "app/store/triagerepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::sampleRenewal;
using renewal::testing::sampleTeam;

namespace {
/// One request as the test made it.
struct Made
{
    QString station;
    EhrSystem ehr = EhrSystem::VistA;
    QDateTime requested;
    QDateTime cleared; ///< invalid while it waits
    qint64 team = 0;
};

QTimeZone zoneOf(const QString &station)
{
    return QTimeZone(station == u"552" ? "America/New_York" : "Pacific/Honolulu");
}

std::optional<qint64> median(QVector<qint64> ages)
{
    if (ages.isEmpty())
        return std::nullopt;
    std::ranges::sort(ages);
    const qsizetype middle = ages.size() / 2;
    return ages.size() % 2 != 0 ? ages[middle] : (ages[middle - 1] + ages[middle]) / 2;
}
} // namespace

class TstThroughput : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    Done make(Made one, int number);
    Done makeMany();
    /// Counted one by one, in another way than the store does.
    Throughput bruteForce(const Scope &scope, QDate from, QDate to, const QDateTime &now) const;

    QVector<Made> m_made;

private Q_SLOTS:
    void countsAsBruteForceDoes_data();
    void countsAsBruteForceDoes();
    void aDayIsTheStations_data();
    void aDayIsTheStations();
    void whatIsTakenBackWaitsAgain();
    void daysWithoutAnythingKnownAreTold();
    void anEndNobodyKnowsIsTold();
    void refusedDays_data();
    void refusedDays();
    void canBeStopped();
    void readsIndexesOnly();
};

/// Stored as waiting, then ended at its time.
Done TstThroughput::make(Made one, int number)
{
    Renewal renewal = sampleRenewal(u"T%1"_s.arg(number), 24, one.station);
    renewal.ehr = one.ehr;
    renewal.requestedAt = one.requested;
    renewal.careTeam.value = one.team;
    renewal.state = one.team != 0 ? RenewalState::ReadyToRoute : RenewalState::NeedsRouting;
    const auto stored = RenewalRepository(connection()).insert(renewal);
    if (!stored)
        return failure(stored.error());
    m_made.append(one);
    if (!one.cleared.isValid())
        return ok();
    TriageState ended;
    ended.state = number % 2 == 0 ? RenewalState::Closed : RenewalState::Routed;
    ended.careTeam.value =
        number % 5 == 0 ? 0 : one.team; // where it went counts, not where it would have gone
    ended.routedTo.value = one.team;
    return TriageRepository(connection()).change({stored->id}, ended, one.cleared);
}

Done TstThroughput::makeMany()
{
    m_made.clear();
    auto transaction = Transaction::begin(connection());
    if (!transaction)
        return failure(transaction.error());
    for (const auto &[number, zone] :
         {std::pair(u"552"_s, u"America/New_York"_s), std::pair(u"459"_s, u"Pacific/Honolulu"_s)}) {
        Station station;
        station.number = StationNumber(number);
        station.timeZone = zone;
        if (const Done done = StationRepository(connection()).upsert(station); !done)
            return done;
        for (const qint64 team : {1, 2, 3}) {
            const CareTeam careTeam = sampleTeam(team + number.toInt() * 10, u"Team %1"_s.arg(team), number);
            if (const auto done = CareTeamRepository(connection()).upsert(careTeam); !done)
                return failure(done.error());
        }
    }
    QRandomGenerator random(7);
    for (int i = 0; i < 400; ++i) {
        Made one;
        one.station = random.bounded(2) == 0 ? u"552"_s : u"459"_s;
        one.ehr = random.bounded(4) == 0 ? EhrSystem::OracleHealth : EhrSystem::VistA;
        // Around the night in which the clocks of New York leap, 2026-03-08.
        one.requested = noon().addSecs(random.bounded(14 * 86400)).addMSecs(random.bounded(1000));
        if (random.bounded(3) != 0)
            one.cleared = one.requested.addSecs(random.bounded(5 * 86400));
        const int team = random.bounded(4);
        one.team = team == 0 ? 0 : team + one.station.toInt() * 10;
        if (const Done done = make(one, i); !done)
            return done;
    }
    return transaction->commit();
}

Throughput TstThroughput::bruteForce(const Scope &scope, QDate from, QDate to, const QDateTime &now) const
{
    Throughput all;
    QVector<qint64> waiting;
    QVector<qint64> cleared;
    QMap<QDate, ThroughputDay> days;
    QMap<QDate, QVector<qint64>> ages;
    QMap<std::pair<QString, qint64>, ThroughputTeam> teams;
    for (const Made &one : m_made) {
        if ((!scope.parentStation.isEmpty() && one.station != scope.parentStation) ||
            (!scope.ehr.isEmpty() && toString(one.ehr) != scope.ehr))
            continue;
        const auto inside = [&](const QDateTime &at) {
            const QDate day = at.toTimeZone(zoneOf(one.station)).date();
            return at.isValid() && day >= from && day <= to;
        };
        ThroughputTeam &team = teams[{one.station, one.team}];
        if (inside(one.requested)) {
            ++days[one.requested.toTimeZone(zoneOf(one.station)).date()].received;
            ++team.received;
            ++all.received;
        }
        if (inside(one.cleared)) {
            const QDate day = one.cleared.toTimeZone(zoneOf(one.station)).date();
            ++days[day].cleared;
            ages[day].append(one.requested.secsTo(one.cleared));
            cleared.append(one.requested.secsTo(one.cleared));
            ++team.cleared;
            ++all.cleared;
        }
        if (!one.cleared.isValid()) {
            waiting.append(std::max<qint64>(one.requested.msecsTo(now), 0) / 1000);
            team.oldestAge = std::max(team.oldestAge.value_or(0), waiting.constLast());
            ++team.waiting;
        }
    }
    all.waiting = waiting.size();
    all.medianAge = median(waiting);
    all.medianCleared = median(cleared);
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        days[day].day = day;
        days[day].medianAge = median(ages[day]);
        all.days.append(days[day]);
    }
    for (auto team = teams.begin(); team != teams.end(); ++team) {
        team->parentStation = team.key().first;
        team->team.value = team.key().second;
        if (team->waiting + team->received + team->cleared > 0)
            all.teams.append(*team);
    }
    return all;
}

void TstThroughput::countsAsBruteForceDoes_data()
{
    QTest::addColumn<QString>("station");
    QTest::addColumn<QString>("ehr");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    const QDate first(2026, 3, 1);
    QTest::newRow("all stations") << QString() << QString() << first << QDate(2026, 3, 21);
    QTest::newRow("one station") << u"552"_s << QString() << first << QDate(2026, 3, 21);
    QTest::newRow("one record system") << QString() << u"ORACLE_HEALTH"_s << first << QDate(2026, 3, 21);
    QTest::newRow("station and system") << u"459"_s << u"VISTA"_s << first << QDate(2026, 3, 21);
    QTest::newRow("the day clocks leap") << u"552"_s << QString() << QDate(2026, 3, 8) << QDate(2026, 3, 8);
    QTest::newRow("a station nobody knows") << u"999"_s << QString() << first << QDate(2026, 3, 3);
}

void TstThroughput::countsAsBruteForceDoes()
{
    QFETCH(QString, station);
    QFETCH(QString, ehr);
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    VERIFY_OK(makeMany());
    const QDateTime now = noon().addDays(20);
    const Scope scope{station, ehr};
    const auto counted = ThroughputRepository(connection()).throughput(scope, from, to, now);
    VERIFY_OK(counted);
    const Throughput expected = bruteForce(scope, from, to, now);
    QCOMPARE(counted->received, expected.received);
    QCOMPARE(counted->cleared, expected.cleared);
    QCOMPARE(counted->waiting, expected.waiting);
    QCOMPARE(counted->medianAge, expected.medianAge);
    QCOMPARE(counted->medianCleared, expected.medianCleared);
    QCOMPARE(counted->days.size(), expected.days.size());
    for (qsizetype i = 0; i < expected.days.size(); ++i) {
        QCOMPARE(counted->days[i].day, expected.days[i].day);
        QCOMPARE(counted->days[i].received, expected.days[i].received);
        QCOMPARE(counted->days[i].cleared, expected.days[i].cleared);
        QCOMPARE(counted->days[i].medianAge, expected.days[i].medianAge);
    }
    qint64 teams = 0;
    for (const ThroughputTeam &team : expected.teams) {
        const auto found = std::ranges::find_if(counted->teams, [&](const ThroughputTeam &one) {
            return one.parentStation == team.parentStation && one.team == team.team;
        });
        QVERIFY(found != counted->teams.cend());
        QCOMPARE(found->received, team.received);
        QCOMPARE(found->cleared, team.cleared);
        QCOMPARE(found->waiting, team.waiting);
        QCOMPARE(found->oldestAge, team.oldestAge);
        QCOMPARE(found->name.isEmpty(), !team.team.isValid());
        ++teams;
    }
    QCOMPARE(counted->teamCount, teams);
    QCOMPARE(counted->zone.isEmpty(), station.isEmpty() || station == u"999");
}

void TstThroughput::aDayIsTheStations_data()
{
    QTest::addColumn<QString>("station");
    QTest::addColumn<QDate>("day");
    QTest::newRow("late evening in New York is the day before") << u"552"_s << QDate(2026, 3, 2);
    QTest::newRow("evening in Honolulu is the day before, too") << u"459"_s << QDate(2026, 3, 2);
    QTest::newRow("without a zone it is the day of UTC") << u"640"_s << QDate(2026, 3, 3);
}

void TstThroughput::aDayIsTheStations()
{
    QFETCH(QString, station);
    QFETCH(QDate, day);
    VERIFY_OK(makeMany());
    Made one;
    one.station = station;
    one.requested = QDateTime(QDate(2026, 3, 3), QTime(4, 59), Qt::UTC); // 23:59 in New York
    const auto count = [&] {
        return ThroughputRepository(connection())
            .throughput({station, {}}, day, day, noon().addDays(20))
            ->received;
    };
    const qint64 before = count();
    VERIFY_OK(make(one, 9001));
    QCOMPARE(count(), before + 1);
}

void TstThroughput::whatIsTakenBackWaitsAgain()
{
    Renewal renewal = sampleRenewal(u"1"_s, 24);
    const auto stored = RenewalRepository(connection()).insert(renewal);
    VERIFY_OK(stored);
    const auto count = [this] {
        return *ThroughputRepository(connection())
                    .throughput({}, noon().date().addDays(-5), noon().date(), noon());
    };
    QCOMPARE(count().waiting, 1);
    TriageState ended;
    ended.state = RenewalState::Routed;
    VERIFY_OK(TriageRepository(connection()).change({stored->id}, ended, noon().addSecs(-60)));
    QCOMPARE(count().waiting, 0);
    QCOMPARE(count().cleared, 1);
    QCOMPARE(count().medianCleared, std::optional<qint64>(2 * 86400 - 60));
    // What comes after the end of the waiting does not change when it was.
    ended.state = RenewalState::Closed;
    VERIFY_OK(TriageRepository(connection()).change({stored->id}, ended, noon()));
    QCOMPARE(count().medianCleared, std::optional<qint64>(2 * 86400 - 60));
    TriageState waits;
    waits.state = RenewalState::NeedsRouting;
    VERIFY_OK(TriageRepository(connection()).change({stored->id}, waits, noon()));
    QCOMPARE(count().waiting, 1);
    QCOMPARE(count().cleared, 0);
    QCOMPARE(count().received, 1);
}

void TstThroughput::daysWithoutAnythingKnownAreTold()
{
    VERIFY_OK(RenewalRepository(connection()).insert(sampleRenewal(u"1"_s, 24))); // asked for on 2026-02-28
    const auto counted =
        ThroughputRepository(connection()).throughput({}, QDate(2026, 2, 26), QDate(2026, 3, 4), noon());
    VERIFY_OK(counted);
    QString known;
    for (const ThroughputDay &day : counted->days)
        known += day.isKnown ? u'x' : u'-';
    QCOMPARE(known, u"--xxx--"_s);
}

void TstThroughput::anEndNobodyKnowsIsTold()
{
    Renewal renewal = sampleRenewal(u"1"_s, 24);
    renewal.state = RenewalState::Closed; // ended before anybody wrote down when
    VERIFY_OK(RenewalRepository(connection()).insert(renewal));
    const auto counted =
        ThroughputRepository(connection()).throughput({}, noon().date().addDays(-5), noon().date(), noon());
    VERIFY_OK(counted);
    QCOMPARE(counted->cleared, 0);
    QCOMPARE(counted->endedUnknown, 1);
    QCOMPARE(counted->received, 1);
}

void TstThroughput::refusedDays_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::newRow("the last before the first") << QDate(2026, 3, 2) << QDate(2026, 3, 1);
    QTest::newRow("no day") << QDate() << QDate(2026, 3, 1);
    QTest::newRow("more than a leap year") << QDate(2025, 3, 1) << QDate(2026, 3, 2);
}

void TstThroughput::refusedDays()
{
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    VERIFY_ERROR(ThroughputRepository(connection()).throughput({}, from, to, noon()),
                 ErrorCode::InvalidInput);
}

void TstThroughput::canBeStopped()
{
    VERIFY_OK(makeMany());
    int told = 0;
    const auto stopped =
        ThroughputRepository(connection())
            .throughput({}, noon().date(), noon().date(), noon(), [&](qsizetype, qsizetype stations) {
                ++told;
                return stations != 2;
            });
    VERIFY_ERROR(stopped, ErrorCode::Cancelled);
    QCOMPARE(told, 1);
}

void TstThroughput::readsIndexesOnly()
{
    if (!isSqlite()) { // its plan goes by how full the table is; what it can use is there
        for (const QString &index :
             {u"renewal_waiting_since"_s, u"renewal_ended_since"_s, u"renewal_cleared"_s}) {
            const auto found =
                connection().rows<QString>(u"SELECT indexname FROM pg_indexes WHERE indexname = ?"_s, {index},
                                           [](const Row &row) { return row.text(0); });
            VERIFY_OK(found);
            QCOMPARE(QStringList(*found), QStringList{index});
        }
        return;
    }
    const auto plan = [this](const QString &sql) {
        const auto steps = connection().rows<QString>(u"EXPLAIN QUERY PLAN "_s + sql, {},
                                                      [](const Row &row) { return row.text(3); });
        return steps ? QStringList(*steps).join(u'|') : steps.error().detail;
    };
    QVERIFY(plan(u"SELECT requested_at, COALESCE(care_team, 0) FROM renewal WHERE parent_station = '552' AND "
                 "state NOT IN ('routed', 'closed') ORDER BY requested_at"_s)
                .contains(u"COVERING INDEX renewal_waiting_since"));
    QVERIFY(
        plan(u"SELECT requested_at, COALESCE(routed_to, care_team, 0) FROM renewal WHERE parent_station = "
             "'552' AND requested_at >= 1 AND requested_at < 2 AND state IN ('routed', 'closed')"_s)
            .contains(u"COVERING INDEX renewal_ended_since"));
    QVERIFY(plan(u"SELECT cleared_at, requested_at, COALESCE(routed_to, care_team, 0) FROM renewal WHERE "
                 "parent_station = '552' AND cleared_at >= 1 AND cleared_at < 2 AND cleared_at IS NOT NULL"_s)
                .contains(u"COVERING INDEX renewal_cleared"));
}

RENEWAL_STORE_TEST_MAIN(TstThroughput)
#include "tst_throughput.moc"
