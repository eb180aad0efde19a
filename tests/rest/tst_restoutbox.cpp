// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restoutbox.h"
#include "tests/rest/outboxsample.h"
#include "tests/rest/travels.h"

using namespace renewal;
using namespace renewal::test;
using namespace Qt::StringLiterals;

/// The outbox there and back.
class TestRestOutbox : public QObject
{
    Q_OBJECT

private slots:
    void outbox();
};

void TestRestOutbox::outbox()
{
    travels(OutboxItem{});
    fullTravels(outboxItem());
    travels(OutboxStatus{});
    fullTravels(OutboxStatus{true, u"Out of service."_s, {1, 2, 3, 4, 5, 6, 7}});
    for (const RepairAction action :
         {RepairAction::Retry, RepairAction::GiveUp, RepairAction::Sent, RepairAction::NotSent}) {
        const RepairRequest request{{}, 3, action, u"674838"_s, u"by phone"_s, {}};
        RepairRequest back;
        QVERIFY(readRepair(toJson(request), back).isEmpty());
        QCOMPARE(toJson(back), toJson(request));
    }
    fullTravels(EarlierOutcome{3, 2, u"It changed."_s, OutboxId{9}});
    const EarlierRepair earlier{RepairAction::GiveUp, u"seen to"_s, OutboxId{9}, {}};
    EarlierRepair back;
    QVERIFY(readEarlierRepair(toJson(earlier), back).isEmpty());
    QCOMPARE(toJson(back), toJson(earlier));
    QCOMPARE(readEarlierRepair(toJson(EarlierRepair{RepairAction::NotSent, {}, {}, {}}), back).size(), 1);
    RepairRequest longNote{{}, 3, RepairAction::Retry, {}, QString(2001, u'x'), {}};
    QCOMPARE(readRepair(toJson(longNote), longNote).size(), 1);
}

QTEST_GUILESS_MAIN(TestRestOutbox)
#include "tst_restoutbox.moc"
