// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/releaseplanmarkdown.h"

#include <QRandomGenerator>
#include <QTest>

#include <cstdlib>

using namespace renewal;
using namespace renewal::exchange;
using namespace Qt::StringLiterals;

/// The release plan as a document: what is written is read, also what people wrote by the template, and what
/// is wrong is told with its line.
class TestReleasePlan : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead();
    void anyPlanComesBack();
    void resultsAreWrittenInTheOrderOfTheTemplate();
    void aPlanOfTheTemplateIsRead();
    void problemsNameTheirLine_data();
    void problemsNameTheirLine();
    void whatHasNoPlaceIsTold();
    void itIsNoPlan();
    void aSignOffHangsOnWhatItAgreesTo();
};

namespace {
ReleasePlan plan()
{
    ReleasePlan plan;
    plan.title = u"Renewal flow"_s;
    plan.background = u"First line.\n\n# no heading\n- no list"_s;
    plan.overview = u"Renew online."_s;
    plan.toggles = {{u"first_toggle"_s, u"Shows the link | all of it"_s}, {u"second_toggle"_s}};
    plan.checklist = {
        {u"Validate in staging"_s, true}, {u"Go or no go"_s}, {u"Review the plan"_s, false, true}};
    plan.stagedRollout = u"Yes: it is new."_s;
    plan.rollback = {u"Monitors tell engineering."_s,
                     {u"Switch the toggle off for all users"_s, u"Debug"_s},
                     {u"Step down"_s},
                     {u"Stay on"_s}};
    plan.exposure = u"By a feature toggle: percentage of users"_s;
    plan.dashboards = {u"https://dashboard.example/renewals"_s};
    plan.monitors = {{u"Product Manager"_s, u"Kim: weekdays"_s}, {u"Engineering Lead"_s}};
    plan.criteria = {{u"message_send_errors"_s, u"Message send errors"_s, true, 1.0, u"%"_s},
                     {u"csat"_s, u"Veteran satisfaction (CSAT)"_s, false, std::nullopt, QString()}};
    plan.stages = {{u"0"_s, 0, true, QDate(2026, 11, 23), 1, 25},
                   {u"A"_s, 5, false, QDate(2026, 11, 30), 5, 12'000, u"No"_s, u"XX"_s},
                   {u"B"_s, 12.5}};
    return plan;
}

QString read(const ReadReleasePlan &read)
{
    QStringList told;
    for (const PlanRemark &remark : read.problems)
        told.append(u"%1: %2"_s.arg(remark.line).arg(remark.text));
    return told.join(u" / "_s);
}

/// Words that a document could misread.
QString words(QRandomGenerator &random, bool severalLines)
{
    static const QStringList parts{
        u"plan"_s,   u"#"_s,   u"-"_s,     u"*"_s,   u"|"_s,         u"\\"_s,           u"**"_s,     u"[ ]"_s,
        u"1."_s,     u"XX"_s,  u"(`x`)"_s, u"5 %"_s, u"[FILL_IN]"_s, u"Stage A: 5"_s,   u"größer"_s, u"`"_s,
        u"\u4f60"_s, u"<b>"_s, u"%1"_s,    u"?"_s,   u"about 7"_s,   u"at least 3 s"_s, u"  "_s,     u","_s};
    QString text;
    const int count = random.bounded(6);
    for (int i = 0; i < count; ++i) {
        text += parts.at(random.bounded(int(parts.size())));
        text += severalLines && random.bounded(3) == 0 ? u'\n' : u' ';
    }
    return text;
}

QStringList list(QRandomGenerator &random)
{
    QStringList all;
    const int count = random.bounded(4);
    for (int i = 0; i < count; ++i)
        all.append(words(random, false));
    return all;
}

ReleasePlan anyPlan(QRandomGenerator &random)
{
    ReleasePlan plan;
    plan.title = words(random, false);
    plan.background = words(random, true);
    plan.overview = words(random, true);
    plan.stagedRollout = words(random, true);
    plan.rollback = {words(random, true), list(random), list(random), list(random)};
    plan.exposure = words(random, false);
    plan.dashboards = list(random);
    for (int i = random.bounded(3); i >= 0; --i)
        plan.toggles.append({u"toggle_%1"_s.arg(i), words(random, false)});
    for (const QString &text : list(random))
        plan.checklist.append({text, random.bounded(2) == 0, random.bounded(2) == 0});
    for (int i = random.bounded(3); i > 0; --i)
        plan.monitors.append({u"Role %1"_s.arg(i), words(random, false)});
    for (int i = random.bounded(4); i > 0; --i) {
        const bool isLimited = random.bounded(3) > 0;
        plan.criteria.append({u"key_%1"_s.arg(i), u"Title %1"_s.arg(i) + words(random, false),
                              random.bounded(2) == 0,
                              isLimited ? std::optional(random.generateDouble() * 100) : std::nullopt,
                              isLimited && random.bounded(2) == 0 ? u"%"_s : QString()});
    }
    double percent = 0;
    const int stages = 1 + random.bounded(5);
    for (int i = 0; i < stages; ++i) {
        PlannedStage stage{QString(QChar(u'A' + i))};
        stage.allowList = percent == 0 && random.bounded(3) == 0;
        if (!stage.allowList)
            stage.percent = percent += 0.001 + random.generateDouble() * 19;
        if (random.bounded(2) == 0)
            stage.plannedOn = QDate(2026, 11, 1).addDays(20 * i + random.bounded(20));
        stage.minimumDays = random.bounded(30);
        if (random.bounded(2) == 0)
            stage.expectedUsers = random.bounded(2'000'000);
        stage.downstream = words(random, false);
        stage.changes = words(random, false);
        plan.stages.append(stage);
    }
    return plan;
}
} // namespace

void TestReleasePlan::whatIsWrittenIsRead()
{
    const ReleasePlan written = plan();
    QCOMPARE(normalised(written), written);
    QVERIFY(faultsOf(written).isEmpty());
    const ReadReleasePlan back = readReleasePlan(releasePlanMarkdown({written}));
    QVERIFY2(back.isGood(), qPrintable(read(back)));
    QVERIFY(back.leftOut.isEmpty());
    QVERIFY(back.plan == written);
}

void TestReleasePlan::anyPlanComesBack()
{
    QRandomGenerator random(20261124);
    for (int i = 0; i < 2'000; ++i) {
        const ReleasePlan written = normalised(anyPlan(random));
        QVERIFY(faultsOf(written).isEmpty());
        const QString document = releasePlanMarkdown({written});
        const ReadReleasePlan back = readReleasePlan(document);
        QVERIFY2(back.isGood() && back.plan == written, qPrintable(read(back) + u'\n' + document));
        QCOMPARE(fingerprint(back.plan), fingerprint(written));
        QCOMPARE(releasePlanMarkdown({back.plan}), document);
    }
}

void TestReleasePlan::resultsAreWrittenInTheOrderOfTheTemplate()
{
    ReleaseDocument document{plan()};
    StageReport stage{u"A"_s, QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC)};
    stage.summary = {8'134, 9'000, 33, u"SM API 27, web 6"_s, {}};
    stage.criteria = {{.key = u"message_send_errors"_s,
                       .title = u"Message send errors"_s,
                       .unit = u"%"_s,
                       .metric = {},
                       .verdict = CriterionVerdict::Met,
                       .sentence = u"33 of 9,033 messages could not be sent (0.4 %)."_s}};
    document.stages = {stage};
    stage.name = u"1-week"_s;
    document.looks = {stage};
    document.days = {{QDate(2026, 11, 30), u"A"_s, 400, 2, 2.25, {u"Stage A began"_s, u"a | b"_s}}};
    const QString text = releasePlanMarkdown(document);
    const QStringList order{u"# Release Plan: Renewal flow"_s,
                            u"## Background"_s,
                            u"## Overview"_s,
                            u"## Step 1: Development"_s,
                            u"| `first_toggle` | Shows the link \\| all of it |"_s,
                            u"## Step 2: Validation"_s,
                            u"- [x] Validate in staging"_s,
                            u"  - [ ] Review the plan"_s,
                            u"## Step 3: Production rollout"_s,
                            u"### Do I need a staged rollout?"_s,
                            u"### Define the Rollback process"_s,
                            u"#### If a critical severity issue"_s,
                            u"1. Switch the toggle off for all users"_s,
                            u"#### If a high-severity issue"_s,
                            u"#### If a low-severity issue"_s,
                            u"## Metrics Based Criteria"_s,
                            u"- Message send errors: at most 1 % (`message_send_errors`)"_s,
                            u"## Monitoring"_s,
                            u"### Stage 0: Allow-list"_s,
                            u"### Stage A: 5 % of users"_s,
                            u"- Length of time: at least 5 days"_s,
                            u"5 % (about 12,000 users)"_s,
                            u"- Number of unique users: 8,134"_s,
                            u"  - Message send errors: met. 33 of 9,033 messages"_s,
                            u"- Was any downstream service affected by the change?: No"_s,
                            u"- Types of errors logged: SM API 27, web 6"_s,
                            u"### Stage B: 12.5 % of users"_s,
                            u"## Post Launch metrics"_s,
                            u"### 1-week results"_s,
                            u"## Monitoring Log"_s,
                            u"| 2026-11-30 | A | 400 | 2 | 2.3 s | Stage A began; a \\| b |"_s};
    qsizetype place = 0;
    for (const QString &part : order) {
        const qsizetype found = text.indexOf(part, place);
        QVERIFY2(found >= 0, qPrintable(part + u'\n' + text));
        place = found;
    }
    const ReadReleasePlan back = readReleasePlan(text);
    QVERIFY2(back.isGood(), qPrintable(read(back)));
    QVERIFY(back.plan == plan());
}

