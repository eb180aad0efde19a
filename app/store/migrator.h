// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace renewal::store {

class Connection;

/// Brings a database's schema up to date from numbered folders of SQL files (resources/sql/README.md). Every
/// file is one step, run and recorded in one transaction: an interrupted upgrade goes on where it stopped. A
/// database that knows a version we do not is refused with ErrorCode::SchemaTooNew.
class Migrator
{
public:
    /// `roots` hold the version folders; later roots add to earlier ones.
    explicit Migrator(Connection &connection, QStringList roots = {QStringLiteral(":/sql")});

    /// The newest version among the roots.
    int target() const;
    /// The newest version with a recorded step in the database; 0 for an empty one.
    Result<int> current();
    Done migrate();

private:
    struct Step
    {
        int version = 0;
        QString name; ///< file name
        QString path;
    };
    Done prepare();
    QVector<Step> steps() const;
    Done apply(const Step &step);

    Connection &m_connection;
    QStringList m_roots;
};

} // namespace renewal::store
