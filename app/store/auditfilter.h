// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/auditrepository.h"

#include <QStringList>
#include <QVariantList>

namespace renewal::store {

/// The conditions of an AuditQuery as SQL.
class AuditFilter
{
public:
    AuditFilter(const AuditQuery &query, AuditView view);

    void add(const QString &condition, const QVariantList &values);
    bool isEmpty() const { return m_conditions.isEmpty(); }
    /// " WHERE ..." or nothing.
    QString where() const;
    const QVariantList &values() const { return m_values; }
    /// Names the filtered list in its cursors.
    const QString &list() const { return m_list; }

private:
    static QString aboutPrescriber(const QString &text, QVariantList &values);
    void addText(const QString &text, const QStringList &columns, bool withNames = false);

    QStringList m_conditions;
    QVariantList m_values;
    QString m_list;
};

} // namespace renewal::store
