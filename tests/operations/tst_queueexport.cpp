// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/queueexport.h"
#include "app/operations/queuefiles.h"
#include "app/store/auditrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"
#include "models/exchange/csv.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"
#include "tests/support/zipreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// A view of the queue as a file: all of it, exactly, and nothing that a spreadsheet would run.
class TestQueueExport : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void everyRenewalOnceAndInOrder_data();
    void everyRenewalOnceAndInOrder();
    void nothingIsAFormula_data();
    void nothingIsAFormula();
    void workbooksHaveDatesAndNumbers();
    void keysAreMaskedWithoutAReason();
    void theRecordSaysWho_data();
    void theRecordSaysWho();
    void canBeStopped();
    void paperHasAnEnd();
    void aPlaceThatIsNone();

private:
    bool fill(int count);
    Result<qint64> write(const RenewalExport &wanted, const QueueExport::Tell &tell = {});
    QByteArray bytes() const;
    QVector<QStringList> csv() const;

    FixedClock m_clock{noon()};
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"out"_s);
};

bool TestQueueExport::fill(int count)
{
    auto transaction = store::Transaction::begin(connection());
    for (int i = 0; i < count; ++i) {
        Renewal renewal =
            sampleRenewal(QString::number(i), (i * 7) % 50 - 10, i % 3 == 0 ? u"589"_s : u"552"_s);
        renewal.patientKey = u"PATIENT-%1"_s.arg(1000 + i / 2);
        if (!store::RenewalRepository(connection()).insert(renewal))
            return false;
    }
    return transaction && transaction->commit();
}

Result<qint64> TestQueueExport::write(const RenewalExport &wanted, const QueueExport::Tell &tell)
{
    return QueueExport(connection(), m_clock).write(wanted, u"ann"_s, m_path, tell);
}

QByteArray TestQueueExport::bytes() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QVector<QStringList> TestQueueExport::csv() const
{
    QVector<QStringList> rows;
    exchange::CsvParser parser(',');
    const auto take = [&](const exchange::CsvRow &row) {
        rows.append(row.fields);
        return true;
    };
    parser.feed(bytes(), take);
    parser.finish(take);
    return rows;
}

void TestQueueExport::everyRenewalOnceAndInOrder_data()
{
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("station");
    QTest::addColumn<QString>("search");
    QTest::newRow("all pending, over several pages") << u"all_pending"_s << QString() << QString();
    QTest::newRow("one station") << u"needs_routing"_s << u"552"_s << QString();
    QTest::newRow("overdue") << u"overdue"_s << QString() << QString();
    QTest::newRow("a search") << u"all_pending"_s << QString() << u"1042"_s;
    QTest::newRow("nothing") << u"denied"_s << QString() << QString();
}

void TestQueueExport::everyRenewalOnceAndInOrder()
{
    QFETCH(QString, view);
    QFETCH(QString, station);
    QFETCH(QString, search);
    QVERIFY(fill(QueueExport::atOnce + 17));
    RenewalExport wanted;
    wanted.query.view = view;
    wanted.query.scope.parentStation = station;
    wanted.query.search = search;
    QStringList expected;
    RenewalQuery query = wanted.query;
    query.limit = 200;
    qint64 total = 0;
    do {
        const auto page = store::RenewalRepository(connection()).page(query, noon(), u"ann"_s);
        VERIFY_OK(page);
        for (const Renewal &renewal : page->items)
            expected.append(QString::number(renewal.id.value));
        total = page->total;
        query.cursor = page->next;
    } while (!query.cursor.isEmpty());
    QVector<qint64> told;
    const auto written = write(wanted, [&](qint64 number, qint64 all) {
        told.append(number);
        return all == total;
    });
    VERIFY_OK(written);
    QCOMPARE(*written, total);
    QCOMPARE(told.constLast(), total);
    QVector<QStringList> rows = csv();
    const QStringList head = rows.takeFirst();
    QCOMPARE(head.constFirst(), u"station"_s);
    QCOMPARE(head.constLast(), u"id"_s);
    QStringList ids;
    for (const QStringList &row : std::as_const(rows)) {
        QCOMPARE(row.size(), head.size());
        ids.append(row.constLast());
    }
    QCOMPARE(ids, expected);
}

void TestQueueExport::nothingIsAFormula_data()
{
    QTest::addColumn<QString>("drug");
    QTest::addColumn<QString>("cell");
    QTest::newRow("equals") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
    QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("a tab before it") << u"\t=1"_s << u"'=1"_s;
    QTest::newRow("commas and quotes") << u"A \"B\", C"_s << u"A \"B\", C"_s;
    QTest::newRow("lines") << u"A\nB"_s << u"A B"_s;
}

