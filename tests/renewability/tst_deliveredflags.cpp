// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/renewability.h"

#include <QTest>

using namespace renewal;
using namespace renewal::renewability;
using namespace Qt::StringLiterals;

using MaybeBool = std::optional<bool>;
using MaybeInt = std::optional<int>;
Q_DECLARE_METATYPE(MaybeBool)
Q_DECLARE_METATYPE(MaybeInt)

/// Oracle Health prescriptions from the v2 API: no FHIR facts, only what an adapter made of them.
class DeliveredFlagsTest : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data();
    void verdicts();
    void earlierRulesNeedTheFacts();
};

void DeliveredFlagsTest::verdicts_data()
{
    QTest::addColumn<MaybeBool>("flag");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("refillStatus");
    QTest::addColumn<QString>("source");
    QTest::addColumn<MaybeInt>("refills");
    QTest::addColumn<int>("daysToEnd"); // 9999: none delivered
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("gate");
    const QString yes = u"renewable"_s;
    const QString no = u"not renewable"_s;
    const QString unknown = u"unknown"_s;
    const MaybeBool none;
    QTest::newRow("the flag says yes") << MaybeBool(true) << u"Active"_s << u"active"_s << u"VA"_s
                                       << MaybeInt(0) << 30 << yes << u"delivered_flag"_s;
    QTest::newRow("the flag says no") << MaybeBool(false) << u"Active"_s << u"active"_s << u"VA"_s
                                      << MaybeInt(0) << 30 << no << u"delivered_flag"_s;
    QTest::newRow("no flag, nothing against it") << none << u"Active"_s << u"active"_s << u"VA"_s
                                                 << MaybeInt(0) << 30 << unknown << u"facts_missing"_s;
    QTest::newRow("nothing known at all")
        << none << QString() << QString() << QString() << MaybeInt() << 9999 << unknown << u"facts_missing"_s;
    QTest::newRow("a stale flag") << MaybeBool(true) << u"Expired"_s << u"expired"_s << u"VA"_s << MaybeInt(0)
                                  << -121 << no << u"gate5_outside_120_days"_s;
    QTest::newRow("refills left and valid") << none << u"Active"_s << u"active"_s << u"VA"_s << MaybeInt(2)
                                            << 30 << no << u"gate6_refills_remaining_and_not_expired"_s;
    QTest::newRow("refills left, expired") << MaybeBool(true) << u"Expired"_s << u"expired"_s << u"VA"_s
                                           << MaybeInt(2) << -30 << yes << u"delivered_flag"_s;
    QTest::newRow("refills left, end unknown") << none << u"Active"_s << u"active"_s << u"VA"_s << MaybeInt(2)
                                               << 9999 << unknown << u"facts_missing"_s;
    QTest::newRow("from outside VA") << MaybeBool(true) << u"Active: Non-VA"_s << u"active"_s << u"NV"_s
                                     << MaybeInt(0) << 30 << no << u"gate2_classification"_s;
    QTest::newRow("on hold, either spelling") << MaybeBool(true) << u"Active: On Hold"_s << u"providerHold"_s
                                              << u"VA"_s << MaybeInt(0) << 30 << no << u"gate1_status"_s;
    QTest::newRow("discontinued") << none << u"Discontinued"_s << u"discontinued"_s << u"VA"_s << MaybeInt(0)
                                  << 30 << no << u"gate1_status"_s;
    QTest::newRow("being refilled") << none << u"Active: Refill in Process"_s << u"refillinprocess"_s
                                    << u"VA"_s << MaybeInt(0) << 30 << no << u"gate7_active_processing"_s;
    QTest::newRow("being refilled, but expired")
        << MaybeBool(true) << u"Active: Refill in Process"_s << u"refillinprocess"_s << u"VA"_s << MaybeInt(0)
        << -1 << yes << u"delivered_flag"_s;
    QTest::newRow("a grouped status tells nothing") << none << u"Inactive"_s << QString() << u"VA"_s
                                                    << MaybeInt(0) << -10 << unknown << u"facts_missing"_s;
}

void DeliveredFlagsTest::verdicts()
{
    QFETCH(const MaybeBool, flag);
    QFETCH(const QString, status);
    QFETCH(const QString, refillStatus);
    QFETCH(const QString, source);
    QFETCH(const MaybeInt, refills);
    QFETCH(const int, daysToEnd);
    QFETCH(const QString, word);
    QFETCH(const QString, gate);

    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    Prescription p;
    p.ehr = EhrSystem::OracleHealth;
    p.renewable = flag;
    p.dispStatus = status;
    p.refillStatus = refillStatus;
    p.source = source;
    p.refillRemaining = refills;
    if (daysToEnd != 9999)
        p.expirationDate = now.addDays(daysToEnd);

    const Verdict verdict = evaluateCurrent(p, now);
    QCOMPARE(verdict.gate, gate);
    QCOMPARE(verdictWord(verdict.renewable), word);
    QVERIFY(verdict.gates.size() >= 7);
    if (verdict.renewable == true)
        QVERIFY2(verdict.text.contains("isRenewable flag alone"_L1), qPrintable(verdict.text));
    if (!verdict.renewable)
        QVERIFY2(verdict.text.startsWith("Not known"_L1), qPrintable(verdict.text));
}

void DeliveredFlagsTest::earlierRulesNeedTheFacts()
{
    Prescription p;
    p.ehr = EhrSystem::OracleHealth;
    p.renewable = true;
    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    for (const RuleVersion version :
         {RuleVersion::OracleHealth202601, RuleVersion::OracleHealth202512WithClinic,
          RuleVersion::OracleHealth202512SixGates}) {
        const Verdict verdict = evaluate(p, version, now);
        QVERIFY(!verdict.renewable);
        QCOMPARE(verdict.gate, u"facts_missing"_s);
    }
}

QTEST_GUILESS_MAIN(DeliveredFlagsTest)
#include "tst_deliveredflags.moc"
