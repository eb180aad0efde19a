// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/renewalrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::sampleRenewal;

class TstRenewalPages : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    RenewalRepository renewals() { return RenewalRepository(connection()); }
    /// One renewal for each state at 552 and one at 553, due 1, 2, 3 ... hours after noon, the first an hour
    /// before.
    void addOneOfEach();
    QStringList shown(const RenewalQuery &query);

private Q_SLOTS:
    void aRenewalComesBackAsItWent();
    void theSamePendingRequestIsAConflict();
    void views_data();
    void views();
    void countsAgreeWithPages();
    void pagesFollowEachOtherWithoutGaps();
    void cursorsOfOtherListsAreRefused();
    void wrongQueriesAreRefused();
    void messagesBelongToTheirRenewal();
};

void TstRenewalPages::addOneOfEach()
{
    const struct
    {
        const char *id;
        RenewalState state;
        int hours;
    } rows[] = {{"1", RenewalState::NeedsRouting, -1}, {"2", RenewalState::ReadyToRoute, 2},
                {"3", RenewalState::InReview, 3},      {"4", RenewalState::Routed, 4},
                {"5", RenewalState::Returned, 5},      {"6", RenewalState::External, 6},
                {"7", RenewalState::NotRenewable, 30}, {"8", RenewalState::Closed, 31}};
    for (const auto &row : rows) {
        Renewal renewal = sampleRenewal(QString::fromLatin1(row.id), row.hours);
        renewal.state = row.state;
        renewal.assignee = row.state == RenewalState::InReview ? u"ann"_s : QString();
        renewal.outcome = row.state == RenewalState::Closed ? u"denied"_s : QString();
        VERIFY_OK(renewals().insert(renewal));
    }
    Renewal elsewhere = sampleRenewal(u"9"_s, 1, u"553GR"_s);
    elsewhere.ehr = EhrSystem::OracleHealth;
    VERIFY_OK(renewals().insert(elsewhere));
}

QStringList TstRenewalPages::shown(const RenewalQuery &query)
{
    const auto page = renewals().page(query, noon(), u"ann"_s);
    if (!page)
        return {page.error().text, page.error().detail};
    QStringList ids;
    for (const Renewal &renewal : page->items)
        ids.append(renewal.prescriptionId);
    if (page->total != ids.size())
        ids.append(u"total %1"_s.arg(page->total));
    return ids;
}

void TstRenewalPages::aRenewalComesBackAsItWent()
{
    Renewal full = sampleRenewal(u"17"_s, 5, u"552GA"_s);
    full.stateReason = u"Two prescribers at this station share this name"_s;
    full.careTeam.value = 7002;
    full.careTeamName = u"** DAYTON: Primary Care, O'Brien"_s;
    full.careTeamProbability = 0.97;
    full.prescriberId.value = 3;
    full.ehr = EhrSystem::OracleHealth;
    full.state = RenewalState::InReview;
    full.assignee = u"ann"_s;
    full.outcome = u"renewed"_s;
    full.outcomeReason = u"NEEDAPMT"_s;
    full.groupDueAt = full.dueAt;
    full.patientPending = 1;
    const auto stored = renewals().insert(full);
    VERIFY_OK(stored);
    full.id = stored->id;
    full.version = 1;
    QVERIFY(*stored == full);
    const auto found = renewals().find(full.id);
    VERIFY_OK(found);
    QVERIFY(*found == full);

    Renewal bare;
    bare.station = StationNumber(u"552"_s);
    bare.requestedAt = noon();
    bare.dueAt = noon();
    const auto bareStored = renewals().insert(bare);
    VERIFY_OK(bareStored);
    QVERIFY(*renewals().find(bareStored->id) == *bareStored);
    VERIFY_ERROR(renewals().find(RenewalId{4711}), ErrorCode::NotFound);
}

