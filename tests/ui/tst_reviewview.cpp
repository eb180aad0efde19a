// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/widgets/themesetup.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

/// What stands on the page of blind review: every team, and what a verdict does.
class TestReviewView : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { ui::applyTextSize(*qApp, 100); }
    void everyTeamIsInSight_data();
    void everyTeamIsInSight();
    void buttonsShowTheirKeys_data();
    void buttonsShowTheirKeys();
    void endedLinkIsTold_data();
    void endedLinkIsTold();
};

namespace {
/// The window at blind review, with five teams in each case.
class Place : public test::WindowFixture
{
public:
    [[nodiscard]] bool open()
    {
        for (BlindCase &one : world.quality.cases) {
            while (one.careTeams.size() < 5) {
                CareTeam team = one.careTeams.constFirst();
                team.triageTeamId = {8101 + one.careTeams.size()};
                team.name = u"Team %1"_s.arg(one.careTeams.size());
                one.careTeams.append(team);
            }
        }
        if (!WindowFixture::open(ui::WorkspaceId::Correlations))
            return false;
        find<QTableView>(u"prescribersTable"_s)->setFocus();
        return press(Qt::Key_B);
    }
    bool press(Qt::Key what)
    {
        key(what);
        return QTest::qWaitFor([this] { return window->isSettled(); });
    }
};
} // namespace

void TestReviewView::everyTeamIsInSight_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200})
        QTest::addRow("at %d %%", percent) << percent;
}

void TestReviewView::everyTeamIsInSight()
{
    QFETCH(int, percent);
    Place f;
    f.options.preferences.textPercent = percent;
    QVERIFY(f.open());
    const auto *teams = f.find<QListWidget>(u"reviewTeamsList"_s);
    const auto areInSight = [teams] {
        const QRect sight = teams->viewport()->rect();
        return teams->verticalScrollBar()->maximum() == 0 &&
               sight.contains(teams->visualItemRect(teams->item(0))) &&
               sight.contains(teams->visualItemRect(teams->item(teams->count() - 1))) &&
               sight.bottom() - teams->visualItemRect(teams->item(teams->count() - 1)).bottom() < 10;
    };
    QCOMPARE(teams->count(), 5);
    QTRY_VERIFY(areInSight());
    QVERIFY(f.press(Qt::Key_5));
    QCOMPARE(teams->currentRow(), 4);
    QVERIFY(f.press(Qt::Key_L));
    QCOMPARE(f.find<QLabel>(u"reviewTitleLabel"_s)->text(), u"Brandt, Karl at station 552"_s);
    QTRY_VERIFY(areInSight());
}

void TestReviewView::buttonsShowTheirKeys_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("smallest") << QSize(1024, 700);
}

void TestReviewView::buttonsShowTheirKeys()
{
    QFETCH(QSize, size);
    Place f;
    f.size = size;
    QVERIFY(f.open());
    const auto *viewport = f.find<QScrollArea>(u"reviewArea"_s)->viewport();
    for (const auto &[name, key] :
         {std::pair(u"reviewRightButton"_s, u"L"_s), std::pair(u"reviewNoneButton"_s, u"N"_s),
          std::pair(u"reviewUnsureButton"_s, u"U"_s)}) {
        const auto *button = f.find<QPushButton>(name);
        QCOMPARE(button->toolTip(), key);
        // There is room for the words and for the key.
        QVERIFY(button->width() > button->QPushButton::fontMetrics().horizontalAdvance(button->text() + key));
        QVERIFY(button->accessibleDescription().contains(key));
        QVERIFY(button->mapTo(viewport, QPoint(button->width(), 0)).x() <= viewport->width());
    }
}

void TestReviewView::endedLinkIsTold_data()
{
    QTest::addColumn<bool>("ends");
    QTest::addColumn<QString>("told");
    QTest::newRow("a link ends") << true
                                 << u"Abbott, Ruth is reviewed. Matching had linked Blue team: that link "
                                    u"ended, and 12 renewal(s) need routing again."_s;
    QTest::newRow("none ends") << false << u"Abbott, Ruth is reviewed. No link ended."_s;
}

void TestReviewView::endedLinkIsTold()
{
    QFETCH(bool, ends);
    QFETCH(QString, told);
    Place f;
    f.world.quality.endsLinks = ends;
    QVERIFY(f.open());
    const auto *before = f.find<QLabel>(u"reviewEffectLabel"_s);
    QVERIFY(before->isVisible());
    QCOMPARE(before->text(), u"If matching linked another team, that link ends at once and its renewals need "
                             u"routing again."_s);
    const auto *result = f.find<QLabel>(u"reviewResultLabel"_s);
    QVERIFY(!result->isVisible());
    QVERIFY(f.press(Qt::Key_N));
    QVERIFY(result->isVisible());
    QCOMPARE(result->text(), told);
    QCOMPARE(f.find<QLabel>(u"resultLabel"_s)->text(), told);
}

QTEST_MAIN(TestReviewView)
#include "tst_reviewview.moc"
