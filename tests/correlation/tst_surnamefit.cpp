// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/surnamefit.h"

#include <QTest>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(renewal::correlation::GivenMatch)

/// One prescriber against one care team's name, in the ways administrators write them.
class SurnameFitTest : public QObject
{
    Q_OBJECT

private slots:
    void teamNames_data();
    void teamNames();
    void placesAreNoPeople_data();
    void placesAreNoPeople();
    void leads_data();
    void leads();
};

namespace {
QVector<SurnameFit> fitsOf(const QString &prescriber, const CareTeam &team)
{
    StationInput input;
    input.parentStation = u"589"_s;
    Prescriber person;
    person.name.display = prescriber;
    input.prescribers = {person};
    input.careTeams = {team};
    const StationIndex index(input);
    return surnameFits(index, 0);
}

/// "whole same", "half unknown", or "none": short enough for a table.
QString words(const QVector<SurnameFit> &fits)
{
    if (fits.isEmpty())
        return u"none"_s;
    const SurnameFit &fit = fits.constFirst();
    QString text = fit.whole ? u"whole"_s : u"half"_s;
    switch (fit.given) {
    case GivenMatch::Same:
        text += u" same"_s;
        break;
    case GivenMatch::Beginning:
        text += u" beginning"_s;
        break;
    case GivenMatch::SameInitial:
        text += u" initial"_s;
        break;
    case GivenMatch::Different:
        text += u" different"_s;
        break;
    case GivenMatch::Unknown:
        break;
    }
    return fit.givenContradicts && fit.given != GivenMatch::Different ? text + u" contradicted"_s : text;
}
} // namespace

void SurnameFitTest::teamNames_data()
{
    QTest::addColumn<QString>("prescriber");
    QTest::addColumn<QString>("team");
    QTest::addColumn<QString>("fit");
    QTest::newRow("surname, given and credential after commas")
        << u"Lydon, John"_s << u"** DETROIT: Primary Care, Lydon, John R. Md"_s << u"whole same"_s;
    QTest::newRow("underscores, surname first")
        << u"Smith, Allen"_s << u"GLEN_BURNIE_PRIMARY_CARE_SMITH_ALLEN"_s << u"whole same"_s;
    QTest::newRow("given name first") << u"Pleas, Debra"_s << u"EP-PC-Debra Pleas, Md"_s << u"whole same"_s;
    QTest::newRow("initial after") << u"Tanner, Denise"_s << u"TG 130_PCMM_HOUS13 TANNER, D"_s
                                   << u"whole initial"_s;
    QTest::newRow("initial before") << u"Harris, Vera"_s << u"###PAC_SAN_V._Harris_672###"_s
                                    << u"whole initial"_s;
    QTest::newRow("another initial") << u"Harris, Anna"_s << u"###PAC_SAN_V._Harris_672###"_s
                                     << u"whole different"_s;
    QTest::newRow("digits glued on") << u"Justice, Ann"_s << u"DETROIT: Audiology Justice2"_s << u"whole"_s;
    QTest::newRow("percent sign glued on")
        << u"Marshall, Ann"_s << u"549 Psychiatry DALL 04 Marshall%"_s << u"whole"_s;
    QTest::newRow("title before") << u"Hoerr, Ann"_s << u"PCMM Mankato Orange 7 Dr. Hoerr"_s << u"whole"_s;
    QTest::newRow("two people, the first")
        << u"Menon, Anita"_s << u"PCMM MENON, A/GERBER, T"_s << u"whole initial"_s;
    QTest::newRow("two people, the other's initial")
        << u"Gerber, Anna"_s << u"PCMM MENON, A/GERBER, T"_s << u"whole different"_s;
    QTest::newRow("an initial belongs to the name before it")
        << u"Gerber, Anna"_s << u"PCMM MENON, A - GERBER, T"_s << u"whole different"_s;
    QTest::newRow("two people in parentheses")
        << u"Ryley, Jo"_s << u"SCOT PCMM SCOT4 (S. Subramanian/J. Ryley)"_s << u"whole initial"_s;
    QTest::newRow("surname written apart")
        << u"McCormick, Cora"_s << u"###HMP_Mc_Cormick,_C_590###"_s << u"whole initial"_s;
    QTest::newRow("three parts written apart")
        << u"Delacruz, Ann"_s << u"PACT De La Cruz, A"_s << u"whole initial"_s;
    QTest::newRow("surname written together") << u"De La Cruz, Ann"_s << u"PACT DELACRUZ"_s << u"whole"_s;
    QTest::newRow("double surname") << u"Schrum-Reynolds, Megan"_s << u"648 DERM Schrum-Reynolds, Meg"_s
                                    << u"whole beginning"_s;
    QTest::newRow("one half of it") << u"Schrum-Reynolds, Megan"_s << u"648 DERM Reynolds, M"_s
                                    << u"half initial"_s;
    QTest::newRow("apostrophes") << u"O\u2019Keefe, Dan"_s << u"PACT O'KEEFE, D"_s << u"whole initial"_s;
    QTest::newRow("accents") << u"Peña, Ana"_s << u"PACT PENA, ANA"_s << u"whole same"_s;
    QTest::newRow("part of a word is no surname") << u"Ross, Ann"_s << u"RED CROSS TEAM"_s << u"none"_s;
    QTest::newRow("nobody named") << u"Smith, Ann"_s << u"460 PRIM CARE LIBERTY 11"_s << u"none"_s;
    QTest::newRow("prescriber without a name") << QString() << u"PACT SMITH"_s << u"none"_s;
}

