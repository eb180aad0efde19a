// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/widgets/banner.h"

#include <QPushButton>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;
using items::Tone;

/// Good news moves nothing under the mouse and goes by itself; what one must know stays.
class TestBanner : public QObject
{
    Q_OBJECT

private slots:
    void goodNewsMovesNothingAndGoes();
    void goodNewsEndsWithThePlace_data();
    void goodNewsEndsWithThePlace();
    void badNewsStandsInItsPlace();
};

namespace {
QRect tablePlace(const test::WindowFixture &f)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const auto *table = f.find<QTableView>(u"renewalsTable"_s);
    return {table->mapTo(f.window.get(), QPoint()), table->size()};
}
} // namespace

void TestBanner::goodNewsMovesNothingAndGoes()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    const QRect before = tablePlace(f);
    auto *banner = f.find<ui::Banner>(u"messageBanner"_s);
    banner->setStay(std::chrono::hours(1));
    banner->showMessage(u"The chart was saved."_s, Tone::Good);
    QVERIFY(banner->isVisible());
    QCOMPARE(tablePlace(f), before);
    const QRect place(banner->mapTo(f.window.get(), QPoint()), banner->size());
    QVERIFY(f.window->rect().contains(place));
    QVERIFY(place.top() > f.window->height() * 3 / 4);
    banner->setStay(std::chrono::milliseconds(1));
    banner->showMessage(u"The chart was saved again."_s, Tone::Good);
    QTRY_VERIFY(!banner->isVisible());
}

void TestBanner::goodNewsEndsWithThePlace_data()
{
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("stays");
    QTest::newRow("good") << Tone::Good << QString() << false;
    QTest::newRow("good, with something to do") << Tone::Good << u"Show report"_s << false;
    QTest::newRow("caution") << Tone::Caution << QString() << true;
    QTest::newRow("bad") << Tone::Bad << QString() << true;
}

void TestBanner::goodNewsEndsWithThePlace()
{
    QFETCH(Tone, tone);
    QFETCH(QString, action);
    QFETCH(bool, stays);
    test::WindowFixture f;
    QVERIFY(f.open());
    auto *banner = f.find<ui::Banner>(u"messageBanner"_s);
    banner->showMessage(u"That was that."_s, tone, action);
    f.key(Qt::Key_1, Qt::ControlModifier); // one is here already
    QVERIFY(banner->isVisible());
    f.key(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(banner->isVisible(), stays);
    // Those of a place go with it, and are not there when one comes back.
    auto *own = f.find<ui::Banner>(u"correlationsResultBanner"_s);
    own->showMessage(u"Matching is done."_s, tone);
    f.key(Qt::Key_1, Qt::ControlModifier);
    f.key(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(own->isVisible(), stays);
}

void TestBanner::badNewsStandsInItsPlace()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    const QRect before = tablePlace(f);
    auto *banner = f.find<ui::Banner>(u"messageBanner"_s);
    banner->showMessage(u"All went well."_s, Tone::Good);
    banner->showMessage(u"The service is slow."_s, Tone::Caution);
    QTRY_VERIFY(tablePlace(f).top() > before.top());
    QVERIFY(banner->geometry().bottom() < tablePlace(f).top());
    banner->findChild<QPushButton *>(u"bannerCloseButton"_s)->click();
    QTRY_COMPARE(tablePlace(f), before);
}

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
