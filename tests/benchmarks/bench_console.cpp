// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_console [ROWS] [DATABASE FILE]: from the start of the process to a usable window, first page, search,
// find anything, switching of places and memory, with ROWS renewals (1,000,000) in SQLite. A file that exists
// is used as it is; without one a new one is made.
#include "app/console/consolesession.h"
#include "app/console/picture.h"
#include "app/store/bulkwriter.h"
#include "app/store/connection.h"
#include "app/store/database.h"
#include "app/store/renewalload.h"
#include "app/store/transaction.h"
#include "tests/benchmarks/scrolling.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;

namespace {

constexpr int prescribers = 20'000;

template <class Value>
Value must(Result<Value> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().text), qPrintable(result.error().detail));
    return std::move(*result);
}

void must(const Done &done)
{
    if (!done)
        qFatal("%s (%s)", qPrintable(done.error().text), qPrintable(done.error().detail));
}

std::string stationOf(int prescriber)
{
    return std::to_string(500 + prescriber % 100);
}

void addPrescribers(store::Connection &connection)
{
    auto writer = must(store::BulkWriter::open(
        connection, u"prescriber"_s,
        {u"id"_s, u"parent_station"_s, u"ehr"_s, u"name_key"_s, u"station"_s, u"shown"_s}));
    for (int i = 1; i <= prescribers; ++i) {
        const std::string name = "NAME" + std::to_string(i);
        must(writer.addRow({std::int64_t{i}, stationOf(i), "VISTA", name, stationOf(i), name}));
    }
    must(writer.finish());
}

