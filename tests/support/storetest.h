// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "tests/support/testdatabase.h"

#include <QCoreApplication>
#include <QObject>
#include <QTest>

#include <memory>

namespace renewal::testing {

/// The abstract test of a repository: the same slots run on SQLite and on PostgreSQL, each on a fresh
/// database. A subclass takes the engine and adds slots; RENEWAL_STORE_TEST_MAIN runs it on both.
class StoreTest : public QObject
{
    Q_OBJECT

public:
    explicit StoreTest(store::DatabaseUrl::Engine engine)
        : m_engine(engine)
    {
        setObjectName(engine == store::DatabaseUrl::Engine::Sqlite ? QStringLiteral("sqlite")
                                                                   : QStringLiteral("postgresql"));
    }

protected:
    store::DatabaseUrl::Engine engine() const { return m_engine; }
    bool isSqlite() const { return m_engine == store::DatabaseUrl::Engine::Sqlite; }
    TestDatabase &testDatabase() { return *m_database; }
    store::Connection &connection() { return m_database->connection(); }

private Q_SLOTS:
    void init()
    {
        auto made = TestDatabase::create(m_engine);
        QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().text + made.error().detail));
        m_database = std::move(*made);
    }
    void cleanup() { m_database.reset(); }

private:
    const store::DatabaseUrl::Engine m_engine;
    std::unique_ptr<TestDatabase> m_database;
};

/// Runs a subclass of StoreTest on both databases; the program fails when either run does.
template <class Test>
int runOnBoth(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    int failed = 0;
    for (const auto engine : {store::DatabaseUrl::Engine::Sqlite, store::DatabaseUrl::Engine::PostgreSql}) {
        Test test(engine);
        qInfo("On %s", qPrintable(test.objectName()));
        failed += QTest::qExec(&test, argc, argv);
    }
    return failed;
}

} // namespace renewal::testing

#define RENEWAL_STORE_TEST_MAIN(Test)                                                                        \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        return renewal::testing::runOnBoth<Test>(argc, argv);                                                \
    }

/// Fails the test with the error's sentence unless the Result holds a value.
#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto &verified = (result);                                                                     \
        QVERIFY2(verified.has_value(),                                                                       \
                 verified.has_value()                                                                        \
                     ? ""                                                                                    \
                     : qPrintable(verified.error().text + QStringLiteral(" | ") + verified.error().detail)); \
    } while (false)

/// Fails the test unless the Result is an error of that code.
#define VERIFY_ERROR(result, expected)                                                                       \
    do {                                                                                                     \
        const auto &verified = (result);                                                                     \
        QVERIFY(!verified.has_value());                                                                      \
        QCOMPARE(renewal::toString(verified.error().code), renewal::toString(expected));                     \
        QVERIFY(!verified.error().text.isEmpty());                                                           \
    } while (false)
