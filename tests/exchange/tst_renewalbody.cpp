// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/renewalbody.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal::exchange;

class TestRenewalBody : public QObject
{
    Q_OBJECT
private slots:
    void readsTheSixLines();
    void readsTheOlderNineLines();
    void readsEditedTexts_data();
    void readsEditedTexts();
    void missingValuesAreEmpty();
    void keepsWhatThePatientWrote();
    void splitsOffTheSignature_data();
    void splitsOffTheSignature();
    void survivesAnything();
};

namespace {
const QString sixLines = u"Medication name, strength, and form: METFORMIN HCL 500MG TAB\n"
                         "Instructions: TAKE ONE TABLET: TWICE DAILY\n"
                         "Provider who prescribed it: Chidi Okafor\n"
                         "Prescription expiration date: November 8, 2025\n"
                         "Last filled on: November 6, 2024\n"
                         "Quantity: 60"_s;

RenewalBody sixFields()
{
    RenewalBody body;
    body.medicationName = u"METFORMIN HCL 500MG TAB"_s;
    body.instructions = u"TAKE ONE TABLET: TWICE DAILY"_s;
    body.provider = u"Chidi Okafor"_s;
    body.expirationText = u"November 8, 2025"_s;
    body.expires = QDate(2025, 11, 8);
    body.lastFilledText = u"November 6, 2024"_s;
    body.lastFilled = QDate(2024, 11, 6);
    body.quantity = u"60"_s;
    body.labels = 6;
    return body;
}
} // namespace

void TestRenewalBody::readsTheSixLines()
{
    QVERIFY(readRenewalBody(sixLines) == sixFields());
}

void TestRenewalBody::readsTheOlderNineLines()
{
    const RenewalBody body = readRenewalBody(u"Medication name, strength, and form: METFORMIN HCL 500MG TAB\n"
                                             "Prescription number: 2721195A\n"
                                             "Instructions: TAKE ONE TABLET: TWICE DAILY\n"
                                             "Provider who prescribed it: Chidi Okafor\n"
                                             "Number of refills left: 0\n"
                                             "Prescription expiration date: November 8, 2025\n"
                                             "Reason for use: SUGAR\n"
                                             "Last filled on: November 6, 2024\n"
                                             "Quantity: 60"_s);
    RenewalBody expected = sixFields();
    expected.prescriptionNumber = u"2721195A"_s;
    expected.refillsLeft = 0;
    expected.reasonForUse = u"SUGAR"_s;
    expected.labels = 9;
    QVERIFY(body == expected);
}

void TestRenewalBody::readsEditedTexts_data()
{
    QTest::addColumn<QString>("text");
    QStringList reversed = sixLines.split(u'\n');
    std::reverse(reversed.begin(), reversed.end());
    QTest::newRow("lines in another order") << reversed.join(u'\n');
    QTest::newRow("CRLF") << QString(sixLines).replace(u"\n"_s, u"\r\n"_s);
    QTest::newRow("CR only") << QString(sixLines).replace(u"\n"_s, u"\r"_s);
    QTest::newRow("blank lines between") << QString(sixLines).replace(u"\n"_s, u"\n\n"_s);
    QTest::newRow("indented") << u"  "_s + QString(sixLines).replace(u"\n"_s, u"\n\t "_s);
    QTest::newRow("as a bullet list") << u"- "_s + QString(sixLines).replace(u"\n"_s, u"\n\u2022 "_s);
    QTest::newRow("quoted") << u"> "_s + QString(sixLines).replace(u"\n"_s, u"\n> "_s);
    QTest::newRow("space before the colon") << QString(sixLines).replace(u"Quantity:"_s, u"Quantity :"_s);
    QTest::newRow("other case") << QString(sixLines).replace(u"Last filled on"_s, u"LAST FILLED ON"_s);
    QTest::newRow("shortened label") << QString(sixLines).replace(u"Prescription expiration date"_s,
                                                                  u"Expiration date"_s);
    QTest::newRow("no-break spaces") << QString(sixLines).replace(u": "_s, u":\u00A0"_s);
    QTest::newRow("all in one line") << QString(sixLines).replace(u"\n"_s, u" "_s);
}

