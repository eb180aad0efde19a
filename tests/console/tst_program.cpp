// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program as a user starts it.
class TestProgram : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void endsBeforeAnyWindow_data();
    void endsBeforeAnyWindow();
    void pictureOfEveryPlace_data();
    void pictureOfEveryPlace();
    void pictureOfNothingIsRefused_data();
    void pictureOfNothingIsRefused();

private:
    struct Run
    {
        int code = -1;
        QString out;
        QString err;
    };
    /// Without a display, in a home of its own.
    Run run(const QStringList &arguments);

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

TestProgram::Run TestProgram::run(const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"XDG_DATA_HOME"_s})
        environment.remove(name);
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->path());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_home->path());
    process.start(QStringLiteral(RENEWAL_CONSOLE_PROGRAM), arguments);
    constexpr int patience = 100'000;
    if (!process.waitForFinished(patience))
        return {-1, {}, u"did not end: "_s + process.errorString()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestProgram::endsBeforeAnyWindow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("told");
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << u"--screenshot"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << u"renewal-console "_s;
    QTest::newRow("an unknown option") << QStringList{u"--colour"_s} << 2 << u"colour"_s;
    QTest::newRow("an unknown place") << QStringList{u"--workspace"_s, u"billing"_s} << 2 << u"billing"_s;
    QTest::newRow("no display") << QStringList{} << 3 << u"--screenshot"_s;
    QTest::newRow("no display for the demo") << QStringList{u"--demo"_s} << 3 << u"display"_s;
}

void TestProgram::endsBeforeAnyWindow()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, told);
    const Run ended = run(arguments);
    QCOMPARE(ended.code, code);
    const QString &text = code == 0 ? ended.out : ended.err;
    QVERIFY2(text.contains(told), qPrintable(text));
    QVERIFY((code == 0 ? ended.err : ended.out).isEmpty());
}

void TestProgram::pictureOfEveryPlace_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QSize>("size");
    QTest::newRow("renewals") << u"--workspace renewals --theme light --size 1440x900 --select 3"_s
                              << QSize(1440, 900);
    QTest::newRow("correlations, dark, twice as sharp")
        << u"--workspace correlations --theme dark --size 1100x720 --scale 2"_s << QSize(2200, 1440);
    QTest::newRow("rollout") << u"--workspace rollout --size 1440x900"_s << QSize(1440, 900);
}

void TestProgram::pictureOfEveryPlace()
{
    QFETCH(QString, options);
    QFETCH(QSize, size);
    const QString file = m_home->filePath(u"out.png"_s);
    const Run ended = run(QStringList{u"--demo"_s, u"--screenshot"_s, file} + options.split(u' '));
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    const QImage picture(file);
    QCOMPARE(picture.size(), size);
    // Text, tables and charts have many shades; an empty or unpainted window has a handful.
    QSet<QRgb> shades;
    int lettered = 0;
    for (int y = 0; y < picture.height(); y += 3) {
        QSet<QRgb> line;
        for (int x = 0; x < picture.width(); ++x)
            line.insert(picture.pixel(x, y));
        lettered += line.size() > 12;
        shades.unite(line);
    }
    QVERIFY2(shades.size() > 200, qPrintable(QString::number(shades.size())));
    QVERIFY2(lettered * 3 > picture.height() / 4, qPrintable(QString::number(lettered)));
}

void TestProgram::pictureOfNothingIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("told");
    QTest::newRow("no such folder") << QStringList{u"--screenshot"_s, u"/dev/null/out.png"_s}
                                    << u"/dev/null"_s;
    QTest::newRow("no such row") << QStringList{u"--screenshot"_s, u"out.png"_s, u"--select"_s, u"5"_s}
                                 << u"5"_s;
    QTest::newRow("no database") << QStringList{u"--screenshot"_s, u"out.png"_s, u"--database"_s,
                                                u"sqlite:/dev/null/x.db"_s}
                                 << u"database file"_s;
    QTest::newRow("no token file") << QStringList{u"--screenshot"_s, u"out.png"_s,
                                                  u"--service"_s,    u"https://127.0.0.1:1"_s,
                                                  u"--token-file"_s, u"/nowhere/token"_s}
                                   << u"/nowhere/token"_s;
}

void TestProgram::pictureOfNothingIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, told);
    const Run ended = run(arguments);
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.startsWith(u"renewal-console: "_s), qPrintable(ended.err));
    QVERIFY2(ended.err.contains(told), qPrintable(ended.err));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
