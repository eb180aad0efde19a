// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/zipreader.h"

#include <QXmlStreamReader>
#include <QtEndian>

#include <zlib.h>

namespace renewal::testing {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype directoryHead = 46;
constexpr qsizetype localHead = 30;

quint32 number(const QByteArray &bytes, qsizetype at, int size)
{
    if (at < 0 || at + size > bytes.size())
        return 0;
    return size == 2 ? qFromLittleEndian<quint16>(bytes.constData() + at)
                     : qFromLittleEndian<quint32>(bytes.constData() + at);
}

QByteArray inflated(QByteArray packed, quint32 size)
{
    QByteArray plain(size, '\0');
    z_stream stream = {};
    stream.next_in = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) // no header: ZIP has its own
        return {};
    const int end = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return end == Z_STREAM_END ? plain : QByteArray();
}

QStringList sharedTexts(const QByteArray &workbook)
{
    QStringList texts;
    QXmlStreamReader xml(unzipped(workbook, "xl/sharedStrings.xml"));
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "t"_L1)
            texts += xml.readElementText();
    }
    return texts;
}

/// "AB7" is column 27.
qsizetype columnOf(QStringView place)
{
    qsizetype column = 0;
    for (const QChar c : place) {
        if (c.isLetter())
            column = column * 26 + (c.unicode() - u'A' + 1);
    }
    return column - 1;
}
} // namespace

QByteArray unzipped(const QByteArray &archive, const QByteArray &name)
{
    const qsizetype end = archive.lastIndexOf("PK\x05\x06");
    if (end < 0)
        return {};
    const quint32 files = number(archive, end + 10, 2);
    qsizetype at = number(archive, end + 16, 4);
    for (quint32 i = 0; i < files; ++i) {
        const qsizetype nameSize = number(archive, at + 28, 2);
        if (archive.mid(at + directoryHead, nameSize) == name) {
            const qsizetype local = number(archive, at + 42, 4);
            const qsizetype data =
                local + localHead + number(archive, local + 26, 2) + number(archive, local + 28, 2);
            const QByteArray packed = archive.mid(data, number(archive, at + 20, 4));
            return number(archive, at + 10, 2) == 0 ? packed : inflated(packed, number(archive, at + 24, 4));
        }
        at += directoryHead + nameSize + number(archive, at + 30, 2) + number(archive, at + 32, 2);
    }
    return {};
}

QVector<QStringList> sheetRows(const QByteArray &workbook)
{
    const QStringList texts = sharedTexts(workbook);
    QVector<QStringList> rows;
    QXmlStreamReader xml(unzipped(workbook, "xl/worksheets/sheet1.xml"));
    bool isText = false;
    qsizetype column = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "row"_L1)
            rows.append(QStringList());
        if (xml.name() == "c"_L1) {
            isText = xml.attributes().value("t"_L1) == "s"_L1;
            column = columnOf(xml.attributes().value("r"_L1));
            while (rows.last().size() <= column)
                rows.last().append(QString());
        }
        if (xml.name() == "v"_L1) {
            const QString value = xml.readElementText();
            rows.last()[column] = isText ? u"s:"_s + texts.value(value.toInt()) : u"n:"_s + value;
        } else if (xml.name() == "t"_L1) { // a text that is not shared with other cells
            rows.last()[column] = u"s:"_s + xml.readElementText();
        } else if (xml.name() == "f"_L1) {
            rows.last()[column] = u"f:"_s + xml.readElementText();
        }
    }
    return rows;
}

} // namespace renewal::testing
