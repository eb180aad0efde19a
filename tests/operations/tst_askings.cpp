// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditrepository.h"
#include "app/store/renewalrepository.h"
#include "tests/operations/importsupport.h"
#include "tests/support/storetest.h"

#include <algorithm>
#include <random>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
constexpr char team[] = "triageTeamId,name,stationNumber\n7,Blue,552\n";

QString message(const QString &number, const QString &sent, const QString &more = {})
{
    return messageLine(u"V1"_s, u"11"_s, 7, sent,
                       uR"("messageId":"%1","stationNumber":"552","threadId":"T%1")"_s.arg(number) + more);
}

/// What the Veteran writes in the thread of a message; Secure Messaging does not say for which prescription.
QString reply(const QString &number, const QString &to, const QString &sent, const QString &more = {})
{
    return messageLine(
        u"V1"_s, {}, 7, sent,
        uR"("messageId":"%1","stationNumber":"552","replyToMessageId":"%2","body":"Answer %1")"_s.arg(number,
                                                                                                      to) +
            more);
}

QString record(const QString &asked, const QString &modified, const QString &more = {})
{
    return prescriptionLine(
        u"V1"_s, u"11"_s, u"P1"_s, u"552"_s,
        uR"("renewalSubmittedTimestamp":"%1","modifiedDate":"%2")"_s.arg(asked, modified) + more);
}
} // namespace

/// One request asked for several times is one renewal; what the Veteran answers is never lost. Both
/// databases.
class TestAskings : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void repeatsAreOneRow();
    void anEndedRequestIsNotTheOriginal();
    void whatWasAskedBeforeTheEndIsNotAskedAgain();
    void lateMessagesBelongToWhatEnded();
    void oneRequestByTwoWaysAfterItsEnd_data();
    void oneRequestByTwoWaysAfterItsEnd();
    void answersBringBackWhatWasReturned_data();
    void answersBringBackWhatWasReturned();
    void staffsReplyBringsNothingBack();
    void answersToWhatEndedAreRead();
    void theThreadTellsAll();
    void olderDeliveriesChangeNothing();
    void orderOfArrivalDoesNotMatter();

private:
    void bring(const QStringList &lines)
    {
        ImportFolder folder;
        const QStringList messages = lines.filter(u"recipientId"_s);
        const QStringList records = lines.filter(u"renewalSubmittedTimestamp"_s);
        if (!messages.isEmpty())
            folder.write(u"sm.ndjson"_s, messages + QStringList(++m_spaces, QString()));
        if (!records.isEmpty())
            folder.write(u"rx.ndjson"_s, records + QStringList(++m_spaces, QString()));
        const auto done = folder.import(db());
        QVERIFY2(done && done->setAsideCount == 0, done ? "set aside" : qPrintable(done.error().detail));
    }
    void bringBasics()
    {
        ImportFolder folder;
        folder.write(u"prescribers.ndjson"_s, {prescriberLine(u"P1"_s, u"CHIDI"_s, u"OKAFOR"_s, u"552"_s)});
        folder.writeBytes(u"teams.csv"_s, team);
        folder.write(u"rx.ndjson"_s, {prescriptionLine(u"V1"_s, u"11"_s, u"P1"_s, u"552"_s)});
        QVERIFY(folder.import(db()));
    }
    QString renewals()
    {
        return value(db(), u"SELECT count(*) || ' ' || sum(CASE WHEN state IN ('routed', 'closed') "
                           "THEN 0 ELSE 1 END) FROM renewal"_s);
    }
    void setState(const QString &state) { QVERIFY(db().run(u"UPDATE renewal SET state = ?"_s, {state})); }
    Renewal pending()
    {
        const auto id = db().number(u"SELECT max(id) FROM renewal WHERE state NOT IN ('routed', 'closed')"_s);
        const auto found = store::RenewalRepository(db()).find(RenewalId{id.value_or(0)});
        return found ? *found : Renewal();
    }

    store::Connection &db() { return m_other ? m_other->connection() : connection(); }

    std::unique_ptr<TestDatabase> m_other; ///< in place of the one that each test has
    int m_spaces = 0;                      ///< makes files differ, so that the same lines may come again
};

