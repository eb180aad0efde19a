// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditmodel.h"
#include "models/items/correlationtexts.h"
#include "models/items/datetexts.h"
#include "models/items/metrictablemodel.h"
#include "models/items/renewaltexts.h"
#include "models/items/stationdirectory.h"

#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

class TestItemTexts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void duration_data();
    void duration();
    void percentNeverLies_data();
    void percentNeverLies();
    void maskShowsLastFourOnly();
    void dueText_data();
    void dueText();
    void dueReason_data();
    void dueReason();
    void everyStateHasWords();
    void chipTellsStatusAndFigure();
    void timesAreToldInTheStationsZone();
    void daysAreThatDayEverywhere_data();
    void daysAreThatDayEverywhere();
    void divisionIsKnownByItsParent();
    void metricValue_data();
    void metricValue();
    void unknownAuditActionIsToldAsItIs();
    void auditStatesAreWords_data();
    void auditStatesAreWords();
    void auditEntriesNameTheirSubjects_data();
    void auditEntriesNameTheirSubjects();
    void denialIsToldInWords();
    void linkIsToldInWords();
    void auditTargets_data();
    void auditTargets();
};

void TestItemTexts::duration_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative counts as nothing") << qint64(-5) << u"0 s"_s;
    QTest::newRow("seconds") << qint64(59) << u"59 s"_s;
    QTest::newRow("first minute") << qint64(60) << u"1 min"_s;
    QTest::newRow("last minute before an hour") << qint64(3599) << u"59 min"_s;
    QTest::newRow("hours drop the minutes") << qint64(2 * 3600 + 1800) << u"2 h"_s;
    QTest::newRow("a whole day") << qint64(86400) << u"1 d"_s;
    QTest::newRow("days and hours") << qint64(86400 + 3 * 3600) << u"1 d 3 h"_s;
    QTest::newRow("weeks drop the hours") << qint64(9 * 86400 + 3600) << u"9 d"_s;
}

void TestItemTexts::duration()
{
    QFETCH(qint64, seconds);
    QTEST(items::duration(seconds), "text");
}

void TestItemTexts::percentNeverLies_data()
{
    QTest::addColumn<double>("probability");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << 0.714 << u"71 %"_s;
    QTest::newRow("certain") << 1.0 << u"100 %"_s;
    QTest::newRow("nearly certain is not certain") << 0.999 << u"99 %"_s;
    QTest::newRow("nothing") << 0.0 << u"0 %"_s;
    QTest::newRow("hardly anything is not nothing") << 0.001 << u"under 1 %"_s;
    QTest::newRow("beyond one") << 1.2 << u"100 %"_s;
}

void TestItemTexts::percentNeverLies()
{
    QFETCH(double, probability);
    QTEST(items::percent(probability), "text");
}

void TestItemTexts::maskShowsLastFourOnly()
{
    QCOMPARE(items::maskedPatient(u"ICN1012667145V4821"_s), u"Patient •••• 4821"_s);
    QCOMPARE(items::maskedPatient({}), u"Patient unknown"_s);
}

void TestItemTexts::dueText_data()
{
    QTest::addColumn<int>("hoursLeft");
    QTest::addColumn<RenewalState>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("overdue") << -6 << RenewalState::NeedsRouting << u"Overdue 6 h"_s;
    QTest::newRow("soon") << 4 << RenewalState::ReadyToRoute << u"4 h left"_s;
    QTest::newRow("days") << 51 << RenewalState::InReview << u"2 d 3 h left"_s;
    QTest::newRow("ended ones are never overdue") << -6 << RenewalState::Closed << QString();
}

void TestItemTexts::dueText()
{
    QFETCH(int, hoursLeft);
    QFETCH(RenewalState, state);
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    Renewal renewal;
    renewal.state = state;
    renewal.dueAt = now.addSecs(hoursLeft * 3600);
    QTEST(items::dueText(renewal, now), "text");
}

void TestItemTexts::dueReason_data()
{
    QTest::addColumn<QDateTime>("due");
    QTest::addColumn<RenewalState>("state");
    QTest::addColumn<QString>("text");
    // Asked on a Friday evening; Veterans Day lies between.
    const auto at = [](int day, int hour) { return QDateTime({2026, 11, day}, {hour, 27}, Qt::UTC); };
    QTest::newRow("by the rule") << at(13, 0) << RenewalState::NeedsRouting
                                 << u"Reply due Nov 12, 2026 19:27 EST: 3 business day(s) after Nov 6, 2026 "
                                    u"19:27 EST; weekends and federal holidays do not count"_s;
    QTest::newRow("by another rule") << at(9, 0) << RenewalState::NeedsRouting
                                     << u"Reply due Nov 8, 2026 19:27 EST"_s;
    QTest::newRow("answered") << at(13, 0) << RenewalState::Routed << QString();
    QTest::newRow("without an end") << QDateTime() << RenewalState::NeedsRouting << QString();
}

