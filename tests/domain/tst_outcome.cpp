// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/outcome.h"
#include "models/domain/triagemoves.h"

#include <QSet>
#include <QTest>

#include <limits>

using namespace renewal;
using namespace Qt::StringLiterals;

/// How a renewal ends: the figures say which approval it is, the limits hold, and no state is a dead end.
class TestOutcome : public QObject
{
    Q_OBJECT

private slots:
    void theFiguresSayWhichApproval_data();
    void theFiguresSayWhichApproval();
    void limits_data();
    void limits();
    void countsAreReadFromWhatIsDelivered_data();
    void countsAreReadFromWhatIsDelivered();
    void outcomesHaveWords();
    void everyStateIsReachedAndOnlyClosedEnds();
    void denialsHaveScriptIdsAndOfferAnotherTeam_data();
    void denialsHaveScriptIdsAndOfferAnotherTeam();
};

namespace {
using Maybe = std::optional<double>;

RenewalOrder order(const char *drug, const char *sig, Maybe quantity, std::optional<int> refills)
{
    return {QString::fromLatin1(drug), QString::fromLatin1(sig), quantity, refills};
}
} // namespace

void TestOutcome::theFiguresSayWhichApproval_data()
{
    QTest::addColumn<RenewalOrder>("former");
    QTest::addColumn<RenewalOrder>("given");
    QTest::addColumn<QString>("outcome");
    const RenewalOrder former = order("LISINOPRIL 20MG TAB", "TAKE ONE DAILY", 30, 3);
    const RenewalOrder noRefills = order("LISINOPRIL 20MG TAB", "TAKE ONE DAILY", 30, {});
    const auto row = [](const char *name, const RenewalOrder &former, const RenewalOrder &given,
                        const char *outcome) {
        QTest::newRow(name) << former << given << QString::fromLatin1(outcome);
    };
    row("as it was", former, former, "approved");
    row("another case, more blanks", former, order("Lisinopril  20mg tab", " take one daily", 30, 3),
        "approved");
    row("refills where none were asked for", noRefills, order("LISINOPRIL 20MG TAB", "TAKE ONE DAILY", 30, 3),
        "approved");
    row("no refills where none were asked for", noRefills,
        order("LISINOPRIL 20MG TAB", "TAKE ONE DAILY", 30, 0), "approved");
    row("fewer refills", former, order("LISINOPRIL 20MG TAB", "TAKE ONE DAILY", 30, 1),
        "approved_with_changes");
    row("no refills", former, order("LISINOPRIL 20MG TAB", "TAKE ONE DAILY", 30, 0), "approved_with_changes");
    row("another count", former, order("LISINOPRIL 20MG TAB", "TAKE ONE DAILY", 90, 3),
        "approved_with_changes");
    row("a count that was not known", order("LISINOPRIL 20MG TAB", "TAKE ONE DAILY", {}, 3), former,
        "approved");
    row("other instructions", former, order("LISINOPRIL 20MG TAB", "TAKE TWO DAILY", 30, 3), "replaced");
    row("another strength", former, order("LISINOPRIL 40MG TAB", "TAKE ONE DAILY", 30, 3), "replaced");
    row("another drug and another count", former, order("LOSARTAN 50MG TAB", "TAKE ONE DAILY", 90, 0),
        "replaced");
    row("instructions where there were none", order("LISINOPRIL 20MG TAB", "", 30, 3), former, "replaced");
    row("nothing was known", order("", "", {}, {}), former, "replaced");
}

void TestOutcome::theFiguresSayWhichApproval()
{
    QFETCH(RenewalOrder, former);
    QFETCH(RenewalOrder, given);
    QFETCH(QString, outcome);
    QCOMPARE(toString(outcomeOf(former, given)), outcome);
}

