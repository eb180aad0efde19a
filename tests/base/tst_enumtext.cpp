// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/enumtext.h"
#include "models/base/error.h"

#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
enum class Fruit
{
    Apple,
    Pear,
    Plum, ///< has no word
};
constexpr EnumText<Fruit> words[] = {{Fruit::Apple, "apple"}, {Fruit::Pear, "green_pear"}};
} // namespace

class EnumTextTest : public QObject
{
    Q_OBJECT

private slots:
    void wordsAndBack_data();
    void wordsAndBack();
    void withoutWord();
    void errorCodes_data();
    void errorCodes();
    void unknownErrorCode();
};

void EnumTextTest::wordsAndBack_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("fruit"); // -1: none
    QTest::newRow("the word") << u"apple"_s << int(Fruit::Apple);
    QTest::newRow("other case") << u"Green_PEAR"_s << int(Fruit::Pear);
    QTest::newRow("only a part") << u"green"_s << -1;
    QTest::newRow("more than it") << u"apples"_s << -1;
    QTest::newRow("spaces are not dropped") << u" apple"_s << -1;
    QTest::newRow("empty") << QString() << -1;
}

void EnumTextTest::wordsAndBack()
{
    QFETCH(const QString, word);
    QFETCH(const int, fruit);
    const auto found = enumFromText(words, word);
    QCOMPARE(found ? int(*found) : -1, fruit);
    if (found)
        QCOMPARE(enumText(words, *found).compare(word, Qt::CaseInsensitive), 0);
}

void EnumTextTest::withoutWord()
{
    QVERIFY(enumText(words, Fruit::Plum).isEmpty());
}

void EnumTextTest::errorCodes_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= int(ErrorCode::Internal); ++code)
        QTest::newRow(toString(ErrorCode(code)).toLatin1().constData()) << code;
}

void EnumTextTest::errorCodes()
{
    QFETCH(const int, code);
    const QString word = toString(ErrorCode(code));
    QVERIFY(!word.isEmpty());
    QCOMPARE(int(errorCodeFromString(word)), code);
}

void EnumTextTest::unknownErrorCode()
{
    QVERIFY(errorCodeFromString(u"out_of_tea") == ErrorCode::Internal);
}

QTEST_GUILESS_MAIN(EnumTextTest)
#include "tst_enumtext.moc"