void TestItemTexts::dueReason()
{
    QFETCH(QDateTime, due);
    QFETCH(RenewalState, state);
    Renewal renewal;
    renewal.state = state;
    renewal.requestedAt = QDateTime({2026, 11, 7}, {0, 27}, Qt::UTC);
    renewal.dueAt = due;
    QTEST(items::dueReason(renewal, QTimeZone("America/New_York")), "text");
}

void TestItemTexts::everyStateHasWords()
{
    for (int state = 0; state <= static_cast<int>(RenewalState::Closed); ++state)
        QVERIFY(!items::stateText(static_cast<RenewalState>(state)).isEmpty());
    for (int status = 0; status <= static_cast<int>(CorrelationStatus::Stale); ++status)
        QVERIFY(!items::statusText(static_cast<CorrelationStatus>(status)).isEmpty());
}

void TestItemTexts::chipTellsStatusAndFigure()
{
    PrescriberSummary summary;
    summary.correlation.status = CorrelationStatus::Suggested;
    QCOMPARE(items::statusChip(summary), u"Check"_s);
    summary.bestProbability = 0.71;
    QCOMPARE(items::statusChip(summary), u"Check 71 %"_s);
    summary.correlation.status = CorrelationStatus::Manual; // a person's decision has no probability
    QCOMPARE(items::statusChip(summary), u"By hand"_s);
    summary.correlation.status = CorrelationStatus::None; // nor has what nothing fits
    QCOMPARE(items::statusChip(summary), u"No team"_s);
    summary.correlation.status = CorrelationStatus::Automatic;
    summary.correlation.probability = 0.97;
    QCOMPARE(items::statusChip(summary), u"Auto 97 %"_s);
}

void TestItemTexts::timesAreToldInTheStationsZone()
{
    Station dayton;
    dayton.number = StationNumber(u"552");
    dayton.timeZone = u"America/New_York"_s;
    const items::StationDirectory directory({dayton});
    const QDateTime lateEvening(QDate(2026, 8, 31), QTime(2, 30), Qt::UTC);
    QCOMPARE(items::columnDate(lateEvening, directory.zone(StationNumber(u"552GA"))), u"2026-08-30"_s);
    QCOMPARE(items::columnDate(lateEvening, directory.zone(StationNumber(u"999"))), u"2026-08-31"_s);
    QCOMPARE(items::columnDate({}, QTimeZone::utc()), QString());
    // A day without a time is that day in every zone.
    const QDateTime day(QDate(2026, 8, 31), QTime(0, 0), Qt::UTC);
    QCOMPARE(items::columnDate(day, directory.zone(StationNumber(u"552"))), u"2026-08-31"_s);
    QCOMPARE(items::readableDate(day, directory.zone(StationNumber(u"552"))), u"Aug 31, 2026"_s);
}

void TestItemTexts::daysAreThatDayEverywhere_data()
{
    QTest::addColumn<QDateTime>("delivered");
    QTest::addColumn<QString>("zone");
    const QDate day(2026, 11, 9);
    for (const char *zone : {"America/New_York", "America/Los_Angeles", "Pacific/Honolulu", "Asia/Manila"}) {
        const auto row = [&](const char *name, const QDateTime &at) {
            QTest::addRow("%s, %s", name, zone) << at << QString::fromLatin1(zone);
        };
        row("midnight UTC", QDateTime(day, QTime(0, 0), Qt::UTC));
        row("Eastern midnight", QDateTime(day, QTime(5, 0), Qt::UTC));
        row("Eastern midnight by the summer's clock", QDateTime(day, QTime(4, 0), Qt::UTC));
        row("midnight there", day.startOfDay(QTimeZone(zone)));
    }
}

void TestItemTexts::daysAreThatDayEverywhere()
{
    QFETCH(QDateTime, delivered);
    QFETCH(QString, zone);
    const QTimeZone there(zone.toLatin1());
    QVERIFY(there.isValid());
    QCOMPARE(items::columnDate(delivered, there), u"2026-11-09"_s);
    QCOMPARE(items::readableDate(delivered, there), u"Nov 9, 2026"_s);
    QCOMPARE(items::daysAgo(delivered, QDateTime(QDate(2026, 11, 11), QTime(12, 0), there), there),
             u"2 day(s) ago"_s);
}

