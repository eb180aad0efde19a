// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/renewalcontext.h"

#include "app/store/connection.h"
#include "app/store/renewalrows.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

Result<QVector<Renewal>> RenewalContext::others(const Renewal &renewal)
{
    if (renewal.patientKey.isEmpty())
        return QVector<Renewal>();
    // Written like the conditions of the indexes renewal_pending_key and renewal_done_key.
    const QString sql = u"SELECT %1 FROM renewal WHERE renewal.parent_station = ? AND %2 "
                        "AND renewal.patient_key = ? AND renewal.id <> ? AND %3 LIMIT %4"_s;
    const QString count = QString::number(mostOthers);
    auto all = m_connection.rows<Renewal>(
        sql.arg(renewalrows::columns(), u"renewal.ehr IN ('VISTA', 'ORACLE_HEALTH')"_s,
                u"renewal.state NOT IN ('routed', 'closed') ORDER BY renewal.due_at, renewal.id"_s, count),
        {renewal.station.parent(), renewal.patientKey, renewal.id.value}, renewalrows::map);
    if (!all)
        return all;
    const auto ended = m_connection.rows<Renewal>(
        sql.arg(
            renewalrows::columns(), u"1 = 1"_s,
            u"renewal.state IN ('routed', 'closed') ORDER BY renewal.requested_at DESC, renewal.id DESC"_s,
            count),
        {renewal.station.parent(), renewal.patientKey, renewal.id.value}, renewalrows::map);
    if (!ended)
        return ended;
    *all += *ended;
    if (all->size() > mostOthers)
        all->resize(mostOthers);
    return all;
}

} // namespace renewal::store
