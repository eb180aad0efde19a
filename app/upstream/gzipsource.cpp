// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/gzipsource.h"

#include <QCoreApplication>

#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <limits>

namespace renewal::upstream {

namespace {
constexpr qsizetype inputSize = 256LL * 1024;
constexpr int gzipWindow = 15 + 16; // largest window, gzip head expected
} // namespace

struct GzipSource::Stream
{
    z_stream z = {};
    bool ready = false;
};

GzipSource::GzipSource(std::unique_ptr<ByteSource> packed, const QString &name)
    : m_packed(std::move(packed))
    , m_name(name)
    , m_input(inputSize, Qt::Uninitialized)
    , m_stream(std::make_unique<Stream>())
{
    m_stream->ready = inflateInit2(&m_stream->z, gzipWindow) == Z_OK;
}

GzipSource::~GzipSource()
{
    if (m_stream->ready)
        inflateEnd(&m_stream->z);
}

bool GzipSource::isGzip(QByteArrayView head)
{
    return head.size() >= 2 && static_cast<unsigned char>(head[0]) == 0x1f &&
           static_cast<unsigned char>(head[1]) == 0x8b;
}

Error GzipSource::damaged(const char *why) const
{
    return {
        ErrorCode::InvalidInput,
        QCoreApplication::translate("ByteSource", "The file %1 is a damaged or cut-off gzip; fetch it again.")
            .arg(m_name),
        QString::fromLatin1(why)};
}

Done GzipSource::refill()
{
    const auto got = m_packed->read(m_input.data(), m_input.size());
    if (!got)
        return failure(got.error());
    m_inputEnded = *got == 0;
    m_stream->z.next_in = reinterpret_cast<const Bytef *>(m_input.constData());
    m_stream->z.avail_in = static_cast<uInt>(*got);
    return ok();
}

Result<qint64> GzipSource::read(char *to, qint64 size)
{
    z_stream &z = m_stream->z;
    if (!m_stream->ready)
        return failure(damaged("zlib could not start"));
    const auto room = static_cast<uInt>(std::min<qint64>(size, std::numeric_limits<int>::max()));
    z.next_out = reinterpret_cast<Bytef *>(to);
    z.avail_out = room;
    while (z.avail_out == room && room > 0) {
        if (z.avail_in == 0 && !m_inputEnded) {
            if (const auto filled = refill(); !filled)
                return failure(filled.error());
        }
        if (z.avail_in == 0 && m_inputEnded) {
            if (m_betweenMembers)
                break;
            return failure(damaged("ends within a member"));
        }
        if (m_betweenMembers) {
            // Zero bytes that pad the end of an archive are no member.
            if (*z.next_in == 0) {
                ++z.next_in;
                --z.avail_in;
                continue;
            }
            inflateReset(&z);
            m_betweenMembers = false;
        }
        const int state = inflate(&z, Z_NO_FLUSH);
        if (state == Z_STREAM_END)
            m_betweenMembers = true;
        else if (state != Z_OK && state != Z_BUF_ERROR)
            return failure(damaged(z.msg != nullptr ? z.msg : "bad data"));
    }
    return static_cast<qint64>(room - z.avail_out);
}

Done GzipSource::skip(qint64 size)
{
    QByteArray dropped(inputSize, Qt::Uninitialized);
    while (size > 0) {
        const auto got = read(dropped.data(), std::min<qint64>(size, dropped.size()));
        if (!got)
            return failure(got.error());
        if (*got == 0)
            return failure(damaged("shorter than the position to go on from"));
        size -= *got;
    }
    return ok();
}

} // namespace renewal::upstream
