// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/dialect.h"
#include "app/store/transaction.h"
#include "tests/support/postgrescluster.h"
#include "tests/support/storetest.h"

#include <QScopeGuard>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;

class TstConnection : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    Result<qint64> stations() { return connection().number(u"SELECT count(*) FROM station"_s); }
    Result<qint64> addStation(const QString &number)
    {
        return connection().run(
            u"INSERT INTO station (parent_station, station, ehr) VALUES (?, ?, 'VISTA')"_s, {number, number});
    }

private Q_SLOTS:
    void valuesComeBackAsTheyWent();
    void aTransactionThatIsNotCommittedLeavesNothing();
    void anInnerTransactionIsUndoneAlone();
    void aFailedStatementDoomsItsTransaction();
    void aFailedInnerTransactionLeavesTheOuterOneWhole();
    void aConstraintIsAConflictWithoutValues();
    void rowsStopWhenTheReaderHasEnough();
    void theSameStatementMayRunInsideItself();
    void eachThreadHasItsOwnConnection();
    void aLostLinkIsOpenedAgain();
    void addressesThatLeadNowhereAreTold();
};

void TstConnection::valuesComeBackAsTheyWent()
{
    const QString odd = u"O'Brien \\ \t\n \"ñ\" 名 \U0001F600"_s;
    const QDateTime instant(QDate(2026, 3, 2), QTime(12, 0, 0, 123), Qt::UTC);
    const auto row = connection().first<QStringList>(
        u"SELECT CAST(? AS text), CAST(? AS bigint), CAST(? AS double precision), CAST(? AS text)"_s,
        {odd, bound(instant), 0.1, bound(QDateTime())}, [&](const Row &row) {
            return QStringList{row.text(0), row.instant(1).toString(Qt::ISODateWithMs),
                               QString::number(row.real(2), 'g', 17),
                               row.isNull(3) ? u"null"_s : u"not null"_s};
        });
    VERIFY_OK(row);
    QCOMPARE(**row, (QStringList{odd, u"2026-03-02T12:00:00.123Z"_s, u"0.10000000000000001"_s, u"null"_s}));
}

void TstConnection::aTransactionThatIsNotCommittedLeavesNothing()
{
    {
        auto transaction = Transaction::begin(connection());
        VERIFY_OK(transaction);
        VERIFY_OK(addStation(u"552"_s));
        QCOMPARE(*stations(), 1);
        QVERIFY(connection().isInTransaction());
    }
    QVERIFY(!connection().isInTransaction());
    QCOMPARE(*stations(), 0);
    {
        auto transaction = Transaction::begin(connection());
        VERIFY_OK(transaction);
        VERIFY_OK(addStation(u"552"_s));
        VERIFY_OK(transaction->commit());
    }
    QCOMPARE(*stations(), 1);
}

void TstConnection::anInnerTransactionIsUndoneAlone()
{
    auto outer = Transaction::begin(connection());
    VERIFY_OK(outer);
    VERIFY_OK(addStation(u"552"_s));
    {
        auto inner = Transaction::begin(connection());
        VERIFY_OK(inner);
        VERIFY_OK(addStation(u"553"_s));
    }
    {
        auto inner = Transaction::begin(connection());
        VERIFY_OK(inner);
        VERIFY_OK(addStation(u"554"_s));
        VERIFY_OK(inner->commit());
    }
    VERIFY_OK(outer->commit());
    const auto left = connection().rows<QString>(u"SELECT station FROM station ORDER BY 1"_s, {},
                                                 [](const Row &row) { return row.text(0); });
    QCOMPARE(*left, (QVector<QString>{u"552"_s, u"554"_s}));
}

void TstConnection::aFailedStatementDoomsItsTransaction()
{
    auto transaction = Transaction::begin(connection());
    VERIFY_OK(transaction);
    VERIFY_OK(addStation(u"552"_s));
    VERIFY_ERROR(addStation(u"552"_s), ErrorCode::Conflict);
    VERIFY_ERROR(transaction->commit(), ErrorCode::Conflict);
    QCOMPARE(*stations(), 0);
}

void TstConnection::aFailedInnerTransactionLeavesTheOuterOneWhole()
{
    auto outer = Transaction::begin(connection());
    VERIFY_OK(outer);
    VERIFY_OK(addStation(u"552"_s));
    {
        auto inner = Transaction::begin(connection());
        VERIFY_OK(inner);
        VERIFY_ERROR(addStation(u"552"_s), ErrorCode::Conflict);
    }
    VERIFY_OK(addStation(u"553"_s));
    VERIFY_OK(outer->commit());
    QCOMPARE(*stations(), 2);
}

