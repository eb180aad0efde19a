// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditrepository.h"
#include "app/store/transaction.h"
#include "tests/store/samples.h"
#include "tests/support/storetest.h"

#include <QThread>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;

class TstAuditRepository : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    AuditEvent event(int number) const;
    void append(int count);
    /// Takes the guards away, as somebody with the database in hand would, and changes the entries.
    void tamper(const QString &sql);

private Q_SLOTS:
    void entriesAreChained();
    void entriesAreNeverChangedOrDeleted();
    void anUncommittedEntryLeavesNoHole();
    void tampering_data();
    void tampering();
    void theCheckCanBeStopped();
    void pagesGoBackInTime();
    void concurrentWritersMakeOneChain();
};

AuditEvent TstAuditRepository::event(int number) const
{
    AuditEvent event;
    event.at = noon().addMSecs(number);
    event.actor = u"ann"_s;
    event.action = u"correlation.linked"_s;
    event.subject = u"prescriber/%1"_s.arg(number % 2);
    event.before = u"{\"status\":\"none\"}"_s;
    event.after = u"{\"status\":\"manual\"}"_s;
    event.note = u"Entry %1: \"ñ\" \\ \n"_s.arg(number);
    return event;
}

void TstAuditRepository::append(int count)
{
    for (int i = 1; i <= count; ++i)
        VERIFY_OK(AuditRepository(connection()).append(event(i)));
}

void TstAuditRepository::tamper(const QString &sql)
{
    const QStringList guards =
        isSqlite() ? QStringList{u"DROP TRIGGER audit_no_update"_s, u"DROP TRIGGER audit_no_delete"_s}
                   : QStringList{u"ALTER TABLE audit DISABLE TRIGGER ALL"_s};
    for (const QString &guard : guards)
        VERIFY_OK(connection().script(guard));
    for (const QString &statement : sql.split(u';'))
        VERIFY_OK(connection().script(statement));
}

void TstAuditRepository::entriesAreChained()
{
    AuditRepository audit(connection());
    QCOMPARE(*audit.verifyChain(), 0);
    const auto first = audit.append(event(1));
    VERIFY_OK(first);
    QCOMPARE(first->sequence, 1);
    QCOMPARE(first->previousHash, QByteArray(32, '\0'));
    QCOMPARE(first->hash, auditHash(*first));
    AuditEvent zoned = event(2);
    zoned.at = zoned.at.toOffsetFromUtc(3600);
    const auto second = audit.append(zoned);
    VERIFY_OK(second);
    QCOMPARE(second->previousHash, first->hash);
    const auto page = audit.page({}, 10);
    VERIFY_OK(page);
    QVERIFY(page->items == (QVector<AuditEvent>{*second, *first}));
    QCOMPARE(*audit.verifyChain(), 2);
    QCOMPARE(audit.about(u"prescriber/1"_s)->size(), 1);
}

void TstAuditRepository::entriesAreNeverChangedOrDeleted()
{
    append(2);
    for (const char *sql : {"UPDATE audit SET note = 'x'", "DELETE FROM audit", "DELETE FROM audit_head"})
        VERIFY_ERROR(connection().run(QString::fromLatin1(sql)), ErrorCode::Conflict);
    QCOMPARE(*AuditRepository(connection()).verifyChain(), 2);
}

void TstAuditRepository::anUncommittedEntryLeavesNoHole()
{
    append(1);
    {
        auto transaction = Transaction::begin(connection());
        VERIFY_OK(transaction);
        VERIFY_OK(AuditRepository(connection()).append(event(2)));
    }
    append(1);
    QCOMPARE(*AuditRepository(connection()).verifyChain(), 2);
}

