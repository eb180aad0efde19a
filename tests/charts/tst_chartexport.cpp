// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/funnelmodel.h"
#include "tests/charts/chartworld.h"
#include "ui/charts/chartexport.h"
#include "ui/charts/chartlegend.h"
#include "ui/charts/funnelchart.h"
#include "ui/charts/timeserieschart.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themesetup.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
/// How many pixels of a picture have (nearly) a colour.
int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                                 std::abs(pixel.blue() - color.blue()) <
                             24
                         ? 1
                         : 0;
        }
    }
    return count;
}
} // namespace

class TestChartExport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_chart.reset(); }

    void pngShowsTheChart();
    void pngIsLightAlsoFromADarkWindow();
    void svgIsVectorsWithWords();
    void svgLooksLikeThePng();
    void hiddenSeriesIsNotInThePicture();
    void csvHasAllValues();
    void fileEndingDecides_data();
    void fileEndingDecides();
    void unknownEndingIsRefused();
    void placeThatCannotBeWrittenIsTold();
    void exportLeavesTheScreenAlone();
    void funnelIsExported();

private:
    std::unique_ptr<ui::TimeSeriesChart> m_chart;
    QTemporaryDir m_folder;
};

void TestChartExport::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    ui::applyTheme(*qApp, ui::Theme::light());
}

void TestChartExport::init()
{
    m_chart = std::make_unique<ui::TimeSeriesChart>(u"testChart"_s);
    m_chart->resize(480, 220);
    m_chart->setContent(test::twoSeries());
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    QCoreApplication::processEvents(); // the drawing follows the size of the shown window
}

void TestChartExport::pngShowsTheChart()
{
    const QImage image = QImage::fromData(ui::chartPng(m_chart.get(), {960, 480}), "PNG");
    QCOMPARE(image.size(), QSize(1920, 960));
    QVERIFY(pixelsOf(image, ui::Theme::light().accent) > 1000);
    QVERIFY(pixelsOf(image, ui::Theme::light().seriesSecond) > 500);
    QVERIFY(pixelsOf(image, ui::Theme::light().bad) > 300); // the limit
}

void TestChartExport::pngIsLightAlsoFromADarkWindow()
{
    const QByteArray light = ui::chartPng(m_chart.get(), {960, 480});
    ui::applyTheme(*qApp, ui::Theme::night());
    const QByteArray dark = ui::chartPng(m_chart.get(), {960, 480});
    ui::applyTheme(*qApp, ui::Theme::light());
    QCOMPARE(QImage::fromData(dark), QImage::fromData(light));
}

void TestChartExport::svgIsVectorsWithWords()
{
    const QByteArray svg = ui::chartSvg(m_chart.get(), {960, 480});
    QVERIFY(!svg.contains("<image")); // no picture inside
    QVERIFY(svg.size() < 200'000);
    QXmlStreamReader reader(svg);
    QStringList words;
    QString title;
    QString description;
    int lines = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"text")
            words += reader.readElementText().trimmed();
        else if (reader.name() == u"title")
            title = reader.readElementText();
        else if (reader.name() == u"desc")
            description = reader.readElementText();
        else if (reader.name() == u"polyline" || reader.name() == u"path")
            ++lines;
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(title, u"Renewal messages sent"_s);
    QVERIFY(description.startsWith(u"Renewal messages sent from Nov 16"));
    for (const QString &word : {u"Renewal messages sent"_s, u"VistA"_s, u"Oracle Health"_s, u"A 5 %"_s,
                                u"B 25 %"_s, u"limit 200 per hour"_s, u"Nov 17"_s})
        QVERIFY2(words.contains(word), qPrintable(word + u" is not in "_s + words.join(u'|')));
    QVERIFY(lines > 10);
}

