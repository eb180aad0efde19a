// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/stationrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::samplePrescriber;
using renewal::testing::sampleRenewal;
using renewal::testing::sampleTeam;

class TstPrescriberRepository : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    PrescriberRepository prescribers() { return PrescriberRepository(connection()); }
    CareTeamRepository teams() { return CareTeamRepository(connection()); }
    QStringList shown(const PrescriberQuery &query);

private Q_SLOTS:
    void aPrescriberIsItsKey();
    void twoIdsOfOneExtractAreTwoPeople();
    void theWorkListPutsMostWaitingFirst();
    void theWorkListPages();
    void theWorkListFilters_data();
    void theWorkListFilters();
    void whoIsLinkedToATeam();
    void careTeamsComeBackAsTheyWent();
    void careTeamsAreFoundByWords();
    void stationsKeepWhatTheyKnow();
};

QStringList TstPrescriberRepository::shown(const PrescriberQuery &query)
{
    const auto page = prescribers().page(query);
    if (!page)
        return {page.error().text, page.error().detail};
    QStringList names;
    for (const PrescriberSummary &summary : page->items)
        names.append(summary.prescriber.name.last);
    return names;
}

void TstPrescriberRepository::aPrescriberIsItsKey()
{
    Prescriber okafor = samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s, u"552GA"_s);
    okafor.extractId = u"D17"_s;
    const auto first = prescribers().upsert(okafor, u"march"_s);
    VERIFY_OK(first);
    QVERIFY(first->id.isValid());
    okafor.id = first->id;
    QVERIFY(*first == okafor);

    Prescriber display = samplePrescriber({}, {}, u"552"_s);
    display.name = {{}, {}, u"Okafor, Chidi"_s};
    display.specialty = u"Cardiology"_s;
    const auto same = prescribers().upsert(display, u"april"_s);
    VERIFY_OK(same);
    QCOMPARE(same->id, first->id);
    QCOMPARE(same->specialty, u"Cardiology"_s); // an empty field is filled
    QVERIFY(same->name == okafor.name);         // a filled one stays as delivered first
    display.specialty = u"Surgery"_s;
    QCOMPARE(prescribers().upsert(display, {})->specialty, u"Cardiology"_s);

    display.ehr = EhrSystem::OracleHealth;
    QVERIFY(prescribers().upsert(display, {})->id != first->id);
    QVERIFY(prescribers().upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s, u"553"_s), {})->id != first->id);
    QCOMPARE(*prescribers().total(), 3);
    QCOMPARE((*prescribers().find(okafor.key()))->id, first->id);
    QVERIFY(!prescribers().find(PrescriberKey{EhrSystem::VistA, u"552"_s, u"NOBODY"_s})->has_value());
    VERIFY_ERROR(prescribers().find(PrescriberId{4711}), ErrorCode::NotFound);
    VERIFY_ERROR(prescribers().summary(PrescriberId{4711}), ErrorCode::NotFound);
    QCOMPARE(prescribers().ofStation(u"552"_s)->size(), 2);
    QCOMPARE(*StationRepository(connection()).parentsWithPrescribers(), (QStringList{u"552"_s, u"553"_s}));
}

void TstPrescriberRepository::twoIdsOfOneExtractAreTwoPeople()
{
    Prescriber okafor = samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s);
    okafor.extractId = u"D17"_s;
    QCOMPARE(prescribers().upsert(okafor, u"march"_s)->homonyms, 1);
    QCOMPARE(prescribers().upsert(okafor, u"march"_s)->homonyms, 1);
    QCOMPARE(prescribers().upsert(okafor, u"april"_s)->homonyms, 1); // one person in two extracts
    okafor.extractId = u"D18"_s;
    const auto two = prescribers().upsert(okafor, u"march"_s);
    QCOMPARE(two->homonyms, 2);
    QCOMPARE(*prescribers().sources(two->id),
             (QVector<std::pair<QString, QString>>{
                 {u"april"_s, u"D17"_s}, {u"march"_s, u"D17"_s}, {u"march"_s, u"D18"_s}}));
    VERIFY_OK(prescribers().recountHomonyms({}));
    QCOMPARE(prescribers().find(two->id)->homonyms, 2);
}

