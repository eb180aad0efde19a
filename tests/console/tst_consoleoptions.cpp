// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consoleoptions.h"
#include "app/console/display.h"
#include "app/console/remoteendpoint.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;

class TestConsoleOptions : public QObject
{
    Q_OBJECT

private slots:
    void defaultsSuitADesk();
    void everyOptionIsRead();
    void wrongWordsAreToldInOneSentence_data();
    void wrongWordsAreToldInOneSentence();
    void helpNamesEveryOption();
    void displayIsDecided_data();
    void displayIsDecided();
    void tokenFileIsRead_data();
    void tokenFileIsRead();
    void missingTokenFileIsTold();
};

void TestConsoleOptions::defaultsSuitADesk()
{
    const auto options = parseOptions({});
    QVERIFY(options.has_value());
    QVERIFY(options->isEmbedded());
    QVERIFY(!options->demo);
    QVERIFY(options->screenshot.isEmpty());
    QVERIFY(!options->select);
    QCOMPARE(options->size, QSize(1440, 900));
    QVERIFY(defaultDatabaseUrl().startsWith(u"sqlite:/"_s));
    QVERIFY(defaultDatabaseUrl().endsWith(u"/renewal-console/renewals.db"_s));
}

void TestConsoleOptions::everyOptionIsRead()
{
    const auto options = parseOptions({u"--demo"_s, u"--workspace"_s, u"rollout"_s, u"--theme=dark"_s,
                                       u"--size"_s, u"1024x700"_s, u"--scale"_s, u"1.5"_s, u"--screenshot"_s,
                                       u"out.png"_s, u"--select"_s, u"4"_s});
    QVERIFY(options.has_value());
    QVERIFY(options->demo);
    QVERIFY(options->workspace == ui::WorkspaceId::Rollout);
    QVERIFY(options->theme == ui::ThemeChoice::Dark);
    QCOMPARE(options->size, QSize(1024, 700));
    QCOMPARE(options->scale, 1.5);
    QCOMPARE(options->screenshot, u"out.png"_s);
    QCOMPARE(options->select, 4);

    const auto remote =
        parseOptions({u"--service"_s, u"https://r.example:8443"_s, u"--token-file"_s, u"t"_s});
    QVERIFY(remote.has_value());
    QVERIFY(!remote->isEmbedded());
    QCOMPARE(remote->service.port(), 8443);

    QVERIFY(parseOptions({u"-h"_s})->action == ConsoleOptions::Action::ShowHelp);
    QVERIFY(parseOptions({u"--version"_s})->action == ConsoleOptions::Action::ShowVersion);
}

void TestConsoleOptions::wrongWordsAreToldInOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named"); ///< what the sentence must name
    const auto row = [](const char *name, const QString &line, const QString &named) {
        QTest::newRow(name) << line.split(u' ', Qt::SkipEmptyParts) << named;
    };
    row("unknown option", u"--colour red"_s, u"colour"_s);
    row("option without its value", u"--theme"_s, u"theme"_s);
    row("a stray word", u"open"_s, u"open"_s);
    row("unknown workspace", u"--workspace billing"_s, u"billing"_s);
    row("text too large", u"--text-size 300"_s, u"300"_s);
    row("unknown state", u"--screenshot x.png --state odd"_s, u"odd"_s);
    row("state without picture", u"--state empty"_s, u"--screenshot"_s);
    row("unknown theme", u"--theme pink"_s, u"pink"_s);
    row("size without a height", u"--size 1440"_s, u"1440"_s);
    row("size of words", u"--size axb"_s, u"axb"_s);
    row("size beyond reason", u"--size 100000x900"_s, u"100000x900"_s);
    row("size too small", u"--size 10x10"_s, u"10x10"_s);
    row("scale below one", u"--scale 0.5"_s, u"0.5"_s);
    row("scale that is no number", u"--scale nan"_s, u"nan"_s);
    row("negative row", u"--select -1"_s, u"-1"_s);
    row("service that is no address", u"--service renewals --token-file t"_s, u"renewals"_s);
    row("service of another kind", u"--service ftp://x --token-file t"_s, u"ftp"_s);
    row("service with a password in it", u"--service https://a:b@x --token-file t"_s, u"--service"_s);
    row("service that would send in the clear", u"--service http://r.example --token-file t"_s, u"https"_s);
    row("service without a token", u"--service https://x"_s, u"--token-file"_s);
    row("token without a service", u"--token-file t"_s, u"--service"_s);
    row("demo beside a database", u"--demo --database sqlite:/x"_s, u"--demo"_s);
    row("database beside a service", u"--database sqlite:/x --service https://x --token-file t"_s,
        u"--service"_s);
}

