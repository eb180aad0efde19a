// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/importrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;

class TstImportRepository : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    ImportRepository imports() { return ImportRepository(connection()); }
    static Import sample();

private Q_SLOTS:
    void anImportComesBackAsItWent();
    void theCutOffOneIsFoundAgain();
    void contentIsTakenOncePerExtract();
    void whatWasSetAsideIsKeptInOrder();
    void stagedRowsGoTogether();
};

Import TstImportRepository::sample()
{
    Import import;
    import.name = u"region"_s;
    import.extract = u"march"_s;
    import.startedAt = noon();
    import.files = {ImportFile{0, u"prescribers.ndjson"_s, u"aa"_s, {}, u"waiting"_s, 0, 100, 0, 0},
                    ImportFile {
                        1,
                        u"triage_teams.json"_s,
                        u"bb"_s,
                        u"care_teams"_s,
                        u"staged"_s,
                        77,
                        200,
                        9,
                        1
                    }};
    return import;
}

void TstImportRepository::anImportComesBackAsItWent()
{
    Import import = sample();
    const auto id = imports().insert(import);
    VERIFY_OK(id);
    import.id = *id;
    QVERIFY(*imports().find(*id) == import);
    import.state = u"applied"_s;
    import.finishedAt = noon().addSecs(5);
    import.counts = {{u"renewals"_s, 12}, { u"text"_s, u"ñ"_s }};
    import.errorText = u"none"_s;
    VERIFY_OK(imports().update(import));
    import.files[0].state = u"staged"_s;
    import.files[0].position = 99;
    import.files[0].taken = 5;
    import.files[0].kind = u"prescribers"_s;
    VERIFY_OK(imports().updateFile(*id, import.files.at(0)));
    QVERIFY(*imports().find(*id) == import);
    const auto second = imports().insert(sample());
    const auto newest = imports().page({}, 1);
    VERIFY_OK(newest);
    QCOMPARE(newest->total, 2);
    QCOMPARE(newest->items.value(0).id, *second);
    QCOMPARE(newest->items.value(0).files.size(), 2);
    const auto oldest = imports().page(newest->next, 1);
    VERIFY_OK(oldest);
    QVERIFY(oldest->items.value(0) == import);
    QVERIFY(oldest->next.isEmpty());
    VERIFY_ERROR(imports().page(u"garbage"_s, 1), ErrorCode::InvalidInput);
    VERIFY_ERROR(imports().find(ImportId{4711}), ErrorCode::NotFound);
}

void TstImportRepository::theCutOffOneIsFoundAgain()
{
    const auto id = imports().insert(sample());
    VERIFY_OK(id);
    QCOMPARE((*imports().resumable(u"march"_s, {u"bb"_s, u"aa"_s}))->id, *id);
    QVERIFY(!imports().resumable(u"april"_s, {u"bb"_s, u"aa"_s})->has_value());
    QVERIFY(!imports().resumable(u"march"_s, {u"aa"_s})->has_value());
    Import over = *imports().find(*id);
    over.state = u"failed"_s;
    VERIFY_OK(imports().update(over));
    QVERIFY(!imports().resumable(u"march"_s, {u"bb"_s, u"aa"_s})->has_value());
}

void TstImportRepository::contentIsTakenOncePerExtract()
{
    const auto id = imports().insert(sample());
    QVERIFY(!*imports().isApplied(u"march"_s, u"aa"_s));
    Import over = *imports().find(*id);
    over.state = u"applied"_s;
    VERIFY_OK(imports().update(over));
    QVERIFY(*imports().isApplied(u"march"_s, u"aa"_s));
    QVERIFY(!*imports().isApplied(u"april"_s, u"aa"_s));
    QVERIFY(!*imports().isApplied(u"march"_s, u"cc"_s));
}

void TstImportRepository::whatWasSetAsideIsKeptInOrder()
{
    const auto id = imports().insert(sample());
    const QVector<SetAside> items{{u"a.ndjson"_s, u"line 1"_s, u"It is not JSON."_s},
                                  {u"a.ndjson"_s, u"line 9"_s, {}},
                                  {u"b.csv"_s, u"row 2"_s, u"x"_s}};
    VERIFY_OK(imports().addSetAside(*id, 0, items.mid(0, 2)));
    VERIFY_OK(imports().addSetAside(*id, 2, items.mid(2)));
    QVERIFY(*imports().setAside(*id) == items);
    QVERIFY(*imports().setAside(*id, 1) == items.mid(0, 1));
    QVector<SetAside> paged;
    QString cursor;
    do {
        const auto page = imports().setAsidePage(*id, cursor, 2);
        VERIFY_OK(page);
        QCOMPARE(page->total, 3);
        QVERIFY(page->items.size() <= 2);
        paged += page->items;
        cursor = page->next;
    } while (!cursor.isEmpty());
    QVERIFY(paged == items);
    const auto first = imports().setAsidePage(*id, {}, 2);
    VERIFY_ERROR(imports().setAsidePage(ImportId{id->value + 1}, first->next, 2), ErrorCode::InvalidInput);
    QCOMPARE(*imports().setAsideCount(*id), 3);
    VERIFY_ERROR(imports().addSetAside(*id, 2, items), ErrorCode::Conflict);
}

void TstImportRepository::stagedRowsGoTogether()
{
    for (const int import : {1, 2}) {
        VERIFY_OK(connection().run(
            u"INSERT INTO staging_other (import_id, seq, kind, document) VALUES (?, 1, 'x', '{}')"_s,
            {import}));
        VERIFY_OK(connection().run(
            u"INSERT INTO staging_patient_team (import_id, seq, patient_key, triage_team_id) "
            "VALUES (?, 1, 'P-1', 7)"_s,
            {import}));
    }
    VERIFY_OK(imports().clearStaging(ImportId{1}));
    for (const QString &table : {u"staging_other"_s, u"staging_patient_team"_s}) {
        QCOMPARE(*connection().number(u"SELECT count(*) FROM "_s + table), 1);
        QCOMPARE(*connection().number(u"SELECT import_id FROM "_s + table), 2);
    }
}

RENEWAL_STORE_TEST_MAIN(TstImportRepository)
#include "tst_importrepository.moc"
