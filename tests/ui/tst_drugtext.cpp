// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/drugtext.h"

#include <QFontMetrics>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal::ui;

/// A drug's name in a narrow column keeps its strength.
class TstDrugText : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheStrength_data();
    void keepsTheStrength();
    void fitsItsRoom();
};

void TstDrugText::keepsTheStrength_data()
{
    QTest::addColumn<QString>("drug");
    QTest::addColumn<QString>("room"); // a text as wide as the room there is
    QTest::addColumn<QString>("shown");
    const QString metformin = u"METFORMIN HCL 500MG TAB"_s;
    QTest::newRow("all of it") << metformin << metformin << metformin;
    QTest::newRow("the form goes first")
        << metformin << u"METFORMIN HCL 500MG\u2026"_s << u"METFORMIN HCL 500MG\u2026"_s;
    QTest::newRow("then the end of the name")
        << metformin << u"METFORM\u2026 500MG"_s << u"METFORM\u2026 500MG"_s;
    QTest::newRow("a strength with a point")
        << u"HYDROCORTISONE 2.5% CREAM"_s << u"HYDROC\u2026 2.5%"_s << u"HYDROC\u2026 2.5%"_s;
    QTest::newRow("two strengths in one") << u"LISINOPRIL/HYDROCHLOROTHIAZIDE 20-12.5MG TAB"_s
                                          << u"LISINOP\u2026 20-12.5MG"_s << u"LISINOP\u2026 20-12.5MG"_s;
    QTest::newRow("no strength") << u"MULTIVITAMIN WITH MINERALS"_s << u"MULTIVIT\u2026"_s
                                 << u"MULTIVIT\u2026"_s;
}

void TstDrugText::keepsTheStrength()
{
    QFETCH(const QString, drug);
    QFETCH(const QString, room);
    QFETCH(const QString, shown);
    const QFontMetrics metrics{QFont()};
    QCOMPARE(elidedDrug(drug, metrics, metrics.horizontalAdvance(room)), shown);
}

void TstDrugText::fitsItsRoom()
{
    const QFontMetrics metrics{QFont()};
    const QString drug = u"HYDROCHLOROTHIAZIDE 25MG TAB"_s;
    for (int width = metrics.horizontalAdvance(drug) + 1; width > metrics.horizontalAdvance(u"\u2026"_s);
         --width) {
        const QString shown = elidedDrug(drug, metrics, width);
        QVERIFY2(metrics.horizontalAdvance(shown) <= width, qPrintable(shown));
    }
}

QTEST_MAIN(TstDrugText)
#include "tst_drugtext.moc"