void TstRenewalPages::theSamePendingRequestIsAConflict()
{
    Renewal first = sampleRenewal(u"1"_s, 1);
    VERIFY_OK(renewals().insert(first));
    VERIFY_ERROR(renewals().insert(first), ErrorCode::Conflict);
    first.state = RenewalState::Closed;
    VERIFY_OK(renewals().insert(first)); // a closed one does not stand in the way
    first.state = RenewalState::NeedsRouting;
    first.ehr = EhrSystem::OracleHealth;
    VERIFY_OK(renewals().insert(first));
}

void TstRenewalPages::views_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("station");
    QTest::addColumn<QString>("ehr");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *name, const char *view, const char *station, const char *ehr,
                        const char *ids) {
        QTest::newRow(name) << QString::fromLatin1(view) << QString::fromLatin1(station)
                            << QString::fromLatin1(ehr)
                            << QString::fromLatin1(ids).split(u' ', Qt::SkipEmptyParts);
    };
    row("pending in the order of due", views::allPending, "", "", "1 9 2 3 5 6 7");
    row("pending of one station", views::allPending, "552", "", "1 2 3 5 6 7");
    row("pending of one record system", views::allPending, "", "ORACLE_HEALTH", "9");
    row("pending of both", views::allPending, "553", "VISTA", "");
    row("needs routing", views::needsRouting, "", "", "1 9");
    row("ready", views::readyToRoute, "", "", "2");
    row("ready elsewhere", views::readyToRoute, "553", "", "");
    row("overdue is before now", views::overdue, "", "", "1");
    row("due today is from now to midnight", views::dueToday, "", "", "9 2 3 5 6");
    row("due today at a station", views::dueToday, "553", "", "9");
    row("in review", views::inReview, "", "", "3");
    row("external", views::external, "", "", "6");
    row("not renewable", views::notRenewable, "552", "", "7");
    row("closed and routed, the latest first", views::closed, "", "", "8 4");
    row("closed at a station", views::closed, "552", "VISTA", "8 4");
    row("routed", views::routed, "", "", "4");
    row("routed elsewhere", views::routed, "553", "", "");
    row("denied", views::denied, "", "", "8");
    row("denied elsewhere", views::denied, "", "ORACLE_HEALTH", "");
    row("assigned to me", views::assignedToMe, "", "", "3");
    row("assigned to me elsewhere", views::assignedToMe, "553", "", "");
}

void TstRenewalPages::views()
{
    QFETCH(QString, view);
    QFETCH(QString, station);
    QFETCH(QString, ehr);
    QFETCH(QStringList, ids);
    addOneOfEach();
    RenewalQuery query;
    query.view = view;
    query.scope = {station, ehr};
    QCOMPARE(shown(query), ids);
}

void TstRenewalPages::countsAgreeWithPages()
{
    addOneOfEach();
    for (const Scope &scope : {Scope{}, Scope{u"552"_s, {}}, Scope{{}, u"VISTA"_s}, Scope{u"999"_s, {}}}) {
        const auto counts = renewals().counts(scope, noon(), u"ann"_s);
        VERIFY_OK(counts);
        QCOMPARE(counts->size(), 13);
        for (const ViewCount &count : *counts) {
            RenewalQuery query;
            query.view = count.view;
            query.scope = scope;
            const auto page = renewals().page(query, noon(), u"ann"_s);
            VERIFY_OK(page);
            QVERIFY2(page->items.size() == count.count && page->total == count.count, qPrintable(count.view));
        }
    }
    QCOMPARE(*renewals().total(), 9);
    const auto overdue = [&](const QDateTime &now) { return renewals().counts({}, now)->at(3).count; };
    QCOMPARE(overdue(noon().addSecs(3601)), 2);
    QCOMPARE(overdue(noon().addDays(3)), 7);
    VERIFY_OK(
        connection().run(u"UPDATE renewal SET due_at = due_at - 864000000 WHERE prescription_id = '7'"_s));
    QCOMPARE(overdue(noon()), 2);
    QCOMPARE(overdue(noon().addDays(-5)), 1);
    VERIFY_OK(connection().run(u"UPDATE renewal SET state = 'closed' WHERE prescription_id = '1'"_s));
    VERIFY_OK(connection().run(u"DELETE FROM renewal WHERE prescription_id = '2'"_s));
    QCOMPARE(overdue(noon().addDays(3)), 5);
    QCOMPARE(renewals().counts({}, noon())->at(1).count, 1);
    QCOMPARE(renewals().counts({}, noon())->at(2).count, 0);
    QCOMPARE(renewals().counts({}, noon())->at(12).count, 3);
}