void TestRenewalBody::readsEditedTexts()
{
    QFETCH(QString, text);
    const RenewalBody body = readRenewalBody(text);
    const RenewalBody expected = sixFields();
    QCOMPARE(body.medicationName, expected.medicationName);
    QCOMPARE(body.instructions, expected.instructions);
    QCOMPARE(body.provider, expected.provider);
    QCOMPARE(body.expires, expected.expires);
    QCOMPARE(body.lastFilled, expected.lastFilled);
    QCOMPARE(body.quantity, expected.quantity);
    QCOMPARE(body.notes, QString());
    QVERIFY(body == expected);
}

void TestRenewalBody::missingValuesAreEmpty()
{
    const RenewalBody body = readRenewalBody(u"Medication name, strength, and form: \n"
                                             "Prescription number: Prescription number not available\n"
                                             "Instructions: Instructions not available\n"
                                             "Provider who prescribed it: Provider name not available\n"
                                             "Number of refills left: Number of refills left not available\n"
                                             "Prescription expiration date: Date not available\n"
                                             "Reason for use: Reason for use not available\n"
                                             "Last filled on: Not filled yet\n"
                                             "Quantity: Quantity not available"_s);
    RenewalBody expected;
    expected.neverFilled = true;
    expected.labels = 9;
    QVERIFY(body == expected);
}

void TestRenewalBody::keepsWhatThePatientWrote()
{
    const RenewalBody body =
        readRenewalBody(u"Hello doctor,\n"_s + sixLines + u"\n\nI have two days left.\nThank you"_s);
    RenewalBody expected = sixFields();
    expected.notes = u"Hello doctor,\n\nI have two days left.\nThank you"_s;
    QVERIFY(body == expected);
    const RenewalBody edited =
        readRenewalBody(u"Prescription expiration date: sometime in fall\nNumber of refills left: none"_s);
    QCOMPARE(edited.expirationText, u"sometime in fall"_s);
    QVERIFY(!edited.expires.isValid());
    QVERIFY(!edited.refillsLeft.has_value());
    const RenewalBody long2 = readRenewalBody(u"Instructions: TAKE ONE\nTWICE A DAY\n\nplease hurry"_s);
    QCOMPARE(long2.instructions, u"TAKE ONE TWICE A DAY"_s);
    QCOMPARE(long2.notes, u"please hurry"_s);
}

void TestRenewalBody::splitsOffTheSignature_data()
{
    QTest::addColumn<QString>("tail");
    const QString dashes(50, u'-');
    QTest::newRow("as delivered") << u"\n\n"_s + dashes + u"\n\nJane Doe \nSigned electronically on"_s;
    QTest::newRow("closed by dashes")
        << u"\n"_s + dashes + u"\nJane Doe \nSigned electronically on\n"_s + dashes;
    QTest::newRow("CRLF") << u"\r\n"_s + dashes + u"\r\n\r\nJane Doe\r\nSigned electronically on\r\n"_s;
}

void TestRenewalBody::splitsOffTheSignature()
{
    QFETCH(QString, tail);
    const RenewalBody body = readRenewalBody(sixLines + tail);
    RenewalBody expected = sixFields();
    expected.signature = u"Jane Doe\nSigned electronically on"_s;
    QCOMPARE(body.signature, expected.signature);
    QVERIFY(body == expected);
}

void TestRenewalBody::survivesAnything()
{
    QVERIFY(readRenewalBody({}) == RenewalBody{});
    QVERIFY(readRenewalBody(u"\n \n") == RenewalBody{});
    const RenewalBody cleared = readRenewalBody(u"I need my heart pills");
    QCOMPARE(cleared.labels, 0);
    QCOMPARE(cleared.notes, u"I need my heart pills"_s);
    QCOMPARE(readRenewalBody(u"-----------").notes, QString());
    QCOMPARE(readRenewalBody(QString(100'000, u':')).labels, 0);
    QCOMPARE(readRenewalBody(u"------\nQuantity: 30").quantity, u"30"_s); // dashes above are no signature
}

QTEST_GUILESS_MAIN(TestRenewalBody)
#include "tst_renewalbody.moc"
