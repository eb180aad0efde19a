// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace renewal {

/// Which entries of the record to show. Empty members do not narrow.
struct AuditQuery
{
    QString actor = {};   ///< part of a name, without case
    QString action = {};  ///< "correlation.linked", or with a dot at the end all of a kind: "import."
    QString subject = {}; ///< "prescriber/42"
    QString text = {};    ///< part of who, what, about or the note, without case
    QDateTime from = {};  ///< this instant and later
    QDateTime to = {};    ///< before this instant
    int limit = 200;
    QString cursor = {}; ///< Page::next of the page before

    bool operator==(const AuditQuery &) const = default;
};

} // namespace renewal
