// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/candidatesmodel.h"
#include "tests/ui/fakeservices.h"
#include "tests/ui/windowfixture.h"
#include "ui/correlations/careteamdialog.h"
#include "ui/correlations/conflictdialog.h"
#include "ui/correlations/decisionsdialog.h"
#include "ui/correlations/unlikelylinkdialog.h"
#include "ui/renewals/sendingdialog.h"
#include "ui/shell/themechoice.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themesetup.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QDirIterator>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
/// What a user works with; headers and scroll bars belong to their views.
bool isControl(const QWidget *widget)
{
    if (qobject_cast<const QHeaderView *>(widget) || qobject_cast<const QAbstractSlider *>(widget))
        return false;
    if (widget->parentWidget() && qobject_cast<const QComboBox *>(widget->parentWidget()))
        return false;
    if (widget->objectName().startsWith(u"qt_") || widget->inherits("QLineEditIconButton") ||
        widget->inherits("QTableCornerButton") || widget->inherits("QComboBoxPrivateContainer") ||
        widget->inherits("QComboBoxListView"))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractItemView *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QScrollArea *>(widget) ||
           widget->focusPolicy() != Qt::NoFocus;
}

QStringList nameless(const QWidget *root)
{
    QStringList found;
    const QList<QWidget *> widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!isControl(widget))
            continue;
        const QString who =
            u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool spoken = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        // The close and action buttons of a hidden banner get their text with the message.
        if (!spoken && widget->objectName() != u"bannerActionButton")
            found += u"no accessible name: "_s + who;
        if (widget->objectName().isEmpty())
            found += u"no object name: "_s + who;
    }
    return found;
}
} // namespace

class TestUiLint : public QObject
{
    Q_OBJECT

private slots:
    void controlsHaveNames();
    void dialogsHaveNames();
    void sheetsOfTheWindowHaveNames_data();
    void sheetsOfTheWindowHaveNames();
    void visibleTextsAreTranslated();
    void textIsReadable_data();
    void textIsReadable();
    void fadedTextIsReadable_data();
    void fadedTextIsReadable();
    void plainDesktopsAreNotHighContrast_data();
    void plainDesktopsAreNotHighContrast();
    void eachThemeIsKnownByItsPalette();
    void highContrastIsTakenOver();
};

void TestUiLint::controlsHaveNames()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    const QStringList found = nameless(f.window.get());
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    QVERIFY(f.window->findChildren<QAbstractButton *>().size() > 15); // the walk saw something
}

void TestUiLint::dialogsHaveNames()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    const ui::CareTeamDialog teams(&f.world.correlations, u"552"_s, u"Okafor, C."_s);
    QStringList found = nameless(&teams);
    const ui::UnlikelyLinkDialog unlikely(
        {.prescriber = u"Okafor, C."_s, .careTeam = u"Blue team"_s, .releases = 3});
    found += nameless(&unlikely);
    const ui::DecisionsDialog decisions(&f.world.correlations);
    found += nameless(&decisions);
    const ui::SendingDialog sending(&f.world.outbox, &f.world.clock);
    found += nameless(&sending);
    const PrescriberDetail detail = f.world.correlations.prescriberDetails.first();
    Decision mine;
    mine.prescriberId = detail.summary.prescriber.id;
    const items::CandidatesModel candidates;
    const ui::ConflictDialog conflict(&f.world.correlations, detail, mine, candidates);
    found += nameless(&conflict);
    f.key(Qt::Key_Question);
    const QList<QDialog *> dialogs = f.window->findChildren<QDialog *>();
    QCOMPARE(dialogs.size(), 1);
    found += nameless(dialogs.first());
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestUiLint::sheetsOfTheWindowHaveNames_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"settingsAction", "connectAction", "aboutAction", "helpAction", "findAction"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void TestUiLint::sheetsOfTheWindowHaveNames()
{
    QFETCH(QString, action);
    test::FakeServices services;
    test::WindowFixture f;
    f.services = &services;
    QVERIFY(f.open());
    f.find<QAction>(action)->trigger();
    const QList<QDialog *> dialogs = f.window->findChildren<QDialog *>();
    QCOMPARE(dialogs.size(), action == u"findAction" ? 0 : 1);
    const QWidget *sheet = dialogs.isEmpty() ? f.find<QWidget>(u"findPalette"_s) : dialogs.first();
    QVERIFY(sheet->isVisible());
    const QStringList found = nameless(sheet);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestUiLint::visibleTextsAreTranslated()
{
    // A literal with a letter given straight to something that shows it.
    static const QRegularExpression shown(
        u"(?:setText|setWindowTitle|setToolTip|setPlaceholderText|setAccessibleName|setAccessibleDescription|"
        u"setTitle|"
        "addItem|makeLabel|makeQuietLabel|showEmpty|showFailed|showMessage|resultReported)\\(\\s*"
        "(?:u?\"[^\"]*[A-Za-z][^\"]*\"|QStringLiteral|QLatin1String)"_s);
    QStringList found;
    int files = 0;
    for (const QString &folder : {u"/ui"_s, u"/models/items"_s}) {
        QDirIterator it(QStringLiteral(RENEWAL_SOURCE_DIR) + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                        QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++files;
            QRegularExpressionMatchIterator matches = shown.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext())
                found += file.fileName() + u": "_s + matches.next().captured();
        }
    }
    QVERIFY(files > 50);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestUiLint::textIsReadable_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const ui::Theme *theme : {&ui::Theme::light(), &ui::Theme::night(), &ui::Theme::highContrast(false),
                                   &ui::Theme::highContrast(true)}) {
        QByteArray name = theme->dark ? "dark: " : "light: ";
        if (theme->focusWidth > 2)
            name.prepend("contrast, ");
        const auto row = [&](const char *what, const QColor &ink, const QColor &ground) {
            QTest::newRow((name + what).constData()) << ink << ground;
        };
        row("text on panel", theme->text, theme->panel);
        row("text on selection", theme->text, theme->selection);
        row("quiet text on panel", theme->textQuiet, theme->panel);
        row("quiet text on surface", theme->textQuiet, theme->surface);
        row("quiet text on selection", theme->textQuiet, theme->selection);
        row("quiet text on a stage band", theme->textQuiet, theme->track);
        row("faint text on panel", theme->textFaint, theme->panel);
        row("link on panel", theme->accent, theme->panel);
        row("primary button", theme->onAccent, theme->accent);
        row("navigation", theme->navText, theme->nav);
        row("alarm badge", Qt::white, theme->alarm);
        for (const items::Tone tone : {items::Tone::Neutral, items::Tone::Info, items::Tone::Good,
                                       items::Tone::Caution, items::Tone::Bad}) {
            const ui::Theme::Pair pair = theme->tone(tone);
            row(qPrintable(u"chip %1"_s.arg(static_cast<int>(tone))), pair.ink, pair.fill);
        }
        row("danger on panel", theme->bad, theme->panel);
    }
}

