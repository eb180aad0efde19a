// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/renewalload.h"

#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/renewalrepository.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 fewRows = 20000; ///< below that it makes no difference one would notice
}

Result<RenewalLoad> RenewalLoad::begin(Connection &connection, qint64 incoming)
{
    RenewalLoad load(connection);
    const auto existing = RenewalRepository(connection).total();
    if (!existing)
        return failure(existing.error());
    const bool readersWouldWait = *existing > 0 && !connection.dialect().readsWhileIndexesGo();
    if (incoming < fewRows || incoming < *existing || readersWouldWait)
        return load;
    if (const Done done = load.giveUp(); !done)
        return failure(done.error());
    return load;
}

Done RenewalLoad::giveUp()
{
    m_isBulk = true;
    QStringList names;
    const Done read = m_connection->each(m_connection->dialect().renewalIndexes(), {}, [&](const Row &row) {
        names.append(row.text(0));
        m_indexes.append(row.text(1));
        return true;
    });
    if (!read)
        return read;
    for (const QString &name : names) {
        if (const Done dropped = m_connection->script(u"DROP INDEX "_s + name); !dropped)
            return dropped;
    }
    return m_connection->dialect().pauseSearch(*m_connection);
}

Done RenewalLoad::finish()
{
    if (!m_isBulk)
        return ok();
    if (const Done grouped = m_connection->dialect().regroup(*m_connection); !grouped)
        return grouped;
    for (const QString &index : m_indexes) {
        if (const Done made = m_connection->script(index); !made)
            return made;
    }
    return m_connection->dialect().resumeSearch(*m_connection);
}

} // namespace renewal::store
