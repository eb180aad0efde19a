// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"
#include "ui/renewals/renewaldetailpane.h"
#include "ui/renewals/revealstrip.h"
#include "ui/widgets/banner.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
class Desk : public test::Desk
{
public:
    ui::RevealStrip *strip() const { return find<ui::RevealStrip>(u"revealStrip"_s); }
    QString name() const { return find<QLabel>(u"revealedNameLabel"_s)->text(); }
    /// F8, a reason, Enter.
    [[nodiscard]] bool reveal()
    {
        key(Qt::Key_F8);
        if (!dialog())
            return false;
        QTest::keyClicks(QApplication::focusWidget(), u"Called back by phone"_s);
        key(Qt::Key_Return);
        return back();
    }
};
} // namespace

class TestReveal : public QObject
{
    Q_OBJECT

private slots:
    void showsOnePatientForAReason();
    void reasonIsNeeded();
    void anotherPatientIsHidden();
    void samePatientStays();
    void secondKeyHides();
    void hidesByItself();
    void lateAnswerIsNotShown();
    void failureIsTold();
};

void TestReveal::showsOnePatientForAReason()
{
    Desk desk;
    desk.world.renewals.patients.insert(1, {u"P00004821"_s, u"Example, Walter R"_s});
    QVERIFY(desk.open());
    QVERIFY(desk.reveal());
    QTRY_COMPARE(desk.name(), u"Example, Walter R, key P00004821"_s);
    QVERIFY(desk.strip()->isVisible());
    QCOMPARE(desk.world.renewals.revealReasons, QStringList{u"Called back by phone"_s});
    QVERIFY(!desk.window->windowTitle().contains(u"Walter"));
    QVERIFY(desk.find<QLabel>(u"revealedTimeLabel"_s)->text().contains(u"60"));
    desk.world.clock.set(desk.world.clock.now().addSecs(42));
    QTRY_VERIFY(desk.find<QLabel>(u"revealedTimeLabel"_s)->text().contains(u"18"));
}

void TestReveal::reasonIsNeeded()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_F8);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    QTest::keyClicks(QApplication::focusWidget(), u"  "_s);
    QVERIFY(!dialog->findChild<QPushButton *>(u"acceptTextButton"_s)->isEnabled());
    desk.key(Qt::Key_Return);
    QVERIFY(desk.world.renewals.revealReasons.isEmpty());
    desk.key(Qt::Key_Escape);
    QVERIFY(desk.back());
    QVERIFY(!desk.strip()->isVisible());
}

void TestReveal::anotherPatientIsHidden()
{
    Desk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.reveal());
    QTRY_VERIFY(desk.strip()->isVisible());
    for (int i = 0; i < 3; ++i)
        desk.key(Qt::Key_J); // SERTRALINE of another patient
    QTRY_VERIFY(!desk.strip()->isVisible());
    QVERIFY(desk.name().isEmpty());
    for (int i = 0; i < 3; ++i)
        desk.key(Qt::Key_K);
    QTRY_VERIFY(desk.window->isSettled());
    QVERIFY(!desk.strip()->isVisible()); // coming back does not show it again
}

void TestReveal::samePatientStays()
{
    Desk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.reveal());
    QTRY_VERIFY(desk.strip()->isVisible());
    desk.key(Qt::Key_J);
    QTRY_COMPARE(desk.find<QLabel>(u"renewalTitleLabel"_s)->text(), u"METFORMIN HCL 500MG TAB"_s);
    QVERIFY(desk.strip()->isVisible());
}

void TestReveal::secondKeyHides()
{
    Desk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.reveal());
    QTRY_VERIFY(desk.strip()->isVisible());
    desk.key(Qt::Key_F8);
    QVERIFY(!desk.strip()->isVisible());
    QVERIFY(desk.name().isEmpty());
}

void TestReveal::hidesByItself()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.strip()->setLifetime(1);
    QVERIFY(desk.reveal());
    QTRY_VERIFY(desk.strip()->isVisible());
    QTRY_VERIFY(!desk.strip()->isVisible()); // though the clock stands still
    QVERIFY(desk.name().isEmpty());
}

void TestReveal::lateAnswerIsNotShown()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.world.renewals.revealReplies.hold = true;
    QVERIFY(desk.reveal());
    for (int i = 0; i < 3; ++i)
        desk.key(Qt::Key_J);
    QTRY_COMPARE(desk.find<QLabel>(u"renewalTitleLabel"_s)->text(), u"SERTRALINE 50MG TAB"_s);
    desk.world.renewals.revealReplies.release();
    QApplication::processEvents();
    QVERIFY(!desk.strip()->isVisible());
    QVERIFY(desk.name().isEmpty());
}

void TestReveal::failureIsTold()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.world.renewals.revealReplies.error =
        Error{ErrorCode::Forbidden, u"Your role may not do this."_s, {}};
    QVERIFY(desk.reveal());
    QTRY_COMPARE(desk.find<ui::Banner>(u"messageBanner"_s)->text(), u"Your role may not do this."_s);
    QVERIFY(!desk.strip()->isVisible());
}

QTEST_MAIN(TestReveal)
#include "tst_reveal.moc"
