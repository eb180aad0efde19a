// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

namespace renewal {

/// One line of the append-only record of what was done. `subject` and the two states name things by id and
/// never hold patient data.
///
/// hash = SHA-256(previousHash || canonical form of this entry), see auditHash().
struct AuditEvent
{
    qint64 sequence = 0; ///< 1, 2, 3 without gaps
    QDateTime at;        ///< UTC, millisecond precision
    QString actor;       ///< a staff name, or "matching", "import"
    QString action;      ///< "correlation.linked", "correlation.undone", "import.finished", ...
    QString subject;     ///< "prescriber/42", "import/3"
    QString before;      ///< compact JSON, may be empty
    QString after;       ///< compact JSON, may be empty
    QString note;
    QByteArray previousHash; ///< 32 bytes; all zero for the first entry
    QByteArray hash;         ///< 32 bytes

    /// What the numbers stand for at the time of reading; no part of the record, nor of its hash. "subject":
    /// the prescriber; "careTeam/6910405": a care team's name; of renewals "patients": the ends of their
    /// keys, one each, "prescribers", and "told": what was done, in sentences.
    QMap<QString, QString> names = {};

    bool operator==(const AuditEvent &) const = default;
};

/// The chained hash of an entry: SHA-256 over previousHash and, each preceded by its length as an 8-byte
/// big-endian number, the UTF-8 texts sequence, at (ISO 8601 with milliseconds, Z), actor, action,
/// subject, before, after, note. Lengths make the form unambiguous.
QByteArray auditHash(const AuditEvent &event);

} // namespace renewal
