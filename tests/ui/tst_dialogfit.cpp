// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/candidatesmodel.h"
#include "tests/ui/fakeservices.h"
#include "tests/ui/windowfixture.h"
#include "ui/correlations/conflictdialog.h"
#include "ui/correlations/crosswalkdialog.h"
#include "ui/correlations/decisionsdialog.h"
#include "ui/correlations/sharednamedialog.h"
#include "ui/correlations/unlikelylinkdialog.h"
#include "ui/widgets/themesetup.h"

#include <QAction>
#include <QDialog>
#include <QFile>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTemporaryDir>

#include <functional>

using namespace renewal;
using namespace Qt::StringLiterals;

/// The smallest screen and the largest text: every dialog lies on the screen, and its buttons in the dialog.
class TestDialogFit : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { ui::applyTextSize(*qApp, 100); }
    void dialogsFit_data();
    void dialogsFit();
    void keyboardReachesWhatIsScrolledAway();
    void firstWindowFitsTheScreen();

private:
    using Opener = std::function<void(const test::WindowFixture &)>;
    static QDialog *opened(const test::WindowFixture &f);
    static void verifyFits(const QDialog *dialog);
};

Q_DECLARE_METATYPE(std::function<void(const renewal::test::WindowFixture &)>)

namespace {
std::function<void(const test::WindowFixture &)> byAction(const QString &name)
{
    return [name](const test::WindowFixture &f) { f.find<QAction>(name)->trigger(); };
}

template <class Dialog, class... Arguments>
std::function<void(const test::WindowFixture &)> byHand(const Arguments &...arguments)
{
    return
        [arguments...](const test::WindowFixture &f) { (new Dialog(arguments..., f.window.get()))->open(); };
}

void openConflict(const test::WindowFixture &f)
{
    auto &correlations = const_cast<test::WindowFixture &>(f).world.correlations;
    const PrescriberDetail detail = correlations.prescriberDetails.first();
    items::CandidatesModel candidates;
    Decision mine;
    mine.prescriberId = detail.summary.prescriber.id;
    mine.kind = DecisionKind::External;
    (new ui::ConflictDialog(&correlations, detail, mine, candidates, f.window.get()))->open();
}

void openDecisions(const test::WindowFixture &f)
{
    auto &correlations = const_cast<test::WindowFixture &>(f).world.correlations;
    (new ui::DecisionsDialog(&correlations, f.window.get()))->open();
}
} // namespace

void TestDialogFit::dialogsFit_data()
{
    QTest::addColumn<ui::WorkspaceId>("place");
    QTest::addColumn<Opener>("opener");
    const auto add = [](const char *name, ui::WorkspaceId place, const Opener &opener) {
        QTest::newRow(name) << place << opener;
    };
    const auto renewals = ui::WorkspaceId::Renewals;
    const auto correlations = ui::WorkspaceId::Correlations;
    for (const char *name :
         {"settingsAction", "connectAction", "importFilesAction", "helpAction", "shortcutsAction",
          "aboutAction", "denyAction", "rerouteAction", "assignToAction", "revealAction", "sendingAction",
          "approveAction", "returnAction", "duplicateAction", "withdrawAction", "routeViewAction"})
        add(name, renewals, byAction(QString::fromLatin1(name)));
    add("otherTeamAction", correlations, byAction(u"otherTeamAction"_s));
    add("sign-off", ui::WorkspaceId::Rollout,
        [](const test::WindowFixture &f) { f.find<QAbstractButton>(u"signOff2Check"_s)->click(); });
    add("an unlikely link", correlations,
        byHand<ui::UnlikelyLinkDialog>(
            ui::UnlikelyLinkDialog::Question{u"Okafor, Chidi"_s, u"Blue team"_s, 0.2, 0.5, 9}));
    add("a shared name", correlations,
        byHand<ui::SharedNameDialog>(
            ui::SharedNameDialog::Question{u"Okafor, Chidi"_s,
                                           u"552"_s,
                                           u"Blue team"_s,
                                           u"Matching gives it 20 %, and 50 % that no care team is right."_s,
                                           3,
                                           12,
                                           {}}));
    CrosswalkReport report;
    report.rows = 40;
    for (int i = 0; i < 12; ++i)
        report.problems.append({i + 2, u"The care team of this row is not known at the station."_s});
    add("crosswalk", correlations, byHand<ui::CrosswalkDialog>(report));
    add("two decisions", correlations, openConflict);
    add("decisions of a file", correlations, openDecisions);
}

