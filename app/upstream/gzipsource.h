// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/bytesource.h"

#include <QByteArray>
#include <QByteArrayView>

namespace renewal::upstream {

/// Unpacks a gzip file piece by piece, so that memory does not grow with the file. Several members one
/// after the other (as `cat a.gz b.gz` makes) are read as one.
class GzipSource final : public ByteSource
{
public:
    /// `name` is for messages.
    GzipSource(std::unique_ptr<ByteSource> packed, const QString &name);
    ~GzipSource() override;
    Q_DISABLE_COPY_MOVE(GzipSource)

    static bool isGzip(QByteArrayView head);

    Result<qint64> read(char *to, qint64 size) override;
    /// Unpacks and drops the bytes: a gzip has no index.
    Done skip(qint64 size) override;
    qint64 rawPosition() const override { return m_packed->rawPosition(); }
    qint64 rawSize() const override { return m_packed->rawSize(); }

private:
    struct Stream;
    Done refill();
    Error damaged(const char *why) const;

    std::unique_ptr<ByteSource> m_packed;
    QString m_name;
    QByteArray m_input;
    std::unique_ptr<Stream> m_stream;
    bool m_inputEnded = false;
    bool m_betweenMembers = false;
};

} // namespace renewal::upstream
