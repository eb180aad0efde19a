// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/outboxmodel.h"
#include "tests/ui/windowfixture.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/renewals/sendingdialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;
using test::WindowFixture;

/// What got stuck on its way is seen from the queue, and a person can do something about it.
class TestSending : public QObject
{
    Q_OBJECT

private slots:
    void theQueueSaysHowManyNeedAPerson();
    void deadLettersAreSentAgain();
    void actionsFitTheState_data();
    void actionsFitTheState();
    void refusalsAreTold();
    void itStaysUntilAllIsDone();
    void theNumberOfTheMessageIsKept();
    void earlierOnesAreDoneTogether();
    void withoutSecureMessagingItSaysSo();
    void theRenewalIsShown();
    void narrowWindowsHaveTheKey();
    void failedListsSaySo();

private:
    static ui::SendingDialog *open(WindowFixture &f);
    static QPushButton *button(const ui::SendingDialog *dialog, const QString &name)
    {
        return dialog->findChild<QPushButton *>(name);
    }
    static QString result(const ui::SendingDialog *dialog)
    {
        return dialog->findChild<QLabel *>(u"sendingResultLabel"_s)->text();
    }
    static QString detail(const ui::SendingDialog *dialog)
    {
        return dialog->findChild<QLabel *>(u"sendingDetailLabel"_s)->text();
    }
};

ui::SendingDialog *TestSending::open(WindowFixture &f)
{
    if (!f.open())
        return nullptr;
    f.find<QPushButton>(u"sendingButton"_s)->click();
    auto *dialog = f.find<ui::SendingDialog>(u"sendingDialog"_s);
    return QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }) ? dialog : nullptr;
}

void TestSending::theQueueSaysHowManyNeedAPerson()
{
    WindowFixture f;
    QVERIFY(f.open());
    auto *button = f.find<QPushButton>(u"sendingButton"_s);
    QCOMPARE(button->text(), u"Sending: 3 need you"_s);
    QVERIFY(button->toolTip().contains(u"2 could not be sent"));
    f.world.outbox.rows.clear();
    f.find<ui::RenewalsWorkspace>(u"renewalsWorkspace"_s)->refresh();
    QTRY_COMPARE(button->text(), u"Sending…"_s);
}

void TestSending::deadLettersAreSentAgain()
{
    WindowFixture f;
    ui::SendingDialog *dialog = open(f);
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(u"sendingTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(!button(dialog, u"retrySendingButton"_s)->isEnabled());
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(detail(dialog), u"2 renewals chosen."_s);
    dialog->findChild<QLineEdit *>(u"sendingNoteEdit"_s)->setText(u"open again"_s);
    QTest::keyClick(button(dialog, u"retrySendingButton"_s), Qt::Key_Space);
    QTRY_COMPARE(f.world.outbox.repairs.size(), 2);
    QCOMPARE(toString(f.world.outbox.repairs.constFirst().action), u"retry"_s);
    QCOMPARE(f.world.outbox.repairs.constFirst().note, u"open again"_s);
    QVERIFY(f.world.outbox.repairs[0].idempotencyKey != f.world.outbox.repairs[1].idempotencyKey);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QCOMPARE(result(dialog), u"2 done."_s);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"sendingNoteEdit"_s)->text(), QString());
    QTRY_VERIFY(f.find<QPushButton>(u"sendingButton"_s)->text().startsWith(u"Sending: 1 "));
}

void TestSending::actionsFitTheState_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("offered");
    QTest::newRow("dead letters") << u"deadLettersFilter"_s
                                  << QStringList{u"retry"_s, u"give_up"_s, u"sent"_s};
    QTest::newRow("not confirmed") << u"unconfirmedFilter"_s << QStringList{u"sent"_s, u"not_sent"_s};
    QTest::newRow("tried again") << u"failedFilter"_s << QStringList{u"retry"_s, u"give_up"_s};
    QTest::newRow("waiting") << u"queuedFilter"_s << QStringList{u"give_up"_s};
}

void TestSending::actionsFitTheState()
{
    QFETCH(QString, filter);
    QFETCH(QStringList, offered);
    WindowFixture f;
    ui::SendingDialog *dialog = open(f);
    QVERIFY(dialog);
    button(dialog, filter)->click();
    auto *table = dialog->findChild<QTableView *>(u"sendingTable"_s);
    QTRY_COMPARE(table->model()->rowCount() > 0, true);
    table->selectRow(0);
    QStringList words;
    const QStringList names{u"retrySendingButton"_s, u"giveUpSendingButton"_s, u"wasSentButton"_s,
                            u"wasNotSentButton"_s};
    for (int i = 0; i < names.size(); ++i) {
        QCOMPARE(button(dialog, names[i])->isVisible(), button(dialog, names[i])->isEnabled());
        if (button(dialog, names[i])->isEnabled())
            words.append(toString(RepairAction(i)));
    }
    QCOMPARE(words, offered);
    QVERIFY(detail(dialog).contains(u"R-"));
}

void TestSending::refusalsAreTold()
{
    WindowFixture f;
    f.world.outbox.refused = {1};
    ui::SendingDialog *dialog = open(f);
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(u"sendingTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectAll();
    f.world.outbox.itemReplies.hold = true; // as a real service, it answers later
    dialog->findChild<QLineEdit *>(u"sendingNoteEdit"_s)->setText(u"typed with care"_s);
    button(dialog, u"giveUpSendingButton"_s)->click();
    const QString told = u"1 done. Not all could be: It changed meanwhile. Look at it again."_s;
    QTRY_COMPARE(result(dialog), told);
    QTRY_COMPARE(f.world.outbox.itemReplies.held(), 1);
    f.world.outbox.itemReplies.release();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(result(dialog), told);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"sendingNoteEdit"_s)->text(), u"typed with care"_s);
}