void TstPrescriberRepository::theWorkListPutsMostWaitingFirst()
{
    const auto few = prescribers().upsert(samplePrescriber(u"FEW"_s, u"A"_s), {});
    const auto many = prescribers().upsert(samplePrescriber(u"MANY"_s, u"A"_s), {});
    const auto none = prescribers().upsert(samplePrescriber(u"NONE"_s, u"A"_s), {});
    for (int i = 0; i < 4; ++i) {
        Renewal renewal = sampleRenewal(QString::number(i), i);
        renewal.prescriberId = i == 0 ? few->id : many->id;
        renewal.requestedAt = noon().addDays(-i);
        if (i == 3)
            renewal.state = RenewalState::NotRenewable; // waits, but not for a team
        VERIFY_OK(RenewalRepository(connection()).insert(renewal));
    }
    QCOMPARE(shown({}), (QStringList{u"MANY"_s, u"FEW"_s, u"NONE"_s}));
    const auto summary = prescribers().summary(many->id);
    VERIFY_OK(summary);
    QCOMPARE(summary->waiting, 2);
    QCOMPARE(summary->oldestWaiting, noon().addDays(-2));
    QCOMPARE(summary->correlation.version, 0);
    QVERIFY(summary->correlation.status == CorrelationStatus::None);
    QCOMPARE(summary->correlation.prescriberId, many->id);
    QVERIFY(!prescribers().summary(none->id)->oldestWaiting.isValid());
}

void TstPrescriberRepository::theWorkListPages()
{
    for (int i = 0; i < 7; ++i)
        VERIFY_OK(prescribers().upsert(samplePrescriber(u"N%1"_s.arg(i), u"A"_s), {}));
    PrescriberQuery query;
    query.limit = 3;
    QStringList seen;
    do {
        const auto page = prescribers().page(query);
        VERIFY_OK(page);
        QCOMPARE(page->total, 7);
        for (const PrescriberSummary &summary : page->items)
            seen.append(summary.prescriber.name.last);
        query.cursor = page->next;
    } while (!query.cursor.isEmpty());
    QCOMPARE(seen, (QStringList{u"N6"_s, u"N5"_s, u"N4"_s, u"N3"_s, u"N2"_s, u"N1"_s, u"N0"_s}));
    query.cursor = u"garbage"_s;
    VERIFY_ERROR(prescribers().page(query), ErrorCode::InvalidInput);
    query = {};
    query.status = u"whatever"_s;
    VERIFY_ERROR(prescribers().page(query), ErrorCode::InvalidInput);
}

void TstPrescriberRepository::theWorkListFilters_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("station");
    QTest::addColumn<QString>("ehr");
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("all") << QString() << QString() << QString() << QString()
                         << QStringList{u"O'BRIEN"_s, u"BAKER"_s, u"OKAFOR"_s};
    QTest::newRow("a status") << u"manual"_s << QString() << QString() << QString()
                              << QStringList{u"OKAFOR"_s};
    QTest::newRow("a status in capitals")
        << u"None"_s << QString() << QString() << QString() << QStringList{u"O'BRIEN"_s, u"BAKER"_s};
    QTest::newRow("a station") << QString() << u"553"_s << QString() << QString() << QStringList{u"BAKER"_s};
    QTest::newRow("a record system") << QString() << QString() << u"ORACLE_HEALTH"_s << QString()
                                     << QStringList{u"O'BRIEN"_s};
    QTest::newRow("the start of a name")
        << QString() << QString() << QString() << u"oka"_s << QStringList{u"OKAFOR"_s};
    QTest::newRow("of the given name")
        << QString() << QString() << QString() << u"chi"_s << QStringList{u"OKAFOR"_s};
    QTest::newRow("both in any order")
        << QString() << QString() << QString() << u"chidi, okafor"_s << QStringList{u"OKAFOR"_s};
    QTest::newRow("not the middle") << QString() << QString() << QString() << u"afor"_s << QStringList();
    QTest::newRow("a wildcard is no word") << QString() << QString() << QString() << u"%"_s
                                           << QStringList{u"O'BRIEN"_s, u"BAKER"_s, u"OKAFOR"_s};
}

