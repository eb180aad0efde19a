// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolesession.h"
#include "app/console/startdata.h"
#include "app/store/connection.h"
#include "app/store/database.h"
#include "ui/shell/mainwindow.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;
using State = ConnectionState::State;

namespace {

/// Names of this process's threads; one that is ending may still be in the list for a moment.
QStringList serviceThreads()
{
    QStringList names;
    const auto tasks = QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &task : tasks) {
        QFile file(u"/proc/self/task/%1/comm"_s.arg(task));
        if (file.open(QIODevice::ReadOnly))
            names.append(QString::fromUtf8(file.readAll().trimmed()));
    }
    return names.filter(u"renewal-"_s);
}

ConsoleOptions onDatabase(const QString &url)
{
    ConsoleOptions options;
    options.databaseUrl = url;
    return options;
}

} // namespace

class TestConsoleSession : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void windowStandsBeforeTheService();
    void nothingIsLeftRunning();
    void mayEndWhileItStarts_data();
    void mayEndWhileItStarts();
    void trouble_data();
    void trouble();
    void newerDatabaseIsToldInTheWindow();
    void remoteServiceWithoutTokenIsTold();
    void demoFolderVanishes();
    void dataFolderIsForItsOwnerOnly();

private:
    QTemporaryDir m_temp;
};

void TestConsoleSession::initTestCase()
{
    // A temporary folder of its own: other programs make demo data too.
    QVERIFY(m_temp.isValid());
    qputenv("TMPDIR", QFile::encodeName(m_temp.path()));
}

void TestConsoleSession::windowStandsBeforeTheService()
{
    QTemporaryDir folder;
    ConsoleSession session(onDatabase(u"sqlite:"_s + folder.filePath(u"renewals.db"_s)));
    session.window()->show();
    QVERIFY(QTest::qWaitForWindowExposed(session.window()));
    QVERIFY(session.link().state().state() == State::Connecting);
    QVERIFY(!session.window()->isSettled());
    QVERIFY(!QFile::exists(folder.filePath(u"renewals.db"_s)));
    session.start();
    QTRY_VERIFY(session.link().state().state() == State::Online);
    QTRY_VERIFY(session.window()->isSettled());
    QVERIFY(QFile::exists(folder.filePath(u"renewals.db"_s)));
}

void TestConsoleSession::nothingIsLeftRunning()
{
    QTemporaryDir folder;
    {
        ConsoleSession session(onDatabase(u"sqlite:"_s + folder.filePath(u"renewals.db"_s)));
        QSignalSpy connected(&session, &ConsoleSession::connected);
        session.start();
        QTRY_COMPARE(connected.size(), 1);
        QVERIFY(!serviceThreads().isEmpty());
    }
    QTRY_COMPARE(serviceThreads(), QStringList());
}

void TestConsoleSession::mayEndWhileItStarts_data()
{
    QTest::addColumn<bool>("demo");
    QTest::newRow("on a database") << false;
    QTest::newRow("while the demo's data are made") << true;
}

void TestConsoleSession::mayEndWhileItStarts()
{
    QFETCH(bool, demo);
    QTemporaryDir folder;
    {
        auto options = onDatabase(demo ? QString() : u"sqlite:"_s + folder.filePath(u"renewals.db"_s));
        options.demo = demo;
        ConsoleSession session(options);
        session.window()->show();
        session.start();
        QTRY_VERIFY(!serviceThreads().isEmpty());
    }
    QTRY_COMPARE(serviceThreads(), QStringList());
}

void TestConsoleSession::trouble_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("told");
    QTest::newRow("a folder that is not there") << u"sqlite:/dev/null/renewals.db"_s << u"database file"_s;
    QTest::newRow("a database nobody knows") << u"oracle:x"_s << u"sqlite:PATH"_s;
    QTest::newRow("a server that does not answer")
        << u"postgresql://nobody@127.0.0.1:1/none"_s << u"server"_s;
}

void TestConsoleSession::trouble()
{
    QFETCH(QString, url);
    QFETCH(QString, told);
    ConsoleSession session(onDatabase(url));
    QSignalSpy failed(&session, &ConsoleSession::failed);
    session.window()->show();
    session.start();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(session.link().state().state() == State::Away);
    const QString reason = session.link().state().reason();
    QVERIFY2(reason.contains(told), qPrintable(reason));
    // The window stands, with an answer for all it asked for.
    QTRY_VERIFY(session.window()->isSettled());
    QVERIFY(session.window()->isVisible());
}

void TestConsoleSession::newerDatabaseIsToldInTheWindow()
{
    QTemporaryDir folder;
    const QString url = u"sqlite:"_s + folder.filePath(u"renewals.db"_s);
    {
        store::Database database(*store::DatabaseUrl::parse(url));
        QVERIFY(database.migrate());
        store::Connection *connection = *database.connection();
        QVERIFY(connection->run(u"UPDATE schema_step SET version = 9999"_s));
    }
    ConsoleSession session(onDatabase(url));
    QSignalSpy failed(&session, &ConsoleSession::failed);
    session.start();
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(toString(error.code), toString(ErrorCode::SchemaTooNew));
    QCOMPARE(session.link().state().reason(), error.text);
}

void TestConsoleSession::remoteServiceWithoutTokenIsTold()
{
    ConsoleOptions options;
    options.service = QUrl(u"https://127.0.0.1:1"_s);
    options.tokenFile = u"/nowhere/token"_s;
    ConsoleSession session(options);
    session.start();
    QVERIFY(session.link().state().state() == State::Away);
    QVERIFY(session.link().state().reason().contains(u"/nowhere/token"_s));
    QVERIFY(serviceThreads().isEmpty());
}

void TestConsoleSession::demoFolderVanishes()
{
    const auto folders = [] { return QDir::temp().entryList({u"renewal-demo-*"_s}, QDir::Dirs); };
    const QStringList before = folders();
    {
        ConsoleOptions options;
        options.demo = true;
        ConsoleSession session(options);
        QSignalSpy connected(&session, &ConsoleSession::connected);
        session.start();
        QVERIFY(connected.wait(100'000));
        QCOMPARE(folders().size(), before.size() + 1);
    }
    QCOMPARE(folders(), before);
}

void TestConsoleSession::dataFolderIsForItsOwnerOnly()
{
    QTemporaryDir home;
    const QString folder = home.filePath(u"share/renewal-console"_s);
    QVERIFY(makeDataFolder(folder));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(folder) & others));
    QVERIFY(makeDataFolder(folder));
    QFile file(home.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Done refused = makeDataFolder(home.filePath(u"file/renewal-console"_s));
    QVERIFY(!refused);
    QVERIFY(refused.error().text.contains(u"--database"_s));
}

QTEST_MAIN(TestConsoleSession)
#include "tst_consolesession.moc"