void TestSending::itStaysUntilAllIsDone()
{
    WindowFixture f;
    const QPointer<ui::SendingDialog> dialog = open(f);
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(u"sendingTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectAll();
    QSignalSpy changed(dialog, &ui::SendingDialog::changed);
    f.world.outbox.repairReplies.hold = true;
    button(dialog, u"retrySendingButton"_s)->click();
    QCOMPARE(f.world.outbox.repairs.size(), 1);
    QVERIFY(!button(dialog, u"closeSendingButton"_s)->isEnabled());
    QVERIFY(!button(dialog, u"showSentRenewalButton"_s)->isEnabled());
    QVERIFY(!button(dialog, u"queuedFilter"_s)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    dialog->close();
    QVERIFY(dialog && dialog->isVisible());
    f.world.outbox.repairReplies.release();
    QTRY_COMPARE(f.world.outbox.repairReplies.held(), 1);
    f.world.outbox.repairReplies.release();
    QTRY_COMPARE(result(dialog), u"2 done."_s);
    QCOMPARE(f.world.outbox.repairs.size(), 2);
    QCOMPARE(changed.size(), 1);
    QVERIFY(button(dialog, u"closeSendingButton"_s)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog || !dialog->isVisible());
}

void TestSending::theNumberOfTheMessageIsKept()
{
    WindowFixture f;
    ui::SendingDialog *dialog = open(f);
    QVERIFY(dialog);
    button(dialog, u"unconfirmedFilter"_s)->click();
    auto *table = dialog->findChild<QTableView *>(u"sendingTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    auto *number = dialog->findChild<QLineEdit *>(u"sentNumberEdit"_s);
    QVERIFY(number->isVisible() && number->isEnabled());
    number->setText(u" 674838 "_s);
    button(dialog, u"wasSentButton"_s)->click();
    QTRY_COMPARE(f.world.outbox.repairs.size(), 1);
    QCOMPARE(f.world.outbox.repairs.constFirst().messageId, u"674838"_s);
    QTRY_COMPARE(number->text(), QString());
    button(dialog, u"queuedFilter"_s)->click();
    QVERIFY(!number->isVisible());
}

void TestSending::earlierOnesAreDoneTogether()
{
    WindowFixture f;
    for (int i = 0; i < 3; ++i) {
        OutboxItem earlier = f.world.outbox.rows.constFirst();
        earlier.entry.id.value = 100 + i;
        earlier.entry.code = routedEarlierCode();
        f.world.outbox.rows.append(earlier);
    }
    ui::SendingDialog *dialog = open(f);
    QVERIFY(dialog);
    QTRY_VERIFY(button(dialog, u"routedEarlierFilter"_s)->isVisible());
    QVERIFY(button(dialog, u"deadLettersFilter"_s)->text().contains(u"(2)"));
    button(dialog, u"routedEarlierFilter"_s)->click();
    auto *table = dialog->findChild<QTableView *>(u"sendingTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QVERIFY(!button(dialog, u"wasSentButton"_s)->isEnabled());
    QTest::keyClick(dialog->findChild<QCheckBox *>(u"allEarlierCheck"_s), Qt::Key_Space);
    QVERIFY(button(dialog, u"wasSentButton"_s)->isEnabled());
    button(dialog, u"wasSentButton"_s)->click();
    QTRY_COMPARE(result(dialog), u"3 done."_s);
    QCOMPARE(f.world.outbox.earlierRepairs.size(), 3); // it goes on until none is left
    QVERIFY(f.world.outbox.repairs.isEmpty());
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(!dialog->findChild<QCheckBox *>(u"allEarlierCheck"_s)->isChecked());
}

void TestSending::withoutSecureMessagingItSaysSo()
{
    WindowFixture f;
    f.world.outbox.isConnected = false;
    const ui::SendingDialog *dialog = open(f);
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"sendingSummaryLabel"_s)->text().contains(u"not connected"));
}

void TestSending::theRenewalIsShown()
{
    WindowFixture f;
    ui::SendingDialog *dialog = open(f);
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(u"sendingTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectRow(1);
    QSignalSpy wanted(dialog, &ui::SendingDialog::renewalWanted);
    button(dialog, u"showSentRenewalButton"_s)->click();
    QCOMPARE(wanted.size(), 1);
}

void TestSending::narrowWindowsHaveTheKey()
{
    WindowFixture f;
    f.size = {1024, 700};
    QVERIFY(f.open());
    QVERIFY(!f.find<QPushButton>(u"sendingButton"_s)->isVisible());
    f.key(Qt::Key_F9);
    f.key(Qt::Key_F9);
    QCOMPARE(f.window->findChildren<ui::SendingDialog *>().size(), 1);
}

void TestSending::failedListsSaySo()
{
    WindowFixture f;
    f.world.outbox.itemReplies.error = Error{ErrorCode::Unavailable, u"The service is away."_s, {}};
    f.world.outbox.statusReplies.error = f.world.outbox.itemReplies.error;
    const ui::SendingDialog *dialog = open(f);
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->findChild<QLabel *>(u"sendingSummaryLabel"_s)->text(), u"The service is away."_s);
    QVERIFY(dialog->model()->error());
}

QTEST_MAIN(TestSending)
#include "tst_sending.moc"
