// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how fast bulk files are parsed and stored, and how much memory that takes.
//   bench_import [--megabytes 100] [--parse-only] [--memory]
// --memory reads a file of 1 GB (or --megabytes) into SQLite and prints the peak.
#include "app/operations/importer.h"
#include "app/operations/systemclock.h"
#include "app/store/connection.h"
#include "app/upstream/filereader.h"
#include "tests/support/testdatabase.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <sys/resource.h>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
constexpr int stationCount = 40;
constexpr int prescribersPerStation = 200;

/// Counts and drops.
class CountSink final : public upstream::FileSink
{
public:
    bool take(exchange::Record &&, const QString &) override
    {
        ++records;
        return true;
    }
    bool setAside(const SetAside &) override { return true; }
    bool takeShort(const exchange::ShortPrescriptionBatch &batch) override
    {
        records += static_cast<qint64>(batch.items.size());
        return true;
    }
    bool reached(const upstream::FilePosition &, qint64, qint64) override { return true; }
    qint64 records = 0;
};

double peakMegabytes()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

int station(int index)
{
    return 400 + index * 7;
}

void writePrescribers(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    for (int s = 0; s < stationCount; ++s) {
        for (int p = 0; p < prescribersPerStation; ++p)
            file.write(u"{\"prescriberId\":\"P%1\",\"providerFirstName\":\"ALEX "
                       u"%2\",\"providerLastName\":\"NAME%2\","
                       "\"stationNumber\":\"%3\",\"dataSourceSystem\":\"VISTA\"}\n"_s.arg(s * 1000 + p)
                           .arg(p)
                           .arg(station(s))
                           .toLatin1());
    }
}

/// Short prescriptions until the file has `size` bytes; the same bytes every time.
void writePrescriptions(const QString &path, qint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    QRandomGenerator random(1);
    QByteArray lines;
    for (qint64 written = 0; written < size; written += lines.size()) {
        lines.clear();
        for (int i = 0; i < 10000; ++i) {
            const int s = int(random.bounded(stationCount));
            char line[128];
            const int length = std::snprintf(
                line, sizeof line,
                "{\"patientId\":\"V%08d\",\"prescriberId\":\"P%d\",\"stationNumber\":\"%d\","
                "\"orderedDate\":\"2025-%02d-%02d\"}\n",
                int(random.bounded(600'000)), s * 1000 + int(random.bounded(prescribersPerStation)),
                station(s), 1 + int(random.bounded(12)), 1 + int(random.bounded(28)));
            lines.append(line, length);
        }
        file.write(lines);
    }
}

void measureParsing(const QString &path, QTextStream &out)
{
    const auto reader = upstream::FileReader::open(path);
    if (!reader)
        qFatal("%s", qPrintable(reader.error().text));
    double best = 0;
    CountSink sink;
    for (int run = 0; run < 5; ++run) {
        sink.records = 0;
        QElapsedTimer timer;
        timer.start();
        if (const auto done = reader->read(sink); !done)
            qFatal("%s", qPrintable(done.error().text));
        best = std::max(best,
                        static_cast<double>(QFile(path).size()) / 1e3 / static_cast<double>(timer.elapsed()));
    }
    out << u"parsing: %1 MB/s on one core, %2 records, peak %3 MB\n"_s.arg(best, 0, 'f', 0)
               .arg(sink.records)
               .arg(peakMegabytes(), 0, 'f', 0);
    out.flush();
}

void measureStoring(store::DatabaseUrl::Engine engine, const QTemporaryDir &dir, QTextStream &out)
{
    auto database = testing::TestDatabase::create(engine);
    if (!database)
        qFatal("%s", qPrintable(database.error().text));
    auto &connection = (*database)->connection();
    const operations::SystemClock clock;
    operations::ImportRequest people{
        u"prescribers"_s, u"bench"_s, {{dir.filePath(u"p.ndjson"_s), u"p"_s}}, {}};
    operations::ImportRequest bulk{
        u"prescriptions"_s, u"bench"_s, {{dir.filePath(u"rx.ndjson"_s), u"rx"_s}}, {}};
    if (const auto done = operations::Importer(connection, clock).run(people); !done)
        qFatal("%s", qPrintable(done.error().text + done.error().detail));
    QElapsedTimer timer;
    timer.start();
    qint64 storing = 0;
    operations::Importer importer(connection, clock, [&](const operations::ImportProgress &now) {
        if (now.phase == operations::ImportProgress::Phase::Storing && storing == 0)
            storing = timer.elapsed();
        return true;
    });
    const auto done = importer.run(bulk);
    if (!done)
        qFatal("%s", qPrintable(done.error().text + done.error().detail));
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    out << u"%1: %2 records stored in %3 s (staged after %4 s): %5 per second, peak %6 MB\n"_s
               .arg(engine == store::DatabaseUrl::Engine::Sqlite ? u"SQLite"_s : u"PostgreSQL"_s)
               .arg(done->taken())
               .arg(seconds, 0, 'f', 1)
               .arg(static_cast<double>(storing) / 1000, 0, 'f', 1)
               .arg(static_cast<double>(done->taken()) / seconds, 0, 'f', 0)
               .arg(peakMegabytes(), 0, 'f', 0);
    out.flush();
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser line;
    line.addOption({u"megabytes"_s, u"size of the file"_s, u"N"_s});
    line.addOption({u"parse-only"_s, u"no database"_s});
    line.addOption({u"memory"_s, u"only SQLite, with 1 GB"_s});
    line.process(app);
    const bool memory = line.isSet(u"memory"_s);
    const qint64 megabytes = line.isSet(u"megabytes"_s) ? line.value(u"megabytes"_s).toLongLong()
                             : memory                   ? 1000
                                                        : 100;
    QTextStream out(stdout);
    const QTemporaryDir dir;
    writePrescribers(dir.filePath(u"p.ndjson"_s));
    writePrescriptions(dir.filePath(u"rx.ndjson"_s), megabytes * 1'000'000);
    measureParsing(dir.filePath(u"rx.ndjson"_s), out);
    if (line.isSet(u"parse-only"_s))
        return 0;
    measureStoring(store::DatabaseUrl::Engine::Sqlite, dir, out);
    if (!memory)
        measureStoring(store::DatabaseUrl::Engine::PostgreSql, dir, out);
    return 0;
}
