// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queueviewsmodel.h"
#include "tests/ui/desk.h"
#include "ui/renewals/savedviewstore.h"

#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;

class TestSavedViews : public QObject
{
    Q_OBJECT

private slots:
    void isKeptBetweenTwoRuns();
    void brokenSettingsAreNoViews();
    void savedFromTheWindow();

private:
    static QString rowsOf(const QListView *list)
    {
        QStringList names;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names += list->model()->index(row, 0).data().toString();
        return names.join(u", ");
    }
};

void TestSavedViews::isKeptBetweenTwoRuns()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    items::SavedView view{u"OH, no team"_s, {}};
    view.query.view = u"needs_routing"_s;
    view.query.scope = {u"668"_s, u"ORACLE_HEALTH"_s};
    view.query.search = u"warfarin “x”"_s;
    ui::SavedViewStore(&settings).setViews({view, {u"Second"_s, {}}});
    QCOMPARE(ui::SavedViewStore(&settings).views().size(), 2);
    QVERIFY(ui::SavedViewStore(&settings).views().first() == view);
    ui::SavedViewStore(&settings).setViews({view}); // fewer than before leave nothing behind
    QCOMPARE(ui::SavedViewStore(&settings).views().size(), 1);
    QVERIFY(ui::SavedViewStore(nullptr).views().isEmpty());
}

void TestSavedViews::brokenSettingsAreNoViews()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    settings.setValue(u"renewals/savedViews/size"_s, u"many"_s);
    QVERIFY(ui::SavedViewStore(&settings).views().isEmpty());
    settings.setValue(u"renewals/savedViews/size"_s, 3); // of which none is there
    QVERIFY(ui::SavedViewStore(&settings).views().isEmpty());
}

void TestSavedViews::savedFromTheWindow()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    test::Desk f;
    f.options.settings = &settings;
    QVERIFY(f.open());
    auto *table = f.find<QTableView>(u"renewalsTable"_s);
    auto *list = f.find<QListView>(u"queueViewsList"_s);
    f.key(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), u"gaba"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->setFocus();
    f.key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(f.dialog());
    QTest::keyClicks(QApplication::focusWidget(), u"Pain"_s);
    f.key(Qt::Key_Return);
    QVERIFY(f.back());
    QTRY_VERIFY(rowsOf(list).contains(u"Saved views, Pain, Set apart"));
    // Another run shows it again, with its exact count, and asks for what was saved.
    f.find<QLineEdit>(u"searchEdit"_s)->clear();
    QTRY_VERIFY(table->model()->rowCount() > 2);
    const items::QueueViewsModel *views = qobject_cast<items::QueueViewsModel *>(list->model());
    const int row = views->rowOf(u"saved:Pain"_s);
    QTRY_COMPARE(views->index(row).data(items::QueueViewsModel::CountRole).toString(), u"1"_s);
    list->setFocus();
    list->setCurrentIndex(views->index(row));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(f.world.renewals.queries.last().search, u"gaba"_s);
    f.key(Qt::Key_Delete);
    QTRY_VERIFY(!rowsOf(list).contains(u"Pain"));
    QTRY_VERIFY(table->model()->rowCount() > 2);
    QVERIFY(ui::SavedViewStore(&settings).views().isEmpty());
}

QTEST_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
