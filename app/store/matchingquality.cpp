// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationrepository.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
/// The terms of a scope over `table`, each after an AND.
QString scopeTerms(const Scope &scope, const QString &table, QVariantList &values)
{
    QString terms;
    if (!scope.parentStation.isEmpty()) {
        terms += u" AND %1.parent_station = ?"_s.arg(table);
        values.append(scope.parentStation);
    }
    if (!scope.ehr.isEmpty()) {
        terms += u" AND %1.ehr = ?"_s.arg(table);
        values.append(scope.ehr);
    }
    return terms;
}

/// Links of matching that a person decided about since. Only decisions that stand are read: through the
/// prescribers whose present state is a person's, by the key of their decisions.
Done addDecided(Connection &connection, const Scope &scope, const QDateTime &since, MatchingQuality &quality)
{
    QVariantList values{bound(since)};
    const QString terms = scopeTerms(scope, u"c"_s, values);
    return connection.each(
        u"SELECT c.status, c.care_team, d.before_state FROM correlation c "
        "JOIN correlation_decision d ON d.parent_station = c.parent_station "
        "AND d.prescriber_id = c.prescriber_id "
        "WHERE c.status IN ('manual', 'refused', 'external') AND c.valid_from >= ?%1 "
        "AND d.action IN ('correlation.linked', 'correlation.refused', 'correlation.external') "
        "AND d.undone_by IS NULL"_s.arg(terms),
        values, [&](const Row &row) {
            const auto before = correlationFromDocument(row.text(2).toUtf8());
            const bool wasAutomatic =
                before && before->status == CorrelationStatus::Automatic && before->validFrom >= since;
            if (!wasAutomatic)
                return true;
            ++quality.automatic;
            const bool confirmed =
                row.text(0) == toString(CorrelationStatus::Manual) && row.number(1) == before->careTeam.value;
            quality.foundWrong += confirmed ? 0 : 1;
            return true;
        });
}
} // namespace

Result<MatchingQuality> CorrelationRepository::quality(const Scope &scope, const QDateTime &since)
{
    MatchingQuality quality;
    QVariantList values{bound(since)};
    const QString recent = scopeTerms(scope, u"c"_s, values);
    const auto holding = m_connection.number(
        u"SELECT count(*) FROM correlation c WHERE c.status = 'auto' AND c.valid_from >= ?"_s + recent,
        values);
    if (!holding)
        return failure(holding.error());
    quality.automatic = *holding;
    if (const Done done = addDecided(m_connection, scope, since, quality); !done)
        return failure(done.error());
    values.clear();
    const QString terms = scopeTerms(scope, u"p"_s, values);
    const Done counted = m_connection.each(
        u"SELECT sum(CASE WHEN p.status = 'auto' THEN 1 ELSE 0 END), count(*) FROM prescriber p "
        "WHERE p.status <> 'external'"_s +
            terms,
        values, [&](const Row &row) {
            quality.linkedAlone = row.number(0);
            quality.prescribers = row.number(1);
            return false;
        });
    if (!counted)
        return failure(counted.error());
    return quality;
}

} // namespace renewal::store
