// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/renewability/verdict.h"

#include <QTextStream>

namespace renewal::server {

/// Writes verdicts as they come, so that a large file needs no memory: one line of columns each, or one
/// element each of a JSON array that end() closes.
class VerdictPrinter
{
public:
    VerdictPrinter(QTextStream &out, bool json)
        : m_out(out)
        , m_json(json)
    {
    }
    void print(const QString &prescriptionId, const renewability::Verdict &verdict);
    void end();
    qint64 count() const { return m_count; }

private:
    QTextStream &m_out;
    bool m_json = false;
    qint64 m_count = 0;
};

} // namespace renewal::server
