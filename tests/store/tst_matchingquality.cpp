// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::samplePrescriber;

/// The counts beside the decisions: what matching linked, and what people found wrong with it.
class TstMatchingQuality : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private Q_SLOTS:
    void nothingIsNothing();
    void linksThatHoldCount();
    void peopleFindLinksWrong_data();
    void peopleFindLinksWrong();
    void whatWasTakenBackIsNotWrong();
    void aSecondDecisionCountsOnce();
    void oldLinksAreLeftOut();
    void theScopeNarrows();

private:
    static QDateTime since() { return noon().addDays(-30); }
    MatchingQuality quality(const Scope &scope = {})
    {
        return CorrelationRepository(connection())
            .quality(scope, since())
            .value_or(MatchingQuality{-1, 0, 0, 0, 0});
    }
    PrescriberId addPrescriber(const QString &last, const QString &station = u"552"_s)
    {
        const auto added =
            PrescriberRepository(connection()).upsert(samplePrescriber(last, u"A"_s, station), {});
        return added ? added->id : PrescriberId();
    }
    /// Makes it the present state, and tells the version.
    qint64 put(PrescriberId id, CorrelationStatus status, qint64 team, const QString &action,
               const QDateTime &at = noon())
    {
        CorrelationRepository correlations(connection());
        auto next = correlations.current(id);
        if (!next)
            return -1;
        next->status = status;
        next->careTeam.value = team;
        next->validFrom = at;
        const auto stored = correlations.store(*next, {at, u"ann"_s, action, {}});
        return stored ? stored->version : -1;
    }
    PrescriberId addAutomatic(const QString &last, const QDateTime &at = noon())
    {
        const PrescriberId id = addPrescriber(last);
        put(id, CorrelationStatus::Automatic, 7001, u"correlation.matched"_s, at);
        return id;
    }
};

void TstMatchingQuality::nothingIsNothing()
{
    QCOMPARE(quality(), (MatchingQuality{30, 0, 0, 0, 0}));
}

void TstMatchingQuality::linksThatHoldCount()
{
    addAutomatic(u"OKAFOR"_s);
    addAutomatic(u"LYDON"_s);
    addPrescriber(u"REYES"_s);
    const PrescriberId external = addPrescriber(u"COMMUNITY"_s);
    put(external, CorrelationStatus::External, 0, u"correlation.external"_s);
    QCOMPARE(quality(), (MatchingQuality{30, 2, 0, 2, 3})); // community care is left out of "all"
}

void TstMatchingQuality::peopleFindLinksWrong_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<qint64>("team");
    QTest::addColumn<QString>("action");
    QTest::addColumn<qint64>("wrong");
    QTest::newRow("another team") << u"manual"_s << qint64(7002) << u"correlation.linked"_s << qint64(1);
    QTest::newRow("the same team confirms")
        << u"manual"_s << qint64(7001) << u"correlation.linked"_s << qint64(0);
    QTest::newRow("none of them") << u"refused"_s << qint64(0) << u"correlation.refused"_s << qint64(1);
    QTest::newRow("community care") << u"external"_s << qint64(0) << u"correlation.external"_s << qint64(1);
}

void TstMatchingQuality::peopleFindLinksWrong()
{
    QFETCH(QString, status);
    QFETCH(qint64, team);
    QFETCH(QString, action);
    QFETCH(qint64, wrong);
    addAutomatic(u"LYDON"_s);
    const PrescriberId id = addAutomatic(u"OKAFOR"_s);
    QVERIFY(put(id, *correlationStatusFromString(status), team, action) > 0);
    QCOMPARE(quality().automatic, 2);
    QCOMPARE(quality().foundWrong, wrong);
    QCOMPARE(quality().linkedAlone, 1);
}

void TstMatchingQuality::whatWasTakenBackIsNotWrong()
{
    const PrescriberId id = addAutomatic(u"OKAFOR"_s);
    const qint64 version = put(id, CorrelationStatus::Refused, 0, u"correlation.refused"_s);
    QCOMPARE(quality().foundWrong, 1);
    const qint64 back = put(id, CorrelationStatus::Automatic, 7001, u"correlation.undone"_s);
    VERIFY_OK(CorrelationRepository(connection()).markUndone(id, version, back));
    QCOMPARE(quality(), (MatchingQuality{30, 1, 0, 1, 1}));
    // The link goes stale by itself, and only then a person links: that says nothing about it.
    put(id, CorrelationStatus::Stale, 7001, u"correlation.matched"_s);
    put(id, CorrelationStatus::Manual, 7002, u"correlation.linked"_s);
    QCOMPARE(quality(), (MatchingQuality{30, 0, 0, 0, 1}));
}

void TstMatchingQuality::aSecondDecisionCountsOnce()
{
    const PrescriberId id = addAutomatic(u"OKAFOR"_s);
    put(id, CorrelationStatus::Refused, 0, u"correlation.refused"_s);
    put(id, CorrelationStatus::Manual, 7002, u"correlation.linked"_s);
    QCOMPARE(quality().automatic, 1);
    QCOMPARE(quality().foundWrong, 1);
}

void TstMatchingQuality::oldLinksAreLeftOut()
{
    addAutomatic(u"OLD"_s, since().addSecs(-1));
    const PrescriberId id = addAutomatic(u"OLDER"_s, since().addDays(-9));
    put(id, CorrelationStatus::Refused, 0, u"correlation.refused"_s);
    addAutomatic(u"FRESH"_s, since());
    QCOMPARE(quality(), (MatchingQuality{30, 1, 0, 2, 3})); // today both OLD and FRESH are linked
}

void TstMatchingQuality::theScopeNarrows()
{
    addAutomatic(u"OKAFOR"_s);
    const PrescriberId there = addPrescriber(u"LEE"_s, u"589"_s);
    put(there, CorrelationStatus::Automatic, 8001, u"correlation.matched"_s);
    put(there, CorrelationStatus::Refused, 0, u"correlation.refused"_s);
    QCOMPARE(quality({u"552"_s, {}}), (MatchingQuality{30, 1, 0, 1, 1}));
    QCOMPARE(quality({u"589"_s, {}}), (MatchingQuality{30, 1, 1, 0, 1}));
    QCOMPARE(quality({{}, u"ORACLE_HEALTH"_s}), (MatchingQuality{30, 0, 0, 0, 0}));
}

RENEWAL_STORE_TEST_MAIN(TstMatchingQuality)
#include "tst_matchingquality.moc"
