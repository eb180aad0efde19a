// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bulkwriter.h"
#include "app/store/dialect.h"
#include "app/store/patientgroups.h"
#include "app/store/renewalload.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"
#include "app/store/triagerepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <QRandomGenerator>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::sampleRenewal;

/// The queue's order: what one patient asks for lies together, whatever happens to it.
class TstRenewalGroups : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    RenewalRepository renewals() { return RenewalRepository(connection()); }
    void add(const QString &number, const QString &patient, int hours,
             RenewalState state = RenewalState::NeedsRouting, const QString &station = u"552"_s,
             EhrSystem ehr = EhrSystem::VistA);
    /// 120 renewals of 25 patients at two stations, by chance.
    void addMany();
    /// All pages of a view, joined: "patient/prescription".
    QStringList walk(const RenewalQuery &query);
    /// What is wrong with group_due_at, worked out anew from the rows.
    QString wrongGroups();

private Q_SLOTS:
    void theEarliestPatientComesFirst();
    void patientsLieTogetherAcrossPages_data();
    void patientsLieTogetherAcrossPages();
    void sameInstantsAndStationsDoNotMix();
    void withoutAPatientKeyEachIsAlone();
    void groupsFollowEveryChange();
    void aLargeLoadFindsTheGroups();
    void cursorsTellNoPatient();
    void aPageGoesOnWhereRowsChanged();
    void tokensAreOfPatientAndStation();
    void outcomesAreCounted();
};

void TstRenewalGroups::add(const QString &number, const QString &patient, int hours, RenewalState state,
                           const QString &station, EhrSystem ehr)
{
    Renewal renewal = sampleRenewal(number, hours, station);
    renewal.patientKey = patient;
    renewal.state = state;
    renewal.ehr = ehr;
    VERIFY_OK(renewals().insert(renewal));
}

void TstRenewalGroups::addMany()
{
    using enum RenewalState;
    const RenewalState states[] = {NeedsRouting, NeedsRouting, ReadyToRoute, InReview, External, Closed};
    QRandomGenerator random(7);
    for (int i = 0; i < 120; ++i) {
        add(QString::number(i), u"P-%1"_s.arg(random.bounded(25)), random.bounded(-9, 40),
            states[random.bounded(6)], random.bounded(3) ? u"552"_s : u"553"_s,
            random.bounded(4) ? EhrSystem::VistA : EhrSystem::OracleHealth);
    }
}

QStringList TstRenewalGroups::walk(const RenewalQuery &query)
{
    QStringList all;
    RenewalQuery next = query;
    do {
        const auto page = renewals().page(next, noon());
        if (!page)
            return {page.error().text, page.error().detail};
        for (const Renewal &renewal : page->items) {
            all.append(renewal.patientKey + u'@' + renewal.station.parent() + toString(renewal.ehr) + u'/' +
                       renewal.prescriptionId);
        }
        next.cursor = page->next;
        if (all.size() > 2000)
            return {u"pages without end"_s};
        if (next.cursor.isEmpty() && page->total != all.size())
            all.append(u"total %1"_s.arg(page->total));
    } while (!next.cursor.isEmpty());
    return all;
}

QString TstRenewalGroups::wrongGroups()
{
    QString wrong;
    const Done read = connection().each(
        u"SELECT r.id, r.state, r.group_due_at, CASE WHEN r.state IN ('routed', 'closed') THEN NULL "
        "WHEN r.patient_key = '' THEN r.due_at ELSE (SELECT min(g.due_at) FROM renewal g WHERE "
        "g.parent_station = r.parent_station AND g.ehr = r.ehr AND g.patient_key = r.patient_key "
        "AND g.state NOT IN ('routed', 'closed')) END FROM renewal r"_s,
        {}, [&](const Row &row) {
            if (row.isNull(2) != row.isNull(3) || row.number(2) != row.number(3))
                wrong += u"renewal %1 (%2): %3, not %4; "_s.arg(row.number(0))
                             .arg(row.text(1))
                             .arg(row.number(2))
                             .arg(row.number(3));
            return true;
        });
    return read ? wrong : read.error().detail;
}

