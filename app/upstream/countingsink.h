// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/filereader.h"

#include <vector>

namespace renewal::upstream {

/// Counts what goes to a FileSink, gives set-aside records their file's name, and keeps back the records
/// that an earlier, cut-off reading already handed out.
class CountingSink final : public exchange::RecordSink
{
public:
    /// Starts to count at `count`; the first `skip` records are counted but not handed on.
    CountingSink(FileSink &target, const QString &path, qint64 count, qint64 skip = 0);

    bool take(exchange::Record &&record, const QString &place) override;
    bool setAside(const SetAside &item) override;
    void warn(const QString &text) override { m_target.warn(text); }
    bool takeShort(const exchange::ShortPrescriptionBatch &batch);
    bool setAsideLines(const std::vector<qint64> &tooLongLines);

    qint64 count() const { return m_count; }
    bool isSkipping() const { return m_count < m_skip; }
    void skipOne() { ++m_count; }
    /// What is said about a line or record over the limit.
    static Error tooLong();

private:
    FileSink &m_target;
    QString m_file;
    qint64 m_count = 0;
    qint64 m_skip = 0;
};

} // namespace renewal::upstream
