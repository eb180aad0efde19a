// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/audit.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QVector>

namespace renewal::store {

class Connection;

/// Looks up what the numbers in entries of the record stand for, so that people can read them: prescribers,
/// care teams, and of patients the masked end only. Nothing of it is part of the record.
class AuditNames
{
public:
    explicit AuditNames(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Fills AuditEvent::names of entries that are shown together.
    Done fill(QVector<AuditEvent> &events);

private:
    struct Patient
    {
        QString key;
        qint64 prescriber = 0;
    };
    struct Wanted
    {
        QSet<qint64> prescribers;
        QSet<qint64> teams;
        QSet<qint64> renewals;
        QSet<qint64> batches;
    };

    static Wanted wantedBy(const QVector<AuditEvent> &events);
    Done look(const Wanted &wanted);
    Done lookForRenewals(const QSet<qint64> &ids);
    void fillOne(AuditEvent &event) const;

    Connection &m_connection;
    QHash<qint64, QString> m_prescribers;
    QHash<qint64, QString> m_teams;
    QHash<qint64, Patient> m_renewals;
    QHash<qint64, QStringList> m_told; ///< by batch
};

} // namespace renewal::store
