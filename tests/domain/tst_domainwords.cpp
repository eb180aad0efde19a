// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/careteam.h"
#include "models/domain/correlation.h"
#include "models/domain/renewal.h"

#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

/// Stored and sent words round trip, and what they mean for the queue.
class DomainWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void renewalStates_data();
    void renewalStates();
    void correlationStatuses_data();
    void correlationStatuses();
    void unknownWords();
    void shownTeamName();
};

void DomainWordsTest::renewalStates_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("pending");
    QTest::newRow("needs routing") << int(RenewalState::NeedsRouting) << u"needs_routing"_s << true;
    QTest::newRow("ready to route") << int(RenewalState::ReadyToRoute) << u"ready_to_route"_s << true;
    QTest::newRow("in review") << int(RenewalState::InReview) << u"in_review"_s << true;
    QTest::newRow("routed") << int(RenewalState::Routed) << u"routed"_s << false;
    QTest::newRow("returned") << int(RenewalState::Returned) << u"returned"_s << true;
    QTest::newRow("external") << int(RenewalState::External) << u"external"_s << true;
    QTest::newRow("not renewable") << int(RenewalState::NotRenewable) << u"not_renewable"_s << true;
    QTest::newRow("closed") << int(RenewalState::Closed) << u"closed"_s << false;
}

void DomainWordsTest::renewalStates()
{
    QFETCH(const int, state);
    QFETCH(const QString, word);
    QFETCH(const bool, pending);
    QCOMPARE(toString(RenewalState(state)), word);
    QVERIFY(renewalStateFromString(word) == RenewalState(state));
    QCOMPARE(isPending(RenewalState(state)), pending);
}

void DomainWordsTest::correlationStatuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("linked");
    QTest::newRow("none") << int(CorrelationStatus::None) << u"none"_s << false;
    QTest::newRow("suggested") << int(CorrelationStatus::Suggested) << u"suggested"_s << false;
    QTest::newRow("automatic") << int(CorrelationStatus::Automatic) << u"auto"_s << true;
    QTest::newRow("manual") << int(CorrelationStatus::Manual) << u"manual"_s << true;
    QTest::newRow("refused") << int(CorrelationStatus::Refused) << u"refused"_s << false;
    QTest::newRow("external") << int(CorrelationStatus::External) << u"external"_s << false;
    QTest::newRow("stale") << int(CorrelationStatus::Stale) << u"stale"_s << false;
}

void DomainWordsTest::correlationStatuses()
{
    QFETCH(const int, status);
    QFETCH(const QString, word);
    QFETCH(const bool, linked);
    QCOMPARE(toString(CorrelationStatus(status)), word);
    QVERIFY(correlationStatusFromString(word) == CorrelationStatus(status));
    QCOMPARE(isLinked(CorrelationStatus(status)), linked);
}

void DomainWordsTest::unknownWords()
{
    QVERIFY(!renewalStateFromString(u"lost"));
    QVERIFY(!correlationStatusFromString(u""));
}

void DomainWordsTest::shownTeamName()
{
    CareTeam team;
    team.name = u"** DET: PC%"_s;
    QCOMPARE(team.shownName(), team.name);
    team.suggestedNameDisplay = u"Detroit | Primary Care"_s;
    QCOMPARE(team.shownName(), u"Detroit | Primary Care"_s);
}

QTEST_GUILESS_MAIN(DomainWordsTest)
#include "tst_domainwords.moc"