void TstRenewalGroups::theEarliestPatientComesFirst()
{
    add(u"1"_s, u"P-A"_s, 5);
    add(u"2"_s, u"P-B"_s, 2);
    add(u"3"_s, u"P-A"_s, 1);
    add(u"4"_s, u"P-B"_s, 9);
    add(u"5"_s, u"P-A"_s, -3, RenewalState::Closed); // answered: pulls nobody forward
    QCOMPARE(walk({}), QStringList({u"P-A@552VISTA/3"_s, u"P-A@552VISTA/1"_s, u"P-B@552VISTA/2"_s,
                                    u"P-B@552VISTA/4"_s}));
    QCOMPARE(renewals().page({}, noon())->items.at(1).groupDueAt, noon().addSecs(3600));
    QVERIFY(!renewals().find(RenewalId{5})->groupDueAt.isValid());
}

void TstRenewalGroups::patientsLieTogetherAcrossPages_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("station");
    QTest::addColumn<QString>("ehr");
    QTest::addColumn<QString>("search");
    const auto row = [](const char *name, const char *view, const char *station, const char *ehr,
                        const char *search) {
        QTest::newRow(name) << QString::fromLatin1(view) << QString::fromLatin1(station)
                            << QString::fromLatin1(ehr) << QString::fromLatin1(search);
    };
    row("everything pending", views::allPending, "", "", "");
    row("of one station", views::allPending, "552", "", "");
    row("of one record system", views::allPending, "", "VISTA", "");
    row("of both", views::allPending, "553", "ORACLE_HEALTH", "");
    row("one state", views::needsRouting, "", "", "");
    row("one state at a station", views::needsRouting, "552", "VISTA", "");
    row("another state", views::readyToRoute, "", "", "");
    row("overdue", views::overdue, "", "", "");
    row("overdue at a station", views::overdue, "552", "", "");
    row("due today", views::dueToday, "", "", "");
    row("due today at a station", views::dueToday, "552", "", "");
    row("found by a word", views::allPending, "", "", "lisin");
    row("found at a station", views::allPending, "552", "", "lisin");
}

void TstRenewalGroups::patientsLieTogetherAcrossPages()
{
    QFETCH(QString, view);
    QFETCH(QString, station);
    QFETCH(QString, ehr);
    QFETCH(QString, search);
    addMany();
    RenewalQuery query;
    query.view = view;
    query.scope = {station, ehr};
    query.search = search;
    query.limit = 1000;
    const QStringList whole = walk(query);
    QVERIFY2(whole.size() > 3 && !whole.constLast().startsWith(u"total"_s), qPrintable(whole.join(u' ')));
    QSet<QString> left;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const QString patient = whole.at(i).section(u'/', 0, 0);
        if (i > 0 && whole.at(i - 1).section(u'/', 0, 0) != patient) {
            QVERIFY2(!left.contains(patient), qPrintable(whole.join(u' ')));
            left.insert(whole.at(i - 1).section(u'/', 0, 0));
        }
    }
    for (const int limit : {1, 2, 3, 7}) {
        query.limit = limit;
        QCOMPARE(walk(query), whole);
    }
}

void TstRenewalGroups::sameInstantsAndStationsDoNotMix()
{
    // All groups begin at the same instant: only the rest of the order keeps them apart.
    for (int i = 0; i < 12; ++i) {
        add(QString::number(100 + i), u"P-%1"_s.arg(i % 3), i < 6 ? 1 : 2, RenewalState::NeedsRouting,
            i % 2 ? u"552"_s : u"553"_s, i < 3 || i > 8 ? EhrSystem::VistA : EhrSystem::OracleHealth);
    }
    RenewalQuery query;
    query.limit = 1000;
    const QStringList whole = walk(query);
    QCOMPARE(whole.size(), 12);
    QStringList groups;
    for (const QString &each : whole) {
        const QString group = each.section(u'/', 0, 0);
        if (groups.isEmpty() || groups.constLast() != group)
            groups.append(group);
    }
    QCOMPARE(groups.size(), QSet<QString>(groups.cbegin(), groups.cend()).size());
    for (const QString &search : {QString(), u"lisin"_s}) {
        query.search = search;
        query.limit = 1;
        QCOMPARE(walk(query), whole);
    }
}

