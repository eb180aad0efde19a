// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

using namespace renewal;
using namespace Qt::StringLiterals;
using test::Desk;

/// What the queue and the card say where no care team is, by what the request is.
class TestCareTeamCard : public QObject
{
    Q_OBJECT

private slots:
    void missingTeamIsToldByState_data();
    void missingTeamIsToldByState();
};

void TestCareTeamCard::missingTeamIsToldByState_data()
{
    QTest::addColumn<RenewalState>("state");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("card");
    QTest::addColumn<bool>("explained"); ///< why there is none, and the way to Correlations
    QTest::newRow("needs routing") << RenewalState::NeedsRouting << u"not found"_s << u"Not found"_s << true;
    QTest::newRow("community care") << RenewalState::External << u"none"_s
                                    << u"Community care has no care team"_s << true;
    QTest::newRow("not renewable") << RenewalState::NotRenewable << u"not needed"_s
                                   << u"Not needed: not renewable"_s << false;
}

void TestCareTeamCard::missingTeamIsToldByState()
{
    QFETCH(RenewalState, state);
    QFETCH(QString, cell);
    QFETCH(QString, card);
    QFETCH(bool, explained);
    Desk desk;
    Renewal &first = desk.world.renewals.rows[0];
    first.state = state;
    first.careTeam = {};
    first.careTeamName.clear();
    first.prescriberId = {2};
    RenewalDetail &detail = desk.world.renewals.details[1];
    detail.careTeam.reset();
    // The prescriber is linked all the same.
    detail.careTeamReason = u"Linked by name and patients in common."_s;
    QVERIFY(desk.open());
    const auto *model = desk.model();
    const QModelIndex row = desk.table()->currentIndex();
    QCOMPARE(model->index(row.row(), items::RenewalsModel::CareTeamColumn).data().toString(), cell);
    QCOMPARE(desk.find<QLabel>(u"careTeamLabel"_s)->text(), card);
    QCOMPARE(desk.find<QLabel>(u"careTeamReasonLabel"_s)->isVisible(), explained);
    QCOMPARE(desk.find<QPushButton>(u"whyTeamButton"_s)->isVisible(), explained);
}

QTEST_MAIN(TestCareTeamCard)
#include "tst_careteamcard.moc"
