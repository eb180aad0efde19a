// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewalsmodel.h"
#include "models/items/roles.h"
#include "tests/ui/windowfixture.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/shell/findmodel.h"
#include "ui/shell/findpalette.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workspace.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QRegularExpression>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

/// Ctrl+K, as somebody without a mouse uses it.
class TestFind : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void opensAndGoesBack();
    void sectionsAreShown();
    void enterGoesThere_data();
    void enterGoesThere();
    void anotherViewForgetsWhatWasFound();
    void actionsOfThePlaceComeFirst();
    void actionOfAnotherPlaceGoesThereFirst();
    void whatChangesDataIsShownNotDone_data();
    void whatChangesDataIsShownNotDone();
    void eachActionStandsOnce();
    void enterBeforeTheAnswerWaitsForIt();
    void lateAnswersAreDropped();
    void errorsAreToldAndActionsStay();
    void selectionStaysWhenHitsArrive();
    void nothingFitsIsSaid();
    void modelKeepsItsPromises();
    void slashNarrowsTheList();

private:
    static FindHit hit(FindKind kind, qint64 id, const QString &name, const QString &number = {});
    void type(const QString &text);
    QStringList rows() const;
    QString selected() const;

    std::unique_ptr<test::WindowFixture> f;
};

FindHit TestFind::hit(FindKind kind, qint64 id, const QString &name, const QString &number)
{
    FindHit hit;
    hit.kind = kind;
    hit.id = id;
    hit.name = name;
    hit.number = number;
    hit.station = u"552"_s;
    return hit;
}

void TestFind::init()
{
    f = std::make_unique<test::WindowFixture>();
    FindHit renewal = hit(FindKind::Renewal, f->world.renewals.rows[4].id.value,
                          u"ALBUTEROL HFA 90MCG INHL"_s, u"2733410"_s);
    renewal.state = u"ready_to_route"_s;
    renewal.prescriber = u"Smith, J."_s;
    renewal.patientEnd = u"5510"_s;
    const PrescriberDetail &smith = f->world.correlations.prescriberDetails[2];
    f->world.system.findData = {
        renewal,
        hit(FindKind::Prescriber, smith.summary.prescriber.id.value, smith.summary.prescriber.name.shown()),
        hit(FindKind::CareTeam, 6910411, u"552 CARDIOLOGY CLINIC B"_s),
        hit(FindKind::Station, 0, u"Dayton VA Medical Center"_s),
    };
    QVERIFY(f->open());
    f->key(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(f->find<QWidget>(u"findPalette"_s)->isVisible());
}

void TestFind::type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
    auto *palette = f->find<ui::FindPalette>(u"findPalette"_s);
    QTRY_VERIFY(palette->isSettled());
}

QStringList TestFind::rows() const
{
    const auto *model = f->find<QListView>(u"findList"_s)->model();
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        texts.append((index.data(items::HeadingRole).toBool() ? u"# "_s : QString()) +
                     index.data().toString());
    }
    return texts;
}

QString TestFind::selected() const
{
    return f->find<QListView>(u"findList"_s)->currentIndex().data().toString();
}

void TestFind::opensAndGoesBack()
{
    QVERIFY(f->find<QLineEdit>(u"findEdit"_s)->hasFocus());
    QVERIFY(rows().size() > 10); // all that can be done, before a letter is typed
    f->key(Qt::Key_Escape);
    QVERIFY(!f->find<QWidget>(u"findPalette"_s)->isVisible());
    QVERIFY(f->find<QTableView>(u"renewalsTable"_s)->hasFocus());
    QCOMPARE(f->world.system.findQueries.size(), 0);
}

void TestFind::sectionsAreShown()
{
    f->world.system.findData[0].name = u"Theme renewal"_s;
    f->world.system.findData[1].name = u"Theme prescriber"_s;
    f->world.system.findData[2].name = u"Theme team"_s;
    f->world.system.findData[3].name = u"Theme station"_s;
    type(u"theme"_s);
    const QStringList found = rows();
    QCOMPARE(found.filter(u"# "_s), QStringList({u"# Renewals"_s, u"# Prescribers"_s, u"# Care teams"_s,
                                                 u"# Stations"_s, u"# Settings"_s})); // the theme
    QVERIFY(found.contains(u"552  Theme station"_s));
    const auto *list = f->find<QListView>(u"findList"_s);
    QCOMPARE(list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
             u"Renewals: Theme renewal, Rx 2733410, Smith, J., Patient •••• 5510, Ready to route"_s);
    QCOMPARE(f->world.system.findQueries.constLast().words, u"theme"_s);
}

