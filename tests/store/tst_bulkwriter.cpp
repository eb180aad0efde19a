// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bulkwriter.h"
#include "app/store/transaction.h"
#include "tests/support/storetest.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;

class TstBulkWriter : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    Result<BulkWriter> writer()
    {
        return BulkWriter::open(connection(), u"staging_other"_s,
                                {u"import_id"_s, u"seq"_s, u"kind"_s, u"document"_s});
    }
    Result<qint64> count() { return connection().number(u"SELECT count(*) FROM staging_other"_s); }

private Q_SLOTS:
    void texts_data();
    void texts();
    void numbersAndNothing();
    void manyRows();
    void withoutFinishOrCommitNothingStays();
    void wrongRowsAreErrors();
    void theConnectionGoesOn();
};

void TstBulkWriter::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("looks like nothing") << QByteArray("\\N");
    QTest::newRow("looks like the end") << QByteArray("\\.");
    QTest::newRow("backslashes") << QByteArray("a\\b\\\\c\\");
    QTest::newRow("tabs and line ends") << QByteArray("a\tb\nc\r\nd\ve\ff\b");
    QTest::newRow("quotes") << QByteArray("it's \"quoted\"; -- $1 ?");
    QTest::newRow("other scripts") << QByteArray("Núñez 名前 \xf0\x9f\x98\x80");
    QTest::newRow("long") << QByteArray(600000, 'x');
}

void TstBulkWriter::texts()
{
    QFETCH(QByteArray, text);
    auto bulk = writer();
    VERIFY_OK(bulk);
    VERIFY_OK(bulk->addRow({std::int64_t{1}, std::int64_t{1}, "kind", std::string_view(text)}));
    VERIFY_OK(bulk->finish());
    const auto stored = connection().first<QString>(u"SELECT document FROM staging_other"_s, {},
                                                    [](const Row &row) { return row.text(0); });
    VERIFY_OK(stored);
    QCOMPARE(**stored, QString::fromUtf8(text));
}

void TstBulkWriter::numbersAndNothing()
{
    auto bulk =
        BulkWriter::open(connection(), u"staging_correlation"_s,
                         {u"import_id"_s, u"seq"_s, u"extract"_s, u"extract_id"_s, u"parent_station"_s,
                          u"station"_s, u"care_team"_s, u"probability"_s, u"status"_s});
    VERIFY_OK(bulk);
    const std::int64_t smallest = std::numeric_limits<std::int64_t>::min();
    VERIFY_OK(bulk->addRow({std::int64_t{1}, smallest, "e", "d", "552", "552", Cell(), 0.1, "auto"}));
    VERIFY_OK(bulk->addRow(
        {std::int64_t{1}, std::int64_t{2}, "e", "d", "552", "552", std::int64_t{7}, 1e-300, "auto"}));
    QCOMPARE(bulk->rows(), 2);
    VERIFY_OK(bulk->finish());
    const auto stored = connection().rows<QString>(
        u"SELECT seq, care_team, probability FROM staging_correlation ORDER BY seq"_s, {},
        [](const Row &row) {
            return u"%1 %2 %3"_s.arg(row.number(0))
                .arg(row.isNull(1) ? u"none"_s : row.text(1))
                .arg(row.real(2));
        });
    VERIFY_OK(stored);
    QCOMPARE(*stored, (QVector<QString>{u"%1 none 0.1"_s.arg(smallest), u"2 7 1e-300"_s}));
}

void TstBulkWriter::manyRows()
{
    auto transaction = Transaction::begin(connection());
    VERIFY_OK(transaction);
    auto bulk = writer();
    VERIFY_OK(bulk);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = "row " + std::to_string(i);
        VERIFY_OK(bulk->addRow({std::int64_t{1}, std::int64_t{i}, "kind", text}));
    }
    VERIFY_OK(bulk->finish());
    VERIFY_OK(transaction->commit());
    QCOMPARE(*count(), 20000);
    QCOMPARE(*connection().number(u"SELECT count(*) FROM staging_other WHERE document = 'row ' || seq"_s),
             20000);
}

void TstBulkWriter::withoutFinishOrCommitNothingStays()
{
    {
        auto transaction = Transaction::begin(connection());
        VERIFY_OK(transaction);
        auto bulk = writer();
        VERIFY_OK(bulk);
        VERIFY_OK(bulk->addRow({std::int64_t{1}, std::int64_t{1}, "kind", "text"}));
    }
    QCOMPARE(*count(), 0);
    {
        auto transaction = Transaction::begin(connection());
        VERIFY_OK(transaction);
        auto bulk = writer();
        VERIFY_OK(bulk);
        VERIFY_OK(bulk->addRow({std::int64_t{1}, std::int64_t{1}, "kind", "text"}));
        VERIFY_OK(bulk->finish());
    }
    QCOMPARE(*count(), 0);
}

void TstBulkWriter::wrongRowsAreErrors()
{
    VERIFY_ERROR(BulkWriter::open(connection(), u"nowhere"_s, {u"nothing"_s}), ErrorCode::Internal);
    {
        auto bulk = writer();
        VERIFY_OK(bulk);
        VERIFY_ERROR(bulk->addRow({std::int64_t{1}}), ErrorCode::Internal);
    }
    auto transaction = Transaction::begin(connection());
    VERIFY_OK(transaction);
    {
        auto bulk = writer();
        VERIFY_OK(bulk);
        // One database refuses the row, the other the whole at its end.
        const Done added = bulk->addRow({std::int64_t{1}, std::int64_t{1}, Cell(), "text"});
        VERIFY_ERROR(added ? bulk->finish() : added, ErrorCode::Conflict);
    }
    VERIFY_ERROR(transaction->commit(), ErrorCode::Conflict);
    QCOMPARE(*count(), 0);
}

void TstBulkWriter::theConnectionGoesOn()
{
    for (int round = 0; round < 3; ++round) {
        {
            auto transaction = Transaction::begin(connection());
            VERIFY_OK(transaction);
            auto abandoned = writer();
            VERIFY_OK(abandoned);
            VERIFY_OK(abandoned->addRow({std::int64_t{1}, std::int64_t{1}, "kind", "text"}));
        }
        auto bulk = writer();
        VERIFY_OK(bulk);
        VERIFY_OK(bulk->addRow({std::int64_t{1}, std::int64_t{round}, "kind", "text"}));
        VERIFY_OK(bulk->finish());
        QCOMPARE(*count(), round + 1);
    }
}

RENEWAL_STORE_TEST_MAIN(TstBulkWriter)
#include "tst_bulkwriter.moc"