void TstRenewalPages::pagesFollowEachOtherWithoutGaps()
{
    for (int i = 0; i < 25; ++i)
        VERIFY_OK(renewals().insert(sampleRenewal(QString::number(i), i / 10))); // many share a due instant
    for (const QString &search : {QString(), u"lisin"_s}) {
        RenewalQuery query;
        query.limit = 4;
        query.search = search;
        QStringList seen;
        int pages = 0;
        do {
            const auto page = renewals().page(query, noon());
            VERIFY_OK(page);
            QCOMPARE(page->total, 25);
            for (const Renewal &renewal : page->items)
                seen.append(renewal.prescriptionId);
            query.cursor = page->next;
            ++pages;
        } while (!query.cursor.isEmpty());
        QCOMPARE(pages, 7);
        QCOMPARE(seen.size(), 25);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 25);
    }
    RenewalQuery exact;
    exact.limit = 25;
    QVERIFY(renewals().page(exact, noon())->next.isEmpty());
}

void TstRenewalPages::cursorsOfOtherListsAreRefused()
{
    for (int i = 0; i < 5; ++i)
        VERIFY_OK(renewals().insert(sampleRenewal(QString::number(i), i)));
    RenewalQuery query;
    query.limit = 2;
    query.cursor = renewals().page(query, noon())->next;
    QVERIFY(!query.cursor.isEmpty());
    VERIFY_OK(renewals().page(query, noon()));
    query.view = QString::fromLatin1(views::needsRouting);
    VERIFY_ERROR(renewals().page(query, noon()), ErrorCode::InvalidInput);
    query.cursor = u"garbage"_s;
    VERIFY_ERROR(renewals().page(query, noon()), ErrorCode::InvalidInput);
}

void TstRenewalPages::wrongQueriesAreRefused()
{
    RenewalQuery query;
    query.view = u"everything"_s;
    VERIFY_ERROR(renewals().page(query, noon()), ErrorCode::InvalidInput);
    query = {};
    query.limit = 0;
    VERIFY_ERROR(renewals().page(query, noon()), ErrorCode::InvalidInput);
}

void TstRenewalPages::messagesBelongToTheirRenewal()
{
    const auto renewal = renewals().insert(sampleRenewal(u"1"_s, 1));
    VERIFY_OK(renewal);
    QVERIFY(!renewals().message(renewal->id)->has_value());
    RenewalMessage message;
    message.messageId = u"M-1"_s;
    message.patientKey = u"P-1"_s;
    message.prescriptionId = u"1"_s;
    message.station = StationNumber(u"552GA"_s);
    message.recipientId.value = 7001;
    message.recipientName = u"** DAYTON: Primary Care"_s;
    message.category = u"MEDICATIONS"_s;
    message.subject = u"Renewal Needed"_s;
    message.body = u"Medication name: LISINOPRIL\nInstructions: \ttake\\one"_s;
    message.sentDate = noon();
    VERIFY_OK(renewals().insertMessage(renewal->id, message));
    const auto found = renewals().message(renewal->id);
    VERIFY_OK(found);
    QVERIFY(found->has_value() && **found == message);
    VERIFY_ERROR(renewals().insertMessage(renewal->id, message), ErrorCode::Conflict);
}

RENEWAL_STORE_TEST_MAIN(TstRenewalPages)
#include "tst_renewalpages.moc"
