// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/matchedstation.h"
#include "tests/correlation/correlationworld.h"

#include <QTest>

#include <algorithm>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

/// Why each care team of a station is not suggested for a prescriber.
class TestWhyNot : public QObject
{
    Q_OBJECT

private slots:
    void everyTeamHasAReason();
    void theReasonIsTheTeams_data();
    void theReasonIsTheTeams();
    void strangersHaveNone();

private:
    std::shared_ptr<const EvidenceEngine> m_engine =
        std::make_shared<EvidenceEngine>(projectLexicon(), shippedWeights());
};

void TestWhyNot::everyTeamHasAReason()
{
    const StationInput station = madeStation(1);
    const auto reasons = MatchedStation(station, m_engine).whyNot(station.prescribers.first().id);
    QCOMPARE(reasons.size(), station.careTeams.size());
    for (const CareTeam &team : station.careTeams)
        QVERIFY2(reasons.value(team.triageTeamId.value).endsWith(u'.'),
                 qPrintable(reasons.value(team.triageTeamId.value)));
}

void TestWhyNot::theReasonIsTheTeams_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a person said no")
        << u"refused"_s << u"A person refused this care team for the prescriber."_s;
    QTest::newRow("closed") << u"blocked"_s << u"It is closed: nobody can write to it."_s;
    QTest::newRow("cut-over") << u"moving"_s << u"It is moving to Oracle Health and will be replaced."_s;
    QTest::newRow("no word and no patient fits") << u"nobody"_s << u"name nobody"_s;
}

void TestWhyNot::theReasonIsTheTeams()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    StationInput station = madeStation(1);
    const PrescriberId prescriber = station.prescribers.first().id;
    CareTeam &team = station.careTeams[3]; // names nobody
    const auto row = quint32(3);
    if (what == u"refused")
        station.refused.insert({prescriber.value, team.triageTeamId.value});
    team.blocked = what == u"blocked";
    team.migratingToOh = what == u"moving";
    if (what == u"nobody")
        station.associated.removeIf([&](const PatientTie &tie) {
            return tie.row == row && std::ranges::any_of(station.prescribed, [&](const PatientTie &own) {
                       return own.row == 0 && own.patient == tie.patient;
                   });
        });
    const QString told = MatchedStation(station, m_engine).whyNot(prescriber).value(team.triageTeamId.value);
    QVERIFY2(told.contains(reason), qPrintable(told));
}

void TestWhyNot::strangersHaveNone()
{
    const StationInput station = madeStation(1);
    QVERIFY(MatchedStation(station, m_engine).whyNot(PrescriberId{999'999}).isEmpty());
}

QTEST_GUILESS_MAIN(TestWhyNot)
#include "tst_whynot.moc"
