// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QImage>
#include <QMap>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

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
    void pictureOfEveryState_data();
    void pictureOfEveryState();
    void displayThatDoesNotAnswerIsTold();
    void nothingIsLeftAfterCtrlC_data();
    void nothingIsLeftAfterCtrlC();
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
    Run run(const QStringList &arguments, const QMap<QString, QString> &variables = {});

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

TestProgram::Run TestProgram::run(const QStringList &arguments, const QMap<QString, QString> &variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"XDG_DATA_HOME"_s})
        environment.remove(name);
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->path());
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        environment.insert(it.key(), it.value());
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

void TestProgram::pictureOfEveryState_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("demo");
    QTest::newRow("loading") << u"loading"_s << false;
    QTest::newRow("empty") << u"empty"_s << false;
    QTest::newRow("error") << u"error"_s << false;
    QTest::newRow("offline") << u"offline"_s << true;
}

void TestProgram::pictureOfEveryState()
{
    QFETCH(QString, state);
    QFETCH(bool, demo);
    const QString file = m_home->filePath(u"out.png"_s);
    QStringList arguments{u"--screenshot"_s, file, u"--state"_s, state};
    if (demo)
        arguments.append(u"--demo"_s);
    const Run ended = run(arguments);
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QCOMPARE(QImage(file).size(), QSize(1440, 900));
    QVERIFY(
        !QFile::exists(m_home->filePath(u".config/renewal-console.ini"_s))); // a picture remembers nothing
}

void TestProgram::displayThatDoesNotAnswerIsTold()
{
    const Run ended = run({}, {{u"DISPLAY"_s, u":4711"_s}});
    QCOMPARE(ended.code, 3);
    QVERIFY2(ended.err.contains(u"':4711' does not answer"_s), qPrintable(ended.err));
    QCOMPARE(ended.err.count(u'\n'), 1); // one sentence, and nothing of Qt's own
}

void TestProgram::nothingIsLeftAfterCtrlC_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("terminated") << SIGTERM;
}

void TestProgram::nothingIsLeftAfterCtrlC()
{
    QFETCH(int, signal);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"TMPDIR"_s, m_home->path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(RENEWAL_CONSOLE_PROGRAM), {u"--demo"_s});
    QVERIFY(process.waitForStarted());
    const QDir home(m_home->path());
    const auto folders = [&home] { return home.entryList({u"renewal-*"_s}, QDir::Dirs); };
    QTRY_VERIFY_WITH_TIMEOUT(!folders().filter(u"renewal-demo-"_s).isEmpty(), 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY(process.exitStatus() == QProcess::NormalExit);
    QCOMPARE(folders(), QStringList());
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
                                 << u"/dev/null/x.db"_s;
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