void TstPrescriberRepository::theWorkListFilters()
{
    QFETCH(QString, status);
    QFETCH(QString, station);
    QFETCH(QString, ehr);
    QFETCH(QString, search);
    QFETCH(QStringList, names);
    const auto okafor = prescribers().upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), {});
    VERIFY_OK(prescribers().upsert(samplePrescriber(u"BAKER"_s, u"JO"_s, u"553"_s), {}));
    Prescriber oracle = samplePrescriber(u"O'BRIEN"_s, u"KIM"_s);
    oracle.ehr = EhrSystem::OracleHealth;
    VERIFY_OK(prescribers().upsert(oracle, {}));
    Correlation link = *CorrelationRepository(connection()).current(okafor->id);
    link.status = CorrelationStatus::Manual;
    link.careTeam.value = 7001;
    VERIFY_OK(
        CorrelationRepository(connection()).store(link, {noon(), u"ann"_s, u"correlation.linked"_s, {}}));
    PrescriberQuery query;
    query.status = status;
    query.scope = {station, ehr};
    query.search = search;
    QCOMPARE(shown(query), names);
    QCOMPARE(prescribers().page(query)->total, names.size());
}

void TstPrescriberRepository::whoIsLinkedToATeam()
{
    const auto link = [this](const QString &last, const QString &station, CorrelationStatus status,
                             qint64 team) {
        const auto stored = prescribers().upsert(samplePrescriber(last, u"JO"_s, station), u"t"_s);
        Correlation next;
        next.prescriberId = stored->id;
        next.parentStation = stored->station.parent();
        next.status = status;
        next.careTeam = {team};
        const auto done =
            CorrelationRepository(connection()).store(next, {noon(), u"ann"_s, u"correlation.linked"_s, {}});
        return done ? stored->id : PrescriberId();
    };
    using enum CorrelationStatus;
    const PrescriberId self = link(u"OWN"_s, u"552"_s, Manual, 7001);
    QVERIFY(self.isValid());
    for (const QString &last : {u"WONG"_s, u"ADLER"_s, u"SMITH"_s, u"BAKER"_s})
        QVERIFY(link(last, u"552"_s, last == u"WONG" ? Automatic : Manual, 7001).isValid());
    QVERIFY(link(u"ENDED"_s, u"552"_s, Stale, 7001).isValid()); // linked no more
    QVERIFY(link(u"OTHER"_s, u"552"_s, Manual, 7002).isValid());
    QVERIFY(link(u"ELSEWHERE"_s, u"589"_s, Manual, 7001).isValid());
    const auto linked = prescribers().linkedTo(u"552"_s, {{7001}, {7003}}, self);
    VERIFY_OK(linked);
    QCOMPARE(linked->keys(), QList<qint64>{7001});
    QCOMPARE(linked->value(7001).total, 4);
    QCOMPARE(linked->value(7001).names, (QStringList{u"Adler, Jo"_s, u"Baker, Jo"_s, u"Smith, Jo"_s}));
    QVERIFY(prescribers().linkedTo(u"552"_s, {}, self)->isEmpty());
}