void TestChartExport::svgLooksLikeThePng()
{
    QSvgRenderer renderer(ui::chartSvg(m_chart.get(), {960, 480}));
    QVERIFY(renderer.isValid());
    QImage drawn(1920, 960, QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    painter.end();
    const QImage image = QImage::fromData(ui::chartPng(m_chart.get(), {960, 480}), "PNG");
    for (const QColor &color : {ui::Theme::light().accent, ui::Theme::light().seriesSecond}) {
        const int there = pixelsOf(image, color);
        const int here = pixelsOf(drawn, color);
        QVERIFY2(here > there / 2 && here < there * 2, qPrintable(u"%1 against %2"_s.arg(here).arg(there)));
    }
}

void TestChartExport::hiddenSeriesIsNotInThePicture()
{
    m_chart->legend()->findChild<QCheckBox *>(u"legendEntry1Check"_s)->setChecked(false);
    const QImage image = QImage::fromData(ui::chartPng(m_chart.get(), {960, 480}), "PNG");
    QCOMPARE(pixelsOf(image, ui::Theme::light().seriesSecond), 0);
    QVERIFY(!ui::chartSvg(m_chart.get(), {960, 480}).contains("Oracle Health</text>"));
    QVERIFY(ui::chartCsv(m_chart.get()).contains("Oracle Health")); // values are all there
}

void TestChartExport::csvHasAllValues()
{
    const QByteArray csv = ui::chartCsv(m_chart.get());
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    const QStringList lines = QString::fromUtf8(csv.mid(3)).split(u"\r\n"_s);
    QCOMPARE(lines.size(), 50); // the head, 48 hours, and nothing after the last line break
    QCOMPARE(lines[0],
             u"time (UTC),VistA (per hour),n of VistA,Oracle Health (per hour),n of Oracle Health"_s);
    QCOMPARE(lines[1], u"2026-11-16T00:00:00Z,100,1000,10,"_s);
    QCOMPARE(lines[32], u"2026-11-17T07:00:00Z,,1031,41,"_s); // missing is empty, not zero
    QCOMPARE(lines[48], u"2026-11-17T23:00:00Z,147,1047,57,"_s);
    QCOMPARE(lines[49], QString());
}

void TestChartExport::fileEndingDecides_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("picture") << u"errors.png"_s << QByteArray("\x89PNG");
    QTest::newRow("vectors") << u"errors.svg"_s << QByteArray("<?xml");
    QTest::newRow("values") << u"errors.csv"_s << QByteArray("\xEF\xBB\xBFtime (UTC)");
    QTest::newRow("capital letters") << u"ERRORS.CSV"_s << QByteArray("\xEF\xBB\xBFtime (UTC)");
}

void TestChartExport::fileEndingDecides()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, start);
    const Done done = ui::exportChart(m_chart.get(), m_folder.filePath(name));
    QVERIFY2(done, done ? "" : qPrintable(done.error().text));
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(start));
}

void TestChartExport::unknownEndingIsRefused()
{
    const Done done = ui::exportChart(m_chart.get(), m_folder.filePath(u"errors.pdf"_s));
    QVERIFY(!done);
    QVERIFY(done.error().code == ErrorCode::InvalidInput);
    QVERIFY(done.error().text.contains(u".svg"));
    QVERIFY(!QFile::exists(m_folder.filePath(u"errors.pdf"_s)));
}

void TestChartExport::placeThatCannotBeWrittenIsTold()
{
    const Done done = ui::exportChart(m_chart.get(), m_folder.filePath(u"no such folder/errors.png"_s));
    QVERIFY(!done);
    QVERIFY(done.error().text.contains(u"errors.png"));
    QVERIFY(!done.error().text.contains(m_folder.path()));
}

void TestChartExport::exportLeavesTheScreenAlone()
{
    const QImage before = m_chart->grab().toImage();
    QVERIFY(!ui::chartSvg(m_chart.get(), {960, 480}).isEmpty());
    QVERIFY(!ui::chartPng(m_chart.get(), {960, 480}).isEmpty());
    QCOMPARE(m_chart->grab().toImage(), before);
}

void TestChartExport::funnelIsExported()
{
    items::FunnelModel model;
    model.setSteps({{u"saw"_s, u"Saw the renewal link"_s, 200}, {u"sent"_s, u"Message sent, at last"_s, 50}});
    ui::FunnelChart chart(&model, u"funnelChart"_s);
    chart.setTitle(u"Steps of the flow"_s, u"stage B"_s);
    QCOMPARE(
        QString::fromUtf8(ui::chartCsv(&chart).mid(3)),
        u"step,people,share of all (%),share of the step before (%)\r\nSaw the renewal link,200,100.00,\r\n"
        u"\"Message sent, at last\",50,25.00,25.00\r\n"_s);
    const QByteArray svg = ui::chartSvg(&chart, {960, 480});
    QVERIFY(svg.contains("Saw the renewal link"));
    QVERIFY(!svg.contains("<image"));
    const QImage image = QImage::fromData(ui::chartPng(&chart, {960, 480}), "PNG");
    QVERIFY(pixelsOf(image, ui::Theme::light().accent) > 5000);
}

QTEST_MAIN(TestChartExport)
#include "tst_chartexport.moc"
