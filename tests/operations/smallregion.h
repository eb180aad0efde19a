// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/simulateregion.h"
#include "app/operations/simulatetables.h"

#include <QFile>
#include <QTemporaryDir>

namespace renewal::testing {

/// A simulated region of two stations, made once for a test program.
class SmallRegion
{
public:
    Done make()
    {
        const auto tables = operations::loadSimulationTables();
        if (!tables)
            return failure(tables.error());
        simulation::Options options;
        options.stations = 2;
        options.patients = 300;
        const auto report = operations::simulateRegion(*tables, options, path());
        if (!report)
            return failure(report.error());
        m_report = *report;
        return ok();
    }
    QString path() const { return m_dir.filePath(QStringLiteral("region")); }
    const operations::SimulationReport &report() const { return m_report; }
    QByteArray bytes(const QString &fileName) const
    {
        QFile file(path() + u'/' + fileName);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList lines(const QString &fileName) const
    {
        return QString::fromUtf8(bytes(fileName)).split(u'\n', Qt::SkipEmptyParts);
    }

private:
    QTemporaryDir m_dir;
    operations::SimulationReport m_report;
};

} // namespace renewal::testing