void TstRenewalGroups::withoutAPatientKeyEachIsAlone()
{
    add(u"1"_s, {}, 5);
    add(u"2"_s, u"P-A"_s, 4);
    add(u"3"_s, {}, 1);
    add(u"4"_s, {}, 1);
    add(u"5"_s, {}, 1);
    QCOMPARE(walk({}), QStringList({u"@552VISTA/3"_s, u"@552VISTA/4"_s, u"@552VISTA/5"_s, u"P-A@552VISTA/2"_s,
                                    u"@552VISTA/1"_s}));
    QCOMPARE(wrongGroups(), QString());
}

void TstRenewalGroups::groupsFollowEveryChange()
{
    addMany();
    add(u"900"_s, {}, 3);
    add(u"901"_s, {}, 4);
    QCOMPARE(wrongGroups(), QString());
    const char *changes[] = {
        "UPDATE renewal SET state = 'closed' WHERE id % 7 = 0",
        "UPDATE renewal SET state = 'routed' WHERE id % 11 = 0",
        "UPDATE renewal SET due_at = due_at - 36000000 WHERE id % 5 = 0",
        "UPDATE renewal SET due_at = due_at + 99000000 WHERE id % 9 = 0",
        "DELETE FROM renewal WHERE id % 13 = 0",
        "UPDATE renewal SET state = 'in_review' WHERE id % 14 = 0",
        "UPDATE renewal SET ehr = 'ORACLE_HEALTH' WHERE id % 10 = 3",
        "UPDATE renewal SET parent_station = '553', station = '553' WHERE id % 10 = 4",
        "UPDATE renewal SET patient_key = '' WHERE id % 17 = 0",
        "UPDATE renewal SET patient_key = 'P-1' WHERE id % 34 = 0",
        "UPDATE renewal SET state = 'needs_routing' WHERE state = 'routed'",
    };
    for (const char *change : changes) {
        const auto changed = connection().run(QString::fromLatin1(change));
        VERIFY_OK(changed);
        QVERIFY2(*changed > 0, change);
        QVERIFY2(wrongGroups().isEmpty(), qPrintable(QString::fromLatin1(change) + u": "_s + wrongGroups()));
    }
}

void TstRenewalGroups::aLargeLoadFindsTheGroups()
{
    if (connection().dialect().readsWhileIndexesGo())
        add(u"1"_s, u"P-1"_s, -50); // elsewhere only an empty queue gives its indexes up
    auto transaction = Transaction::begin(connection());
    VERIFY_OK(transaction);
    auto load = RenewalLoad::begin(connection(), 25000);
    VERIFY_OK(load);
    QVERIFY(load->isBulk());
    auto writer = BulkWriter::open(connection(), u"renewal"_s,
                                   {u"parent_station"_s, u"ehr"_s, u"state"_s, u"due_at"_s, u"patient_key"_s,
                                    u"station"_s, u"requested_at"_s, u"prescription_id"_s, u"outcome"_s});
    VERIFY_OK(writer);
    QRandomGenerator random(3);
    for (int i = 0; i < 400; ++i) {
        const std::string patient = i % 40 ? "P-" + std::to_string(random.bounded(60)) : std::string();
        const bool isDenied = i % 9 == 0;
        VERIFY_OK(
            writer->addRow({"552", "VISTA", isDenied ? "closed" : "needs_routing",
                            noon().addSecs(random.bounded(90000)).toMSecsSinceEpoch(), patient, "552",
                            noon().toMSecsSinceEpoch(), std::to_string(1000 + i), isDenied ? "denied" : ""}));
    }
    VERIFY_OK(writer->finish());
    VERIFY_OK(load->finish());
    VERIFY_OK(transaction->commit());
    QCOMPARE(wrongGroups(), QString());
    RenewalQuery denied;
    denied.view = QString::fromLatin1(views::denied);
    QCOMPARE(walk(denied).size(), 45);
}

void TstRenewalGroups::cursorsTellNoPatient()
{
    addMany();
    RenewalQuery query;
    query.limit = 5;
    const auto page = renewals().page(query, noon());
    VERIFY_OK(page);
    const QByteArray plain = QByteArray::fromBase64(page->next.toLatin1(), QByteArray::Base64UrlEncoding);
    QVERIFY(!plain.isEmpty());
    QVERIFY2(!plain.contains("P-"), plain.constData());
}