void TestAskings::repeatsAreOneRow()
{
    bringBasics();
    bring({message(u"1"_s, u"2026-02-25T15:00:00Z"_s)});
    bring({message(u"3"_s, u"2026-03-02T09:00:00Z"_s)});
    const QDateTime due = pending().dueAt;
    bring({message(u"2"_s, u"2026-02-27T15:00:00Z"_s)});
    bring({message(u"2"_s, u"2026-02-27T15:00:00Z"_s)});
    QCOMPARE(renewals(), u"1 1"_s);
    const Renewal renewal = pending();
    QCOMPARE(renewal.asked, 3);
    QCOMPARE(renewal.requestedAt, QDateTime::fromString(u"2026-02-25T15:00:00Z"_s, Qt::ISODate));
    QCOMPARE(renewal.askedLast, QDateTime::fromString(u"2026-03-02T09:00:00Z"_s, Qt::ISODate));
    QCOMPARE(renewal.dueAt, due); // the earliest
    QCOMPARE(renewal.messageId, u"3"_s);
    QCOMPARE(value(db(), u"SELECT count(*) FROM renewal_message WHERE renewal_id IS NOT NULL"_s), u"3"_s);
}

void TestAskings::anEndedRequestIsNotTheOriginal()
{
    bringBasics();
    bring({message(u"1"_s, u"2026-02-25T15:00:00Z"_s)});
    setState(u"closed"_s);
    bring({message(u"2"_s, u"2026-03-02T09:00:00Z"_s)});
    QCOMPARE(renewals(), u"2 1"_s);
    QCOMPARE(pending().asked, 1);
    QCOMPARE(pending().requestedAt, QDateTime::fromString(u"2026-03-02T09:00:00Z"_s, Qt::ISODate));
}

/// The second asking ended with the first; that it is delivered again does not open it.
void TestAskings::whatWasAskedBeforeTheEndIsNotAskedAgain()
{
    bringBasics();
    const QStringList asked{message(u"1"_s, u"2026-02-25T15:00:00Z"_s),
                            message(u"2"_s, u"2026-02-27T15:00:00Z"_s)};
    bring(asked);
    setState(u"closed"_s);
    bring(asked);
    QCOMPARE(renewals(), u"1 0"_s);
}

void TestAskings::lateMessagesBelongToWhatEnded()
{
    bringBasics();
    bring({message(u"2"_s, u"2026-02-27T15:00:00Z"_s)});
    setState(u"routed"_s);
    bring({message(u"1"_s, u"2026-02-25T15:00:00Z"_s)});
    QCOMPARE(renewals(), u"1 0"_s);
    const auto thread = store::RenewalRepository(db()).thread(RenewalId{1});
    VERIFY_OK(thread);
    QCOMPARE(thread->size(), 2);
}

void TestAskings::oneRequestByTwoWaysAfterItsEnd_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("expected");
    const QString at = u"2026-02-25T15:00:00Z"_s;
    const QString soon = u"2026-02-25T15:40:00Z"_s;
    const QString later = u"2026-02-25T16:10:00Z"_s;
    QTest::newRow("the record of the same press") << message(u"1"_s, at) << record(soon, soon) << u"1 0"_s;
    QTest::newRow("the message of the same press") << record(at, at) << message(u"1"_s, soon) << u"1 0"_s;
    QTest::newRow("a record of another press") << message(u"1"_s, at) << record(later, later) << u"2 1"_s;
    QTest::newRow("a message of another press") << record(at, at) << message(u"1"_s, later) << u"2 1"_s;
    QTest::newRow("a second message") << message(u"1"_s, at) << message(u"2"_s, soon) << u"2 1"_s;
}