void TestConsoleOptions::wrongWordsAreToldInOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto options = parseOptions(arguments);
    QVERIFY(!options.has_value());
    QCOMPARE(toString(options.error().code), toString(ErrorCode::InvalidInput));
    QVERIFY2(options.error().text.contains(named), qPrintable(options.error().text));
}

void TestConsoleOptions::helpNamesEveryOption()
{
    const QString help = helpText();
    for (const auto &option :
         {"--database", "--service", "--token-file", "--demo", "--workspace", "--theme", "--text-size",
          "--settings", "--state", "--size", "--scale", "--screenshot", "--select", "--help", "--version"})
        QVERIFY2(help.contains(QLatin1StringView(option)), option);
    QVERIFY(help.startsWith(u"Usage: renewal-console"_s));
}

void TestConsoleOptions::displayIsDecided_data()
{
    QTest::addColumn<QByteArray>("display");
    QTest::addColumn<QByteArray>("platform");
    QTest::addColumn<QString>("screenshot");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QByteArray>("becomes");
    const QByteArray none;
    QTest::newRow("a display that does not answer")
        << QByteArray(":4711") << none << QString() << false << none;
    QTest::newRow("a chosen platform") << none << QByteArray("vnc") << QString() << true << QByteArray("vnc");
    QTest::newRow("nothing to draw on") << none << none << QString() << false << none;
    QTest::newRow("a picture needs no display")
        << none << none << u"x.png"_s << true << QByteArray("offscreen");
    QTest::newRow("a picture leaves the desktop alone")
        << QByteArray(":0") << QByteArray("xcb") << u"x.png"_s << true << QByteArray("offscreen");
}

void TestConsoleOptions::displayIsDecided()
{
    QFETCH(QByteArray, display);
    QFETCH(QByteArray, platform);
    QFETCH(QString, screenshot);
    QFETCH(bool, good);
    QFETCH(QByteArray, becomes);
    const QByteArray before = qgetenv("QT_QPA_PLATFORM");
    qputenv("DISPLAY", display);
    qputenv("WAYLAND_DISPLAY", {});
    qputenv("QT_QPA_PLATFORM", platform);
    ConsoleOptions options;
    options.screenshot = screenshot;
    const Done done = prepareDisplay(options);
    const QByteArray after = qgetenv("QT_QPA_PLATFORM");
    qputenv("QT_QPA_PLATFORM", before);
    QCOMPARE(done.has_value(), good);
    QCOMPARE(after, becomes);
    if (!good)
        QVERIFY(done.error().text.contains(u"--screenshot"_s));
}

void TestConsoleOptions::tokenFileIsRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("a token on a line") << QByteArray("abc123\n") << QByteArray("abc123");
    QTest::newRow("nothing") << QByteArray("\n") << QByteArray();
    QTest::newRow("two tokens") << QByteArray("abc\ndef\n") << QByteArray();
    QTest::newRow("something else") << QByteArray("\x01\x02") << QByteArray();
    QTest::newRow("far too long") << QByteArray(5000, 'a') << QByteArray();
}

void TestConsoleOptions::tokenFileIsRead()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, token);
    QTemporaryDir folder;
    ConsoleOptions options;
    options.service = QUrl(u"https://x"_s);
    options.tokenFile = folder.filePath(u"token"_s);
    QFile file(options.tokenFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    const auto endpoint = remoteEndpoint(options);
    QCOMPARE(endpoint.has_value(), !token.isEmpty());
    if (endpoint) {
        QCOMPARE(endpoint->token, token);
        QCOMPARE(endpoint->base, options.service);
    } else {
        QVERIFY(endpoint.error().text.contains(options.tokenFile));
    }
}

void TestConsoleOptions::missingTokenFileIsTold()
{
    ConsoleOptions options;
    options.tokenFile = u"/nowhere/token"_s;
    const auto endpoint = remoteEndpoint(options);
    QVERIFY(!endpoint.has_value());
    QVERIFY(endpoint.error().text.contains(u"/nowhere/token"_s));
}

QTEST_GUILESS_MAIN(TestConsoleOptions)
#include "tst_consoleoptions.moc"
