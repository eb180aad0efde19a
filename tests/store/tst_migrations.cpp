// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/dialect.h"
#include "app/store/migrationscript.h"
#include "app/store/migrator.h"
#include "app/store/transaction.h"
#include "tests/support/storetest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::TestDatabase;

namespace {
const QString data = QStringLiteral(RENEWAL_TEST_DATA "/store/");
}

/// Upgrades: rows of each older version come out as expected, up to a pretended next version in
/// tests/data/store/next.
class TstMigrations : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    static QStringList next() { return {u":/sql"_s, data + u"next"_s}; }
    /// The schema as that version left it.
    QStringList upTo(int version);
    Result<QVector<QString>> recorded()
    {
        return connection().rows<QString>(u"SELECT version || '/' || name FROM schema_step ORDER BY 1"_s, {},
                                          [](const Row &row) { return row.text(0); });
    }
    static void runScript(Connection &connection, const QString &path);
    static void compare(Connection &connection, const QString &path, int blocks);

    QTemporaryDir m_dir;

private Q_SLOTS:
    void anEmptyDatabaseGetsTheNewestSchema();
    void everyTableCarriesTheStationFirst();
    void oldRowsComeOutAsExpected();
    void versionTwoGroupsWhatWaits();
    void versionSevenAsksAboutWhatWasRouted();
    void aSecondUpgradeChangesNothing();
    void aNewerSchemaIsRefusedAndLeftAlone();
    void anInterruptedUpgradeGoesOn();
    void anEditedDatabaseIsNotAnEmptyOne();
};

void TstMigrations::runScript(Connection &connection, const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList statements =
        migrationStatements(QString::fromUtf8(file.readAll()), connection.dialect().name());
    QVERIFY(!statements.isEmpty());
    for (const QString &statement : statements)
        VERIFY_OK(connection.script(statement));
}

QStringList TstMigrations::upTo(int version)
{
    const QDir root(m_dir.filePath(QString::number(version)));
    for (int each = 1; each <= version; ++each) { // copying a file again changes nothing
        const QString name = u"%1"_s.arg(each, 4, 10, QChar(u'0'));
        const QDir from(u":/sql/"_s + name);
        root.mkpath(name);
        for (const QString &file : from.entryList(QDir::Files))
            QFile::copy(from.filePath(file), root.filePath(name + u'/' + file));
    }
    return {root.path()};
}

void TstMigrations::anEmptyDatabaseGetsTheNewestSchema()
{
    auto empty = TestDatabase::create(engine(), TestDatabase::Schema::None);
    VERIFY_OK(empty);
    Migrator migrator((*empty)->connection());
    QCOMPARE(*migrator.current(), 0);
    QVERIFY(migrator.target() >= 1);
    VERIFY_OK(migrator.migrate());
    QCOMPARE(*migrator.current(), migrator.target());
    QCOMPARE(Migrator((*empty)->connection(), next()).target(), 99);
}

void TstMigrations::everyTableCarriesTheStationFirst()
{
    // Where a table names the station at all, it leads the key: the natural shard.
    const QString sql =
        isSqlite()
            ? u"SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = "
              u"'parent_station' "
              "WHERE m.type = 'table' AND m.name NOT LIKE 'staging_%' AND m.name NOT LIKE 'renewal_search%' "
              "AND NOT EXISTS (SELECT 1 FROM pragma_index_list(m.name) l JOIN pragma_index_info(l.name) i "
              "ON i.seqno = 0 AND i.name = 'parent_station')"_s
            : u"SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = "
              "'parent_station' WHERE c.relkind = 'r' AND c.relname NOT LIKE 'staging_%' AND NOT EXISTS "
              "(SELECT 1 FROM "
              "pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND i.indkey[0] = a.attnum)"_s;
    const auto without = connection().rows<QString>(sql, {}, [](const Row &row) { return row.text(0); });
    VERIFY_OK(without);
    QVERIFY2(without->isEmpty(), qPrintable(QStringList(*without).join(u' ')));
}

/// Blocks of a query and the single texts it must give, in any order.
void TstMigrations::compare(Connection &connection, const QString &path, int blocks)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList all = QString::fromUtf8(file.readAll()).trimmed().split(u"\n\n"_s);
    QCOMPARE(all.size(), blocks);
    for (const QString &block : all) {
        QStringList expected = block.split(u'\n');
        const QString query = expected.takeFirst();
        auto rows = connection.rows<QString>(query, {}, [](const Row &row) { return row.text(0); });
        VERIFY_OK(rows);
        QStringList found(*rows);
        found.sort();
        expected.sort();
        QCOMPARE(found, expected);
    }
}

void TstMigrations::oldRowsComeOutAsExpected()
{
    const auto old = TestDatabase::create(engine(), TestDatabase::Schema::None);
    VERIFY_OK(old);
    VERIFY_OK(Migrator((*old)->connection(), upTo(1)).migrate());
    runScript((*old)->connection(), data + u"golden/version1.sql"_s);
    VERIFY_OK(Migrator((*old)->connection(), next()).migrate());
    compare((*old)->connection(), data + u"golden/expected.txt"_s, 10);
}

