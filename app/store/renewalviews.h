// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/renewal.h"
#include "models/domain/renewalfilter.h"
#include "models/gateway/page.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <span>

/// What the queue's views show, as parts of SQL. Conditions are written like those of the partial indexes in
/// resources/sql (0002, 0004): SQLite recognises them by their form.
namespace renewal::store::renewalviews {

/// A WHERE clause that grows.
struct Filter
{
    QStringList terms;
    QVariantList values;

    void add(const QString &term, const QVariantList &bound = {})
    {
        terms.append(term);
        values.append(bound);
    }
    QString where() const { return terms.join(u" AND "); }
};

/// The moment and the person a view is asked for, some views depend on them; and what narrows it.
struct Asking
{
    QDateTime now;
    QString actor;
    RenewalFilter filter = {};
};

struct Rule
{
    const char *view;
    const char *rows;              ///< on `renewal`
    const char *counted;           ///< on renewal_count; null: no counter there
    const char *outcome = nullptr; ///< counted in renewal_outcome instead
    bool isPending = true;         ///< in the order of groups; else by reply due, the latest first
    bool hasFrom = false;          ///< from now on
    bool hasUntil = false;         ///< until now, or with hasFrom until midnight (UTC)
    bool isOwn = false;            ///< of the person asking
    bool isPart = false;           ///< of what waits for a patient, one state only
};

/// In the order of renewal::views.
std::span<const Rule> rules();
const Rule *find(const QString &view);

/// Station and record system, on any table that has them; `table` is empty or ends with a dot.
void addScope(Filter &filter, const Scope &scope, const QString &table = {});
Filter rowFilter(const Rule &rule, const Scope &scope, const Asking &asking);
QDateTime midnightBefore(const QDateTime &now);

/// How the rows of a view follow each other.
struct Order
{
    QString place;   ///< the leading column
    QString columns; ///< an ORDER BY
    QString after;   ///< a condition for the rows after one, with marks() values
    bool isDescending = false;
};
/// `group` is the column that tells when the first reply to a patient is due.
Order orderOf(const Rule &rule, const QString &group);

} // namespace renewal::store::renewalviews