void TestAskings::oneRequestByTwoWaysAfterItsEnd()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, expected);
    bringBasics();
    bring({first});
    setState(u"closed"_s);
    bring({second});
    QCOMPARE(renewals(), expected);
    bring({second});
    QCOMPARE(renewals(), expected);
}

void TestAskings::answersBringBackWhatWasReturned_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("isAnswer");
    const QString at = u"2026-03-01T10:00:00Z"_s;
    QTest::newRow("a reply to the message") << QStringList{reply(u"5"_s, u"1"_s, at)} << true;
    QTest::newRow("a reply in the thread")
        << QStringList{reply(u"5"_s, u"99"_s, at, uR"(,"threadId":"T1")"_s)} << true;
    QTest::newRow("a reply to a reply")
        << QStringList{reply(u"6"_s, u"5"_s, at), reply(u"5"_s, u"1"_s, at)} << true;
    QTest::newRow("to a team that nobody knows, under the same name")
        << QStringList{reply(u"5"_s, u"1"_s, at, uR"(,"recipientId":44,"senderName":"V")"_s)} << true;
    QTest::newRow("asked again") << QStringList{message(u"2"_s, at)} << false;
}

void TestAskings::answersBringBackWhatWasReturned()
{
    QFETCH(QStringList, words);
    QFETCH(bool, isAnswer);
    bringBasics();
    bring({message(u"1"_s, u"2026-02-25T15:00:00Z"_s, uR"(,"senderName":"V")"_s)});
    const QString belongs = renewal::toString(pending().state);
    setState(u"returned"_s);
    bring({message(u"1"_s, u"2026-02-25T15:00:00Z"_s)}); // nothing new: it stays where it is
    QCOMPARE(renewal::toString(pending().state), u"returned"_s);
    bring(words);
    const Renewal renewal = pending();
    QCOMPARE(renewal::toString(renewal.state), belongs);
    QCOMPARE(renewal.answered.isValid(), isAnswer);
    QCOMPARE(renewals(), u"1 1"_s);
    const auto history = store::AuditRepository(db()).about(u"renewal/%1"_s.arg(renewal.id.value));
    VERIFY_OK(history);
    QCOMPARE(history->size(), 1);
    QCOMPARE(history->first().action, u"renewal.answered"_s);
    // It is returned once more, and the same answer does not come again.
    setState(u"returned"_s);
    bring(words);
    QCOMPARE(renewal::toString(pending().state), u"returned"_s);
}

void TestAskings::staffsReplyBringsNothingBack()
{
    bringBasics();
    bring({message(u"1"_s, u"2026-02-25T15:00:00Z"_s, uR"(,"senderName":"V")"_s)});
    setState(u"returned"_s);
    bring({reply(u"5"_s, u"1"_s, u"2026-02-26T10:00:00Z"_s,
                 uR"(,"recipientId":384939,"senderName":"Nurse")"_s)});
    QCOMPARE(renewal::toString(pending().state), u"returned"_s);
    QVERIFY(!pending().answered.isValid());
    const auto thread = store::RenewalRepository(db()).thread(pending().id);
    VERIFY_OK(thread);
    QCOMPARE(thread->size(), 2);
    QCOMPARE(renewal::toString(thread->first().part), u"replied"_s);
}

void TestAskings::answersToWhatEndedAreRead()
{
    bringBasics();
    bring({message(u"1"_s, u"2026-02-25T15:00:00Z"_s)});
    setState(u"closed"_s);
    const QString answer = reply(u"5"_s, u"1"_s, u"2026-03-01T10:00:00Z"_s);
    bring({answer});
    QCOMPARE(renewals(), u"2 1"_s);
    const Renewal renewal = pending();
    QCOMPARE(renewal::toString(renewal.state), u"in_review"_s);
    QVERIFY(renewal.answered.isValid());
    QCOMPARE(renewal.requestedAt, renewal.answered);
    QVERIFY(!renewal.stateReason.isEmpty());
    bring({answer});
    QCOMPARE(renewals(), u"2 1"_s);
    setState(u"closed"_s);
    bring({answer});
    QCOMPARE(renewals(), u"2 0"_s);
}