void TestItemTexts::divisionIsKnownByItsParent()
{
    Station division;
    division.number = StationNumber(u"589GR");
    division.name = u"Topeka"_s;
    const items::StationDirectory directory({division});
    QCOMPARE(directory.parents().size(), 1);
    QCOMPARE(directory.parents().first().number.text(), u"589"_s);
    QCOMPARE(directory.name(StationNumber(u"589GR")), u"Topeka"_s);
    QCOMPARE(directory.name(StationNumber(u"402")), QString());
}

void TestItemTexts::metricValue_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("large without decimals") << 1234.6 << u"1,235 s"_s;
    QTest::newRow("medium with one") << 2.24 << u"2.2 s"_s;
    QTest::newRow("below one with one") << 0.424 << u"0.4 s"_s;
    QTest::newRow("very small with two") << 0.024 << u"0.02 s"_s;
    QTest::newRow("whole as exact as its limit") << 3.0 << u"3.0 s"_s;
    QTest::newRow("a large share as it is") << 95.0 << u"95 s"_s;
    QTest::newRow("nothing") << 0.0 << u"0 s"_s;
}

void TestItemTexts::metricValue()
{
    QFETCH(double, value);
    QTEST(items::metricValue(value, u"s"_s), "text");
}

void TestItemTexts::unknownAuditActionIsToldAsItIs()
{
    QCOMPARE(items::auditActionText(u"correlation.linked"_s), u"Linked to a care team"_s);
    QCOMPARE(items::auditActionText(u"outbox.message_sent"_s), u"outbox message sent"_s);
}

void TestItemTexts::auditStatesAreWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("lines");
    using Lines = QStringList;
    QTest::newRow("nothing") << QString() << QString() << Lines{};
    QTest::newRow("no JSON") << u"x"_s << u"{"_s << Lines{};
    QTest::newRow("a state") << uR"({"status":"suggested"})"_s << uR"({"status":"manual","version":4})"_s
                             << Lines{u"State: Suggested, a person must decide > Linked by hand"_s};
    QTest::newRow("what stays is left out")
        << uR"({"careTeam":7,"note":"a"})"_s << uR"({"careTeam":7,"note":"b"})"_s << Lines{u"Note: a > b"_s};
    QTest::newRow("taken away") << uR"({"careTeam":6910405})"_s << uR"({"careTeam":null})"_s
                                << Lines{u"Care team: 6910405 > "_s};
    QTest::newRow("counts, also inner ones")
        << QString() << uR"({"effect":{"becomeReady":1204},"linked":3})"_s
        << Lines{u"Renewals became ready:  > 1,204"_s, u"Newly linked:  > 3"_s};
    QTest::newRow("why a link ended, and what is planned")
        << uR"({"status":"manual","teamName":"Blue"})"_s
        << uR"({"status":"stale","teamName":"Blue","changeKind":"renamed","changeBefore":"Blue",)"
           R"("changeAfter":"Red","reason":"took_over",)"
           R"("divisions":[{"division":"552GA","name":"Green","triageTeamId":7}],)"
           R"("planned":{"plannedTeam":9,"plannedName":"New","plannedFrom":1795408077966}})"_s
        << Lines{u"State: Linked by hand > No longer holds"_s,
                 u"Reason:  > The team took over"_s,
                 u"Planned care team:  > 9"_s,
                 u"Planned from:  > Nov 23, 2026 04:27 UTC"_s,
                 u"What was so:  > Blue"_s,
                 u"What is so now:  > Red"_s,
                 u"Care teams of divisions:  > 552GA: Green"_s};
    QTest::newRow("times, shares, truth") << QString()
                                          << uR"({"validFrom":"2026-11-22T14:58:00.000Z","probability":0.71,)"
                                             R"("someThing":true})"_s
                                          << Lines{u"Holds from:  > Nov 22, 2026 14:58 UTC"_s,
                                                   u"Probability:  > 71 %"_s, u"Some thing:  > Yes"_s};
}

void TestItemTexts::auditStatesAreWords()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QStringList, lines);
    AuditEvent event;
    event.before = before;
    event.after = after;
    QStringList told;
    for (const items::AuditChange &change : items::auditChanges(event, QTimeZone::utc()))
        told.append(u"%1: %2 > %3"_s.arg(change.what, change.before, change.after));
    QCOMPARE(told, lines);
}

