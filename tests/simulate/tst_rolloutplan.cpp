// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rollout plan as a file: docs/region-extras.md.
#include "models/exchange/documentreader.h"

#include <QTest>

using namespace renewal;
using namespace renewal::exchange;
using namespace Qt::StringLiterals;

class TestRolloutPlan final : public QObject
{
    Q_OBJECT

private slots:
    void readsAPlan();
    void setsAsideBrokenPlans_data();
    void setsAsideBrokenPlans();
};

void TestRolloutPlan::readsAPlan()
{
    const QByteArray json = R"({"rolloutPlan": {"toggle": "renewals", "environment": null, "stages": [
        {"name": "A", "percent": 5, "plannedAt": "2026-11-16T14:00:00Z", "startedAt": "2026-11-16T15:00:00Z"},
        {"name": "B", "percent": "25", "plannedAt": "2026-11-19", "startedAt": null}]}})";
    const auto content = readDocument(json);
    QVERIFY(content);
    QVERIFY(content->kind == FileKind::RolloutPlan);
    QCOMPARE(content->records.size(), 1);
    const RolloutPlan plan = std::get<RolloutPlan>(content->records.first());
    const QDateTime midnight(QDate(2026, 11, 19), QTime(0, 0), Qt::UTC);
    const QDateTime planned(QDate(2026, 11, 16), QTime(14, 0), Qt::UTC);
    const RolloutPlan expected{
        u"renewals"_s, {}, {{u"A"_s, 5, planned, planned.addSecs(3'600)}, {u"B"_s, 25, midnight, {}}}};
    QVERIFY(plan == expected);
}

void TestRolloutPlan::setsAsideBrokenPlans_data()
{
    QTest::addColumn<QByteArray>("plan");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no toggle") << QByteArray(R"({"stages": []})") << u"toggle"_s;
    QTest::newRow("no stages") << QByteArray(R"({"toggle": "t"})") << u"stages"_s;
    QTest::newRow("stages no list") << QByteArray(R"({"toggle": "t", "stages": 3})") << u"stages"_s;
    QTest::newRow("stage no object") << QByteArray(R"({"toggle": "t", "stages": [3]})") << u"stage"_s;
    QTest::newRow("no name") << QByteArray(R"({"toggle": "t", "stages": [{"percent": 3}]})") << u"name"_s;
    QTest::newRow("no percent") << QByteArray(R"({"toggle": "t", "stages": [{"name": "A"}]})")
                                << u"percent"_s;
    QTest::newRow("over 100") << QByteArray(R"({"toggle": "t", "stages": [{"name": "A", "percent": 101}]})")
                              << u"0 to 100"_s;
    QTest::newRow("bad time")
        << QByteArray(R"({"toggle": "t", "stages": [{"name": "A", "percent": 1, "startedAt": "soon"}]})")
        << u"startedAt"_s;
    QTest::newRow("not an object") << QByteArray("[]") << u"rolloutPlan"_s;
}

void TestRolloutPlan::setsAsideBrokenPlans()
{
    QFETCH(QByteArray, plan);
    QFETCH(QString, reason);
    const auto content = readDocument("{\"rolloutPlan\": " + plan + "}");
    QVERIFY(content);
    QVERIFY(content->records.isEmpty());
    QCOMPARE(content->setAside.size(), 1);
    QVERIFY2(content->setAside.first().reason.contains(reason), qPrintable(content->setAside.first().reason));
}

QTEST_GUILESS_MAIN(TestRolloutPlan)
#include "tst_rolloutplan.moc"
