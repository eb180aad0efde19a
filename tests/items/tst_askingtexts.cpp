// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/askingtexts.h"
#include "models/items/queuecells.h"
#include "models/items/renewalsmodel.h"

#include <QTest>

using namespace renewal;
using namespace renewal::items;
using namespace Qt::StringLiterals;

namespace {
QDateTime at(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

QTimeZone eastern()
{
    return QTimeZone("America/New_York");
}

Renewal renewalOf(int asked, const QString &last, const QString &answered = {})
{
    Renewal renewal;
    renewal.drug = u"LISINOPRIL 10MG TAB"_s;
    renewal.requestedAt = at(u"2026-03-02T03:00:00Z"_s); // March 1 in the evening there
    renewal.asked = asked;
    renewal.askedLast = at(last);
    renewal.answered = at(answered);
    return renewal;
}
} // namespace

/// How the queue says that something was asked for several times, or answered.
class TestAskingTexts : public QObject
{
    Q_OBJECT

private slots:
    void sentences_data();
    void sentences();
    void theRowTellsItByWords();
    void whatIsReturnedIsNotAnswered();
    void headingsOfAThread();
};

void TestAskingTexts::sentences_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("answered");
    QTest::addColumn<QString>("expected");
    const QString none;
    QTest::newRow("once") << 1 << u"2026-03-02T03:00:00Z"_s << none << none;
    QTest::newRow("within days") << 3 << u"2026-03-06T15:00:00Z"_s << none
                                 << u"Asked 3 time(s) in 5 day(s), last on Mar 6, 2026 10:00 EST."_s;
    QTest::newRow("on one day there") << 2 << u"2026-03-02T04:30:00Z"_s << none
                                      << u"Asked 2 time(s) on one day, last on Mar 1, 2026 23:30 EST."_s;
    QTest::newRow("times not told") << 2 << none << none << u"Asked 2 time(s)."_s;
    QTest::newRow("answered") << 1 << none << u"2026-03-06T15:00:00Z"_s
                              << u"The Veteran replied on Mar 6, 2026 10:00 EST."_s;
}

void TestAskingTexts::sentences()
{
    QFETCH(int, asked);
    QFETCH(QString, last);
    QFETCH(QString, answered);
    QFETCH(QString, expected);
    QCOMPARE(askingText(renewalOf(asked, last, answered), eastern()), expected);
}

void TestAskingTexts::theRowTellsItByWords()
{
    const StationDirectory stations;
    const QueueCells cells{&stations, at(u"2026-03-07T00:00:00Z"_s)};
    const auto cell = [&](const Renewal &renewal, int role) {
        return cells.renewal(renewal, RenewalsModel::MedicationColumn, role).toString();
    };
    const Renewal once = renewalOf(1, {});
    QCOMPARE(cell(once, Qt::DisplayRole), once.drug);
    const Renewal often = renewalOf(3, u"2026-03-06T15:00:00Z"_s);
    QCOMPARE(cell(often, Qt::DisplayRole), u"3× LISINOPRIL 10MG TAB"_s);
    QVERIFY(cell(often, Qt::AccessibleTextRole).contains(u"asked 3 time(s) in "_s));
    QVERIFY(cell(often, Qt::ToolTipRole).contains(u"Asked 3 time(s) in "_s));
    QCOMPARE(cell(often, SortRole), often.drug);
    const Renewal answered = renewalOf(1, {}, u"2026-03-06T15:00:00Z"_s);
    QCOMPARE(cell(answered, Qt::DisplayRole), u"Answered LISINOPRIL 10MG TAB"_s);
    const Renewal both = renewalOf(2, {}, u"2026-03-06T15:00:00Z"_s);
    QCOMPARE(cell(both, Qt::DisplayRole), u"2×, answered LISINOPRIL 10MG TAB"_s);
}

void TestAskingTexts::whatIsReturnedIsNotAnswered()
{
    Renewal renewal = renewalOf(1, {}, u"2026-03-06T15:00:00Z"_s);
    QVERIFY(isAnswered(renewal));
    for (const RenewalState state : {RenewalState::Returned, RenewalState::Routed, RenewalState::Closed}) {
        renewal.state = state;
        QVERIFY(askingMark(renewal).isEmpty());
    }
}

void TestAskingTexts::headingsOfAThread()
{
    QCOMPARE(threadHeading({at(u"2026-03-06T15:00:00Z"_s), ThreadPart::Answered, {}}, eastern()),
             u"Answered, Mar 6, 2026 10:00 EST"_s);
    QCOMPARE(threadHeading({{}, ThreadPart::Replied, {}}, eastern()), u"Replied, time not told"_s);
}

QTEST_GUILESS_MAIN(TestAskingTexts)
#include "tst_askingtexts.moc"
