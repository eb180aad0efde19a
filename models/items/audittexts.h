// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/audit.h"
#include "models/gateway/findhit.h"

#include <QString>
#include <QTimeZone>
#include <QVector>

#include <optional>

namespace renewal::items {

/// "Linked to a care team" for "correlation.linked"; an unknown word is told as it is.
QString auditActionText(const QString &action);
/// "Prescriber 42" for "prescriber/42".
QString auditSubjectText(const QString &subject);
/// What an entry is about, as people call it: "Boswell, Lisa", "3 renewals of patient •••• 4365".
QString auditSubjectText(const AuditEvent &event);

/// A kind of action for a filter: what it is called, and the word for AuditQuery::action.
struct AuditActionKind
{
    QString title;
    QString action;
};
QVector<AuditActionKind> auditActionKinds();

/// One thing that an entry changed, in words. Equal or empty sides are left out.
struct AuditChange
{
    QString what;
    QString before;
    QString after;

    bool operator==(const AuditChange &) const = default;
};
/// The states of an entry as people read them: one line a value, times in `zone`.
QVector<AuditChange> auditChanges(const AuditEvent &event, const QTimeZone &zone);

/// What the subject of an entry is, to go to it; nullopt for what has no place of its own.
std::optional<FindHit> auditTarget(const QString &subject);

} // namespace renewal::items
