// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <QProcess>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::sampleRenewal;

/// A process that is killed right after its commit was answered has lost nothing, one killed before has left
/// nothing. The test program itself, started with --write, is the victim.
class TstStoreDurability : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private:
    /// Runs the victim and kills it when it says `word`.
    void killAt(const QByteArray &word);

private Q_SLOTS:
    void whatWasAnsweredSurvives();
    void whatWasNotCommittedIsGone();
};

void TstStoreDurability::killAt(const QByteArray &word)
{
    testDatabase().database().closeThisThread();
    QProcess victim;
    victim.start(QCoreApplication::applicationFilePath(), {u"--write"_s, testDatabase().url()});
    QByteArray said;
    while (!said.contains(word)) {
        QVERIFY2(victim.waitForReadyRead(30000), qPrintable(victim.errorString()));
        said += victim.readAllStandardOutput();
        // Before it may go on it waits for a line.
        if (!said.contains(word))
            victim.write("go\n");
    }
    ::kill(static_cast<pid_t>(victim.processId()), SIGKILL);
    QVERIFY(victim.waitForFinished(30000));
    QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
}

void TstStoreDurability::whatWasAnsweredSurvives()
{
    killAt("committed");
    RenewalQuery query;
    query.search = u"lisin"_s;
    const auto page = RenewalRepository(connection()).page(query, noon());
    VERIFY_OK(page);
    QCOMPARE(page->items.size(), 1);
    QCOMPARE(*AuditRepository(connection()).verifyChain(), 1);
    VERIFY_OK(RenewalRepository(connection()).insert(sampleRenewal(u"2"_s, 2)));
}

void TstStoreDurability::whatWasNotCommittedIsGone()
{
    killAt("written");
    QCOMPARE(*AuditRepository(connection()).verifyChain(), 0);
    QCOMPARE(*RenewalRepository(connection()).total(), 0);
    // Whatever the dead writer held is free again.
    bool isFree = false;
    const auto tryToWrite = [&] {
        return isFree =
                   isFree || RenewalRepository(connection()).insert(sampleRenewal(u"1"_s, 1)).has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(tryToWrite(), 20000);
}

namespace {
void sayAndWait(const char *word)
{
    std::printf("%s\n", word);
    std::fflush(stdout);
    char line[8];
    (void)std::fgets(line, sizeof line, stdin);
}

int write(const QString &address)
{
    const auto url = DatabaseUrl::parse(address);
    if (!url)
        return 2;
    Database database(*url);
    auto connection = database.connection();
    if (!connection)
        return 2;
    auto transaction = Transaction::begin(**connection);
    if (!transaction || !RenewalRepository(**connection).insert(sampleRenewal(u"1"_s, 1)))
        return 2;
    AuditEvent event;
    event.at = noon();
    event.action = u"test"_s;
    if (!AuditRepository(**connection).append(event))
        return 2;
    sayAndWait("written");
    if (!transaction->commit())
        return 2;
    sayAndWait("committed");
    return 0;
}
} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && QByteArrayView(argv[1]) == "--write") {
        QCoreApplication application(argc, argv);
        return write(QString::fromLocal8Bit(argv[2]));
    }
    return renewal::testing::runOnBoth<TstStoreDurability>(argc, argv);
}
#include "tst_storedurability.moc"
