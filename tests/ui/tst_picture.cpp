// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/shell/screenshot.h"

#include <QImage>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;

class TestPicture : public QObject
{
    Q_OBJECT

private slots:
    void sizeAndScale_data();
    void sizeAndScale();
    void showsDataAndTheme();
    void unwritableFileIsAnError();
    void unsettledWindowTimesOut();
    void englishPlurals();
    void wordsOfOptions();

private:
    static Result<QImage> shoot(test::WindowFixture &f, const QSize &size, double scale)
    {
        const QTemporaryDir directory;
        ui::MainWindow window(f.world.gateways(), f.options);
        std::optional<Done> outcome;
        const QString file = directory.filePath(u"window.png"_s);
        ui::takeScreenshot(&window, {.file = file, .size = size, .scale = scale},
                           [&](const Done &done) { outcome = done; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 15000) || !*outcome)
            return failure(outcome ? outcome->error() : Error());
        return QImage(file);
    }
};

void TestPicture::sizeAndScale_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("usual") << QSize(1440, 900) << 1.0;
    QTest::newRow("smallest") << QSize(1024, 700) << 1.0;
    QTest::newRow("twice the pixels") << QSize(1200, 800) << 2.0;
}

void TestPicture::sizeAndScale()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    test::WindowFixture f;
    f.options.workspace = ui::WorkspaceId::Rollout;
    const Result<QImage> image = shoot(f, size, scale);
    QVERIFY(image.has_value());
    QCOMPARE(image->size(), (QSizeF(size) * scale).toSize());
}

void TestPicture::showsDataAndTheme()
{
    test::WindowFixture f;
    const Result<QImage> light = shoot(f, QSize(1440, 900), 1);
    QVERIFY(light.has_value());
    f.options.theme = ui::ThemeChoice::Dark;
    const Result<QImage> dark = shoot(f, QSize(1440, 900), 1);
    QVERIFY(dark.has_value());
    const QPoint panel(1420, 700);
    QVERIFY(light->pixelColor(panel).lightness() > 240);
    QVERIFY(dark->pixelColor(panel).lightness() < 60);
    QSet<QRgb> colours; // skeleton rows would be two or three
    for (int y = 90; y < 500; ++y)
        colours.insert(light->pixel(1000, y));
    QVERIFY(colours.size() > 6);
}

void TestPicture::unwritableFileIsAnError()
{
    test::WindowFixture f;
    ui::MainWindow window(f.world.gateways(), f.options);
    std::optional<Done> outcome;
    ui::takeScreenshot(&window, {.file = u"/nonexistent/folder/x.png"_s},
                       [&](const Done &done) { outcome = done; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(!*outcome);
    QVERIFY(outcome->error().code == ErrorCode::InvalidInput);
}

void TestPicture::unsettledWindowTimesOut()
{
    test::WindowFixture f;
    f.world.renewals.pageReplies.hold = true;
    ui::MainWindow window(f.world.gateways(), f.options);
    std::optional<Done> outcome;
    ui::takeScreenshot(&window, {.file = u"x.png"_s, .timeout = 50},
                       [&](const Done &done) { outcome = done; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(!*outcome);
    QVERIFY(outcome->error().code == ErrorCode::Timeout);
}

void TestPicture::englishPlurals()
{
    ui::installTranslators(*qApp, QLocale(u"en_US"_s));
    const auto text = [](int n) {
        return QCoreApplication::translate("CorrelationTexts", "%n candidate(s)", nullptr, n);
    };
    QCOMPARE(text(1), u"1 candidate"_s);
    QCOMPARE(text(3), u"3 candidates"_s);
    QCOMPARE(QCoreApplication::translate("CorrelationTexts", "%n renewal(s) are waiting for this decision",
                                         nullptr, 1),
             u"1 renewal is waiting for this decision"_s);
}

void TestPicture::wordsOfOptions()
{
    QVERIFY(ui::workspaceFromString(u"correlations") == ui::WorkspaceId::Correlations);
    QVERIFY(!ui::workspaceFromString(u"settings"));
    QVERIFY(ui::themeFromString(u"dark") == ui::ThemeChoice::Dark);
    QCOMPARE(ui::toString(ui::ThemeChoice::System), u"system"_s);
}

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
