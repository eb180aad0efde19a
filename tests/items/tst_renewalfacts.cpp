// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/drugparts.h"
#include "models/items/renewalfacts.h"

#include <QTest>

using namespace renewal;
using namespace renewal::items;
using namespace Qt::StringLiterals;

/// What the detail of a renewal says in words.
class TestRenewalFacts : public QObject
{
    Q_OBJECT

private slots:
    void drugsAreTakenApart_data();
    void drugsAreTakenApart();
    void credentials_data();
    void credentials();
    void credentialsAreShownOnce();
    void sources_data();
    void sources();
    void fillsNewestFirst();
    void othersSayWhereTheyStand();
};

void TestRenewalFacts::drugsAreTakenApart_data()
{
    QTest::addColumn<QString>("drug");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("strength");
    QTest::addColumn<QString>("form");
    const auto row = [](const char *drug, const char *name, const char *strength, const char *form) {
        QTest::newRow(drug) << QString::fromLatin1(drug) << QString::fromLatin1(name)
                            << QString::fromLatin1(strength) << QString::fromLatin1(form);
    };
    row("LISINOPRIL 20MG TAB", "LISINOPRIL", "20MG", "tablet");
    row("OMEPRAZOLE 20MG CAP", "OMEPRAZOLE", "20MG", "capsule");
    row("INSULIN GLARGINE 100UNIT/ML", "INSULIN GLARGINE", "100UNIT/ML", "");
    row("ALBUTEROL HFA 90MCG INHL", "ALBUTEROL HFA", "90MCG", "inhaler");
    row("TAMSULOSIN 0.4MG CAP", "TAMSULOSIN", "0.4MG", "capsule");
    row("levothyroxine 50 mcg tablet", "levothyroxine", "50 mcg", "tablet");
    row("HYDROCODONE 5/ACETAMINOPHEN 325MG TAB", "HYDROCODONE 5/ACETAMINOPHEN", "325MG", "tablet");
    row("HYDROCORTISONE 1% CREAM", "HYDROCORTISONE", "1%", "cream");
    row("METFORMIN HCL 500MG 24HR SA TAB", "METFORMIN HCL", "500MG", "24HR SA TAB");
    row("BANDAGE", "BANDAGE", "", "");
    row("", "", "", "");
}

void TestRenewalFacts::drugsAreTakenApart()
{
    QFETCH(QString, drug);
    const DrugParts parts = drugParts(drug);
    QTEST(parts.name, "name");
    QTEST(parts.strength, "strength");
    QTEST(parts.form, "form");
}

void TestRenewalFacts::credentials_data()
{
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one text") << u"Sauer, Mark, PharmD"_s << QString() << QString() << u"PharmD"_s;
    QTest::newRow("dots") << u"SMITH M.D."_s << u"JOHN"_s << QString() << u"M.D."_s;
    QTest::newRow("two of them") << QString() << QString() << u"Lee, Ann, MD, PhD"_s << u"MD, PhD"_s;
    QTest::newRow("none") << u"OKAFOR"_s << u"CHIDI"_s << QString() << QString();
    QTest::newRow("a name that looks like none") << u"MADDEN"_s << u"DORA"_s << QString() << QString();
}

void TestRenewalFacts::credentials()
{
    QFETCH(QString, last);
    QFETCH(QString, first);
    QFETCH(QString, display);
    QTEST(credential({first, last, display}), "expected");
}

void TestRenewalFacts::credentialsAreShownOnce()
{
    RenewalDetail detail;
    detail.renewal.prescriberShown = u"Sauer, Mark"_s;
    QCOMPARE(prescriberWithCredential(detail), u"Sauer, Mark"_s);
    detail.prescription = Prescription();
    detail.prescription->prescriber.last = u"Sauer, Mark, PharmD"_s;
    QCOMPARE(prescriberWithCredential(detail), u"Sauer, Mark, PharmD"_s);
    detail.renewal.prescriberShown = u"Sauer, Mark, PharmD"_s;
    QCOMPARE(prescriberWithCredential(detail), u"Sauer, Mark, PharmD"_s);
}

void TestRenewalFacts::sources_data()
{
    QTest::addColumn<bool>("isExternal");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("facility");
    QTest::addColumn<QString>("expected");
    QTest::newRow("VA") << false << u"RX"_s << QString() << u"VA prescriber"_s;
    QTest::newRow("VA with a place") << false << u"RX"_s << u"Dayton"_s
                                     << u"VA prescriber; reached through Dayton"_s;
    QTest::newRow("community care") << true << u"RX"_s << QString()
                                    << u"Community care, no care team of VA"_s;
    QTest::newRow("documented only") << false << u"NV"_s << QString() << u"Not a VA prescription"_s;
}

void TestRenewalFacts::sources()
{
    QFETCH(bool, isExternal);
    QFETCH(QString, source);
    QFETCH(QString, facility);
    RenewalDetail detail;
    detail.renewal.state = isExternal ? RenewalState::External : RenewalState::NeedsRouting;
    detail.prescription = Prescription();
    detail.prescription->source = source;
    detail.prescription->facilityName = facility;
    QTEST(prescriberSource(detail), "expected");
}

void TestRenewalFacts::fillsNewestFirst()
{
    RenewalDetail detail;
    QVERIFY(fillLines(detail, QTimeZone::utc()).isEmpty());
    detail.prescription = Prescription();
    const QDateTime day(QDate(2026, 8, 30), QTime(12, 0), Qt::UTC);
    detail.prescription->fills = {{u"1"_s, u"RF"_s, {}, {}, day.addDays(-90), {}, u"Dayton"_s},
                                  {u"2"_s, u"PF"_s, u"completed"_s, day, {}, {}, {}},
                                  {u"3"_s, {}, {}, {}, {}, {}, {}}};
    QCOMPARE(fillLines(detail, QTimeZone::utc()),
             (QStringList{u"Aug 30, 2026, partial fill, completed"_s, u"Jun 1, 2026, refill, Dayton"_s,
                          u"No date, fill"_s}));
}

void TestRenewalFacts::othersSayWhereTheyStand()
{
    Renewal renewal;
    renewal.drug = u"METFORMIN HCL 500MG TAB"_s;
    renewal.state = RenewalState::NeedsRouting;
    renewal.requestedAt = QDateTime(QDate(2026, 11, 17), QTime(14, 42), Qt::UTC);
    const QString text = otherRenewalText(renewal, renewal.requestedAt, QTimeZone::utc());
    QCOMPARE(text.section(u'\n', 0, 0), renewal.drug);
    QVERIFY(text.contains(u"Needs routing"));
    QVERIFY(text.contains(u"asked Nov 17, 2026"));
}

QTEST_GUILESS_MAIN(TestRenewalFacts)
#include "tst_renewalfacts.moc"