/// As people fill it in: without spaces after dashes, stages in bold, blanks left.
void TestReleasePlan::aPlanOfTheTemplateIsRead()
{
    const ReadReleasePlan back = readReleasePlan(
        u"\n# Release Plan: RX Renewal Flow- MVP\r\n\r\n## Background: \n\nOutline: https://example.org\n\n"
        "## Overview\n\nUser goal.\n\n## Step 1: Development\nFeature Toggles\n\n"
        "| Toggle name | Description |\n| ----------- | ----------- |\n| `first_toggle` | Shows it |\n\n"
        "## Step 2: Validation  \n\nBefore enabling it:\n\n- [ ] Follow best practices\n- [x] Go\n"
        "  - [ ] review it\n\n## Step 3: Production rollout\n\n### Do I need a staged rollout? "
        "\n\n**Yes**\n\n"
        "### Define the Rollback process\n\nWe watch.\n\n#### If a critical severity issue\n"
        "1. Off for all users\n2. Debug\n#### If a high-severity issue\n1. Step down\n"
        "#### If a low-severity issue\n1. Stay\n\n"
        "-How will you make the product available in production while limiting the number of users who can "
        "find/access it: **By using a feature flag.**\n\n"
        "-Links to the dashboard showing \"success criteria\" metrics: **Dashboard 7**\n\n"
        "-Who is monitoring the dashboard(s)?: **UX Leads, Engineering Lead, and Product Manager**\n\n"
        "##  Metrics Based Criteria: UPDATES NEEDED\n\n## Monitoring (Post Monitoring Documentation)\n\n"
        "**Stage A: 5% of users**\nTest a larger population.\n\n**Planning**\n-Length of time: 1 day, "
        "(soon_\n"
        "-Percentage of Users (and roughly how many users do you expect this to be):**5%**\n\n**Results**\n"
        "-Number of unique users: XX\n-Was any downstream service affected by the change?: No\n"
        "-What changes (if any) are necessarily based on the logs, feedback on user challenges, or VA "
        "challenges? None yet\n\n**Stage E: 100% of users**\n**Planning**\n-Length of time: XX\n"
        "-Percentage of Users: **100%**\n"_s);
    QVERIFY2(back.isGood(), qPrintable(read(back)));
    const ReleasePlan &plan = back.plan;
    QCOMPARE(plan.title, u"RX Renewal Flow- MVP"_s);
    QCOMPARE(plan.toggles.size(), 1);
    QCOMPARE(plan.checklist.size(), 3);
    QVERIFY(plan.checklist.at(2).isPart);
    QVERIFY(plan.checklist.at(1).done);
    QCOMPARE(plan.rollback.critical, QStringList({u"Off for all users"_s, u"Debug"_s}));
    QCOMPARE(plan.rollback.low, QStringList(u"Stay"_s));
    QCOMPARE(plan.exposure, u"By using a feature flag."_s);
    QCOMPARE(plan.dashboards, QStringList(u"Dashboard 7"_s));
    QCOMPARE(plan.monitors.size(), 3);
    QCOMPARE(plan.monitors.last().role, u"Product Manager"_s);
    QCOMPARE(plan.stages.size(), 2);
    QCOMPARE(plan.stages.first().minimumDays, 1);
    QCOMPARE(plan.stages.first().downstream, u"No"_s);
    QCOMPARE(plan.stages.first().changes, u"None yet"_s);
    QCOMPARE(plan.stages.last().percent, 100.0);
}

