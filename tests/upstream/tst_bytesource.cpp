// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/bytesource.h"
#include "app/upstream/lineblocks.h"
#include "tests/upstream/gzipfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace renewal;
using namespace renewal::upstream;
using namespace Qt::StringLiterals;

namespace {
/// All bytes, read in pieces of `piece`; "!" and the error's text when it fails.
QByteArray bytesOf(const QString &path, qint64 piece)
{
    const auto source = openByteSource(path);
    if (!source)
        return "!" + source.error().text.toUtf8();
    QByteArray all;
    QByteArray buffer(piece, Qt::Uninitialized);
    while (true) {
        const auto got = (*source)->read(buffer.data(), piece);
        if (!got)
            return "!" + got.error().text.toUtf8();
        if (*got == 0)
            return all;
        all.append(buffer.constData(), *got);
    }
}

/// A text of many short lines, one line longer than the first buffer, and no line end at its end.
QByteArray manyLines()
{
    QByteArray text;
    for (int i = 0; i < 30000; ++i)
        text += "line " + QByteArray::number(i) + " with some more text behind it to fill it up\n";
    text += QByteArray(3 * LineBlocks::bufferSize, 'x') + "\nlast";
    return text;
}
} // namespace

class TestByteSource : public QObject
{
    Q_OBJECT

private slots:
    void readsPlainAndPacked_data();
    void readsPlainAndPacked();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void blocksHoldWholeLines_data();
    void blocksHoldWholeLines();
    void goesOnFromAnyBlock();
    void leavesOutLinesOverTheLimit_data();
    void leavesOutLinesOverTheLimit();

private:
    QTemporaryDir m_dir;
    QString path(const QString &name) const { return m_dir.filePath(name); }
};

void TestByteSource::readsPlainAndPacked_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray text = manyLines();
    QTest::newRow("a plain file") << text << text;
    QTest::newRow("a gzip") << test::gzipped(text) << text;
    QTest::newRow("two gzip members")
        << test::gzipped("one\n") + test::gzipped("two\n") << QByteArray("one\ntwo\n");
    QTest::newRow("a gzip padded with zeros")
        << test::gzipped("one\n") + QByteArray(1024, '\0') << QByteArray("one\n");
    QTest::newRow("a gzip of nothing") << test::gzipped({}) << QByteArray();
    QTest::newRow("an empty file") << QByteArray() << QByteArray();
    QTest::newRow("one byte") << QByteArray("x") << QByteArray("x");
}

void TestByteSource::readsPlainAndPacked()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, expected);
    QVERIFY(test::writeFile(path(u"in"_s), file));
    for (const qint64 piece : {qint64(4096), qint64(1024 * 1024)})
        QVERIFY(bytesOf(path(u"in"_s), piece) == expected);
    const auto source = openByteSource(path(u"in"_s));
    QVERIFY(source);
    const qint64 half = expected.size() / 2;
    QVERIFY((*source)->skip(half));
    QByteArray rest(expected.size(), '\0');
    const auto got = (*source)->read(rest.data(), rest.size());
    QVERIFY(got);
    QVERIFY(expected.sliced(half).startsWith(rest.first(*got)));
    QCOMPARE((*source)->rawSize(), file.size());
}

void TestByteSource::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray packed = test::gzipped(manyLines());
    QTest::newRow("a gzip cut off") << packed.first(packed.size() / 2);
    QTest::newRow("a gzip cut off in its head") << packed.first(5);
    QByteArray flipped = packed;
    flipped[packed.size() - 6] = static_cast<char>(flipped[packed.size() - 6] ^ 0x55);
    QTest::newRow("a gzip with a wrong check sum") << flipped;
    QTest::newRow("something after a gzip") << test::gzipped("one") + "garbage";
}

void TestByteSource::saysWhatIsWrong()
{
    QFETCH(QByteArray, file);
    QVERIFY(test::writeFile(path(u"bad.gz"_s), file));
    const QByteArray all = bytesOf(path(u"bad.gz"_s), 65536);
    QVERIFY2(all.startsWith('!'), all.left(100).constData());
    QVERIFY(all.contains("damaged or cut-off gzip"));
    QVERIFY(bytesOf(path(u"missing"_s), 10).contains("does not exist"));
    QVERIFY(bytesOf(m_dir.path(), 10).contains("is not a file"));
}