void SurnameFitTest::teamNames()
{
    QFETCH(const QString, prescriber);
    QFETCH(const QString, team);
    QFETCH(const QString, fit);
    CareTeam careTeam;
    careTeam.name = team;
    QCOMPARE(words(fitsOf(prescriber, careTeam)), fit);
}

void SurnameFitTest::placesAreNoPeople_data()
{
    QTest::addColumn<QString>("prescriber");
    QTest::addColumn<QString>("team");
    QTest::addColumn<QString>("fit");
    QTest::newRow("facility named after a person") << u"Haley, Ann"_s << u"HALEY PACT 3"_s << u"none"_s;
    QTest::newRow("town") << u"Jackson, Ann"_s << u"Jackson - Primary Care"_s << u"none"_s;
    QTest::newRow("team code") << u"Faye, Ann"_s << u"PCMM FAYE15"_s << u"none"_s;
    QTest::newRow("colour") << u"Green, Ann"_s << u"Det MH: Green BHIP Team %"_s << u"none"_s;
    QTest::newRow("clinic word") << u"Day, Ann"_s << u"Day Clinic"_s << u"none"_s;
    QTest::newRow("place abbreviation") << u"Sag, Ann"_s << u"Sag Blue Med Mgmt _PHARM"_s << u"none"_s;
    QTest::newRow("a person beside a place")
        << u"Smith, Ann"_s << u"HALEY PACT SMITH, A"_s << u"whole initial"_s;
}

void SurnameFitTest::placesAreNoPeople()
{
    QFETCH(const QString, prescriber);
    QFETCH(const QString, team);
    QFETCH(const QString, fit);
    CareTeam careTeam;
    careTeam.name = team;
    careTeam.locationName = u"James A. Haley VA Medical Center"_s;
    careTeam.healthCareSystemName = u"VA Jackson Health Care"_s;
    careTeam.teamName = u"FAYE15"_s;
    QCOMPARE(words(fitsOf(prescriber, careTeam)), fit);
}

void SurnameFitTest::leads_data()
{
    QTest::addColumn<QString>("prescriber");
    QTest::addColumn<QString>("lead");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("fit");
    QTest::newRow("same person") << u"WOLFE, MATTHEW B"_s << u"Wolfe, Matthew"_s << u"NEUROLOGY"_s
                                 << u"whole same"_s;
    QTest::newRow("generation does not matter")
        << u"James, Donald"_s << u"James, Donald Sr"_s << u"X"_s << u"whole same"_s;
    QTest::newRow("somebody else") << u"Wolfe, Anna"_s << u"Wolfe, Matthew"_s << u"NEUROLOGY"_s
                                   << u"whole different"_s;
    QTest::newRow("lead against name")
        << u"Das, Peter"_s << u"Das, Rajesh"_s << u"PACT Das, P"_s << u"whole initial contradicted"_s;
    QTest::newRow("half") << u"Lee, Sarah"_s << u"Benjamin-Lee, Sarah"_s << u"PACT"_s << u"half same"_s;
    QTest::newRow("a colour is a surname in the lead field")
        << u"Green, Ann"_s << u"Green, Ann"_s << u"RED TEAM"_s << u"whole same"_s;
}

void SurnameFitTest::leads()
{
    QFETCH(const QString, prescriber);
    QFETCH(const QString, lead);
    QFETCH(const QString, name);
    QFETCH(const QString, fit);
    CareTeam careTeam;
    careTeam.name = name;
    careTeam.leadProviderName = lead;
    QCOMPARE(words(fitsOf(prescriber, careTeam)), fit);
}

QTEST_GUILESS_MAIN(SurnameFitTest)
#include "tst_surnamefit.moc"
