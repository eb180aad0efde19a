// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/careteamrepository.h"
#include "app/store/findrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/stationrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::sampleRenewal;

/// Finding anything by its name.
class TstFindRepository : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    void fill();
    QStringList found(const FindQuery &query);

private Q_SLOTS:
    void finds_data();
    void finds();
    void aHitNamesNoPatient();
    void whatWaitsComesFirst();
    void aCommonWordIsNotReadToItsEnd();
};

void TstFindRepository::fill()
{
    Renewal accented = sampleRenewal(u"2"_s, 2, u"553"_s);
    accented.drug = u"AMLODIPINE 5MG TAB"_s;
    accented.prescriberShown = u"Núñez, José"_s;
    for (const Renewal &renewal : {sampleRenewal(u"1"_s, 1), accented})
        VERIFY_OK(RenewalRepository(connection()).insert(renewal));
    for (const auto &prescriber : {renewal::testing::samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s),
                                   renewal::testing::samplePrescriber(u"DAYTON"_s, u"ANN"_s, u"553"_s)})
        VERIFY_OK(PrescriberRepository(connection()).upsert(prescriber, {}));
    VERIFY_OK(CareTeamRepository(connection()).upsert(renewal::testing::sampleTeam(7001, u"Blue team"_s)));
    VERIFY_OK(CareTeamRepository(connection())
                  .upsert(renewal::testing::sampleTeam(7002, u"Dayton cardiology"_s, u"553"_s)));
    const Station dayton{StationNumber(u"552GA"), u"Dayton clinic"_s, u"Ohio"_s, EhrSystem::VistA, {}};
    VERIFY_OK(StationRepository(connection()).upsert(dayton));
}

QStringList TstFindRepository::found(const FindQuery &query)
{
    const auto hits = FindRepository(connection()).find(query);
    if (!hits)
        return {hits.error().text, hits.error().detail};
    QStringList texts;
    for (const FindHit &hit : *hits)
        texts.append(toString(hit.kind) + u' ' + hit.name + u' ' + hit.station);
    return texts;
}

void TstFindRepository::finds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("station");
    QTest::addColumn<QStringList>("texts");
    const auto row = [](const char *name, const QString &words, const char *station,
                        const QStringList &texts) {
        QTest::newRow(name) << words << QString::fromLatin1(station) << texts;
    };
    const QString lisinopril = u"renewal LISINOPRIL 10MG TAB 552"_s;
    const QString okafor = u"prescriber Okafor, Chidi 552"_s;
    const QString dayton = u"prescriber Dayton, Ann 553"_s;
    row("nothing for nothing", u""_s, "", {});
    row("nothing for signs", u"--*("_s, "", {});
    row("a drug", u"lisin"_s, "", {lisinopril});
    row("a prescription number", u"272031a"_s, "", {lisinopril});
    row("a prescriber and the renewals", u"okaf"_s, "", {lisinopril, okafor});
    row("a single letter finds no renewals", u"o"_s, "",
        {okafor, u"care_team Dayton cardiology 553"_s, u"station Dayton clinic 552GA"_s});
    row("without the accent", u"nunez"_s, "", {u"renewal AMLODIPINE 5MG TAB 553"_s});
    row("a care team by a part of its name", u"lue"_s, "", {u"care_team Blue team 552"_s});
    row("a station by its number", u"552ga"_s, "", {u"station Dayton clinic 552GA"_s});
    row("the same word in several kinds", u"dayton"_s, "",
        {dayton, u"care_team Dayton cardiology 553"_s, u"station Dayton clinic 552GA"_s});
    row("every word must fit", u"dayton cardio"_s, "", {u"care_team Dayton cardiology 553"_s});
    row("at a station", u"lisin"_s, "553", {});
    row("at the other station", u"amlo"_s, "553", {u"renewal AMLODIPINE 5MG TAB 553"_s});
    row("an injection", u"x'; DROP TABLE renewal; --"_s, "", {});
}

void TstFindRepository::finds()
{
    QFETCH(QString, words);
    QFETCH(QString, station);
    QFETCH(QStringList, texts);
    fill();
    QCOMPARE(found({words, station, 6}), texts);
}

void TstFindRepository::aHitNamesNoPatient()
{
    Renewal longKey = sampleRenewal(u"1"_s, 1);
    longKey.patientKey = u"1012845331V153043"_s;
    Renewal shortKey = sampleRenewal(u"2"_s, 2);
    shortKey.patientKey = u"4821"_s;
    VERIFY_OK(RenewalRepository(connection()).insert(longKey));
    VERIFY_OK(RenewalRepository(connection()).insert(shortKey));
    const auto hits = FindRepository(connection()).find({u"lisin"_s, {}, 6});
    VERIFY_OK(hits);
    QCOMPARE(hits->size(), 2);
    QCOMPARE(hits->at(0).patientEnd, u"3043"_s);
    QCOMPARE(hits->at(1).patientEnd, QString()); // the end would be all of it
}

void TstFindRepository::whatWaitsComesFirst()
{
    Renewal ended = sampleRenewal(u"1"_s, 1);
    ended.state = RenewalState::Closed;
    for (const Renewal &renewal : {ended, sampleRenewal(u"2"_s, 9), sampleRenewal(u"3"_s, 5)})
        VERIFY_OK(RenewalRepository(connection()).insert(renewal));
    const auto hits = FindRepository(connection()).find({u"lisin"_s, {}, 6});
    VERIFY_OK(hits);
    QStringList numbers;
    for (const FindHit &hit : *hits)
        numbers.append(hit.number);
    QCOMPARE(numbers, QStringList({u"272033A"_s, u"272032A"_s, u"272031A"_s}));
    QCOMPARE(hits->at(2).state, u"closed"_s);
}

void TstFindRepository::aCommonWordIsNotReadToItsEnd()
{
    for (int i = 0; i < 500; ++i)
        VERIFY_OK(RenewalRepository(connection()).insert(sampleRenewal(QString::number(i), 1000 - i)));
    // The one that is due first stands last in the index, beyond what is looked at.
    const auto hits = FindRepository(connection()).find({u"lisin"_s, {}, 3});
    VERIFY_OK(hits);
    QCOMPARE(hits->size(), 3);
    QVERIFY(hits->at(0).number != u"27203499A"_s);
}

RENEWAL_STORE_TEST_MAIN(TstFindRepository)
#include "tst_findrepository.moc"