void TestByteSource::blocksHoldWholeLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("many lines and a long one") << manyLines();
    QTest::newRow("one line without end") << QByteArray("abc");
    QTest::newRow("one line") << QByteArray("abc\n");
    QTest::newRow("empty lines") << QByteArray("\n\n\n");
    QTest::newRow("a line that ends with the buffer")
        << QByteArray(LineBlocks::bufferSize - 1, 'x') + "\nabc\n";
    QTest::newRow("a line one longer than the buffer") << QByteArray(LineBlocks::bufferSize, 'x') + "\nabc\n";
}

void TestByteSource::blocksHoldWholeLines()
{
    QFETCH(QByteArray, text);
    QVERIFY(test::writeFile(path(u"lines"_s), text));
    const auto source = openByteSource(path(u"lines"_s));
    QVERIFY(source);
    LineBlocks blocks(**source);
    QByteArray all;
    qint64 lines = 0;
    while (true) {
        const auto block = blocks.next();
        QVERIFY(block);
        if (!block->has_value())
            break;
        const LineBlock &found = **block;
        QCOMPARE(found.begin, all.size());
        QCOMPARE(found.firstLine, lines + 1);
        all.append(found.text.data(), static_cast<qsizetype>(found.text.size()));
        QCOMPARE(found.end, all.size());
        QVERIFY(all.endsWith('\n') || all.size() == text.size());
        lines += found.lines;
    }
    QVERIFY(all == text);
    QCOMPARE(lines, text.count('\n') + (text.endsWith('\n') ? 0 : 1));
}

void TestByteSource::goesOnFromAnyBlock()
{
    const QByteArray text = manyLines();
    QVERIFY(test::writeFile(path(u"lines"_s), text));
    QVERIFY(test::writeFile(path(u"lines.gz"_s), test::gzipped(text)));
    for (const QString &name : {u"lines"_s, u"lines.gz"_s}) {
        const auto first = openByteSource(path(name));
        QVERIFY(first);
        LineBlocks blocks(**first);
        const auto block = blocks.next();
        QVERIFY(block && block->has_value());
        const auto again = openByteSource(path(name));
        QVERIFY(again);
        QVERIFY((*again)->skip((*block)->end));
        LineBlocks rest(**again, (*block)->end, (*block)->firstLine + (*block)->lines);
        const auto next = rest.next();
        QVERIFY(next && next->has_value());
        QVERIFY(
            text.sliced((*block)->end)
                .startsWith(QByteArrayView((*next)->text.data(), static_cast<qsizetype>((*next)->text.size()))
                                .toByteArray()));
        QCOMPARE((*next)->firstLine, (*block)->lines + 1);
    }
}

void TestByteSource::leavesOutLinesOverTheLimit_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<QVector<qint64>>("tooLong");
    const QByteArray huge(LineBlocks::longestLine + 2, 'x');
    QTest::newRow("in the middle") << "a\n" + huge + "\nb\n" << QByteArray("a\nb\n") << QVector<qint64>{2};
    QTest::newRow("first") << huge + "\nb\n" << QByteArray("b\n") << QVector<qint64>{1};
    QTest::newRow("last, without a line end") << "a\n" + huge << QByteArray("a\n") << QVector<qint64>{2};
    QTest::newRow("two in a row") << huge + "\n" + huge + "\nb" << QByteArray("b") << QVector<qint64>{1, 2};
    QTest::newRow("one just within the limit") << QByteArray(LineBlocks::longestLine, 'x') + "\n"
                                               << QByteArray(LineBlocks::longestLine, 'x') + "\n"
                                               << QVector<qint64>{};
}

void TestByteSource::leavesOutLinesOverTheLimit()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, kept);
    QFETCH(QVector<qint64>, tooLong);
    QVERIFY(test::writeFile(path(u"huge"_s), text));
    const auto source = openByteSource(path(u"huge"_s));
    QVERIFY(source);
    LineBlocks blocks(**source);
    QByteArray all;
    QVector<qint64> left;
    while (true) {
        const auto block = blocks.next();
        QVERIFY(block);
        if (!block->has_value())
            break;
        all.append((*block)->text.data(), static_cast<qsizetype>((*block)->text.size()));
        for (const qint64 line : (*block)->tooLongLines)
            left.append(line);
    }
    QVERIFY(all == kept);
    QCOMPARE(left, tooLong);
}

QTEST_APPLESS_MAIN(TestByteSource)
#include "tst_bytesource.moc"
