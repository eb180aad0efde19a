// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/narrowsplitter.h"
#include "ui/widgets/themesetup.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;

/// Large text: nothing runs off the window, and going back brings the old look back.
class TestTextSize : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { ui::applyTextSize(*qApp, 100); }
    void nothingRunsOffTheWindow_data();
    void nothingRunsOffTheWindow();
    void lookIsKeptForEachSize();
    void partsStackAndComeBack();
    void decisionsStayInReach();
    void timesAreNeverCut();
    void anotherPageSqueezesNothingAbove_data();
    void anotherPageSqueezesNothingAbove();
};

void TestTextSize::nothingRunsOffTheWindow_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<ui::WorkspaceId>("place");
    for (const int percent : {100, 150, 200}) {
        for (int i = 0; i < 4; ++i) {
            const auto place = static_cast<ui::WorkspaceId>(i);
            QTest::addRow("%s at %d %%", qPrintable(toString(place)), percent) << percent << place;
        }
    }
}

void TestTextSize::nothingRunsOffTheWindow()
{
    QFETCH(int, percent);
    QFETCH(ui::WorkspaceId, place);
    test::WindowFixture f;
    f.options.preferences.textPercent = percent;
    QVERIFY(f.open(place));
    QCOMPARE(f.window->size(), QSize(1440, 900));
    QTRY_COMPARE(f.find<QScrollArea>(u"contentScroll"_s)->horizontalScrollBar()->maximum(), 0);
    for (const QSplitter *splitter : f.window->findChildren<QSplitter *>()) {
        for (int i = 0; splitter->isVisible() && i < splitter->count(); ++i) {
            const QWidget *part = splitter->widget(i);
            if (part->isVisible())
                QVERIFY2(splitter->rect().contains(part->geometry()), qPrintable(part->objectName()));
        }
    }
    // Each button of the bar above is there as a whole.
    for (const QPushButton *button : f.find<QWidget>(u"topBar"_s)->findChildren<QPushButton *>()) {
        if (!button->isVisible())
            continue;
        const QRect place(button->mapTo(f.window.get(), QPoint()), button->size());
        QVERIFY2(f.window->rect().contains(place), qPrintable(button->objectName()));
        QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->objectName()));
    }
}

void TestTextSize::lookIsKeptForEachSize()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    const auto look = [&settings](int percent) {
        test::WindowFixture f;
        f.options.settings = &settings;
        f.options.preferences.textPercent = percent;
        if (!f.open(ui::WorkspaceId::Correlations))
            return QStringList{u"not open"_s};
        QStringList told;
        for (const QSplitter *splitter : f.window->findChildren<QSplitter *>()) {
            if (!splitter->isVisible())
                continue;
            QString sizes = splitter->objectName();
            for (const int size : splitter->sizes())
                sizes += u' ' + QString::number(size);
            told.append(sizes);
        }
        f.window->showWorkspace(ui::WorkspaceId::Renewals);
        const auto *header = f.find<QTableView>(u"renewalsTable"_s)->horizontalHeader();
        for (int column = 0; column < header->count(); ++column)
            told.append(QString::number(header->isSectionHidden(column) ? -1 : header->sectionSize(column)));
        return told;
    };
    const QStringList before = look(100);
    QVERIFY(before.size() > 5);
    const QStringList large = look(200);
    QVERIFY(large != before);
    QCOMPARE(look(100), before);
    QCOMPARE(look(200), large);
}

void TestTextSize::partsStackAndComeBack()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Activity));
    auto *splitter = f.find<ui::NarrowSplitter>(u"recordSplitter"_s);
    QVERIFY(!splitter->isStacked());
    splitter->setSizes({splitter->width() - 400, 400});
    const QList<int> sizes = splitter->sizes();
    f.window->resize(1024, 700);
    QTRY_VERIFY(splitter->isStacked());
    QVERIFY(splitter->widget(0)->width() == splitter->width());
    f.window->resize(1440, 900);
    QTRY_VERIFY(!splitter->isStacked());
    QTRY_COMPARE(splitter->sizes(), sizes);
}

/// In the smallest window the decision stands below the evidence, and messages take room from both.
void TestTextSize::decisionsStayInReach()
{
    test::WindowFixture f;
    f.size = {1024, 700};
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    auto *splitter = f.find<ui::NarrowSplitter>(u"caseSplitter"_s);
    QTRY_VERIFY(splitter->isStacked());
    splitter->setSizes({10'000, 40}); // all to the evidence, as a divider of another day may have it
    f.find<ui::Banner>(u"messageBanner"_s)->showMessage(u"The service is slow."_s, items::Tone::Caution);
    f.find<ui::Banner>(u"correlationsResultBanner"_s)->showMessage(u"Matching is done."_s, items::Tone::Good);
    QTRY_VERIFY(f.find<ui::Banner>(u"correlationsResultBanner"_s)->isVisible());
    QVERIFY(QTest::qWaitFor([&f] { return f.window->isSettled(); }));
    const auto *viewport = f.find<QScrollArea>(u"decideArea"_s)->viewport();
    for (const QString &name :
         {u"linkButton"_s, u"otherTeamButton"_s, u"refuseButton"_s, u"externalButton"_s}) {
        const auto *button = f.find<QPushButton>(name);
        QTRY_VERIFY2(viewport->rect().contains(QRect(button->mapTo(viewport, QPoint()), button->size())),
                     qPrintable(name));
    }
    QCOMPARE(f.window->size(), QSize(1024, 700));
    f.window->resize(1440, 900);
    QTRY_VERIFY(!splitter->isStacked());
    QTRY_COMPARE(splitter->widget(1)->minimumHeight(), 0);
}

void TestTextSize::timesAreNeverCut()
{
    for (const int percent : {100, 150, 200}) {
        test::WindowFixture f;
        f.options.preferences.textPercent = percent;
        QVERIFY(f.open(ui::WorkspaceId::Activity));
        const auto *table = f.find<QTableView>(u"activityTable"_s);
        const QString time = table->model()->index(0, 0).data().toString();
        QVERIFY2(time.endsWith(u" UTC"_s) || time.count(u' ') == 4, qPrintable(time)); // with its zone
        QVERIFY(QFontMetrics(QApplication::font(table)).horizontalAdvance(time) < table->columnWidth(0));
    }
}

void TestTextSize::anotherPageSqueezesNothingAbove_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("smallest") << QSize(1024, 700);
}

void TestTextSize::anotherPageSqueezesNothingAbove()
{
    QFETCH(QSize, size);
    test::WindowFixture f;
    f.size = size;
    f.options.preferences.textPercent = 200;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    f.find<QTableView>(u"prescribersTable"_s)->setFocus();
    const auto heights = [&f] {
        QList<int> heights;
        for (const QString &name : {u"stationCombo"_s, u"runMatchingButton"_s, u"searchEdit"_s})
            heights.append(f.find<QWidget>(name)->height());
        return heights;
    };
    const QList<int> before = heights();
    f.key(Qt::Key_C); // the cut-over
    QVERIFY(f.find<QWidget>(u"cutOverPage"_s)->isVisible());
    QVERIFY(QTest::qWaitFor([&f] { return f.window->isSettled(); }));
    QTRY_COMPARE(heights(), before);
    f.key(Qt::Key_C);
    QTRY_COMPARE(heights(), before);
}

QTEST_MAIN(TestTextSize)
#include "tst_textsize.moc"
