// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/renewalrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::sampleRenewal;

/// Lists sorted by a column: complete, in order, and without a row twice, whatever the pages' size.
class TstRenewalSort : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    RenewalRepository renewals() { return RenewalRepository(connection()); }
    void addMany(int count);
    /// All ids, page by page.
    QVector<qint64> walked(RenewalQuery query, int limit);
    /// All ids of one statement with that order.
    QVector<qint64> ordered(const QString &where, const QString &order);

private Q_SLOTS:
    void pagesAreOneList_data();
    void pagesAreOneList();
    void equalRowsComeById();
    void whatGoesBetweenPagesLeavesNoGap();
    void aCursorIsOfOneOrder();
};

void TstRenewalSort::addMany(int count)
{
    const char *drugs[] = {"LISINOPRIL 10MG TAB", "lisinopril 10 MG Oral Tablet", "AMLODIPINE 5MG TAB", "",
                           "Zolpidem: 5% (x)"};
    const RenewalState states[] = {RenewalState::NeedsRouting, RenewalState::ReadyToRoute,
                                   RenewalState::Returned, RenewalState::Routed, RenewalState::Closed};
    QRandomGenerator random(7);
    for (int i = 0; i < count; ++i) {
        Renewal renewal = sampleRenewal(QString::number(i), random.bounded(9) - 3,
                                        random.bounded(2) ? u"552"_s : u"553GA"_s);
        renewal.patientKey = u"P%1"_s.arg(random.bounded(12));
        renewal.drug = QString::fromLatin1(drugs[random.bounded(5)]);
        renewal.prescriptionNumber = random.bounded(4) ? QString::number(random.bounded(20)) : QString();
        renewal.lastFilled = random.bounded(3) ? noon().addDays(-random.bounded(5)) : QDateTime();
        renewal.prescriberShown = u"Ñuñez %1, O'Neil"_s.arg(random.bounded(4));
        renewal.careTeamName = random.bounded(3) ? u"** DAYTON: Team %1"_s.arg(random.bounded(3)) : QString();
        renewal.state = states[random.bounded(5)];
        VERIFY_OK(renewals().insert(renewal));
    }
}

QVector<qint64> TstRenewalSort::walked(RenewalQuery query, int limit)
{
    QVector<qint64> ids;
    query.limit = limit;
    do {
        const auto page = renewals().page(query, noon());
        if (!page) {
            qWarning("%s %s", qPrintable(page.error().text), qPrintable(page.error().detail));
            return {-1};
        }
        for (const Renewal &renewal : page->items)
            ids.append(renewal.id.value);
        query.cursor = page->next;
        if (page->items.size() > limit || (!page->next.isEmpty() && page->items.size() < limit))
            return {-2};
    } while (!query.cursor.isEmpty());
    return ids;
}

QVector<qint64> TstRenewalSort::ordered(const QString &where, const QString &order)
{
    return connection()
        .rows<qint64>(u"SELECT id FROM renewal WHERE %1 ORDER BY %2"_s.arg(where, order), {},
                      [](const Row &row) { return row.number(0); })
        .value_or(QVector<qint64>{-3});
}

void TstRenewalSort::pagesAreOneList_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("way");
    const struct
    {
        const char *column;
        const char *key;
    } columns[] = {{"drug", "lower(drug)"},
                   {"number", "prescription_number"},
                   {"last_fill", "COALESCE(last_filled_at, 0)"},
                   {"prescriber", "lower(prescriber_shown)"},
                   {"care_team", "lower(care_team_name)"},
                   {"state", "state"},
                   {"due", "due_at"}};
    for (const auto &column : columns) {
        for (const char *way : {"ASC", "DESC"})
            QTest::addRow("%s %s", column.column, way)
                << QString::fromLatin1(column.column) << QString::fromLatin1(column.key)
                << QString::fromLatin1(way);
    }
}