QDialog *TestDialogFit::opened(const test::WindowFixture &f)
{
    QDialog *dialog = nullptr;
    const bool there = QTest::qWaitFor([&] {
        for (QDialog *one : f.window->findChildren<QDialog *>()) {
            if (one->isVisible())
                dialog = one;
        }
        return dialog && QTest::qWaitForWindowExposed(dialog);
    });
    return there ? dialog : nullptr;
}

void TestDialogFit::verifyFits(const QDialog *dialog)
{
    const QRect screen = dialog->screen()->availableGeometry();
    QTRY_VERIFY2(screen.contains(dialog->geometry()), qPrintable(u"%1 x %2 at %3, %4"_s.arg(dialog->width())
                                                                     .arg(dialog->height())
                                                                     .arg(dialog->x())
                                                                     .arg(dialog->y())));
    // The lowest buttons are the row that answers the dialog.
    int lowest = 0;
    const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible())
            lowest = std::max(lowest, button->mapTo(dialog, QPoint(0, button->height())).y());
    }
    int answers = 0;
    for (const QPushButton *button : buttons) {
        const QRect place(button->mapTo(dialog, QPoint()), button->size());
        if (!button->isVisible() || place.bottom() + 1 < lowest)
            continue;
        ++answers;
        QVERIFY2(dialog->rect().contains(place), qPrintable(button->objectName()));
        QVERIFY2(place.width() >= button->minimumSizeHint().width(), qPrintable(button->objectName()));
    }
    QVERIFY(answers > 0);
}

void TestDialogFit::dialogsFit()
{
    QFETCH(ui::WorkspaceId, place);
    QFETCH(Opener, opener);
    test::FakeServices services;
    test::WindowFixture f;
    f.size = {1024, 700};
    f.options.preferences.textPercent = 200;
    f.services = &services;
    QVERIFY(f.open(place));
    QCOMPARE(f.window->screen()->geometry().size(), QSize(1024, 700));
    opener(f);
    QDialog *dialog = opened(f);
    QVERIFY(dialog);
    verifyFits(dialog);
    QVERIFY(QTest::qWaitFor([&] { return f.window->isSettled(); }));
    verifyFits(dialog);
    if (!qEnvironmentVariableIsEmpty("RENEWAL_SHOTS"))
        dialog->grab().save(qEnvironmentVariable("RENEWAL_SHOTS") + u'/' +
                            QString::fromUtf8(QTest::currentDataTag()) + u".png"_s);
}

void TestDialogFit::keyboardReachesWhatIsScrolledAway()
{
    test::WindowFixture f;
    f.size = {1024, 700};
    f.options.preferences.textPercent = 200;
    QVERIFY(f.open());
    f.key(Qt::Key_D);
    QDialog *dialog = opened(f);
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QCOMPARE(dialog->objectName(), u"denyDialog"_s);
    auto *reasons = dialog->findChild<QWidget *>(u"denialReasonsList"_s);
    QTRY_VERIFY(reasons->hasFocus()); // as without scrolling
    QSet<QWidget *> seen;
    const auto *viewport = dialog->findChild<QScrollArea *>(u"dialogScroll"_s)->viewport();
    while (!seen.contains(QApplication::focusWidget())) {
        QWidget *now = QApplication::focusWidget();
        seen.insert(now);
        if (viewport->isAncestorOf(now)) {
            const QRect place(now->mapTo(viewport, QPoint()), now->size());
            QVERIFY2(viewport->rect().intersects(place), qPrintable(now->objectName()));
        }
        f.key(Qt::Key_Tab);
    }
    QVERIFY(seen.contains(dialog->findChild<QPushButton *>(u"cancelDenyButton"_s)));
    f.key(Qt::Key_Escape);
    QTRY_VERIFY(!dialog->isVisible());
}

/// A window of the usual size would lie beyond a small screen.
void TestDialogFit::firstWindowFitsTheScreen()
{
    test::RichWorld world;
    const ui::MainWindow window(world.gateways(), test::RichWorld::options());
    QVERIFY(window.width() <= std::max(window.minimumWidth(), window.screen()->availableSize().width()));
    QVERIFY(window.height() <= std::max(window.minimumHeight(), window.screen()->availableSize().height()));
}

/// A screen of 1024 x 700: the platform of the tests has another one by itself.
int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QFile screens(folder.filePath(u"screens.json"_s));
    if (!screens.open(QIODevice::WriteOnly))
        return 1;
    screens.write(R"({"screens": [{"name": "small", "x": 0, "y": 0, "width": 1024, "height": 700,
                      "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toUtf8());
    QApplication app(argc, argv);
    TestDialogFit test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_dialogfit.moc"