void TstPrescriberRepository::careTeamsComeBackAsTheyWent()
{
    CareTeam team = sampleTeam(7001, u"** DAYTON: Primary Care, O'Brien \\ ñ"_s, u"552GA"_s);
    team.ehr = EhrSystem::OracleHealth;
    team.blocked = team.preferred = team.migratingToOh = team.signatureRequired = true;
    team.relationType = u"PATIENT"_s;
    team.leadProviderName = u"James, Donald"_s;
    team.locationName = u"Middletown"_s;
    team.teamName = u"Green"_s;
    team.suggestedNameDisplay = u"Middletown | Primary care | Green - James, Donald Sr"_s;
    team.healthCareSystemName = u"Dayton"_s;
    team.groupType = u"PRIMARY_CARE"_s;
    team.subGroupType = u"X"_s;
    team.groupTypeDisplay = u"Primary Care"_s;
    team.subGroupTypeDisplay = u"Y"_s;
    VERIFY_OK(teams().upsert(team));
    QVERIFY(*teams().find(u"552"_s, team.triageTeamId) == team);
    team.blocked = false;
    team.name = u"Renamed in place"_s;
    VERIFY_OK(teams().upsert(team));
    QVERIFY(*teams().find(u"552"_s, team.triageTeamId) == team);
    QCOMPARE(*teams().total(), 1);
    VERIFY_ERROR(teams().find(u"553"_s, team.triageTeamId), ErrorCode::NotFound);
}

void TstPrescriberRepository::careTeamsAreFoundByWords()
{
    VERIFY_OK(teams().upsert(sampleTeam(3, u"** DAYTON: Primary Care, Baker"_s)));
    VERIFY_OK(teams().upsert(sampleTeam(2, u"DAYTON_PHARMACY"_s)));
    CareTeam plain = sampleTeam(1, u"TG-7410"_s);
    plain.suggestedNameDisplay = u"Dayton | Primary care - Okafor"_s;
    VERIFY_OK(teams().upsert(plain));
    VERIFY_OK(teams().upsert(sampleTeam(4, u"Primary Care"_s, u"553"_s)));
    const auto ids = [&](const QString &station, const QString &search, int limit = 200) {
        QVector<qint64> found;
        const auto hits = teams().find(station, search, limit);
        if (!hits)
            return found;
        for (const CareTeam &team : *hits)
            found.append(team.triageTeamId.value);
        return found;
    };
    QCOMPARE(ids(u"552"_s, {}).size(), 3);
    QCOMPARE(ids({}, {}).size(), 4);
    QCOMPARE(ids(u"552"_s, {}, 1).size(), 1);
    QCOMPARE(ids(u"552"_s, u"primary"_s), (QVector<qint64>{3, 1}));
    QCOMPARE(ids(u"552"_s, u"okafor prim"_s), QVector<qint64>{1});
    QCOMPARE(ids(u"552"_s, u"7410"_s), QVector<qint64>{1});
    QCOMPARE(ids(u"552"_s, u"nobody"_s), QVector<qint64>());
    const auto ordered = teams().find(u"552"_s, {TriageTeamId{3}, TriageTeamId{99}, TriageTeamId{1}});
    QCOMPARE(ordered->size(), 2);
    QCOMPARE(ordered->at(0).triageTeamId.value, 3);
    QCOMPARE(teams().ofStation(u"552"_s)->at(0).triageTeamId.value, 1);
}

void TstPrescriberRepository::stationsKeepWhatTheyKnow()
{
    StationRepository stations(connection());
    const Station full{StationNumber(u"552GA"_s), u"Middletown"_s, u"Dayton"_s, EhrSystem::VistA,
                       u"America/New_York"_s};
    VERIFY_OK(stations.upsert(full));
    VERIFY_OK(stations.upsert({StationNumber(u"552"_s), u"Dayton"_s, {}, EhrSystem::VistA, {}}));
    VERIFY_OK(stations.upsert({StationNumber(u"552GA"_s), {}, {}, EhrSystem::OracleHealth, {}}));
    const auto list = stations.list();
    VERIFY_OK(list);
    QCOMPARE(list->size(), 2);
    QCOMPARE(list->at(0).number.text(), u"552"_s);
    QCOMPARE(list->at(1).name, u"Middletown"_s);
    QCOMPARE(list->at(1).timeZone, u"America/New_York"_s);
    QVERIFY(list->at(1).ehr == EhrSystem::OracleHealth);
}

RENEWAL_STORE_TEST_MAIN(TstPrescriberRepository)
#include "tst_prescriberrepository.moc"
