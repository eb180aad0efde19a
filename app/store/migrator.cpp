// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrator.h"

#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/migrationscript.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace renewal::store {

using namespace Qt::StringLiterals;

Migrator::Migrator(Connection &connection, QStringList roots)
    : m_connection(connection)
    , m_roots(std::move(roots))
{
}

QVector<Migrator::Step> Migrator::steps() const
{
    const QString mine = u"."_s + m_connection.dialect().name() + u".sql"_s;
    QVector<Step> all;
    for (const QString &root : m_roots) {
        const QStringList folders = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &folder : folders) {
            bool isVersion = false;
            const int version = folder.toInt(&isVersion);
            if (!isVersion)
                continue;
            const QDir dir(root + u'/' + folder);
            const QStringList files = dir.entryList({u"*.sql"_s}, QDir::Files);
            for (const QString &file : files) {
                const bool isCommon = file.count(u'.') == 1;
                if (isCommon || file.endsWith(mine))
                    all.append({version, file, dir.filePath(file)});
            }
        }
    }
    std::ranges::sort(all, [](const Step &a, const Step &b) {
        return a.version != b.version ? a.version < b.version : a.name < b.name;
    });
    return all;
}

int Migrator::target() const
{
    const QVector<Step> all = steps();
    return all.isEmpty() ? 0 : all.last().version;
}

Done Migrator::prepare()
{
    return m_connection.script(u"CREATE TABLE IF NOT EXISTS schema_step (version integer NOT NULL, "
                               "name text NOT NULL, PRIMARY KEY (version, name))"_s);
}

Result<int> Migrator::current()
{
    if (!m_connection.handle().tables().contains(u"schema_step"_s))
        return 0;
    const auto version = m_connection.number(u"SELECT max(version) FROM schema_step"_s);
    if (!version)
        return failure(version.error());
    return static_cast<int>(*version);
}

Done Migrator::migrate()
{
    const auto now = current();
    if (!now)
        return failure(now.error());
    if (*now > target())
        return failure(
            ErrorCode::SchemaTooNew,
            QCoreApplication::translate(
                "store",
                "The database was written by a newer version of this program (schema %1, this one knows %2). "
                "Install the newer version to open it.")
                .arg(*now)
                .arg(target()));
    if (const Done prepared = prepare(); !prepared)
        return prepared;
    const QVector<Step> all = steps();
    const auto taken =
        m_connection.rows<QString>(u"SELECT version, name FROM schema_step"_s, {}, [](const Row &row) {
            return QString::number(row.number(0)) + u'/' + row.text(1);
        });
    if (!taken)
        return failure(taken.error());
    for (const Step &step : all) {
        if (taken->contains(QString::number(step.version) + u'/' + step.name))
            continue;
        if (const Done applied = apply(step); !applied)
            return applied;
    }
    return ok();
}

Done Migrator::apply(const Step &step)
{
    QFile file(step.path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Internal,
            QCoreApplication::translate("store", "The schema step %1 cannot be read.").arg(step.name));
    const QStringList statements =
        migrationStatements(QString::fromUtf8(file.readAll()), m_connection.dialect().name());
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    // The record comes first: a second program that upgrades at the same time waits here, then skips the
    // step.
    const auto recorded =
        m_connection.run(u"INSERT INTO schema_step (version, name) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                         {step.version, step.name});
    if (!recorded)
        return failure(recorded.error());
    if (*recorded == 0)
        return transaction->commit();
    for (const QString &statement : statements) {
        if (const Done done = m_connection.script(statement); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace renewal::store