void TestReleasePlan::problemsNameTheirLine_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const QString &from, const QString &to, const QString &told) {
        QTest::newRow(name) << from << to << told;
    };
    row("a percentage in words", u"### Stage A: 5 % of users"_s, u"### Stage A: few users"_s,
        u"Write it like Stage A: 5 % of users"_s);
    row("another percentage below", u"5 % (about"_s, u"6 % (about"_s, u"Make them the same"_s);
    row("a date of another order", u"2026-11-30"_s, u"30.11.2026"_s, u"Write it like 2026-11-30"_s);
    row("a length without days", u"at least 5 days"_s, u"a while"_s, u"Write whole days"_s);
    row("a criterion in other words", u"at most 1 %"_s, u"below 1 %"_s, u"Write it like: Message"_s);
    row("a limit with a comma", u"at most 1 %"_s, u"at most 0,5 %"_s, u"Write it with a point"_s);
    row("a criterion without a key", u"(`message_send_errors`)"_s, u"(``)"_s, u"no key of its own"_s);
    row("a checklist without boxes", u"- [ ] Go or no go"_s, u"- Go or no go"_s, u"has no box"_s);
    row("words among the steps", u"2. Debug"_s, u"Debug"_s, u"Write 1. before it"_s);
    row("a toggle with spaces", u"`second_toggle`"_s, u"`second toggle`"_s, u"no name of a toggle"_s);
    row("a toggle twice", u"`second_toggle`"_s, u"`first_toggle`"_s, u"take one out"_s);
    row("stages that go down", u"Stage B: 12.5 %"_s, u"Stage B: 4 %"_s, u"reaches no more users"_s);
    row("a stage twice", u"Stage B: 12.5 %"_s, u"Stage A: 12.5 %"_s, u"is there twice"_s);
    row("dates out of order", u"2026-11-30"_s, u"2026-11-20"_s, u"put the dates in order"_s);
    row("above all users", u"Stage B: 12.5 %"_s, u"Stage B: 112.5 %"_s, u"a percentage above 0"_s);
}

