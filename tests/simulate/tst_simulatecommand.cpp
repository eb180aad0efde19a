// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `renewal-service simulate` as a user types it.
#include "app/server/simulatecommand.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace renewal::server;
using namespace Qt::StringLiterals;

namespace {
struct Outcome
{
    int exit = -1;
    QString out;
    QString err;
};

Outcome run(const QStringList &arguments)
{
    Outcome outcome;
    QTextStream out(&outcome.out);
    QTextStream err(&outcome.err);
    outcome.exit = SimulateCommand().run(arguments, out, err);
    out.flush();
    err.flush();
    return outcome;
}
} // namespace

class TestSimulateCommand final : public QObject
{
    Q_OBJECT

private slots:
    void refusesBadArguments_data();
    void refusesBadArguments();
    void writesARegion();
    void answersInJson();
    void refusesAFolderInUse();
    void showsHelp();
};

void TestSimulateCommand::refusesBadArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const QString &words, const QString &told) {
        QTest::newRow(name) << words.split(u' ', Qt::SkipEmptyParts) << told;
    };
    row("nothing", {}, u"--out DIR is missing"_s);
    row("no folder", u"--stations 3"_s, u"--out DIR is missing"_s);
    row("folder as a bare word", u"region"_s, u"\"region\""_s);
    row("unknown option", u"--out x --colour red"_s, u"colour"_s);
    row("stations no number", u"--out x --stations many"_s, u"--stations"_s);
    row("no station", u"--out x --stations 0"_s, u"--stations"_s);
    row("too many stations", u"--out x --stations 1000"_s, u"--stations"_s);
    row("negative patients", u"--out x --patients -5"_s, u"--patients"_s);
    row("patients that wrap around to 100", u"--out x --patients 4294967396"_s, u"--patients"_s);
    row("renewals in words", u"--out x --renewals all"_s, u"--renewals"_s);
    row("no care team", u"--out x --care-teams 0"_s, u"--care-teams"_s);
    row("prescribers in words", u"--out x --prescribers some"_s, u"--prescribers"_s);
    row("too many prescribers", u"--out x --prescribers 9000000"_s, u"--prescribers"_s);
    row("unknown naming", u"--out x --naming mine"_s, u"--naming"_s);
    row("too many days", u"--out x --days 400"_s, u"--days"_s);
    row("seed no number", u"--out x --seed lucky"_s, u"--seed"_s);
    row("start no date", u"--out x --start monday"_s, u"--start"_s);
    row("start no day of the calendar", u"--out x --start 2026-02-30"_s, u"--start"_s);
}

void TestSimulateCommand::refusesBadArguments()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, told);
    QTemporaryDir folder;
    QVERIFY(QDir::setCurrent(folder.path()));
    const Outcome outcome = run(arguments);
    QVERIFY(QDir(folder.path()).isEmpty());
    QCOMPARE(outcome.exit, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(told), qPrintable(outcome.err));
    QVERIFY(outcome.err.contains("--help"_L1));
    QVERIFY(QDir::setCurrent(QDir::rootPath()));
}

void TestSimulateCommand::writesARegion()
{
    QTemporaryDir parent;
    const QString folder = parent.filePath(u"new/region %2"_s);
    const Outcome outcome =
        run({u"--out"_s, folder, u"--stations"_s, u"2"_s, u"--patients"_s, u"200"_s, u"--renewals"_s, u"30"_s,
             u"--days"_s, u"3"_s, u"--start"_s, u"2026-01-05"_s, u"--seed"_s, u"18446744073709551615"_s});
    QCOMPARE(outcome.exit, 0);
    QVERIFY2(outcome.out.contains(folder), qPrintable(outcome.out));
    QVERIFY(outcome.out.contains("2 stations"_L1));
    QVERIFY(outcome.err.isEmpty());
    QFile meta(folder + u"/meta.json"_s);
    QVERIFY(meta.open(QIODevice::ReadOnly));
    const QByteArray text = meta.readAll();
    QVERIFY(text.contains("\"seed\":18446744073709551615"));
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    QCOMPARE(object.value("start"_L1).toString(), u"2026-01-05"_s);
    QCOMPARE(object.value("end"_L1).toString(), u"2026-01-08"_s);
    QCOMPARE(object.value("renewals"_L1).toInt(), 30);
}

void TestSimulateCommand::answersInJson()
{
    QTemporaryDir folder;
    const Outcome outcome =
        run({u"--json"_s, u"--out"_s, folder.path(), u"--patients"_s, u"100"_s, u"--renewals"_s, u"10"_s});
    QCOMPARE(outcome.exit, 0);
    const QJsonObject object = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(object.value("renewals"_L1).toInt(), 10);
    QCOMPARE(object.value("stations"_L1).toInt(), 5);
}

void TestSimulateCommand::refusesAFolderInUse()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"mine"_s));
    const QStringList arguments{u"--out"_s, folder.path(), u"--patients"_s, u"100"_s};
    const Outcome refused = run(arguments);
    QCOMPARE(refused.exit, 1);
    QVERIFY2(refused.err.contains("--force"_L1), qPrintable(refused.err));
    QCOMPARE(run(arguments + QStringList{u"--force"_s}).exit, 0);
    QVERIFY(QDir(folder.filePath(u"mine"_s)).exists());
}

void TestSimulateCommand::showsHelp()
{
    const Outcome outcome = run({u"--help"_s});
    QCOMPARE(outcome.exit, 0);
    QVERIFY(outcome.out.contains("--renewals"_L1));
}

QTEST_GUILESS_MAIN(TestSimulateCommand)
#include "tst_simulatecommand.moc"
