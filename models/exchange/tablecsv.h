// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/audit.h"
#include "models/domain/extract.h"

#include <QByteArray>
#include <QVector>

namespace renewal::exchange {

/// Entries of the record as CSV lines, UTF-8; times in UTC. Pure.
QByteArray auditCsv(const QVector<AuditEvent> &events, bool withHeader);
/// Records that were set aside as CSV lines.
QByteArray setAsideCsv(const QVector<SetAside> &items, bool withHeader);

} // namespace renewal::exchange
