// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolesession.h"
#include "app/console/picture.h"
#include "app/store/database.h"
#include "models/items/roles.h"
#include "tests/service/testservice.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;
using State = ConnectionState::State;

namespace {
constexpr int patience = 30'000;
const QByteArray token = "a-token-of-this-test";
} // namespace

/// A real service that dies and comes back, and the change from one service to another.
class TestOffline : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void serviceDiesAndComesBack();
    void fromEmbeddedToRemoteAndBack();
    void aWrongTokenIsToldBeforeItIsUsed();
    void failedStartMayBeTriedAgain();
    void textSizeMakesTheWindowAnew();
    void demoDataGoesIntoTheOwnDatabase();

private:
    void startService();
    QString path(const QString &name) const { return m_folder->filePath(name); }
    static qint64 currentId(ConsoleSession &session);

    QTemporaryDir m_temp;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_service;
    quint16 m_port = 0;
};

void TestOffline::initTestCase()
{
    // A temporary folder of its own: other programs make demo data too.
    QVERIFY(m_temp.isValid());
    qputenv("TMPDIR", QFile::encodeName(m_temp.path()));
}

void TestOffline::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString url = u"sqlite:"_s + path(u"remote.db"_s);
    {
        store::Database database(*store::DatabaseUrl::parse(url));
        QVERIFY(database.migrate());
    }
    QVERIFY(renewal::testing::seedRegion(url));
    QFile tokens(path(u"tokens.json"_s));
    QVERIFY(tokens.open(QIODevice::WriteOnly));
    tokens.write(R"([{"token_sha256":")" +
                 QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex() +
                 R"(","name":"desk","roles":["clinical","pharmacy_admin","product","admin"]}])");
    QFile own(path(u"token"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write(token);
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    m_port = free.serverPort();
}

void TestOffline::cleanup()
{
    if (m_service) {
        m_service->kill();
        m_service->waitForFinished();
        m_service.reset();
    }
}

void TestOffline::startService()
{
    m_service = std::make_unique<QProcess>();
    m_service->start(QStringLiteral(RENEWAL_SERVICE_PROGRAM),
                     {u"serve"_s, u"--database"_s, u"sqlite:"_s + path(u"remote.db"_s), u"--listen"_s,
                      u"127.0.0.1:%1"_s.arg(m_port), u"--tokens"_s, path(u"tokens.json"_s)});
    QVERIFY(m_service->waitForStarted());
}

qint64 TestOffline::currentId(ConsoleSession &session)
{
    const auto *list = mainList(session.window());
    return list ? list->currentIndex().data(items::IdRole).toLongLong() : -1;
}

void TestOffline::serviceDiesAndComesBack()
{
    startService();
    ConsoleOptions options;
    options.service = QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
    options.tokenFile = path(u"token"_s);
    ConsoleSession session(options);
    session.window()->show();
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.link().state().state() == State::Online, patience);
    QTRY_VERIFY_WITH_TIMEOUT(session.window()->isSettled(), patience);
    auto *list = mainList(session.window());
    QVERIFY(list && list->model()->rowCount() > 3);
    QVERIFY(QTest::qWaitForWindowActive(session.window()));
    list->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(list, Qt::Key_J);
    QTRY_VERIFY(session.window()->isSettled());
    const qint64 chosen = currentId(session);
    const int rows = list->model()->rowCount();
    auto *banner = session.window()->findChild<ui::Banner *>(u"awayBanner"_s);
    QVERIFY(!banner->isVisible());

    m_service->kill();
    QVERIFY(m_service->waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
    QVERIFY2(banner->text().contains(u"What you see is from"), qPrintable(banner->text()));
    QCOMPARE(list->model()->rowCount(), rows);
    QCOMPARE(currentId(session), chosen);
    QVERIFY(!QApplication::activeModalWidget());

    startService();
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(session.window()->isSettled(), patience);
    QCOMPARE(list->model()->rowCount(), rows);
    QCOMPARE(currentId(session), chosen);
}

void TestOffline::fromEmbeddedToRemoteAndBack()
{
    startService();
    ConsoleOptions options;
    options.databaseUrl = u"sqlite:"_s + path(u"own.db"_s);
    options.settingsFile = path(u"settings.ini"_s);
    ConsoleSession session(options);
    session.window()->show();
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.window()->isSettled(), patience);
    const QPointer<ui::MainWindow> first = session.window();
    session.gateways().services->connectTo({u"http://127.0.0.1:%1"_s.arg(m_port), token, false});
    QTRY_VERIFY(!first);
    QVERIFY(session.window()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(session.window()->isSettled() && mainList(session.window()), patience);
    QTRY_VERIFY_WITH_TIMEOUT(mainList(session.window())->model()->rowCount() > 3, patience);
    QFile settings(options.settingsFile);
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(!settings.readAll().contains(token)); // nowhere but in a keychain

    const QPointer<ui::MainWindow> second = session.window();
    QCOMPARE(session.gateways().services->remoteUrl(), u"http://127.0.0.1:%1"_s.arg(m_port));
    session.gateways().services->useEmbedded();
    QTRY_VERIFY(!second);
    QTRY_VERIFY_WITH_TIMEOUT(session.window()->isSettled(), patience);
    QCOMPARE(session.gateways().services->remoteUrl(), QString());
}

void TestOffline::aWrongTokenIsToldBeforeItIsUsed()
{
    startService();
    ConsoleOptions options;
    options.databaseUrl = u"sqlite:"_s + path(u"own.db"_s);
    ConsoleSession session(options);
    auto *services = session.gateways().services;
    const QString url = u"http://127.0.0.1:%1"_s.arg(m_port);
    // The service may still be starting: until it answers at all.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            auto asked = services->test({url, token, false});
            return QTest::qWaitFor([&] { return asked.isFinished(); }, patience) &&
                   asked.result().has_value();
        }(),
        patience);
    auto refused = services->test({url, "another", false});
    QTRY_VERIFY_WITH_TIMEOUT(refused.isFinished(), patience);
    QVERIFY(!refused.result());
    auto insecure = services->test({u"http://renewals.example"_s, token, false});
    QVERIFY(insecure.isFinished());
    QVERIFY2(insecure.result().error().text.contains(u"https"), qPrintable(insecure.result().error().text));
}