void TestAskings::theThreadTellsAll()
{
    bringBasics();
    bring({message(u"1"_s, u"2026-02-25T15:00:00Z"_s),
           record(u"2026-02-26T15:00:00Z"_s, u"2026-02-26T15:00:00Z"_s),
           reply(u"5"_s, u"1"_s, u"2026-02-27T10:00:00Z"_s)});
    const auto thread = store::RenewalRepository(db()).thread(pending().id);
    VERIFY_OK(thread);
    QStringList parts;
    for (const ThreadEntry &entry : *thread)
        parts.append(renewal::toString(entry.part));
    QCOMPARE(parts, (QStringList{u"answered"_s, u"asked_by_record"_s, u"asked"_s}));
    QCOMPARE(thread->first().text, u"Answer 5"_s);
    QCOMPARE(pending().asked, 2);
}

/// Of two deliveries of a prescription the one that was changed later counts, but both ask.
void TestAskings::olderDeliveriesChangeNothing()
{
    bringBasics();
    bring({record(u"2026-02-27T10:00:00Z"_s, u"2026-02-27T10:00:00Z"_s, uR"(,"quantity":30)"_s)});
    bring({record(u"2026-02-20T10:00:00Z"_s, u"2026-02-20T10:00:00Z"_s, uR"(,"quantity":60)"_s)});
    QCOMPARE(pending().quantity, u"30"_s);
    QCOMPARE(pending().asked, 2);
    QCOMPARE(pending().requestedAt, QDateTime::fromString(u"2026-02-20T10:00:00Z"_s, Qt::ISODate));
}

/// In whatever order and portions it arrives, and however often: the same stands there in the end.
void TestAskings::orderOfArrivalDoesNotMatter()
{
    const QStringList lines{
        message(u"1"_s, u"2026-02-20T15:00:00Z"_s),
        message(u"2"_s, u"2026-02-24T15:00:00Z"_s),
        message(u"3"_s, u"2026-02-26T15:00:00Z"_s),
        record(u"2026-02-24T15:10:00Z"_s, u"2026-02-24T15:10:00Z"_s, uR"(,"quantity":60)"_s),
        record(u"2026-02-19T15:00:00Z"_s, u"2026-02-19T15:00:00Z"_s),
        record(u"2026-02-24T15:10:00Z"_s, u"2026-02-27T08:00:00Z"_s, uR"(,"quantity":30)"_s),
        reply(u"5"_s, u"1"_s, u"2026-02-21T10:00:00Z"_s),
        reply(u"6"_s, u"2"_s, u"2026-02-25T10:00:00Z"_s),
        reply(u"7"_s, u"98"_s, u"2026-02-25T11:00:00Z"_s, uR"(,"threadId":"T3")"_s)};
    std::mt19937 random(20260302);
    QStringList expected;
    for (int round = 0; round < 12; ++round) {
        auto made = TestDatabase::create(engine());
        VERIFY_OK(made);
        m_other = std::move(*made);
        bringBasics();
        QStringList order = lines;
        if (round > 0)
            std::shuffle(order.begin(), order.end(), random);
        while (!order.isEmpty()) {
            const qsizetype portion = round == 0 ? order.size() : qsizetype(1 + random() % 3);
            QStringList some = order.mid(0, portion);
            order = order.mid(some.size());
            if (random() % 3 == 0) // and one of them again
                some.append(lines.at(qsizetype(random() % quint32(lines.size()))));
            bring(some);
            if (QTest::currentTestFailed())
                return;
        }
        const QStringList end = visible(db());
        if (round == 0)
            expected = end;
        QCOMPARE(end, expected);
    }
    QCOMPARE(pending().asked, 4);
    QCOMPARE(pending().quantity, u"30"_s);
    m_other.reset();
}

RENEWAL_STORE_TEST_MAIN(TestAskings)
#include "tst_askings.moc"