void TestUiLint::textIsReadable()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double ratio = ui::contrast(ink, ground);
    const double least = QByteArray(QTest::currentDataTag()).startsWith("contrast") ? 7 : 4.5;
    QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
}

void TestUiLint::fadedTextIsReadable_data()
{
    QTest::addColumn<ui::ThemeChoice>("choice");
    for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark, ui::ThemeChoice::Contrast})
        QTest::newRow(qPrintable(toString(choice))) << choice;
}

void TestUiLint::fadedTextIsReadable()
{
    // What is old while the service is away stays readable.
    QFETCH(ui::ThemeChoice, choice);
    const ui::Theme theme = ui::themeFor(choice, QPalette(Qt::lightGray));
    QVERIFY(ui::contrast(theme.palette().color(QPalette::PlaceholderText), theme.panel) >= 4.5);
    QVERIFY(ui::contrast(theme.palette().color(QPalette::PlaceholderText), theme.stripe) >= 4.5);
}

void TestUiLint::plainDesktopsAreNotHighContrast_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<bool>("expected");
    const auto palette = [](const QColor &ground, const QColor &text, const QColor &base,
                            const QColor &chosen, const QColor &onChosen) {
        QPalette palette(text, ground, ground, ground, ground, text, base);
        palette.setColor(QPalette::ButtonText, text);
        palette.setColor(QPalette::Highlight, chosen);
        palette.setColor(QPalette::HighlightedText, onChosen);
        return palette;
    };
    // What Qt gives on X11 without a desktop's own settings: black on white on light grey.
    QTest::newRow("plain X11") << palette(QColor(0xefefef), Qt::black, Qt::white, QColor(0x308cc6), Qt::white)
                               << false;
    QTest::newRow("black on white all over")
        << palette(Qt::white, Qt::black, Qt::white, QColor(0x308cc6), Qt::white) << false;
    QTest::newRow("usual dark") << palette(QColor(0x31363b), QColor(0xeff0f1), QColor(0x232629),
                                           QColor(0x3daee9), QColor(0xeff0f1))
                                << false;
    QTest::newRow("high contrast") << palette(Qt::white, Qt::black, Qt::white, Qt::black, Qt::white) << true;
    QTest::newRow("high contrast, inverse")
        << palette(Qt::black, Qt::white, Qt::black, Qt::white, Qt::black) << true;
    QTest::newRow("high contrast in colours")
        << palette(Qt::black, Qt::yellow, Qt::black, QColor(0x1aebff), Qt::black) << true;
}

void TestUiLint::plainDesktopsAreNotHighContrast()
{
    QFETCH(QPalette, palette);
    QFETCH(bool, expected);
    QCOMPARE(ui::isHighContrast(palette), expected);
    const ui::Theme theme = ui::themeFor(ui::ThemeChoice::System, palette);
    QCOMPARE(theme.text == palette.color(QPalette::Text) && theme.panel == palette.color(QPalette::Base),
             expected);
}

void TestUiLint::eachThemeIsKnownByItsPalette()
{
    for (const ui::Theme *theme : {&ui::Theme::light(), &ui::Theme::night(), &ui::Theme::highContrast(false),
                                   &ui::Theme::highContrast(true)}) {
        const ui::Theme found = ui::Theme::of(theme->palette());
        QCOMPARE(found.focusWidth, theme->focusWidth);
        QCOMPARE(found.bad, theme->bad);
    }
    QVERIFY(ui::Theme::highContrast(true).focusWidth > ui::Theme::night().focusWidth);
}

void TestUiLint::highContrastIsTakenOver()
{
    QPalette system;
    system.setColor(QPalette::Window, Qt::black);
    system.setColor(QPalette::Base, Qt::black);
    system.setColor(QPalette::Text, Qt::yellow);
    system.setColor(QPalette::WindowText, Qt::yellow);
    const ui::Theme theme = ui::Theme::derived(system);
    QCOMPARE(theme.panel, QColor(Qt::black));
    QCOMPARE(theme.text, QColor(Qt::yellow));
    QVERIFY(ui::contrast(theme.textQuiet, theme.panel) > 10);
    QVERIFY(ui::contrast(theme.tone(items::Tone::Bad).ink, theme.tone(items::Tone::Bad).fill) > 10);
}

QTEST_MAIN(TestUiLint)
#include "tst_uilint.moc"
