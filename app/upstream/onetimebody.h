// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <functional>

namespace renewal::upstream {

/// The body of a request that must not be sent twice. QNetworkAccessManager sends a request again by itself
/// when its connection ends before the answer begins; this body cannot be rewound, so that it fails instead.
/// A request may wait long for its connection; once isTooLate() is true, which may be empty, nothing of the
/// body is given out any more.
class OneTimeBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneTimeBody(const QByteArray &bytes, std::function<bool()> isTooLate = {});

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    const std::function<bool()> m_isTooLate;
    qint64 m_read = 0;
};

} // namespace renewal::upstream