void TestFind::enterGoesThere_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("search");
    QTest::newRow("a renewal") << u"albuterol"_s << u"Renewals"_s << u"2733410"_s;
    QTest::newRow("a prescriber") << u"smith"_s << u"Correlations"_s << u"Smith, J."_s;
    QTest::newRow("a station") << u"dayton va"_s << u"Renewals"_s << QString();
    QTest::newRow("a place") << u"rollout"_s << u"Rollout"_s << QString();
}

void TestFind::enterGoesThere()
{
    QFETCH(QString, words);
    QFETCH(QString, title);
    QFETCH(QString, search);
    type(words);
    f->key(Qt::Key_Return);
    QVERIFY(!f->find<QWidget>(u"findPalette"_s)->isVisible());
    QCOMPARE(f->find<QLabel>(u"workspaceTitleLabel"_s)->text(), title);
    QCOMPARE(f->find<QLineEdit>(u"searchEdit"_s)->text(), search);
    QTRY_VERIFY(f->window->isSettled());
    if (title == u"Correlations") {
        const auto *table = f->find<QTableView>(u"prescribersTable"_s);
        QTRY_COMPARE(table->currentIndex().data(items::IdRole).toLongLong(), f->world.system.findData[1].id);
    } else if (!search.isEmpty()) {
        const auto *table = f->find<QTableView>(u"renewalsTable"_s);
        QTRY_COMPARE(table->currentIndex().data(items::IdRole).toLongLong(), f->world.system.findData[0].id);
    } else if (words.startsWith(u"dayton")) {
        QCOMPARE(f->find<QComboBox>(u"stationCombo"_s)->currentData().toString(), u"552"_s);
    }
}

void TestFind::anotherViewForgetsWhatWasFound()
{
    type(u"albuterol"_s);
    f->key(Qt::Key_Return);
    QTRY_VERIFY(f->window->isSettled());
    const auto *search = f->find<QLineEdit>(u"searchEdit"_s);
    QVERIFY(!search->text().isEmpty());
    auto *renewals = f->find<ui::RenewalsWorkspace>(u"renewalsWorkspace"_s);
    renewals->setView(QString::fromLatin1(views::needsRouting));
    QTRY_VERIFY(f->window->isSettled());
    QCOMPARE(search->text(), QString());
    QVERIFY(renewals->model()->rowCount() > 0);
    // What a person typed stays.
    f->find<QLineEdit>(u"searchEdit"_s)->setText(u"sertraline"_s);
    renewals->setView(QString::fromLatin1(views::allPending));
    QCOMPARE(search->text(), u"sertraline"_s);
}

void TestFind::actionsOfThePlaceComeFirst()
{
    type(u"next"_s);
    const QStringList found = rows();
    QCOMPARE(found.value(0), u"# Actions"_s);
    QVERIFY2(found.value(1).startsWith(u"Next "), qPrintable(found.join(u'\n')));
    QVERIFY2(!found.filter(u"Correlations: Next"_s).isEmpty(), qPrintable(found.join(u'\n')));
}

void TestFind::actionOfAnotherPlaceGoesThereFirst()
{
    type(u"next prescriber"_s);
    QCOMPARE(selected(), u"Correlations: Next prescriber"_s);
    f->key(Qt::Key_Return);
    QCOMPARE(f->find<QLabel>(u"workspaceTitleLabel"_s)->text(), u"Correlations"_s);
}

void TestFind::whatChangesDataIsShownNotDone_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<QString>("words");
    QTest::newRow("from another page") << int(ui::WorkspaceId::Activity) << u"renewals: route"_s;
    QTest::newRow("where it is") << int(ui::WorkspaceId::Renewals) << u"route"_s;
}

void TestFind::whatChangesDataIsShownNotDone()
{
    QFETCH(int, from);
    QFETCH(QString, words);
    f->key(Qt::Key_Escape);
    auto *table = f->find<QTableView>(u"renewalsTable"_s);
    f->key(Qt::Key_J); // a renewal is chosen, so that routing would be possible
    QVERIFY(table->currentIndex().isValid());
    f->window->showWorkspace(static_cast<ui::WorkspaceId>(from));
    f->key(Qt::Key_K, Qt::ControlModifier);
    f->world.system.findData.clear();
    type(words);
    const auto *list = f->find<QListView>(u"findList"_s);
    const QStringList found = rows();
    const auto wanted = static_cast<int>(found.indexOf(QRegularExpression(u"^(Renewals: )?Route$"_s)));
    QVERIFY2(wanted > 0, qPrintable(found.join(u'\n')));
    QVERIFY(!list->model()->index(wanted, 0).data(items::SecondLineRole).toString().isEmpty());
    while (list->currentIndex().row() < wanted)
        f->key(Qt::Key_Down);
    f->key(Qt::Key_Return);
    QVERIFY(table->hasFocus());
    QVERIFY(f->window->isSettled());
    QCOMPARE(f->world.renewals.triageRequests.size(), 0);
    const auto *message = f->find<ui::Banner>(u"messageBanner"_s);
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(u"press R"), qPrintable(message->text()));
    f->key(Qt::Key_R); // there one sees to what
    QVERIFY(QTest::qWaitFor([this] { return f->window->isSettled(); }));
    QCOMPARE(f->world.renewals.triageRequests.size(), 1);
    QVERIFY(!message->isVisible());
}

