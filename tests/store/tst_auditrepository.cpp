// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditrepository.h"
#include "app/store/transaction.h"
#include "tests/support/samples.h"
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
    void filtersNarrow_data();
    void filtersNarrow();
    void cursorsBelongToTheirFilter();
    void textsAreKeptFromThoseWhoMayNotReadThem();
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
    const auto page = audit.page({.limit = 10});
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
                                   << u"Entry 3 of the record was changed"_s;
    QTest::newRow("an instant edited")
        << u"UPDATE audit SET at = at + 1 WHERE sequence = 1"_s << u"Entry 1 of the record was changed"_s;
    QTest::newRow("the actor edited")
        << u"UPDATE audit SET actor = 'bob' WHERE sequence = 5"_s << u"Entry 5 of the record was changed"_s;
    QTest::newRow("one removed") << u"DELETE FROM audit WHERE sequence = 3"_s
                                 << u"Entry 3 of the record was removed"_s;
    QTest::newRow("the first removed")
        << u"DELETE FROM audit WHERE sequence = 1"_s << u"Entry 1 of the record was removed"_s;
    QTest::newRow("the last removed")
        << u"DELETE FROM audit WHERE sequence = 5"_s << u"Entry 5 of the record and all after"_s;
    QTest::newRow("the tail removed")
        << u"DELETE FROM audit WHERE sequence > 2"_s << u"Entry 3 of the record and all after"_s;
    QTest::newRow("all removed") << u"DELETE FROM audit"_s << u"Entry 1 of the record and all after"_s;
    QTest::newRow("two exchanged") << u"UPDATE audit SET sequence = 99 WHERE sequence = 2;UPDATE audit SET "
                                      u"sequence = 2 WHERE sequence = 3;"
                                      "UPDATE audit SET sequence = 3 WHERE sequence = 99"_s
                                   << u"Entry 2 of the record was moved"_s;
    QTest::newRow("removed and closed up")
        << u"DELETE FROM audit WHERE sequence = 3;UPDATE audit SET sequence = 3 WHERE sequence = 4;"
           "UPDATE audit SET sequence = 4 WHERE sequence = 5"_s
        << u"Entry 3 of the record was moved"_s;
    QTest::newRow("one added") << u"INSERT INTO audit SELECT 6, at, actor, action, subject, before_state, "
                                  "after_state, note, hash, hash FROM audit WHERE sequence = 5"_s
                               << u"Entry 6 of the record was changed"_s;
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
        const auto page = audit.page({.limit = 2, .cursor = cursor});
        VERIFY_OK(page);
        QCOMPARE(page->total, 5);
        for (const AuditEvent &entry : page->items)
            seen.append(entry.sequence);
        cursor = page->next;
    } while (!cursor.isEmpty());
    QCOMPARE(seen, (QVector<qint64>{5, 4, 3, 2, 1}));
    VERIFY_ERROR(audit.page({.limit = 2, .cursor = u"garbage"_s}), ErrorCode::InvalidInput);
}

void TstAuditRepository::filtersNarrow_data()
{
    QTest::addColumn<AuditQuery>("query");
    QTest::addColumn<QVector<qint64>>("found");
    using Found = QVector<qint64>;
    QTest::newRow("nothing") << AuditQuery{} << Found{4, 3, 2, 1};
    QTest::newRow("who, a part, any case") << AuditQuery{.actor = u"ALVA"_s} << Found{3, 1};
    QTest::newRow("an action") << AuditQuery{.action = u"import.finished"_s} << Found{2};
    QTest::newRow("a kind of action") << AuditQuery{.action = u"import."_s} << Found{4, 2};
    QTest::newRow("a prefix of an action is none") << AuditQuery{.action = u"imp"_s} << Found{};
    QTest::newRow("a subject") << AuditQuery{.subject = u"prescriber/4"_s} << Found{1};
    QTest::newRow("text in the note") << AuditQuery{.text = u"by PHONE"_s} << Found{1};
    QTest::newRow("text in the subject") << AuditQuery{.text = u"prescriber/4"_s} << Found{3, 1};
    QTest::newRow("signs of LIKE mean themselves") << AuditQuery{.text = u"100 %"_s} << Found{3};
    QTest::newRow("and so does the underscore") << AuditQuery{.text = u"_"_s} << Found{};
    QTest::newRow("a quote") << AuditQuery{.text = u"'; DROP"_s} << Found{};
    QTest::newRow("from") << AuditQuery{.from = noon().addSecs(3)} << Found{4, 3};
    QTest::newRow("to is not in it") << AuditQuery{.to = noon().addSecs(3)} << Found{2, 1};
    QTest::newRow("several") << AuditQuery{.actor = u"alvarez"_s,
                                           .action = u"correlation."_s,
                                           .from = noon().addSecs(2)}
                             << Found{3};
}

void TstAuditRepository::filtersNarrow()
{
    QFETCH(AuditQuery, query);
    QFETCH(QVector<qint64>, found);
    const auto add = [this](int number, const QString &who, const QString &what, const QString &about,
                            const QString &note) {
        VERIFY_OK(AuditRepository(connection())
                      .append({0, noon().addSecs(number), who, what, about, {}, {}, note, {}, {}}));
    };
    add(1, u"R. Alvarez"_s, u"correlation.linked"_s, u"prescriber/4"_s, u"Agreed by phone"_s);
    add(2, u"import"_s, u"import.finished"_s, u"import/3"_s, {});
    add(3, u"R. Alvarez"_s, u"correlation.refused"_s, u"prescriber/42"_s, u"100 % sure"_s);
    add(4, u"S. Kim"_s, u"import.refused"_s, u"import/5"_s, {});
    query.limit = 2;
    QVector<qint64> seen;
    do {
        const auto page = AuditRepository(connection()).page(query);
        VERIFY_OK(page);
        QCOMPARE(page->total, found.size());
        for (const AuditEvent &entry : page->items)
            seen.append(entry.sequence);
        query.cursor = page->next;
    } while (!query.cursor.isEmpty());
    QCOMPARE(seen, found);
}

void TstAuditRepository::cursorsBelongToTheirFilter()
{
    append(5);
    AuditRepository audit(connection());
    const auto page = audit.page({.actor = u"ann"_s, .limit = 2});
    VERIFY_OK(page);
    VERIFY_ERROR(audit.page({.limit = 2, .cursor = page->next}), ErrorCode::InvalidInput);
}

void TstAuditRepository::textsAreKeptFromThoseWhoMayNotReadThem()
{
    append(1);
    AuditRepository audit(connection());
    const auto page = audit.page({}, AuditView::WithoutTexts);
    VERIFY_OK(page);
    const AuditEvent shown = page->items.value(0);
    QCOMPARE(shown.actor, u"ann"_s);
    QCOMPARE(shown.note + shown.before + shown.after, QString());
    // Nor may they be guessed by searching.
    QCOMPARE(audit.page({.text = u"entry 1"_s})->total, 1);
    QCOMPARE(audit.page({.text = u"entry 1"_s}, AuditView::WithoutTexts)->total, 0);
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
