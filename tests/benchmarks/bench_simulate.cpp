// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a region of 1,000,000 renewals (or as many as the first argument says) and prints renewals a second.
#include "app/operations/simulateregion.h"
#include "app/operations/simulatetables.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const auto tables = renewal::operations::loadSimulationTables();
    QTemporaryDir folder;
    if (!tables || !folder.isValid()) {
        out << "cannot start\n";
        return 1;
    }
    renewal::simulation::Options options;
    options.renewals = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    options.patients = *options.renewals / 2;
    QElapsedTimer timer;
    timer.start();
    const auto report = renewal::operations::simulateRegion(*tables, options, folder.filePath(u"region"_s));
    if (!report) {
        out << report.error().text << '\n';
        return 1;
    }
    const double seconds = double(timer.elapsed()) / 1000.0;
    out << u"simulate: %1 renewals, %2 MB in %3 s: %4 renewals/s\n"_s.arg(report->renewals)
               .arg(report->bytes / 1'000'000)
               .arg(seconds, 0, 'f', 1)
               .arg(double(report->renewals) / seconds, 0, 'f', 0);
    return 0;
}
