// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/manyplan.h"

#include <QTest>

using namespace renewal;
using namespace renewal::items;
using namespace Qt::StringLiterals;

namespace {
/// Somebody whose first candidate may be linked without a closer look.
PrescriberDetail likely()
{
    PrescriberDetail detail;
    detail.summary.prescriber.id.value = 17;
    detail.summary.prescriber.station = StationNumber(u"552"_s);
    detail.summary.prescriber.name = {u"CHIDI"_s, u"OKAFOR"_s, {}};
    detail.summary.correlation.version = 3;
    detail.candidates.candidates = {{TriageTeamId{7001}, u"Blue team"_s, 0.93, {}}};
    detail.candidates.noneProbability = 0.07;
    detail.candidates.explanation =
        u"The best candidate is 93 % likely; matching links alone from 99 % on."_s;
    CareTeam team;
    team.triageTeamId.value = 7001;
    team.name = u"Blue team"_s;
    detail.careTeams = {team};
    return detail;
}
} // namespace

/// What one decision about several prescribers takes and what it leaves out.
class TestManyPlan : public QObject
{
    Q_OBJECT

private slots:
    void linksAreForWhatIsLikely_data();
    void linksAreForWhatIsLikely();
    void othersAreForAll();
};

void TestManyPlan::linksAreForWhatIsLikely_data()
{
    QTest::addColumn<PrescriberDetail>("detail");
    QTest::addColumn<QString>("why");
    const auto add = [](const char *name, const QString &why, auto change) {
        PrescriberDetail detail = likely();
        change(detail);
        QTest::newRow(name) << detail << why;
    };
    add("likely enough", {}, [](auto &) {});
    add("matching is sure too", {}, [](PrescriberDetail &detail) {
        detail.candidates.automatic = true;
        detail.candidates.explanation = u"The names agree."_s;
    });
    add("no candidate", u"no candidate"_s,
        [](PrescriberDetail &detail) { detail.candidates.candidates.clear(); });
    add("not likely enough", u"79 %"_s,
        [](PrescriberDetail &detail) { detail.candidates.candidates[0].probability = 0.79; });
    add("a person said no", u"A person decided"_s,
        [](PrescriberDetail &detail) { detail.summary.correlation.status = CorrelationStatus::Refused; });
    add("a person linked it", u"A person decided"_s,
        [](PrescriberDetail &detail) { detail.summary.correlation.status = CorrelationStatus::Manual; });
    add("a shared name", u"share this name"_s,
        [](PrescriberDetail &detail) { detail.summary.prescriber.homonyms = 2; });
    add("a closed team", u"closed to messages"_s,
        [](PrescriberDetail &detail) { detail.careTeams[0].blocked = true; });
    add("a team that left", u"not a care team"_s,
        [](PrescriberDetail &detail) { detail.careTeams[0].triageTeamId.value = 7002; });
    add("a guard of matching", u"gather in two care teams"_s, [](PrescriberDetail &detail) {
        detail.candidates.explanation = u"The patients gather in two care teams of this kind."_s;
    });
}

void TestManyPlan::linksAreForWhatIsLikely()
{
    QFETCH(PrescriberDetail, detail);
    QFETCH(QString, why);
    const ManyPlan plan = planLinks({detail.summary}, {detail}, u"same clinic"_s);
    QCOMPARE(plan.fitting.size(), why.isEmpty() ? 1 : 0);
    QCOMPARE(plan.leftOut.size(), why.isEmpty() ? 0 : 1);
    if (!why.isEmpty()) {
        QVERIFY2(plan.leftOut.first().text.contains(why), qPrintable(plan.leftOut.first().text));
        QCOMPARE(toString(plan.leftOut.first().result), u"refused"_s);
        QCOMPARE(plan.leftOut.first().prescriber, u"Okafor, Chidi"_s);
        return;
    }
    const IntendedDecision &row = plan.fitting.first();
    QCOMPARE(row.decision.prescriberId.value, 17);
    QCOMPARE(row.decision.careTeam.value, 7001);
    QCOMPARE(row.decision.note, u"same clinic"_s);
    QCOMPARE(row.decision.version, 3); // the one that is in the list
    QVERIFY(row.checksVersion);
    QCOMPARE(row.name, u"Okafor, Chidi"_s);
}

void TestManyPlan::othersAreForAll()
{
    const PrescriberDetail detail = likely();
    const ManyPlan plan = planMany(DecisionKind::External, {detail.summary, detail.summary}, {});
    QCOMPARE(plan.fitting.size(), 2);
    QCOMPARE(plan.leftOut.size(), 0);
    QCOMPARE(toString(plan.fitting.first().decision.kind), u"external"_s);
    // What could not be fetched is left out, not forgotten.
    QCOMPARE(planLinks({detail.summary}, {std::nullopt}, {}).leftOut.size(), 1);
}

QTEST_APPLESS_MAIN(TestManyPlan)
#include "tst_manyplan.moc"