void TstAuditRepository::tampering_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("told");
    QTest::newRow("a note edited") << u"UPDATE audit SET note = 'x' WHERE sequence = 3"_s
                                   << u"entry 3 was edited"_s;
    QTest::newRow("an instant edited")
        << u"UPDATE audit SET at = at + 1 WHERE sequence = 1"_s << u"entry 1 was edited"_s;
    QTest::newRow("the actor edited")
        << u"UPDATE audit SET actor = 'bob' WHERE sequence = 5"_s << u"entry 5 was edited"_s;
    QTest::newRow("one removed") << u"DELETE FROM audit WHERE sequence = 3"_s << u"entry 3 is missing"_s;
    QTest::newRow("the first removed")
        << u"DELETE FROM audit WHERE sequence = 1"_s << u"entry 1 is missing"_s;
    QTest::newRow("the last removed")
        << u"DELETE FROM audit WHERE sequence = 5"_s << u"entry 5 and all after"_s;
    QTest::newRow("the tail removed")
        << u"DELETE FROM audit WHERE sequence > 2"_s << u"entry 3 and all after"_s;
    QTest::newRow("all removed") << u"DELETE FROM audit"_s << u"entry 1 and all after"_s;
    QTest::newRow("two exchanged") << u"UPDATE audit SET sequence = 99 WHERE sequence = 2;UPDATE audit SET "
                                      u"sequence = 2 WHERE sequence = 3;"
                                      "UPDATE audit SET sequence = 3 WHERE sequence = 99"_s
                                   << u"entry 2 does not follow"_s;
    QTest::newRow("removed and closed up")
        << u"DELETE FROM audit WHERE sequence = 3;UPDATE audit SET sequence = 3 WHERE sequence = 4;"
           "UPDATE audit SET sequence = 4 WHERE sequence = 5"_s
        << u"entry 3 does not follow"_s;
    QTest::newRow("one added") << u"INSERT INTO audit SELECT 6, at, actor, action, subject, before_state, "
                                  "after_state, note, hash, hash FROM audit WHERE sequence = 5"_s
                               << u"entry 6 was edited"_s;
}

void TstAuditRepository::tampering()
{
    QFETCH(QString, sql);
    QFETCH(QString, told);
    append(5);
    tamper(sql);
    const auto checked = AuditRepository(connection()).verifyChain();
    VERIFY_ERROR(checked, ErrorCode::Integrity);
    QVERIFY2(checked.error().text.contains(told), qPrintable(checked.error().text));
}

void TstAuditRepository::theCheckCanBeStopped()
{
    auto transaction = Transaction::begin(connection());
    append(4200);
    VERIFY_OK(transaction->commit());
    QVector<qint64> seen;
    const auto whole = AuditRepository(connection()).verifyChain([&](qint64 done, qint64 all) {
        seen << done << all;
        return true;
    });
    QCOMPARE(*whole, 4200);
    QCOMPARE(seen, (QVector<qint64>{4096, 4200, 4200, 4200}));
    const auto stopped = AuditRepository(connection()).verifyChain([](qint64, qint64) { return false; });
    VERIFY_ERROR(stopped, ErrorCode::Cancelled);
}

void TstAuditRepository::pagesGoBackInTime()
{
    append(5);
    AuditRepository audit(connection());
    QVector<qint64> seen;
    QString cursor;
    do {
        const auto page = audit.page(cursor, 2);
        VERIFY_OK(page);
        QCOMPARE(page->total, 5);
        for (const AuditEvent &entry : page->items)
            seen.append(entry.sequence);
        cursor = page->next;
    } while (!cursor.isEmpty());
    QCOMPARE(seen, (QVector<qint64>{5, 4, 3, 2, 1}));
    VERIFY_ERROR(audit.page(u"garbage"_s, 2), ErrorCode::InvalidInput);
}

void TstAuditRepository::concurrentWritersMakeOneChain()
{
    constexpr int writers = 4;
    constexpr int each = 25;
    std::vector<std::unique_ptr<QThread>> threads;
    std::atomic<int> failed = 0;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back(QThread::create([this, &failed] {
            auto mine = testDatabase().database().connection();
            for (int i = 0; mine && i < each; ++i) {
                auto transaction = Transaction::begin(**mine);
                if (!transaction || !AuditRepository(**mine).append(event(i)) || !transaction->commit())
                    ++failed;
            }
            if (!mine)
                ++failed;
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait(60000));
    QCOMPARE(failed.load(), 0);
    QCOMPARE(*AuditRepository(connection()).verifyChain(), writers * each);
}

RENEWAL_STORE_TEST_MAIN(TstAuditRepository)
#include "tst_auditrepository.moc"