void TstRenewalGroups::aPageGoesOnWhereRowsChanged()
{
    addMany();
    RenewalQuery query;
    query.limit = 1000;
    const QStringList whole = walk(query);
    query.limit = 10;
    const auto first = renewals().page(query, noon());
    VERIFY_OK(first);
    // The row the cursor stands on leaves the view: the next page begins behind its place all the same.
    VERIFY_OK(connection().run(u"UPDATE renewal SET state = 'closed' WHERE id = ?"_s,
                               {first->items.constLast().id.value}));
    query.cursor = first->next;
    query.limit = 1000;
    const QStringList rest = walk(query);
    QVERIFY(rest.size() > 10);
    QSet<QString> expected(whole.cbegin() + 10, whole.cend());
    expected.remove(rest.constLast()); // the total counts the whole view
    for (const QString &each : rest.first(rest.size() - 1))
        QVERIFY2(expected.remove(each), qPrintable(each));

    VERIFY_OK(connection().run(u"DELETE FROM renewal WHERE id = ?"_s, {first->items.constLast().id.value}));
    VERIFY_ERROR(renewals().page(query, noon()), ErrorCode::InvalidInput);
}

void TstRenewalGroups::tokensAreOfPatientAndStation()
{
    const auto groups = PatientGroups::of(connection());
    VERIFY_OK(groups);
    Renewal one = sampleRenewal(u"1"_s, 1, u"552GA"_s);
    Renewal two = sampleRenewal(u"2"_s, 1);
    one.patientKey = two.patientKey = u"1012345678V123456"_s;
    const QString token = groups->token(one);
    QCOMPARE(token.size(), 16);
    QCOMPARE(groups->token(two), token); // a division is the same parent station
    two.station = StationNumber(u"553"_s);
    QVERIFY(groups->token(two) != token);
    two = one;
    two.ehr = EhrSystem::OracleHealth;
    QVERIFY(groups->token(two) != token);
    two = one;
    two.patientKey = u"1012345678V123457"_s;
    QVERIFY(groups->token(two) != token);
    one.patientKey.clear();
    two.patientKey.clear();
    one.id.value = 1;
    two.id.value = 2;
    QVERIFY(groups->token(one) != groups->token(two));
    VERIFY_OK(connection().run(u"UPDATE store_secret SET value = 'another'"_s));
    one.patientKey = u"1012345678V123456"_s;
    QVERIFY(PatientGroups::of(connection())->token(one) !=
            token); // without the secret nobody can try keys out
    VERIFY_OK(connection().run(u"DELETE FROM store_secret"_s));
    VERIFY_ERROR(PatientGroups::of(connection()), ErrorCode::Integrity);
}

void TstRenewalGroups::outcomesAreCounted()
{
    const auto denied = [this](const Scope &scope) {
        const auto counts = renewals().counts(scope, noon());
        for (const ViewCount &count : *counts) {
            if (count.view == QLatin1StringView(views::denied))
                return count.count;
        }
        return qint64(-1);
    };
    addMany();
    QCOMPARE(denied({}), 0);
    const auto all = connection().run(u"UPDATE renewal SET outcome = 'denied' WHERE state = 'closed'"_s);
    VERIFY_OK(all);
    QCOMPARE(denied({}), *all);
    const qint64 here = denied({u"552"_s, {}});
    QCOMPARE(here + denied({u"553"_s, {}}), *all);
    VERIFY_OK(connection().run(
        u"UPDATE renewal SET parent_station = '553' WHERE state = 'closed' AND parent_station = '552'"_s));
    QCOMPARE(denied({u"553"_s, {}}), *all);
    VERIFY_OK(connection().run(
        u"UPDATE renewal SET state = 'in_review', outcome = '' WHERE id = (SELECT min(id) FROM renewal "
        "WHERE state = 'closed')"_s));
    QCOMPARE(denied({}), *all - 1);
    VERIFY_OK(connection().run(
        u"UPDATE renewal SET outcome = 'renewed' WHERE id = (SELECT min(id) FROM renewal WHERE state = 'closed')"_s));
    QCOMPARE(denied({}), *all - 2);
    VERIFY_OK(connection().run(u"DELETE FROM renewal WHERE state = 'closed'"_s));
    QCOMPARE(denied({}), 0);
}

RENEWAL_STORE_TEST_MAIN(TstRenewalGroups)
#include "tst_renewalgroups.moc"
