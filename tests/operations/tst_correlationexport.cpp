// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/correlationexport.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "models/exchange/csv.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// The correlations as people take them into a spreadsheet.
class TestCorrelationExport : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void onePrescriberIsOneLine();
    void piecesJoinToTheWhole();
    void theScopeNarrows();
    void textsAreSafeInSpreadsheets();
    void badCursorsAreRefused_data();
    void badCursorsAreRefused();

private:
    PrescriberId add(const QString &last, const QString &station = u"552"_s)
    {
        const auto added =
            store::PrescriberRepository(connection()).upsert(samplePrescriber(last, u"A"_s, station), {});
        return added ? added->id : PrescriberId();
    }
    /// Without the heading, field by field.
    QVector<QStringList> rows(const QByteArray &csv)
    {
        QVector<QStringList> all;
        exchange::CsvParser parser(',');
        const auto take = [&](const exchange::CsvRow &row) {
            all.append(row.fields);
            return true;
        };
        parser.feed(csv, take);
        parser.finish(take);
        if (!all.isEmpty() && all.first().value(0) == u"station")
            all.removeFirst();
        return all;
    }
};

void TestCorrelationExport::onePrescriberIsOneLine()
{
    VERIFY_OK(store::CareTeamRepository(connection()).upsert(sampleTeam(7001, u"PACT \"Red\", OKAFOR"_s)));
    const PrescriberId id = add(u"OKAFOR"_s);
    store::CorrelationRepository correlations(connection());
    auto next = correlations.current(id);
    VERIFY_OK(next);
    next->status = CorrelationStatus::Manual;
    next->careTeam.value = 7001;
    next->probability = 0.7134;
    next->validFrom = noon();
    next->decidedBy = u"ann"_s;
    next->note = u"told by phone"_s;
    next->reason = u"asked_clinic"_s;
    next->validTo = noon().addDays(18);
    next->planned =
        PlannedLink{TriageTeamId{7002}, u"New"_s, noon().addDays(20), {}, u"ann"_s, {}, u"also by phone"_s};
    VERIFY_OK(correlations.store(*next, {noon(), u"ann"_s, u"correlation.linked"_s, {}}));
    const auto piece = CorrelationExport(connection()).piece({}, {});
    VERIFY_OK(piece);
    QVERIFY(piece->next.isEmpty());
    QVERIFY(piece->text.startsWith("station,system,prescriber,state,triageTeamId,careTeam,"));
    const auto lines = rows(piece->text);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first(), (QStringList{u"552"_s,
                                         u"VISTA"_s,
                                         u"Okafor, A"_s,
                                         u"manual"_s,
                                         u"7001"_s,
                                         u"PACT \"Red\", OKAFOR"_s,
                                         {},
                                         u"0.713"_s,
                                         u"ann"_s,
                                         u"2026-03-02T12:00:00Z"_s,
                                         u"0"_s,
                                         u"0"_s,
                                         u"1"_s,
                                         u"2026-03-20T12:00:00Z"_s,
                                         u"asked_clinic"_s,
                                         u"2026-03-22T12:00:00Z"_s,
                                         u"7002"_s,
                                         QString::number(id.value),
                                         u"1"_s,
                                         {},
                                         {}}));
    QVERIFY(!piece->text.contains("by phone")); // notes are for the record
}

void TestCorrelationExport::piecesJoinToTheWhole()
{
    for (int i = 0; i < 7; ++i)
        QVERIFY(add(u"NAME%1"_s.arg(QChar(u'A' + i))).isValid());
    const CorrelationExport work(connection());
    const auto whole = work.piece({}, {});
    VERIFY_OK(whole);
    QCOMPARE(rows(whole->text).size(), 7);
    QByteArray joined;
    int pieces = 0;
    QString cursor;
    do {
        const auto piece = work.piece({}, cursor, 3);
        VERIFY_OK(piece);
        QVERIFY(piece->text.endsWith('\n'));
        joined += piece->text;
        cursor = piece->next;
        ++pieces;
    } while (!cursor.isEmpty());
    QCOMPARE(pieces, 3);
    QCOMPARE(joined, whole->text);
}

void TestCorrelationExport::theScopeNarrows()
{
    add(u"OKAFOR"_s);
    add(u"LEE"_s, u"589"_s);
    const CorrelationExport work(connection());
    QCOMPARE(rows(work.piece({u"589"_s, {}}, {})->text).value(0).value(2), u"Lee, A"_s);
    QCOMPARE(rows(work.piece({u"589"_s, {}}, {})->text).size(), 1);
    QCOMPARE(rows(work.piece({{}, u"ORACLE_HEALTH"_s}, {})->text).size(), 0);
}

void TestCorrelationExport::textsAreSafeInSpreadsheets()
{
    VERIFY_OK(store::CareTeamRepository(connection()).upsert(sampleTeam(7001, u"=HYPERLINK(1)\n+x"_s)));
    const PrescriberId id = add(u"OKAFOR"_s);
    store::CorrelationRepository correlations(connection());
    auto next = correlations.current(id);
    VERIFY_OK(next);
    next->status = CorrelationStatus::Manual;
    next->careTeam.value = 7001;
    VERIFY_OK(correlations.store(*next, {noon(), u"ann"_s, u"correlation.linked"_s, {}}));
    const auto piece = CorrelationExport(connection()).piece({}, {});
    VERIFY_OK(piece);
    QCOMPARE(rows(piece->text).first().value(5), u"'=HYPERLINK(1) +x"_s);
    QCOMPARE(piece->text.count('\n'), 2); // the heading's and the line's
}

void TestCorrelationExport::badCursorsAreRefused_data()
{
    QTest::addColumn<QString>("cursor");
    QTest::newRow("no number") << u"abc"_s;
    QTest::newRow("negative") << u"-4"_s;
    QTest::newRow("too large") << u"99999999999999999999"_s;
}

void TestCorrelationExport::badCursorsAreRefused()
{
    QFETCH(QString, cursor);
    VERIFY_ERROR(CorrelationExport(connection()).piece({}, cursor), ErrorCode::InvalidInput);
}

RENEWAL_STORE_TEST_MAIN(TestCorrelationExport)
#include "tst_correlationexport.moc"