void TstMigrations::versionTwoGroupsWhatWaits()
{
    const auto old = TestDatabase::create(engine(), TestDatabase::Schema::None);
    VERIFY_OK(old);
    VERIFY_OK(Migrator((*old)->connection(), upTo(1)).migrate());
    QCOMPARE(*Migrator((*old)->connection()).current(), 1);
    runScript((*old)->connection(), data + u"golden/version1groups.sql"_s);
    VERIFY_OK(Migrator((*old)->connection()).migrate());
    compare((*old)->connection(), data + u"golden/expectedgroups.txt"_s, 3);
    const auto secret = (*old)->connection().number(
        u"SELECT count(*) FROM store_secret WHERE name = 'patient_group' AND length(value) >= 64"_s);
    QCOMPARE(*secret, 1);
}

void TstMigrations::versionSevenAsksAboutWhatWasRouted()
{
    const auto old = TestDatabase::create(engine(), TestDatabase::Schema::None);
    VERIFY_OK(old);
    Connection &before = (*old)->connection();
    VERIFY_OK(Migrator(before, upTo(6)).migrate());
    VERIFY_OK(before.run(
        u"INSERT INTO renewal (parent_station, ehr, state, due_at, station, requested_at, prescription_id, "
        "patient_key, routed_to, routed_to_name) VALUES "
        "('552', 'VISTA', 'routed', 1, '552', 1, 'RX-1', 'P-1', 7001, 'Blue'), "
        "('552', 'VISTA', 'routed', 1, '552', 1, 'RX-2', 'P-1', NULL, ''), "
        "('552', 'VISTA', 'needs_routing', 1, '552', 1, 'RX-3', 'P-1', NULL, '')"_s));
    VERIFY_OK(Migrator(before).migrate());
    const auto rows = before.rows<QString>(
        u"SELECT prescription_id || '|' || state || '|' || code || '|' || care_team || '|' || care_team_name "
        "|| '|' || length(send_key) FROM outbox"_s,
        {}, [](const Row &row) { return row.text(0); });
    VERIFY_OK(rows);
    // A person says what becomes of them: somebody may have seen to them meanwhile.
    QCOMPARE(QStringList(*rows), QStringList{u"RX-1|dead_letter|routed_earlier|7001|Blue|32"_s});
}

void TstMigrations::aSecondUpgradeChangesNothing()
{
    VERIFY_OK(Migrator(connection(), next()).migrate());
    const auto steps = *recorded();
    VERIFY_OK(Migrator(connection(), next()).migrate());
    QCOMPARE(*recorded(), steps);
    QVERIFY(steps.contains(u"99/10_team_phone.sql"_s));
    QCOMPARE(steps.filter(u"99/20_words"_s),
             QStringList{u"99/20_words.%1.sql"_s.arg(connection().dialect().name())});
}

void TstMigrations::aNewerSchemaIsRefusedAndLeftAlone()
{
    VERIFY_OK(Migrator(connection(), next()).migrate());
    const auto steps = *recorded();
    const auto refused = testDatabase().database().migrate();
    VERIFY_ERROR(refused, ErrorCode::SchemaTooNew);
    QVERIFY2(refused.error().text.contains(u"schema 99"_s), qPrintable(refused.error().text));
    QCOMPARE(*recorded(), steps);
}

void TstMigrations::anInterruptedUpgradeGoesOn()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"0099"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::copy(data + u"next/0099/10_team_phone.sql"_s, folder + u"/10_team_phone.sql"_s));
    QFile broken(folder + u"/20_broken.sql"_s);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("CREATE TABLE half_way (id integer);\n\nINSERT INTO nowhere VALUES (1);\n");
    broken.close();
    Migrator migrator(connection(), {u":/sql"_s, dir.path()});
    QVERIFY(!migrator.migrate().has_value());
    QVERIFY(recorded()->contains(u"99/10_team_phone.sql"_s));
    QVERIFY(!recorded()->contains(u"2/20_broken.sql"_s));
    QVERIFY(!connection().handle().tables().contains(u"half_way"_s)); // a step is all or nothing
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("CREATE TABLE half_way (id integer);\n");
    broken.close();
    VERIFY_OK(migrator.migrate());
    QVERIFY(connection().handle().tables().contains(u"half_way"_s));
    QCOMPARE(*connection().number(u"SELECT count(*) FROM station_name"_s), 0);
}

void TstMigrations::anEditedDatabaseIsNotAnEmptyOne()
{
    auto foreign = TestDatabase::create(engine(), TestDatabase::Schema::None);
    VERIFY_OK(foreign);
    VERIFY_OK((*foreign)->connection().script(u"CREATE TABLE station (something text)"_s));
    QVERIFY(!(*foreign)->database().migrate().has_value());
    QCOMPARE(*(*foreign)->connection().number(u"SELECT count(*) FROM station"_s), 0);
}

RENEWAL_STORE_TEST_MAIN(TstMigrations)
#include "tst_migrations.moc"
