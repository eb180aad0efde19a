// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/onetimebody.h"

#include <algorithm>
#include <cstring>

namespace renewal::upstream {

OneTimeBody::OneTimeBody(const QByteArray &bytes, std::function<bool()> isTooLate)
    : m_bytes(bytes)
    , m_isTooLate(std::move(isTooLate))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneTimeBody::bytesAvailable() const
{
    return m_bytes.size() - m_read + QIODevice::bytesAvailable();
}

qint64 OneTimeBody::readData(char *data, qint64 size)
{
    if (m_isTooLate && m_isTooLate())
        return -1; // the request ends, incomplete
    const qint64 length = std::min<qint64>(size, m_bytes.size() - m_read);
    if (length == 0)
        return -1; // the end, not a pause
    std::memcpy(data, m_bytes.constData() + m_read, static_cast<size_t>(length));
    m_read += length;
    return length;
}

} // namespace renewal::upstream