void TestFind::eachActionStandsOnce()
{
    f->key(Qt::Key_Escape);
    f->key(Qt::Key_J);
    for (const ui::WorkspaceId place : {ui::WorkspaceId::Renewals, ui::WorkspaceId::Activity}) {
        f->window->showWorkspace(place);
        f->key(Qt::Key_K, Qt::ControlModifier);
        QStringList found = rows();
        QCOMPARE(found.removeDuplicates(), 0);
        f->key(Qt::Key_Escape);
    }
    QStringList offered;
    for (const QAction *action : f->find<QMenu>(u"actionsMenu"_s)->actions())
        offered.append(action->text());
    QCOMPARE(offered.removeDuplicates(), 0);
}

void TestFind::enterBeforeTheAnswerWaitsForIt()
{
    f->world.system.findReplies.hold = true;
    QTest::keyClicks(QApplication::focusWidget(), u"2733410"_s);
    f->key(Qt::Key_Return);
    QVERIFY(f->find<QWidget>(u"findPalette"_s)->isVisible());
    QTRY_COMPARE(f->world.system.findReplies.held(), 1);
    f->world.system.findReplies.release();
    QTRY_VERIFY(!f->find<QWidget>(u"findPalette"_s)->isVisible());
    QCOMPARE(f->find<QLineEdit>(u"searchEdit"_s)->text(), u"2733410"_s);
}

void TestFind::lateAnswersAreDropped()
{
    f->world.system.findReplies.hold = true;
    QTest::keyClicks(QApplication::focusWidget(), u"albuterol"_s);
    QTRY_COMPARE(f->world.system.findReplies.held(), 1);
    QTest::keyClicks(QApplication::focusWidget(), u"xyz"_s);
    QTRY_COMPARE(f->world.system.findReplies.held(), 2);
    f->world.system.findReplies.release(1);
    f->world.system.findReplies.release(0);
    QCOMPARE(rows(), QStringList());
}

void TestFind::errorsAreToldAndActionsStay()
{
    f->world.system.findReplies.error = Error{ErrorCode::Unavailable, u"The service is away."_s, {}};
    type(u"refresh"_s);
    QCOMPARE(f->find<QLabel>(u"findNoteLabel"_s)->text(), u"The service is away."_s);
    QCOMPARE(selected(), u"Refresh"_s);
}

void TestFind::selectionStaysWhenHitsArrive()
{
    f->world.system.findReplies.hold = true;
    f->world.system.findData[0].name = u"Theme of a drug"_s;
    QTest::keyClicks(QApplication::focusWidget(), u"theme"_s);
    QTRY_COMPARE(f->world.system.findReplies.held(), 1);
    f->key(Qt::Key_Down);
    const QString chosen = selected();
    QVERIFY(!chosen.isEmpty());
    f->world.system.findReplies.release();
    QTRY_VERIFY(rows().contains(u"# Renewals"_s));
    QCOMPARE(selected(), chosen);
}

void TestFind::nothingFitsIsSaid()
{
    type(u"qqqq"_s);
    QCOMPARE(rows(), QStringList());
    QCOMPARE(f->find<QLabel>(u"findNoteLabel"_s)->text(), u"Nothing fits. Try fewer letters."_s);
    f->key(Qt::Key_Return);
    QVERIFY(f->find<QWidget>(u"findPalette"_s)->isVisible());
}

void TestFind::modelKeepsItsPromises()
{
    ui::FindModel model;
    const QAbstractItemModelTester tester(&model);
    QAction action(u"Refresh"_s);
    model.setEntries({{u"Actions"_s, action.text(), &action}});
    model.setHits(f->world.system.findData);
    QCOMPARE(model.rowCount(), 10);
    QVERIFY(!model.data(model.index(10), Qt::DisplayRole).isValid());
    QVERIFY(!model.hit(model.index(0)));
    QCOMPARE(model.find(model.key(model.index(9))), model.index(9));
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    action.setEnabled(false);
    model.setWords({});
    QCOMPARE(model.rowCount(), 8); // what cannot be done is not offered
}

void TestFind::slashNarrowsTheList()
{
    f->key(Qt::Key_Escape);
    f->key(Qt::Key_Slash);
    QVERIFY(f->find<QLineEdit>(u"searchEdit"_s)->hasFocus());
    QVERIFY(f->find<QLineEdit>(u"searchEdit"_s)->text().isEmpty());
}

QTEST_MAIN(TestFind)
#include "tst_find.moc"
