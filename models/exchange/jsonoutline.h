// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QSet>

namespace renewal::exchange {

/// Which keys stand where at the beginning of a JSON text, found by a tolerant scan that needs no complete
/// text: what detectKind() decides from. Keys are in lower case without underscores and dashes; list
/// elements are "[]": "data[].attributes.prescriptionid". For keys that name a type ("type",
/// "resourceType", "kind"), the value is kept as well: "data[].type=prescriptions".
class JsonOutline
{
public:
    explicit JsonOutline(QByteArrayView text);

    /// The text begins with an object or a list.
    bool isJson() const { return m_first != '\0'; }
    bool isEmpty() const { return m_isEmpty; }            ///< nothing but white space
    bool isCutOff() const { return !m_frames.isEmpty(); } ///< ends before its object or list does
    bool namesNothing() const { return m_paths.isEmpty(); }
    /// Another value begins after the first.
    bool hasSecondValue() const { return m_hasSecondValue; }
    bool has(QByteArrayView path) const { return m_paths.contains(path.toByteArray()); }
    /// The key stands on a record: at top level, under "data" or "attributes", or on an element of a list.
    bool recordHas(QByteArrayView key) const;
    /// The text of a type key on a record; empty when there is none.
    QByteArray typeOfRecord() const;

private:
    struct Frame
    {
        bool isList = false;
        qsizetype pathLength = 0; ///< of the path up to and including this container
        int count = 0;            ///< elements begun, of a list
    };
    void scan();
    void open(char bracket);
    void close();
    void takeString();
    void takeKey(QByteArrayView key);
    void note(const QByteArray &path);
    QByteArrayView readString();
    bool isKeyNext() const;

    QByteArrayView m_text;
    qsizetype m_at = 0;
    char m_first = '\0';
    bool m_isEmpty = true;
    bool m_hasSecondValue = false;
    QByteArray m_path; ///< of the value being read
    QByteArray m_key;  ///< the last one read
    QList<Frame> m_frames;
    QSet<QByteArray> m_paths;
};

} // namespace renewal::exchange
