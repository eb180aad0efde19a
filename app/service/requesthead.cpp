// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/requesthead.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace renewal::service {

namespace {
constexpr qsizetype longestMethod = 20;

bool isTokenByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenByte);
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Visible ASCII with whole percent escapes and no fragment.
bool isPlainTarget(QByteArrayView target)
{
    for (qsizetype i = 0; i < target.size(); ++i) {
        const char c = target[i];
        if (c <= ' ' || c >= 0x7f || c == '#' || c == '\\')
            return false;
        if (c == '%' && (i + 2 >= target.size() || !isHexDigit(target[i + 1]) || !isHexDigit(target[i + 2])))
            return false;
    }
    return !target.isEmpty();
}

/// Fields that change the meaning of a request and so may stand in it once only.
constexpr const char *singleFields[] = {
    "host",          "content-length", "transfer-encoding", "content-type",
    "authorization", "if-match",       "idempotency-key",   "origin",
    "expect"};

bool listHolds(const QByteArray &list, QByteArrayView word)
{
    const QList<QByteArray> items = list.toLower().split(',');
    return std::any_of(items.cbegin(), items.cend(),
                       [word](const QByteArray &item) { return item.trimmed() == word; });
}
} // namespace

QByteArray RequestHead::value(QByteArrayView name) const
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(),
                                    [name](const HeaderField &field) { return field.first == name; });
    return found == fields.cend() ? QByteArray() : found->second;
}

bool RequestHead::has(QByteArrayView name) const
{
    return std::any_of(fields.cbegin(), fields.cend(),
                       [name](const HeaderField &field) { return field.first == name; });
}

void HeadReader::reset()
{
    m_head = {};
    m_refusal = {};
    m_scanned = 0;
    m_lineLength = 0;
    m_whole = false;
    m_minorVersion = 1;
}

HeadReader::Outcome HeadReader::read(const QByteArray &buffer)
{
    if (!scan(buffer))
        return Outcome::Refused;
    if (!m_whole)
        return Outcome::More;
    return parse(QByteArrayView(buffer).first(m_scanned)) ? Outcome::Whole : Outcome::Refused;
}

bool HeadReader::scan(const QByteArray &buffer)
{
    while (!m_whole && m_scanned < buffer.size()) {
        if (!scanByte(buffer, m_scanned))
            return false;
        ++m_scanned;
    }
    return true;
}

bool HeadReader::scanByte(const QByteArray &buffer, qsizetype at)
{
    const char c = buffer[at];
    const bool afterReturn = at > 0 && buffer[at - 1] == '\r';
    if ((c == '\n') != afterReturn)
        return refuse(400, QT_TRANSLATE_NOOP("Service", "Lines of the request must end with CR LF."));
    if (c == '\n') {
        if (m_lineLength == 0)
            m_lineLength = at + 1;
        m_whole = at >= 3 && buffer[at - 2] == '\n';
        return true;
    }
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < ' ' && c != '\r' && c != '\t') || byte == 0x7f || (m_lineLength == 0 && byte >= 0x80))
        return refuse(400,
                      QT_TRANSLATE_NOOP("Service", "The head of the request holds bytes that are not text."));
    if (m_lineLength == 0 && at == longestMethod && !buffer.left(at).contains(' '))
        return refuse(400, QT_TRANSLATE_NOOP("Service", "The request does not begin with a method."));
    if (m_lineLength == 0 && at >= m_limits.requestLine)
        return refuse(414, QT_TRANSLATE_NOOP("Service", "The address of the request is too long."));
    if (at >= m_limits.head)
        return refuse(431, QT_TRANSLATE_NOOP("Service", "The head of the request is too large."));
    return true;
}

bool HeadReader::parse(QByteArrayView head)
{
    if (!parseRequestLine(head.first(m_lineLength - 2)))
        return false;
    qsizetype start = m_lineLength;
    while (start < head.size() - 2) {
        const qsizetype end = head.indexOf("\r\n", start);
        if (!parseField(head.sliced(start, end - start)))
            return false;
        start = end + 2;
    }
    return checkFields() && checkFraming();
}

