// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/answer.h"
#include "app/service/limits.h"

#include <QByteArray>
#include <QString>
#include <QVector>

namespace renewal::service {

/// Request line and fields of one request, checked: only one reading of it is possible.
struct RequestHead
{
    QByteArray method;           ///< as sent: "GET"
    QByteArray path;             ///< encoded, begins with '/', without query
    QByteArray query;            ///< encoded, without '?'
    QVector<HeaderField> fields; ///< names in lower case, values trimmed
    QByteArray host;             ///< of the target when it is absolute, else the Host field
    qint64 contentLength = -1;   ///< -1: none stated
    bool keepAlive = true;
    bool expectsContinue = false;

    /// The value of a field by its lower-case name; empty when absent.
    QByteArray value(QByteArrayView name) const;
    bool has(QByteArrayView name) const;
    bool isHead() const { return method == "HEAD"; }
};

/// Why a request is refused.
struct Refusal
{
    int status = 400;
    QString detail;
};

/// Finds and checks the head of one request in a buffer that grows. Strict on purpose: whatever two
/// programs could read in two ways (bare line feeds, folded lines, two lengths, a length and an encoding)
/// is refused. Holds no I/O.
class HeadReader
{
public:
    enum class Outcome
    {
        More,
        Whole,
        Refused,
    };

    explicit HeadReader(const Limits &limits)
        : m_limits(limits)
    {
    }

    /// `buffer` begins with the request's first byte; from call to call bytes are only appended.
    Outcome read(const QByteArray &buffer);
    /// Bytes of the head with its empty line, once it is Whole.
    qsizetype size() const { return m_scanned; }
    const RequestHead &head() const { return m_head; }
    const Refusal &refusal() const { return m_refusal; }
    /// Ready for the next request.
    void reset();

private:
    bool scan(const QByteArray &buffer);
    bool scanByte(const QByteArray &buffer, qsizetype at);
    bool parse(QByteArrayView head);
    bool parseRequestLine(QByteArrayView line);
    bool parseTarget(QByteArray target);
    bool parseField(QByteArrayView line);
    bool checkFields();
    bool checkFraming();
    bool refuse(int status, const char *detail);

    const Limits m_limits;
    RequestHead m_head;
    Refusal m_refusal;
    qsizetype m_scanned = 0;
    qsizetype m_lineLength = 0; ///< of the request line; 0 until it is whole
    bool m_whole = false;
    int m_minorVersion = 1;
};

} // namespace renewal::service
