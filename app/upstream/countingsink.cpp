// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/countingsink.h"

#include "app/upstream/lineblocks.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace renewal::upstream {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FileReader", text);
}
} // namespace

CountingSink::CountingSink(FileSink &target, const QString &path, qint64 count, qint64 skip)
    : m_target(target)
    , m_file(QFileInfo(path).fileName())
    , m_count(count)
    , m_skip(skip)
{
}

bool CountingSink::take(exchange::Record &&record, const QString &place)
{
    const bool skipped = isSkipping();
    ++m_count;
    return skipped || m_target.take(std::move(record), place);
}

bool CountingSink::setAside(const SetAside &item)
{
    const bool skipped = isSkipping();
    ++m_count;
    return skipped || m_target.setAside({m_file, item.place, item.reason});
}

bool CountingSink::takeShort(const exchange::ShortPrescriptionBatch &batch)
{
    m_count += static_cast<qint64>(batch.items.size());
    if (!batch.items.empty() && !m_target.takeShort(batch))
        return false;
    for (const auto &broken : batch.broken) {
        if (!setAside({{}, tr("line %1").arg(broken.line), broken.reason}))
            return false;
    }
    return true;
}

bool CountingSink::setAsideLines(const std::vector<qint64> &tooLongLines)
{
    for (const qint64 line : tooLongLines) {
        if (!setAside({{}, tr("line %1").arg(line), tooLong().text}))
            return false;
    }
    return true;
}

Error CountingSink::tooLong()
{
    return {ErrorCode::TooLarge,
            tr("the record is longer than %1 MB").arg(LineBlocks::longestLine / (1024LL * 1024)),
            {}};
}

} // namespace renewal::upstream
