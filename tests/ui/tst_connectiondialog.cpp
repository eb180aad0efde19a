// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeservices.h"
#include "tests/ui/windowfixture.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace renewal;
using namespace Qt::StringLiterals;

/// Choosing a service in the window.
class TestConnectionDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsPossibleWithoutAddressAndToken();
    void testTellsWhoAnswers();
    void testTellsWhatIsWrong();
    void editingForgetsTheTest();
    void enterConnects();
    void backToEmbedded();
    void withoutKeychainItSaysSo();
    void withKeychainTheTokenIsKept();

private:
    void open();
    void type(const QString &objectName, const QString &text);
    QPushButton *button(const QString &objectName) const
    {
        return m_dialog->findChild<QPushButton *>(objectName);
    }

    std::unique_ptr<test::FakeServices> m_services;
    std::unique_ptr<test::WindowFixture> f;
    QPointer<QDialog> m_dialog;
};

void TestConnectionDialog::init()
{
    f.reset();
    m_services = std::make_unique<test::FakeServices>();
    f = std::make_unique<test::WindowFixture>();
    f->services = m_services.get();
    QVERIFY(f->open());
}

void TestConnectionDialog::open()
{
    f->find<QAction>(u"connectAction"_s)->trigger();
    m_dialog = f->find<QDialog>(u"connectionDialog"_s);
    QTRY_VERIFY(m_dialog->findChild<QLineEdit *>(u"serviceUrlEdit"_s)->hasFocus());
}

void TestConnectionDialog::type(const QString &objectName, const QString &text)
{
    auto *edit = m_dialog->findChild<QLineEdit *>(objectName);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void TestConnectionDialog::nothingIsPossibleWithoutAddressAndToken()
{
    open();
    QVERIFY(m_dialog->findChild<QLineEdit *>(u"serviceUrlEdit"_s)->hasFocus());
    QVERIFY(!button(u"connectButton"_s)->isEnabled());
    type(u"serviceUrlEdit"_s, u"https://renewals.example"_s);
    QVERIFY(!button(u"testConnectionButton"_s)->isEnabled());
    type(u"serviceTokenEdit"_s, u"secret"_s);
    QVERIFY(button(u"connectButton"_s)->isEnabled());
    QVERIFY(m_dialog->findChild<QLineEdit *>(u"serviceTokenEdit"_s)->echoMode() == QLineEdit::Password);
}

void TestConnectionDialog::testTellsWhoAnswers()
{
    open();
    type(u"serviceUrlEdit"_s, u"https://renewals.example"_s);
    type(u"serviceTokenEdit"_s, u"secret"_s);
    button(u"testConnectionButton"_s)->click();
    QCOMPARE(m_dialog->findChild<QLabel *>(u"connectionResultLabel"_s)->text(),
             u"It answers: version 9.9, 1,234 renewals."_s);
    QVERIFY((m_services->tried == QVector<ServiceAddress>{{u"https://renewals.example"_s, "secret", false}}));
    QVERIFY(m_services->chosen.isEmpty()); // a test changes nothing
}

void TestConnectionDialog::testTellsWhatIsWrong()
{
    m_services->testReplies.error = Error{ErrorCode::Unauthorized, u"The token is not known there."_s, {}};
    open();
    type(u"serviceUrlEdit"_s, u"https://renewals.example"_s);
    type(u"serviceTokenEdit"_s, u"wrong"_s);
    button(u"testConnectionButton"_s)->click();
    QCOMPARE(m_dialog->findChild<QLabel *>(u"connectionResultLabel"_s)->text(),
             u"The token is not known there."_s);
    QVERIFY(m_dialog->isVisible());
}

void TestConnectionDialog::editingForgetsTheTest()
{
    m_services->testReplies.hold = true;
    open();
    type(u"serviceUrlEdit"_s, u"https://renewals.example"_s);
    type(u"serviceTokenEdit"_s, u"secret"_s);
    button(u"testConnectionButton"_s)->click();
    type(u"serviceTokenEdit"_s, u"another"_s);
    m_services->testReplies.release();
    QCOMPARE(m_dialog->findChild<QLabel *>(u"connectionResultLabel"_s)->text(), QString());
}

void TestConnectionDialog::enterConnects()
{
    open();
    type(u"serviceUrlEdit"_s, u" https://renewals.example "_s);
    type(u"serviceTokenEdit"_s, u"secret"_s);
    f->key(Qt::Key_Return);
    QVERIFY(
        (m_services->chosen == QVector<ServiceAddress>{{u"https://renewals.example"_s, "secret", false}}));
    QVERIFY(!m_dialog || !m_dialog->isVisible());
}

void TestConnectionDialog::backToEmbedded()
{
    open();
    QVERIFY(!button(u"useEmbeddedButton"_s)->isVisible());
    m_dialog->reject();
    m_services->url = u"https://renewals.example"_s;
    QTRY_VERIFY(!m_dialog);
    open();
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"serviceUrlEdit"_s)->text(), m_services->url);
    button(u"useEmbeddedButton"_s)->click();
    QCOMPARE(m_services->embeddedChoices, 1);
}

void TestConnectionDialog::withoutKeychainItSaysSo()
{
    open();
    auto *keep = m_dialog->findChild<QCheckBox *>(u"keepTokenCheck"_s);
    QVERIFY(!keep->isEnabled());
    QVERIFY2(keep->text().contains(u"forgotten"), qPrintable(keep->text()));
}

void TestConnectionDialog::withKeychainTheTokenIsKept()
{
    m_services->keepsTokens = true;
    open();
    QVERIFY(m_dialog->findChild<QCheckBox *>(u"keepTokenCheck"_s)->isChecked());
    type(u"serviceUrlEdit"_s, u"https://renewals.example"_s);
    type(u"serviceTokenEdit"_s, u"secret"_s);
    button(u"connectButton"_s)->click();
    QVERIFY(m_services->chosen.constFirst().keepToken);
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connectiondialog.moc"