void TestOutcome::limits_data()
{
    QTest::addColumn<RenewalOrder>("given");
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char *name, const RenewalOrder &given, bool isGood) {
        QTest::newRow(name) << given << isGood;
    };
    row("plain", order("A", "B", 30, 3), true);
    row("no refills", order("A", "B", 30, 0), true);
    row("most refills", order("A", "B", 30, 11), true);
    row("too many refills", order("A", "B", 30, 12), false);
    row("less than none", order("A", "B", 30, -1), false);
    row("refills not said", order("A", "B", 30, {}), false);
    row("none", order("A", "B", 0, 3), false);
    row("less than nothing", order("A", "B", -1, 3), false);
    row("a half", order("A", "B", 0.5, 3), true);
    row("most", order("A", "B", 10'000, 3), true);
    row("too many", order("A", "B", 10'000.5, 3), false);
    row("no number", order("A", "B", std::numeric_limits<double>::quiet_NaN(), 3), false);
    row("without end", order("A", "B", std::numeric_limits<double>::infinity(), 3), false);
    row("count not said", order("A", "B", {}, 3), false);
    row("no drug", order(" ", "B", 30, 3), false);
    row("no instructions any more", order("A", " ", 30, 3), false);
    row("a drug too long", {QString(501, u'A'), u"B"_s, 30, 3}, false);
    row("instructions too long", {u"A"_s, QString(501, u'B'), 30, 3}, false);
}

void TestOutcome::limits()
{
    QFETCH(RenewalOrder, given);
    QFETCH(bool, isGood);
    QCOMPARE(orderFault(given, order("A", "B", 30, 3)).isEmpty(), isGood);
}

void TestOutcome::countsAreReadFromWhatIsDelivered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("count");
    QTest::newRow("whole") << u"90"_s << 90.0;
    QTest::newRow("decimals") << u"90.0"_s << 90.0;
    QTest::newRow("half") << u"2.5"_s << 2.5;
    QTest::newRow("unit") << u"90 TAB"_s << 90.0;
    QTest::newRow("unit without a blank") << u"30ML"_s << 30.0;
    QTest::newRow("blanks") << u"  14 "_s << 14.0;
    QTest::newRow("nothing") << QString() << -1.0;
    QTest::newRow("words") << u"one bottle"_s << -1.0;
    QTest::newRow("less than nothing") << u"-3"_s << -1.0;
    QTest::newRow("grouped, which could be a decimal") << u"1,000"_s << -1.0;
}

void TestOutcome::countsAreReadFromWhatIsDelivered()
{
    QFETCH(QString, text);
    QFETCH(double, count);
    QCOMPARE(quantityOf(text).value_or(-1.0), count);
}

void TestOutcome::outcomesHaveWords()
{
    using enum RenewalOutcome;
    QSet<QString> words;
    for (const RenewalOutcome outcome :
         {Approved, ApprovedWithChanges, Replaced, Denied, Duplicate, Withdrawn}) {
        QVERIFY(renewalOutcomeFromString(toString(outcome)) == outcome);
        words.insert(toString(outcome));
    }
    QCOMPARE(words.size(), 6);
    QVERIFY(!renewalOutcomeFromString(u""));
    QCOMPARE(quantityText(30), u"30"_s);
    QCOMPARE(quantityText(2.5), u"2.5"_s);
    QCOMPARE(quantityText(10'000), u"10000"_s);
}

void TestOutcome::everyStateIsReachedAndOnlyClosedEnds()
{
    using enum RenewalState;
    const QVector<RenewalState> all{NeedsRouting, ReadyToRoute, InReview,     Routed,
                                    Returned,     External,     NotRenewable, Closed};
    // Requests arrive in these, by verdict and link.
    QSet<QString> reached{toString(NeedsRouting), toString(ReadyToRoute), toString(External),
                          toString(NotRenewable)};
    qsizetype before = 0;
    while (before != reached.size()) {
        before = reached.size();
        for (const TriageMove &move : triageMoves()) {
            if (reached.contains(toString(move.from)))
                reached.insert(toString(move.to));
        }
    }
    QCOMPARE(reached.size(), all.size());
    for (const RenewalState state : all) {
        QSet<QString> next;
        for (const TriageMove &move : triageMoves()) {
            if (move.from == state)
                next.insert(toString(move.to));
        }
        QCOMPARE(next.isEmpty(), state == Closed);
        // What waits can always be ended, and always be taken by a person.
        if (isPending(state)) {
            QVERIFY2(next.contains(toString(Closed)), qPrintable(toString(state)));
            QVERIFY2(next.contains(toString(InReview)), qPrintable(toString(state)));
        }
    }
}

void TestOutcome::denialsHaveScriptIdsAndOfferAnotherTeam_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("reroute");
    const auto row = [](const char *code, const char *script, const char *reroute = "") {
        QTest::newRow(code) << QString::fromLatin1(code) << QString::fromLatin1(script)
                            << QString::fromLatin1(reroute);
    };
    row("NEEDAPMT", "AM");
    row("ALREADYRX", "AP");
    row("MODIFY", "AP");
    row("STOPMED", "AG");
    row("TOOEARLY", "AD");
    row("ONHOLD", "AG");
    row("NOTPAT", "AC", "not_my_patient");
    row("NOTAVAIL", "AN", "not_at_location");
    row("FAMPHYS", "AF");
    row("PRNA", "AG");
    row("DISCONT", "AG");
}

void TestOutcome::denialsHaveScriptIdsAndOfferAnotherTeam()
{
    QFETCH(QString, code);
    QFETCH(QString, script);
    QFETCH(QString, reroute);
    const auto reason = denialReason(code);
    QVERIFY(reason);
    QCOMPARE(reason->script, script);
    QCOMPARE(reason->rerouteReason, reroute);
    QVERIFY(reroute.isEmpty() || rerouteReason(reroute));
}

QTEST_GUILESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
