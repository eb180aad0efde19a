// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/correlationworkbook.h"
#include "app/operations/workbook.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"
#include "tests/support/zipreader.h"

#include <QTemporaryDir>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// The correlations as a workbook, read back from its bytes.
class TestCorrelationWorkbook : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void aPrescriberIsARow();
    void nothingIsAFormula_data();
    void nothingIsAFormula();
    void headingStaysInSight();
    void tooManyAreRefused();
    void aPlaceThatIsNone();

private:
    PrescriberId add(const QString &last)
    {
        const auto added =
            store::PrescriberRepository(connection()).upsert(samplePrescriber(last, u"A"_s), {});
        return added ? added->id : PrescriberId();
    }
    void link(PrescriberId id, const QString &team);
};

void TestCorrelationWorkbook::link(PrescriberId id, const QString &team)
{
    VERIFY_OK(store::CareTeamRepository(connection()).upsert(sampleTeam(7001, team)));
    store::CorrelationRepository correlations(connection());
    auto next = correlations.current(id);
    VERIFY_OK(next);
    next->status = CorrelationStatus::Manual;
    next->careTeam.value = 7001;
    next->probability = 0.75;
    next->validFrom = noon();
    next->decidedBy = u"ann"_s;
    VERIFY_OK(correlations.store(*next, {noon(), u"ann"_s, u"correlation.linked"_s, {}}));
}

void TestCorrelationWorkbook::aPrescriberIsARow()
{
    link(add(u"OKAFOR"_s), u"PACT & <Red>"_s);
    add(u"LEE"_s);
    const auto bytes = CorrelationWorkbook(connection()).bytes({});
    VERIFY_OK(bytes);
    const QVector<QStringList> rows = sheetRows(*bytes);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].size(), 17);
    QCOMPARE(rows[0].first(), u"s:station"_s);
    QCOMPARE(rows[0].last(), u"s:note"_s);
    // 2026-03-02 12:00 is day 46083.5 of spreadsheets.
    QCOMPARE(rows[1].mid(0, 15), (QStringList{u"s:552"_s,
                                              u"s:VISTA"_s,
                                              u"s:Okafor, A"_s,
                                              u"s:manual"_s,
                                              u"n:7001"_s,
                                              u"s:PACT & <Red>"_s,
                                              {},
                                              u"n:0.75"_s,
                                              u"s:ann"_s,
                                              u"n:46083.5"_s,
                                              u"n:0"_s,
                                              u"n:0"_s,
                                              u"n:1"_s,
                                              u"n:1"_s,
                                              u"n:1"_s}));
    QCOMPARE(rows[2].value(3), u"s:none"_s);
    QCOMPARE(rows[2].value(4), QString());
}

void TestCorrelationWorkbook::nothingIsAFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("formula") << u"=HYPERLINK(1)"_s;
    QTest::newRow("plus") << u"+1"_s;
    QTest::newRow("number") << u"552"_s;
    QTest::newRow("address") << u"https://example.org"_s;
}

void TestCorrelationWorkbook::nothingIsAFormula()
{
    QFETCH(QString, text);
    link(add(u"OKAFOR"_s), text);
    const auto bytes = CorrelationWorkbook(connection()).bytes({});
    VERIFY_OK(bytes);
    QCOMPARE(sheetRows(*bytes)[1].value(5), u"s:"_s + text);
}

void TestCorrelationWorkbook::headingStaysInSight()
{
    add(u"OKAFOR"_s);
    const auto bytes = CorrelationWorkbook(connection()).bytes({});
    VERIFY_OK(bytes);
    const QByteArray sheet = unzipped(*bytes, "xl/worksheets/sheet1.xml");
    QVERIFY(sheet.contains("<pane ySplit=\"1\"") && sheet.contains("state=\"frozen\""));
    QVERIFY(sheet.contains("link,refuse,external"));
    QVERIFY(unzipped(*bytes, "xl/styles.xml").contains("yyyy-mm-dd"));
}

void TestCorrelationWorkbook::tooManyAreRefused()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(add(u"NAME%1"_s.arg(QChar(u'A' + i))).isValid());
    const QTemporaryDir folder;
    const CorrelationWorkbook work(connection());
    QCOMPARE(*work.write({}, folder.filePath(u"three.xlsx"_s), 3), 3);
    VERIFY_ERROR(work.write({}, folder.filePath(u"two.xlsx"_s), 2), ErrorCode::TooLarge);
    QVERIFY(!QFile::exists(folder.filePath(u"two.xlsx"_s)));
    QCOMPARE(*work.write({u"589"_s, {}}, folder.filePath(u"none.xlsx"_s), 2), 0);
}

void TestCorrelationWorkbook::aPlaceThatIsNone()
{
    add(u"OKAFOR"_s);
    VERIFY_ERROR(CorrelationWorkbook(connection()).write({}, u"/no/such/folder/x.xlsx"_s, 10),
                 ErrorCode::Internal);
}

RENEWAL_STORE_TEST_MAIN(TestCorrelationWorkbook)
#include "tst_correlationworkbook.moc"