void TstRenewalSort::pagesAreOneList()
{
    QFETCH(QString, column);
    QFETCH(QString, key);
    QFETCH(QString, way);
    addMany(150);
    const QString order = u"%1 %2, id %2"_s.arg(key, way);
    const struct
    {
        const char *view;
        QString station;
        QString gate;
        QString where;
    } lists[] = {
        {views::allPending, {}, {}, u"state NOT IN ('routed', 'closed')"_s},
        {views::closed, {}, {}, u"state IN ('routed', 'closed')"_s},
        {views::returned, u"553"_s, {}, u"state = 'returned' AND parent_station = '553'"_s},
        {views::overdue,
         {},
         {},
         u"state NOT IN ('routed', 'closed') AND due_at < %1"_s.arg(noon().toMSecsSinceEpoch())},
        {views::allPending, {}, u"none_has_it"_s, u"1 = 0"_s},
    };
    for (const auto &list : lists) {
        RenewalQuery query;
        query.view = QString::fromLatin1(list.view);
        query.scope.parentStation = list.station;
        if (!list.gate.isEmpty())
            query.filter.gates = {list.gate};
        query.sort = {*renewalColumnFromString(column), way == u"DESC"};
        const QVector<qint64> expected = ordered(list.where, order);
        for (const int limit : {1, 7, 50, 1000})
            QCOMPARE(walked(query, limit), expected);
        const auto page = renewals().page(query, noon());
        VERIFY_OK(page);
        QCOMPARE(page->total, expected.size());
        QVERIFY(!page->hasMore);
    }
}

void TstRenewalSort::equalRowsComeById()
{
    for (int i = 0; i < 9; ++i)
        VERIFY_OK(renewals().insert(sampleRenewal(QString::number(i), 1)));
    RenewalQuery query;
    query.sort = {RenewalColumn::Drug, false};
    const QVector<qint64> ids = walked(query, 2);
    QVERIFY(std::is_sorted(ids.cbegin(), ids.cend()));
    query.sort.isDescending = true;
    QVector<qint64> back = walked(query, 2);
    std::reverse(back.begin(), back.end());
    QCOMPARE(back, ids);
}

void TstRenewalSort::whatGoesBetweenPagesLeavesNoGap()
{
    addMany(60);
    RenewalQuery query;
    query.sort = {RenewalColumn::Prescriber, false};
    query.limit = 10;
    const auto first = renewals().page(query, noon());
    VERIFY_OK(first);
    QVector<qint64> expected =
        ordered(u"state NOT IN ('routed', 'closed')"_s, u"lower(prescriber_shown), id"_s).mid(10);
    // The row that the cursor was made of goes, and the one before it moves to the end.
    VERIFY_OK(connection().run(u"UPDATE renewal SET state = 'closed' WHERE id = ?"_s,
                               {first->items.at(9).id.value}));
    VERIFY_OK(connection().run(u"UPDATE renewal SET prescriber_shown = 'Ñz' WHERE id = ?"_s,
                               {first->items.at(8).id.value}));
    expected.append(first->items.at(8).id.value);
    query.cursor = first->next;
    query.limit = 1000;
    const auto rest = renewals().page(query, noon());
    VERIFY_OK(rest);
    QVector<qint64> ids;
    for (const Renewal &renewal : rest->items)
        ids.append(renewal.id.value);
    QCOMPARE(ids.size(), expected.size());
    QCOMPARE(QSet<qint64>(ids.cbegin(), ids.cend()), QSet<qint64>(expected.cbegin(), expected.cend()));
}

void TstRenewalSort::aCursorIsOfOneOrder()
{
    addMany(20);
    RenewalQuery query;
    query.sort = {RenewalColumn::Drug, false};
    query.limit = 2;
    query.cursor = renewals().page(query, noon())->next;
    QVERIFY(!query.cursor.isEmpty());
    VERIFY_OK(renewals().page(query, noon()));
    RenewalQuery other = query;
    other.sort.isDescending = true;
    VERIFY_ERROR(renewals().page(other, noon()), ErrorCode::InvalidInput);
    other = query;
    other.sort.column = RenewalColumn::Due;
    VERIFY_ERROR(renewals().page(other, noon()), ErrorCode::InvalidInput);
    other = query;
    other.filter.gates = {u"gate1_status"_s};
    VERIFY_ERROR(renewals().page(other, noon()), ErrorCode::InvalidInput);
}

RENEWAL_STORE_TEST_MAIN(TstRenewalSort)
#include "tst_renewalsort.moc"