void TestOffline::failedStartMayBeTriedAgain()
{
    QFile blocked(path(u"folder"_s));
    QVERIFY(blocked.open(QIODevice::WriteOnly));
    ConsoleOptions options;
    options.databaseUrl = u"sqlite:"_s + path(u"folder/own.db"_s);
    ConsoleSession session(options);
    QSignalSpy failed(&session, &ConsoleSession::failed);
    session.window()->show();
    session.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    const QString told = failed.first().first().value<Error>().text;
    QVERIFY2(told.contains(path(u"folder/own.db"_s)), qPrintable(told)); // which file it is about
    QVERIFY(session.gateways().services->hasFailed());
    blocked.close();
    QVERIFY(blocked.remove());
    session.gateways().services->startAgain();
    QTRY_VERIFY_WITH_TIMEOUT(session.link().state().state() == State::Online, patience);
    QVERIFY(!session.gateways().services->hasFailed());
    QTRY_VERIFY_WITH_TIMEOUT(session.window()->isSettled(), patience);
}

void TestOffline::textSizeMakesTheWindowAnew()
{
    ConsoleOptions options;
    options.databaseUrl = u"sqlite:"_s + path(u"own.db"_s);
    options.settingsFile = path(u"settings.ini"_s);
    ConsoleSession session(options);
    session.window()->show();
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.window()->isSettled(), patience);
    const double before = QApplication::font().pointSizeF();
    {
        QSettings settings(options.settingsFile, QSettings::IniFormat);
        settings.setValue(u"preferences/textPercent"_s, 150);
    }
    const QPointer<ui::MainWindow> first = session.window();
    first->showWorkspace(ui::WorkspaceId::Activity);
    auto *ehr = first->findChild<QComboBox *>(u"ehrCombo"_s);
    ehr->setCurrentIndex(ehr->findData(u"VISTA"_s));
    session.gateways().services->rebuild();
    QTRY_VERIFY(!first);
    QVERIFY(session.window()->isVisible());
    // One stays where one was, on what one looked at.
    QCOMPARE(toString(session.window()->workspace()), u"activity"_s);
    QCOMPARE(session.window()->scope().ehr, u"VISTA"_s);
    QCOMPARE(QApplication::font().pointSizeF(), before * 1.5);
    QTRY_VERIFY_WITH_TIMEOUT(session.window()->isSettled(), patience);
}

void TestOffline::demoDataGoesIntoTheOwnDatabase()
{
    ConsoleOptions options;
    options.databaseUrl = u"sqlite:"_s + path(u"own.db"_s);
    ConsoleSession session(options);
    session.window()->show();
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(session.window()->isSettled(), patience);
    auto *welcome = session.window()->findChild<QWidget *>(u"welcomePane"_s);
    QTRY_VERIFY(welcome->isVisible());
    auto *demo = welcome->findChild<QPushButton *>(u"welcomeDemoButton"_s);
    QVERIFY(demo->isVisible());
    demo->click();
    auto *ask = session.window()->findChild<QDialog *>(u"demoDialog"_s);
    QVERIFY(ask && ask->isVisible());
    ask->findChild<QPushButton *>(u"agreeDemoButton"_s)->click();
    QVERIFY(!demo->isEnabled());
    // The window goes on meanwhile, and shows what came without being asked.
    QTRY_VERIFY_WITH_TIMEOUT(!welcome->isVisible(), 100'000);
    QTRY_VERIFY_WITH_TIMEOUT(session.window()->isSettled(), patience);
    QTRY_VERIFY(mainList(session.window())->model()->rowCount() > 100);
    QTRY_VERIFY(QDir::temp().entryList({u"renewal-demo-*"_s}, QDir::Dirs).isEmpty());
}

QTEST_MAIN(TestOffline)
#include "tst_offline.moc"
