// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/clientrules.h"
#include "tests/renewability/casetable.h"

#include <QTest>

using namespace renewal;
using namespace renewal::renewability;
using namespace renewal::test;
using namespace Qt::StringLiterals;

namespace {
void addRows(const char *list)
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonValue value : casesOf(list))
        QTest::newRow(idOf(value.toObject()).constData()) << value.toObject();
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue item : value.toArray())
        list.append(item.toString());
    return list;
}
} // namespace

/// What the Veteran's page shows, and whether a facility is open, against the four side tables.
class ClientRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void link_data() { addRows("ui_link_cases"); }
    void link();
    void suppressedLink();
    void expiredWithin120Days_data() { addRows("expired_within_120_days_cases"); }
    void expiredWithin120Days();
    void expiryBounds_data();
    void expiryBounds();
    void renewalWithin72Hours_data() { addRows("recently_requested_72h_cases"); }
    void renewalWithin72Hours();
    void facilityGate_data() { addRows("renewal_flow_gate_cases"); }
    void facilityGate();
    void facilityGateBeyondTheTable_data();
    void facilityGateBeyondTheTable();
};

void ClientRulesTest::link()
{
    QFETCH(const QJsonObject, row);
    const QJsonObject input = row["input"_L1].toObject();
    LinkFacts facts;
    facts.toggle = input["toggle"_L1].toBool();
    facts.ehr = input["isOracleHealth"_L1].toBool() ? EhrSystem::OracleHealth : EhrSystem::VistA;
    facts.isRenewable = input["isRenewable"_L1].toBool();
    facts.suppressed = input["suppressRenewalLink"_L1].toBool();
    QCOMPARE(isLinkShown(facts), row["expected_link_shown"_L1].toBool());
}

void ClientRulesTest::suppressedLink()
{
    LinkFacts facts{true, EhrSystem::OracleHealth, true, false};
    QVERIFY(isLinkShown(facts));
    facts.suppressed = true;
    QVERIFY(!isLinkShown(facts));
    facts = {true, EhrSystem::OracleHealth, std::nullopt, false};
    QVERIFY(!isLinkShown(facts));
}

void ClientRulesTest::expiredWithin120Days()
{
    QFETCH(const QJsonObject, row);
    const QJsonObject input = row["input"_L1].toObject();
    QCOMPARE(isExpiredWithin120Days(input["dispStatus"_L1].toString(), instant(input["expirationDate"_L1]),
                                    instant(row["today"_L1])),
             row["expected_expired_within_120_days"_L1].toBool());
}

void ClientRulesTest::expiryBounds_data()
{
    QTest::addColumn<qint64>("secondsFromNow");
    QTest::addColumn<bool>("within");
    QTest::newRow("now") << qint64(0) << true;
    QTest::newRow("a second ahead") << qint64(1) << false;
    QTest::newRow("120 days to the second") << qint64(-120 * 86400) << true;
    QTest::newRow("a second more") << qint64(-120 * 86400 - 1) << false;
}

void ClientRulesTest::expiryBounds()
{
    QFETCH(const qint64, secondsFromNow);
    QFETCH(const bool, within);
    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    QCOMPARE(isExpiredWithin120Days(u"Expired"_s, now.addSecs(secondsFromNow), now), within);
}

void ClientRulesTest::renewalWithin72Hours()
{
    QFETCH(const QJsonObject, row);
    const QJsonValue stamp = row["input"_L1]["renewalSubmittedTimestamp"_L1];
    const QDateTime submitted =
        stamp.isDouble() ? QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(stamp.toDouble()), Qt::UTC)
                         : QDateTime();
    QCOMPARE(isRenewalWithin72Hours(submitted, instant(row["today"_L1])),
             row["expected_recently_requested"_L1].toBool());
}

void ClientRulesTest::facilityGate()
{
    QFETCH(const QJsonObject, row);
    const QJsonObject input = row["input"_L1].toObject();
    FlowFacts facts;
    facts.isRenewable = input["isRenewable"_L1].toBool();
    facts.station = input["station"_L1].toString();
    facts.allowedStations = texts(input["allowed"_L1]);
    facts.rolloutStations = texts(input["rollout"_L1]);
    facts.rolloutToggle = input["rolloutToggleForUser"_L1].toBool();
    facts.facilityNameResolved = input["facilityNameResolved"_L1].toBool();
    const FlowGate gate = flowGate(facts);
    QCOMPARE(isFlowEnabled(gate), row["expected_flow_enabled"_L1].toBool());
    QCOMPARE(flowCounter(gate, facts.station), row["expected_statsd"_L1].toString());
}

void ClientRulesTest::facilityGateBeyondTheTable_data()
{
    QTest::addColumn<EhrSystem>("ehr");
    QTest::addColumn<bool>("named");
    QTest::addColumn<bool>("toggle");
    QTest::addColumn<QString>("counter");
    const QString name = u"unified_health_data.prescription.renewal_flow.rollout [station:692, enabled:%1]"_s;
    QTest::newRow("on the rollout list, toggle off")
        << EhrSystem::OracleHealth << true << false << name.arg(u"false"_s);
    QTest::newRow("toggle on") << EhrSystem::OracleHealth << true << true << name.arg(u"true"_s);
    QTest::newRow("facility name not resolved") << EhrSystem::OracleHealth << false << true << QString();
    QTest::newRow("VistA has no flow") << EhrSystem::VistA << true << true << QString();
}

void ClientRulesTest::facilityGateBeyondTheTable()
{
    QFETCH(const EhrSystem, ehr);
    QFETCH(const bool, named);
    QFETCH(const bool, toggle);
    QFETCH(const QString, counter);
    const FlowFacts facts{ehr, true, u"692"_s, {}, {u"692"_s}, toggle, named};
    QCOMPARE(flowCounter(flowGate(facts), facts.station), counter);
    QCOMPARE(isFlowEnabled(flowGate(facts)), counter.endsWith("enabled:true]"_L1));
}

QTEST_GUILESS_MAIN(ClientRulesTest)
#include "tst_clientrules.moc"