bool HeadReader::parseRequestLine(QByteArrayView line)
{
    const QList<QByteArray> parts = line.toByteArray().split(' ');
    if (parts.size() != 3 || !isToken(parts[0]))
        return refuse(400,
                      QT_TRANSLATE_NOOP("Service", "The first line must be method, address and version."));
    const QByteArray &version = parts[2];
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.' ||
        !isDigit(version[7]))
        return refuse(400,
                      QT_TRANSLATE_NOOP("Service", "The first line must be method, address and version."));
    if (version[5] != '1' || version[7] > '1')
        return refuse(505, QT_TRANSLATE_NOOP("Service", "This service speaks HTTP/1.1."));
    m_minorVersion = version[7] - '0';
    m_head.method = parts[0];
    return parseTarget(parts[1]);
}

bool HeadReader::parseTarget(QByteArray target)
{
    if (!isPlainTarget(target))
        return refuse(400, QT_TRANSLATE_NOOP("Service", "The address of the request is not a valid one."));
    if (target.first(std::min<qsizetype>(7, target.size())).toLower() == "http://") {
        const qsizetype slash = target.indexOf('/', 7);
        m_head.host = target.sliced(7, slash < 0 ? -1 : slash - 7);
        target = slash < 0 ? QByteArray("/") : target.sliced(slash);
    }
    if (!target.startsWith('/'))
        return refuse(400, QT_TRANSLATE_NOOP("Service", "The address of the request is not a valid one."));
    const qsizetype mark = target.indexOf('?');
    m_head.path = mark < 0 ? target : target.first(mark);
    m_head.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    return true;
}

bool HeadReader::parseField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return refuse(400, QT_TRANSLATE_NOOP("Service", "A header field of the request is not well formed."));
    if (m_head.fields.size() >= m_limits.fields)
        return refuse(431, QT_TRANSLATE_NOOP("Service", "The request has too many header fields."));
    m_head.fields.append(
        {line.first(colon).toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray()});
    return true;
}

bool HeadReader::checkFields()
{
    for (const char *name : singleFields) {
        const auto same = std::count_if(m_head.fields.cbegin(), m_head.fields.cend(),
                                        [name](const HeaderField &field) { return field.first == name; });
        if (same > 1)
            return refuse(400,
                          QT_TRANSLATE_NOOP("Service", "A header field that may stand once is repeated."));
    }
    if (m_minorVersion == 1 && !m_head.has("host"))
        return refuse(400, QT_TRANSLATE_NOOP("Service", "The Host header field is missing."));
    if (m_head.host.isEmpty())
        m_head.host = m_head.value("host");
    QByteArray connection;
    for (const HeaderField &field : std::as_const(m_head.fields)) {
        if (field.first == "connection")
            connection += field.second + ',';
    }
    m_head.keepAlive =
        m_minorVersion == 1 ? !listHolds(connection, "close") : listHolds(connection, "keep-alive");
    if (m_head.has("expect")) {
        if (m_head.value("expect").toLower() != "100-continue")
            return refuse(417, QT_TRANSLATE_NOOP("Service", "Only Expect: 100-continue is known here."));
        m_head.expectsContinue = m_minorVersion == 1;
    }
    return true;
}

bool HeadReader::checkFraming()
{
    const bool encoded = m_head.has("transfer-encoding");
    const bool measured = m_head.has("content-length");
    if (encoded && (measured || m_minorVersion == 0))
        return refuse(400, QT_TRANSLATE_NOOP("Service", "The length of the body is stated in two ways."));
    if (encoded)
        return refuse(411, QT_TRANSLATE_NOOP("Service", "Send the body with Content-Length, not in chunks."));
    const bool writes = m_head.method == "POST" || m_head.method == "PUT" || m_head.method == "PATCH";
    if (!measured) {
        if (writes)
            return refuse(411, QT_TRANSLATE_NOOP("Service", "Content-Length is missing."));
        return true;
    }
    const QByteArray text = m_head.value("content-length");
    const bool digits = !text.isEmpty() &&
                        std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits)
        return refuse(400, QT_TRANSLATE_NOOP("Service", "Content-Length is not a number."));
    // More digits than any body has bytes: too large whatever they say.
    m_head.contentLength = text.size() > 15 ? std::numeric_limits<qint64>::max() : text.toLongLong();
    if (m_head.contentLength > m_limits.body)
        return refuse(413, QT_TRANSLATE_NOOP("Service", "The body is over the limit; send files in pieces."));
    return true;
}

bool HeadReader::refuse(int status, const char *detail)
{
    m_refusal = {status, QCoreApplication::translate("Service", detail)};
    return false;
}

} // namespace renewal::service
