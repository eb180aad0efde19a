// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/elementreader.h"

#include <QTest>

#include <cstring>

using namespace renewal;
using namespace renewal::upstream;
using namespace Qt::StringLiterals;

namespace {
/// Bytes from memory, handed out in small pieces.
class PieceSource final : public ByteSource
{
public:
    PieceSource(QByteArray bytes, qint64 piece)
        : m_bytes(std::move(bytes))
        , m_piece(piece)
    {
    }
    Result<qint64> read(char *to, qint64 size) override
    {
        const qint64 got = std::min({size, m_piece, m_bytes.size() - m_at});
        std::memcpy(to, m_bytes.constData() + m_at, static_cast<std::size_t>(got));
        m_at += got;
        return got;
    }
    Done skip(qint64 size) override
    {
        m_at += size;
        return ok();
    }
    qint64 rawPosition() const override { return m_at; }
    qint64 rawSize() const override { return m_bytes.size(); }

private:
    QByteArray m_bytes;
    qint64 m_piece;
    qint64 m_at = 0;
};

QStringList elementsOf(const QByteArray &json, qint64 piece)
{
    PieceSource source(json, piece);
    ElementReader reader(source);
    QStringList all;
    while (true) {
        const auto element = reader.next();
        if (!element)
            return all + QStringList{u"!"_s + toString(element.error().code)};
        if (!element->has_value())
            return all;
        const auto &json = (*element)->json;
        all.append((*element)->place + u'=' +
                   ((*element)->tooLong
                        ? u"too long"_s
                        : QString::fromUtf8(json.data(), static_cast<qsizetype>(json.size())).trimmed()));
    }
}
} // namespace

class TestElementReader : public QObject
{
    Q_OBJECT

private slots:
    void cutsOutElements_data();
    void cutsOutElements();
    void leavesOutElementsOverTheLimit();
    void staysSmallOnLargeDocuments();
};

void TestElementReader::cutsOutElements_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("elements");
    QTest::newRow("a bare array") << QByteArray(R"([{"a":1}, {"b":[2,{"c":"]"}]} ,3])")
                                  << QStringList{uR"([0]={"a":1})"_s, uR"([1]={"b":[2,{"c":"]"}]})"_s,
                                                 u"[2]=3"_s};
    QTest::newRow("the data of an answer")
        << QByteArray(R"({"meta":{"data":[9]},"data":[{"id":"1"},{"id":"2"}],"links":{"x":[1,2]}})")
        << QStringList{uR"(data[0]={"id":"1"})"_s, uR"(data[1]={"id":"2"})"_s};
    QTest::newRow("other lists before it")
        << QByteArray(R"({"failedStations":["989"],"prescriptionList":[{"x":1}]})")
        << QStringList{uR"(prescriptionList[0]={"x":1})"_s};
    QTest::newRow("quotes and brackets in texts")
        << QByteArray(R"({"t":"data\":[","data":["a\\\"],",{"k":"\\"}]})")
        << QStringList{uR"(data[0]="a\\\"],")"_s, uR"(data[1]={"k":"\\"})"_s};
    QTest::newRow("an empty list") << QByteArray(R"({"data":[ ]})") << QStringList();
    QTest::newRow("a list named data further in is not it")
        << QByteArray(R"({"x":{"data":[1]}})") << QStringList{u"!unsupported"_s};
    QTest::newRow("no list") << QByteArray(R"({"a":1})") << QStringList{u"!unsupported"_s};
    QTest::newRow("cut off in an element")
        << QByteArray(R"([{"a":1},{"b")") << QStringList{uR"([0]={"a":1})"_s, u"!invalid_input"_s};
    QTest::newRow("cut off after an element")
        << QByteArray(R"([{"a":1})") << QStringList{u"!invalid_input"_s};
}

void TestElementReader::cutsOutElements()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, elements);
    for (const qint64 piece : {1, 3, 1000})
        QCOMPARE(elementsOf(json, piece), elements);
}

void TestElementReader::leavesOutElementsOverTheLimit()
{
    const QByteArray json = "[1,\"" + QByteArray(ElementReader::longestElement + 10, 'x') + "\",{\"a\":2}]";
    QCOMPARE(elementsOf(json, 1 << 20), (QStringList{u"[0]=1"_s, u"[1]=too long"_s, uR"([2]={"a":2})"_s}));
}

void TestElementReader::staysSmallOnLargeDocuments()
{
    QByteArray json = "{\"data\":[";
    for (int i = 0; i < 100000; ++i)
        json += (i == 0 ? "" : ",") + QByteArray("{\"id\":\"") + QByteArray::number(i) +
                "\",\"name\":\"some text\"}";
    json += "]}";
    const QStringList all = elementsOf(json, 60000);
    QCOMPARE(all.size(), 100000);
    QCOMPARE(all.last(), uR"(data[99999]={"id":"99999","name":"some text"})"_s);
}

QTEST_APPLESS_MAIN(TestElementReader)
#include "tst_elementreader.moc"
