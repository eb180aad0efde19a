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

/// A view that shows a part of what waits for a patient: its order, and what it says of the rest.
class TstViewOrder : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    RenewalRepository renewals() { return RenewalRepository(connection()); }
    void add(const QString &number, const QString &patient, int hours,
             RenewalState state = RenewalState::NeedsRouting, const QString &station = u"552"_s,
             EhrSystem ehr = EhrSystem::VistA);
    /// All pages of a view, joined: "patient/prescription".
    QStringList walk(const RenewalQuery &query);

private Q_SLOTS:
    void aViewComesByWhatItShows_data();
    void aViewComesByWhatItShows();
    void ownWorkComesByWhatItShows();
    void aPatientIsToldWithAllThatWaits();
    void withoutAPatientKeyEachIsAlone();
};

void TstViewOrder::add(const QString &number, const QString &patient, int hours, RenewalState state,
                       const QString &station, EhrSystem ehr)
{
    Renewal renewal = sampleRenewal(number, hours, station);
    renewal.patientKey = patient;
    renewal.state = state;
    renewal.ehr = ehr;
    VERIFY_OK(renewals().insert(renewal));
}

QStringList TstViewOrder::walk(const RenewalQuery &query)
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

void TstViewOrder::aViewComesByWhatItShows_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("one state") << QString::fromLatin1(views::readyToRoute) << QString()
                               << QStringList{u"P-B@552VISTA/4"_s, u"P-A@552VISTA/2"_s, u"P-A@552VISTA/3"_s};
    QTest::newRow("another state") << QString::fromLatin1(views::needsRouting) << QString()
                                   << QStringList{u"P-A@552VISTA/1"_s, u"P-B@552VISTA/5"_s};
    QTest::newRow("due today") << QString::fromLatin1(views::dueToday) << QString()
                               << QStringList{u"P-B@552VISTA/4"_s, u"P-B@552VISTA/5"_s, u"P-A@552VISTA/2"_s,
                                              u"P-A@552VISTA/3"_s};
    QTest::newRow("what was searched for") << QString::fromLatin1(views::allPending) << u"amlodipine"_s
                                           << QStringList{u"P-B@552VISTA/4"_s, u"P-A@552VISTA/3"_s};
}

/// One who waits long for something else does not come first in a view that does not show it.
void TstViewOrder::aViewComesByWhatItShows()
{
    QFETCH(QString, view);
    QFETCH(QString, search);
    QFETCH(QStringList, expected);
    using enum RenewalState;
    add(u"1"_s, u"P-A"_s, -70, NeedsRouting);
    add(u"2"_s, u"P-A"_s, 5, ReadyToRoute);
    add(u"3"_s, u"P-A"_s, 6, ReadyToRoute);
    add(u"4"_s, u"P-B"_s, 1, ReadyToRoute);
    add(u"5"_s, u"P-B"_s, 9, NeedsRouting);
    VERIFY_OK(
        connection().run(u"UPDATE renewal SET drug = 'AMLODIPINE' WHERE prescription_id IN ('3', '4')"_s));
    RenewalQuery query;
    query.view = view;
    query.search = search;
    for (const int limit : {1000, 1, 2}) {
        query.limit = limit;
        QCOMPARE(walk(query), expected);
    }
}

void TstViewOrder::aPatientIsToldWithAllThatWaits()
{
    using enum RenewalState;
    add(u"1"_s, u"P-A"_s, 1, NeedsRouting);
    add(u"2"_s, u"P-A"_s, 2, ReadyToRoute);
    add(u"3"_s, u"P-A"_s, 3, Closed);
    add(u"4"_s, u"P-A"_s, 4, ReadyToRoute, u"553"_s);
    add(u"5"_s, {}, 5, ReadyToRoute);
    add(u"6"_s, {}, 6, ReadyToRoute);
    RenewalQuery query;
    query.view = QString::fromLatin1(views::readyToRoute);
    const auto page = renewals().page(query, noon());
    VERIFY_OK(page);
    QVector<int> waiting;
    for (const Renewal &renewal : page->items)
        waiting.append(renewal.patientPending);
    QCOMPARE(waiting, (QVector<int>{2, 1, 1, 1}));
}

void TstViewOrder::ownWorkComesByWhatItShows()
{
    using enum RenewalState;
    add(u"1"_s, u"P-A"_s, -70, NeedsRouting);
    add(u"2"_s, u"P-A"_s, 5, InReview);
    add(u"3"_s, u"P-B"_s, 1, InReview);
    add(u"4"_s, u"P-A"_s, -9, InReview); // somebody else's
    VERIFY_OK(connection().run(u"UPDATE renewal SET assignee = 'me' WHERE prescription_id IN ('2', '3')"_s));
    VERIFY_OK(connection().run(u"UPDATE renewal SET assignee = 'you' WHERE prescription_id = '4'"_s));
    RenewalQuery query;
    query.view = QString::fromLatin1(views::assignedToMe);
    query.limit = 1;
    QStringList shown;
    do {
        const auto page = renewals().page(query, noon(), u"me"_s);
        VERIFY_OK(page);
        for (const Renewal &renewal : page->items)
            shown.append(renewal.prescriptionId);
        query.cursor = page->next;
    } while (!query.cursor.isEmpty() && shown.size() < 9);
    QCOMPARE(shown, (QStringList{u"3"_s, u"2"_s}));
}

void TstViewOrder::withoutAPatientKeyEachIsAlone()
{
    add(u"1"_s, {}, 5);
    add(u"2"_s, u"P-A"_s, 4);
    add(u"3"_s, {}, 1);
    add(u"4"_s, {}, 1);
    add(u"5"_s, {}, 1);
    RenewalQuery state;
    state.view = QString::fromLatin1(views::needsRouting);
    const QStringList expected{u"@552VISTA/3"_s, u"@552VISTA/4"_s, u"@552VISTA/5"_s, u"P-A@552VISTA/2"_s,
                               u"@552VISTA/1"_s};
    for (const int limit : {1000, 1, 2}) {
        state.limit = limit;
        QCOMPARE(walk(state), expected);
    }
}

RENEWAL_STORE_TEST_MAIN(TstViewOrder)
#include "tst_vieworder.moc"
