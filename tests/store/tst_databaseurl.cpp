// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/databaseurl.h"
#include "app/store/keyset.h"
#include "app/store/migrationscript.h"
#include "app/store/searchtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;

class TstDatabaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void passwordsAreNotShown();
    void searches_data();
    void searches();
    void cursors_data();
    void cursors();
    void pageLimits();
    void scripts();
};

void TstDatabaseUrl::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // empty: refused
    QTest::newRow("a file") << u"sqlite:/tmp/a.db"_s << u"sqlite:/tmp/a.db"_s;
    QTest::newRow("a relative file") << u"sqlite:a.db"_s << u"sqlite:a.db"_s;
    QTest::newRow("a file with slashes") << u"sqlite:///tmp/a.db"_s << u"sqlite:/tmp/a.db"_s;
    QTest::newRow("no file") << u"sqlite:"_s << QString();
    QTest::newRow("a server") << u"postgresql://renewal@db.example:5433/queue"_s
                              << u"postgresql://renewal@db.example:5433/queue"_s;
    QTest::newRow("the usual port") << u"postgresql://renewal@db/queue"_s
                                    << u"postgresql://renewal@db:5432/queue"_s;
    QTest::newRow("the short name") << u"postgres://renewal@db/queue"_s
                                    << u"postgresql://renewal@db:5432/queue"_s;
    QTest::newRow("no database") << u"postgresql://renewal@db"_s << QString();
    QTest::newRow("a path for a database") << u"postgresql://renewal@db/a/b"_s << QString();
    QTest::newRow("another engine") << u"mysql://db/queue"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TstDatabaseUrl::addresses()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const auto url = DatabaseUrl::parse(text);
    QCOMPARE(url.has_value(), !shown.isEmpty());
    if (url)
        QCOMPARE(url->text(), shown);
    else
        QVERIFY(url.error().code == ErrorCode::InvalidInput);
}

void TstDatabaseUrl::passwordsAreNotShown()
{
    const auto url = DatabaseUrl::parse(u"postgresql://renewal:pass%20word@db/queue");
    QVERIFY(url.has_value());
    QCOMPARE(url->password, u"pass word"_s);
    QVERIFY(!url->text().contains(u"pass"_s));
}

void TstDatabaseUrl::searches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("signs only") << u" .,;*'\"%_ "_s << QStringList();
    QTest::newRow("case and accents") << u"Núñez LISINOPRIL"_s << QStringList{u"nunez"_s, u"lisinopril"_s};
    QTest::newRow("signs part words")
        << u"O'Brien-Smith, 2720339A"_s << QStringList{u"o"_s, u"brien"_s, u"smith"_s, u"2720339a"_s};
    QTest::newRow("operators are words")
        << u"a OR b AND NOT c"_s << QStringList{u"a"_s, u"or"_s, u"b"_s, u"and"_s, u"not"_s, u"c"_s};
    QTest::newRow("at most eight") << u"1 2 3 4 5 6 7 8 9"_s << QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s,
                                                                            u"5"_s, u"6"_s, u"7"_s, u"8"_s};
}

void TstDatabaseUrl::searches()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QCOMPARE(searchWords(text), words);
}

void TstDatabaseUrl::cursors_data()
{
    QTest::addColumn<QString>("cursor");
    const QString good = Keyset{17, 4}.cursor(u"audit");
    QTest::newRow("nothing") << QString();
    QTest::newRow("garbage") << u"%%%"_s;
    QTest::newRow("not ours") << u"aGVsbG8"_s;
    QTest::newRow("cut") << good.left(good.size() - 6);
    QTest::newRow("another list's") << Keyset{17, 4}.cursor(u"renewals");
    QTest::newRow("not a number") << QString::fromLatin1(
        (QByteArray::fromBase64(good.toLatin1(), QByteArray::Base64UrlEncoding).left(13) + "x:4:0")
            .toBase64());
    QTest::newRow("very long") << QString(100000, u'A');
    QTest::newRow("not latin") << u"ñññ"_s;
}

void TstDatabaseUrl::cursors()
{
    QFETCH(QString, cursor);
    const auto parsed = Keyset::parse(cursor, u"audit");
    QVERIFY(!parsed.has_value());
    QVERIFY(parsed.error().code == ErrorCode::InvalidInput);
    const Keyset keyset{-17, 4, 9};
    const auto own = Keyset::parse(keyset.cursor(u"audit"), u"audit");
    QVERIFY(own.has_value());
    QCOMPARE(*own, keyset);
}

void TstDatabaseUrl::pageLimits()
{
    QCOMPARE(pageLimit(1).value(), 1);
    QCOMPARE(pageLimit(1000).value(), 1000);
    for (const int wrong : {0, -1, 1001})
        QVERIFY(pageLimit(wrong).error().code == ErrorCode::InvalidInput);
}

void TstDatabaseUrl::scripts()
{
    const QString script =
        u"-- a comment\nCREATE TABLE a (\n    id INTEGER PRIMARY KEY, -- [sqlite]\n"
        "    id bigint, -- [postgresql]\n    b text\n);\n\nCREATE TRIGGER t BEGIN\n  one;\n  two;\n"
        "END;\n\n\nINSERT INTO a VALUES (1);\n"_s;
    QCOMPARE(migrationStatements(script, u"sqlite"_s),
             (QStringList{u"CREATE TABLE a (\n    id INTEGER PRIMARY KEY,\n    b text\n)"_s,
                          u"CREATE TRIGGER t BEGIN\n  one;\n  two;\nEND"_s, u"INSERT INTO a VALUES (1)"_s}));
    QVERIFY(migrationStatements(script, u"postgresql"_s).constFirst().contains(u"id bigint,\n"_s));
}

QTEST_GUILESS_MAIN(TstDatabaseUrl)
#include "tst_databaseurl.moc"