void TestItemTexts::auditEntriesNameTheirSubjects_data()
{
    using Names = QMap<QString, QString>;
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("after");
    QTest::addColumn<Names>("names");
    QTest::addColumn<QString>("text");
    const QString three = uR"({"renewals":[704,705,706]})"_s;
    QTest::newRow("a prescriber") << u"correlation.linked"_s << u"prescriber/184"_s << QString()
                                  << Names{{u"subject"_s, u"Boswell, Lisa"_s}} << u"Boswell, Lisa"_s;
    QTest::newRow("one who is gone") << u"correlation.linked"_s << u"prescriber/184"_s << QString() << Names{}
                                     << u"Prescriber 184"_s;
    QTest::newRow("renewals of a patient")
        << u"triage.route"_s << u"triage/6"_s << three << Names{{u"patients"_s, u"4365"_s}}
        << u"3 renewal(s) of patient •••• 4365"_s;
    QTest::newRow("of two") << u"triage.route"_s << u"triage/6"_s << three
                            << Names{{u"patients"_s, u"4365 2210"_s}}
                            << u"3 renewal(s) of 2 patients: •••• 4365, •••• 2210"_s;
    QTest::newRow("of many") << u"triage.route"_s << u"triage/6"_s << three
                             << Names{{u"patients"_s, u"1 2 3 4"_s}}
                             << u"3 renewal(s) of 4 patients: •••• 1, •••• 2, •••• 3 and 1 more"_s;
    QTest::newRow("of nobody known") << u"triage.route"_s << u"triage/6"_s << three << Names{}
                                     << u"3 renewal(s)"_s;
    QTest::newRow("a reveal") << u"patient.revealed"_s << u"renewal/7"_s << QString()
                              << Names{{u"patients"_s, u"4365"_s}} << u"Patient •••• 4365"_s;
    QTest::newRow("a sign-off") << u"rollout.signed_off"_s << u"rollout/C/ux_research"_s << QString()
                                << Names{} << u"Stage C, Ux research"_s;
}

void TestItemTexts::auditEntriesNameTheirSubjects()
{
    using Names = QMap<QString, QString>;
    QFETCH(Names, names);
    AuditEvent event;
    event.action = *static_cast<QString *>(QTest::qData("action", QMetaType::QString));
    event.subject = *static_cast<QString *>(QTest::qData("subject", QMetaType::QString));
    event.after = *static_cast<QString *>(QTest::qData("after", QMetaType::QString));
    event.names = names;
    QTEST(items::auditSubjectText(event), "text");
}

void TestItemTexts::denialIsToldInWords()
{
    AuditEvent event;
    event.action = u"triage.deny"_s;
    event.subject = u"triage/6"_s;
    event.before = uR"({"states":["in_review","ready_to_route","in_review"]})"_s;
    event.after = uR"({"reason":"MODIFY","renewals":[704,705,706]})"_s;
    event.names = {{u"patients"_s, u"4365 2210"_s}, {u"prescribers"_s, u"Boswell, Lisa"_s}};
    QStringList told;
    for (const items::AuditChange &change : items::auditChanges(event, QTimeZone::utc()))
        told.append(u"%1: %2 > %3"_s.arg(change.what, change.before, change.after));
    QCOMPARE(told,
             QStringList({u"Renewals:  > 3"_s, u"Patients:  > •••• 4365, •••• 2210"_s,
                          u"Prescribers:  > Boswell, Lisa"_s, u"State: In review, Ready to route > Denied"_s,
                          u"Reason:  > A changed prescription exists"_s}));
}

void TestItemTexts::linkIsToldInWords()
{
    AuditEvent event;
    event.action = u"correlation.linked"_s;
    event.subject = u"prescriber/184"_s;
    event.after = uR"({"triageTeamId":4501475,"validFrom":1795408077966})"_s;
    event.names = {{u"careTeam/4501475"_s, u"Blue team, PACT"_s}};
    QStringList told;
    for (const items::AuditChange &change : items::auditChanges(event, QTimeZone::utc()))
        told.append(u"%1: %2"_s.arg(change.what, change.after));
    QCOMPARE(told, QStringList({u"Care team: Blue team, PACT"_s, u"Holds from: Nov 23, 2026 04:27 UTC"_s}));
}

void TestItemTexts::auditTargets_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("kind");
    QTest::newRow("prescriber") << u"prescriber/42"_s << u"prescriber"_s;
    QTest::newRow("renewal") << u"renewal/7"_s << u"renewal"_s;
    QTest::newRow("station") << u"station/552"_s << u"station"_s;
    QTest::newRow("all stations") << u"station/"_s << QString();
    QTest::newRow("import") << u"import/3"_s << QString(); // has a page of its own
    QTest::newRow("many") << u"renewal/*"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestItemTexts::auditTargets()
{
    QFETCH(QString, subject);
    QFETCH(QString, kind);
    const auto target = items::auditTarget(subject);
    QCOMPARE(target ? toString(target->kind) : QString(), kind);
}

QTEST_GUILESS_MAIN(TestItemTexts)
#include "tst_itemtexts.moc"
