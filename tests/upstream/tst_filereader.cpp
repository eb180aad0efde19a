// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/filereader.h"
#include "tests/upstream/gzipfile.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace renewal;
using namespace renewal::upstream;
using namespace Qt::StringLiterals;

namespace {
/// Writes down what it gets; stops after `limit` records when that is not negative.
class ListSink final : public FileSink
{
public:
    explicit ListSink(qint64 limit = -1)
        : m_limit(limit)
    {
    }

    bool take(exchange::Record &&record, const QString &place) override
    {
        const auto *full = std::get_if<Prescription>(&record);
        const auto *brief = std::get_if<ShortPrescription>(&record);
        const auto *person = std::get_if<Prescriber>(&record);
        const QString name = full     ? full->prescriptionId
                             : brief  ? brief->patientKey
                             : person ? person->extractId
                                      : QString::number(record.index());
        items.append(place + u'=' + name);
        return --m_limit != 0;
    }
    bool setAside(const SetAside &item) override
    {
        items.append(item.file + u' ' + item.place + u'!');
        return --m_limit != 0;
    }
    bool takeShort(const exchange::ShortPrescriptionBatch &batch) override
    {
        for (const auto &item : batch.items)
            items.append(u"line %1=%2"_s.arg(item.line).arg(
                QString::fromUtf8(item.patientKey.data(), static_cast<qsizetype>(item.patientKey.size()))));
        return true;
    }
    bool reached(const FilePosition &position, qint64, qint64) override
    {
        positions.append(position);
        counts.append(items.size());
        return true;
    }

    QStringList items;
    QVector<FilePosition> positions;
    QVector<qsizetype> counts; ///< items when each position was reached

private:
    qint64 m_limit;
};

QByteArray shortLines(int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines += R"({"patientId":"V)" + QByteArray::number(i) +
                 R"(","prescriberId":"P1","stationNumber":"552","orderedDate":"2025-07-04"})" + '\n';
    return lines;
}

QByteArray prescription(int id)
{
    return R"({"prescriptionId":")" + QByteArray::number(id) +
           R"(","stationNumber":"552","dispStatus":"Active","prescriptionName":"LISINOPRIL 10MG TAB"})";
}

QByteArray bigDocument(int count)
{
    QByteArray document = R"({"meta":{"updatedAt":"2026-01-01"},"prescriptionList":[)";
    const QByteArray filler(700, 'x');
    for (int i = 0; i < count; ++i)
        document +=
            (i == 0 ? "" : ",") +
            QByteArray(
                R"({"prescriptionId":)" + QByteArray::number(i) +
                R"(,"stationNumber":"552","refillStatus":"active","prescriptionName":"D","remarks":")" +
                filler + R"("})");
    return document + "]}";
}
} // namespace

class TestFileReader : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatItIs_data();
    void findsWhatItIs();
    void goesOnFromAnyPosition_data();
    void goesOnFromAnyPosition();
    void goesOnWithinASmallDocument();
    void readsLargeDocumentsPieceByPiece();
    void stopsWhenToldTo();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void hashesContentNotPacking();

private:
    QString write(const QByteArray &bytes)
    {
        const QString path = m_dir.filePath(u"f"_s);
        return test::writeFile(path, bytes) ? path : QString();
    }
    QTemporaryDir m_dir;
};

void TestFileReader::findsWhatItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("items");
    QTest::newRow("short prescriptions, one a line")
        << shortLines(2) << u"short_prescriptions"_s << QStringList{u"line 1=V0"_s, u"line 2=V1"_s};
    QTest::newRow("one short prescription")
        << shortLines(1) << u"short_prescriptions"_s << QStringList{u"V0"_s};
    QTest::newRow("full prescriptions, one a line, one broken")
        << prescription(1) + "\n{\n" + prescription(2) + "\n"
        << u"prescriptions"_s << QStringList{u"line 1=1"_s, u"f line 2!"_s, u"line 3=2"_s};
    QTest::newRow("short ones with a full one among them")
        << shortLines(1) + prescription(5) + "\n"
        << u"short_prescriptions"_s << QStringList{u"line 1=V0"_s, u"line 2=5"_s};
    QTest::newRow("a second line that is no JSON")
        << prescription(1) + "\nnot JSON\n"
        << u"prescriptions"_s << QStringList{u"line 1=1"_s, u"f line 2!"_s};
    QTest::newRow("CSV") << QByteArray("prescriberId,providerLastName,stationNumber\nP1,RUIZ,552\n")
                         << u"prescribers"_s << QStringList{u"line 2=P1"_s};
    QTest::newRow("a byte order mark before NDJSON")
        << "\xEF\xBB\xBF" + prescription(1) + "\n" + prescription(2) + "\n"
        << u"prescriptions"_s << QStringList{u"line 1=1"_s, u"line 2=2"_s};
}