void addRenewals(store::Connection &connection, int rows)
{
    const char *drugs[] = {"LISINOPRIL 10MG TAB",     "AMLODIPINE 5MG TAB",  "METFORMIN 500MG TAB",
                           "ATORVASTATIN 40MG TAB",   "SERTRALINE 50MG TAB", "OMEPRAZOLE 20MG CAP",
                           "GABAPENTIN 300MG CAP",    "LOSARTAN 50MG TAB",   "TAMSULOSIN 0.4MG CAP",
                           "LEVOTHYROXINE 50MCG TAB", "WARFARIN 5MG TAB",    "INSULIN GLARGINE INJ"};
    const char *states[] = {"needs_routing", "ready_to_route", "in_review", "not_renewable", "closed"};
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    auto load = must(store::RenewalLoad::begin(connection, rows));
    auto writer = must(store::BulkWriter::open(
        connection, u"renewal"_s,
        {u"parent_station"_s, u"ehr"_s, u"state"_s, u"due_at"_s, u"prescriber_id"_s, u"patient_key"_s,
         u"station"_s, u"requested_at"_s, u"prescription_id"_s, u"prescription_number"_s, u"drug"_s, u"sig"_s,
         u"quantity"_s, u"prescriber_shown"_s}));
    QRandomGenerator random(3);
    for (int i = 0; i < rows; ++i) {
        const int prescriber = 1 + random.bounded(prescribers);
        const std::string station = stationOf(prescriber);
        const std::string number = std::to_string(2'700'000 + i) + "A";
        const std::string patient = "ICN" + std::to_string(random.bounded(400'000));
        const std::string shown = "Name" + std::to_string(prescriber) + ", Given";
        const std::int64_t requested = now - random.bounded(20 * 86'400) * 1000LL;
        must(writer.addRow({station, "VISTA", states[random.bounded(5)], requested + 5 * 86'400'000LL,
                            std::int64_t{prescriber}, patient, station, requested, number, number,
                            drugs[random.bounded(12)], "TAKE ONE TABLET BY MOUTH EVERY DAY", "90", shown}));
    }
    must(writer.finish());
    must(load.finish());
}

void fill(const QString &file, int rows)
{
    store::Database database(must(store::DatabaseUrl::parse(QString(u"sqlite:"_s + file))));
    must(database.migrate());
    store::Connection &connection = *must(database.connection());
    auto transaction = must(store::Transaction::begin(connection));
    addPrescribers(connection);
    addRenewals(connection, rows);
    must(transaction.commit());
    database.closeThisThread();
}

/// The same clock in every process of this computer.
qint64 monotonic()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void waitFor(const std::function<bool()> &condition)
{
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    timer.start(1);
    loop.exec();
}

/// The median and worst of runs, in milliseconds, until a window's call is answered.
void timed(const char *what, RenewalsGateway *gateway, const RenewalQuery &query)
{
    std::vector<double> runs;
    qint64 total = 0;
    for (int i = 0; i < 11; ++i) {
        QElapsedTimer timer;
        timer.start();
        auto future = gateway->renewals(query);
        waitFor([&] { return future.isFinished(); });
        runs.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        total = must(future.result()).total;
    }
    std::sort(runs.begin(), runs.end());
    std::printf("%-40s %8.1f ms (worst %8.1f)  %lld rows\n", what, runs[5], runs[10],
                static_cast<long long>(total));
}

/// How soon "find anything" has an answer.
void timedFind(const QString &words, SystemGateway *gateway)
{
    std::vector<double> runs;
    qsizetype hits = 0;
    for (int i = 0; i < 11; ++i) {
        QElapsedTimer timer;
        timer.start();
        FindQuery query;
        query.words = words;
        auto future = gateway->find(query);
        waitFor([&] { return future.isFinished(); });
        runs.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        hits = must(future.result()).size();
    }
    std::sort(runs.begin(), runs.end());
    std::printf("%-40s %8.1f ms (worst %8.1f)  %lld hits\n", qPrintable(u"find \"%1\""_s.arg(words)), runs[5],
                runs[10], static_cast<long long>(hits));
}

/// From the key to the painted place; each has been visited once before.
void timedSwitching(ui::MainWindow *window)
{
    using ui::WorkspaceId;
    const WorkspaceId places[] = {WorkspaceId::Renewals, WorkspaceId::Correlations, WorkspaceId::Rollout,
                                  WorkspaceId::Activity};
    for (const WorkspaceId place : places) {
        window->showWorkspace(place);
        waitFor([&] { return window->isSettled(); });
    }
    for (const WorkspaceId place : places) {
        std::vector<double> runs;
        for (int i = 0; i < 9; ++i) {
            window->showWorkspace(place == WorkspaceId::Renewals ? WorkspaceId::Activity
                                                                 : WorkspaceId::Renewals);
            QCoreApplication::processEvents();
            QElapsedTimer timer;
            timer.start();
            window->showWorkspace(place);
            window->repaint();
            QCoreApplication::sendPostedEvents();
            runs.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        std::sort(runs.begin(), runs.end());
        std::printf("%-40s %8.1f ms (worst %8.1f)\n", qPrintable(u"switch to "_s + toString(place)), runs[4],
                    runs[8]);
    }
}

/// All that is resident, and without what is mapped from files: programs, libraries, the database.
void printMemory(const char *when)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("RssAnon:") || line.startsWith("VmRSS:"))
            std::printf("%-40s %8.1f MB  %s\n", when,
                        line.mid(line.indexOf(':') + 1).trimmed().split(' ').first().toDouble() / 1024,
                        line.left(line.indexOf(':')).constData());
    }
}

/// The program as main() runs it, in a process that was started at `started`.
int measure(QApplication &app, const QString &file, qint64 started)
{
    const auto since = [started] { return static_cast<double>(monotonic() - started) / 1000.0; };
    ConsoleOptions options;
    options.databaseUrl = u"sqlite:"_s + file;
    ConsoleSession session(options);
    session.window()->show();
    QTimer::singleShot(0, &session, &ConsoleSession::start);
    app.processEvents();
    std::printf("%-40s %8.1f ms\n", "window on the screen", since());
    waitFor([&] {
        const auto *list = mainList(session.window());
        return list && list->model()->rowCount() > 0;
    });
    std::printf("%-40s %8.1f ms\n", "first rows in the window", since());
    waitFor([&] { return session.window()->isSettled(); });
    std::printf("%-40s %8.1f ms\n", "everything there", since());
    printMemory("memory");

    RenewalsGateway *renewals = session.gateways().renewals;
    RenewalQuery query;
    timed("first page", renewals, query);
    for (const auto &words : {u"lisin"_s, u"sertraline 50"_s, u"name1999"_s, u"2712345a"_s}) {
        query.search = words;
        timed(qPrintable(u"search \"%1\""_s.arg(words)), renewals, query);
    }
    for (const auto &words : {u"li"_s, u"lisin"_s, u"name1999"_s, u"2712345a"_s, u"name 10mg"_s, u"nobody"_s})
        timedFind(words, session.gateways().system);
    timedSwitching(session.window());
    session.window()->showWorkspace(ui::WorkspaceId::Renewals);
    bench::timeScrolling(session.window()->findChild<QTableView *>(u"renewalsTable"_s), 3000);
    printMemory("memory after all that");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == "--measure"_L1)
        return measure(app, arguments.value(2), arguments.value(3).toLongLong());

    const int rows = arguments.value(1, u"1000000"_s).toInt();
    QTemporaryDir folder;
    const QString file = arguments.value(2, folder.filePath(u"bench.db"_s));
    if (!QFileInfo::exists(file)) {
        std::printf("making %d renewals...\n", rows);
        std::fflush(stdout);
        fill(file, rows);
    }
    for (const char *run : {"first run", "second run"}) {
        std::printf("\n%s\n", run);
        std::fflush(stdout);
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QApplication::applicationFilePath(),
                      {u"--measure"_s, file, QString::number(monotonic())});
        if (!process.waitForFinished(-1) || process.exitCode() != 0)
            return 1;
    }
    return 0;
}
