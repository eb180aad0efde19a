// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/jsonoutline.h"

#include <cstring>

namespace renewal::exchange {

namespace {
constexpr qsizetype scannedBytes = 256 * 1024;
constexpr qsizetype deepest = 7; // no decisive key stands deeper
constexpr int elementsNoted = 3; // of each list: the rest looks the same
constexpr qsizetype mostPaths = 2048;

constexpr const char *recordPrefixes[] = {
    "", "[].", "data.", "data[].", "data.attributes.", "data[].attributes.", "attributes.", "[].attributes."};

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

QByteArray folded(QByteArrayView key)
{
    QByteArray out;
    for (const char c : key) {
        if (c != '_' && c != '-')
            out.append(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return out;
}

bool namesType(const QByteArray &key)
{
    return key == "type" || key == "resourcetype" || key == "kind";
}
} // namespace

JsonOutline::JsonOutline(QByteArrayView text)
    : m_text(text.first(qMin(text.size(), scannedBytes)))
{
    if (m_text.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
    m_isEmpty = m_at == m_text.size();
    if (!m_isEmpty && (m_text[m_at] == '{' || m_text[m_at] == '[')) {
        m_first = m_text[m_at];
        scan();
    }
}

void JsonOutline::scan()
{
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '{' || c == '[')
            open(c);
        else if (c == '}' || c == ']')
            close();
        else if (c == '"')
            takeString();
        if (m_frames.isEmpty())
            break;
    }
    ++m_at;
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
    m_hasSecondValue = m_at < m_text.size() && (m_text[m_at] == '{' || m_text[m_at] == '[');
}

void JsonOutline::open(char bracket)
{
    Frame frame;
    frame.isList = bracket == '[';
    if (!m_frames.isEmpty()) {
        Frame &outer = m_frames.last();
        m_path.truncate(outer.pathLength);
        if (outer.isList)
            ++outer.count;
        else
            m_path += m_path.isEmpty() || m_path.endsWith('.') ? m_key : '.' + m_key;
    }
    if (frame.isList)
        m_path += "[]";
    frame.pathLength = m_path.size();
    m_frames.append(frame);
}

void JsonOutline::close()
{
    m_frames.removeLast();
    if (!m_frames.isEmpty())
        m_path.truncate(m_frames.last().pathLength);
}

bool JsonOutline::isKeyNext() const
{
    qsizetype i = m_at + 1;
    while (i < m_text.size() && isSpace(m_text[i]))
        ++i;
    return i < m_text.size() && m_text[i] == ':';
}

/// From the opening quote; leaves m_at at the closing one (or at the end of a cut-off text).
QByteArrayView JsonOutline::readString()
{
    const qsizetype from = ++m_at;
    while (m_at < m_text.size() && m_text[m_at] != '"')
        m_at += m_text[m_at] == '\\' ? 2 : 1;
    m_at = qMin(m_at, m_text.size());
    return m_text.sliced(from, m_at - from);
}

void JsonOutline::takeString()
{
    const QByteArrayView string = readString();
    const bool inObject = !m_frames.last().isList;
    if (inObject && m_at < m_text.size() && isKeyNext())
        takeKey(string);
    else if (inObject && namesType(m_key))
        note(m_path.first(m_frames.last().pathLength) + (m_path.isEmpty() ? "" : ".") + m_key + '=' +
             string.toByteArray());
}

void JsonOutline::takeKey(QByteArrayView key)
{
    m_key = folded(key);
    note(m_path.first(m_frames.last().pathLength) + (m_path.isEmpty() ? "" : ".") + m_key);
}

void JsonOutline::note(const QByteArray &path)
{
    if (m_frames.size() > deepest || m_paths.size() >= mostPaths)
        return;
    for (const Frame &frame : m_frames) {
        if (frame.count > elementsNoted)
            return;
    }
    m_paths.insert(path);
}

bool JsonOutline::recordHas(QByteArrayView key) const
{
    for (const char *prefix : recordPrefixes) {
        if (m_paths.contains(QByteArray(prefix) + key.toByteArray()))
            return true;
    }
    return false;
}

QByteArray JsonOutline::typeOfRecord() const
{
    for (const char *prefix : recordPrefixes) {
        const QByteArray wanted = QByteArray(prefix) + "type=";
        for (const QByteArray &path : m_paths) {
            if (path.startsWith(wanted))
                return path.mid(wanted.size());
        }
    }
    return {};
}

} // namespace renewal::exchange