void TestReleasePlan::problemsNameTheirLine()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, told);
    QString document = releasePlanMarkdown({plan()});
    const qsizetype place = document.indexOf(from);
    QVERIFY(place >= 0);
    document.replace(place, from.size(), to);
    const int line = int(document.left(place).count(u'\n')) + 1;
    const ReadReleasePlan back = readReleasePlan(document);
    QVERIFY(!back.isGood());
    const PlanRemark &first = back.problems.first();
    QVERIFY2(first.text.contains(told), qPrintable(read(back)));
    // A stage is told of at its heading, or at the line that says otherwise.
    QVERIFY2(std::abs(first.line - line) <= 6, qPrintable(read(back)));
}

void TestReleasePlan::whatHasNoPlaceIsTold()
{
    QString document = releasePlanMarkdown({plan()});
    document.replace(u"## Overview"_s, u"## Risks\n\nSome.\n\n## Overview"_s);
    const ReadReleasePlan back = readReleasePlan(document);
    QVERIFY(back.isGood());
    QVERIFY(back.plan == plan());
    QCOMPARE(back.leftOut.size(), 1);
    QVERIFY(back.leftOut.first().text.contains(u"Risks"_s));
}

void TestReleasePlan::itIsNoPlan()
{
    QVERIFY(!readReleasePlan({}).isGood());
    const ReadReleasePlan other = readReleasePlan(u"# Shopping\n\n- milk\n"_s);
    QVERIFY(!other.isGood());
    QVERIFY(read(other).contains(u"no stages"_s));
    QVERIFY(!readReleasePlan(QString(1'000'001, u'x')).isGood());
}

void TestReleasePlan::aSignOffHangsOnWhatItAgreesTo()
{
    const QString before = fingerprint(plan());
    ReleasePlan other = plan();
    other.background = u"other"_s;
    other.stages[1].changes = u"other"_s;
    other.checklist[1].done = true;
    QCOMPARE(fingerprint(other), before);
    other.stages[1].percent = 6;
    QVERIFY(fingerprint(other) != before);
    other = plan();
    other.criteria[0].limit = 2;
    QVERIFY(fingerprint(other) != before);
    other = plan();
    other.toggles.removeLast();
    QVERIFY(fingerprint(other) != before);
}

QTEST_APPLESS_MAIN(TestReleasePlan)
#include "tst_releaseplan.moc"