void TestFileReader::findsWhatItIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kind);
    QFETCH(QStringList, items);
    for (const QByteArray &file : {bytes, test::gzipped(bytes)}) {
        const auto reader = FileReader::open(write(file));
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text));
        QCOMPARE(exchange::toString(reader->kind()), kind);
        ListSink sink;
        const auto done = reader->read(sink);
        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
        if (reader->layout() == FileReader::Layout::Document) {
            QCOMPARE(sink.items.size(), 1);
            QVERIFY(sink.items.first().endsWith(u'=' + items.first()));
        } else {
            QCOMPARE(sink.items, items);
        }
    }
}

void TestFileReader::goesOnFromAnyPosition_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray lines = shortLines(40000);
    QTest::newRow("short lines") << lines;
    QTest::newRow("short lines, packed") << test::gzipped(lines);
    QByteArray full;
    for (int i = 0; i < 20000; ++i)
        full += i % 1000 == 5 ? "\n\n{broken\n" : prescription(i) + "\n";
    QTest::newRow("full lines with broken and empty ones") << full;
    QTest::newRow("a large document") << bigDocument(60000);
}

void TestFileReader::goesOnFromAnyPosition()
{
    QFETCH(QByteArray, bytes);
    const auto reader = FileReader::open(write(bytes));
    QVERIFY(reader);
    ListSink whole;
    QVERIFY(reader->read(whole));
    QVERIFY(whole.positions.size() > 2);
    for (const qsizetype at : {qsizetype(0), whole.positions.size() / 2, whole.positions.size() - 1}) {
        FilePosition from = whole.positions.at(at);
        from.line = 0; // as an import knows it
        ListSink rest;
        QVERIFY(reader->read(rest, from));
        QCOMPARE(rest.items, whole.items.mid(whole.counts.at(at)));
    }
}

void TestFileReader::goesOnWithinASmallDocument()
{
    const auto reader = FileReader::open(write(bigDocument(3)));
    QVERIFY(reader);
    ListSink rest;
    QVERIFY(reader->read(rest, {0, 1, 2}));
    QCOMPARE(rest.items, QStringList{u"prescriptionList[2]=2"_s});
    QCOMPARE(rest.positions.last().records, 3);
}

void TestFileReader::readsLargeDocumentsPieceByPiece()
{
    const int count = 60000;
    const QByteArray document = bigDocument(count);
    QVERIFY(document.size() > FileReader::wholeDocument);
    const auto reader = FileReader::open(write(document));
    QVERIFY(reader);
    ListSink sink;
    QVERIFY(reader->read(sink));
    QCOMPARE(sink.items.size(), count);
    QCOMPARE(sink.items.last(), u"prescriptionList[%1]=%1"_s.arg(count - 1));
    QVERIFY(sink.positions.size() > 10);
    const auto cut = FileReader::open(write(document.chopped(2)));
    QVERIFY(cut);
    ListSink half;
    const auto done = cut->read(half);
    QVERIFY(!done);
    QVERIFY(done.error().code == ErrorCode::InvalidInput);
}

void TestFileReader::stopsWhenToldTo()
{
    const auto reader = FileReader::open(write(prescription(1) + "\n{\n" + prescription(2) + "\n"));
    QVERIFY(reader);
    for (const int limit : {1, 2}) {
        ListSink sink(limit);
        const auto done = reader->read(sink);
        QVERIFY(!done);
        QVERIFY(done.error().code == ErrorCode::Cancelled);
        QCOMPARE(sink.items.size(), limit);
    }
}

void TestFileReader::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("an empty file") << QByteArray() << u"invalid_input"_s;
    QTest::newRow("white space only") << QByteArray(" \n \n") << u"invalid_input"_s;
    QTest::newRow("binary") << QByteArray("\x7f\x45LF\0\0", 6) << u"unsupported"_s;
    QTest::newRow("text") << QByteArray("Dear team,\nplease call.\n") << u"unsupported"_s;
    QTest::newRow("JSON of no known kind") << QByteArray(R"({"weather":"fine"})") << u"unsupported"_s;
    QTest::newRow("a gzip that is cut off")
        << test::gzipped(shortLines(1000)).first(20) << u"invalid_input"_s;
}

void TestFileReader::saysWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto reader = FileReader::open(write(bytes));
    QVERIFY(!reader);
    QCOMPARE(toString(reader.error().code), code);
    QVERIFY2(reader.error().text.endsWith(u'.'), qPrintable(reader.error().text));
}

void TestFileReader::hashesContentNotPacking()
{
    const QByteArray lines = shortLines(100);
    const auto plain = contentHash(write(lines));
    const auto packed = contentHash(write(test::gzipped(lines)));
    QVERIFY(plain && packed);
    QCOMPARE(*plain, *packed);
    QCOMPARE(*plain, QCryptographicHash::hash(lines, QCryptographicHash::Sha256));
    const auto stopped = contentHash(write(lines), [](qint64, qint64) { return false; });
    QVERIFY(!stopped);
    QVERIFY(stopped.error().code == ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestFileReader)
#include "tst_filereader.moc"