void TestQueueExport::nothingIsAFormula()
{
    QFETCH(QString, drug);
    QFETCH(QString, cell);
    Renewal renewal = sampleRenewal(u"1"_s, 4);
    renewal.drug = drug;
    VERIFY_OK(store::RenewalRepository(connection()).insert(renewal));
    VERIFY_OK(write({}));
    QCOMPARE(csv().at(1).at(3), cell);
    VERIFY_OK(write({{}, ExportFormat::Workbook, {}}));
    for (const QStringList &row : sheetRows(bytes())) {
        for (const QString &one : row)
            QVERIFY(!one.startsWith(u"f:"_s));
    }
}

void TestQueueExport::workbooksHaveDatesAndNumbers()
{
    QVERIFY(fill(3));
    VERIFY_OK(write({{}, ExportFormat::Workbook, {}}));
    const auto rows = sheetRows(bytes());
    QCOMPARE(rows.size(), 4);
    const QStringList head = rows.constFirst();
    const auto cell = [&](const QString &name) { return rows.at(1).value(head.indexOf(u"s:"_s + name)); };
    QCOMPARE(cell(u"refillsLeft"_s), u"n:0"_s);
    QCOMPARE(cell(u"medication"_s), u"s:LISINOPRIL 10MG TAB"_s);
    QVERIFY(cell(u"requestedUtc"_s).startsWith(u"n:46081.5"_s)); // 2026-02-28 12:00
    QVERIFY(cell(u"outcome"_s).isEmpty());
}

void TestQueueExport::keysAreMaskedWithoutAReason()
{
    QVERIFY(fill(1));
    VERIFY_OK(write({}));
    QCOMPARE(csv().at(1).at(2), u"••••1000"_s);
    VERIFY_OK(write({{}, ExportFormat::Csv, u"Recall"_s}));
    QCOMPARE(csv().at(1).at(2), u"PATIENT-1000"_s);
}

void TestQueueExport::theRecordSaysWho_data()
{
    QTest::addColumn<QString>("reason");
    QTest::newRow("masked") << QString();
    QTest::newRow("whole keys") << u"Recall of a drug"_s;
}

void TestQueueExport::theRecordSaysWho()
{
    QFETCH(QString, reason);
    RenewalExport wanted{{}, ExportFormat::Workbook, reason};
    wanted.query.search = u"PATIENT-1000"_s;
    VERIFY_OK(write(wanted));
    const auto page = store::AuditRepository(connection()).page({});
    VERIFY_OK(page);
    const AuditEvent entry = page->items.constFirst();
    QCOMPARE(entry.action, u"renewals.exported"_s);
    QCOMPARE(entry.actor, u"ann"_s);
    QCOMPARE(entry.note, reason);
    const QJsonObject after = QJsonDocument::fromJson(entry.after.toUtf8()).object();
    QCOMPARE(after[u"wholeKeys"].toBool(), !reason.isEmpty());
    QCOMPARE(after[u"format"].toString(), u"xlsx"_s);
    QVERIFY(!entry.after.contains(u"PATIENT"));
}

void TestQueueExport::canBeStopped()
{
    QVERIFY(fill(QueueExport::atOnce + 1));
    VERIFY_ERROR(write({}, [](qint64 number, qint64 all) { return number == all; }), ErrorCode::Cancelled);
}

void TestQueueExport::paperHasAnEnd()
{
    QVERIFY(fill(QueueFile::mostRows + 5));
    const auto written = write({{}, ExportFormat::Rows, {}});
    VERIFY_OK(written);
    QCOMPARE(*written, QueueFile::mostRows);
    const QJsonObject page = QJsonDocument::fromJson(bytes()).object();
    QCOMPARE(page[u"items"].toArray().size(), QueueFile::mostRows);
    QCOMPARE(page[u"total"].toInteger(), QueueFile::mostRows + 5);
}

void TestQueueExport::aPlaceThatIsNone()
{
    m_path = u"/no/such/folder/out"_s;
    VERIFY_ERROR(write({}), ErrorCode::Internal);
    VERIFY_ERROR(write({{}, ExportFormat::Workbook, {}}), ErrorCode::Internal);
    m_path = m_folder.filePath(u"out"_s);
}

RENEWAL_STORE_TEST_MAIN(TestQueueExport)
#include "tst_queueexport.moc"