void TstConnection::aConstraintIsAConflictWithoutValues()
{
    const QString secret = u"SECRET-PATIENT"_s;
    const auto add = [&] {
        return connection().run(
            u"INSERT INTO renewal (parent_station, ehr, state, due_at, patient_key, station, "
            "requested_at, prescription_id) VALUES ('552', 'VISTA', 'needs_routing', 1, ?, "
            "'552', 1, '17')"_s,
            {secret});
    };
    VERIFY_OK(add());
    const auto again = add();
    VERIFY_ERROR(again, ErrorCode::Conflict);
    QVERIFY2(!again.error().text.contains(secret) && !again.error().detail.contains(secret),
             qPrintable(again.error().detail));
    QVERIFY(again.error().detail.startsWith(connection().dialect().name()));
    const auto nonsense = connection().run(u"SELECT nothing FROM nowhere"_s);
    VERIFY_ERROR(nonsense, ErrorCode::Internal);
}

void TstConnection::rowsStopWhenTheReaderHasEnough()
{
    for (const QString &number : {u"501"_s, u"502"_s, u"503"_s})
        VERIFY_OK(addStation(number));
    QStringList seen;
    VERIFY_OK(connection().each(u"SELECT station FROM station ORDER BY 1"_s, {}, [&](const Row &row) {
        seen.append(row.text(0));
        return seen.size() < 2;
    }));
    QCOMPARE(seen, (QStringList{u"501"_s, u"502"_s}));
    QCOMPARE(*stations(), 3);
    VERIFY_OK(addStation(u"504"_s)); // the half-read rows hold no lock
}

void TstConnection::theSameStatementMayRunInsideItself()
{
    if (!isSqlite())
        return; // PostgreSQL streams one result at a time; Connection::each says so
    VERIFY_OK(addStation(u"501"_s));
    int inner = 0;
    const QString sql = u"SELECT station FROM station"_s;
    VERIFY_OK(connection().each(sql, {}, [&](const Row &) {
        return connection().each(sql, {}, [&](const Row &) { return ++inner > 0; }).has_value();
    }));
    QCOMPARE(inner, 1);
}

void TstConnection::eachThreadHasItsOwnConnection()
{
    Connection *mine = &connection();
    QCOMPARE(*testDatabase().database().connection(), mine);
    VERIFY_OK(addStation(u"552"_s));
    Connection *theirs = nullptr;
    qint64 seen = -1;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        auto opened = testDatabase().database().connection();
        if (!opened)
            return;
        theirs = *opened;
        seen = theirs->number(u"SELECT count(*) FROM station"_s).value_or(-1);
    }));
    const QStringList before = QSqlDatabase::connectionNames();
    thread->start();
    QVERIFY(thread->wait(30000));
    QVERIFY(theirs != nullptr && theirs != mine);
    QCOMPARE(seen, 1);
    QCOMPARE(QSqlDatabase::connectionNames().size(), before.size()); // closed with the thread
    testDatabase().database().closeThisThread();
    QCOMPARE(QSqlDatabase::connectionNames().size(), before.size() - 1);
    QCOMPARE(*stations(), 1);
}

void TstConnection::aLostLinkIsOpenedAgain()
{
    if (isSqlite())
        return; // a file has no link to lose
    VERIFY_OK(stations());
    auto cluster = renewal::testing::PostgresCluster::shared();
    VERIFY_OK(cluster);
    VERIFY_OK((*cluster)->dropConnections(testDatabase().url()));
    VERIFY_ERROR(connection().number(u"SELECT 1"_s), ErrorCode::Unavailable);
    QCOMPARE(*stations(), 0);
}

void TstConnection::addressesThatLeadNowhereAreTold()
{
    auto url = DatabaseUrl::parse(testDatabase().url());
    VERIFY_OK(url);
    if (isSqlite())
        url->path = u"/proc/nowhere/store.db"_s;
    else
        url->port = 1;
    Database nowhere(*url);
    VERIFY_ERROR(nowhere.connection(), ErrorCode::Unavailable);
    if (!isSqlite()) {
        auto missing = DatabaseUrl::parse(testDatabase().url());
        missing->name = u"no_such_database"_s;
        Database none(*missing);
        VERIFY_ERROR(none.connection(), ErrorCode::Unavailable);
        return;
    }
    QTemporaryDir dir;
    QFile file(dir.filePath(u"text.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    url->path = file.fileName();
    Database damaged(*url);
    VERIFY_ERROR(damaged.migrate(), ErrorCode::Integrity);
}

RENEWAL_STORE_TEST_MAIN(TstConnection)
#include "tst_connection.moc"
